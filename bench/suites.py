"""Workload S: the same suites of scenarios in every contestant."""
import re
import shutil
import statistics
import subprocess
import sys

from generate import generate
from tools import HERE, NO_COMPILER, OUT, Contestant, Run, compiled, made, say

PASSED = re.compile(r"^(?:\d+ tests?, )?(\d+) (?:scenarios? )?passed, (\d+) failed", re.MULTILINE)


def find_native():
    program, absent = compiled(HERE / "native" / "run.cpp", "native", HERE / "native" / "messenger.hpp")
    return Contestant("native", "C++, one process", lambda folder, count: [program, folder, count], absent, ours=absent != NO_COMPILER)


def find_lua():
    lua = shutil.which("lua5.4") or shutil.which("lua")
    absent = None if lua else ("lua5.4 is not installed", "lua5.4 не установлен")
    return Contestant("lua", "Lua, one process", lambda folder, count: [lua, HERE / "lua" / "run.lua", folder, count], absent)


def find_python():
    # The interpreter itself, without what is installed beside it: a version manager's wrapper costs more than the work.
    command = [sys.executable, "-S", HERE / "python" / "run.py"]
    return Contestant("python", "Python, one process", lambda folder, count: [*command, folder, count])


def answers(program, *statuses):
    """Whether a program is there and says its version."""
    return program is not None and shutil.which(program) is not None and subprocess.run(
        [program, "--version"], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode in statuses


def find_behave(path):
    behave = path or shutil.which("behave")
    absent = None if answers(behave, 0) else (
        "not installed (pip install behave; --behave PATH)", "не установлен (pip install behave; --behave ПУТЬ)")
    return Contestant("behave", "behave", lambda folder, count: [behave, "--format", "progress", "--no-color", folder], absent)


def find_robot(path):
    robot = path or shutil.which("robot")
    absent = None if answers(robot, 0, 251) else (
        "not installed (pip install robotframework; --robot PATH)", "не установлен (pip install robotframework; --robot ПУТЬ)")
    options = ["--output", "NONE", "--log", "NONE", "--report", "NONE", "--console", "dotted"]
    paths = ["--pythonpath", HERE / "robot", "--pythonpath", HERE / "python"]
    return Contestant("robot", "Robot Framework", lambda folder, count: [robot, *options, *paths, folder], absent)


def suite_of(count, days=14):
    """The folder of a suite; made again when the generator or the policy has changed."""
    folder = OUT / (f"suite{count}" if days == 14 else f"fault{count}")
    return made(folder, [HERE / "generate.py", HERE / "messenger.sfm"], lambda path: generate(count, path, days))


def run(clock, contestant, suite, count, seconds):
    """A run with how many scenarios passed and failed."""
    out = Run(clock, contestant.name, contestant.command(suite / contestant.name, count), seconds)
    found = PASSED.findall(out.said)
    out.passed, out.failed = map(int, found[-1]) if found else (0, 0)
    return out


def check(clock, contestants):
    """Those who pass the sound scenario and fail where a block of 14 days is looked at after 13."""
    sound, faulty, good = suite_of(1), suite_of(1, days=13), []
    for contestant in contestants:
        right, wrong = run(clock, contestant, sound, 1, 60), run(clock, contestant, faulty, 1, 60)
        passes = (right.status, right.passed, right.failed) == (0, 1, 0)
        notices = (wrong.status, wrong.passed, wrong.failed) == (1, 0, 1)
        if passes and notices:
            good.append(contestant)
        else:
            say(f"{contestant.label}: left out; sound scenario: status {right.status}; seeded fault: status {wrong.status}",
                f"{contestant.label}: не участвует; верный сценарий: код {right.status}; с внесённой ошибкой: код {wrong.status}")
    return good


def measure(clock, contestants, count, rounds, seconds):
    """The runs of every contestant, or nothing when one of them went wrong."""
    suite, runs = suite_of(count), {contestant.name: [] for contestant in contestants}
    for turn in range(-1, rounds):
        for contestant in contestants:
            one = run(clock, contestant, suite, count, seconds)
            if one.status != 0 or one.passed != count:
                say(f"{contestant.label}: {count} files: status {one.status}, {one.passed} passed",
                    f"{contestant.label}: файлов {count}: код {one.status}, пройдено {one.passed}")
                return None
            # The first turn only fills the caches.
            if turn >= 0:
                runs[contestant.name].append(one)
    return runs


def table(contestants, count, runs):
    """Prints the medians and returns them as rows."""
    rows = []
    for contestant in contestants:
        walls = [one.milliseconds for one in runs[contestant.name]]
        rows.append({
            "contestant": contestant.name, "files": count, "rounds": len(walls), "median_ms": statistics.median(walls),
            "min_ms": min(walls), "max_ms": max(walls), "peak_mib": max(one.mebibytes for one in runs[contestant.name]),
        })
    medians = {row["contestant"]: row["median_ms"] for row in rows}
    print(f"\nS, {count} x 25 steps")
    print(f"{'':22}{'median ms':>12}{'min-max':>24}{'MiB':>9}{'/ C++':>9}{'/ Lua':>9}")
    for contestant, row in zip(contestants, rows):
        for column, peer in (("to_native", "native"), ("to_lua", "lua")):
            row[column] = row["median_ms"] / medians[peer] if peer in medians else None
        ratios = "".join(f"{row[column]:9.2f}" if row[column] else f"{'-':>9}" for column in ("to_native", "to_lua"))
        span = f"{row['min_ms']:.1f}-{row['max_ms']:.1f}"
        print(f"{contestant.label:22}{row['median_ms']:12.1f}{span:>24}{row['peak_mib']:9.1f}{ratios}")
    sys.stdout.flush()
    return rows
