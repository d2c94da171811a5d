import SfmTerms

/// How an act or a fact is written, for help and reference.
extension Forms {
    /// Every form in a language, the canonical one first, with words for its parts; forms that come out alike once.
    public func usages(_ language: Language) -> [String] {
        var out: [String] = []
        for template in language == .english ? english : russian {
            var usage = FormPrinter.usage(template, language, isBrief: !out.isEmpty)
            // The doer stands before the colon where the form itself has no place for a person.
            if doerIsTarget, language == .russian, !usage.contains("@x") { usage = "@x: " + usage }
            if !out.contains(usage) { out.append(usage) }
        }
        return out
    }

    /// The word of the act in rules: `block`, «блокировать».
    public func ruleHead(_ language: Language) -> String { ruleHeads(language)[0] }

    /// Every word of the act in rules.
    public func ruleHeads(_ language: Language) -> [String] {
        let own = language(ruleEnglish, ruleRussian)
        guard own.isEmpty else { return own }
        return [
            Template(language(english, russian)[0]).shape.head.compactMap { element in
                if case .word(let words) = element { words[0] } else { nil }
            }.joined(separator: " ")
        ]
    }
}

extension Forms {
    /// The words that a form begins with, up to its first part, for finding it by them.
    public var heads: [String] {
        var out = [id]
        for template in english + russian + ruleEnglish + ruleRussian {
            var elements = Template(template).elements
            if case .slot? = elements.first { elements.removeFirst() }
            let words = Template(elements: elements).shape.head.compactMap { element in
                if case .word(let words) = element { words[0] } else { nil }
            }
            let head = words.joined(separator: " ")
            if !head.isEmpty, !out.contains(head) { out.append(head) }
        }
        return out
    }
}
