"""Workload D through cedarpy: the engine by its own timer, and a call of it from Python.  usage: cedar.py DATA"""
import json
import pathlib
import statistics
import sys
import time

import cedarpy

import rules

ROUNDS = 9
# A call takes a thousand times what it takes elsewhere: the first requests have to do.
REQUESTS = 5_000
LIBERTY = 33
ROLES = ["student", "parent", "teacher", "admin", "outsider"]
REASONS = ["rules", "personal", "other"]
MOODS = ["ordinary", "negative", "excess", "offensive", "violating"]
PLACES = ["chat", "school"]


def entity(kind, number):
    return {"__entity": {"type": kind, "id": str(number)}}


def entities(people, chats, number):
    out = [{
        "uid": {"type": "Person", "id": str(i)}, "parents": [],
        "attrs": {"role": ROLES[person.role], "departed": bool(person.departed), "verified": bool(person.verified)},
    } for i, person in enumerate(people)]
    out += [{
        "uid": {"type": "Chat", "id": str(i)}, "parents": [], "attrs": {"moderator": entity("Person", number[chat.moderator])},
    } for i, chat in enumerate(chats)]
    return cedarpy.Entities.from_json_str(json.dumps(out))


def question(act, r, number):
    record = rules.record(r)
    return {
        "principal": f'Person::"{number[r.actor]}"', "action": f'Action::"{rules.ACTS[act]}"', "resource": f'Chat::"{number[r.chat]}"',
        "context": {
            "target": entity("Person", number[r.target]), "days": r.days, "reason": REASONS[r.reason], "mood": MOODS[r.mood],
            "place": PLACES[r.place], "violations": record.violations, "knows": bool(record.knows),
            "apologized": bool(record.apologized), "objections": record.objections,
        },
    }


def answer(result):
    clauses = map(int, result.diagnostics.id_annotations_by_reason.values())
    return result.allowed, min((clause for clause in clauses if clause != LIBERTY), default=0)


def report(name, people, count, nanoseconds, answers, known):
    allowed = mismatches = fold = 0
    for given, wanted in zip(answers, known):
        allowed += given[0]
        mismatches += given != wanted
        fold = (fold * 31 + given[1] * 2 + given[0]) % 1000003
    print(json.dumps({
        "contestant": name, "people": people, "requests": count, "ns": round(statistics.median(nanoseconds), 1),
        "ns_min": round(min(nanoseconds), 1), "ns_max": round(max(nanoseconds), 1), "allowed": allowed, "mismatches": mismatches,
        "hash": fold,
    }))


def main():
    people, chats, requests, known = rules.read(sys.argv[1])
    number = {thing: i for things in (people, chats) for i, thing in enumerate(things)}
    store = entities(people, chats, number)
    text = (pathlib.Path(__file__).resolve().parent / "policy.cedar").read_text(encoding="utf-8")
    policies = cedarpy.PolicySet.from_str(text)
    asked = [question(act, request, number) for act, request in requests[:REQUESTS]]
    own, called = [], []
    for _ in range(ROUNDS):
        start = time.perf_counter_ns()
        results = [cedarpy.is_authorized(request, policies, store) for request in asked]
        called.append((time.perf_counter_ns() - start) / len(asked))
        own.append(sum(result.metrics["authz_duration_micros"] for result in results) * 1000 / len(asked))
    answers = [answer(result) for result in results]
    report("cedar", len(people), len(asked), own, answers, known)
    report("cedarpy", len(people), len(asked), called, answers, known)


main()
