import SfmModel
import SfmPolicy
import SfmTerms
import Testing

@testable import SfmRuntime
@testable import SfmSyntax

/// Every word by which a duty says whom it is towards reaches the compiled duties: with any of them left out, other duties come of the rule.
@Suite struct AddresseeLawTests {
    /// The acts that a duty may be to do to somebody.
    static let acts = ActTable.all.indices.filter { act in
        ActTable.all[act].kind != .event && !ActTable.all[act].forms.doerIsTarget && !Sfm.grammar.namesWord(act)
            && Sfm.grammar.actParts[act].contains { $0.slot == .target && $0.positional }
            && !Sfm.grammar.actParts[act].contains { $0.required && $0.slot != .target }
    }.map { ActTable.all[$0].forms.id }

    /// What a duty compiles to, as far as whom it is towards.
    private struct Towards: Hashable {
        let (target, parents, ofTarget): (Bool, Bool, Bool)
        let roles: RoleSet
        let towards: Addressees
        let (list, place): (AddresseeList?, Int)

        init(_ rule: DutyRule) {
            (target, parents, ofTarget) = (rule.concernsTarget, rule.concernsParents, rule.tellsOfTarget)
            (roles, towards, list, place) = (rule.scope.targets, rule.towards, rule.list, rule.place)
        }
    }

    private func rule(_ act: Int, _ parts: [RulePart]) -> RuleNode {
        var rule = RuleNode(kind: .oblige(.roles([.admin]), negated: false), acts: [RuleActNode(act: act, span: .none)], span: .none)
        for part in parts { rule.qualifiers.add(part) }
        rule.triggers = [RuleActNode(act: ActTable.index(of: "violate"), span: .none)]
        rule.term = .within(Duration(days: 1))
        return rule
    }

    private func duties(_ text: String) throws -> Set<Towards> {
        var parser = Parser(grammar: Sfm.grammar)
        let script = parser.parse(
            SourceFile(name: "p.sfm", text: "policy \"p\"\nrole \"Б\" is employee\nrole \"В\" is employee\n  clause 1 \"c\"\n    \(text)\nend\n"))
        #expect(parser.diagnostics.map(\.message.en) == [], "\(text)")
        var compiler = PolicyCompiler(try #require(script.policies.first))
        let policy = compiler.compile(extending: [])
        #expect(compiler.diagnostics.map(\.message.en) == [], "\(text)")
        return Set(policy.duties.map(Towards.init))
    }

    private func text(_ act: Int, _ parts: [RulePart], _ language: Language) throws -> String {
        let node = rule(act, parts)
        let forms = FormPrinter(grammar: Sfm.grammar, names: Names(), language: language, quotes: .source)
        let meant = TreeDump(grammar: Sfm.grammar, names: Names()).dump(node)
        let texts = (0..<4).map { RulePrinter(forms, variant: $0).rule(node) }
        let text = texts.first { text in
            var reader = StatementReader(grammar: Sfm.grammar, limits: .standard)
            return reader.policyLine(text)?.clauses[0].rules.first.map { TreeDump(grammar: Sfm.grammar, names: Names()).dump($0) } == meant
        }
        return try #require(text, "none is read back as it was meant: \(texts)")
    }

    /// All sets of the parts in which there is one at least; «или» only joins roles.
    private func sets(_ act: Int) -> [[RulePart]] {
        let parts: [RulePart] =
            [.slot(.target, .roles([.director])), .towardsHolders(["Б"]), .target, .parentsOfTarget] + (ActTable.all[act].tellsOf ? [.ofTarget] : [])
        let sets = (1..<1 << parts.count).map { bits in parts.indices.filter { bits >> $0 & 1 == 1 }.map { parts[$0] } }
        return sets + [
            [.slot(.target, .roles([.director, .deputy]))], [.slot(.target, .roles([.director, .deputy])), .oneOfThose],
            [.slot(.target, .roles([.director])), .towardsHolders(["Б"]), .oneOfThose], [.towardsHolders(["Б", "В"])],
            [.towardsHolders(["Б", "В"]), .oneOfThose],
        ]
    }

    @Test("left out, any of them changes the duties", arguments: acts)
    func eachReachesTheDuties(_ id: String) throws {
        let act = ActTable.index(of: id)
        for language in Language.allCases {
            var seen: [Set<Towards>: String] = [:]
            for parts in sets(act) {
                let said = try text(act, parts, language)
                let duties = try duties(said)
                // Who is told without «о лице» is told of that person anyway.
                if parts.contains(.ofTarget), parts.count > 1 { continue }
                let other = seen.updateValue(said, forKey: duties)
                #expect(other == nil, "the same duties come of “\(said)” and “\(other ?? "")”")
            }
        }
    }

    /// Whom a deed befalls is looked for once a rule, and not once a duty: they share what they look in.
    @Test func theDutiesOfARuleShareTheirList() throws {
        let names = (0..<300).map { "r\($0)" }
        let roles = names.map { "role \"\($0)\" is employee\n" }.joined()
        let list = names.map { "\"\($0)\"" }.joined(separator: ", ")
        var parser = Parser(grammar: Sfm.grammar)
        let script = parser.parse(
            SourceFile(name: "p.sfm", text: "policy \"p\"\n\(roles)clause 1\noblige admin to remind \(list) when violate within 1 day\nend\n"))
        var compiler = PolicyCompiler(try #require(script.policies.first))
        let duties = compiler.compile(extending: []).duties
        #expect(compiler.diagnostics.isEmpty && duties.count == names.count && duties.map(\.place) == Array(0..<names.count))
        let first = try #require(duties.first?.list)
        #expect(first.all.count == names.count && duties.allSatisfy { $0.list === first })
    }

    @Test func someActsAreTried() { #expect(Self.acts.count > 5 && Self.acts.contains("tell")) }
}
