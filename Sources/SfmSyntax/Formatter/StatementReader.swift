import SfmTerms

/// Reads single lines that were written here: what a translation says is compared with what it was made of.
struct StatementReader {
    private(set) var parser: Parser

    init(grammar: Grammar, limits: SyntaxLimits) { parser = Parser(grammar: grammar, limits: limits) }

    /// `nil` where the line is no step, or not one alone; `above` is what `and` repeats.
    mutating func step(_ code: String, after above: Keyword? = nil) -> LineStep? {
        begin(code)
        parser.lastLead = above
        let lead = parser.lead()
        guard let node = parser.parseStep(), isRead else { return nil }
        return LineStep(node: node, lead: lead)
    }

    /// A line read after a given lead, as its tree.
    mutating func dump(_ code: String, after above: Keyword?) -> String? { step(code, after: above).map { dump($0.node) } }

    func dump(_ node: StepNode) -> String { tree.dump(node) }

    /// The names of all lines that were read.
    var names: Names { parser.names }
    private var tree: TreeDump { TreeDump(grammar: parser.grammar, names: names) }

    /// A line of a policy, as a policy with one clause that holds it.
    mutating func policyLine(_ code: String) -> PolicyNode? {
        begin(code)
        var policy = PolicyNode(id: "", idSpan: .none, span: .none)
        policy.clauses = [PolicyClauseNode(id: "", title: Text("", ""), idSpan: .none, span: .none)]
        guard let (word, next) = parser.keyword(.clause) ?? parser.normAfterRole() else { return nil }
        if parser.keyword(.clause) != nil { parser.i = next }
        parser.parsePolicyLine(word, 0, into: &policy)
        return isRead ? policy : nil
    }

    /// A rule, as its tree.
    mutating func rule(_ code: String) -> String? { policyLine(code)?.clauses.first?.rules.first.map { tree.dump($0) } }

    /// What stands behind `goal`, as its tree.
    mutating func goal(_ code: String) -> String? {
        begin(code)
        let goal = parser.parseGoal(0)
        parser.endLine()
        return isRead ? goal.map { tree.dump($0) } : nil
    }

    /// What stands behind `off limits`, as its tree.
    mutating func offLimits(_ code: String) -> String? {
        begin(code)
        let node = parser.parseOffLimits(0)
        parser.endLine()
        return isRead ? node.map { tree.dump($0) } : nil
    }

    /// A line of an exploration, as its tree.
    mutating func explored(_ code: String) -> String? {
        begin(code)
        let line = parser.parseExplorationLine()
        parser.endLine()
        return isRead ? line.map { tree.dump($0) } : nil
    }

    private mutating func begin(_ code: String) {
        parser.sources = []
        parser.diagnostics = []
        parser.begin(SourceFile(name: "", text: code))
    }

    private var isRead: Bool { parser.diagnostics.isEmpty && parser.at(.end) }

    /// Every reading of a text that is a decision, a role, a duration or a choice.
    mutating func meanings(_ text: String) -> [CellMeaning] {
        var out: [CellMeaning] = []
        begin(text)
        if let (word, next) = parser.keyword(.decisions), parser.tokens[next].kind == .newline { out.append(.decision(word)) }
        if let role = parser.parseRole(), parser.atLineEnd { out.append(.role(role)) }
        parser.i = 0
        if let duration = parser.parseDuration(), parser.atLineEnd { out.append(.duration(duration)) }
        for slot in [Slot.reason, .mood, .purpose, .linkState, .orderStage] {
            guard let m = parser.match(parser.grammar.roots.choices[Int(slot.rawValue)], at: 0), parser.tokens[m.next].kind == .newline else { continue }
            out.append(.choice(slot, UInt8(parser.value(m))))
        }
        return out
    }
}

/// What a cell of a table can mean by itself.
enum CellMeaning {
    case decision(Keyword)
    case role(Role)
    case duration(Duration)
    case choice(Slot, UInt8)
}
