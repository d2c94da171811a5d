import SfmPolicy
import SfmSyntax
import SfmTerms

extension Policy {
    /// The rules of a clause in words, a line each, in both languages: permits and forbids, duties, statements, lists.
    public func wording(ofClauseAt index: Int) -> [Text] {
        var out: [Text] = []
        for rule in rules where rule.clause == index { out.append(RuleRenderer.inBothLanguages { $0.rule($1.node(rule)) }) }
        for duty in duties where duty.clause == index { out.append(RuleRenderer.inBothLanguages { $0.rule($1.node(duty)) }) }
        for statement in statements where statement.clause == index { out.append(RuleRenderer.inBothLanguages { $0.rule($1.node(statement)) }) }
        for list in lists where list.clause == index {
            let items = list.items.map { FormPrinter.source($0) }.joined(separator: ", ")
            out.append(Text("list", "перечень") + Text(same: " \(list.name): \(items)"))
        }
        return out
    }
}
