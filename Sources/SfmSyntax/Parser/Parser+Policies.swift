import SfmTerms

extension Parser {
    /// policy := POLICY string { head-line | clause } END
    mutating func parsePolicy(_ start: Int) -> PolicyNode? {
        var policy = PolicyNode(id: names[token.name], idSpan: span, span: spanFrom(start))
        i += 1
        lines?.open(below: start)
        noteLists()
        endLine()
        while true {
            skipBlankLines()
            if at(.end) || diagnostics.count >= limits.diagnostics {
                guard at(.end) else { return policy }
                isIncomplete = true
                diagnostics.append(.unclosedBlock(Text("policy", "порядок"), tokens[start].span(file)))
                return policy
            }
            guard let (word, next) = keyword(.clause) ?? normAfterRole() else {
                if let (word, _) = keyword(.items), word == .scenario || word == .background || word == .policy {
                    refuseItem()
                    diagnostics.append(.unclosedBlock(Text("policy", "порядок"), tokens[start].span(file)))
                    return policy
                }
                readUnknownLine(into: &policy)
                continue
            }
            if word == .end {
                lines?.end(at: i, keywordEnd: next)
                i = next
                endLine()
                return policy
            }
            let line = i
            // «РОЛЬ вправе», «РОЛЬ обязан»: the role is read again by the rule.
            if keyword(.clause) != nil { i = next }
            if lines != nil { notePolicyLine(word, at: line) }
            let before = (terms: policy.terms.count, words: policy.words.count)
            parsePolicyLine(word, line, into: &policy)
            if lines != nil { keepPolicyLine(word, at: line, policy, before: before) }
        }
    }

    /// The norm of a line that begins with its bearer: «модератор вправе …», «ученик обязан …».
    func normAfterRole() -> (keyword: Keyword, next: Int)? {
        var ahead = self
        _ = ahead.accept(.each)
        guard ahead.parseRuleSubject() != nil else { return nil }
        _ = ahead.accept(.ownGroup)
        return ahead.keyword(.norms)
    }

    /// A line that is none of a policy; one that was meant to open a clause opens it.
    private mutating func readUnknownLine(into policy: inout PolicyNode) {
        let line = i
        lines?.note(.broken, at: line)
        let mistake = unknownRule()
        diagnostics.append(mistake)
        if let fix = mistake.fixes.first, [Keyword.clause.entry.en[0], Keyword.clause.entry.ru[0]].contains(fix.replacement) {
            i += 1
            parseClauseHead(line, into: &policy)
        }
        skipLine()
    }

    /// head-line := TITLE texts | ADOPTED date [BY-ORDER string] | PLATFORM string | CALLS terms | EXTENDS string
    /// clause    := CLAUSE clause-id texts { rule | NOTE texts | LIST name ":" strings }
    mutating func parsePolicyLine(_ word: Keyword, _ line: Int, into policy: inout PolicyNode) {
        if policy.says(word) { diagnostics.append(.doubledPart(tokens[line].span(file))) }
        switch word {
        case .clause: parseClauseHead(line, into: &policy)
        case .title: policy.title = parseTexts() ?? policy.title
        case .platform: policy.platform = parseTexts() ?? policy.platform
        case .adopted:
            if let date = parseDate() {
                var order: String?
                if accept(.order), at(.string) {
                    order = names[token.name]
                    i += 1
                }
                policy.adopted = (date.instant, order)
            }
        case .extends: if let reference = parsePolicyReference() { policy.extends.append(reference) }
        case .calls: parseTerms(into: &policy)
        case .workingDays, .daysOff, .alsoWorking, .period, .schoolYear, .inForce: parseCalendarLine(word, line, into: &policy.calendar)
        case .note: if let note = parseTexts(), !policy.clauses.isEmpty { policy.clauses[policy.clauses.count - 1].notes.append(note) }
        case .messageKinds, .violationKinds, .ownRole, .ownMark, .ownAct, .ownEvent: parseOwnWords(word, into: &policy)
        default:
            guard !policy.clauses.isEmpty else {
                diagnostics.append(.ruleOutsideClause(restOfLineFrom(line)))
                return skipLine()
            }
            if word == .list {
                if let list = parseList(line) { policy.clauses[policy.clauses.count - 1].lists.append(list) }
            } else if let rule = parseRule(word, line) {
                policy.clauses[policy.clauses.count - 1].rules.append(rule)
            }
        }
        endLine()
    }

    private mutating func parseClauseHead(_ line: Int, into policy: inout PolicyNode) {
        let appendix = tokens[line].word == grammar.lexicon.find("прил.")
        guard let clause = parseClauseID(appendix: appendix) else { return }
        let title = at(.string) ? parseTexts() : Text("", "")
        policy.clauses.append(
            PolicyClauseNode(id: names[clause.id], title: title ?? Text("", ""), idSpan: clause.span, span: spanFrom(line)))
    }

    /// texts := string [ ENGLISH string | RUSSIAN string ]; one text alone serves both languages
    mutating func parseTexts() -> Text? {
        guard at(.string) else {
            diagnostics.append(.expected(Slot.text.description, span, found: found))
            return nil
        }
        var text = Text(same: names[token.name])
        i += 1
        if accept(.english), at(.string) {
            text.en = names[token.name]
            i += 1
        } else if accept(.russian), at(.string) {
            text.ru = names[token.name]
            i += 1
        }
        return text
    }

    private mutating func parseTerms(into policy: inout PolicyNode) {
        while at(.word) {
            let start = i
            guard let noun = parseRenamedNoun() else {
                diagnostics.append(unknownNoun())
                return
            }
            guard at(.string) else {
                diagnostics.append(.expected(Slot.text.description, span, found: found))
                return
            }
            policy.terms.append((noun, names[token.name], spanFrom(start)))
            i += 1
            _ = accept(.comma)
        }
    }

    private mutating func parseRenamedNoun() -> RenamedNoun? {
        if let role = parseRole() { return .role(role) }
        guard let m = match(grammar.roots.places, at: i), let place = PlaceKind(rawValue: UInt8(value(m))) else { return nil }
        i = m.next
        return .place(place)
    }

    /// list := LIST name ":" string { "," string }
    private mutating func parseList(_ line: Int) -> ListNode? {
        var name = ""
        let start = i
        while at(.word) || at(.number) {
            name += (name.isEmpty ? "" : " ") + text(token)
            i += 1
        }
        if at(.string), name.isEmpty {
            name = names[token.name]
            i += 1
        }
        let nameSpan = spanFrom(start)
        guard !name.isEmpty, expect(.colon, Text("a colon and the list's items", "двоеточие и элементы перечня")) else { return nil }
        var items: [String] = []
        while at(.string) {
            items.append(names[token.name])
            i += 1
            if !accept(.comma) { break }
            if at(.newline), tokens[i + 1].kind == .string {
                i += 1
                lines?.note(.continuation, in: .policy, at: i, deeper: 1)
            }
        }
        if items.isEmpty { diagnostics.append(.emptyList(name, atLineEnd ? spanFrom(line) : span)) }
        return ListNode(name: name, items: items, nameSpan: nameSpan, span: spanFrom(line))
    }

    /// rule := PERMIT acts qualifiers [condition] | FORBID … | OBLIGE subject TO [NOT] acts … [event] [condition] [WITHIN duration]
    ///       | roles [OWN-GROUP] (PERMIT | FORBID) acts … | subject OBLIGE [NOT] acts …
    ///       | STATES mechanism
    private mutating func parseRule(_ word: Keyword, _ line: Int) -> RuleNode? {
        switch word {
        case .permit: return parseNorm(.permit, line)
        case .forbid: return parseNorm(.forbid, line)
        case .oblige: return parseDuty(line)
        case .states: return parseStatement(line)
        default:
            presume(false, "a rule keyword without a production")
            return nil
        }
    }

    private mutating func parseNorm(_ kind: RuleNode.Kind, _ line: Int) -> RuleNode? {
        var rule = RuleNode(kind: kind, acts: [], span: spanFrom(line))
        ask(.word(.act))
        // Russian names the actor first: «разрешено модератору блокировать», «модератор вправе блокировать».
        if i == line || match(grammar.roots.ruleHeads, at: i) == nil, !at(.string) || namesHolder(i) {
            let doer = i
            if accept(.parentsOfTarget) {
                _ = add(.byParents, from: doer, to: &rule.qualifiers)
                if let (_, next) = keyword(.norms) { i = next }
            } else if accept(.nobody) {
                _ = add(.by([]), from: doer, to: &rule.qualifiers)
            } else if let (roles, holders) = parseDoers() {
                if !roles.isEmpty { _ = add(.by(roles), from: doer, to: &rule.qualifiers) }
                if !holders.isEmpty { _ = add(.byHolders(holders), from: doer, to: &rule.qualifiers) }
                let own = i
                if accept(.ownGroup) { _ = add(.ownGroup, from: own, to: &rule.qualifiers) }
                if let (_, next) = keyword(.norms) { i = next }
            } else {
                diagnostics.append(unknownRuleAct(orRole: true))
                return nil
            }
        }
        guard parseRuleActs(&rule.acts) else { return nil }
        guard parseQualifiers(&rule.qualifiers, acts: rule.acts, of: .norm), refuseParts(rule.qualifiers, of: .norm) else { return nil }
        while at(.comma) || at(.and) || at(.or), atFurtherAct {
            i += 1
            // Who acts is known already, where it is said before.
            var (acts, qualifiers) = ([RuleActNode](), rule.qualifiers.filter(\.isDoer))
            guard parseRuleActs(&acts), parseQualifiers(&qualifiers, acts: acts, of: .norm), refuseParts(qualifiers, of: .norm) else { return nil }
            rule.also.append((acts, qualifiers))
        }
        guard share(&rule) else { return nil }
        if case .permit = kind, let rate = rule.rate {
            diagnostics.append(.rateInPermit(rate))
            return nil
        }
        while !atLineEnd {
            if at(.comma), tokens[i + 1].kind == .word { i += 1 }
            if accept(.except) {
                guard parseException(&rule) else { return nil }
            } else if rule.condition == nil, atReason || accept(.condition) {
                guard let condition = parseCondition() else { return nil }
                rule.condition = condition
            } else {
                break
            }
        }
        rule.span = spanFrom(line)
        return rule
    }

    /// Who acts is said once, before the first act or behind the last, and is meant of all.
    private mutating func share(_ rule: inout RuleNode) -> Bool {
        guard !rule.also.isEmpty else { return true }
        for k in rule.also.indices {
            for (part, span) in rule.also[k].qualifiers.parts where part.isDoer && !rule.qualifiers.has(part) {
                guard rule.qualifiers.add(part, span) else {
                    diagnostics.append(.doubledDoer(span))
                    return false
                }
            }
            rule.also[k].qualifiers = rule.also[k].qualifiers.filter { !$0.isDoer }
        }
        return true
    }

    /// Whether one more act stands behind a comma.
    var atFurtherAct: Bool {
        ask(.word(.act), at: i + 1)
        return match(grammar.roots.ruleHeads, at: i + 1) != nil || tokens[i + 1].kind == .string && !namesHolder(i + 1)
    }

    /// Whether a word in quotes is a role of the policy's own and not an act: an act or one more role stands behind it.
    func namesHolder(_ k: Int) -> Bool {
        guard tokens[k].kind == .string else { return false }
        var next = k + 1
        if tokens[next].kind == .comma || match(grammar.particle(.and), at: next) != nil { next += 1 }
        if tokens[next].kind == .string { return next == k + 1 || namesHolder(next) }
        if match(grammar.roots.ruleHeads, at: next) != nil { return next == k + 1 }
        guard let role = match(grammar.roots.roles, at: next), next > k + 1 else { return isNorm(next) }
        return match(grammar.roots.ruleHeads, at: role.next) != nil
    }

    private func isNorm(_ k: Int) -> Bool {
        var ahead = self
        ahead.i = k
        return ahead.keyword(.norms) != nil
    }

    /// doers := ( ROLE | string ) { ("," | AND | OR) ( ROLE | string ) }
    mutating func parseDoers() -> (roles: [Role], holders: [String])? {
        var (roles, holders) = ([Role](), [String]())
        while true {
            ask(.word(.role))
            if at(.string) {
                holders.append(names[token.name])
                i += 1
            } else if let more = parseRoles() {
                roles += more
            } else {
                return roles.isEmpty && holders.isEmpty ? nil : (roles, holders)
            }
            guard at(.comma) || at(.and) || at(.or) else { return (roles, holders) }
            guard tokens[i + 1].kind == .string || match(grammar.roots.roles, at: i + 1) != nil, match(grammar.roots.ruleHeads, at: i + 1) == nil else {
                return (roles, holders)
            }
            i += 1
        }
    }

    /// roles := ROLE { ("," | AND) ROLE }
    mutating func parseRoles() -> [Role]? {
        let isDative = dative(at: i) != .no
        // «Всем родителям», «любому работнику»: not everybody, but every one of these.
        _ = acceptAll()
        guard let first = parseRole() else { return nil }
        var roles = [first]
        while at(.comma) || at(.and) || at(.or) {
            guard match(grammar.roots.roles, at: i + 1) != nil, match(grammar.roots.ruleHeads, at: i + 1) == nil else { break }
            // «Ученика и родителей лица»: not parents of anybody.
            if match(grammar.particle(.parentsOfTarget), at: i + 1) != nil { break }
            // «Для учеников, классному руководителю»: another case begins another part.
            if !isDative, dative(at: i + 1) == .certain { break }
            i += 1
            if let role = parseRole() { roles.append(role) }
        }
        return roles
    }

    /// acts := RULE-HEAD { ("," | AND | OR) RULE-HEAD }
    mutating func parseRuleActs(_ acts: inout [RuleActNode]) -> Bool {
        repeat {
            ask(.word(.act))
            // A word alone is an own act.
            if at(.string) {
                acts.append(RuleActNode(act: grammar.ownAct, span: span, word: names[token.name]))
                i += 1
                continue
            }
            guard let head = match(grammar.roots.ruleHeads, at: i) else {
                diagnostics.append(unknownRuleAct())
                return false
            }
            let start = i
            i = head.next
            let meant = grammar.phrases.values(of: head.node).map { Int($0) }
            var word: String?
            if meant.allSatisfy(grammar.namesWord) { ask(.ofAct(.word, meant[0])) }
            if at(.string), meant.allSatisfy(grammar.namesWord) {
                word = names[token.name]
                i += 1
            }
            let span = Span(Int(tokens[start].lower), Int(tokens[i - 1].upper), file: file)
            for act in meant { acts.append(RuleActNode(act: act, span: span, word: word)) }
        } while acceptActSeparator()
        return true
    }

    /// One act as rules name it.
    mutating func parseOneAct(_ acts: inout [RuleActNode]) -> Bool {
        ask(.word(.act))
        if at(.string) {
            acts.append(RuleActNode(act: grammar.ownAct, span: span, word: names[token.name]))
            i += 1
            return true
        }
        guard let head = match(grammar.roots.ruleHeads, at: i) else {
            diagnostics.append(unknownRuleAct())
            return false
        }
        let start = i
        i = head.next
        acts.append(RuleActNode(act: Int(value(head)), span: spanFrom(start)))
        return true
    }

    private mutating func acceptActSeparator() -> Bool {
        guard at(.comma) || at(.and) || at(.or), match(grammar.roots.ruleHeads, at: i + 1) != nil || tokens[i + 1].kind == .string else { return false }
        i += 1
        return true
    }
}
