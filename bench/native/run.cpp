// Runs the scenarios s00001.feature … of a folder in one process.  usage: run FOLDER COUNT
#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <string>
#include <string_view>
#include <unistd.h>
#include <vector>

#include "messenger.hpp"

using namespace messenger;
using std::string_view;

namespace {

struct Failed {
    std::string message;
};

void require(bool holds, string_view message) {
    if (!holds) throw Failed{std::string(message)};
}

// FNV-1a, by which a step is told from another: a quoted part counts as one quote, a number as one digit.
constexpr uint32_t BASIS = 2166136261u;
constexpr uint32_t mixed(uint32_t hash, char c) { return (hash ^ static_cast<unsigned char>(c)) * 16777619u; }

constexpr uint32_t step(string_view text) {
    uint32_t hash = BASIS;
    for (char c : text) hash = mixed(hash, c);
    return hash;
}

// Names as dense numbers, by open addressing.
class Names {
public:
    Names() : slots(64, -1) {}

    int operator[](string_view name) {
        size_t at = place(name);
        if (slots[at] >= 0) return slots[at];
        texts.push_back(name);
        slots[at] = static_cast<int>(texts.size() - 1);
        if (texts.size() * 2 > slots.size()) grow();
        return static_cast<int>(texts.size() - 1);
    }

    void clear() {
        texts.clear();
        std::fill(slots.begin(), slots.end(), -1);
    }

private:
    std::vector<string_view> texts;
    std::vector<int> slots;

    size_t place(string_view name) const {
        size_t at = step(name) & (slots.size() - 1);
        while (slots[at] >= 0 && texts[static_cast<size_t>(slots[at])] != name) at = (at + 1) & (slots.size() - 1);
        return at;
    }

    void grow() {
        slots.assign(slots.size() * 2, -1);
        for (size_t i = 0; i < texts.size(); i++) slots[place(texts[i])] = static_cast<int>(i);
    }
};

struct Step {
    uint32_t kind = BASIS;
    size_t size = 0;
    std::array<string_view, 6> arguments;

    void add(string_view argument) {
        require(size < arguments.size(), "a step with too many arguments");
        arguments[size++] = argument;
    }
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// A line as a step; the keyword before it says nothing.
Step parsed(string_view line) {
    Step out;
    size_t at = line.find(' ');
    require(at != string_view::npos, "not a step");
    for (at++; at < line.size();) {
        if (line[at] == '"') {
            size_t end = line.find('"', at + 1);
            require(end != string_view::npos, "an open quote");
            out.add(line.substr(at + 1, end - at - 1));
            out.kind = mixed(out.kind, '"');
            at = end + 1;
        } else if (is_digit(line[at])) {
            size_t end = at;
            while (end < line.size() && is_digit(line[end])) end++;
            out.add(line.substr(at, end - at));
            out.kind = mixed(out.kind, '0');
            at = end;
        } else {
            out.kind = mixed(out.kind, line[at++]);
        }
    }
    return out;
}

int number(string_view digits) {
    int value = 0;
    for (char c : digits) value = value * 10 + (c - '0');
    return value;
}

Clause clause(string_view text) {
    require(text.size() == 3 && is_digit(text[0]) && text[1] == '.' && is_digit(text[2]), "not a clause");
    return static_cast<Clause>((text[0] - '0') * 10 + (text[2] - '0'));
}

template <class Body> void each(string_view list, Body body) {
    for (;;) {
        size_t end = list.find(", ");
        body(list.substr(0, end));
        if (end == string_view::npos) return;
        list.remove_prefix(end + 2);
    }
}

class Scenario {
public:
    void clear() {
        names.clear();
        world.clear();
    }

    void run(const Step &s) {
        switch (s.kind) {
        case step("class teacher \" of group \""): {
            int person = name(s, 0);
            world.person(person).roles |= TEACHER;
            world.group(name(s, 1)).teacher = person;
            break;
        }
        case step("students \" in group \""): {
            int group = name(s, 1);
            each(s.arguments[0], [&](string_view text) {
                int student = names[text];
                world.person(student).roles |= STUDENT;
                world.person(student).group = group;
                world.group(group).students.push_back(student);
            });
            break;
        }
        case step("parent \" of \""): {
            int parent = name(s, 0), child = name(s, 1);
            world.person(parent).roles |= PARENT;
            world.person(parent).children.push_back(child);
            world.person(child).parents.push_back(parent);
            break;
        }
        case step("\" creates chat \" for \" of group \""): create_chat(s); break;
        case step("\" acquaints \" with the rules of \""):
            each(s.arguments[1], [&](string_view text) {
                int target = names[text];
                must({ACQUAINT, name(s, 0), &chat(s, 2), target});
                chat(s, 2).at(target).knows = true;
            });
            break;
        case step("\" adds \" to \""):
            each(s.arguments[1], [&](string_view text) {
                int target = names[text];
                must({ADD, name(s, 0), &chat(s, 2), target});
                chat(s, 2).at(target).member = true;
            });
            break;
        case step("\" posts \" in \""):
            must({POST, name(s, 0), &chat(s, 2)});
            chat(s, 2).messages.push_back({name(s, 0), s.arguments[1], world.now});
            break;
        case step("\" violates the rules of \""): member(s, 0, 1).violations++; break;
        case step("\" reminds \" in \""):
            must({REMIND, name(s, 0), &chat(s, 2), name(s, 1)});
            member(s, 1, 2).reminders++;
            break;
        case step("clause \" denies \" to block \" in \" for 0 days"): {
            Decision decision = world.decide({BLOCK, name(s, 1), &chat(s, 3), name(s, 2), number(s.arguments[4])});
            bool denied = decision.outcome == Outcome::PROHIBITED || decision.outcome == Outcome::NOT_GRANTED;
            require(denied && decision.cites(clause(s.arguments[0])), "not refused by that clause");
            break;
        }
        case step("\" blocks \" in \" for 0 days"): {
            int days = number(s.arguments[3]);
            must({BLOCK, name(s, 0), &chat(s, 2), name(s, 1), days});
            Record &record = member(s, 1, 2);
            record.blocked_until = world.now + days;
            record.apologized = false, record.objections = 0;
            break;
        }
        case step("\" is blocked in \""): require(is_blocked(s), "not blocked"); break;
        case step("\" is not blocked in \""): require(!is_blocked(s), "still blocked"); break;
        case step("0 days pass"): world.now += number(s.arguments[0]); break;
        case step("\" departs"): world.depart(name(s, 0)); break;
        case step("everybody does their duty"): require(world.fulfil_duties() == nullptr, "a duty that may not be done"); break;
        case step("\" is not member of \""): require(chat(s, 1).member(name(s, 0)) == nullptr, "still a member"); break;
        default: throw Failed{"unknown step"};
        }
    }

private:
    Names names;
    World world;

    int name(const Step &s, size_t at) { return names[s.arguments[at]]; }
    Chat &chat(const Step &s, size_t at) { return world.chat(name(s, at)); }

    Record &member(const Step &s, size_t person, size_t place) {
        Record *record = chat(s, place).member(name(s, person));
        require(record != nullptr, "not a member");
        return *record;
    }

    bool is_blocked(const Step &s) {
        const Record *record = chat(s, 1).member(name(s, 0));
        return record != nullptr && record->blocked_until > world.now;
    }

    void must(const Call &call) { require(world.decide(call).outcome == Outcome::ALLOWED, "refused"); }

    void create_chat(const Step &s) {
        int actor = name(s, 0), chat_name = name(s, 1);
        must({CREATE_CHAT, actor});
        Chat &made = world.chat(chat_name);
        made.moderator = actor, made.group = name(s, 3);
        each(s.arguments[2], [&](string_view role) { made.audience |= role == "student" ? STUDENT : role == "parent" ? PARENT : TEACHER; });
        Record &record = made.at(actor);
        record.member = record.knows = true;
        world.open_chat(chat_name);
    }
};

// The bytes of a file; the buffer is used again for the next one.
string_view contents(const char *path, std::vector<char> &buffer) {
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0) throw Failed{"cannot be read"};
    size_t size = 0;
    // A file that does not fill the rest of the buffer is at its end.
    for (;;) {
        size_t space = buffer.size() - size;
        ssize_t got = read(file, buffer.data() + size, space);
        if (got > 0) size += static_cast<size_t>(got);
        if (got < static_cast<ssize_t>(space)) break;
        buffer.resize(buffer.size() * 2);
    }
    close(file);
    return {buffer.data(), size};
}

void run(Scenario &scenario, string_view text) {
    scenario.clear();
    int steps = 0;
    while (!text.empty()) {
        size_t end = text.find('\n');
        string_view line = text.substr(0, end);
        text.remove_prefix(end == string_view::npos ? text.size() : end + 1);
        size_t start = line.find_first_not_of(' ');
        if (start == string_view::npos) continue;
        line.remove_prefix(start);
        if (line.rfind("Feature:", 0) == 0 || line.rfind("Scenario:", 0) == 0) continue;
        scenario.run(parsed(line));
        steps++;
    }
    require(steps > 0, "no steps");
}

}  // namespace

int main(int argument_count, char **arguments) {
    if (argument_count != 3) {
        fprintf(stderr, "usage: run FOLDER COUNT\n");
        return 64;
    }
    std::vector<char> buffer(1 << 16);
    Scenario scenario;
    int passed = 0, failed = 0, count = atoi(arguments[2]);
    std::string path;
    for (int i = 1; i <= count; i++) {
        char file[32];
        snprintf(file, sizeof file, "/s%05d.feature", i);
        path.assign(arguments[1]).append(file);
        try {
            run(scenario, contents(path.c_str(), buffer));
            passed++;
        } catch (const Failed &failure) {
            failed++;
            fprintf(stderr, "%s: %s\n", path.c_str(), failure.message.c_str());
        }
    }
    printf("%d passed, %d failed\n", passed, failed);
    return failed == 0 ? 0 : 1;
}
