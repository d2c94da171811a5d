"""The steps of workload S for behave, over the Python model."""
from behave import step
from messenger import World


def names(text):
    return text.split(", ")


def world(context):
    """The world of the scenario: what is kept in the context lasts as long as the scenario."""
    if "world" not in context:
        context.world = World()
    return context.world


@step('class teacher "{name}" of group "{group}"')
def given_class_teacher(context, name, group):
    world(context).given_class_teacher(name, group)


@step('students "{people}" in group "{group}"')
def given_students(context, people, group):
    world(context).given_students(names(people), group)


@step('parent "{name}" of "{child}"')
def given_parent(context, name, child):
    world(context).given_parent(name, child)


@step('"{actor}" creates chat "{chat}" for "{audience}" of group "{group}"')
def create_chat(context, actor, chat, audience, group):
    world(context).create_chat(actor, chat, names(audience), group)


@step('"{actor}" acquaints "{people}" with the rules of "{chat}"')
def acquaint(context, actor, people, chat):
    world(context).acquaint(actor, names(people), chat)


@step('"{actor}" adds "{people}" to "{chat}"')
def add(context, actor, people, chat):
    world(context).add(actor, names(people), chat)


@step('"{actor}" posts "{text}" in "{chat}"')
def post(context, actor, text, chat):
    world(context).post(actor, text, chat)


@step('"{name}" violates the rules of "{chat}"')
def violate(context, name, chat):
    world(context).violate(name, chat)


@step('"{actor}" reminds "{name}" in "{chat}"')
def remind(context, actor, name, chat):
    world(context).remind(actor, name, chat)


@step('clause "{clause}" denies "{actor}" to block "{name}" in "{chat}" for {days:d} days')
def expect_denied_block(context, clause, actor, name, chat, days):
    world(context).expect_denied_block(clause, actor, name, chat, days)


@step('"{actor}" blocks "{name}" in "{chat}" for {days:d} days')
def block(context, actor, name, chat, days):
    world(context).block(actor, name, chat, days)


@step('"{name}" is blocked in "{chat}"')
def expect_blocked(context, name, chat):
    world(context).expect_blocked(name, chat, True)


@step('"{name}" is not blocked in "{chat}"')
def expect_not_blocked(context, name, chat):
    world(context).expect_blocked(name, chat, False)


@step("{days:d} days pass")
def advance(context, days):
    world(context).advance(days)


@step('"{name}" departs')
def depart(context, name):
    world(context).depart(name)


@step("everybody does their duty")
def fulfil_duties(context):
    world(context).fulfil_duties()


@step('"{name}" is not member of "{chat}"')
def expect_not_member(context, name, chat):
    world(context).expect_member(name, chat, False)
