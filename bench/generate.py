"""Writes workload S: N scenario files of 25 steps in the form of every contestant.

usage: generate.py N OUTDIR [--days 14]      --days 13 plants the fault that every contestant has to notice

OUTDIR/sfm has a copy of the policy beside the scenarios; the other folders need the models beside this file.
"""
import argparse
import pathlib
import shutil

HERE = pathlib.Path(__file__).resolve().parent

EVERYBODY = ["anna{i}", "ben{i}", "cleo{i}", "panna{i}", "pben{i}", "pcleo{i}"]
HANDLES = ", ".join("@" + name for name in EVERYBODY)
NAMES = ", ".join(EVERYBODY)

VIOLATE = (
    'violate @anna{i} in chat "C{i}"',
    ("violate", "anna{i}", "C{i}"),
    'When "anna{i}" violates the rules of "C{i}"',
)
REMIND = (
    '@teacher{i}: remind @anna{i} in chat "C{i}"',
    ("remind", "teacher{i}", "anna{i}", "C{i}"),
    'And "teacher{i}" reminds "anna{i}" in "C{i}"',
)

# Every step: the line of sfm, the call of the Lua and Python models, the line of Robot Framework, behave and C++.
STEPS = [
    (
        'given class teacher @teacher{i} of group "G{i}"',
        ("given_class_teacher", "teacher{i}", "G{i}"),
        'Given class teacher "teacher{i}" of group "G{i}"',
    ),
    (
        'given students @anna{i}, @ben{i}, @cleo{i} in group "G{i}"',
        ("given_students", ["anna{i}", "ben{i}", "cleo{i}"], "G{i}"),
        'And students "anna{i}, ben{i}, cleo{i}" in group "G{i}"',
    ),
    *(
        (
            f"given parent @p{name}{{i}} of @{name}{{i}}",
            ("given_parent", f"p{name}{{i}}", f"{name}{{i}}"),
            f'And parent "p{name}{{i}}" of "{name}{{i}}"',
        )
        for name in ("anna", "ben", "cleo")
    ),
    (
        '@teacher{i}: create chat "C{i}" for students, parents of group "G{i}"',
        ("create_chat", "teacher{i}", "C{i}", ["student", "parent"], "G{i}"),
        'When "teacher{i}" creates chat "C{i}" for "student, parent" of group "G{i}"',
    ),
    (
        f'@teacher{{i}}: acquaint {HANDLES} with rules of chat "C{{i}}"',
        ("acquaint", "teacher{i}", EVERYBODY, "C{i}"),
        f'And "teacher{{i}}" acquaints "{NAMES}" with the rules of "C{{i}}"',
    ),
    (
        f'@teacher{{i}}: add {HANDLES} to chat "C{{i}}"',
        ("add", "teacher{i}", EVERYBODY, "C{i}"),
        f'And "teacher{{i}}" adds "{NAMES}" to "C{{i}}"',
    ),
    (
        '@anna{i}: post "The homework is on page {i}" in chat "C{i}"',
        ("post", "anna{i}", "The homework is on page {i}", "C{i}"),
        'And "anna{i}" posts "The homework is on page {i}" in "C{i}"',
    ),
    *[VIOLATE, REMIND] * 3,
    (
        'expect denied by clause 4.2: @teacher{i}: block @anna{i} in chat "C{i}" for 14 days',
        ("expect_denied_block", "4.2", "teacher{i}", "anna{i}", "C{i}", 14),
        'Then clause "4.2" denies "teacher{i}" to block "anna{i}" in "C{i}" for 14 days',
    ),
    VIOLATE,
    (
        '@teacher{i}: block @anna{i} in chat "C{i}" for 14 days',
        ("block", "teacher{i}", "anna{i}", "C{i}", 14),
        'And "teacher{i}" blocks "anna{i}" in "C{i}" for 14 days',
    ),
    (
        'expect @anna{i} is blocked in chat "C{i}"',
        ("expect_blocked", "anna{i}", "C{i}", True),
        'Then "anna{i}" is blocked in "C{i}"',
    ),
    ("advance {days} days", ("advance", "{days}"), "When {days} days pass"),
    (
        'expect @anna{i} is not blocked in chat "C{i}"',
        ("expect_blocked", "anna{i}", "C{i}", False),
        'Then "anna{i}" is not blocked in "C{i}"',
    ),
    ("depart @ben{i}", ("depart", "ben{i}"), 'When "ben{i}" departs'),
    ("fulfil duties", ("fulfil_duties",), "And everybody does their duty"),
    (
        'expect @ben{i} is not member of chat "C{i}"',
        ("expect_member", "ben{i}", "C{i}", False),
        'Then "ben{i}" is not member of "C{i}"',
    ),
    (
        'expect @pben{i} is not member of chat "C{i}"',
        ("expect_member", "pben{i}", "C{i}", False),
        'And "pben{i}" is not member of "C{i}"',
    ),
]
assert len(STEPS) == 25, len(STEPS)

TITLE = "Blocking, expiry and departure {i}"


def sfm(values):
    lines = ['use policy "./messenger.sfm"', "", f'scenario "{TITLE}"']
    lines += ["  " + line for line, _, _ in STEPS]
    return "\n".join(lines + ["end", ""]).format(**values)


def robot(values):
    lines = ["*** Settings ***", "Library    MessengerKeywords", "", "*** Test Cases ***", TITLE]
    lines += ["    " + line for _, _, line in STEPS]
    return "\n".join(lines + [""]).format(**values)


def feature(values):
    lines = [f"Feature: {TITLE}", "", f"  Scenario: {TITLE}"]
    lines += ["    " + line for _, _, line in STEPS]
    return "\n".join(lines + [""]).format(**values)


def literal(value, values, words):
    if isinstance(value, list):
        return words["open"] + ", ".join(literal(item, values, words) for item in value) + words["close"]
    if isinstance(value, bool):
        return words[value]
    text = str(value).format(**values)
    return text if isinstance(value, int) or value == "{days}" else f'"{text}"'


def calls(first, call, words):
    def write(values):
        lines = [first]
        for _, (name, *arguments), _ in STEPS:
            lines.append(call + name + "(" + ", ".join(literal(item, values, words) for item in arguments) + ")")
        return "\n".join(lines + [""])

    return write


lua = calls("local world = World.new()", "world:", {"open": "{", "close": "}", True: "true", False: "false"})
python = calls("world = World()", "world.", {"open": "[", "close": "]", True: "True", False: "False"})

FORMS = {
    "native": ("feature", feature), "sfm": ("sfm", sfm), "lua": ("lua", lua), "python": ("py", python), "behave": ("feature", feature),
    "robot": ("robot", robot),
}


def generate(count, out, days=14):
    """Writes the suite in every form; a folder that is already there is replaced."""
    if out.exists():
        shutil.rmtree(out)
    for name, (suffix, write) in FORMS.items():
        folder = out / name
        folder.mkdir(parents=True)
        for i in range(1, count + 1):
            (folder / f"s{i:05d}.{suffix}").write_text(write({"i": i, "days": days}), encoding="utf-8")
    shutil.copy(HERE / "messenger.sfm", out / "sfm" / "messenger.sfm")
    # behave looks for the steps beside the features.
    (out / "behave" / "steps").mkdir()
    (out / "behave" / "steps" / "steps.py").write_text("import messenger_steps\n", encoding="utf-8")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("count", type=int)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--days", type=int, default=14)
    options = parser.parse_args()
    generate(options.count, options.out, options.days)
