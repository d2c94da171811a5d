import SfmTerms

extension Parser {
    /// condition := conjunction { OR conjunction }
    mutating func parseCondition() -> ConditionNode? {
        // «при условии, что …»
        if at(.comma), tokens[i + 1].word != 0, tokens[i + 1].word == grammar.lexicon.find("что") { i += 2 }
        guard let first = parseConjunction() else { return nil }
        var parts = [first]
        while true {
            _ = at(.comma) && isParticle(.or, at: i + 1) && accept(TokenKind.comma)
            guard accept(.or) else { break }
            guard let next = parseConjunction() else { return nil }
            parts.append(next)
        }
        return parts.count == 1 ? first : .or(parts)
    }

    private func isParticle(_ particle: Particle, at k: Int) -> Bool { match(grammar.particle(particle), at: k) != nil }

    /// conjunction := test { AND test }
    private mutating func parseConjunction() -> ConditionNode? {
        guard let first = parseTest() else { return nil }
        var parts = [first]
        while true {
            if at(.comma), isParticle(.and, at: i + 1) { i += 1 }
            guard accept(.and) else { break }
            guard let next = parseTest() else { return nil }
            parts.append(next)
        }
        return parts.count == 1 ? first : .and(parts)
    }

    /// test := NOT test | "(" condition ")" | [ target | actor | nobody ] attribute-test
    private mutating func parseTest() -> ConditionNode? {
        nested { $0.parseNestedTest() }
    }

    /// Reads what may lie in itself again and again, no deeper than the limit.
    mutating func nested<Node>(_ read: (inout Parser) -> Node?) -> Node? {
        depth += 1
        defer { depth -= 1 }
        guard depth <= limits.nesting else {
            diagnostics.append(.nestedTooDeep(span, limit: limits.nesting, isCondition: true))
            skipToLineEnd()
            return nil
        }
        return read(&self)
    }

    private mutating func parseNestedTest() -> ConditionNode? {
        if accept(.not) { return parseTest().map { .not($0) } }
        if accept(.leftParen) {
            guard let inner = parseCondition(), expect(.rightParen, Text("a closing bracket", "закрывающая скобка")) else { return nil }
            return inner
        }
        return parseAttributeTest()
    }

    private mutating func parseAttributeTest() -> ConditionNode? {
        let start = i
        if let phrase = parsePhrase(start) { return phrase }
        if let held = parseHeldMark(start) ?? parseMajority(start) ?? parseCountOfAct(start) { return held }
        if let length = grammar.attributesByPhrase[.textIsLonger], accept(.longerText) {
            guard let count = parseNumber() else { return nil }
            _ = accept(.characters)
            return .test(length, .count(.greater, count), spanFrom(start))
        }
        if let asked = parseTimeTest() { return asked }
        var subject = AttributeForms.Phrase.targetIsRole
        if accept(.actor) { subject = .actorIsRole } else { _ = accept(.target) }
        let negated = skipCopulas()
        if let asked = parseAge(subject == .actorIsRole, start) { return asked.map { wrap($0, negated) } }
        if subject == .targetIsRole, let same = grammar.attributesByPhrase[.targetIsActor], accept(.actor) {
            return wrap(.test(same, .flag, spanFrom(start)), negated)
        }
        if subject == .actorIsRole, let parent = grammar.attributesByPhrase[.actorIsParent], accept(.parentsOfTarget) {
            return wrap(.test(parent, .flag, spanFrom(start)), negated)
        }
        if let attribute = grammar.attributesByPhrase[subject], isRole(subject, after: start), let roles = parseRoles() {
            return wrap(.test(attribute, .roles(roles), spanFrom(start)), negated)
        }
        guard let m = match(grammar.roots.attributes, at: i, fact: true) else {
            diagnostics.append(unknownAttribute(orEvent: mayBeEvent))
            return nil
        }
        i = m.next
        let attribute = AttributeID(Int(value(m)))
        guard subject == .actorIsRole else { return parseOperand(of: attribute, start, negated != m.negated) }
        guard let ofActor = grammar.attributesByPhrase[.ofActor(grammar[attribute].id)] else {
            i = start
            diagnostics.append(unknownAttribute(orEvent: mayBeEvent))
            return nil
        }
        return wrap(.test(ofActor, .flag, spanFrom(start)), negated != m.negated)
    }

    /// mark-test := [«у»] ( TARGET | ACTOR | CHAT ) HAS [NO] words
    private mutating func parseHeldMark(_ start: Int) -> ConditionNode? {
        let isHad = accept(.having)
        let held: AttributeForms.Phrase? =
            if accept(.actor) {
                .actorHas
            } else if accept(.target) {
                .targetHas
            } else if let m = match(grammar.roots.places, at: i), value(m) == Int32(PlaceKind.chat.rawValue) {
                {
                    i = m.next
                    return .chatHas
                }()
            } else {
                nil
            }
        let copulas = i
        let negated = held != nil && skipCopulas()
        // «Лицо "дежурный"» is somebody's role, «у лица есть "согласие"» a mark.
        let isHeld = isHad || (copulas..<i).contains { k in Particle.possession.contains(text(tokens[k]).lowercased()) }
        let asked: AttributeForms.Phrase? = isHeld ? held : held == .actorHas ? .actorHolds : held == .targetHas ? .targetHolds : nil
        if let asked, let attribute = grammar.attributesByPhrase[asked] { ask(.attribute(attribute)) }
        guard at(.string), let asked, let attribute = grammar.attributesByPhrase[asked] else {
            i = start
            return nil
        }
        let words = parseRuleNames(joinedByAnd: false)
        return wrap(.test(attribute, .words(words), spanFrom(start)), negated)
    }

    /// majority := [FOR-ANSWER] string IN-POLL string [HAS] MORE-THAN-HALF-OF-THE-MEMBERS
    private mutating func parseMajority(_ start: Int) -> ConditionNode? {
        _ = accept(.forAnswer)
        guard at(.string), let asked = grammar.attributesByPhrase[.majority], match(grammar.particle(.inPoll), at: i + 1) != nil else {
            i = start
            return nil
        }
        let answer = names[token.name]
        i += 1
        _ = accept(.inPoll)
        guard at(.string) else { return failValue(Text("the poll in quotes", "название опроса в кавычках")) }
        let poll = names[token.name]
        i += 1
        _ = skipCopulas()
        guard accept(.halfOfMembers) else { return failValue(Text("more than half of the members", "более половины участников")) }
        return .test(asked, .majority(answer: answer, poll: poll), spanFrom(start))
    }

    /// count-of := COUNT-OF act ( BY-ACTOR | OF-TARGET | OF-ACTOR ) count-parts comparison
    private mutating func parseCountOfAct(_ start: Int) -> ConditionNode? {
        guard let asked = grammar.attributesByPhrase[.countOfAct], accept(.countOf) else { return nil }
        var acts: [RuleActNode] = []
        guard parseOneAct(&acts) else { return .missing(span) }
        var count = CountNode()
        count.act = acts[0]
        count.isDone = true
        if accept(.byActor) || accept(.ofActor) {
            count.ofActor = true
        } else if accept(.ofTarget) {
            count.isDone = false
        } else {
            return failValue(Text("whose: by actor or of target", "чьё: исполнителя или лица"))
        }
        parseCountParts(&count)
        return parseCompared(asked, count, start, Text("count of ACT by actor", "число ДЕЙСТВИЕ исполнителя"))
    }

    /// count-parts := { string | OF-ACTOR | IN-CHAT | window }, in any order
    private mutating func parseCountParts(_ count: inout CountNode) {
        ask(.word(.violationKind))
        ask(.word(.messageKind))
        while !atLineEnd {
            let start = i
            if at(.string) {
                count.kinds.append(names[token.name])
                i += 1
            } else if accept(.ofActor) {
                count.ofActor = true
            } else if accept(.today) {
                count.window = .today
            } else if accept(.thisWeek) {
                count.window = .thisWeek
            } else if accept(.thisMonth) {
                count.window = .thisMonth
            } else if accept(.thisSchoolYear) {
                count.window = .thisSchoolYear
            } else if let m = match(grammar.particle(.toPlace), at: i), let place = match(grammar.roots.places, at: m.next),
                value(place) == Int32(PlaceKind.chat.rawValue)
            {
                i = place.next
                count.inChat = true
            } else if let m = match(grammar.particle(.lately), at: i), tokens[m.next].kind == .number || match(grammar.roots.units, at: m.next) != nil {
                i = m.next
                guard let duration = parseDuration() else { return }
                count.window = .last(duration)
            }
            if i == start { return }
        }
    }

    /// «Сообщений … не менее 3», `messages today >= 3`: a number of messages, not what one is.
    private func isCountOfMessages(_ start: Int) -> Bool {
        Particle.manyMessages.contains(text(tokens[start]).lowercased()) && countFollows
    }

    /// Whether a comparison stands behind the strings and words that may narrow a count.
    private var countFollows: Bool {
        var ahead = self
        var count = CountNode()
        ahead.parseCountParts(&count)
        return ahead.atComparison || ahead.at(.number)
    }

    private mutating func parseCounted(_ attribute: AttributeID, _ noun: Text, _ start: Int, _ negated: Bool) -> ConditionNode? {
        guard atCountPart else { return parseCount(attribute, noun, start, negated) }
        var count = CountNode()
        parseCountParts(&count)
        return parseCompared(attribute, count, start, noun).map { negated ? .not($0) : $0 }
    }

    private var atCountPart: Bool {
        var ahead = self
        var count = CountNode()
        ahead.parseCountParts(&count)
        return ahead.i > i
    }

    private mutating func parseCompared(_ attribute: AttributeID, _ count: CountNode, _ start: Int, _ noun: Text) -> ConditionNode? {
        guard case .test(_, .count(let sign, let n), _)? = parseCount(attribute, noun, start, false) else { return nil }
        return .test(attribute, .counted(count, sign, n), spanFrom(start))
    }

    /// Whether a role stands at the cursor. «Лицо участник» is somebody in the chat, «лицо участник школы» a participant of the platform.
    private func isRole(_ subject: AttributeForms.Phrase, after start: Int) -> Bool {
        guard let asked = match(grammar.roots.attributes, at: i, fact: true) else { return true }
        guard i > start, let role = match(grammar.roots.roles, at: i) else { return false }
        return subject == .actorIsRole || role.next > asked.next
    }

    /// «никто не возражает», «по личным мотивам»
    private mutating func parsePhrase(_ start: Int) -> ConditionNode? {
        if isParticle(.nobody, at: i) {
            var k = i + 1
            while tokens[k].word != 0, grammar.negations.contains(tokens[k].word) { k += 1 }
            ask([.nobody], at: k)
            guard tokens[k].word != 0, let attribute = grammar.attributesOfNobody[tokens[k].word] else { return nil }
            i = k + 1
            return .test(attribute, .count(.equal, 0), spanFrom(start))
        }
        if let m = reasonPhrase, let attribute = grammar.attributesByPhrase[.byReason] {
            i = m.next
            return .test(attribute, .choice([UInt8(value(m))]), spanFrom(start))
        }
        return nil
    }

    /// «по личным мотивам», a condition by itself.
    private var reasonPhrase: Match? {
        guard token.word != 0, token.word == grammar.lexicon.find("по") else { return nil }
        return match(grammar.roots.choices[Int(Slot.reason.rawValue)], at: i + 1)
    }

    var atReason: Bool { reasonPhrase != nil }

    private mutating func skipCopulas() -> Bool {
        ask([.copula, .negation])
        var negated = false
        while token.word != 0 {
            if grammar.negations.contains(token.word) {
                negated = true
            } else if !grammar.copulas.contains(token.word), !grammar.articles.contains(token.word) {
                break
            }
            i += 1
        }
        ask(negated ? [] : [.negation])
        return negated
    }

    private func wrap(_ node: ConditionNode, _ negated: Bool) -> ConditionNode { negated ? .not(node) : node }

    private mutating func parseOperand(of attribute: AttributeID, _ start: Int, _ negatedBefore: Bool) -> ConditionNode? {
        let negated = negatedBefore != skipCopulasBeforeValue()
        let forms = grammar[attribute]
        if let counted = grammar.attributesByPhrase[.countOf(forms.id)], isCountOfMessages(start) {
            return parseCounted(counted, grammar[counted].name, start, negated)
        }
        if let quoted = grammar.attributesByPhrase[.quoted(forms.id)] { ask(.attribute(quoted)) }
        if at(.string), let quoted = grammar.attributesByPhrase[.quoted(forms.id)], !countFollows {
            let words = parseRuleNames(joinedByAnd: false)
            return wrap(.test(quoted, .words(words), spanFrom(start)), negated)
        }
        switch forms.written {
        case .count: return parseCounted(attribute, forms.name, start, negated)
        case .term:
            guard let (sign, duration) = parseTerm() else { return nil }
            return wrap(.test(attribute, .term(sign, duration), spanFrom(start)), negated)
        case .choice where atComparison, .roles where atComparison:
            return failType(
                start, Text("this is one of several words, not a number", "здесь выбирают слово, а не число"), "reason is personal", "причина личная")
        case .choice(let choice): return parseChoice(attribute, choice.slot, start, negated)
        case .roles:
            guard let roles = parseRoles() else { return failValue(Slot.role.description) }
            return wrap(.test(attribute, .roles(roles), spanFrom(start)), negated)
        case .name: return parseNamed(attribute, start, negated)
        case .word: return failValue(Slot.kinds.description)
        case .flag:
            while token.word != 0, grammar.flagFillers.contains(token.word) { i += 1 }
            if atComparison {
                return failType(start, Text("this either holds or does not", "это либо так, либо не так"), "target is not verified", "лицо не подтверждено")
            }
            return wrap(.test(attribute, .flag, spanFrom(start)), negated)
        }
    }

    private mutating func parseCount(_ attribute: AttributeID, _ noun: Text, _ start: Int, _ negated: Bool) -> ConditionNode? {
        if negated, !at(.comparison), comparison(at: i) == nil, !at(.number) { return .test(attribute, .count(.equal, 0), spanFrom(start)) }
        guard let (sign, next) = comparison(at: i) ?? (at(.number) ? (.equal, i) : nil) else { return failValue(Slot.compare.description) }
        i = next
        guard let count = parseNumber() else { return nil }
        if let unit = match(grammar.roots.units, at: i) {
            i = unit.next
            diagnostics.append(
                .wrongType(
                    spanFrom(start), Text("this is a count, not a duration", "это количество, а не срок"),
                    Text("as in: \(noun.en) > 3", "например: \(noun.ru) больше 3")))
            return nil
        }
        return wrap(.test(attribute, .count(sign, count), spanFrom(start)), negated)
    }

    private mutating func parseTerm() -> (Comparison, Duration)? {
        guard let m = match(grammar.roots.comparisons, at: i), let sign = Comparison(rawValue: UInt8(value(m))) else {
            _ = failValue(Text("a comparison, as <= 1 month", "сравнение, как не более 1 месяца"))
            return nil
        }
        i = m.next
        if at(.number), match(grammar.roots.units, at: i + 1) == nil {
            diagnostics.append(
                .wrongType(
                    span, Text("a duration needs its unit", "у срока должна быть единица"),
                    Text("as in: duration <= 1 month", "например: срок не более 1 месяца")))
            return nil
        }
        return parseDuration().map { (sign, $0) }
    }

    private mutating func parseNamed(_ attribute: AttributeID, _ start: Int, _ negated: Bool) -> ConditionNode? {
        let word = i
        let inList = accept(.inList)
        let namesList = inList && tokens[i - 1].word != tokens[word].word
        if at(.string) {
            let name = names[token.name]
            i += 1
            return wrap(.test(attribute, namesList ? .list(name) : .name(name), spanFrom(start)), negated)
        }
        let name = parseListName()
        guard inList, !name.isEmpty else { return failValue(Text("in list NAME", "в перечне ИМЯ")) }
        return wrap(.test(attribute, .list(name), spanFrom(start)), negated)
    }

    /// The name of a list of the policy, the longest that stands here; else the words up to what cannot belong to a name.
    private mutating func parseListName() -> String {
        var (name, known) = ("", (name: "", next: i))
        var k = i
        while k < i + listNames.mostWords, tokens[k].kind == .word || tokens[k].kind == .number {
            name += (name.isEmpty ? "" : " ") + text(tokens[k])
            k += 1
            if listNames.all.contains(name.lowercased()) { known = (name, k) }
        }
        if !known.name.isEmpty {
            i = known.next
            return known.name
        }
        name = ""
        while at(.word) || at(.number), !at(.and), !at(.or), !at(.within), !at(.event), !at(.condition) {
            name += (name.isEmpty ? "" : " ") + text(token)
            i += 1
        }
        return name
    }

    /// Notes the names of the lists of the policy that begins at the cursor: a condition may stand above the list that it asks about.
    mutating func noteLists() {
        listNames = ListNames()
        var k = i
        while tokens[k].kind != .end {
            guard tokens[k].kind == .newline else {
                k += 1
                continue
            }
            k += 1
            let line = i
            i = k
            let found = keyword(.clause) ?? keyword(.items)
            i = line
            guard let (word, next) = found else { continue }
            if word == .policy || word == .scenario || word == .background { return }
            if word == .list { listNames.add(words(from: next)) }
        }
    }

    private func words(from start: Int) -> [String] {
        var out: [String] = []
        var k = start
        while tokens[k].kind == .word || tokens[k].kind == .number, out.count <= ListNames.limit {
            out.append(text(tokens[k]))
            k += 1
        }
        return out
    }

    private var atComparison: Bool { comparison(at: i) != nil || match(grammar.roots.comparisons, at: i) != nil }

    private mutating func failType(_ start: Int, _ what: Text, _ en: String, _ ru: String) -> ConditionNode? {
        i += 1
        diagnostics.append(.wrongType(spanFrom(start), what, Text("as in: \(en)", "например: \(ru)")))
        return nil
    }

    private mutating func skipCopulasBeforeValue() -> Bool {
        // «не более 3» is one comparison, not a negation of «более 3».
        comparison(at: i) == nil && match(grammar.roots.comparisons, at: i) == nil ? skipCopulas() : false
    }

    private mutating func failValue(_ what: Text) -> ConditionNode? {
        diagnostics.append(.expected(what, span, found: found))
        return nil
    }

    private mutating func parseChoice(_ attribute: AttributeID, _ slot: Slot, _ start: Int, _ negated: Bool) -> ConditionNode? {
        var values: [UInt8] = []
        while let m = match(grammar.roots.choices[Int(slot.rawValue)], at: i) {
            values.append(UInt8(value(m)))
            i = m.next
            guard at(.or) || at(.comma), match(grammar.roots.choices[Int(slot.rawValue)], at: i + 1) != nil else { break }
            i += 1
        }
        guard !values.isEmpty else { return failValue(Slot(rawValue: slot.rawValue)?.description ?? Text("", "")) }
        return wrap(.test(attribute, .choice(values), spanFrom(start)), negated)
    }
}

/// The names of a policy's lists that are written without quotes.
struct ListNames {
    /// Longer names are read up to what cannot belong to a name.
    static let limit = 16
    private(set) var all: Set<String> = []
    private(set) var mostWords = 0

    mutating func add(_ words: [String]) {
        guard !words.isEmpty, words.count <= Self.limit else { return }
        all.insert(words.joined(separator: " ").lowercased())
        mostWords = max(mostWords, words.count)
    }
}
