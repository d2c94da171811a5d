import SfmTerms

extension Parser {
    /// fact := people { COPULA | NOT } FACT-SUBJECT { part } | people ROLE { part } | FACT-HEAD { part } | ROLE people { part }
    mutating func parseFact() -> FactNode? {
        let start = i
        if at(.handle) { return parseSubjectFact(start) }
        // «есть чат "…"», «нет чата "…"»: unless it is the head of a fact, as «нет обязанностей».
        var negated = false
        while match(grammar.roots.factHeads, at: i, fact: true) == nil, token.word != 0 {
            if grammar.negations.contains(token.word) {
                negated.toggle()
            } else if !grammar.copulas.contains(token.word), !grammar.articles.contains(token.word) {
                break
            }
            i += 1
        }
        let head = match(grammar.roots.factHeads, at: i, fact: true)
        if let role = match(grammar.roots.roles, at: i), head == nil || role.next > head!.next || tokens[role.next].kind == .handle && role.next >= head!.next {
            return parsePersonFact(start, negated)
        }
        guard let head else {
            diagnostics.append(unknownFact())
            return nil
        }
        i = head.next
        return parseFactReadings(head, slots: [], start: start, negated: head.negated != negated)
    }

    private mutating func parseSubjectFact(_ start: Int) -> FactNode? {
        let people = parsePeople()
        let subject = SlotNode(slot: .target, value: .people(people), span: spanFrom(start))
        var negated = false
        while token.word != 0, grammar.copulas.contains(token.word) || grammar.negations.contains(token.word) {
            if grammar.negations.contains(token.word) { negated = true }
            i += 1
        }
        while token.word != 0, grammar.articles.contains(token.word) { i += 1 }
        let head = match(grammar.roots.factSubjects, at: i, fact: true)
        if let role = match(grammar.roots.roles, at: i), head.map({ role.next > $0.next }) ?? true {
            return parseFactParts(index(of: "role"), slots: [subject], start: start, negated: negated)
        }
        guard let head else {
            diagnostics.append(unknownFact())
            return nil
        }
        i = head.next
        return parseFactReadings(head, slots: [subject], start: start, negated: negated || head.negated)
    }

    /// person-fact := ROLE people { part }, as `students @a, @b in group "10А"`
    private mutating func parsePersonFact(_ start: Int, _ negated: Bool) -> FactNode? {
        guard let role = parseRole() else { return nil }
        let slot = SlotNode(slot: .role, value: .role(role), span: spanFrom(start))
        return parseFactParts(index(of: "person"), slots: [slot], start: start, negated: negated)
    }

    private func index(of id: String) -> Int {
        guard let index = grammar.facts.firstIndex(where: { $0.id == id }) else { preconditionFailure("the fact table lacks \(id)") }
        return index
    }

    private mutating func parseFactReadings(_ head: Match, slots: [SlotNode], start: Int, negated: Bool) -> FactNode? {
        guard grammar.phrases.hasSeveral(head.node) else {
            return parseFactParts(Int(value(head)), slots: slots, start: start, negated: negated)
        }
        return parseFirstThatFits(grammar.phrases.values(of: head.node), head.next) { parser, fact in
            parser.parseFactParts(Int(fact), slots: slots, start: start, negated: negated)
        }
    }

    private mutating func parseFactParts(_ fact: Int, slots: [SlotNode], start: Int, negated: Bool) -> FactNode? {
        var slots = slots
        var negated = negated
        currentForms = grammar.facts[fact]
        guard parseParts(grammar.factParts[fact], labels: grammar.roots.factLabels[fact], into: &slots, negated: &negated, fact: true) else {
            return nil
        }
        let span = spanFrom(start)
        for part in grammar.factParts[fact] where part.required && !slots.contains(where: { $0.slot == part.slot }) {
            diagnostics.append(missingPart(part.slot, span))
            return nil
        }
        // «участники чата "…"» with nothing behind it is no statement about an empty chat.
        if grammar.factParts[fact].contains(where: { $0.slot == .members }), !slots.contains(where: { $0.slot == .members || $0.slot == .compare }) {
            currentForms = grammar.facts[fact]
            diagnostics.append(missingPart(.members, span))
            return nil
        }
        return FactNode(fact: fact, negated: negated, slots: slots, span: span)
    }
}
