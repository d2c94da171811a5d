"""Runs the scenarios s00001.py … of a folder in one process.  usage: run.py FOLDER COUNT"""
import sys

from messenger import Failed, World

folder, count = sys.argv[1], int(sys.argv[2])
passed = failed = 0
for i in range(1, count + 1):
    name = f"{folder}/s{i:05d}.py"
    with open(name, encoding="utf-8") as file:
        script = compile(file.read(), name, "exec")
    try:
        exec(script, {"World": World})
        passed += 1
    except Failed as failure:
        failed += 1
        print(f"{name}: {failure}", file=sys.stderr)
print(f"{passed} passed, {failed} failed")
sys.exit(0 if failed == 0 else 1)
