/// Words that are near in letters and far in meaning: one must never be offered for the other.
///
/// «Выйти» and «войти», «отключить» and «включить» differ by a prefix, `member` and `nonmember` by a negation. A word whose prefix is
/// another one is another word, not a misspelt one, whether or not the language knows it.
enum Opposites {
    /// Whether two phrases differ by a negation or, word by word, by a prefix or as one of the pairs of words that mean the opposite.
    static func differ(_ a: [String], _ b: [String]) -> Bool {
        if a.count(where: negations.contains) != b.count(where: negations.contains) {
            // «неучастник» and «не участник» are negated both.
            guard let first = a.first, let (_, rest) = negated(first), let other = b.first, negations.contains(other), b.count > 1 else { return true }
            return differ([rest] + a.dropFirst(), Array(b.dropFirst()))
        }
        let (x, y) = (a.filter { !negations.contains($0) }, b.filter { !negations.contains($0) })
        return x.count == y.count && zip(x, y).contains(where: differ)
    }

    private static let negations: Set<String> = ["не", "нет", "ни", "без", "not", "no", "non", "never", "without", "никто", "никому", "nobody", "нельзя"]

    /// The negation that a word begins with, as a word of its own, and what it negates.
    static func negated(_ word: String) -> (negation: String, rest: String)? {
        for (prefix, negation) in [("не", "не"), ("ни", "не"), ("non-", "not"), ("non", "not"), ("not", "not"), ("un", "not"), ("no", "not")] {
            guard word.hasPrefix(prefix) else { continue }
            let rest = String(word.dropFirst(prefix.count))
            if rest.unicodeScalars.count > 3 { return (negation, rest) }
        }
        return nil
    }

    private static func differ(_ a: String, _ b: String) -> Bool {
        if a == b { return false }
        for (one, other) in pairs where a.hasPrefix(one) && b.hasPrefix(other) || a.hasPrefix(other) && b.hasPrefix(one) { return true }
        for x in stems(of: a) {
            for y in stems(of: b) where x.group != y.group && mean(x, y) { return true }
        }
        return false
    }

    /// Whether two words of one stem are two words.
    private static func mean(_ x: Stem, _ y: Stem) -> Bool {
        guard x.group != nil, y.group != nil else {
            // A word without a prefix is another one than that with it; a letter that was left out makes no other word.
            let prefixed = x.group == nil ? y : x
            if let group = prefixed.group, group < negating { return near(x.text, y.text) }
            return prefixed.prefix.unicodeScalars.count > 1 && x.text.unicodeScalars.count > 3 && x.text == y.text
        }
        return !areKin(x, y) && near(x.text, y.text)
    }

    private static func areKin(_ x: Stem, _ y: Stem) -> Bool {
        guard let k = x.group, let l = y.group, let a = prefixes[k].first, let b = prefixes[l].first else { return false }
        return kin.contains { $0 == (a, b) || $0 == (b, a) }
    }

    private static func near(_ x: String, _ y: String) -> Bool {
        let length = min(x.unicodeScalars.count, y.unicodeScalars.count)
        return EditDistance.between(x, y, atMost: length > 4 ? max(1, length / 4) : 0) != nil
    }

    private struct Stem {
        /// The prefix in front of it, with the number of its group; none where it is the word itself.
        var group: Int?
        var prefix = ""
        var text: String
    }

    /// The word itself and what is left of it behind each prefix that it may have.
    private static func stems(of word: String) -> [Stem] {
        var out = [Stem(text: word)]
        for (k, group) in prefixes.enumerated() {
            for prefix in group where word.hasPrefix(prefix) {
                let stem = String(word.dropFirst(prefix.count))
                if stem.unicodeScalars.count > 2 { out.append(Stem(group: k, prefix: prefix, text: stem)) }
            }
        }
        return out
    }

    /// Prefixes that change what a word means, those that are spellings of one together.
    private static let prefixes: [[String]] = [
        ["не", "ни"], ["non-", "non", "not"], ["un"], ["dis"], ["анти"], ["anti"],
        ["без", "бес"], ["в", "во"], ["вы"], ["вз", "вс", "взо"], ["воз", "вос"], ["до"], ["за"], ["из", "ис", "изо"], ["на"], ["над"],
        ["низ", "нис"], ["о", "об", "обо"], ["от", "ото"], ["пере"], ["по"], ["под", "подо"], ["пре", "при"], ["про"], ["раз", "рас", "разо"],
        ["с", "со"], ["у"], ["противо"],
        ["de"], ["re"], ["in", "im"], ["en", "em"], ["ex"], ["mis"], ["sub"], ["over"], ["under"], ["out"], ["up"], ["down"], ["off"], ["on"], ["pre"],
        ["post"],
    ]
    /// How many of them negate.
    private static let negating = 6

    /// Prefixes one of which is the other without a letter and none of which is its opposite: «поключить» is «подключить» misspelt.
    private static let kin: [(String, String)] = [("о", "до"), ("о", "от"), ("по", "под"), ("по", "про"), ("на", "над")]

    /// What prefixes do not tell, as stems.
    private static let pairs: [(String, String)] = [
        ("at least", "at most"), ("least", "most"), ("больш", "меньш"), ("боле", "мене"), ("more", "less"), ("inside", "outside"), ("open", "clos"),
        ("allow", "forbid"), ("permit", "prohibit"), ("разреш", "запрещ"), ("можно", "нельзя"), ("accept", "except"), ("accept", "reject"),
        ("increas", "decreas"), ("import", "export"), ("includ", "exclud"), ("before", "after"), ("first", "last"), ("start", "stop"),
        ("hire", "fire"), ("join", "leave"), ("add", "remove"), ("undo", "redo"),
    ]
}
