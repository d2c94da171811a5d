import SfmTerms

extension Parser {
    /// duty := OBLIGE subject [OWN-GROUP] TO [NOT] acts qualifiers [EVENT acts qualifiers] [IF condition] [WITHIN duration]
    mutating func parseDuty(_ line: Int) -> RuleNode? {
        let bearer = i
        // «Все учителя обязаны»: each of them.
        let isEach = accept(.each) || acceptAll()
        guard let subject = parseRuleSubject() else {
            diagnostics.append(unknownRole())
            return nil
        }
        let bearerSpan = spanFrom(bearer)
        let own = i
        let isOwn = accept(.ownGroup)
        if let (_, next) = keyword(.norms) { i = next }
        ask([.to, .negation])
        if at(.word), token.word == grammar.lexicon.find("to") { i += 1 }
        ask([.negation])
        var negated = false
        if token.word != 0, grammar.negations.contains(token.word) {
            negated = true
            i += 1
            ask([.to])
            if at(.word), token.word == grammar.lexicon.find("to") { i += 1 }
        }
        var rule = RuleNode(kind: .oblige(subject, negated: negated), acts: [], span: spanFrom(line))
        rule.bearerSpan = bearerSpan
        rule.time.isEach = isEach
        if isOwn { rule.qualifiers.add(.ownGroup, Span(Int(tokens[own].lower), Int(tokens[own].upper), file: file)) }
        if negated, [.target, .parentsOfTarget, .actor].contains(subject) { return failBearer(bearerSpan) }
        guard parseRuleActs(&rule.acts), parseQualifiers(&rule.qualifiers, acts: rule.acts, of: negated ? .ban : .duty),
            refuseParts(rule.qualifiers, of: negated ? .ban : .duty)
        else { return nil }
        while !atLineEnd {
            guard parseDutyTail(&rule) else { return nil }
            _ = accept(.comma)
        }
        rule.span = spanFrom(line)
        return rule
    }

    /// Takes the word for everybody, where a role stands behind it.
    mutating func acceptAll() -> Bool {
        // Only Russian puts the two side by side.
        guard isRussian(i), let next = behindAll(at: i), match(grammar.roots.roles, at: next) != nil else { return false }
        i = next
        return true
    }

    /// What stands behind the word for everybody.
    func behindAll(at k: Int) -> Int? { match(grammar.roots.roles, at: k).flatMap { value($0) == Int32(Role.anyone.rawValue) ? $0.next : nil } }

    /// «Обязано лицо не …»: a prohibition is for roles.
    private mutating func failBearer(_ span: Span) -> RuleNode? {
        diagnostics.append(.bearerOfProhibition(span))
        return nil
    }

    private mutating func parseDutyTail(_ rule: inout RuleNode) -> Bool {
        let start = i
        if let read = parseDutyTime(&rule) { return read }
        if let m = match(grammar.particle(.event), at: i), rule.triggers.isEmpty, let k = triggerStart(m.next) {
            i = k
            guard parseRuleActs(&rule.triggers), parseQualifiers(&rule.triggerQualifiers, acts: rule.triggers, of: .event) else { return false }
            if case .oblige(_, negated: true) = rule.kind { return fail(.prohibitionAtEvent(spanFrom(start), without: line(without: start))) }
            return refuseParts(rule.triggerQualifiers, of: .event)
        }
        if rule.triggers.isEmpty, let m = match(grammar.particle(.event), at: i), !at(.condition) {
            i = m.next
            diagnostics.append(unknownRuleAct())
            return false
        }
        if accept(.except) { return parseException(&rule) }
        if accept(.condition) {
            mayBeEvent = rule.triggers.isEmpty
            defer { mayBeEvent = false }
            guard let condition = parseCondition() else { return false }
            if rule.condition != nil { return fail(.doubledCondition(spanFrom(start))) }
            rule.condition = condition
            return true
        }
        return fail(ruleRest(Self.dutyWords))
    }

    private mutating func fail(_ diagnostic: Diagnostic) -> Bool {
        diagnostics.append(diagnostic)
        return false
    }

    /// «когда» may begin an event or a condition; an act or event after it decides.
    private func triggerStart(_ k: Int) -> Int? {
        ask(.word(.act), at: k)
        return match(grammar.roots.ruleHeads, at: k) != nil || tokens[k].kind == .string ? k : nil
    }

    mutating func parseRuleSubject() -> RuleSubject? {
        if accept(.parentsOfTarget) { return .parentsOfTarget }
        if accept(.target) { return .target }
        if accept(.actor) { return .actor }
        guard let (roles, holders) = parseDoers() else { return nil }
        return holders.isEmpty ? .roles(roles) : .holders(holders, roles)
    }

    /// statement := MECHANISM | LINKS-FOR roles [FROM roles] [AS role] [TO places] | ACCESS-BY-MESSENGER string
    mutating func parseStatement(_ line: Int) -> RuleNode? {
        _ = accept(TokenKind.colon)
        guard let m = match(grammar.roots.mechanisms, at: i), let mechanism = Mechanism(rawValue: UInt8(value(m))) else {
            diagnostics.append(unknownMechanism())
            return nil
        }
        i = m.next
        var statement = StatementNode(mechanism: mechanism)
        if mechanism == .linksFor, !parseLinks(&statement) { return nil }
        if mechanism == .membersFollow, !parseFollowing(&statement) { return nil }
        if mechanism == .messengerAccess, at(.string) {
            statement.messenger = names[token.name]
            i += 1
        }
        return RuleNode(kind: .states(statement), acts: [], span: spanFrom(line))
    }

    /// following := roles OF-GROUP IN-CHAT-OF roles
    private mutating func parseFollowing(_ statement: inout StatementNode) -> Bool {
        guard let roles = parseRoles() else { return failRole() }
        statement.audience = roles
        guard accept(.ofGroup), let m = match(grammar.particle(.toPlace), at: i), startsPlace(m.next) else {
            return fail(.expected(Text("of group in chat of ROLES", "группы в чате РОЛЕЙ"), span, found: found))
        }
        i = m.next
        guard parsePlaces() == .places([.chat], names: []), let chats = parseChatOf() else {
            return fail(.expected(Text("in chat of ROLES", "в чате РОЛЕЙ"), span, found: found))
        }
        statement.from = chats
        return true
    }

    private mutating func parseLinks(_ statement: inout StatementNode) -> Bool {
        guard let audience = parseRoles() else { return failRole() }
        statement.audience = audience
        while !atLineEnd {
            let start = i
            let isDoubled: Bool
            if accept(.fromRoles) {
                guard let roles = parseRoles() else { return failRole() }
                isDoubled = !statement.from.isEmpty
                statement.from = roles
            } else if accept(.asRole) {
                guard let role = parseRole() else { return failRole() }
                isDoubled = statement.role != nil
                statement.role = role
            } else if let m = match(grammar.particle(.toPlace), at: i), startsPlace(m.next) {
                i = m.next
                guard case .places(let places, let names)? = parsePlaces() else { return false }
                if !names.isEmpty { return fail(.unexpectedRest(spanFrom(start), text(tokens[start]), help: Self.linkWords)) }
                isDoubled = !statement.places.isEmpty
                statement.places = places
            } else if let role = parseRole() {
                // Russian needs no preposition: «ссылки для … учителем».
                isDoubled = statement.role != nil
                statement.role = role
            } else {
                return true
            }
            if isDoubled { return fail(.doubledPart(spanFrom(start))) }
        }
        return true
    }

    private static let linkWords = Text(
        "it is written: links for ROLES from ROLES as ROLE to chat, group", "пишется так: ссылки для РОЛЕЙ от РОЛЕЙ в роли РОЛИ в чат, группу")
}

extension Diagnostic {
    static func bearerOfProhibition(_ span: Span) -> Diagnostic {
        Diagnostic(
            .misplaced, Text("“not to” forbids, and a prohibition is for roles", "«не» запрещает, а запрещают роли"), span,
            help: [
                Text("say whom it is for: forbid ACT by ROLE when CONDITION", "скажите, кому: запрещено РОЛИ ДЕЙСТВИЕ, если УСЛОВИЕ")
            ])
    }

    static func prohibitionAtEvent(_ span: Span, without line: String) -> Diagnostic {
        Diagnostic(
            .misplaced, Text("“not to” forbids; a prohibition waits for no event and has no term", "«не» запрещает, а запрет не ждёт события и не имеет срока"),
            span,
            help: [
                Text("write: \(line)", "напишите: \(line)"),
                Text("what it depends on is a condition: if …", "от чего он зависит, говорит условие: если …"),
            ])
    }

    static func doubledCondition(_ span: Span) -> Diagnostic {
        Diagnostic(
            .doubledPart, Text("the condition stands twice", "условие стоит дважды"), span,
            help: [Text("join the two: if … and …", "соедините их: если … и …")])
    }
}
