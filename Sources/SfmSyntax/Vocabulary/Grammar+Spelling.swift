import SfmTerms

extension Grammar {
    /// Whether a word, as it is typed, belongs to the language.
    public func knows(word: String) -> Bool { lexicon.find(word.lowercased()) != 0 }

    /// A phrase as the vocabulary writes it, from the first forms of its words: «создать группу», not «создать группа».
    func spelling(_ words: [String]) -> String { lists.spellings[words.map(lexicon.find)] ?? words.joined(separator: " ") }

    /// What mistakes are compared with. Made only for messages, so that starting the program pays nothing for it.
    var lists: SpellingLists { keptLists.value { SpellingLists(self) } }

    /// Every phrase as it is spelt; of those that have the same words the one that is meant stands first.
    var spelledPhrases: [String] { vocabularyPhrases + headPhrases }

    /// The acts that a phrase of rules stands for: `block`, «заблокировать», «блокировать».
    public func acts(named phrase: String) -> [Int] {
        var node = roots.ruleHeads
        for word in phrase.split(separator: " ") {
            guard let next = phrases.step(node, lexicon.find(String(word))) else { return [] }
            node = next
        }
        return phrases.values(of: node).map(Int.init)
    }

    private var vocabularyPhrases: [String] {
        let keywords = Keyword.table.flatMap { $0.en + $0.ru } + Particle.table.flatMap { $0.en + $0.ru }
        let choices = [
            ChoiceWords.places, ChoiceWords.comparisons, ChoiceWords.mechanisms, attributeWords, ChoiceWords.reasons, ChoiceWords.moods,
            ChoiceWords.linkStates, ChoiceWords.orderStages, ChoiceWords.purposes,
        ].flatMap { $0 }
        return keywords + RoleNoun.table.flatMap(\.phrases) + choices.flatMap { $0.en + [$0.shown] + $0.ru }
    }

    /// The heads of acts and facts, the infinitives of rules included.
    private var headPhrases: [String] {
        let templates = (acts + facts).flatMap { $0.english + $0.russian + $0.ruleEnglish + $0.ruleRussian }
        return templates.flatMap { text in
            let template = Template(text)
            var elements = template.elements
            if case .slot? = elements.first { elements.removeFirst() }
            return Self.readings(Template(elements: elements).shape.head)
        }
    }

    static func readings(_ head: [Template.Element]) -> [String] {
        var out: [[String]] = [[]]
        for element in head {
            switch element {
            case .word(let words): out = out.flatMap { line in words.map { line + [$0] } }
            case .optionalWord(let words): out += out.flatMap { line in words.map { line + [$0] } }
            case .slot, .negation, .part: continue
            }
        }
        return out.map { $0.joined(separator: " ") }
    }
}
