import SfmPolicy
import SfmSyntax
import SfmTerms

/// Words of policies in the steps of a script: each has to be declared by one of the policies that the script uses.
extension Checker {
    mutating func checkWords(of node: ActNode, _ names: Names, _ policies: PolicySet) {
        check(node.slots, ActTable.all[node.act].words, names, policies)
    }

    mutating func checkWords(of node: FactNode, _ names: Names, _ policies: PolicySet) {
        check(node.slots, FactTable.all[node.fact].words, names, policies)
        for slot in node.slots { if case .act(let act) = slot.value { checkWords(of: act, names, policies) } }
    }

    private mutating func check(_ slots: [SlotNode], _ sorts: [Slot: WordSort], _ names: Names, _ policies: PolicySet) {
        guard !sorts.isEmpty else { return }
        for slot in slots {
            guard let sort = sorts[slot.slot] else { continue }
            switch slot.value {
            case .name(let name?): use(sort, names[name], slot.valueSpan, policies)
            case .names(let all): for name in all { use(sort, names[name], slot.valueSpan, policies) }
            default: continue
            }
        }
    }

    private mutating func use(_ sort: WordSort, _ name: String, _ span: Span, _ policies: PolicySet) {
        guard policies.words.find(sort, name) == nil else { return }
        let known = policies.words.words(sort).flatMap { Set([$0.name.en, $0.name.ru]).sorted() }
        report(.undeclared(sort, name, span, known: known, inPolicy: false))
    }

    /// An act of a policy's own as what it is declared to be.
    func declared(_ node: ActNode, _ names: Names) -> Act? {
        guard node.act == Sfm.grammar.ownAct, case .name(let name?)? = node.slot(.word)?.value, let own = words.find(.act, names[name])?.act else { return nil }
        return .own(own.kind)
    }
}
