import SfmTerms

/// Reads single lines as statements, one after another, as the parser reads them within their file.
struct StatementReader {
    var parser: Parser
    /// The word that `and` repeats.
    var lead: Keyword?

    init(grammar: Grammar, limits: SyntaxLimits) { parser = Parser(grammar: grammar, limits: limits) }

    /// A step, with whether its first word is lent by the line above.
    struct Step {
        var node: StepNode
        var isAnd = false
        var hasOwnLead = true
    }

    /// `nil` where the line is no step, or not one alone.
    mutating func step(_ code: String) -> Step? {
        begin(code)
        parser.lastLead = lead
        let (isAnd, hasOwnLead) = leads()
        parser.i = 0
        guard let node = parser.parseStep(), isRead else { return nil }
        lead = parser.lastLead
        return Step(node: node, isAnd: isAnd, hasOwnLead: hasOwnLead)
    }

    /// A line read after a given lead, as its tree; what `and` repeats stays as it is.
    mutating func dump(_ code: String, after lead: Keyword?) -> String? {
        let own = self.lead
        defer { self.lead = own }
        self.lead = lead
        return step(code).map { dump($0.node) }
    }

    func dump(_ node: StepNode) -> String { TreeDump(grammar: parser.grammar, names: parser.names).text(node) }

    private mutating func leads() -> (isAnd: Bool, hasOwnLead: Bool) {
        guard let (word, next) = parser.keyword(.steps), word == .and, !parser.isAct(longerThan: next) else { return (false, true) }
        parser.i = next
        guard let (own, after) = parser.keyword(.steps), own != .and, own != .actAs, !parser.isAct(longerThan: after) else { return (true, false) }
        // «И затем заблокировать»: the act says nothing of the line above.
        return (own != .lead, true)
    }

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

    /// What stands behind `goal`.
    mutating func goal(_ code: String) -> GoalNode? {
        begin(code)
        let goal = parser.parseGoal(0)
        parser.endLine()
        return isRead ? goal : nil
    }

    /// What stands behind `off limits`.
    mutating func offLimits(_ code: String) -> OffLimitsNode? {
        begin(code)
        let node = parser.parseOffLimits(0)
        parser.endLine()
        return isRead ? node : nil
    }

    mutating func begin(_ code: String) {
        parser.sources = []
        parser.diagnostics = []
        parser.begin(SourceFile(name: "", text: code))
    }

    private var isRead: Bool { parser.diagnostics.isEmpty && parser.at(.end) }
}
