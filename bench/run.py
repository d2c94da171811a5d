"""Measures sfm beside its peers in one run: suites of scenarios (S), single decisions (D), a step in a big school (world); and by itself
what twice as much of each construct costs (growth).

Run it by scripts/bench. Contestants take turns, so that they share whatever the machine does; times are medians.
"""
import argparse
import json
import os
import sys

import decisions
import growth
import suites
import worlds
from tools import HERE, OUT, ROOT, Contestant, compiled, present, quietly, say

WORKLOADS = ["s", "d", "world", "growth"]
USUAL = WORKLOADS[:3]
CONTESTANTS = ["native", "sfm", "lua", "python", "behave", "robot", "cedar"]


def find_sfm(build):
    script, binary, absent = ROOT / "scripts" / "sfm", ROOT / ".build" / "release" / "sfm", None
    if build:
        log = OUT / "build.log"
        if not quietly([script, "--help"], log):
            place = log.relative_to(ROOT)
            absent = (f"not built, see {place}", f"не собран, см. {place}")
    elif not os.access(binary, os.X_OK):
        absent = ("not built", "не собран")
    return Contestant("sfm", "sfm", lambda path, count: [binary, "test", path], absent, ours=True)


class Parser(argparse.ArgumentParser):
    def error(self, message):
        self.print_usage(sys.stderr)
        print(f"{self.prog}: {message}", file=sys.stderr)
        sys.exit(64)


def options():
    parser = Parser(prog="scripts/bench", description="sfm beside C++, Lua, Python, behave, Robot Framework and Cedar. "
                    "sfm рядом с C++, Lua, Python, behave, Robot Framework и Cedar.")
    parser.add_argument("--workloads", default=" ".join(USUAL), help='what to measure: s, d, world, growth / что измерять (s d world)')
    parser.add_argument("--sizes", default="1 1000", help='S: how many files, as "1 1000" / сколько файлов')
    parser.add_argument("--people", default="1000 100000 1000000", help='D: how many people, as "1000 100000" / сколько людей')
    parser.add_argument("--rounds", type=int, default=7, help="rounds; at most 3 in D / сколько кругов (7; в D не больше 3)")
    parser.add_argument("--only", default=" ".join(CONTESTANTS), help="contestants, as \"sfm lua\" / участники")
    parser.add_argument("--behave", help="the behave program, when it is not on PATH / где программа behave")
    parser.add_argument("--robot", help="the robot program, when it is not on PATH / где программа robot")
    parser.add_argument("--cedar", help="a Python that has cedarpy / Python, в котором есть cedarpy")
    parser.add_argument("--no-build", action="store_true", help="take sfm as it is / не собирать sfm")
    parser.add_argument("--check", action="store_true", help="only whether the contestants agree / только проверка, что участники согласны")
    parser.add_argument("--timeout", type=int, default=600, help="seconds a run / секунд на один прогон (600)")
    chosen = parser.parse_args()
    # In fewer people some clause would never decide.
    for name, least, most in (("sizes", 1, 99_999), ("people", 1_000, 2_000_000)):
        numbers = getattr(chosen, name).split()
        if not numbers or not all(number.isdecimal() and least <= int(number) <= most for number in numbers):
            parser.error(f"--{name}: {least} to {most} / от {least} до {most}")
        setattr(chosen, name, [int(number) for number in numbers])
    if chosen.rounds < 1 or chosen.timeout < 1:
        parser.error("--rounds, --timeout: at least 1 / не меньше 1")
    for name, known in (("only", CONTESTANTS), ("workloads", WORKLOADS)):
        words = getattr(chosen, name).split()
        if not words or not set(words) <= set(known):
            parser.error(f"--{name}: " + ", ".join(known))
        setattr(chosen, name, words)
    return chosen


def keep(name, rows):
    (OUT / f"{name}.json").write_text(json.dumps(rows, indent=2) + "\n", encoding="utf-8")


def chosen_ones(finders, only):
    """Those that are here, and how many of ours are not."""
    found = [find() for name, find in finders.items() if name in only]
    return present(found), sum(contestant.is_failure for contestant in found)


def main():
    chosen = options()
    OUT.mkdir(exist_ok=True)
    clock, absent = compiled(HERE / "clock.c", "clock")
    if absent:
        say(f"clock.c: {absent[0]}", f"clock.c: {absent[1]}")
        sys.exit(69)
    build = not chosen.no_build
    for_suites, no_suites = chosen_ones({
        "native": suites.find_native, "sfm": lambda: find_sfm(build), "lua": suites.find_lua, "python": suites.find_python,
        "behave": lambda: suites.find_behave(chosen.behave), "robot": lambda: suites.find_robot(chosen.robot),
    }, chosen.only) if {"s", "world", "growth"} & set(chosen.workloads) else ([], 0)
    for_decisions, no_decisions = chosen_ones({
        "native": decisions.find_native, "sfm": lambda: decisions.find_sfm(build), "lua": decisions.find_lua,
        "python": decisions.find_python, "cedar": lambda: decisions.find_cedar(chosen.cedar),
    }, chosen.only) if "d" in chosen.workloads else ([], 0)

    able, exact = suites.check(clock, for_suites), decisions.check(clock, for_decisions) if for_decisions else []
    passed = len(able) + len(exact)
    failed = len(for_suites) + len(for_decisions) - passed + no_suites + no_decisions
    if passed + failed == 0:
        say("none of those contestants is here", "никого из этих участников нет")
        sys.exit(69)
    if chosen.check:
        for contestant in able:
            print(f"{contestant.label}: passes the sound scenario, fails the faulty one / верный пройден, ошибка замечена")
        for contestant in exact:
            print(f"{contestant.label}: every decision is the known one / все решения верны")
        print(f"{passed} passed, {failed} failed")
        sys.exit(0 if failed == 0 else 1)

    complete = failed == 0
    if "s" in chosen.workloads and able:
        rows = []
        for count in chosen.sizes:
            runs = suites.measure(clock, able, count, chosen.rounds, chosen.timeout)
            complete = complete and runs is not None
            rows += suites.table(able, count, runs) if runs else []
        keep("s", rows)
    if exact:
        rows = []
        for people in chosen.people:
            measured = decisions.measure(clock, exact, people, chosen.rounds, chosen.timeout)
            complete = complete and measured is not None
            rows += decisions.table(people, measured) if measured else []
        keep("d", rows)
    sfm = next((contestant for contestant in able if contestant.name == "sfm"), None)
    if "world" in chosen.workloads and sfm:
        rows = worlds.measure(clock, sfm, chosen.rounds, chosen.timeout)
        complete = complete and rows is not None
        keep("world", worlds.table(rows) if rows else [])
    if "growth" in chosen.workloads and sfm:
        keep("counting", growth.counting(ROOT / ".build" / "release" / "sfm", min(chosen.rounds, 3), chosen.timeout))
        keep("growth", growth.measure(ROOT / ".build" / "release" / "sfm", min(chosen.rounds, 3), chosen.timeout))
    # Whoever was left out above has failed: the comparison is not the one that was asked for.
    sys.exit(0 if complete else 1)


main()
