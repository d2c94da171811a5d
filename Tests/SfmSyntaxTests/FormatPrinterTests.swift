import SfmRuntime
import SfmTerms
import Testing

@testable import SfmSyntax

/// Every act and fact, printed in either language, reads back as the same tree.
@Suite struct FormatPrinterTests {
    @Test(arguments: ActTable.all.map(\.forms.id))
    func examplesOfActs(_ id: String) {
        let example = ActTable.all[ActTable.index(of: id)].example
        for line in [example.en, example.ru] { expectSameTree(line) }
    }

    @Test(arguments: ActTable.all.map(\.forms.id))
    func templatesOfActs(_ id: String) {
        let forms = ActTable.all[ActTable.index(of: id)].forms
        var read = 0
        for template in forms.english + forms.russian {
            for line in FormSamples(template).lines {
                // The doer stands before the colon where the Russian form has no place for him.
                let needsDoer = forms.doerIsTarget && !line.contains("@ivanov")
                read += expectSameTree(needsDoer ? "@ivanov: " + line : line) ? 1 : 0
            }
        }
        #expect(read > 0)
    }

    @Test(arguments: FactTable.all.map(\.forms.id))
    func templatesOfFacts(_ id: String) {
        let forms = FactTable.all[FactTable.index(of: id)].forms
        var read = 0
        for template in forms.english + forms.russian {
            for line in FormSamples(template, withRoles: false).lines { read += expectSameTree("expect " + line) ? 1 : 0 }
        }
        #expect(read > 0)
    }

    /// False where the line itself is not understood, which is not the printer's matter.
    @discardableResult
    private func expectSameTree(_ line: String, _ location: SourceLocation = #_sourceLocation) -> Bool {
        var reader = StatementReader(grammar: Sfm.grammar, limits: .standard)
        guard let step = reader.step(line) else { return false }
        let tree = reader.dump(step.node)
        for language in Language.allCases {
            let printer = FormPrinter(grammar: Sfm.grammar, names: reader.parser.names, language: language, quotes: .source)
            let printed = printer.step(step.node)
            let back = reader.dump(printed, after: nil)
            #expect(back == tree, "\(line) → \(printed)", sourceLocation: location)
        }
        return true
    }
}

/// Lines that a template accepts: without its parts, with each alone, with all; for one person and for two.
struct FormSamples {
    private let template: Template
    /// Only acts name people by their role alone.
    private let withRoles: Bool

    init(_ template: String, withRoles: Bool = true) { (self.template, self.withRoles) = (Template(template), withRoles) }

    var lines: [String] {
        let parts = template.elements.indices.filter { if case .part = template.elements[$0] { true } else { false } }
        var chosen: [Set<Int>] = [[], Set(parts)]
        for part in parts { chosen.append([part]) }
        var out: [String] = []
        for parts in chosen {
            for people in ["@ivanov", "@ivanov, @petrov", "student"] {
                for negated in [false, true] {
                    let line = Self.line(template.elements, parts, people, negated)
                    out.append(withRoles ? line : Self.named(line))
                }
            }
        }
        return out.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    private static func named(_ line: String) -> String {
        line.split(separator: " ").map { $0 == "student" ? "@student" : String($0) }.joined(separator: " ")
    }

    private static func line(_ elements: [Template.Element], _ parts: Set<Int>?, _ people: String, _ negated: Bool) -> String {
        elements.enumerated().compactMap { k, element -> String? in
            switch element {
            case .word(let words): words[0]
            case .optionalWord(let words): words[0]
            case .negation: negated ? "not" : nil
            case .slot(let slot, _, let preset): value(slot, preset, people)
            case .part(let inner): parts.map { $0.contains(k) } ?? true ? line(inner, nil, people, negated) : nil
            }
        }.joined(separator: " ")
    }

    private static func value(_ slot: Slot, _ preset: UInt8?, _ people: String) -> String? {
        switch slot.kind {
        case .people: slot == .target ? people : "@other"
        case .invitee: people == "student" ? "parent" : people
        case .role: people == "student" ? "moderator" : "class teacher"
        case .audience: people == "student" ? "students, parents" : people
        case .place: people == "student" ? "staff room" : "group \"10А\""
        case .name: "\"a \\\"b\\\" \\\\ c\""
        case .names: "\"yes\", \"no\""
        case .link: people == "student" ? "L1" : "\"the link\""
        case .duration: people == "student" ? "1 month 2 days" : "21 hours"
        case .date: people == "student" ? "15.09.2024" : "2024-09-15 09:30"
        case .number: "3"
        case .compare: people == "student" ? ">= 3" : "= 3"
        case .choice: preset == nil ? slot.choices.last.map { $0.en[0] } : nil
        case .namedChoice: "\"x.pdf\""
        case .reason: people == "student" ? "\"because\"" : "departure"
        case .flag: nil
        case .clause: people == "student" ? "clause app.1 of \"p\"" : "clause 24"
        case .act: people == "student" ? "create chat" : "block @sidorov in chat \"10А\""
        }
    }
}
