import SfmTerms

/// Who acts within or behind the words of an act: «присоединился @x к звонку», «войти @x в звонок», «приносит извинения @x».
extension Parser {
    /// An act whose words stand around its doer, or before one whom its form has in front.
    struct SpokenHead {
        var acts: [Int32]
        var people: Range<Int>
        var next: Int
        /// How many words of the act it has.
        var length: Int
    }

    /// The longest such act here; the plain order of words is not its business.
    mutating func spokenHead() -> SpokenHead? {
        // Most words begin no such act, and then nobody needs to be looked for.
        let word = tokens[i].word
        guard word != 0 else { return nil }
        let isSubject = grammar.phrases.step(grammar.roots.actSubjects, word) != nil
        guard isSubject || grammar.phrases.step(grammar.roots.actHeads, word) != nil, let people = peopleBehindWords(),
            isSubject || tokens[people.upperBound].word != 0
        else { return nil }
        var best: SpokenHead?
        if isSubject, let around = match(grammar.roots.actSubjects, around: people), around.next == people.lowerBound || around.next > people.upperBound {
            best = spokenHead(around, people, grammar.phrases.values(of: around.node))
        }
        if let around = match(grammar.roots.actHeads, around: people), around.next > people.upperBound {
            let acts = grammar.phrases.values(of: around.node).filter { grammar.acts[Int($0)].doerIsTarget }
            if let head = spokenHead(around, people, acts), head.length > best?.length ?? 0 { best = head }
        }
        return best
    }

    private func spokenHead(_ around: Match, _ people: Range<Int>, _ acts: [Int32]) -> SpokenHead? {
        let length = around.next - i - (around.next > people.upperBound ? people.count : 0)
        guard !acts.isEmpty, length > 0 else { return nil }
        return SpokenHead(acts: acts, people: people, next: max(around.next, people.upperBound), length: length)
    }

    /// The first people of the line, where nothing but words stands before them.
    private mutating func peopleBehindWords() -> Range<Int>? {
        var lower = i
        while tokens[lower].kind == .word, tokens[lower].word != 0 { lower += 1 }
        guard lower > i, tokens[lower].kind == .handle else { return nil }
        var upper = lower + 1
        while isComma(upper), tokens[upper + 1].kind == .handle { upper += 2 }
        return lower..<upper
    }

    @inline(__always)
    func isComma(_ k: Int) -> Bool { tokens[k].kind == .comma || match(grammar.particle(.and), at: k) != nil }

    /// The longest phrase that begins at the cursor, some tokens within it passed over.
    private mutating func match(_ root: PhraseTable.Root, around hole: Range<Int>) -> Match? {
        var (node, k) = (root, i)
        var best: Match?
        while true {
            if k == hole.lowerBound { k = hole.upperBound }
            guard tokens[k].word != 0, let next = grammar.phrases.step(node, tokens[k].word) else { return best }
            node = next
            k += 1
            if grammar.phrases.hasValue(node) { best = Match(node: node, next: k) }
        }
    }

    /// Reads such an act where it has more words than the plain order of words finds.
    mutating func parseSpokenAct(_ actor: PersonNode?, longerThan length: Int, start: Int) -> ActNode?? {
        guard let head = spokenHead(), head.length > length else { return nil }
        i = head.people.lowerBound
        let people = SlotNode(slot: .target, value: .people(parsePeople()), span: spanFrom(head.people.lowerBound))
        return .some(
            parseFirstThatFits(head.acts, head.next) { parser, act in
                parser.parseActParts(Int(act), actor: actor, ReadParts(people), start: start)
            })
    }
}
