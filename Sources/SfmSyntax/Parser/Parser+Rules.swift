import SfmTerms

extension Parser {
    /// qualifiers := { FOR roles [OWN-GROUP] | AS role | BY roles | TO roles | IN places | target | choice }, in any order
    mutating func parseQualifiers(_ q: inout QualifierNode, acts: [RuleActNode], ofNorm: Bool = false) -> Bool {
        while !atLineEnd {
            if at(.comma) {
                // «…, если УСЛОВИЕ»: the comma belongs to what follows.
                i += 1
                continue
            }
            if at(.event) || at(.condition) || at(.within) || atReason { return true }
            if at(.and), tokens[i + 1].kind != .handle {
                i += 1
                continue
            }
            let start = i
            guard ofNorm ? parseDativeRole(&q, acts) ?? parseQualifier(&q, acts) : parseQualifier(&q, acts) else {
                if i == start { diagnostics.append(ruleRest(Self.qualifierWords)) }
                return false
            }
        }
        return true
    }

    private static let qualifierWords = Text(
        "may follow: for ROLES · of own group · as ROLE · by ROLES · to ROLES · in chat · when CONDITION",
        "дальше может стоять: для РОЛЕЙ · своей группы · как РОЛЬ · РОЛЯМ · в чате · если УСЛОВИЕ")
    private static let dutyWords = Text(
        "may follow: when EVENT · if CONDITION · within DURATION", "дальше может стоять: при СОБЫТИИ · если УСЛОВИЕ · в течение СРОКА")

    private func ruleRest(_ help: Text) -> Diagnostic {
        if at(.other) { return strayCharacter() }
        let (span, found) = unknownOfRest
        return .unexpectedRest(span, found, help: help)
    }

    private mutating func parseQualifier(_ q: inout QualifierNode, _ acts: [RuleActNode]) -> Bool {
        if accept(.ownGroup) {
            q.ownGroup = true
        } else if accept(.parentsOfTarget) {
            q.parentsOfTarget = true
        } else if let choice = actChoice(acts) {
            q.choices.append((choice.slot, choice.value))
            if choice.slot == .collective { q.collective = true }
            i = choice.next
        } else if !namesDoers, accept(.withSubject) {
            q.withSubject = true
        } else if at(.forAudience), let m = match(grammar.particle(.forAudience), at: i), startsAudience(m.next) {
            i = m.next
            return parseAudienceQualifier(&q)
        } else if accept(.asRole) {
            return parseAs(&q)
        } else if let m = match(grammar.particle(.by), at: i) {
            let start = i
            i = m.next
            guard let roles = parseRoles() ?? (accept(.nobody) ? [] : nil) else { return failRole() }
            q.by = roles
            q.bySpan = spanFrom(start)
        } else if let m = match(grammar.particle(.toPlace), at: i), match(grammar.roots.places, at: m.next) != nil {
            i = m.next
            parsePlaces(&q)
        } else {
            return parseTargets(&q, acts)
        }
        return true
    }

    /// `by subject teacher` names who acts, `by subject` what the chat is about.
    private var namesDoers: Bool { match(grammar.particle(.by), at: i).map { match(grammar.roots.roles, at: $0.next) != nil } ?? false }

    private func startsAudience(_ k: Int) -> Bool {
        match(grammar.roots.roles, at: k) != nil || match(grammar.particle(.otherChats), at: k) != nil
    }

    private mutating func failRole() -> Bool {
        diagnostics.append(unknownRole())
        return false
    }

    private mutating func parseAudienceQualifier(_ q: inout QualifierNode) -> Bool {
        if accept(.otherChats) {
            q.otherChats = true
            return true
        }
        guard let roles = parseRoles() else { return failRole() }
        q.audience = roles
        return true
    }

    private mutating func parseAs(_ q: inout QualifierNode) -> Bool {
        if let m = match(grammar.roots.choices[Int(Slot.mood.rawValue)], at: i) {
            q.choices.append((.mood, UInt8(value(m))))
            i = m.next
            return true
        }
        guard let roles = parseRoles() else { return failRole() }
        q.asRoles += roles
        return true
    }

    private mutating func parsePlaces(_ q: inout QualifierNode) {
        while let m = match(grammar.roots.places, at: i), let place = PlaceKind(rawValue: UInt8(value(m))) {
            q.places.append(place)
            i = m.next
            guard at(.comma) || at(.and) || at(.or) else { return }
            var next = i + 1
            if let p = match(grammar.particle(.toPlace), at: next) { next = p.next }
            guard match(grammar.roots.places, at: next) != nil else { return }
            i = next
        }
    }

    /// targets := [TO] ( TARGET | PARENTS-OF-TARGET | OTHER-CHATS | roles )
    private mutating func parseTargets(_ q: inout QualifierNode, _ acts: [RuleActNode]) -> Bool {
        let start = i
        _ = accept(.to)
        if accept(.parentsOfTarget) {
            q.parentsOfTarget = true
        } else if accept(.target) {
            q.target = true
        } else if accept(.otherChats) {
            q.otherChats = true
        } else if isInstrumental(i), dative(at: i) == .no || makes(acts), let roles = parseRoles() {
            q.asRoles += roles
        } else if let roles = parseRoles() {
            q.targets += roles
        } else if i > start {
            return failRole()
        } else {
            return false
        }
        return true
    }

    /// A label of the acts that is a choice by itself: `set site`, «по инициативе педагогического коллектива».
    private func actChoice(_ acts: [RuleActNode]) -> (slot: Slot, value: UInt8, next: Int)? {
        for act in acts {
            guard let m = match(grammar.roots.actLabels[act.act], at: i) else { continue }
            for packed in grammar.phrases.values(of: m.node) {
                let target = LabelTarget(packed: packed)
                guard let slot = target.slot else { return (.exists, 0, m.next) }
                if let preset = target.preset { return (slot, preset, m.next) }
                if slot.kind == .flag { return (slot, 0, m.next) }
                if slot.kind == .choice, let c = match(grammar.roots.choices[Int(slot.rawValue)], at: m.next) {
                    return (slot, UInt8(value(c)), c.next)
                }
            }
        }
        return nil
    }

    /// duty := OBLIGE subject [OWN-GROUP] TO [NOT] acts qualifiers [EVENT acts qualifiers] [IF condition] [WITHIN duration]
    mutating func parseDuty(_ line: Int) -> RuleNode? {
        guard let subject = parseRuleSubject() else {
            diagnostics.append(unknownRole())
            return nil
        }
        if let (_, next) = keyword(.norms) { i = next }
        if at(.word), token.word == grammar.lexicon.find("to") { i += 1 }
        var negated = false
        if token.word != 0, grammar.negations.contains(token.word) {
            negated = true
            i += 1
            if at(.word), token.word == grammar.lexicon.find("to") { i += 1 }
        }
        var rule = RuleNode(kind: .oblige(subject, negated: negated), acts: [], span: spanFrom(line))
        guard parseRuleActs(&rule.acts), parseQualifiers(&rule.qualifiers, acts: rule.acts) else { return nil }
        while !atLineEnd {
            guard parseDutyTail(&rule) else { return nil }
            _ = accept(.comma)
        }
        rule.span = spanFrom(line)
        return rule
    }

    private mutating func parseDutyTail(_ rule: inout RuleNode) -> Bool {
        if let m = match(grammar.particle(.within), at: i) {
            i = m.next
            rule.within = parseDuration()
            return rule.within != nil
        }
        if let m = match(grammar.particle(.event), at: i), rule.triggers.isEmpty, let k = triggerStart(m.next) {
            i = k
            return parseRuleActs(&rule.triggers) && parseQualifiers(&rule.triggerQualifiers, acts: rule.triggers)
        }
        if rule.triggers.isEmpty, let m = match(grammar.particle(.event), at: i), !at(.condition) {
            i = m.next
            diagnostics.append(unknownRuleAct())
            return false
        }
        if accept(.condition) {
            mayBeEvent = rule.triggers.isEmpty
            defer { mayBeEvent = false }
            rule.condition = parseCondition()
            return rule.condition != nil
        }
        diagnostics.append(ruleRest(Self.dutyWords))
        return false
    }

    /// «когда» may begin an event or a condition; an act or event after it decides.
    private func triggerStart(_ k: Int) -> Int? {
        match(grammar.roots.ruleHeads, at: k) != nil ? k : nil
    }

    mutating func parseRuleSubject() -> RuleSubject? {
        if accept(.target) { return .target }
        if accept(.actor) { return .actor }
        return parseRoles().map { .roles($0) }
    }

    /// statement := MECHANISM | LINKS-FOR roles [FROM roles] [AS role] [TO places] | ACCESS-BY-MESSENGER string
    mutating func parseStatement(_ line: Int) -> RuleNode? {
        guard let m = match(grammar.roots.mechanisms, at: i), let mechanism = Mechanism(rawValue: UInt8(value(m))) else {
            diagnostics.append(unknownMechanism())
            return nil
        }
        i = m.next
        var statement = StatementNode(mechanism: mechanism)
        if mechanism == .linksFor, !parseLinks(&statement) { return nil }
        if at(.string) {
            statement.messenger = names[token.name]
            i += 1
        }
        return RuleNode(kind: .states(statement), acts: [], span: spanFrom(line))
    }

    private mutating func parseLinks(_ statement: inout StatementNode) -> Bool {
        guard let audience = parseRoles() else { return failRole() }
        statement.audience = audience
        var q = QualifierNode()
        while !atLineEnd {
            if accept(.fromRoles) {
                guard let roles = parseRoles() else { return failRole() }
                statement.from = roles
            } else if accept(.asRole) {
                guard let role = parseRole() else { return failRole() }
                statement.role = role
            } else if let m = match(grammar.particle(.toPlace), at: i), match(grammar.roots.places, at: m.next) != nil {
                i = m.next
                parsePlaces(&q)
                statement.places = q.places
            } else if let role = parseRole() {
                // Russian needs no preposition: «ссылки для … учителем».
                statement.role = role
            } else {
                return true
            }
        }
        return true
    }
}
