"""Workload D: one decision at a time, in worlds of several sizes; every contestant knows the answers."""
import json
import os
import shutil
import statistics
import subprocess
import sys

from tools import HERE, NO_COMPILER, OUT, ROOT, Contestant, Run, compiled, made, quietly, say

DECIDE = HERE / "decide"
LABELS = {
    "c-switch": "C, a switch", "c-rules": "C, rules as data", "sfm": "sfm, ruling", "sfm-decision": "sfm, decision", "lua": "Lua",
    "python": "Python", "cedar": "Cedar, own timer", "cedarpy": "Cedar, a call of it",
}
TURNS = 3
# Cedar reads its world as JSON, most of a kilobyte a person.
CEDAR_PEOPLE = 100_000


def find_native():
    program, absent = compiled(DECIDE / "decide.c", "decide-c")
    return Contestant("native", "C", lambda data: [program, data], absent, ours=absent != NO_COMPILER)


def sources():
    return [path for folder in (ROOT / "Sources", DECIDE / "Sources") for path in folder.rglob("*.swift")]


def find_sfm(build):
    scratch, log = OUT / "decide-build", OUT / "decide-build.log"
    program, absent = scratch / "release" / "Decide", None
    if build:
        # As scripts/sfm builds the program itself.
        options = ["-c", "release", "--static-swift-stdlib", "-Xswiftc", "-cross-module-optimization"]
        command = ["swift", "build", "--package-path", DECIDE, "--scratch-path", scratch, *options]
        if shutil.which("swift") is None or not quietly(command, log):
            place = log.relative_to(ROOT)
            absent = (f"not built, see {place}", f"не собран, см. {place}")
    elif not os.access(program, os.X_OK) or any(path.stat().st_mtime > program.stat().st_mtime for path in sources()):
        absent = ("not built from the present sources", "не собран из нынешних исходников")
    return Contestant("sfm", "sfm", lambda data: [program, data, DECIDE / "policy.sfm"], absent, ours=True)


def find_lua():
    lua = shutil.which("lua5.4") or shutil.which("lua")
    absent = None if lua else ("lua5.4 is not installed", "lua5.4 не установлен")
    return Contestant("lua", "Lua", lambda data: [lua, DECIDE / "decide.lua", data], absent)


def find_python():
    return Contestant("python", "Python", lambda data: [sys.executable, "-S", DECIDE / "run.py", data])


def find_cedar(path):
    python = path or sys.executable
    works = shutil.which(python) is not None and subprocess.run(
        [python, "-c", "import cedarpy"], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0
    absent = None if works else (
        "cedarpy is not installed (pip install cedarpy; --cedar PYTHON)", "cedarpy не установлен (pip install cedarpy; --cedar PYTHON)")
    return Contestant("cedar", "Cedar", lambda data: [python, DECIDE / "cedar.py", data], absent)


def data_of(people, requests=None):
    """The world and the requests of a size; made again when the generator or the rules have changed."""
    name = f"decide{people}.txt" if requests is None else f"decide{people}-{requests}.txt"

    def make(path):
        more = [] if requests is None else [str(requests)]
        subprocess.run([sys.executable, DECIDE / "generate.py", str(people), path, *more], check=True, stdin=subprocess.DEVNULL)

    return made(OUT / name, [DECIDE / "generate.py", DECIDE / "rules.py"], make)


def run(clock, contestant, data, seconds):
    """The lines of a run, each with the peak memory, or nothing where one answer is not the known one."""
    one = Run(clock, f"decide-{contestant.name}", contestant.command(data), seconds)
    lines = [json.loads(line) for line in one.said.splitlines() if line.startswith("{")]
    wrong = sum(line["mismatches"] for line in lines)
    if one.status != 0 or not lines or wrong > 0:
        say(f"{contestant.label}: decisions: status {one.status}, {wrong} wrong answers",
            f"{contestant.label}: решения: код {one.status}, неверных ответов {wrong}")
        return None
    for line in lines:
        line["peak_mib"] = one.mebibytes
    return lines


def check(clock, contestants):
    """Those whose every answer is the known one."""
    data = data_of(1000, 20_000)
    return [contestant for contestant in contestants if run(clock, contestant, data, 60)]


def measure(clock, contestants, people, rounds, seconds):
    """The medians of several turns as rows, the contestants taking turns; nothing when one of them went wrong."""
    data, seen = data_of(people), {}
    for _ in range(min(rounds, TURNS)):
        for contestant in contestants:
            if contestant.name == "cedar" and people > CEDAR_PEOPLE:
                continue
            lines = run(clock, contestant, data, seconds)
            if lines is None:
                return None
            for line in lines:
                seen.setdefault(line["contestant"], []).append(line)
    return [dict(
        lines[0], turns=len(lines), ns=statistics.median(line["ns"] for line in lines), ns_min=min(line["ns_min"] for line in lines),
        ns_max=max(line["ns_max"] for line in lines), peak_mib=max(line["peak_mib"] for line in lines)) for lines in seen.values()]


def table(people, rows):
    rules = next((row["ns"] for row in rows if row["contestant"] == "c-rules"), None)
    print(f"\nD, {people} people")
    print(f"{'':22}{'ns a decision':>14}{'min-max':>22}{'MiB':>9}{'/ C rules':>11}")
    for row in rows:
        row["to_rules"] = row["ns"] / rules if rules else None
        ratio = f"{row['to_rules']:.2f}" if rules else "-"
        span = f"{row['ns_min']:.0f}-{row['ns_max']:.0f}"
        print(f"{LABELS[row['contestant']]:22}{row['ns']:14.1f}{span:>22}{row['peak_mib']:9.1f}{ratio:>11}")
    sys.stdout.flush()
    return rows
