import SfmTerms

/// Phrases of the vocabulary at the cursor or behind it.
///
/// What is asked at every word is asked of the grammar, which is given the tokens: a parser that calls a function of its own that
/// does not change it is copied for the call, in whole. For the same reason what lies on the way of every line is `mutating`.
extension Parser {
    struct Match {
        var node: Int32
        var next: Int
        var negated = false
    }

    /// The longest phrase of a root that begins at a token. Articles mean nothing; in facts neither do copulas, and `not` negates.
    @inline(__always)
    func match(_ root: PhraseTable.Root, at start: Int, fact: Bool = false, before end: Int = .max) -> Match? {
        if let probe { probe.note(root, tokens, at: start, fact: fact, grammar) }
        return grammar.match(root, tokens, at: start, fact: fact, before: end)
    }

    @inline(__always)
    func value(_ match: Match) -> Int32 { grammar.phrases.value(of: match.node) }

    @inline(__always)
    mutating func accept(_ particle: Particle) -> Bool {
        guard let m = match(grammar.particle(particle), at: i) else { return false }
        i = m.next
        return true
    }

    @inline(__always)
    func at(_ particle: Particle) -> Bool { match(grammar.particle(particle), at: i) != nil }

    /// The longest keyword here that is one of those allowed, with the index after it.
    @inline(__always)
    mutating func keyword(_ allowed: KeywordSet) -> (keyword: Keyword, next: Int)? {
        if let probe { probe.note(allowed, tokens, at: i, grammar) }
        guard tokens[i].word != 0 else { return nil }
        if keywordsHere.at != i { keywordsHere = (i, grammar.keywords(tokens, at: i)) }
        return keywordsHere.any.shares(allowed) ? grammar.keyword(allowed, tokens, at: i) : nil
    }

    /// The same, of a line that is refused: what could stand there is told by others.
    func refusedKeyword(_ allowed: KeywordSet) -> (keyword: Keyword, next: Int)? { grammar.keyword(allowed, tokens, at: i) }
}

extension Grammar {
    fileprivate func match(_ root: PhraseTable.Root, _ tokens: [Token], at start: Int, fact: Bool, before end: Int) -> Parser.Match? {
        var node = root
        var k = start
        var best: Parser.Match?
        var negated = false
        while true {
            let word = tokens[k].word
            if word == 0 || k >= end { break }
            if let next = phrases.step(node, word) {
                node = next
                k += 1
                if phrases.hasValue(node) { best = Parser.Match(node: node, next: k, negated: negated) }
                continue
            }
            if articles.contains(word) || (fact && k > start && copulas.contains(word)) {
                k += 1
                continue
            }
            if fact, k > start, negations.contains(word) {
                negated = true
                k += 1
                continue
            }
            break
        }
        return best
    }

    /// All keywords that begin at a token.
    fileprivate func keywords(_ tokens: [Token], at start: Int) -> KeywordSet {
        var (node, k) = (roots.keywords, start)
        var all = KeywordSet([])
        while tokens[k].word != 0, let next = phrases.step(node, tokens[k].word) {
            (node, k) = (next, k + 1)
            guard phrases.hasValue(node) else { continue }
            if phrases.hasSeveral(node) {
                for value in phrases.values(of: node) { all.insert(UInt8(value)) }
            } else {
                all.insert(UInt8(phrases.value(of: node)))
            }
        }
        return all
    }

    fileprivate func keyword(_ allowed: KeywordSet, _ tokens: [Token], at start: Int) -> (keyword: Keyword, next: Int)? {
        var node = roots.keywords
        var k = start
        var best: (Keyword, Int)?
        while tokens[k].word != 0, let next = phrases.step(node, tokens[k].word) {
            node = next
            k += 1
            guard phrases.hasValue(node) else { continue }
            if !phrases.hasSeveral(node) {
                if let word = Keyword(rawValue: UInt8(phrases.value(of: node))), allowed.has(word) { best = (word, k) }
                continue
            }
            for value in phrases.values(of: node) {
                if let word = Keyword(rawValue: UInt8(value)), allowed.has(word) {
                    best = (word, k)
                    break
                }
            }
        }
        return best
    }
}
