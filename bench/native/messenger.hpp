// A school messenger written by hand: the same thirteen rules as messenger.sfm, as data, and one world a scenario.
#pragma once
#include <array>
#include <climits>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace messenger {

enum Act : uint8_t { CREATE_CHAT, ACQUAINT, ADD, JOIN, POST, REMIND, BLOCK, UNBLOCK, REMOVE, ACTS };
enum Event : uint8_t { DEPART, DISMISS };
enum Role : uint8_t { STUDENT = 1, PARENT = 2, TEACHER = 4, MODERATOR = 8 };
enum class Reason : uint8_t { NONE, RULES, PERSONAL };
enum class Outcome : uint8_t { ALLOWED, PROHIBITED, NOT_GRANTED, IMPOSSIBLE };
enum class Test : uint8_t { NONE, VIOLATED_MORE_THAN_THREE, MONTH_AT_MOST, NOT_ACQUAINTED, PERSONAL, FOR_RULES, APOLOGIZED, NOBODY_OBJECTS };

// A clause is its two numbers in one: 42 is clause 4.2.
using Clause = uint8_t;

struct Rule {
    Clause clause;
    bool permits;
    std::array<Act, 2> acts;
    uint8_t by;
    std::array<Test, 2> when{};
};

struct DutyRule {
    Clause clause;
    Event event;
    bool parents;
};

inline constexpr uint8_t ANYBODY = 0;
inline constexpr Rule RULES[] = {
    {11, true, {CREATE_CHAT, CREATE_CHAT}, TEACHER},
    {12, false, {CREATE_CHAT, CREATE_CHAT}, STUDENT | PARENT},
    {21, true, {ACQUAINT, ACQUAINT}, MODERATOR},
    {22, false, {ADD, JOIN}, ANYBODY, {Test::NOT_ACQUAINTED}},
    {23, true, {ADD, ADD}, MODERATOR},
    {31, true, {POST, POST}, STUDENT | PARENT | TEACHER},
    {41, true, {REMIND, REMIND}, MODERATOR},
    {42, true, {BLOCK, BLOCK}, MODERATOR, {Test::VIOLATED_MORE_THAN_THREE, Test::MONTH_AT_MOST}},
    {43, false, {BLOCK, REMOVE}, MODERATOR, {Test::PERSONAL}},
    {44, true, {UNBLOCK, UNBLOCK}, MODERATOR, {Test::APOLOGIZED, Test::NOBODY_OBJECTS}},
    {45, true, {REMOVE, REMOVE}, MODERATOR, {Test::FOR_RULES}},
};
// Both oblige the moderator to remove whom the event is about.
inline constexpr DutyRule DUTIES[] = {{51, DEPART, true}, {52, DISMISS, false}};

struct Person {
    uint8_t roles = 0;
    bool departed = false;
    int group = -1;
    std::vector<int> children, parents;
};

struct Group {
    int teacher = -1;
    std::vector<int> students;
};

// What a chat knows of one person.
struct Record {
    int person;
    bool member = false, knows = false, apologized = false;
    int violations = 0, reminders = 0, objections = 0, blocked_until = 0;
};

struct Message {
    int author;
    std::string_view text;
    int time;
};

struct Chat {
    int moderator = -1, group = -1;
    uint8_t audience = 0;
    std::vector<Record> records;
    std::vector<Message> messages;

    Record *find(int person) {
        for (Record &record : records) {
            if (record.person == person) return &record;
        }
        return nullptr;
    }

    Record *member(int person) {
        Record *record = find(person);
        return record != nullptr && record->member ? record : nullptr;
    }

    Record &at(int person) {
        if (Record *record = find(person)) return *record;
        return records.emplace_back(Record{person});
    }
};

struct Call {
    Act act;
    int actor;
    Chat *chat = nullptr;
    int target = -1, days = 0;
    Reason reason = Reason::NONE;
};

// The answer to "may this be done now?": outcome and cited clauses.
struct Decision {
    Outcome outcome = Outcome::ALLOWED;
    uint8_t size = 0;
    std::array<Clause, 16> clauses;

    void cite(Clause clause) {
        if (size < clauses.size()) clauses[size++] = clause;
    }

    bool cites(Clause clause) const {
        for (uint8_t i = 0; i < size; i++) {
            if (clauses[i] == clause) return true;
        }
        return false;
    }
};

struct Duty {
    Clause clause;
    int chat, target;
    bool done = false;
};

// People, groups and chats go by numbers of names.
class World {
public:
    void clear() {
        people.clear(), groups.clear(), chats.clear(), order.clear(), duties.clear();
        now = 0;
    }

    Person &person(int name) { return at(people, name); }
    Group &group(int name) { return at(groups, name); }
    Chat &chat(int name) { return at(chats, name); }

    int now = 0;

    void open_chat(int name) { order.push_back(name); }

    Decision decide(const Call &call) {
        Decision out;
        if (impossible(call)) {
            out.outcome = Outcome::IMPOSSIBLE;
            return out;
        }
        Decision granted, nearest;
        int least = INT_MAX;
        for (const Rule &rule : RULES) {
            if (rule.acts[0] != call.act && rule.acts[1] != call.act) continue;
            int count = misses(rule, call);
            if (!rule.permits) {
                if (count == 0) out.cite(rule.clause);
            } else if (count == 0) {
                granted.cite(rule.clause);
            } else if (count <= least) {
                if (count < least) nearest.size = 0;
                least = count;
                nearest.cite(rule.clause);
            }
        }
        if (out.size > 0) {
            out.outcome = Outcome::PROHIBITED;
            return out;
        }
        if (call.act == REMOVE) {
            for (const Duty &duty : duties) {
                if (!duty.done && duty.target == call.target && chat(duty.chat).moderator == call.actor) granted.cite(duty.clause);
            }
        }
        if (granted.size > 0 || call.act == POST || call.act == JOIN) return granted;
        nearest.outcome = Outcome::NOT_GRANTED;
        return nearest;
    }

    void depart(int name) {
        person(name).departed = true;
        for (const DutyRule &rule : DUTIES) {
            if (rule.event != DEPART) continue;
            for (int place : order) {
                oblige(rule, place, name);
                if (!rule.parents) continue;
                for (int parent : person(name).parents) oblige(rule, place, parent);
            }
        }
    }

    // The first duty that cannot be done, or nothing.
    const Duty *fulfil_duties() {
        for (Duty &duty : duties) {
            if (duty.done) continue;
            Chat &place = chat(duty.chat);
            if (decide(Call{REMOVE, place.moderator, &place, duty.target}).outcome != Outcome::ALLOWED) return &duty;
            if (Record *record = place.member(duty.target)) *record = {duty.target, false, record->knows, false, record->violations, record->reminders};
            duty.done = true;
        }
        return nullptr;
    }

private:
    std::vector<Person> people;
    std::vector<Group> groups;
    std::vector<Chat> chats;
    // The chats in the order in which they were opened.
    std::vector<int> order;
    std::vector<Duty> duties;

    template <class Item> static Item &at(std::vector<Item> &items, int name) {
        if (items.size() <= static_cast<size_t>(name)) items.resize(static_cast<size_t>(name) + 8);
        return items[static_cast<size_t>(name)];
    }

    void oblige(const DutyRule &rule, int place, int target) {
        if (chat(place).member(target) != nullptr) duties.push_back({rule.clause, place, target});
    }

    bool impossible(const Call &call) {
        switch (call.act) {
        case POST: {
            const Record *record = call.chat->member(call.actor);
            return record == nullptr || record->blocked_until > now;
        }
        case BLOCK:
        case UNBLOCK:
        case REMIND: return call.chat->member(call.target) == nullptr;
        case ADD: return person(call.target).departed;
        default: return false;
        }
    }

    bool holds(Test test, const Call &call) {
        if (test == Test::MONTH_AT_MOST) return call.days <= 31;
        if (test == Test::PERSONAL) return call.reason == Reason::PERSONAL;
        if (test == Test::FOR_RULES) return call.reason == Reason::RULES;
        const Record *record = call.chat->find(call.target);
        switch (test) {
        case Test::VIOLATED_MORE_THAN_THREE: return record != nullptr && record->violations > 3;
        case Test::NOT_ACQUAINTED: return record == nullptr || !record->knows;
        case Test::APOLOGIZED: return record != nullptr && record->apologized;
        case Test::NOBODY_OBJECTS: return record == nullptr || record->objections == 0;
        default: return true;
        }
    }

    // How many parts of a rule do not fit a call.
    int misses(const Rule &rule, const Call &call) {
        int count = 0;
        if (rule.by != ANYBODY) {
            uint8_t roles = person(call.actor).roles;
            if (call.chat != nullptr && call.chat->moderator == call.actor) roles |= MODERATOR;
            if ((roles & rule.by) == 0) count++;
        }
        for (Test test : rule.when) {
            if (test != Test::NONE && !holds(test, call)) count++;
        }
        return count;
    }
};

}  // namespace messenger
