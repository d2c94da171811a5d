"""A school messenger written by hand: the same thirteen rules as messenger.sfm, as data, and one world a scenario."""


class Failed(AssertionError):
    """A refused act or an expectation that does not hold."""


class Rule:
    __slots__ = ("clause", "effect", "acts", "by", "when", "event", "parents")

    def __init__(self, clause, effect, acts, by=(), when=(), event=None, parents=False):
        self.clause, self.effect, self.acts, self.by, self.when = clause, effect, acts, by, when
        self.event, self.parents = event, parents


RULES = [
    Rule("1.1", "permit", ["create_chat"], by=("teacher",)),
    Rule("1.2", "forbid", ["create_chat"], by=("student", "parent")),
    Rule("2.1", "permit", ["acquaint"], by=("moderator",)),
    Rule("2.2", "forbid", ["add", "join"], when=(lambda call: call.chat.name not in call.target.knows,)),
    Rule("2.3", "permit", ["add"], by=("moderator",)),
    Rule("3.1", "permit", ["post"], by=("student", "parent", "teacher")),
    Rule("4.1", "permit", ["remind"], by=("moderator",)),
    Rule(
        "4.2", "permit", ["block"], by=("moderator",),
        when=(lambda call: call.member.violations > 3, lambda call: call.days <= 31),
    ),
    Rule("4.3", "forbid", ["block", "remove"], by=("moderator",), when=(lambda call: call.reason == "personal",)),
    Rule(
        "4.4", "permit", ["unblock"], by=("moderator",),
        when=(lambda call: call.member.apologized, lambda call: call.member.objections == 0),
    ),
    Rule("4.5", "permit", ["remove"], by=("moderator",), when=(lambda call: call.reason == "rules",)),
    Rule("5.1", "oblige", ["remove"], by=("moderator",), event="depart", parents=True),
    Rule("5.2", "oblige", ["remove"], by=("moderator",), event="dismiss"),
]

LIBERTIES = {"post", "join"}

NORMS, DUTIES_AFTER = {}, {}
for _rule in RULES:
    if _rule.event:
        DUTIES_AFTER.setdefault(_rule.event, []).append(_rule)
    else:
        for _act in _rule.acts:
            NORMS.setdefault(_act, []).append(_rule)


class Person:
    __slots__ = ("name", "roles", "group", "children", "parents", "knows", "departed")

    def __init__(self, name):
        self.name, self.group, self.departed = name, None, False
        self.roles, self.children, self.parents, self.knows = set(), [], [], set()


class Member:
    __slots__ = ("violations", "reminders", "blocked_until", "apologized", "objections")

    def __init__(self):
        self.violations, self.reminders, self.blocked_until, self.apologized, self.objections = 0, 0, 0, False, 0


class Group:
    __slots__ = ("name", "teacher", "students")

    def __init__(self, name):
        self.name, self.teacher, self.students = name, None, []


class Chat:
    __slots__ = ("name", "audience", "group", "moderator", "members", "messages")

    def __init__(self, name, audience, group, moderator):
        self.name, self.audience, self.group, self.moderator = name, audience, group, moderator
        self.members, self.messages = {moderator.name: Member()}, []


class Call:
    __slots__ = ("act", "actor", "chat", "target", "member", "days", "reason")

    def __init__(self, act, actor, chat=None, target=None, member=None, days=None, reason=None):
        self.act, self.actor, self.chat, self.target = act, actor, chat, target
        self.member, self.days, self.reason = member, days, reason


class Duty:
    __slots__ = ("act", "bearer", "chat", "target", "clause", "done")

    def __init__(self, act, bearer, chat, target, clause):
        self.act, self.bearer, self.chat, self.target, self.clause, self.done = act, bearer, chat, target, clause, False


class Decision:
    __slots__ = ("outcome", "clauses")

    def __init__(self, outcome, clauses):
        self.outcome, self.clauses = outcome, clauses


def has_role(person, role, chat):
    return chat is not None and chat.moderator is person if role == "moderator" else role in person.roles


def misses(rule, call):
    """How many parts of a rule do not fit a call."""
    count = 0
    if rule.by:
        for role in rule.by:
            if has_role(call.actor, role, call.chat):
                break
        else:
            count = 1
    for holds in rule.when:
        if not holds(call):
            count += 1
    return count


class World:
    def __init__(self):
        self.people, self.groups, self.chats, self.duties, self.now = {}, {}, {}, [], 0

    def impossible(self, call):
        act = call.act
        if act == "post":
            member = call.chat.members.get(call.actor.name)
            return member is None or member.blocked_until > self.now
        if act in ("block", "unblock", "remind"):
            return call.member is None
        return act == "add" and call.target.departed

    def decide(self, call):
        """The answer to "may this be done now?": outcome and cited clauses."""
        if self.impossible(call):
            return Decision("impossible", [])
        prohibited, granted, nearest, least = [], [], [], 99
        for rule in NORMS.get(call.act, ()):
            count = misses(rule, call)
            if rule.effect == "forbid":
                if count == 0:
                    prohibited.append(rule.clause)
            elif count == 0:
                granted.append(rule.clause)
            elif count < least:
                nearest, least = [rule.clause], count
            elif count == least:
                nearest.append(rule.clause)
        if prohibited:
            return Decision("prohibited", prohibited)
        for duty in self.duties:
            if not duty.done and duty.act == call.act and duty.bearer is call.actor and duty.target is call.target:
                granted.append(duty.clause)
        if granted or call.act in LIBERTIES:
            return Decision("allowed", granted)
        return Decision("not granted", nearest)

    def must(self, call):
        decision = self.decide(call)
        if decision.outcome != "allowed":
            raise Failed(f"{call.act}: {decision.outcome} by {', '.join(decision.clauses)}")

    def person(self, name):
        person = self.people.get(name)
        if person is None:
            person = self.people[name] = Person(name)
        return person

    def group(self, name):
        group = self.groups.get(name)
        if group is None:
            group = self.groups[name] = Group(name)
        return group

    def given_class_teacher(self, name, group):
        person = self.person(name)
        person.roles.add("teacher")
        self.group(group).teacher = person

    def given_students(self, names, group):
        place = self.group(group)
        for name in names:
            person = self.person(name)
            person.roles.add("student")
            person.group = place
            place.students.append(person)

    def given_parent(self, name, child):
        person, student = self.person(name), self.person(child)
        person.roles.add("parent")
        person.children.append(student)
        student.parents.append(person)

    def create_chat(self, actor, name, audience, group):
        person = self.people[actor]
        self.must(Call("create_chat", person))
        self.chats[name] = Chat(name, audience, self.group(group), person)
        person.knows.add(name)

    def acquaint(self, actor, names, chat):
        person, place = self.people[actor], self.chats[chat]
        for name in names:
            target = self.people[name]
            self.must(Call("acquaint", person, place, target))
            target.knows.add(chat)

    def add(self, actor, names, chat):
        person, place = self.people[actor], self.chats[chat]
        for name in names:
            self.must(Call("add", person, place, self.people[name]))
            if name not in place.members:
                place.members[name] = Member()

    def post(self, actor, text, chat):
        person, place = self.people[actor], self.chats[chat]
        self.must(Call("post", person, place))
        place.messages.append((person, text, self.now))

    def violate(self, name, chat):
        self.chats[chat].members[name].violations += 1

    def remind(self, actor, name, chat):
        place = self.chats[chat]
        member = place.members.get(name)
        self.must(Call("remind", self.people[actor], place, self.people[name], member))
        member.reminders += 1

    def blocking(self, actor, name, chat, days):
        place = self.chats[chat]
        return Call("block", self.people[actor], place, self.people[name], place.members.get(name), days)

    def block(self, actor, name, chat, days):
        call = self.blocking(actor, name, chat, days)
        self.must(call)
        call.member.blocked_until = self.now + days
        call.member.apologized, call.member.objections = False, 0

    def advance(self, days):
        self.now += days

    def depart(self, name):
        person = self.people[name]
        person.departed = True
        for rule in DUTIES_AFTER["depart"]:
            for chat in self.chats.values():
                for target in [person, *person.parents] if rule.parents else [person]:
                    if target.name in chat.members:
                        self.duties.append(Duty("remove", chat.moderator, chat, target, rule.clause))

    def fulfil_duties(self):
        for duty in self.duties:
            if not duty.done:
                self.must(Call("remove", duty.bearer, duty.chat, duty.target))
                del duty.chat.members[duty.target.name]
                duty.done = True

    def expect_denied_block(self, clause, actor, name, chat, days):
        decision = self.decide(self.blocking(actor, name, chat, days))
        if decision.outcome not in ("prohibited", "not granted") or clause not in decision.clauses:
            raise Failed(f"expected a refusal by clause {clause}, got {decision.outcome}")

    def expect_blocked(self, name, chat, wanted):
        member = self.chats[chat].members.get(name)
        if (member is not None and member.blocked_until > self.now) is not wanted:
            raise Failed(f"{name} blocked: not {wanted}")

    def expect_member(self, name, chat, wanted):
        if (name in self.chats[chat].members) is not wanted:
            raise Failed(f"{name} member: not {wanted}")
