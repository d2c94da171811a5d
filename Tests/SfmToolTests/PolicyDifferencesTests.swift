import SfmPolicy
import SfmScenarios
import SfmTerms
import Testing

@testable import SfmRuntime

/// Where the five regulations differ, question by question: what `sfm compare` must find, clause by clause.
@Suite struct PolicyDifferencesTests {
    private static let ids = ["koshdo-2024", "ibragimovo-2024", "krasnye-baki-2023", "rtishchevo-2025", "tekhnikum"]

    private static let comparison: PolicyComparison = {
        var library = Library()
        return PolicyComparison(ids.compactMap { library.shippedPolicy($0) })
    }()

    /// What a question is about and what each policy has there; `r` before a clause means the recommendations that the
    /// village school's order extends.
    struct Check: Sendable {
        let act: Text
        let kinds: [Norm.Kind]
        var fits: @Sendable (Norm) -> Bool = { _ in true }
        /// In the order of the policies.
        let clauses: [String]
        /// What the norms of a policy say in both languages.
        var words: [String: Text] = [:]
    }

    struct Question: Sendable, CustomTestStringConvertible {
        let name: String
        let checks: [Check]
        var testDescription: String { name }
    }

    private static func audience(_ role: String) -> @Sendable (Norm) -> Bool {
        { norm in norm[.audience]?.text.en.components(role) ?? false }
    }

    private static func who(_ roles: String) -> @Sendable (Norm) -> Bool { { $0[.who]?.text.en == roles } }

    static let questions: [Question] = [
        Question(
            name: "block after how many violations",
            checks: [
                Check(
                    act: Text("block", "заблокировать"), kinds: [.permit], clauses: ["24", "", "", "", "21.4.5"],
                    words: ["koshdo-2024": Text("violations > 3", "нарушений более 3"), "tekhnikum": Text("violations >= 1", "нарушений не менее 1")]),
                Check(act: Text("restrict", "ограничить доступ"), kinds: [.permit], clauses: ["", "", "", "", "21.4.5"]),
            ]),
        Question(
            name: "for how long at most",
            checks: [
                Check(
                    act: Text("block", "блокировать"), kinds: [.permit], fits: { $0[.condition(Attribute.duration.heading)] != nil },
                    clauses: ["24", "", "", "", ""],
                    words: ["koshdo-2024": Text("duration <= 1 month", "срок не более 1 месяца")])
            ]),
        Question(
            name: "early release",
            checks: [
                Check(
                    act: Text("unblock", "разблокировать"), kinds: [.permit], clauses: ["25", "", "", "", ""],
                    words: ["koshdo-2024": Text("target has apologized and objections = 0", "лицо принесло извинения и возражений нет")])
            ]),
        Question(
            name: "removal for personal reasons",
            checks: [
                Check(
                    act: Text("remove", "исключить"), kinds: [.forbid], clauses: ["26", "", "", "", "21.4.6"],
                    words: ["tekhnikum": Text("reason is personal", "причина — личные предпочтения")]),
                Check(act: Text("remove", "исключать"), kinds: [.permit], clauses: ["", "", "", "", ""]),
            ]),
        Question(
            name: "rules before inclusion",
            checks: [
                Check(
                    act: Text("add", "добавить"), kinds: [.forbid], clauses: ["22", "", "", "", "21.4.3"],
                    words: ["koshdo-2024": Text("target has not acknowledged the rules", "лицо не ознакомлено с правилами")])
            ]),
        Question(
            name: "removal on departure",
            checks: [
                Check(
                    act: Text("remove", "исключить"), kinds: [.duty], clauses: ["27", "", "", "", "21.4.7"],
                    words: ["tekhnikum": Text("target and parents of target when depart", "лицо и родителей лица при выбытии")])
            ]),
        Question(
            name: "additional administrators",
            checks: [
                Check(
                    act: Text("appoint", "назначить"), kinds: [.permit], fits: { $0[.role]?.text.en == "additional admin" },
                    clauses: ["11.7", "", "2.1.7", "", "20.1.7"]),
                Check(
                    act: Text("appoint", "назначить"), kinds: [.permit], fits: { $0[.role]?.text.en == "admin" },
                    clauses: ["12.2", "4 r4.3", "2.1", "3.1", "20.2.2"]),
            ]),
        Question(
            name: "unclaimed links",
            checks: [Check(act: Text("annul links", "аннулировать ссылки"), kinds: [.duty, .standing], clauses: ["11.12", "", "", "3.1.9", "20.1.12"])]),
        Question(
            name: "teacher verification",
            checks: [
                Check(
                    act: Text("verify", "подтвердить"), kinds: [.permit],
                    clauses: ["11.10 12.4 13.2 14.2", "", "2.1.10 2.3.2", "3.3.2 3.4.2", "20.1.10 20.2.4 20.3.2 20.4.2"],
                    words: ["rtishchevo-2025": Text("by nobody", "никому")]),
                Check(
                    act: Text("request join", "подать заявку на вступление"), kinds: [.standing], clauses: ["", "r4.7 r4.9", "", "", ""]),
                Check(
                    act: Text("create chat", "создать чат"), kinds: [.forbid], clauses: ["", "r4.7 r4.9", "", "", ""],
                    words: ["ibragimovo-2024": Text("actor is not verified", "исполнитель не подтверждён")]),
            ]),
        Question(
            name: "chat with the group's teachers",
            checks: [
                Check(
                    act: Text("create chat", "создать чат"), kinds: [.permit], fits: { audience("teacher")($0) && !who("director")($0) },
                    clauses: ["13.3.3", "r4.12", "2.3.3.3", "", "20.3.3.3"]),
                Check(
                    act: Text("create chat", "создать чат"), kinds: [.permit], fits: { audience("others")($0) && who("teacher")($0) },
                    clauses: ["14.3.2", "", "", "3.3.3 3.3.6 3.4.3 3.4.3.2", "20.4.3.2"], words: ["rtishchevo-2025": Text("for others", "для иных")]),
            ]),
        Question(
            name: "director's chats",
            checks: [
                Check(
                    act: Text("create chat", "создать чат"), kinds: [.permit], fits: who("director"),
                    clauses: ["12.6.1 12.6.2 12.6.3", "", "2.2.1 2.2.2 2.2.3", "", "20.2.6.1 20.2.6.2 20.2.6.3 20.2.6.4"],
                    words: [
                        "krasnye-baki-2023": Text("student activists", "членов ученического актива"), "koshdo-2024": Text("for deputies", "для заместителей"),
                    ]),
                Check(
                    act: Text("create chat", "создать чат"), kinds: [.permit], fits: who("administration"),
                    clauses: ["12.6.4", "", "2.2.4", "3.2.2", "20.2.6.5"]),
            ]),
        Question(
            name: "who may send a student the link",
            checks: [
                Check(
                    act: Text("links for", "ссылки для"), kinds: [.states], fits: audience("student"), clauses: ["15.1", "", "", "3.5.1", "20.5.1"],
                    words: ["rtishchevo-2025": Text("from class teacher", "от классного руководителя"), "koshdo-2024": Text("from teacher", "от учителя")]),
                Check(
                    act: Text("invite", "пригласить"), kinds: [.permit],
                    fits: { $0[.whom]?.text.en.components("student") ?? false && $0[.place]?.text.en == "to chat" },
                    clauses: ["15.1", "r4.12", "", "3.5.1", "20.5.1"]),
            ]),
        Question(
            name: "foreign messengers",
            checks: [
                Check(act: Text("use messenger", "использовать мессенджер"), kinds: [.forbid], clauses: ["", "3.1 app.1", "", "app.2", "8"]),
                Check(
                    act: Text("lists", "перечни"), kinds: [.list], fits: { $0.items.count == 9 }, clauses: ["", "app.1", "", "app.2", "8"],
                    words: ["rtishchevo-2025": Text(same: "Skype for Business"), "tekhnikum": Text(same: "Skype,")]),
            ]),
        Question(
            name: "obscene language, insults",
            checks: [
                Check(
                    act: Text("delete message", "удалить сообщение"), kinds: [.duty], clauses: ["21", "", "", "", "21.4.2"],
                    words: ["koshdo-2024": Text("message is negative or excess", "сообщение негативное или избыточное")]),
                Check(
                    act: Text("post", "писать"), kinds: [.forbid], fits: { $0[.choice]?.text.en.contains("offensive") ?? false },
                    clauses: ["", "", "", "4.5.3", ""], words: ["rtishchevo-2025": Text("offensive", "оскорбительное")]),
            ]),
        Question(
            name: "handing one's account to another",
            checks: [
                Check(
                    act: Text("share account", "передать аккаунт"), kinds: [.forbid], clauses: ["15.4", "", "", "3.5.3.1 4.6.3", "20.5.4"],
                    words: ["koshdo-2024": Text("by student", "ученику")])
            ]),
        Question(
            name: "documents for registration",
            checks: [
                Check(
                    act: Text("register school", "зарегистрировать школу"), kinds: [.forbid], clauses: ["11.1", "r4.4 r4.5", "2.1.1", "3.1.1", "20.1.1"],
                    words: [
                        "koshdo-2024": Text("application has no email", "в заявке нет почты"),
                        "ibragimovo-2024": Text("application has no questionnaire", "в заявке нет анкеты"),
                    ])
            ]),
        Question(
            name: "messenger",
            checks: [
                Check(
                    act: Text("access by messenger", "доступ через мессенджер"), kinds: [.states], clauses: ["8", "r2.2 r4.19", "", "2.1", "12"],
                    words: ["koshdo-2024": Text(same: "VK Мессенджер"), "rtishchevo-2025": Text(same: "Сферум в МАХ")])
            ]),
        Question(
            name: "who runs the system channels",
            checks: [
                Check(
                    act: Text("post", "писать"), kinds: [.permit], fits: who("admin"), clauses: ["11.13", "", "", "", "20.1.13"],
                    words: ["tekhnikum": Text("channel is in list", "канал в перечне")]),
                Check(act: Text("provide material", "предоставить материал"), kinds: [.permit], clauses: ["12.5", "", "", "3.2.1", "20.2.5"]),
            ]),
        Question(
            name: "who starts group chats",
            checks: [
                Check(
                    act: Text("create chat", "создать чат"), kinds: [.permit], fits: { $0[.condition(Attribute.collective.heading)] != nil },
                    clauses: ["20", "", "", "", ""],
                    words: ["koshdo-2024": Text("initiative is collective", "инициатива коллектива")]),
                Check(
                    act: Text("create chat", "создать чат"), kinds: [.permit],
                    fits: { audience("student")($0) && $0[.subject] == nil && $0[.condition(Attribute.collective.heading)] == nil },
                    clauses: ["13.3.1", "r4.12", "2.3.3.1", "3.3.3 3.3.4", "20.3.3.1 21.4.1"]),
            ]),
        Question(
            name: "who builds the structure",
            checks: [
                Check(
                    act: Text("create group", "создать группу"), kinds: [.permit, .standing], clauses: ["11.5", "2 r4.6", "2.1.5", "3.1.5", "20.1.5"],
                    words: ["ibragimovo-2024": Text("administration", "администрация")])
            ]),
    ]

    @Test func everyQuestionIsAsked() { #expect(Self.questions.count == 20 && Set(Self.questions.map(\.name)).count == 20) }

    @Test(arguments: questions)
    func comesOutOfTheComparison(question: Question) {
        for check in question.checks {
            let subjects = PolicyComparison.subjects(named: check.act.en)
            #expect(!subjects.isEmpty && subjects == PolicyComparison.subjects(named: check.act.ru), "\(check.act)")
            let rows = Self.comparison.topics.filter { subjects.contains($0.subject) }.flatMap(\.rows)
            for (side, id) in Self.ids.enumerated() {
                let norms = rows.compactMap { $0.cells[side] }.filter { check.kinds.contains($0.kind) && check.fits($0) }
                let found = Set(norms.flatMap(\.clauses).map { ($0.policy == id ? "" : "r") + $0.clause })
                #expect(found == Set(check.clauses[side].split(separator: " ").map(String.init)), "\(id): \(check.act.en)")
                guard let words = check.words[id] else { continue }
                #expect(norms.contains { $0.text.en.contains(words.en) && $0.text.ru.contains(words.ru) }, "\(id): \(norms.map(\.text))")
            }
        }
    }

    @Test(arguments: questions, [Language.english, .russian])
    func isPrinted(question: Question, language: Language) {
        for check in question.checks {
            let narrowed = Self.comparison.narrowed(to: PolicyComparison.subjects(named: check.act[language]))
            let printed = ComparisonReporter(language: language, colour: false, plain: false, showsAll: true).render(narrowed).rawText
            let text = printed.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            for (id, clauses) in zip(Self.ids, check.clauses) {
                for clause in clauses.split(separator: " ") {
                    let number = clause.drop { $0 == "r" }
                    let shown = number.hasPrefix("app.") ? number.dropFirst(4) : number
                    let word = number.hasPrefix("app.") ? (language == .english ? "app. " : "прил. ") : language == .english ? "clause " : "п. "
                    #expect(text.contains(word + shown + (clause.hasPrefix("r") ? " recommendations-2023" : "")), "\(id) \(clause)")
                }
                if let words = check.words[id] { #expect(text.contains(words[language]), "\(id): \(words)") }
            }
        }
    }

    @Test func platformsAreNamed() {
        #expect(Self.comparison.policies.map(\.platform.en) == ["VK Мессенджер", "VK Мессенджер", "VK Мессенджер", "Сферум в МАХ", "VK Мессенджер"])
    }
}

extension String {
    /// Whether a comma list holds an entry.
    fileprivate func components(_ entry: String) -> Bool { split(separator: ",").contains { $0.drop { $0 == " " } == entry } }
}
