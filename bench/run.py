"""Workload S round by round: every contestant runs once a round, so that they share whatever the machine does.

Run it by scripts/bench, which compiles clock.c. Wall time is the median of the rounds, memory the highest peak.
"""
import argparse
import json
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys

from generate import FORMS, generate

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent
OUT = ROOT / "bench-out"
CLOCK = OUT / "clock"

PASSED = re.compile(r"^(?:\d+ tests?, )?(\d+) passed, (\d+) failed", re.MULTILINE)


class Contestant:
    """One way to run the suite: its command for a folder and a count, or why it is absent."""

    def __init__(self, name, label, command=None, absent=None):
        self.name, self.label, self.command, self.absent = name, label, command, absent


def say(english, russian):
    print(english, russian, sep="\n", file=sys.stderr, flush=True)


def find_sfm(build):
    script, binary = ROOT / "scripts" / "sfm", ROOT / ".build" / "release" / "sfm"
    if build:
        log = OUT / "build.log"
        with open(log, "wb") as file:
            status = subprocess.run([script, "--help"], stdin=subprocess.DEVNULL, stdout=file, stderr=file).returncode
        if status != 0:
            place = log.relative_to(ROOT)
            return Contestant("sfm", "sfm", absent=(f"not built, see {place}", f"не собран, см. {place}"))
    elif not os.access(binary, os.X_OK):
        return Contestant("sfm", "sfm", absent=("not built", "не собран"))
    return Contestant("sfm", "sfm", lambda folder, count: [str(binary), "test", str(folder)])


def find_lua():
    lua = shutil.which("lua5.4") or shutil.which("lua")
    if lua is None:
        return Contestant("lua", "Lua, one process", absent=("lua5.4 is not installed", "lua5.4 не установлен"))
    return Contestant("lua", "Lua, one process", lambda folder, count: [lua, str(HERE / "lua" / "run.lua"), str(folder), str(count)])


def find_python():
    # The interpreter itself, without what is installed beside it: a version manager's wrapper costs more than the work.
    command = [sys.executable, "-S", str(HERE / "python" / "run.py")]
    return Contestant("python", "Python, one process", lambda folder, count: [*command, str(folder), str(count)])


def find_robot(path):
    robot = path or shutil.which("robot")
    works = robot is not None and subprocess.run(
        [robot, "--version"], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode in (0, 251)
    if not works:
        return Contestant("robot", "Robot Framework", absent=(
            "not installed (pip install robotframework; --robot PATH)", "не установлен (pip install robotframework; --robot ПУТЬ)"))
    options = ["--output", "NONE", "--log", "NONE", "--report", "NONE", "--console", "dotted"]
    paths = ["--pythonpath", str(HERE / "robot"), "--pythonpath", str(HERE / "python")]
    return Contestant("robot", "Robot Framework", lambda folder, count: [robot, *options, *paths, str(folder)])


class Run:
    """What one run of a contestant came to."""

    def __init__(self, contestant, suite, count, seconds):
        output = OUT / f"{contestant.name}.out"
        # Compiled modules are kept, as they are for anybody, but not beside the sources.
        environment = dict(os.environ, PYTHONPYCACHEPREFIX=str(OUT / "pycache"))
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        command = [str(CLOCK), str(seconds), str(output), *contestant.command(suite / contestant.name, count)]
        answer = subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, check=True, text=True).stdout
        wall, resident, self.status = map(int, answer.split())
        self.milliseconds, self.mebibytes = wall / 1e6, resident / 1024
        found = PASSED.findall(output.read_text(encoding="utf-8", errors="replace"))
        self.passed, self.failed = map(int, found[-1]) if found else (0, 0)


def suite_of(count, days=14):
    """The folder of a suite; made again when it is not there or the generator or the policy has changed."""
    folder = OUT / (f"suite{count}" if days == 14 else f"fault{count}")
    stamp = folder / "stamp"
    sources = [HERE / "generate.py", HERE / "messenger.sfm"]
    if not stamp.exists() or any(source.stat().st_mtime >= stamp.stat().st_mtime for source in sources):
        generate(count, folder, days)
        stamp.touch()
    return folder


def check(contestants):
    """Every contestant passes the sound scenario and fails where a block of 14 days is looked at after 13."""
    sound, faulty, good = suite_of(1), suite_of(1, days=13), []
    for contestant in contestants:
        right, wrong = Run(contestant, sound, 1, 60), Run(contestant, faulty, 1, 60)
        passes = (right.status, right.passed, right.failed) == (0, 1, 0)
        notices = (wrong.status, wrong.passed, wrong.failed) == (1, 0, 1)
        if passes and notices:
            good.append(contestant)
        else:
            say(f"{contestant.label}: left out; sound scenario: status {right.status}; seeded fault: status {wrong.status}",
                f"{contestant.label}: не участвует; верный сценарий: код {right.status}; с внесённой ошибкой: код {wrong.status}")
    return good


def measure(contestants, count, rounds, seconds):
    suite, runs = suite_of(count), {contestant.name: [] for contestant in contestants}
    for turn in range(-1, rounds):
        for contestant in contestants:
            run = Run(contestant, suite, count, seconds)
            if run.status != 0 or run.passed != count:
                say(f"{contestant.label}: {count} files: status {run.status}, {run.passed} passed",
                    f"{contestant.label}: файлов {count}: код {run.status}, пройдено {run.passed}")
                sys.exit(1)
            # The first turn only fills the caches.
            if turn >= 0:
                runs[contestant.name].append(run)
    return runs


def table(contestants, count, runs):
    """Prints the medians and returns them as rows."""
    rows = []
    for contestant in contestants:
        walls = [run.milliseconds for run in runs[contestant.name]]
        rows.append({
            "contestant": contestant.name, "files": count, "rounds": len(walls), "median_ms": statistics.median(walls),
            "min_ms": min(walls), "max_ms": max(walls), "peak_mib": max(run.mebibytes for run in runs[contestant.name]),
        })
    lua = next((row["median_ms"] for row in rows if row["contestant"] == "lua"), None)
    print(f"\nS, {count} x 25 steps")
    print(f"{'':22}{'median ms':>12}{'min-max':>24}{'MiB':>9}{'/ Lua':>9}")
    for contestant, row in zip(contestants, rows):
        row["to_lua"] = row["median_ms"] / lua if lua else None
        span = f"{row['min_ms']:.1f}-{row['max_ms']:.1f}"
        ratio = f"{row['to_lua']:.2f}" if lua else "-"
        print(f"{contestant.label:22}{row['median_ms']:12.1f}{span:>24}{row['peak_mib']:9.1f}{ratio:>9}")
    sys.stdout.flush()
    return rows


class Parser(argparse.ArgumentParser):
    def error(self, message):
        self.print_usage(sys.stderr)
        print(f"{self.prog}: {message}", file=sys.stderr)
        sys.exit(64)


def options():
    parser = Parser(prog="scripts/bench", description="Workload S against Lua, Python and Robot Framework. "
                    "Нагрузка S: sfm рядом с Lua, Python и Robot Framework.")
    parser.add_argument("--sizes", default="1 1000", help='how many files, as "1 1000" / сколько файлов')
    parser.add_argument("--rounds", type=int, default=7, help="rounds a size / сколько кругов (7)")
    parser.add_argument("--only", default=" ".join(FORMS), help="contestants, as \"sfm lua\" / участники")
    parser.add_argument("--robot", help="the robot program, when it is not on PATH / где программа robot")
    parser.add_argument("--no-build", action="store_true", help="take sfm as it is / не собирать sfm")
    parser.add_argument("--check", action="store_true", help="only the seeded fault / только проверка на внесённой ошибке")
    parser.add_argument("--timeout", type=int, default=600, help="seconds a run / секунд на один прогон (600)")
    chosen = parser.parse_args()
    sizes, only = chosen.sizes.split(), chosen.only.split()
    if not sizes or not all(size.isdecimal() and 0 < int(size) < 100_000 for size in sizes):
        parser.error("--sizes: 1 to 99999 / от 1 до 99999")
    if chosen.rounds < 1 or chosen.timeout < 1:
        parser.error("--rounds, --timeout: at least 1 / не меньше 1")
    if not only or not set(only) <= set(FORMS):
        parser.error("--only: " + ", ".join(FORMS))
    return chosen, [int(size) for size in sizes], only


def main():
    chosen, sizes, only = options()
    if not CLOCK.exists():
        say("run scripts/bench: it compiles clock.c", "запустите scripts/bench: он соберёт clock.c")
        sys.exit(69)
    finders = {
        "sfm": lambda: find_sfm(not chosen.no_build), "lua": find_lua, "python": find_python,
        "robot": lambda: find_robot(chosen.robot),
    }
    found = [finders[name]() for name in FORMS if name in only]
    for contestant in found:
        if contestant.absent:
            say(f"{contestant.label}: skipped: {contestant.absent[0]}", f"{contestant.label}: пропущен: {contestant.absent[1]}")
    present = [contestant for contestant in found if not contestant.absent]
    good = check(present)
    if chosen.check:
        for contestant in good:
            print(f"{contestant.label}: passes the sound scenario, fails the faulty one / верный пройден, ошибка замечена")
        sys.exit(0 if good == present and good else 1)
    rows = []
    for count in sizes:
        rows += table(good, count, measure(good, count, chosen.rounds, chosen.timeout))
    (OUT / "s.json").write_text(json.dumps(rows, indent=2) + "\n", encoding="utf-8")
    # A contestant that was left out above has failed: the comparison is not the one that was asked for.
    sys.exit(0 if good == present and good else 1)


main()
