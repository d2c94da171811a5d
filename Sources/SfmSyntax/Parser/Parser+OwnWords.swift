import SfmTerms

/// Words that a policy declares for itself (LANGUAGE.md 13).
extension Parser {
    /// own-words := MESSAGE-KINDS kinds | VIOLATION-KINDS kinds | ROLE texts IS role | MARK texts holder | (ACT | EVENT) texts ":" parts
    mutating func parseOwnWords(_ word: Keyword, into policy: inout PolicyNode) {
        switch word {
        case .messageKinds: parseKinds(.messageKind, into: &policy)
        case .violationKinds: parseKinds(.violationKind, into: &policy)
        case .ownRole:
            parseOwnWord(into: &policy) { parser in
                parser.skipCopulas()
                guard let role = parser.parseRole() else { return parser.failDeclaration(Text("a role, as employee", "роль, например работник")) }
                return .role(role)
            }
        case .ownMark:
            parseOwnWord(into: &policy) { parser in
                guard let word = parser.declarationWord(), let holder = MarkHolder.allCases.first(where: { $0.word == word }) else {
                    return parser.failDeclaration(Text("of person, of chat or of person in chat", "о лице, о чате или о лице в чате"))
                }
                return .mark(holder)
            }
        case .ownAct, .ownEvent: parseOwnWord(into: &policy) { $0.parseOwnAct(word) }
        default: presume(false, "a declaration without a production")
        }
    }

    /// A word is no word without a letter.
    private mutating func parseWordName() -> Text? {
        let start = i
        guard let name = parseTexts() else { return nil }
        guard [name.en, name.ru].allSatisfy({ $0.contains { $0.isLetter || $0.isNumber } }) else {
            diagnostics.append(
                .expected(Text("a word in quotes, with a letter in it", "слово в кавычках, в котором есть буквы"), tokens[start].span(file), found: "\"\""))
            return nil
        }
        return name
    }

    /// kinds := texts { "," texts }
    private mutating func parseKinds(_ meaning: OwnWordNode.Meaning, into policy: inout PolicyNode) {
        repeat {
            let start = i
            guard let name = parseWordName() else { return }
            policy.words.append(OwnWordNode(name: name, nameSpan: tokens[start].span(file), meaning: meaning))
        } while accept(.comma)
    }

    private mutating func parseOwnWord(into policy: inout PolicyNode, _ parse: (inout Parser) -> OwnWordNode.Meaning?) {
        let start = i
        guard let name = parseWordName() else { return }
        let nameSpan = tokens[start].span(file)
        guard let meaning = parse(&self) else { return skipToLineEnd() }
        policy.words.append(OwnWordNode(name: name, nameSpan: nameSpan, meaning: meaning))
    }

    /// What is said of the word that is declared.
    private mutating func declarationWord() -> DeclarationWord? {
        guard let m = match(grammar.roots.declarations, at: i) else { return nil }
        i = m.next
        return DeclarationWord(rawValue: UInt8(value(m)))
    }

    private mutating func skipCopulas() {
        ask([.copula])
        while at(.dash) || token.word != 0 && grammar.copulas.contains(token.word) || token.word != 0 && grammar.articles.contains(token.word) { i += 1 }
    }

    private mutating func failDeclaration(_ wanted: Text) -> OwnWordNode.Meaning? {
        diagnostics.append(.expected(wanted, span, found: found))
        return nil
    }

    /// parts := [ LIBERTY | POWER "," ] { PART | EFFECT "," } [ POSSIBLE WHEN condition ]
    private mutating func parseOwnAct(_ keyword: Keyword) -> OwnWordNode.Meaning? {
        guard expect(.colon, Text("a colon, and what kind of act it is", "двоеточие и что это за действие")) else { return nil }
        var node = OwnActNode(kind: .event)
        if keyword == .ownAct {
            switch declarationWord() {
            case .liberty: node.kind = .liberty
            case .power: node.kind = .power
            default:
                return failDeclaration(
                    Text(
                        "liberty or power: whether everybody may or only whom a clause permits",
                        "право или полномочие: можно всем или только тем, кому разрешено"))
            }
            if !atLineEnd, !accept(.comma) { return failPart() }
        }
        while !atLineEnd {
            let start = i
            guard let word = declarationWord() else { return failPart() }
            if word == .possible {
                _ = accept(.comma)
                guard accept(.condition), let condition = parseCondition() else { return failDeclaration(Text("when CONDITION", "если УСЛОВИЕ")) }
                node.condition = condition
                return atLineEnd ? .act(node) : failPart()
            }
            if let part = OwnPart.allCases.first(where: { $0.word == word }) {
                guard !node.parts.contains(part) else {
                    diagnostics.append(.doubledPart(spanFrom(start)))
                    return nil
                }
                node.parts.append(part)
            } else {
                guard let effect = parseEffect(word) else {
                    // A mark is missing behind its effect; another word is itself what does not belong here.
                    if word != .sets, word != .clears { i = start }
                    return failPart()
                }
                node.effects.append((effect, spanFrom(start)))
            }
            if !atLineEnd, !accept(.comma) { return failPart() }
        }
        return .act(node)
    }

    private mutating func parseEffect(_ word: DeclarationWord) -> OwnEffectNode? {
        switch word {
        case .addsTarget: return .addsTarget
        case .removesTarget: return .removesTarget
        case .removesActor: return .removesActor
        case .sets, .clears:
            ask(.word(.mark))
            guard at(.string) else { return nil }
            defer { i += 1 }
            let mark = names[token.name]
            return word == .sets ? .sets(mark) : .clears(mark)
        case .liberty, .power, .ofPerson, .ofChat, .ofPersonInChat, .inChat, .inGroup, .withText, .possible: return nil
        }
    }

    // MARK: - Exceptions

    /// exception := EXCEPT ( roles | MESSAGES names | [ CASES ] WHEN condition )
    mutating func parseException(_ rule: inout RuleNode) -> Bool {
        let start = i - 1
        let isCases = accept(.cases)
        _ = isCases && accept(TokenKind.comma)
        if accept(.condition) {
            guard let condition = parseCondition() else { return false }
            rule.exceptions.append(.condition(condition))
            return true
        }
        if accept(.messages) {
            _ = accept(.asRole)
            ask(.word(.messageKind))
            let kinds = parseRuleNames()
            guard !kinds.isEmpty else {
                diagnostics.append(.expected(Slot.kinds.description, span, found: found))
                return false
            }
            rule.exceptions.append(.messages(kinds, spanFrom(start)))
            return true
        }
        if !isCases { ask(.word(.role)) }
        if !isCases, at(.string) {
            let holders = parseRuleNames()
            rule.exceptions.append(.holders(holders, spanFrom(start)))
            return true
        }
        guard !isCases, let roles = parseRoles() else {
            diagnostics.append(
                .expected(
                    Text("what is excepted: roles, messages \"…\" or when CONDITION", "что исключается: роли, сообщения \"…\" или случаи, когда УСЛОВИЕ"), span,
                    found: found))
            return false
        }
        rule.exceptions.append(.roles(roles, spanFrom(start)))
        return true
    }

    private mutating func failPart() -> OwnWordNode.Meaning? {
        diagnostics.append(
            .expected(
                Text("a part or an effect of the act", "часть или следствие действия"), span, found: found,
                help: Text(
                    "may stand here: of person, in chat, in group, with text, sets \"…\", clears \"…\", adds target, removes target, removes actor, "
                        + "possible when …",
                    "может стоять: о лице, в чате, в группе, с текстом, ставит \"…\", снимает \"…\", добавляет лицо, исключает лицо, "
                        + "исключает исполнителя, возможно, если …")))
        return nil
    }
}
