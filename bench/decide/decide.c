/* Workload D in C, twice: the thirty-two rules of policy.sfm as a switch, and as data that is looked up by act.
   usage: decide DATA
   Standard output: a line of JSON for each. */
#define _GNU_SOURCE
#include <ctype.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { ROUNDS = 9, MEMBERS = 20, ACTS = 13 };
enum { STUDENT, PARENT, TEACHER, ADMIN, OUTSIDER };
enum { BLOCK, UNBLOCK, REMIND, RESTRICT, ADD, REMOVE, POST, DELETE, LESSON, INVITE, ACQUAINT, APPOINT, MEETING };
enum { FOR_RULES, PERSONAL, OTHER };
enum { ORDINARY, NEGATIVE, EXCESS, OFFENSIVE, VIOLATING };
enum { CHAT, SCHOOL };

typedef struct { uint8_t role, departed, verified; } Person;
/* What a chat knows of one person; apology and objections belong to a block. */
typedef struct { uint8_t violations, knows, apologized, objections; } Record;
typedef struct { uint32_t moderator, count, member[MEMBERS]; Record record[MEMBERS]; } Chat;
typedef struct { uint32_t actor, chat, target; uint8_t act, days, reason, mood, place; } Request;
typedef struct { uint8_t allowed, clause; } Answer;

static Person *people;
static Chat *chats;
static Request *requests;
static Answer *known;
static size_t people_count, chats_count, count;

static inline Record record_of(const Chat *chat, uint32_t person) {
    for (uint32_t i = 0; i < chat->count; i++) {
        if (chat->member[i] == person) return chat->record[i];
    }
    return (Record){0, 0, 0, 0};
}

static inline Answer yes(uint8_t clause) { return (Answer){1, clause}; }
static inline Answer no(uint8_t clause) { return (Answer){0, clause}; }

/* --- the rules as code */

__attribute__((noinline)) static Answer by_switch(const Request *r) {
    const Person *actor = people + r->actor, *target = people + r->target;
    const Chat *chat = chats + r->chat;
    switch (r->act) {
    case BLOCK:
        if (r->reason == PERSONAL) return no(2);
        if (r->target == chat->moderator) return no(3);
        if (r->actor == chat->moderator && r->days <= 31 && record_of(chat, r->target).violations > 3) return yes(1);
        break;
    case UNBLOCK:
        if (target->departed) return no(6);
        if (r->actor == chat->moderator && record_of(chat, r->target).objections == 0) return yes(4);
        if (actor->role == ADMIN && record_of(chat, r->target).apologized) return yes(5);
        break;
    case REMIND:
        if (r->target == r->actor) return no(8);
        if (r->actor == chat->moderator && record_of(chat, r->target).violations >= 1) return yes(7);
        break;
    case RESTRICT:
        if (r->reason == PERSONAL) return no(11);
        if (r->actor == chat->moderator && record_of(chat, r->target).knows) return yes(9);
        if (actor->role == TEACHER && target->role == STUDENT) return yes(10);
        break;
    case ADD:
        if (target->departed) return no(13);
        if (target->role == OUTSIDER) return no(14);
        if (r->actor == chat->moderator && record_of(chat, r->target).knows) return yes(12);
        break;
    case REMOVE:
        if (target->role == TEACHER) return no(17);
        if (r->actor == chat->moderator && target->departed) return yes(15);
        if (r->actor == chat->moderator && record_of(chat, r->target).violations > 6) return yes(16);
        break;
    case POST:
        if (!actor->verified) return no(19);
        if (r->mood == VIOLATING) return no(20);
        if (actor->role == STUDENT && (r->mood == EXCESS || r->mood == OFFENSIVE)) return no(21);
        /* A liberty: what nothing prohibits is allowed. */
        return yes(actor->role == STUDENT || actor->role == PARENT ? 18 : 0);
    case DELETE:
        if (r->actor == chat->moderator) return yes(22);
        if (actor->role == TEACHER && actor->verified) return yes(23);
        break;
    case LESSON:
        if (r->actor == chat->moderator && actor->verified) return yes(24);
        break;
    case INVITE:
        if (target->departed) return no(27);
        if (r->place == CHAT && r->actor == chat->moderator) return yes(25);
        if (r->place == SCHOOL && actor->role == PARENT && target->role == STUDENT) return yes(26);
        break;
    case ACQUAINT:
        if (r->actor == chat->moderator) return yes(28);
        break;
    case APPOINT:
        if (target->departed) return no(30);
        if (actor->role == ADMIN && target->role == TEACHER) return yes(29);
        break;
    case MEETING:
        if (actor->role == ADMIN) return yes(31);
        if (r->actor == chat->moderator && actor->verified) return yes(32);
        break;
    }
    return no(0);
}

/* --- the rules as data: each a conjunction of tests, a test compares one field with a constant */

enum {
    ACTOR_ROLE, ACTOR_VERIFIED, ACTOR_MODERATOR, TARGET_ROLE, TARGET_DEPARTED, TARGET_MODERATOR, TARGET_ACTOR,
    VIOLATIONS, KNOWS, APOLOGIZED, OBJECTIONS, DAYS, REASON, MOOD, PLACE
};
/* ONE_OF: the constant is a set, a bit a value. */
enum { EQUAL, ABOVE, AT_MOST, ONE_OF };

typedef struct { uint8_t field, sign; uint8_t constant; } Test;
typedef struct { uint8_t act, permits, clause, size; Test tests[3]; } Rule;

/* The rules of an act stand together, its prohibitions first. */
static const Rule RULES[] = {
    {BLOCK, 0, 2, 1, {{REASON, EQUAL, PERSONAL}}},
    {BLOCK, 0, 3, 1, {{TARGET_MODERATOR, EQUAL, 1}}},
    {BLOCK, 1, 1, 3, {{ACTOR_MODERATOR, EQUAL, 1}, {DAYS, AT_MOST, 31}, {VIOLATIONS, ABOVE, 3}}},
    {UNBLOCK, 0, 6, 1, {{TARGET_DEPARTED, EQUAL, 1}}},
    {UNBLOCK, 1, 4, 2, {{ACTOR_MODERATOR, EQUAL, 1}, {OBJECTIONS, EQUAL, 0}}},
    {UNBLOCK, 1, 5, 2, {{ACTOR_ROLE, EQUAL, ADMIN}, {APOLOGIZED, EQUAL, 1}}},
    {REMIND, 0, 8, 1, {{TARGET_ACTOR, EQUAL, 1}}},
    {REMIND, 1, 7, 2, {{ACTOR_MODERATOR, EQUAL, 1}, {VIOLATIONS, ABOVE, 0}}},
    {RESTRICT, 0, 11, 1, {{REASON, EQUAL, PERSONAL}}},
    {RESTRICT, 1, 9, 2, {{ACTOR_MODERATOR, EQUAL, 1}, {KNOWS, EQUAL, 1}}},
    {RESTRICT, 1, 10, 2, {{ACTOR_ROLE, EQUAL, TEACHER}, {TARGET_ROLE, EQUAL, STUDENT}}},
    {ADD, 0, 13, 1, {{TARGET_DEPARTED, EQUAL, 1}}},
    {ADD, 0, 14, 1, {{TARGET_ROLE, EQUAL, OUTSIDER}}},
    {ADD, 1, 12, 2, {{ACTOR_MODERATOR, EQUAL, 1}, {KNOWS, EQUAL, 1}}},
    {REMOVE, 0, 17, 1, {{TARGET_ROLE, EQUAL, TEACHER}}},
    {REMOVE, 1, 15, 2, {{ACTOR_MODERATOR, EQUAL, 1}, {TARGET_DEPARTED, EQUAL, 1}}},
    {REMOVE, 1, 16, 2, {{ACTOR_MODERATOR, EQUAL, 1}, {VIOLATIONS, ABOVE, 6}}},
    {POST, 0, 19, 1, {{ACTOR_VERIFIED, EQUAL, 0}}},
    {POST, 0, 20, 1, {{MOOD, EQUAL, VIOLATING}}},
    {POST, 0, 21, 2, {{ACTOR_ROLE, EQUAL, STUDENT}, {MOOD, ONE_OF, 1 << EXCESS | 1 << OFFENSIVE}}},
    {POST, 1, 18, 1, {{ACTOR_ROLE, ONE_OF, 1 << STUDENT | 1 << PARENT}}},
    {DELETE, 1, 22, 1, {{ACTOR_MODERATOR, EQUAL, 1}}},
    {DELETE, 1, 23, 2, {{ACTOR_ROLE, EQUAL, TEACHER}, {ACTOR_VERIFIED, EQUAL, 1}}},
    {LESSON, 1, 24, 2, {{ACTOR_MODERATOR, EQUAL, 1}, {ACTOR_VERIFIED, EQUAL, 1}}},
    {INVITE, 0, 27, 1, {{TARGET_DEPARTED, EQUAL, 1}}},
    {INVITE, 1, 25, 2, {{PLACE, EQUAL, CHAT}, {ACTOR_MODERATOR, EQUAL, 1}}},
    {INVITE, 1, 26, 3, {{PLACE, EQUAL, SCHOOL}, {ACTOR_ROLE, EQUAL, PARENT}, {TARGET_ROLE, EQUAL, STUDENT}}},
    {ACQUAINT, 1, 28, 1, {{ACTOR_MODERATOR, EQUAL, 1}}},
    {APPOINT, 0, 30, 1, {{TARGET_DEPARTED, EQUAL, 1}}},
    {APPOINT, 1, 29, 2, {{ACTOR_ROLE, EQUAL, ADMIN}, {TARGET_ROLE, EQUAL, TEACHER}}},
    {MEETING, 1, 31, 1, {{ACTOR_ROLE, EQUAL, ADMIN}}},
    {MEETING, 1, 32, 2, {{ACTOR_MODERATOR, EQUAL, 1}, {ACTOR_VERIFIED, EQUAL, 1}}},
};
enum { RULE_COUNT = sizeof RULES / sizeof *RULES };

/* Where the rules of each act begin; those of the next end them. */
static int first[ACTS + 1];
static const uint8_t LIBERTY[ACTS] = {[POST] = 1};

static inline int field(int which, const Request *r, const Person *actor, const Person *target, const Chat *chat) {
    switch (which) {
    case ACTOR_ROLE: return actor->role;
    case ACTOR_VERIFIED: return actor->verified;
    case ACTOR_MODERATOR: return r->actor == chat->moderator;
    case TARGET_ROLE: return target->role;
    case TARGET_DEPARTED: return target->departed;
    case TARGET_MODERATOR: return r->target == chat->moderator;
    case TARGET_ACTOR: return r->target == r->actor;
    case VIOLATIONS: return record_of(chat, r->target).violations;
    case KNOWS: return record_of(chat, r->target).knows;
    case APOLOGIZED: return record_of(chat, r->target).apologized;
    case OBJECTIONS: return record_of(chat, r->target).objections;
    case DAYS: return r->days;
    case REASON: return r->reason;
    case MOOD: return r->mood;
    default: return r->place;
    }
}

static inline int holds(Test test, int value) {
    switch (test.sign) {
    case EQUAL: return value == test.constant;
    case ABOVE: return value > test.constant;
    case AT_MOST: return value <= test.constant;
    default: return test.constant >> value & 1;
    }
}

__attribute__((noinline)) static Answer by_rules(const Request *r) {
    const Person *actor = people + r->actor, *target = people + r->target;
    const Chat *chat = chats + r->chat;
    for (int i = first[r->act]; i < first[r->act + 1]; i++) {
        const Rule *rule = RULES + i;
        int at = 0;
        while (at < rule->size && holds(rule->tests[at], field(rule->tests[at].field, r, actor, target, chat))) at++;
        if (at == rule->size) return (Answer){rule->permits, rule->clause};
    }
    return (Answer){LIBERTY[r->act], 0};
}

/* --- reading and measuring */

static FILE *data;

static unsigned number(void) {
    int c = getc_unlocked(data);
    while (c != EOF && !isdigit(c)) c = getc_unlocked(data);
    unsigned value = 0;
    for (; c != EOF && isdigit(c); c = getc_unlocked(data)) value = value * 10 + (unsigned)(c - '0');
    return value;
}

static void *memory(size_t size) {
    void *got = calloc(1, size ? size : 1);
    if (got == NULL) {
        perror("memory");
        exit(71);
    }
    return got;
}

static void read_all(void) {
    people_count = number(), chats_count = number(), count = number();
    people = memory(people_count * sizeof *people);
    chats = memory(chats_count * sizeof *chats);
    requests = memory(count * sizeof *requests);
    known = memory(count * sizeof *known);
    for (size_t i = 0; i < people_count; i++) {
        Person *p = people + i;
        p->role = number(), p->departed = number(), p->verified = number();
    }
    for (size_t i = 0; i < chats_count; i++) {
        Chat *c = chats + i;
        c->moderator = number(), c->count = number();
        if (c->count > MEMBERS) exit(66);
        for (uint32_t k = 0; k < c->count; k++) {
            Record *record = c->record + k;
            c->member[k] = number(), record->violations = number(), record->knows = number();
            unsigned blocked = number(), apologized = number(), objections = number();
            record->apologized = blocked && apologized, record->objections = blocked ? objections : 0;
        }
    }
    for (size_t i = 0; i < count; i++) {
        Request *r = requests + i;
        r->act = number(), r->actor = number(), r->chat = number(), r->target = number();
        r->days = number(), r->reason = number(), r->mood = number(), r->place = number();
        known[i].allowed = number(), known[i].clause = number();
    }
}

static double nanoseconds(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e9 + (double)t.tv_nsec;
}

static int ascending(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static void measure(const char *name, Answer (*answer)(const Request *)) {
    double cost[ROUNDS];
    uint64_t sum = 0;
    for (int round = 0; round < ROUNDS; round++) {
        double start = nanoseconds();
        for (size_t i = 0; i < count; i++) {
            Answer given = answer(requests + i);
            sum += given.clause + given.allowed;
        }
        cost[round] = (nanoseconds() - start) / (double)count;
    }
    qsort(cost, ROUNDS, sizeof *cost, ascending);
    size_t allowed = 0, mismatches = 0;
    uint64_t fold = 0;
    for (size_t i = 0; i < count; i++) {
        Answer given = answer(requests + i);
        allowed += given.allowed;
        mismatches += given.allowed != known[i].allowed || given.clause != known[i].clause;
        fold = (fold * 31 + given.clause * 2u + given.allowed) % 1000003;
    }
    if (sum == 0) exit(70);
    printf("{\"contestant\": \"%s\", \"people\": %zu, \"requests\": %zu, \"ns\": %.1f, \"ns_min\": %.1f, \"ns_max\": %.1f, "
           "\"allowed\": %zu, \"mismatches\": %zu, \"hash\": %llu}\n",
           name, people_count, count, cost[ROUNDS / 2], cost[0], cost[ROUNDS - 1], allowed, mismatches, (unsigned long long)fold);
}

int main(int argument_count, char **arguments) {
    if (argument_count != 2 || (data = fopen(arguments[1], "r")) == NULL) {
        fprintf(stderr, "usage: decide DATA\n");
        return 64;
    }
    read_all();
    fclose(data);
    for (int act = 0, i = 0; act <= ACTS; act++) {
        while (i < RULE_COUNT && RULES[i].act < act) i++;
        first[act] = i;
    }
    measure("c-switch", by_switch);
    measure("c-rules", by_rules);
    return 0;
}
