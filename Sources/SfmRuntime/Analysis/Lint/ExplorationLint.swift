import SfmPolicy
import SfmSyntax
import SfmTerms

/// What an exploration asks or tries in vain, as far as that is certain without running it.
struct ExplorationLint {
    private let exploration: ExplorationNode
    private let script: Script
    private let printer: FormPrinter

    private init(_ exploration: ExplorationNode, _ script: Script) {
        (self.exploration, self.script) = (exploration, script)
        printer = FormPrinter(grammar: Sfm.grammar, names: script.names, language: .english, quotes: .source)
    }

    /// Of the explorations of the file itself.
    static func findings(_ script: Script) -> [Diagnostic] {
        script.scenarios.filter { $0.span.file == 0 }.compactMap(\.exploration).flatMap { node in
            let lint = ExplorationLint(node, script)
            return lint.idleProperties + lint.idleActs
        }
    }

    private func text(_ fact: FactNode, denied: Bool = false) -> String {
        var fact = fact
        if denied { fact.negated.toggle() }
        return printer.step(StepNode(kind: .expectFact(fact), span: fact.span), withLead: false)
    }

    /// A fact and its denial in one line, and a line that is there already.
    private var idleProperties: [Diagnostic] {
        var seen: [String: Span] = [:]
        return exploration.properties.compactMap { property in
            let facts = Set(property.facts.map { text($0) })
            if property.facts.contains(where: { facts.contains(text($0, denied: true)) }) { return .neverSo(property) }
            let key = "\(property.kind.rawValue) " + facts.sorted().joined(separator: "\n")
            if let first = seen[key] { return .askedTwice(property.span, first: first) }
            seen[key] = property.span
            return nil
        }
    }

    /// Acts that somebody has to let happen, and nobody does.
    private var idleActs: [Diagnostic] {
        guard !exploration.isAgainstPolicy, !script.everyPolicy.isEmpty else { return [] }
        return exploration.acts.compactMap { node in
            let act = ActTable.all[node.act]
            // What a word of the policy's own means is told by the policy.
            guard act.kind == .power, node.word == nil, !Sfm.grammar.namesWord(node.act) else { return nil }
            guard script.everyPolicy.permits[node.act].isEmpty, script.everyPolicy.dutiesByAct[node.act].isEmpty else { return nil }
            return .nobodyLets(act.noun, node.span)
        }
    }
}

extension Diagnostic {
    fileprivate static func neverSo(_ property: PropertyNode) -> Diagnostic {
        let comes: Text =
            switch property.kind {
            case .never: Text("so this always passes", "поэтому строка всегда проходит")
            case .always, .reachable: Text("so this always fails", "поэтому строка никогда не проходит")
            }
        return Diagnostic(
            .idleProperty, Text("a fact and its denial never hold together, ", "утверждение и его отрицание вместе не бывают верны, ") + comes,
            property.span, severity: .warning,
            help: [Text("leave one of the two, or ask them in two lines", "оставьте одно из двух или спросите двумя строками")])
    }

    fileprivate static func askedTwice(_ span: Span, first: Span) -> Diagnostic {
        var out = Diagnostic(
            .idleProperty, Text("this is asked already", "об этом уже спрошено"), span, severity: .warning,
            help: [Text("strike the line out", "вычеркните строку")])
        out.related = [(first, Text("here", "здесь"))]
        return out
    }

    fileprivate static func nobodyLets(_ act: Text, _ span: Span) -> Diagnostic {
        Diagnostic(
            .idleAct, Text("no policy in force lets anybody do this: ", "ни один порядок никому этого не разрешает: ") + act, span, severity: .warning,
            help: [
                Text(
                    "leave it out, or let it happen all the same: against the policy",
                    "уберите его или допустите и то, на что даётся отказ: вопреки порядку")
            ])
    }
}
