"""Writes a scenario in a big school: PEOPLE people, ten to a chat, and STEPS steps all over it.

usage: world.py PEOPLE STEPS OUT
"""
import pathlib
import shutil
import sys

HERE = pathlib.Path(__file__).resolve().parent
MEMBERS = 10

# Four steps of a round; who acts is named, as it is in any big suite.
ROUND = [
    'violate @s{person} in chat "C{chat}"',
    '@t{chat}: remind @s{person} in chat "C{chat}"',
    '@s{person}: post "It will not happen again" in chat "C{chat}"',
    'expect @s{person} is member of chat "C{chat}"',
]


def write(people, steps, out):
    chats = max(1, people // MEMBERS)
    with open(out, "w", encoding="utf-8") as file:
        file.write('use policy "./messenger.sfm"\n\nbackground\n')
        for chat in range(chats):
            students = ", ".join(f"@s{chat * MEMBERS + i}" for i in range(1, MEMBERS))
            file.write(f'  given class teacher @t{chat} of group "G{chat}"\n')
            file.write(f'  given students {students} in group "G{chat}"\n')
            file.write(f'  given chat "C{chat}" for students of group "G{chat}" moderated by @t{chat}\n')
        file.write('end\n\nscenario "Steps all over the school"\n')
        for k in range(steps):
            # A prime far from the number of chats leads from one round to somewhere else.
            chat, member = k // len(ROUND) * 7919 % chats, 1 + k // len(ROUND) % (MEMBERS - 1)
            file.write("  " + ROUND[k % len(ROUND)].format(chat=chat, person=chat * MEMBERS + member) + "\n")
        file.write("end\n")
    shutil.copy(HERE / "messenger.sfm", pathlib.Path(out).parent / "messenger.sfm")


if __name__ == "__main__":
    if len(sys.argv) != 4 or not sys.argv[1].isdecimal() or not sys.argv[2].isdecimal():
        sys.exit(__doc__)
    write(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3])
