"""Workload growth: what one construct of the language costs, and what it costs where there is twice as much of it.

Each construct is a text or a few files made from a number, and the command that reads them. Time is the processor's, user and system
together; what matters is the factor from n to 2n. A run that ends with a limit (3) is shown as one.
"""
import os
import resource
import shutil
import signal
import statistics
import subprocess
import time

from tools import OUT, say

SCHOOL = 'given school "S" with admin @adm\ngiven class teacher @ct of group "G1"\n'
CHAT = 'given chat "C1" for students of group "G1" moderated by @ct\n'


def handles(n, stem="s"):
    return ", ".join(f"@{stem}{k}" for k in range(n))


def students(n, stem="s"):
    """Pupils of one group, a hundred a line."""
    names = [f"@{stem}{k}" for k in range(n)]
    return "".join(f"given students {', '.join(names[k:k + 100])} in group \"G1\"\n" for k in range(0, n, 100))


def background(text):
    return "background\n" + text + "end\n"


def scenario(steps, title="x"):
    return f'scenario "{title}"\n{steps}end\n'


def policy(clauses, name="own", head=""):
    return f'policy "{name}"\n{head}{clauses}end\n'


def clause(k, rules):
    return f'clause {k} "c{k}"\n{rules}\n'


RULE = "permit block by moderator when violations > 3"


def lattice(levels):
    """Two policies a level, each extends both of the level below."""
    out = ""
    for level in range(levels):
        for side in "ab":
            below = f'extends "p{level - 1}a"\nextends "p{level - 1}b"\n' if level else ""
            out += policy(clause(1, RULE), f"p{level}{side}", below)
    return out + f'use policy "p{levels - 1}a"\n' + scenario("given school \"S\" with admin @a\nexpect @a is admin\n")


def chain(n):
    out = "".join(policy(clause(1, RULE), f"p{k}", f'extends "p{k - 1}"\n' if k else "") for k in range(n))
    return out + f'use policy "p{n - 1}"\n' + scenario("given school \"S\" with admin @a\nexpect @a is admin\n")


def departures(n, chats=50):
    duty = policy(clause(1, "oblige moderator to remove target when depart\npermit remove by moderator"))
    world = SCHOOL + students(n) + "".join(f'given chat "C{k}" for students of group "G1" moderated by @ct\n' for k in range(chats))
    return duty + 'use policy "own"\n' + scenario(world + f"depart {handles(n)}\nfulfil duties\nexpect no pending duties\n")


def colliding(count):
    """Names of sixteen bytes that differ as little as names can."""
    return [f"@aaaaaaaa{k:07d}" for k in range(count)]


def many_files(n):
    return {f"f{k:05d}.sfm": scenario('given school "S" with admin @a\nexpect @a is admin\n') for k in range(n)}


def table(n):
    rows = "".join(f"| {k} |\n" for k in range(n))
    return background(SCHOOL + 'given student @s1 in group "G1"\n' + CHAT) + (
        'scenario "x <n>"\n  given violations of @s1 in chat "C1" = <n>\n  expect violations of @s1 in chat "C1" = <n>\nexamples\n| n |\n' + rows + "end\n")


def posts(n):
    return scenario(SCHOOL + 'given student @s1 in group "G1"\n' + CHAT + '@s1: post "hello" in chat "C1"\n' * n + "expect @s1 is student\n")


def violations(n):
    return SCHOOL + 'given student @s1 in group "G1"\n' + CHAT + 'violate @s1 in chat "C1"\n' * n


DUTY = 'policy "own"\nclause 1 "c"\noblige moderator to remind target when violate within 3 days\npermit remind by moderator\nend\nuse policy "own"\n'

# Name, how many, the text or the files, the words behind `sfm`; the text is t.sfm.
CONSTRUCTS = [
    ("steps, each an act", 100_000, posts, ["test", "t.sfm"]),
    ("steps, told by run", 40_000, lambda n: posts(n).replace('scenario "x"\n', "").replace("end\n", ""), ["run", "t.sfm"]),
    ("scenarios", 50_000, lambda n: background(SCHOOL) + "".join(scenario("expect @adm is admin\n", f"s{k}") for k in range(n)), ["test", "t.sfm"]),
    ("scenarios that fail", 20_000, lambda n: background(SCHOOL) + "".join(scenario("expect @ct is admin\n", f"s{k}") for k in range(n)), ["test", "t.sfm"]),
    ("scenarios of one title", 20_000, lambda n: background(SCHOOL) + scenario("expect @adm is admin\n") * n, ["test", "t.sfm"]),
    ("expectations that fail", 50_000, lambda n: scenario(SCHOOL + "expect @ct is admin\n" * n), ["test", "t.sfm"]),
    ("new expectations", 3_000, lambda n: background(SCHOOL) + "".join(scenario("expect @ct is admin\n", f"s{k}") for k in range(n)),
     ["test", "--update", "--yes", "t.sfm"]),
    ("rows of a table", 20_000, table, ["test", "t.sfm"]),
    ("mistakes", 5_000, lambda n: scenario("blokc @x\n" * n), ["check", "t.sfm"]),
    ("unknown names", 50_000, lambda n: scenario(SCHOOL + "".join(f"expect @nobody{k} is admin\n" for k in range(n))), ["check", "t.sfm"]),
    ("comments", 200_000, lambda n: "# a comment\n" * n + scenario(SCHOOL + "expect @adm is admin\n"), ["test", "t.sfm"]),
    ("combining marks behind a letter", 250_000, lambda n: scenario(SCHOOL + 'given student @s1 in group "G1"\n' + CHAT
     + '@s1: post "e' + "\u0301" * (n // 2) + '" in chat "C1"\nexpect @s1 is student\n'), ["test", "t.sfm"]),
    ("a long string", 1_000_000, lambda n: scenario(SCHOOL + 'given student @s1 in group "G1"\n' + CHAT + '@s1: post "' + "x" * n
     + '" in chat "C1"\nexpect @s1 is student\n'), ["test", "t.sfm"]),
    ("a line of words", 1_000_000, lambda n: scenario("violate " + "word " * n + "\n"), ["check", "t.sfm"]),
    ("unclosed quotes", 100_000, lambda n: scenario('given student @s1 in group "G1\n' * n), ["check", "t.sfm"]),
    ("people", 200_000, lambda n: scenario(SCHOOL + students(n) + "expect @s1 is student\n"), ["test", "t.sfm"]),
    ("people of nearly one name", 50_000, lambda n: scenario(SCHOOL + "".join(f"given student {name} in group \"G1\"\n" for name in colliding(n))
     + "expect @ct is class teacher\n"), ["test", "t.sfm"]),
    ("groups", 100_000, lambda n: scenario(SCHOOL + "".join(f'given group "K{k}"\n' for k in range(n)) + "expect @adm is admin\n"), ["test", "t.sfm"]),
    ("chats", 50_000, lambda n: scenario(SCHOOL + students(10) + "".join(
        f'given chat "K{k}" for students of group "G1" moderated by @ct\n' for k in range(n)) + "expect @adm is admin\n"), ["test", "t.sfm"]),
    ("members of one chat", 100_000, lambda n: scenario(SCHOOL + students(n) + CHAT + 'expect @s1 is member of chat "C1"\n'), ["test", "t.sfm"]),
    ("parents of one child", 40_000, lambda n: scenario(SCHOOL + students(1) + "".join(f"given parent @p{k} of @s0\n" for k in range(n))
     + "expect @p0 is parent\n"), ["test", "t.sfm"]),
    ("a list of people in one act", 50_000, lambda n: scenario(SCHOOL + students(n) + CHAT + f'violate {handles(n)} in chat "C1"\nexpect @s1 is student\n'),
     ["test", "t.sfm"]),
    ("a list of people in a fact", 100_000, lambda n: scenario(SCHOOL + f'given students {handles(n)} in group "G1"\nexpect @s1 is student\n'), ["test", "t.sfm"]),
    ("exact members", 100_000, lambda n: scenario(SCHOOL + students(n) + CHAT + f'expect members of chat "C1" are {handles(n)}, @ct\n'), ["test", "t.sfm"]),
    ("departures from fifty chats", 200, departures, ["test", "t.sfm"]),
    ("duties of one person", 20_000, lambda n: DUTY + scenario(SCHOOL + students(1) + CHAT + 'violate @s0 in chat "C1"\n' * n
     + "fulfil duties\nexpect no pending duties\n"), ["test", "t.sfm"]),
    ("duties that pass their term", 50_000, lambda n: DUTY + scenario(SCHOOL + students(1) + CHAT + 'violate @s0 in chat "C1"\n' * n
     + "advance 5 days\nexpect breach of clause 1 by @ct\n"), ["test", "t.sfm"]),
    ("days one by one", 200_000, lambda n: DUTY + scenario(SCHOOL + students(1) + CHAT + f'repeat {n} times\nadvance 1 day\nend\nexpect no breaches\n'),
     ["test", "t.sfm"]),
    ("blocks one after another", 100_000, lambda n: scenario(SCHOOL + students(1) + CHAT + f'repeat {n} times\nblock @s0 in chat "C1" for 1 day\nadvance 1 day\nend\n'
     + "expect @s0 is not blocked\n"), ["test", "t.sfm"]),
    ("breaches", 100_000, lambda n: 'policy "own"\nclause 1 "c"\nforbid remind by moderator\nend\nuse policy "own"\n' + scenario(
        SCHOOL + students(1) + CHAT + f'repeat {n} times\nforce @ct: remind @s0 in chat "C1"\nend\nexpect breach of clause 1 by @ct\n'), ["test", "t.sfm"]),
    ("open links", 50_000, lambda n: scenario(SCHOOL + "".join(f'given link L{k} is open for teacher to school\n' for k in range(n))
     + "annul unclaimed links\nexpect @adm is admin\n"), ["test", "t.sfm"]),
    ("orders", 50_000, lambda n: scenario(SCHOOL + "".join(f'@adm: issue order "{k}"\n' for k in range(n)) + "expect @adm is admin\n"), ["test", "t.sfm"]),
    ("nobody of many may", 30_000, lambda n: 'policy "own"\nclause 1 "c"\npermit block by moderator when violations > 3\nend\nuse policy "own"\n' + scenario(
        SCHOOL + students(n) + CHAT + 'expect not granted: block @s0 in chat "C1" for 1 day\n' * 20), ["test", "t.sfm"]),
    ("rules", 5_000, lambda n: policy("".join(clause(k, RULE) for k in range(n))) + 'use policy "own"\n' + scenario(SCHOOL + "expect @adm is admin\n"),
     ["test", "t.sfm"]),
    ("rules, linted", 5_000, lambda n: policy("".join(clause(k, f"permit block by moderator when violations > {k}") for k in range(n))), ["check", "t.sfm"]),
    ("rules that a decision asks", 5_000, lambda n: policy("".join(clause(k, f"permit block by moderator when violations > {k + 3}") for k in range(n)))
     + 'use policy "own"\n' + scenario(SCHOOL + students(1) + CHAT + 'expect not granted: @ct: block @s0 in chat "C1" for 1 day\n' * 3), ["test", "t.sfm"]),
    ("rules of one clause", 10_000, lambda n: policy(clause(1, "\n".join([RULE] * n))) + 'use policy "own"\n' + scenario(SCHOOL + "expect @adm is admin\n"),
     ["test", "t.sfm"]),
    ("conditions joined by and", 50_000, lambda n: policy(clause(1, "permit block by moderator when " + " and ".join(["violations > 3"] * n)))
     + 'use policy "own"\n' + scenario(SCHOOL + "expect @adm is admin\n"), ["test", "t.sfm"]),
    ("conditions joined by and, linted", 50_000, lambda n: policy(clause(1, "permit block by moderator when " + " and ".join(["violations > 3"] * n))),
     ["check", "t.sfm"]),
    ("conditions joined by or, linted", 50_000, lambda n: policy(clause(1, "permit block by moderator when " + " or ".join(
        f"violations = {k}" for k in range(n)))), ["check", "t.sfm"]),
    ("lists", 20_000, lambda n: policy("".join(f'list l{k}: "a{k}"\n' if k else 'clause 1 "c"\nlist l0: "a0"\n' for k in range(n)) + "permit block by moderator\n")
     + 'use policy "own"\n' + scenario(SCHOOL + "expect @adm is admin\n"), ["test", "t.sfm"]),
    ("items of a list", 200_000, lambda n: policy(clause(1, "list l: " + ", ".join(f'"a{k}"' for k in range(n)) + "\nforbid use messenger when messenger in list l"))
     + 'use policy "own"\n' + scenario(SCHOOL + 'expect prohibited: @adm: use messenger "a1" for work\n'), ["test", "t.sfm"]),
    ("notes", 200_000, lambda n: policy(clause(1, RULE + "\n" + 'note "x"\n' * n)) + 'use policy "own"\n' + scenario(SCHOOL + "expect @adm is admin\n"),
     ["test", "t.sfm"]),
    ("policies", 500, lambda n: "".join(policy(clause(1, RULE), f"p{k}") for k in range(n)) + scenario(SCHOOL + "expect @adm is admin\n"), ["test", "t.sfm"]),
    ("policies in force", 500, lambda n: "".join(policy(clause(1, RULE), f"p{k}") for k in range(n)) + "".join(f'use policy "p{k}"\n' for k in range(n))
     + scenario(SCHOOL + "expect @adm is admin\n"), ["test", "t.sfm"]),
    ("a chain of extends", 30, chain, ["test", "t.sfm"]),
    ("two policies a level, each extends both below", 18, lattice, ["test", "t.sfm"]),
    ("an included file, again and again", 150, lambda n: {"t.sfm": 'include "i.sfm"\n' * n + scenario("expect @adm is admin\n"),
     "i.sfm": background(SCHOOL + "# " + "x" * 100_000 + "\n")}, ["test", "t.sfm"]),
    ("files", 2_000, many_files, ["test", "."]),
    ("clauses compared", 2_000, lambda n: {"a.sfm": policy("".join(clause(k, f"permit block by moderator when violations > {k}") for k in range(n)), "a"),
     "b.sfm": policy("".join(clause(k, f"permit block by moderator when violations > {k + 1}") for k in range(n)), "b")}, ["compare", "./a.sfm", "./b.sfm"]),
    ("clauses covered", 5_000, lambda n: policy("".join(clause(k, RULE) for k in range(n))) + 'use policy "own"\n' + scenario(SCHOOL + "expect @adm is admin\n"),
     ["coverage", "t.sfm"]),
    ("clauses left out one by one", 500, lambda n: policy("".join(clause(k, RULE) for k in range(n))) + 'use policy "own"\n' + scenario(
        SCHOOL + "expect @adm is admin\n"), ["coverage", "--mutants", "t.sfm"]),
    ("formatted lines", 50_000, posts, ["fmt", "t.sfm"]),
    ("translated lines", 10_000, posts, ["fmt", "--to", "ru", "t.sfm"]),
    ("a page of steps", 20_000, posts, ["test", "t.sfm", "--report", "html=o.html"]),
    ("lines typed", 10_000, lambda n: violations(n), ["<t.sfm"]),
    ("a loop typed", 400_000, lambda n: SCHOOL + students(1) + CHAT + f'repeat {n} times\nviolate @s0 in chat "C1"\nend\n', ["<t.sfm"]),
    ("a file loaded", 20_000, lambda n: {"t.sfm": violations(n), "in.txt": 'load "t.sfm"\nshow log\n'}, ["<in.txt"]),
    ("a question after a file", 50_000, violations, ["ask", "show log", "--after", "t.sfm"]),
    ("steps taken back", 5_000, lambda n: violations(n) + "undo\n" * n, ["<t.sfm"]),
    ("people typed in", 10_000, lambda n: SCHOOL + "".join(f'given student @s{k} in group "G1"\n' for k in range(n)), ["<t.sfm"]),
    ("people who come into a chat as they act", 20_000, lambda n: scenario(SCHOOL + CHAT + "".join(f'violate @u{k} in chat "C1"\n' for k in range(n))
     + "expect @adm is admin\n"), ["test", "t.sfm"]),
    ("duties of as many people, asked about", 5_000, lambda n: DUTY + scenario(SCHOOL + students(n) + CHAT + "".join(
        f'violate @s{k} in chat "C1"\nexpect @ct has duty to remind @s{k}\n' for k in range(n))), ["test", "t.sfm"]),
    ("duties that lapse one by one", 5_000, lambda n: 'policy "own"\nclause 1 "c"\noblige moderator to remove target when violate\nend\nuse policy "own"\n'
     + scenario(SCHOOL + students(n) + CHAT + f'violate {handles(n)} in chat "C1"\n' + "".join(f'force @ct: remove @s{k} from chat "C1"\n' for k in range(n))
                + "expect @adm is admin\n"), ["test", "t.sfm"]),
    ("scenarios in a school of many", 200, lambda n: background(SCHOOL + students(20 * n)) + "".join(
        scenario("expect @adm is admin\n", f"s{k}") for k in range(50)), ["test", "t.sfm"]),
    ("unknown lists", 2_000, lambda n: policy("".join(f'list l{k}: "a{k}"\n' if k else 'clause 1 "c"\nlist l0: "a0"\n' for k in range(n)) + "".join(
        f"forbid use messenger when messenger in list k{k}\n" for k in range(n))), ["check", "t.sfm"]),
    ("unknown policies", 300, lambda n: "".join(policy(clause(1, RULE), f"p{k}") for k in range(n)) + "".join(f'use policy "q{k}"\n' for k in range(n))
     + scenario(SCHOOL + "expect @adm is admin\n"), ["check", "t.sfm"]),
    ("policies put in force by a step", 300, lambda n: "".join(policy(clause(1, RULE), f"p{k}") for k in range(n)) + scenario(
        SCHOOL + "".join(f'use policy "p{k}"\n' for k in range(n)) + "expect @adm is admin\n"), ["test", "t.sfm"]),
    ("norms that say the same, compared", 5_000, lambda n: {"a.sfm": policy("".join(clause(k, RULE) for k in range(n)), "a"),
     "b.sfm": policy("".join(clause(k, RULE) for k in range(n)), "b")}, ["compare", "./a.sfm", "./b.sfm"]),
    ("a policy read out", 5_000, lambda n: {"a.sfm": policy("".join(clause(k, f"permit block by moderator when violations > {k}") for k in range(n)), "a")},
     ["show", "./a.sfm"]),
    ("new expectations, all alike", 3_000, lambda n: SCHOOL + "expect @ct is admin\n" * n, ["test", "--update", "--yes", "t.sfm"]),
    ("mistakes that are mended", 5_000, lambda n: SCHOOL + 'given student @s1 in group "G1"\n' + "".join("given student @s2 in group \"G1“\n" for _ in range(n)),
     ["check", "--fix", "t.sfm"]),
    ("formatted rules", 10_000, lambda n: policy("".join(clause(k, RULE) for k in range(n))), ["fmt", "t.sfm"]),
    ("a report for machines", 20_000, lambda n: background(SCHOOL) + "".join(scenario("expect @ct is admin\n", f"s{k}") for k in range(n)),
     ["test", "t.sfm", "--report", "junit=o.xml", "--report", "sarif=o.sarif", "--report", "json=o.json", "--report", "markdown=o.md"]),
    ("tags", 20_000, lambda n: background(SCHOOL) + "".join(f'scenario "s{k}" [t{k}]\nexpect @adm is admin\nend\n' for k in range(n)),
     ["test", "t.sfm", "--tag", "not t1"]),
    ("voices of a call", 20_000, lambda n: scenario(SCHOOL + students(n) + CHAT + '@ct: start call in chat "C1"\n' + "".join(
        f'join call @s{k} in chat "C1"\n' for k in range(n)) + "expect @adm is admin\n"), ["test", "t.sfm"]),
    ("answers and votes of a poll", 20_000, lambda n: scenario(SCHOOL + students(n) + CHAT + '@ct: create poll "x" with ' + ", ".join(f'"a{k}"' for k in range(n))
     + ' in chat "C1"\n' + "".join(f'@s{k}: vote for "a{k}" in chat "C1"\n' for k in range(n)) + "expect @adm is admin\n"), ["test", "t.sfm"]),
    ("polls, a vote in each", 20_000, lambda n: scenario(SCHOOL + students(1) + CHAT + '@ct: create poll "x" with "a" in chat "C1"\n'
     '@s0: vote for "a" in chat "C1"\n' * n + "expect @adm is admin\n"), ["test", "t.sfm"]),
    ("broadcasts", 50_000, lambda n: scenario(SCHOOL + "".join(f'@adm: plan broadcast "b{k}"\n' for k in range(n)) + "".join(
        f'@adm: start broadcast "b{k}"\n' for k in range(n)) + "expect @adm is admin\n"), ["test", "t.sfm"]),
    ("objections, withdrawn", 10_000, lambda n: scenario(SCHOOL + students(n) + CHAT + 'block @s0 in chat "C1" for 30 days\n' + "".join(
        f'object @s{k} to unblocking @s0 in chat "C1"\n' for k in range(1, n)) + "".join(f'withdraw objection @s{k} in chat "C1"\n' for k in range(1, n))
     + "expect @adm is admin\n"), ["test", "t.sfm"]),
    ("members counted", 5_000, lambda n: scenario(SCHOOL + students(n) + CHAT + f'expect members of chat "C1" = {n + 1}\n' * n), ["test", "t.sfm"]),
    ("messages counted", 10_000, lambda n: scenario(SCHOOL + students(1) + CHAT + '@s0: post "hello" in chat "C1"\nexpect messages in chat "C1" > 0\n' * n),
     ["test", "t.sfm"]),
    ("classes of one teacher", 20_000, lambda n: scenario(SCHOOL + "".join(f'given class teacher @ct of group "K{k}"\n' for k in range(n))
     + "expect @ct is class teacher\n"), ["test", "t.sfm"]),
    ("chats typed in", 5_000, lambda n: SCHOOL + students(10) + "".join(
        f'given chat "K{k}" for students of group "G1" moderated by @ct\n' for k in range(n)), ["<t.sfm"]),
    ("messages typed in", 10_000, lambda n: SCHOOL + students(1) + CHAT + '@s0: post "hello" in chat "C1"\n' * n, ["<t.sfm"]),
    ("columns that none are", 20_000, lambda n: "scenario \"x\"\n" + SCHOOL + CHAT + '@ct: post "x < y" in chat "C1"\n' * n
     + "expect @adm is admin\nexamples\n|a|\n|@adm|\nend\n", ["test", "t.sfm"]),
    ("fixes that mend nothing by themselves", 500, lambda n: "scenario \"x\"\n" + SCHOOL + 'given studnt @s1 in group "G1“\n' * n + "end\n",
     ["check", "--fix", "t.sfm"]),
    ("clauses that nearly grant it", 2_000, lambda n: 'policy "p"\n  title "P"\n' + "".join(
        f'  clause {k} "c{k}"\n    permit block by moderator when violations > {k}\n' for k in range(1, n + 1)) + 'end\nuse policy "p"\nbackground\n'
     + SCHOOL + students(1) + CHAT + "end\n" + 'scenario "s"\n@ct: block @s0 in chat "C1" for 1 day\nend\n' * 20, ["test", "t.sfm"]),
    ("clauses that nobody knows, cited", 4_000, lambda n: 'policy "p"\n  title "P"\n' + "".join(
        f'  clause {k} "c{k}"\n    permit block by moderator when violations > {k}\n' for k in range(1, n + 1)) + 'end\nuse policy "p"\n' + scenario(
            SCHOOL + students(1) + CHAT + "".join(f'expect denied by clause {90000 + k}.1: block @s0 in chat "C1" for 1 day\n' for k in range(n))),
     ["check", "t.sfm"]),
    ("columns that stand twice", 8_000, lambda n: 'scenario "x"\nregister school\nexamples\n' + "|a" * n + "|\n" + "|b" * n + "|\nend\nend\n",
     ["check", "t.sfm"]),
    ("many cells in one line", 16_000, lambda n: 'scenario "x"\ngiven students ' + ", ".join(f"@<a>{k}" for k in range(n))
     + "\nexamples\n|a|\n|b|\nend\nend\n", ["fmt", "t.sfm"]),
    ("people of each scenario's own", 12_500, lambda n: "".join(
        scenario(f'given student @u{k} in group "g"\nexpect @u{k} is student\n', f"x{k}") for k in range(n)), ["test", "t.sfm"]),
    ("people of each row's own", 16_000, lambda n: 'scenario "x"\ngiven student @<a> in group "g"\nexpect group "g" exists\nexamples\n|a|\n'
     + "".join(f"|u{k}|\n" for k in range(n)) + "end\nend\n", ["test", "t.sfm"]),
    ("schools without a name", 12_500, lambda n: "".join(scenario("register school\n", str(k)) for k in range(n)), ["test", "t.sfm"]),
    ("duties in each chat that somebody leaves", 4_000, lambda n: 'use policy "koshdo-2024"\n' + scenario(
        SCHOOL + 'given student @s in group "G1"\n' + "".join(f'given chat "c{k}" for students of group "G1" moderated by @ct\n' for k in range(n))
        + "depart @s\nfulfil duties\nexpect no pending duties\n"), ["test", "t.sfm"]),
    ("steps of a scenario that is brought up to date", 8_000, lambda n: 'use policy "koshdo-2024"\n' + scenario(
        SCHOOL + students(1) + CHAT + 'violate @s0 in chat "C1"\n' * n + 'expect violations of @s0 in chat "C1" = 0\n'), ["test", "--update", "t.sfm"]),
    ("duties that a run tells of", 16_000, lambda n: 'use policy "koshdo-2024"\n' + scenario(
        SCHOOL + students(1) + CHAT + 'violate @s0 in chat "C1"\n' * n), ["run", "t.sfm"]),
    ("expectations about people nobody knows", 20_000, lambda n: scenario(SCHOOL + students(n) + CHAT + "".join(
        f'expect allowed: violate @u{k} in chat "C1"\n' for k in range(n))), ["test", "t.sfm"]),
    ("kinds of message that nobody declares", 4_000, lambda n: 'policy "p"\nmessage kinds ' + ", ".join(f'"k{k}z"' for k in range(n))
     + '\nclause 1 "c"\nforbid post by parent\nend\nuse policy "p"\n' + scenario(SCHOOL + students(1) + CHAT + "".join(
         f'@s0: post "hello" in chat "C1" as "k{k}y"\n' for k in range(n))), ["check", "t.sfm"]),
    ("duties of every day", 500, lambda n: policy("".join(clause(k, "oblige administrator to monitor use every day") for k in range(n))) + 'use policy "own"\n'
     + scenario(SCHOOL + "given student @s in group \"G1\"\nadvance 100 days\nexpect breach of clause 1 by @adm\n"), ["test", "t.sfm"]),
    ("chats that wait for a state", 4_000, lambda n: policy(clause(1, "permit create chat, close chat by administrator\n"
     "oblige administrator to open chat when chat is closed within 3 days")) + 'use policy "own"\n' + scenario(SCHOOL + "".join(
         f'@adm: create chat "C{k}" for students of group "G1"\n@adm: close chat "C{k}"\n' for k in range(n))), ["test", "t.sfm"]),
    ("chats that fall silent", 4_000, lambda n: policy(clause(1, "permit create chat, close chat by administrator\n"
     "oblige administrator to close chat when chat is silent for 3 days")) + 'use policy "own"\n' + scenario(SCHOOL + "".join(
         f'@adm: create chat "C{k}" for students of group "G1"\nadvance 1 minute\n' for k in range(n)) + "advance 10 days\n"), ["test", "t.sfm"]),
    ("each of a role, who come one by one", 4_000, lambda n: policy(clause(1, "oblige each teacher to monitor use every month")) + 'use policy "own"\n'
     + scenario(SCHOOL + "advance 1 day\n" + "".join(f"given teacher @t{k}\n" for k in range(n)) + "advance 3 months\n"), ["test", "t.sfm"]),
    ("duties of many, typed in", 5_000, lambda n: DUTY + SCHOOL + students(n) + CHAT + "".join(f'violate @s{k} in chat "C1"\n' for k in range(n)), ["<t.sfm"]),
    ("breaches typed in", 10_000, lambda n: 'policy "own"\nclause 1 "c"\nforbid remind by moderator\nend\nuse policy "own"\n' + SCHOOL + students(1) + CHAT
     + 'force @ct: remind @s0 in chat "C1"\n' * n, ["<t.sfm"]),
    ("votes typed in", 10_000, lambda n: SCHOOL + students(n) + CHAT + '@ct: create poll "x" with "a" in chat "C1"\n' + "".join(
        f'@s{k}: vote for "a" in chat "C1"\n' for k in range(n)), ["<t.sfm"]),
    ("voices of a call, typed in", 10_000, lambda n: SCHOOL + students(n) + CHAT + '@ct: start call in chat "C1"\n' + "".join(
        f'join call @s{k} in chat "C1"\n' for k in range(n)), ["<t.sfm"]),
    ("what can", 10_000, lambda n: SCHOOL + students(n) + CHAT, ["ask", "what can @s1", "--after", "t.sfm"]),
    ("who can", 20_000, lambda n: SCHOOL + students(n) + CHAT, ["ask", "who can violate @s1", "--after", "t.sfm"]),
]

# The most that twice the input may cost.
MOST = 2.3


class Run:
    def __init__(self, seconds, peak, status):
        self.seconds, self.peak, self.status = seconds, peak, status


def run_once(program, words, folder, timeout):
    """Processor seconds and peak memory of one command; killed beyond the time or 8 GiB."""
    source = subprocess.DEVNULL
    if words[0].startswith("<"):
        source, words = open(os.path.join(folder, words[0][1:]), "rb"), []

    def limit():
        resource.setrlimit(resource.RLIMIT_AS, (16 << 30, 16 << 30))

    environment = dict(os.environ, HOME=str(folder), XDG_STATE_HOME=str(folder / "state"), LC_ALL="C")
    environment.pop("CI", None)
    child = subprocess.Popen([program, *words], cwd=folder, stdin=source, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                             preexec_fn=limit, env=environment)
    start = time.monotonic()
    while True:
        pid, status, usage = os.wait4(child.pid, os.WNOHANG)
        if pid:
            break
        if time.monotonic() - start > timeout:
            child.send_signal(signal.SIGKILL)
            _, status, usage = os.wait4(child.pid, 0)
            break
        time.sleep(0.002)
    child.returncode = os.waitstatus_to_exitcode(status)
    return Run(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, child.returncode)


def write(folder, made):
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name, text in (made if isinstance(made, dict) else {"t.sfm": made}).items():
        (folder / name).write_text(text, encoding="utf-8")


def measured(program, construct, n, rounds, timeout):
    """The median of a few runs; of one where it takes long."""
    _, _, make, words = construct
    folder = OUT / "growth"
    runs = []
    for _ in range(rounds):
        write(folder, make(n))
        runs.append(run_once(program, words, folder, timeout))
        if runs[-1].seconds > 2 or runs[-1].status < 0:
            break
    middle = sorted(runs, key=lambda run: run.seconds)[len(runs) // 2]
    return Run(statistics.median(run.seconds for run in runs), max(run.peak for run in runs), middle.status)


COUNTING = """policy "own"
message kinds "note"
clause 1 "c"
forbid post when messages "note" of actor in 1 month >= 2000000
end
use policy "own"
"""


def counting(sfm, rounds, timeout, questions=200_000):
    """What questions about a count cost behind ever more that was done: the difference that they make to a run."""
    say(f"counting: {questions} questions about a count, seconds of the processor, by how much is in the log",
        f"подсчёт: {questions} вопросов о числе, секунды процессора, по тому, сколько в журнале")
    folder = OUT / "growth"
    rows = []
    for done in (1_000, 10_000, 100_000):
        def run(asked):
            ask = f'repeat {asked} times\nexpect allowed: @s0: post "x" in chat "C1" as "note"\nend\n' if asked else "expect @s0 is student\n"
            steps = SCHOOL + students(1) + CHAT + f'repeat {done} times\n@s0: post "x" in chat "C1" as "note"\nend\n'
            write(folder, COUNTING + scenario(steps + ask))
            return min((run_once(sfm, ["test", "t.sfm"], folder, timeout) for _ in range(max(3, rounds))), key=lambda one: one.seconds)
        without, with_questions = run(0), run(questions)
        cost = with_questions.seconds - without.seconds
        rows.append(dict(done=done, without=without.seconds, cost=cost, status=[without.status, with_questions.status]))
        print(f"{done:>12} done {without.seconds:>9.2f} s, questions {cost:>8.3f} s  {without.status} {with_questions.status}", flush=True)
    shutil.rmtree(folder, ignore_errors=True)
    return rows


def measure(sfm, rounds, timeout, only=None):
    """A row for each construct, or for those whose name has a word in it."""
    say("growth: seconds of the processor and MiB for n and for 2n", "рост: секунды процессора и МиБ для n и для 2n")
    print(f"{'':46}{'n':>9}{'n, s':>9}{'2n, s':>9}{'factor':>8}{'MiB':>8}{'factor':>8}  status")
    # What a start costs says nothing of the construct.
    folder = OUT / "growth"
    write(folder, scenario(SCHOOL + "expect @adm is admin\n"))
    empty = min((run_once(sfm, ["test", "t.sfm"], folder, timeout) for _ in range(5)), key=lambda run: run.seconds)
    rows = []
    for construct in CONSTRUCTS:
        name, n = construct[0], construct[1]
        if only and only not in name:
            continue
        one, two = measured(sfm, construct, n, rounds, timeout), measured(sfm, construct, 2 * n, rounds, timeout)
        time_factor = max(two.seconds - empty.seconds, 1e-4) / max(one.seconds - empty.seconds, 1e-4)
        space_factor = max(two.peak - empty.peak, 1) / max(one.peak - empty.peak, 1)
        rows.append(dict(name=name, n=n, seconds=one.seconds, twice=two.seconds, factor=time_factor, peak=two.peak, space=space_factor,
                         status=[one.status, two.status]))
        mark = "  <--" if time_factor > MOST and two.seconds > 0.1 or two.peak > 1024 or not {0, 1, 2, 3} >= {one.status, two.status} else ""
        print(f"{name:46}{n:>9}{one.seconds:>9.2f}{two.seconds:>9.2f}{time_factor:>8.1f}{two.peak:>8.0f}{space_factor:>8.1f}  "
              f"{one.status} {two.status}{mark}", flush=True)
    shutil.rmtree(folder, ignore_errors=True)
    return rows

