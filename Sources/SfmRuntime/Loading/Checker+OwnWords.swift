import SfmPolicy
import SfmSyntax
import SfmTerms

/// Words of policies in the steps of a script: each has to be declared by one of the policies that the script uses.
extension Checker {
    mutating func checkWords(of node: ActNode, _ names: Names, _ policies: PolicySet) {
        check(node.slots, ActTable.all[node.act].words, names, policies)
        checkParts(of: node, names, policies)
        for slot in node.slots {
            guard case .act(let act) = slot.value else { continue }
            if (declared(act, names) ?? ActTable.all[act.act]).isDoneByWorld { report(.consentToEvent(slot.span)) }
            checkWords(of: act, names, policies)
        }
    }

    /// An own act has the parts that are declared, a mark is put on what it is about.
    private mutating func checkParts(of node: ActNode, _ names: Names, _ policies: PolicySet) {
        guard let sort = ActTable.all[node.act].words[.word], case .name(let name?)? = node.slot(.word)?.value,
            let word = policies.words.find(sort, names[name])
        else { return }
        if let own = word.act {
            let parts: [(Slot, OwnPart)] = [(.target, .person), (.chat, .chat), (.group, .group), (.text, .text)]
            for (slot, part) in parts where !own.parts.contains(part) {
                if let said = node.slot(slot) { return report(.partOfNoAct(word.name, part, said.span)) }
            }
        }
        guard let holder = word.holder else { return }
        let (isOfPerson, isOfChat) = (node.slot(.target) != nil, node.slot(.chat) != nil)
        let isRight =
            switch holder {
            case .person: !isOfChat || isOfPerson
            case .chat: !isOfPerson
            case .personInChat: isOfPerson || !isOfChat
            }
        if !isRight { report(.markOfAnother(word.name, holder, node.span)) }
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
        guard tellsMore, policies.words.find(sort, name) == nil else { return }
        report(.undeclared(sort, name, span, known: policies.words.names(sort), inPolicy: false))
    }

    /// An act of a policy's own as what it is declared to be.
    func declared(_ node: ActNode, _ names: Names) -> Act? {
        guard node.act == Sfm.grammar.ownAct, case .name(let name?)? = node.slot(.word)?.value, let own = words.find(.act, names[name])?.act else { return nil }
        return .own(own.kind)
    }
}

extension Diagnostic {
    static func consentToEvent(_ span: Span) -> Diagnostic {
        Diagnostic(
            .wrongDoer, Text("an event happens by itself; nobody agrees to it beforehand", "событие происходит само, заранее на него не соглашаются"), span,
            help: [Text("agree to an act: consent to: @x: ACT", "соглашаются на действие: согласовать: @x: ДЕЙСТВИЕ")])
    }
}
