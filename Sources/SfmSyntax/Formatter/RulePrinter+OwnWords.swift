import SfmTerms

extension RulePrinter {
    /// What stands behind the keyword of a declaration: the word, and what it is.
    func declaration(_ word: OwnWordNode) -> String {
        let name = FormPrinter.source(word.name.en)
        // One text for each language: the first is that of the line.
        let names = word.name.en == word.name.ru ? name : language(name + " ru " + FormPrinter.source(word.name.ru), FormPrinter.source(word.name.ru) + " en " + name)
        switch word.meaning {
        case .messageKind, .violationKind: return names
        case .role(let role): return names + language(" is ", " — ") + RoleNoun.of(role).inflected(language)
        case .mark(let holder): return names + " " + holder.word.phrase(language)
        case .act(let act): return names + ": " + shape(act)
        }
    }

    /// `liberty, in chat, sets "…", possible when …`
    func shape(_ act: OwnActNode) -> String {
        var parts: [String] = []
        switch act.kind {
        case .liberty: parts.append(DeclarationWord.liberty.phrase(language))
        case .power: parts.append(DeclarationWord.power.phrase(language))
        case .event: break
        }
        parts += act.parts.map { $0.word.phrase(language) }
        parts += act.effects.map { effect, _ in effect.word.phrase(language) + (effect.mark.map { " " + FormPrinter.source($0) } ?? "") }
        if let condition = act.condition {
            parts.append(DeclarationWord.possible.phrase(language) + language(" when ", ", если ") + ConditionPrinter(self).condition(condition))
        }
        return parts.joined(separator: ", ")
    }
}
