import SfmTerms

extension RulePrinter {
    /// The word that a declaration begins with.
    func keyword(of word: OwnWordNode) -> String {
        let keyword: Keyword =
            switch word.meaning {
            case .messageKind: .messageKinds
            case .violationKind: .violationKinds
            case .role: .ownRole
            case .mark: .ownMark
            case .act(let act): act.kind == .event ? .ownEvent : .ownAct
            }
        return keyword.phrase(language)
    }

    /// What stands behind the keyword of a declaration: the word, and what it is.
    func declaration(_ word: OwnWordNode) -> String {
        let name = quoted(word.name.en)
        // One text for each language: the first is that of the line.
        let names =
            word.name.en == word.name.ru ? name : language(name + " ru " + quoted(word.name.ru), quoted(word.name.ru) + " en " + name)
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
        parts += act.effects.map { effect, _ in effect.word.phrase(language) + (effect.mark.map { " " + quoted($0) } ?? "") }
        if let condition = act.condition {
            parts.append(DeclarationWord.possible.phrase(language) + language(" when ", ", если ") + ConditionPrinter(self).condition(condition))
        }
        return parts.joined(separator: ", ")
    }
}

extension RulePrinter {
    /// `with consent of director`, «без согласия родителей лица».
    func consent(_ consent: ConsentNode, _ isMissing: Bool) -> String {
        let whose: String =
            switch consent {
            case .roles(let roles, let holders): ((roles.isEmpty ? [] : [self.roles(roles, .genitive)]) + holders.map(quoted)).joined(separator: ", ")
            case .parentsOfTarget: language("parents of target", "родителей лица")
            case .eachParentOfTarget: language("each parent of target", "каждого родителя лица")
            }
        return language(isMissing ? "without consent of " : "with consent of ", isMissing ? "без согласия " : "с согласия ") + whose
    }

    /// `violations "spam" of actor in chat in 1 month`, «число создать опрос исполнителя сегодня».
    func counted(_ count: CountNode, _ noun: Text) -> String {
        var words: [String] = []
        if let act = count.act {
            words += [language("count of", "число"), heads([act], perfective: true)]
            words.append(count.ofActor ? language("by actor", "исполнителя") : language("of target", "лица"))
        } else {
            words.append(noun[language])
        }
        words += count.kinds.map(quoted)
        if count.act == nil, count.ofActor { words.append(language("of actor", "исполнителя")) }
        if count.inChat { words.append(language("in chat", "в чате")) }
        if let window = count.window {
            if case .last(let duration) = window {
                words.append(language("in ", "за ") + Government.durationText(duration, language, .accusative))
            } else {
                words.append(window.words[language])
            }
        }
        return words.joined(separator: " ")
    }
}
