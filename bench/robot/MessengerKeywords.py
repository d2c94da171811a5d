"""The steps of workload S as keywords of Robot Framework, over the Python model."""
from messenger import World
from robot.api.deco import keyword, library


def names(text):
    return text.split(", ")


@library(scope="TEST", auto_keywords=False)
class MessengerKeywords:
    def __init__(self):
        self.world = World()

    @keyword('class teacher "${name}" of group "${group}"')
    def given_class_teacher(self, name, group):
        self.world.given_class_teacher(name, group)

    @keyword('students "${people}" in group "${group}"')
    def given_students(self, people, group):
        self.world.given_students(names(people), group)

    @keyword('parent "${name}" of "${child}"')
    def given_parent(self, name, child):
        self.world.given_parent(name, child)

    @keyword('"${actor}" creates chat "${chat}" for "${audience}" of group "${group}"')
    def create_chat(self, actor, chat, audience, group):
        self.world.create_chat(actor, chat, names(audience), group)

    @keyword('"${actor}" acquaints "${people}" with the rules of "${chat}"')
    def acquaint(self, actor, people, chat):
        self.world.acquaint(actor, names(people), chat)

    @keyword('"${actor}" adds "${people}" to "${chat}"')
    def add(self, actor, people, chat):
        self.world.add(actor, names(people), chat)

    @keyword('"${actor}" posts "${text}" in "${chat}"')
    def post(self, actor, text, chat):
        self.world.post(actor, text, chat)

    @keyword('"${name}" violates the rules of "${chat}"')
    def violate(self, name, chat):
        self.world.violate(name, chat)

    @keyword('"${actor}" reminds "${name}" in "${chat}"')
    def remind(self, actor, name, chat):
        self.world.remind(actor, name, chat)

    @keyword('clause "${clause}" denies "${actor}" to block "${name}" in "${chat}" for ${days} days')
    def expect_denied_block(self, clause, actor, name, chat, days: int):
        self.world.expect_denied_block(clause, actor, name, chat, days)

    @keyword('"${actor}" blocks "${name}" in "${chat}" for ${days} days')
    def block(self, actor, name, chat, days: int):
        self.world.block(actor, name, chat, days)

    @keyword('"${name}" is blocked in "${chat}"')
    def expect_blocked(self, name, chat):
        self.world.expect_blocked(name, chat, True)

    @keyword('"${name}" is not blocked in "${chat}"')
    def expect_not_blocked(self, name, chat):
        self.world.expect_blocked(name, chat, False)

    @keyword("${days} days pass")
    def advance(self, days: int):
        self.world.advance(days)

    @keyword('"${name}" departs')
    def depart(self, name):
        self.world.depart(name)

    @keyword("everybody does their duty")
    def fulfil_duties(self):
        self.world.fulfil_duties()

    @keyword('"${name}" is not member of "${chat}"')
    def expect_not_member(self, name, chat):
        self.world.expect_member(name, chat, False)
