import Foundation
import SfmPolicy
import SfmSyntax
import SfmTerms
import Testing

@testable import SfmRuntime
@testable import SfmTool

/// What `sfm compare` finds between two policies that differ in one thing: that thing and nothing else; and between two that say the same
/// in other words: nothing.
@Suite struct ComparisonLawTests {
    /// A rule of every kind that time, counting, consent and own words make possible, each in a clause of its own.
    private static let base = """
        policy "p"
          working days Monday–Friday from 8:00 to 18:00
          days off 04.11.2024
          also working 09.11.2024
          period "break" 28.10.2024–03.11.2024
          period "term" 02.09.2024–27.10.2024
          school year from 1 September to 31 May
          in force from 01.09.2024 to 31.08.2025
          message kinds "spam", "urgent", "menu"
          violation kinds "insult", "noise"
          role "nurse" is employee
          role "elder" is student
          mark "consent" of person
          mark "paper" of person
          mark "archived" of chat
          act "praise": power, of person, sets "consent"
          act "scold": power, of person
          act "ring": liberty, in chat
          event "illness": of person, in chat
          event "absence": of person, in chat
          clause 1 "one"
            permit block by moderator when violations in 1 month >= 3 and duration <= 1 week
          clause 2 "two"
            forbid post more than 5 times a day in chat of parents
          clause 3 "three"
            forbid post in channel from 21:00 to 7:00 except messages "urgent"
          clause 4 "four"
            permit create chat for students by teacher with consent of director
          clause 5 "five"
            permit remove by moderator when warnings >= 2 or violation is "insult"
          clause 6 "six"
            oblige director to report statistics every month
          clause 7 "seven"
            oblige each employee to sign in by 31.10.2024
          clause 8 "eight"
            oblige moderator to tell director of target when "illness" within 2 working days
          clause 9 "nine"
            oblige moderator to close chat when chat is silent for 6 months
          clause 10 "ten"
            oblige moderator to appoint as another moderator when moderators of chat < 2 within 3 days
          clause 11 "eleven"
            permit "praise" by "nurse" when target has "consent"
          clause 12 "twelve"
            forbid "ring" in working hours
          clause 13 "thirteen"
            permit warn by moderator when reminders today >= 1 and target is under 14
          clause 14 "fourteen"
            oblige admin to help author when pin message within 1 day
          clause 15 "fifteen"
            forbid start call when chat has "archived" except when actor is director
          clause 16 "sixteen"
            permit set "paper" by parents of target
          clause 17 "seventeen"
            oblige moderator to block target for 3 days when violate "noise" within 1 day
          clause 18 "eighteen"
            forbid create poll by student except "elder"
          clause 19 "nineteen"
            permit rename chat by moderator when "yes" in poll "Rename?" has more than half of the members
          clause 20 "twenty"
            oblige admin to record movement when depart by end of school year
          clause 21 "twenty-one"
            forbid write privately to students by employee when parent of target is not copied
          clause 22 "twenty-two"
            permit create channel by admin in "break"
          clause 23 "twenty-three"
            states all students of group in chat of students
          clause 24 "twenty-four"
            forbid use messenger by employee when messenger in list far
          clause 25 "twenty-five"
            list far: "Viber", "Skype"
        end
        """

    struct Change: Sendable, CustomTestStringConvertible {
        let from: String
        let to: String
        /// The clauses whose rules differ by it; of a line of the calendar or a declaration none.
        var clauses: [String] = []
        /// In what they differ; none where what is meant is another thing, so that each policy has a norm of its own.
        var aspects: Set<String> = []
        /// Whether a line of the calendar or a declaration differs.
        var line = false

        var testDescription: String { from + " → " + to }
    }

    private static let changes: [Change] = [
        Change(from: "in 1 month >= 3", to: "in 2 months >= 3", clauses: ["1"], aspects: ["violations"]),
        Change(from: "in 1 month >= 3", to: "in 1 month >= 4", clauses: ["1"], aspects: ["violations"]),
        Change(from: "<= 1 week", to: "<= 8 days", clauses: ["1"], aspects: ["duration"]),
        Change(from: "more than 5 times a day", to: "more than 6 times a day", clauses: ["2"], aspects: ["rate"]),
        Change(from: "more than 5 times a day", to: "more than 5 times a week", clauses: ["2"], aspects: ["rate"]),
        Change(from: "chat of parents", to: "chat of students", clauses: ["2"], aspects: ["chatAudience"]),
        Change(from: "from 21:00 to 7:00", to: "from 22:00 to 7:00", clauses: ["3"], aspects: ["time"]),
        Change(from: "from 21:00 to 7:00", to: "on weekends", clauses: ["3"], aspects: ["time", "calendar"]),
        Change(from: " with consent of director", to: " with consent of deputy", clauses: ["4"], aspects: ["consent"]),
        Change(from: " with consent of director", to: "", clauses: ["4"], aspects: ["consent"]),
        Change(from: "for students by", to: "for students together with parents by", clauses: ["4"], aspects: ["audience"]),
        Change(from: "warnings >= 2", to: "warnings >= 3", clauses: ["5"], aspects: ["violationKind"]),
        Change(from: "violation is \"insult\"", to: "violation is \"noise\"", clauses: ["5"], aspects: ["violationKind"]),
        Change(from: "every month", to: "every week", clauses: ["6"], aspects: ["occasion"]),
        Change(from: "every month", to: "at least 2 times a month", clauses: ["6"], aspects: ["occasion"]),
        Change(from: "every month", to: "every working day", clauses: ["6"], aspects: ["occasion", "calendar"]),
        Change(from: "oblige each employee", to: "oblige employee", clauses: ["7"], aspects: ["who"]),
        Change(from: "by 31.10.2024", to: "by 30.10.2024", clauses: ["7"], aspects: ["within"]),
        Change(from: "within 2 working days", to: "within 3 working days", clauses: ["8"], aspects: ["within"]),
        Change(from: "within 2 working days", to: "within 2 days", clauses: ["8"], aspects: ["within", "calendar"]),
        Change(from: "tell director of", to: "tell deputy of", clauses: ["8"]),
        Change(from: "tell director of", to: "tell \"nurse\" of", clauses: ["8"], aspects: ["whom"]),
        Change(from: "when \"illness\"", to: "when \"absence\"", clauses: ["8"]),
        Change(from: "silent for 6 months", to: "silent for 3 months", clauses: ["9"], aspects: ["time"]),
        Change(from: "moderators of chat < 2", to: "moderators of chat < 3", clauses: ["10"], aspects: ["moderators"]),
        Change(from: "by \"nurse\" when", to: "by \"elder\" when", clauses: ["11"], aspects: ["who"]),
        Change(from: "target has \"consent\"", to: "target has \"paper\"", clauses: ["11"], aspects: ["targetMark"]),
        Change(from: "target has \"consent\"", to: "target has no \"consent\"", clauses: ["11"], aspects: ["targetMark"]),
        Change(from: "permit \"praise\"", to: "permit \"scold\"", clauses: ["11"]),
        Change(from: "in working hours", to: "outside working hours", clauses: ["12"], aspects: ["time"]),
        Change(from: "reminders today", to: "reminders this week", clauses: ["13"], aspects: ["reminders"]),
        Change(from: "under 14", to: "under 16", clauses: ["13"], aspects: ["time"]),
        Change(from: "except when actor is director", to: "except when actor is deputy", clauses: ["15"], aspects: ["actorRole"]),
        Change(from: " except when actor is director", to: "", clauses: ["15"], aspects: ["actorRole"]),
        Change(from: "by parents of target", to: "by parent", clauses: ["16"], aspects: ["who"]),
        Change(from: "set \"paper\" by", to: "set \"consent\" by", clauses: ["16"]),
        Change(from: "for 3 days when", to: "for 4 days when", clauses: ["17"], aspects: ["duration"]),
        Change(from: "violate \"noise\"", to: "violate \"insult\"", clauses: ["17"], aspects: ["occasion"]),
        Change(from: " except \"elder\"", to: "", clauses: ["18"], aspects: ["actorHolds"]),
        Change(from: "\"yes\" in poll", to: "\"no\" in poll", clauses: ["19"], aspects: ["majority"]),
        Change(from: "by end of school year", to: "by end of quarter", clauses: ["20"], aspects: ["within", "calendar"]),
        Change(from: "is not copied", to: "is copied", clauses: ["21"], aspects: ["parentCopied"]),
        Change(from: "in \"break\"", to: "in \"term\"", clauses: ["22"], aspects: ["time", "calendar"]),
        Change(from: "all students of group in chat of students", to: "all students of group in chat of parents", clauses: ["23"], aspects: ["from"]),
        Change(from: "\"Viber\", \"Skype\"", to: "\"Viber\", \"Zoom\"", clauses: ["24", "25"], aspects: ["items"]),
        // What the calendar says differs, and with it what rules make of it.
        Change(from: "from 8:00 to 18:00", to: "from 9:00 to 18:00", clauses: ["8", "12"], aspects: ["calendar"], line: true),
        Change(from: "days off 04.11.2024", to: "days off 05.11.2024", clauses: ["8", "12"], aspects: ["calendar"], line: true),
        Change(from: "working 09.11.2024", to: "working 10.11.2024", clauses: ["8", "12"], aspects: ["calendar"], line: true),
        Change(from: "–03.11.2024", to: "–02.11.2024", clauses: ["22"], aspects: ["calendar"], line: true),
        Change(from: "–27.10.2024", to: "–26.10.2024", line: true),
        Change(from: "to 31 May", to: "to 30 May", clauses: ["20"], aspects: ["calendar"], line: true),
        Change(from: "to 31.08.2025", to: "to 30.08.2025", line: true),
        // Declarations.
        Change(from: "role \"nurse\" is employee", to: "role \"nurse\" is teacher", line: true),
        Change(from: "act \"ring\": liberty", to: "act \"ring\": power", line: true),
        Change(from: ", sets \"consent\"", to: ", sets \"paper\"", line: true),
        Change(from: "mark \"archived\" of chat", to: "mark \"archived\" of chat\n  mark \"closed\" of chat", line: true),
    ]

    private static func policy(_ text: String) throws -> Policy {
        var (loader, library) = (ScriptLoader(path: "p.sfm"), Library())
        let script = loader.load(SourceFile(name: "p.sfm", text: text), library: &library)
        #expect(script.diagnostics.filter { $0.severity == .error }.map(\.message.en) == [])
        return try #require(script.ownPolicies.last?.policy)
    }

    private static func translated(_ text: String, to language: Language, keepsWords: Bool = true) throws -> String {
        try #require(Translator(grammar: Sfm.grammar, to: language, keepsWords: keepsWords).translate(SourceFile(name: "p.sfm", text: text)).text)
    }

    private static func formatted(_ text: String) throws -> String {
        try #require(Formatter(grammar: Sfm.grammar).format(SourceFile(name: "p.sfm", text: text)).text)
    }

    private static func unlike(_ a: Policy, _ b: Policy) -> [(subject: PolicyComparison.Subject, row: PolicyComparison.Row)] {
        PolicyComparison([a, b]).topics.flatMap { topic in topic.rows.filter { $0.status != .same }.map { (topic.subject, $0) } }
    }

    private static func told(_ rows: [(subject: PolicyComparison.Subject, row: PolicyComparison.Row)]) -> String {
        rows.map { "\($0.subject.title.en) \($0.row.status) \($0.row.differences.map(\.aspect.id)) \($0.row.norms.map(\.text.en))" }.joined(separator: "\n")
    }

    @Test(arguments: changes, Language.allCases)
    func oneChangeIsOneDifference(_ change: Change, _ language: Language) throws {
        #expect(Self.base.components(separatedBy: change.from).count == 2, "the base says “\(change.from)” once")
        let changed = Self.base.replacingOccurrences(of: change.from, with: change.to)
        let before = try Self.policy(try Self.translated(Self.base, to: language))
        let after = try Self.policy(try Self.translated(changed, to: language))
        let rows = Self.unlike(before, after)
        let lines = rows.filter { $0.subject == .calendar || $0.subject == .words }
        #expect(lines.count == (change.line ? 1 : 0), "\(Self.told(rows))")
        let norms = rows.filter { $0.subject != .calendar && $0.subject != .words }
        #expect(Set(norms.flatMap(\.row.norms).flatMap(\.clauses).map(\.clause)) == Set(change.clauses), "\(Self.told(rows))")
        if change.aspects.isEmpty, !change.clauses.isEmpty {
            // Another thing is meant: one norm each.
            #expect(norms.count == 2 && norms.allSatisfy { $0.row.status == .only }, "\(Self.told(rows))")
        } else {
            #expect(norms.count == change.clauses.count, "\(Self.told(rows))")
            for (_, row) in norms { #expect(row.status == .differs && Set(row.differences.map(\.aspect.id)) == change.aspects, "\(Self.told(rows))") }
        }
        for (_, row) in norms {
            for difference in row.differences {
                // What differs reads differently.
                let values = difference.values.map { $0?[language] ?? "" }
                #expect(Set(values).count == 2, "\(difference.aspect.id): \(values)")
            }
        }
    }

    /// What says the same in other words, in another order, under other numbers.
    @Test(arguments: [
        ("in 1 month >= 3", "in 1 month > 2"), ("<= 1 week", "<= 7 days"),
        ("when violations in 1 month >= 3 and duration <= 1 week", "when duration <= 1 week and violations in 1 month >= 3"),
        ("warnings >= 2 or violation is \"insult\"", "violation is \"insult\" or not warnings < 2"), ("within 3 days", "within 72 hours"),
        ("in working hours", "when not outside working hours"), ("except messages \"urgent\"", "when message is not \"urgent\""),
        ("except when actor is director", "except director"), ("clause 2 \"two\"", "clause 2.1 \"another title\""), ("clause 8 \"eight\"", "clause 80"),
        ("\"Viber\", \"Skype\"", "\"skype\", \"viber\""), ("list far", "list others"), ("\"insult\", \"noise\"", "\"noise\", \"insult\""),
        ("target has \"consent\"", "not target has no \"consent\""),
        ("by moderator when reminders today >= 1 and", "by moderator when not (reminders today < 1) and"),
        ("mark \"paper\" of person\n", "\n"), ("", ""),
    ])
    func theSameInOtherWordsIsNoDifference(_ from: String, _ to: String) throws {
        var changed = from.isEmpty ? Self.base : Self.base.replacingOccurrences(of: from, with: to)
        if from == "list far" { changed = changed.replacingOccurrences(of: "in list far", with: "in list others") }
        if from.hasPrefix("mark \"paper\"") {
            // Declared at another place.
            changed = changed.replacingOccurrences(of: "  mark \"archived\"", with: "  mark \"archived\" of chat\n  mark \"paper\" of person\n  #")
        }
        #expect(from.isEmpty || changed != Self.base)
        let rows = Self.unlike(try Self.policy(Self.base), try Self.policy(changed))
        #expect(rows.isEmpty, "\(Self.told(rows))")
    }

    /// With its clauses the other way round.
    @Test func theOrderOfClausesIsNoDifference() throws {
        let lines = Self.base.split(separator: "\n").map(String.init)
        let start = try #require(lines.firstIndex { $0.hasPrefix("  clause") })
        let clauses = stride(from: start, to: lines.count - 1, by: 2).map { [lines[$0], lines[$0 + 1]] }
        let turned = (lines[..<start] + clauses.reversed().flatMap { $0 } + ["end"]).joined(separator: "\n")
        let rows = Self.unlike(try Self.policy(Self.base), try Self.policy(turned))
        #expect(rows.isEmpty, "\(Self.told(rows))")
    }

    /// Every policy of the repository is no other when it is formatted, translated, and translated back.
    @Test func aPolicyIsItsOwnTranslation() throws {
        var count = 0
        for folder in ["Examples", "Clauses", "Policies", "Tests/Scenarios"] {
            let all = FileManager.default.enumerator(atPath: ToolRun.root + "/" + folder)?.compactMap { $0 as? String } ?? []
            for file in all.filter({ $0.hasSuffix(".sfm") }).sorted() {
                // A policy that ships keeps its name to itself.
                let text = try String(contentsOfFile: ToolRun.root + "/" + folder + "/" + file, encoding: .utf8)
                    .replacingOccurrences(of: folder == "Policies" ? "\npolicy \"" : "\u{0}", with: "\npolicy \"own-")
                func policies(_ text: String) -> [Policy] {
                    var (loader, library) = (ScriptLoader(path: file), Library())
                    return loader.load(SourceFile(name: file, text: text), library: &library).ownPolicies.map(\.policy)
                }
                let own = policies(text)
                guard !own.isEmpty else { continue }
                let other: Language = file.hasSuffix(".ru.sfm") ? .english : .russian
                let translated = try Self.translated(text, to: other)
                let forms = try [Self.formatted(text), translated, Self.translated(translated, to: other == .english ? .russian : .english)]
                for form in forms {
                    let others = policies(form)
                    #expect(others.count == own.count, "\(file)")
                    for (a, b) in zip(own, others) {
                        count += 1
                        let rows = Self.unlike(a, b)
                        #expect(rows.isEmpty, "\(file) \(a.id): \(Self.told(rows))")
                    }
                }
            }
        }
        #expect(count > 500)
    }

    @Test func ownWordsAreHeadings() throws {
        let comparison = PolicyComparison([try Self.policy(Self.base), try Self.policy(Self.base.replacingOccurrences(of: "\"ring\"", with: "\"toll\""))])
        let titles = Set(comparison.topics.map(\.subject.title.ru))
        #expect(titles.isSuperset(of: ["«praise»", "«ring»", "«toll»", "время и календарь", "свои слова порядков"]))
        #expect(comparison.own(named: "ring").map(\.id) == ["own ring"])
        #expect(comparison.narrowed(to: comparison.own(named: "ring")).topics.map(\.subject.title.en) == ["“ring”"])
    }
}
