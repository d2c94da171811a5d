"""Workload D in Python: the world, the requests and the thirty-two rules of policy.sfm, an act a function.

A request is answered with whether it is allowed and the clause that says so: the lowest prohibition that matches, else the
lowest permit, else 0. generate.py takes the known answers from here.
"""
STUDENT, PARENT, TEACHER, ADMIN, OUTSIDER = range(5)
ACTS = ["block", "unblock", "remind", "restrict", "add", "remove", "post", "delete", "lesson", "invite", "acquaint", "appoint", "meeting"]
RULES, PERSONAL, OTHER = range(3)
ORDINARY, NEGATIVE, EXCESS, OFFENSIVE, VIOLATING = range(5)
CHAT, SCHOOL = range(2)


class Person:
    __slots__ = ("role", "departed", "verified")

    def __init__(self, role, departed, verified):
        self.role, self.departed, self.verified = role, departed, verified


class Record:
    """What a chat knows of one person."""

    __slots__ = ("violations", "knows", "apologized", "objections")

    def __init__(self, violations, knows, blocked, apologized, objections):
        self.violations, self.knows = violations, knows
        # Apology and objections belong to a block.
        self.apologized, self.objections = blocked and apologized, objections if blocked else 0


STRANGER = Record(0, 0, 0, 0, 0)


class Chat:
    __slots__ = ("moderator", "records")

    def __init__(self, moderator, records):
        self.moderator, self.records = moderator, records


class Request:
    __slots__ = ("actor", "chat", "target", "days", "reason", "mood", "place")

    def __init__(self, actor, chat, target, days, reason, mood, place):
        self.actor, self.chat, self.target = actor, chat, target
        self.days, self.reason, self.mood, self.place = days, reason, mood, place


def read(path):
    """People, chats, requests as (act, request) and known answers as (allowed, clause)."""
    with open(path, encoding="ascii") as file:
        numbers = map(int, file.read().split())
    take = numbers.__next__
    counts = take(), take(), take()
    people = [Person(take(), take(), take()) for _ in range(counts[0])]
    chats = []
    for _ in range(counts[1]):
        moderator, size = people[take()], take()
        chats.append(Chat(moderator, {people[take()]: Record(take(), take(), take(), take(), take()) for _ in range(size)}))
    requests, answers = [], []
    for _ in range(counts[2]):
        act, actor, chat, target = take(), people[take()], chats[take()], people[take()]
        requests.append((act, Request(actor, chat, target, take(), take(), take(), take())))
        answers.append((bool(take()), take()))
    return people, chats, requests, answers


def record(r):
    return r.chat.records.get(r.target, STRANGER)


def block(r):
    if r.reason == PERSONAL:
        return False, 2
    if r.target is r.chat.moderator:
        return False, 3
    if r.actor is r.chat.moderator and record(r).violations > 3 and r.days <= 31:
        return True, 1
    return False, 0


def unblock(r):
    if r.target.departed:
        return False, 6
    if r.actor is r.chat.moderator and record(r).objections == 0:
        return True, 4
    if r.actor.role == ADMIN and record(r).apologized:
        return True, 5
    return False, 0


def remind(r):
    if r.target is r.actor:
        return False, 8
    if r.actor is r.chat.moderator and record(r).violations >= 1:
        return True, 7
    return False, 0


def restrict(r):
    if r.reason == PERSONAL:
        return False, 11
    if r.actor is r.chat.moderator and record(r).knows:
        return True, 9
    if r.actor.role == TEACHER and r.target.role == STUDENT:
        return True, 10
    return False, 0


def add(r):
    if r.target.departed:
        return False, 13
    if r.target.role == OUTSIDER:
        return False, 14
    if r.actor is r.chat.moderator and record(r).knows:
        return True, 12
    return False, 0


def remove(r):
    if r.target.role == TEACHER:
        return False, 17
    if r.actor is r.chat.moderator and r.target.departed:
        return True, 15
    if r.actor is r.chat.moderator and record(r).violations > 6:
        return True, 16
    return False, 0


def post(r):
    if not r.actor.verified:
        return False, 19
    if r.mood == VIOLATING:
        return False, 20
    if r.actor.role == STUDENT and (r.mood == EXCESS or r.mood == OFFENSIVE):
        return False, 21
    if r.actor.role == STUDENT or r.actor.role == PARENT:
        return True, 18
    # A liberty: what nothing prohibits is allowed.
    return True, 0


def delete(r):
    if r.actor is r.chat.moderator:
        return True, 22
    if r.actor.role == TEACHER and r.actor.verified:
        return True, 23
    return False, 0


def lesson(r):
    if r.actor is r.chat.moderator and r.actor.verified:
        return True, 24
    return False, 0


def invite(r):
    if r.target.departed:
        return False, 27
    if r.place == CHAT and r.actor is r.chat.moderator:
        return True, 25
    if r.place == SCHOOL and r.actor.role == PARENT and r.target.role == STUDENT:
        return True, 26
    return False, 0


def acquaint(r):
    if r.actor is r.chat.moderator:
        return True, 28
    return False, 0


def appoint(r):
    if r.target.departed:
        return False, 30
    if r.actor.role == ADMIN and r.target.role == TEACHER:
        return True, 29
    return False, 0


def meeting(r):
    if r.actor.role == ADMIN:
        return True, 31
    if r.actor is r.chat.moderator and r.actor.verified:
        return True, 32
    return False, 0


TABLE = [block, unblock, remind, restrict, add, remove, post, delete, lesson, invite, acquaint, appoint, meeting]
