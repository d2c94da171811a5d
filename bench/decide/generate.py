"""Writes workload D as one stream of numbers: people, chats, requests and their known answers.

usage: generate.py PEOPLE OUT [REQUESTS]      without REQUESTS as many as people, 200,000 at least

First the three counts. A person: role departed verified. A chat: moderator members, then for each of them person violations
knows-the-rules blocked apologized objections. A request: act actor chat target days reason mood place, then allowed and clause.
"""
import pathlib
import random
import sys

import rules

MEMBERS = 20


def generate(count, out, asked):
    # Only random() is promised to give the same numbers in every version of Python.
    number = random.Random(20240901).random

    def below(limit):
        return int(number() * limit)

    def chance(share):
        return int(number() < share)

    def weighted(*weights):
        place, rest = 0, below(sum(weights))
        while rest >= weights[place]:
            rest -= weights[place]
            place += 1
        return place

    # Of the staff nobody leaves: whoever has left holds no office, which is not what is measured.
    people = [(weighted(45, 40, 10, 2, 3), chance(0.08), chance(0.85)) for _ in range(count)]
    people = [(role, 0 if role in (rules.TEACHER, rules.ADMIN) else departed, verified) for role, departed, verified in people]
    chats = []
    for _ in range(max(1, count // MEMBERS)):
        members = []
        while len(members) < min(MEMBERS, count):
            person = below(count)
            if person not in members:
                members.append(person)
        records = [(below(9) * chance(0.8), chance(0.85), chance(0.3), chance(0.5), weighted(6, 3, 1)) for _ in members]
        chats.append((members[below(len(members))], members, records))
    requests = []
    for _ in range(asked):
        act = 0 if chance(0.4) else 1 + below(len(rules.ACTS) - 1)
        chat = below(len(chats))
        moderator, members, _ = chats[chat]
        actor = moderator if chance(0.6) else members[below(len(members))] if chance(0.5) else below(count)
        target = actor if chance(0.05) else members[below(len(members))] if chance(0.8) else below(count)
        requests.append((act, actor, chat, target, 1 + below(45), weighted(6, 1, 3), weighted(6, 1, 1, 1, 1), weighted(3, 1)))

    population = [rules.Person(*person) for person in people]
    rooms = [
        rules.Chat(population[moderator], {population[who]: rules.Record(*record) for who, record in zip(members, records)})
        for moderator, members, records in chats
    ]
    seen = set()
    with open(out, "w", encoding="ascii") as file:
        file.write(f"{len(people)} {len(chats)} {len(requests)}\n")
        for person in people:
            file.write("%d %d %d\n" % person)
        for moderator, members, records in chats:
            file.write(f"{moderator} {len(members)}\n")
            for who, record in zip(members, records):
                file.write("%d %d %d %d %d %d\n" % (who, *record))
        for request in requests:
            act, actor, chat, target, *rest = request
            allowed, clause = rules.TABLE[act](rules.Request(population[actor], rooms[chat], population[target], *rest))
            seen.add(clause)
            file.write("%d %d %d %d %d %d %d %d " % request + f"{allowed:d} {clause}\n")
    assert seen == set(range(33)), f"clauses that decide nothing: {sorted(set(range(33)) - seen)}"


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4) or not all(number.isdecimal() for number in [sys.argv[1], *sys.argv[3:]]):
        sys.exit(__doc__)
    size = int(sys.argv[1])
    generate(size, pathlib.Path(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) == 4 else max(size, 200_000))
