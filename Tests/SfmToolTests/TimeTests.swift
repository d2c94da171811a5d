import Foundation
import Testing

@testable import SfmTool

/// What must fail in calendars and terms, and in which words; what is told of time.
@Suite struct TimeTests {
    private func run(_ command: String, _ text: String, _ language: String = "en", _ more: [String] = []) throws -> ToolRun {
        let folder = try TemporaryFolder()
        let path = try folder.write("a.sfm", text)
        return ToolRun([command, path, "--lang", language] + more)
    }

    private static func policy(_ rule: String, _ head: String = "") -> String { "policy \"p\"\n\(head)  clause 1\n    \(rule)\nend\n" }
    private static func ruPolicy(_ rule: String, _ head: String = "") -> String { "порядок \"p\"\n\(head)  пункт 1\n    \(rule)\nконец\n" }

    @Test(
        "lines of a calendar that make no sense",
        arguments: [
            ("working days Monday from 25:00 to 26:00", "no clock shows this time", 1, 26),
            ("working days Monday–Friday from 18:00 to 8:00", "a working day ends after it begins", 1, 33),
            ("working days from 8:00 to 8:00", "these hours end when they begin", 1, 14),
            ("days off 31.06.2024", "there is no such date", 1, 10),
            ("days off 05.11.2024–04.11.2024", "the other way round: 04.11.2024–05.11.2024", 1, 10),
            ("days off 05.11.2024 10:00", "a calendar has whole days", 1, 10),
            ("period \"x\" 05.11.2024–04.11.2024", "this ends before it begins", 1, 12),
            ("period x 05.11.2024", "quotes", 1, 8),
            ("school year from 31 June to 31 May", "the last one is 30 June", 1, 18),
            ("school year from 1 September", "to 31 May", 1, 29),
            ("working days Monday\nworking days Friday", "this part stands twice", 2, 1),
        ])
    func nonsenseInACalendar(line: String, message: String, at row: Int, column: Int) throws {
        let checked = try run("check", line + "\n")
        #expect(checked.status == .invalid, "\(checked.out)")
        let text = checked.out + checked.error
        #expect(text.contains(message) && text.contains("a.sfm:\(row):\(column)\n"), "\(text)")
        #expect(!text.contains("is a dash"), "\(text)")
        let russian = try run("check", line + "\n", "ru")
        #expect((russian.out + russian.error).contains("ошибка"))
    }

    @Test(
        "rules that ask what the calendar does not say, and terms that make no sense",
        arguments: [
            ("oblige admin to report statistics when violate within 4 working hours", "the calendar says nothing of working hours", "в какие часы работают"),
            ("forbid post in chat outside working hours", "the calendar says nothing of working hours", "в какие часы работают"),
            ("oblige admin to report statistics when violate by end of school year", "nothing of the school year", "когда идёт учебный год"),
            ("oblige admin to report statistics every school year", "nothing of the school year", "когда идёт учебный год"),
            ("oblige admin to report statistics when violate by end of \"autum\"", "did you mean “autumn”?", "может быть, «autumn»?"),
            ("forbid post in \"winter\"", "the calendar has no period “winter”", "в календаре нет периода «winter»"),
            ("oblige admin to report statistics every day when violate", "an event or comes with time, not both", "или от события, или по календарю"),
            ("oblige admin to report statistics every day within 2 days", "due by the end of each period", "до конца каждого периода"),
            ("oblige admin to report statistics every day if actor is student", "nobody knows whom this is about", "неизвестно, о ком это"),
            ("oblige each target to remind target when violate", "“each” is said of a role", "«каждый» говорят о роли"),
            ("oblige admin to report statistics within 3 days", "nothing starts this term", "ни от чего не отсчитывается"),
            ("oblige admin to report statistics when violate within 4 working months", "counted in days and hours", "считают днями и часами"),
            ("oblige admin not to report statistics every day", "a prohibition waits for no event", "запрет не ждёт события"),
            ("forbid contact support when target is under 14", "cannot be asked about", "этого не спросить"),
            ("forbid post in chat from 21:00", "as: to 18:00", "например: до 18:00"),
            ("forbid post in chat from 7:00 to 7:00", "the whole day is: from 0:00 to 24:00", "весь день: с 0:00 до 24:00"),
        ])
    func rulesThatAskTooMuch(rule: String, english: String, russian: String) throws {
        let head = "  working days Monday–Friday\n  period \"autumn\" 28.10.2024–04.11.2024\n"
        for (language, message) in [("en", english), ("ru", russian)] {
            let checked = try run("check", Self.policy(rule, head), language)
            #expect(checked.status == .invalid && (checked.out + checked.error).contains(message), "\(rule): \(checked.out)\(checked.error)")
        }
    }

    @Test func aPolicyWithoutACalendarIsHeldAgainstTheScripts() throws {
        let text = Self.policy("forbid post in chat in working hours") + "use policy \"p\"\n"
        #expect(try run("check", text).status == .invalid)
        #expect(try run("check", "working days Monday from 8:00 to 18:00\n" + text).status == .ok)
    }

    @Test func stepsDoNotChooseBetweenTwoCalendars() throws {
        let two = "policy \"a\"\n  working days Monday\nend\npolicy \"b\"\n  working days Friday\nend\nuse policy \"a\"\nuse policy \"b\"\n"
        let steps = "advance to next working day\n"
        let checked = try run("check", two + steps)
        #expect(checked.status == .invalid && (checked.out + checked.error).contains("those of “a” and “b”"), "\(checked.out)")
        #expect(try run("run", "working days Friday\n" + two + steps + "expect today is 06.09.2024\n").status == .ok)
        #expect(try run("run", two.replacingOccurrences(of: "use policy \"b\"\n", with: "") + steps + "expect today is 02.09.2024\n").status == .ok)
    }

    @Test(
        "an answer says what the calendar makes of the day",
        arguments: [
            ("forbid post in chat on weekends", "07.09.2024 12:00", "Saturday 07.09.2024 is no working day", "суббота 07.09.2024 — нерабочий день"),
            ("forbid post in chat outside working hours", "06.09.2024 18:00", "18:00, working hours are 8:00–18:00", "18:00, рабочие часы — 8:00–18:00"),
            ("forbid post in chat from 18:00 to 7:00", "06.09.2024 18:00", "now 06.09.2024 18:00", "сейчас 06.09.2024 18:00"),
            ("forbid post in chat when actor is under 14", "06.09.2024 18:00", "born 05.03.2011, 13 now", "полных лет — 13"),
        ])
    func answersNameTheDay(rule: String, now: String, english: String, russian: String) throws {
        let text =
            Self.policy(rule, "  working days Monday–Friday from 8:00 to 18:00\n") + "use policy \"p\"\ngiven school \"S\"\ngiven student @a in group \"7\"\n"
            + "given @a was born 05.03.2011\ngiven chat \"7\" for students of group \"7\"\ntoday is \(now)\n@a: post \"x\" in chat \"7\"\n"
        for (language, message) in [("en", english), ("ru", russian)] {
            let ran = try run("run", text, language)
            #expect(ran.status == .failed && (ran.out + ran.error).contains(message), "\(ran.out)\(ran.error)")
        }
    }

    @Test func anUnknownAgeIsSaid() throws {
        let text =
            Self.policy("permit remove by moderator when target is under 14") + "use policy \"p\"\ngiven school \"S\"\ngiven teacher @t\n"
            + "given student @a in group \"7\"\ngiven chat \"7\" for students of group \"7\" moderated by @t\n@t: remove @a from chat \"7\"\n"
        let ran = try run("run", text)
        #expect((ran.out + ran.error).contains("the date of birth of @a is not given"), "\(ran.out)\(ran.error)")
    }

    @Test func outsideItsDatesAPolicyNamesThem() throws {
        let head = "  in force from 01.10.2024 to 31.10.2024\n"
        let text = Self.policy("permit create group by director", head) + "use policy \"p\"\ngiven school \"S\"\ngiven director @d\n@d: create group \"7\"\n"
        let ran = try run("run", text)
        #expect(ran.status == .failed && (ran.out + ran.error).contains("from 01.10.2024 to 31.10.2024"), "\(ran.out)\(ran.error)")
        let shown = try run("show", Self.policy("permit create group by director", head), "ru")
        #expect(shown.out.contains("Действует с 01.10.2024 по 31.10.2024 включительно."), "\(shown.out)")
        #expect(shown.out.contains("Директор вправе создавать группы.\n"), "\(shown.out)")
    }

    /// That it is in force is no reason: neither of a refusal nor of a prohibition.
    @Test(arguments: [("create group \"7\"", "would permit it"), ("post \"abcd\" in chat \"A\"", "because: text is longer than 3\n")])
    func insideItsDatesAPolicyDoesNotNameThem(act: String, said: String) throws {
        let head = "  in force from 01.08.2024 to 31.10.2024\n"
        let rules = "permit create group by director\n    forbid post in chat when text is longer than 3"
        let given = "use policy \"p\"\ngiven school \"S\"\ngiven teacher @t\ngiven chat \"A\" moderated by @t\n"
        let ran = try run("run", Self.policy(rules, head) + given + "@t: \(act)\n")
        #expect(ran.status == .failed && (ran.out + ran.error).contains(said), "\(ran.out)")
        #expect(!(ran.out + ran.error).contains("in force"), "\(ran.out)")
    }

    /// A clause of each kind, said in either language and read again as the same.
    @Test(
        arguments: [
            "oblige each employee to sign in by 31.10.2024", "oblige moderator to close chat on 31 May within 5 days",
            "oblige admin to report statistics at least 3 times a week", "oblige admin to report statistics every Monday",
            "oblige moderator to close chat when chat is silent for 6 months", "oblige admin to report statistics when violate within 2 working days",
            "forbid post in chat from 1 June to 31 August", "forbid post in chat in \"a\", \"b\"", "forbid post in chat when not (on weekends)",
            "forbid add when target is not under 14",
        ])
    func whatIsSaidOfTimeIsTranslatedAndBack(rule: String) throws {
        let text = Self.policy(
            rule, "  period \"a\" 28.10.2024–04.11.2024\n  period \"b\" 01.01.2025\n  working days Monday, Wednesday–Friday from 8:00 to 18:00\n")
        let russian = try run("fmt", text, "en", ["--to", "ru"])
        #expect(russian.status == .ok && !russian.out.contains("policy"), "\(russian.out)")
        let back = try run("fmt", russian.out, "en", ["--to", "en"])
        #expect(back.out == text)
        let laidOut = try run("fmt", text)
        #expect(laidOut.out == text)
    }

    @Test func theProseOfDutiesReadsAsASentence() throws {
        let text = Self.ruPolicy("обязан каждый работник войти до 31.10.2024") + "\n"
        #expect(try run("show", text, "ru").out.contains("Каждый работник обязан войти на платформу до 31.10.2024 включительно."))
        let english = try run("show", Self.policy("oblige each employee to sign in by end of quarter"))
        #expect(english.out.contains("Each employee must sign in by the end of the quarter."), "\(english.out)")
    }

    /// A jump of years is counted as what it brings about.
    @Test func aLongJumpOverManyDutiesIsLimited() throws {
        let text = Self.policy("oblige admin to report statistics every day") + "use policy \"p\"\ngiven school \"S\" with admin @a\nadvance 900 years\n"
        let ran = try run("run", text, "en", ["--max-steps", "10000"])
        #expect(ran.status == .limit, "\(ran.out)\(ran.error)")
    }
}
