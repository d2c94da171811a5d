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
        ask([.copula, .negation])
        let head = match(grammar.roots.factHeads, at: i, fact: true)
        if let role = match(grammar.roots.roles, at: i), head == nil || role.next > head!.next || tokens[role.next].kind == .handle && role.next >= head!.next {
            return parsePersonFact(start, negated)
        }
        guard let head else {
            diagnostics.append(unknownFact())
            return nil
        }
        i = head.next
        return parseFactReadings(head, ReadParts(negated: head.negated != negated), start: start)
    }

    private mutating func parseSubjectFact(_ start: Int) -> FactNode? {
        let people = parsePeople()
        var parts = ReadParts()
        parts.add(SlotNode(slot: .target, value: .people(consume people), span: spanFrom(start)))
        while token.word != 0, grammar.copulas.contains(token.word) || grammar.negations.contains(token.word) {
            if grammar.negations.contains(token.word) { parts.negated = true }
            i += 1
        }
        while token.word != 0, grammar.articles.contains(token.word) { i += 1 }
        // «@x — "дежурный"» is a role of the policy's own, `@x has "consent"` a mark.
        ask(hasHas(start) ? .ofFact(.word, grammar.markFact) : .ofFact(.kinds, grammar.holderFact))
        ask([.copula, .negation])
        if at(.string) {
            return parseFactParts(hasHas(start) ? grammar.markFact : grammar.holderFact, parts, start: start)
        }
        let head = match(grammar.roots.factSubjects, at: i, fact: true)
        if let role = match(grammar.roots.roles, at: i), head.map({ role.next > $0.next }) ?? true {
            return parseFactParts(grammar.roleFact, parts, start: start)
        }
        guard let head else {
            diagnostics.append(unknownFact())
            return nil
        }
        i = head.next
        if head.negated { parts.negated = true }
        return parseFactReadings(head, parts, start: start)
    }

    private func hasHas(_ start: Int) -> Bool { (start..<i).contains { ["has", "have"].contains(text(tokens[$0]).lowercased()) } }

    /// person-fact := ROLE people { part }, as `students @a, @b in group "10А"`
    private mutating func parsePersonFact(_ start: Int, _ negated: Bool) -> FactNode? {
        guard let role = parseRole() else { return nil }
        var parts = ReadParts(negated: negated)
        parts.add(SlotNode(slot: .role, value: .role(role), span: spanFrom(start)))
        let list = i
        if let (people, file) = parsePeopleOfFile() {
            var node = SlotNode(slot: .target, value: .people(people), span: spanFrom(list))
            node.file = file
            parts.add(node)
        }
        return parseFactParts(grammar.personFact, parts, start: start)
    }

    private mutating func parseFactReadings(_ head: Match, _ parts: consuming ReadParts, start: Int) -> FactNode? {
        guard grammar.phrases.hasSeveral(head.node) else { return parseFactParts(Int(value(head)), parts, start: start) }
        let read = parts
        return parseFirstThatFits(grammar.phrases.values(of: head.node), head.next) { parser, fact in
            parser.parseFactParts(Int(fact), read, start: start)
        }
    }

    private mutating func parseFactParts(_ fact: Int, _ parts: consuming ReadParts, start: Int) -> FactNode? {
        var read = parts
        current = .fact(fact)
        guard parseParts(grammar.factParts[fact], labels: grammar.roots.factLabels[fact], into: &read, fact: true) else { return nil }
        let span = spanFrom(start)
        if let missing = missingPart(grammar.factParts[fact], read.filled) {
            diagnostics.append(missingPart(missing, span))
            return nil
        }
        // «участники чата "…"» with nothing behind it is no statement about an empty chat.
        if !read.has(.members), !read.has(.compare), grammar.factParts[fact].contains(where: { $0.slot == .members }) {
            current = .fact(fact)
            diagnostics.append(missingPart(.members, span))
            return nil
        }
        return FactNode(fact: fact, negated: read.negated, slots: read.list(), span: span)
    }
}
