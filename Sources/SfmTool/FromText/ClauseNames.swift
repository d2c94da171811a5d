import SfmTerms

/// What the clauses of an outline are called in a policy: as in the text, and where two would be called alike, so that a reader sees which is which.
struct ClauseNames {
    /// By the place of an item; empty for what is no clause.
    private(set) var ids: [String]
    /// What a clause is called in the text, where that is something else.
    private(set) var origins: [Int: Text] = [:]
    private var taken: Set<String> = []
    /// How often an id was wanted again.
    private var copies: [String: Int] = [:]
    private let language: Language

    init(_ outline: Outline, _ language: Language) {
        ids = [String](repeating: "", count: outline.items.count)
        self.language = language
        nameNumbered(outline)
        nameListed(outline)
    }

    // MARK: - What has a number

    private mutating func nameNumbered(_ outline: Outline) {
        var (prefix, label, part) = ("", "", 1)
        // Of clauses that are numbered anew the first one says so.
        var said = ""
        for (k, item) in outline.items.enumerated() {
            switch item.kind {
            case .section(let name): (prefix, label, said) = ("", name + ".", "")
            case .appendix(let number):
                (prefix, label, said) = ("app.\(number).", "", "app.\(number).")
                ids[k] = unique("app.\(number)")
            case .number(let number):
                let own = number.map(String.init).joined(separator: ".")
                if taken.contains(prefix + own) {
                    if number.last != 1 {
                        // A number that was given twice, and no second beginning.
                        ids[k] = unique(named(again, prefix + own) ?? prefix + own)
                    } else {
                        if !label.isEmpty, prefix.isEmpty { prefix = label }
                        while taken.contains(prefix + own) {
                            part += 1
                            prefix = "\(partWord)\(part)."
                        }
                    }
                }
                if ids[k].isEmpty { ids[k] = unique(prefix + own) }
                if ids[k] != prefix + own || prefix != said {
                    origins[k] = Text("in the text this is clause \(own), line \(item.line)", "в тексте это пункт \(own), строка \(item.line)")
                }
                said = prefix
            case .heading, .bracketed, .letter, .bullet, .paragraph: break
            }
        }
    }

    private var again: String { language("again", "повтор") }
    private var partWord: String { language("part", "часть") }

    /// An id with a word before it; the language has one word in an id, and no more.
    private func named(_ word: String, _ id: String) -> String? { id.first?.isLetter == true ? nil : word + "." + id }

    private mutating func unique(_ id: String) -> String {
        var out = id
        while !taken.insert(out).inserted {
            copies[id, default: 1] += 1
            let number = copies[id, default: 2]
            out = named(language("copy", "копия") + String(number), id) ?? "\(id).\(number)"
        }
        return out
    }

    // MARK: - What has none, or that of a list

    private mutating func nameListed(_ outline: Outline) {
        var counts: [String: Int] = [:]
        var roots: [Int: String] = [:]
        for (k, item) in outline.items.enumerated() {
            switch item.kind {
            case .number, .appendix: continue
            case .section(let name): roots[k] = name
            case .heading: roots[k] = item.parent.map { roots[$0] ?? ids[$0] } ?? ""
            case .bracketed, .letter, .bullet, .paragraph:
                let above = item.parent.map { roots[$0] ?? ids[$0] } ?? ""
                counts[above, default: 0] += 1
                var number = counts[above, default: 1]
                if case .bracketed(let own) = item.kind { number = own }
                let id = above.isEmpty ? String(number) : "\(above).\(number)"
                guard taken.contains(id) else {
                    ids[k] = unique(id)
                    continue
                }
                ids[k] = unique(named(word(for: item.kind), id) ?? id)
                origins[k] = Text("in the text it has no number, line \(item.line)", "в тексте без номера, строка \(item.line)")
            }
        }
    }

    private func word(for kind: Outline.Item.Kind) -> String {
        switch kind {
        case .bracketed: language("bracket", "скобка")
        case .letter: language("letter", "буква")
        case .paragraph: language("paragraph", "абзац")
        case .section, .appendix, .heading, .number, .bullet: language("dash", "тире")
        }
    }
}
