import SfmTerms

/// What narrows the acts of a rule. Every word becomes a part of the tree or a diagnostic at that word.
extension Parser {
    /// qualifiers := { FOR roles [OWN-GROUP] | AS role | BY roles | TO roles | IN places | target | act-part }, in any order
    mutating func parseQualifiers(_ q: inout QualifierNode, acts all: [RuleActNode], of narrowed: Narrowed) -> Bool {
        let acts = Self.each(of: all)
        behindActs = i
        let (outer, ofNorm) = (self.narrowed, narrowed == .norm)
        self.narrowed = narrowed
        defer { self.narrowed = outer }
        while !atLineEnd {
            // «Сообщать учителю, сообщать родителям»: one more act with parts of its own.
            if ofNorm, i > behindActs, at(.comma) || at(.and) || at(.or), atFurtherAct { return true }
            if at(.comma) {
                // «…, если УСЛОВИЕ»: the comma belongs to what follows.
                i += 1
                continue
            }
            if at(.event) || at(.condition) || at(.within) || at(.except) || ofNorm && atReason { return true }
            if !ofNorm, !startsEach(i), atDutyTail(acts) { return true }
            if at(.and) {
                i += 1
                if joinsTwoTimes(q) { return false }
                if !atLineEnd { continue }
                diagnostics.append(.expected(Text("one more part of the rule", "ещё одна часть правила"), span, found: nil))
                return false
            }
            let start = i
            guard ofNorm ? parseDativeRole(&q, acts) ?? parseQualifier(&q, acts) : parseQualifier(&q, acts) else {
                if i == start { diagnostics.append(ruleRest(partWords(of: acts))) }
                return false
            }
        }
        return true
    }

    /// Each act once, the last one as it stands last: a rule may name an act again and again.
    private static func each(of acts: [RuleActNode]) -> [RuleActNode] {
        guard acts.count > 1 else { return acts }
        var seen = Set<Int>()
        return acts.dropLast().filter { seen.insert($0.act).inserted } + acts.suffix(1)
    }

    static let dutyWords = Text(
        "may follow: when EVENT · if CONDITION · within DURATION", "дальше может стоять: при СОБЫТИИ · если УСЛОВИЕ · в течение СРОКА")

    func ruleRest(_ help: Text) -> Diagnostic {
        if at(.other) { return strayCharacter() }
        let (span, found) = unknownOfRest
        return .unexpectedRest(span, found, help: help)
    }

    /// What may follow the acts of a rule, their own parts first.
    private func partWords(of acts: [RuleActNode]) -> Text {
        func own(_ language: Language) -> [String] {
            let printer = FormPrinter(grammar: grammar, names: names, language: language, quotes: .source)
            return RulePrinter(printer).partUsage(of: acts)
        }
        let en = own(.english) + ["for ROLES", "of own group", "as ROLE", "by ROLES", "to ROLES", "in chat", "when CONDITION"]
        let ru = own(.russian) + ["для РОЛЕЙ", "своей группы", "как РОЛЬ", "РОЛЯМ", "в чате", "если УСЛОВИЕ"]
        return Text("may follow: " + en.joined(separator: " · "), "дальше может стоять: " + ru.joined(separator: " · "))
    }

    /// Adds a part that begins at a token and ends before the cursor.
    mutating func add(_ part: RulePart, from start: Int, to q: inout QualifierNode) -> Bool {
        if q.add(part, spanFrom(start)) { return true }
        if case .by = part { diagnostics.append(.doubledDoer(spanFrom(start))) } else { diagnostics.append(.doubledPart(spanFrom(start))) }
        return false
    }

    private mutating func parseQualifier(_ q: inout QualifierNode, _ acts: [RuleActNode]) -> Bool {
        let start = i
        if accept(.ownGroup) { return add(.ownGroup, from: start, to: &q) }
        if startsParents(i) { return parseAddressees(&q, acts, from: start) }
        if let isMissing = acceptConsent() {
            guard let consent = parseConsent() else { return failRole() }
            if at(.and) || at(.comma), startsConsenting(i + 1) {
                i += 1
                _ = parseConsent()
                diagnostics.append(.consentOfTwo(spanFrom(start)))
                return false
            }
            return add(.consent(consent, isMissing: isMissing), from: start, to: &q)
        }
        if let m = match(grammar.particle(.rateAbove), at: i), tokens[m.next].kind == .number {
            i = m.next
            return parseRate(from: start, to: &q)
        }
        if accept(.closedChat) { return add(.slot(.closed, .stated), from: start, to: &q) }
        switch parseWindow() {
        case .window(let window): return add(.when(window), from: start, to: &q)
        case .failed: return false
        case .none: break
        }
        switch parseActPart(acts) {
        case .part(let slot, let value): return add(.slot(slot, value), from: start, to: &q)
        case .words: return true
        case .failed: return false
        case .none: break
        }
        if !namesDoers, let m = match(grammar.particle(.withSubject), at: i), isPhrase(m) {
            i = m.next
            return add(.slot(.subject, .stated), from: start, to: &q)
        }
        if let m = match(grammar.particle(.forAudience), at: i), startsAudience(m.next) {
            i = m.next
            if accept(.otherChats) { return add(.otherChats, from: start, to: &q) }
            guard let roles = parseRoles() else { return failRole() }
            guard accept(.together) else { return add(.slot(.audience, .roles(roles)), from: start, to: &q) }
            guard let others = parseRoles() else { return failRole() }
            return add(.together(roles + others), from: start, to: &q)
        }
        if accept(.asRole) {
            if let m = match(grammar.roots.choices[Int(Slot.mood.rawValue)], at: i) {
                i = m.next
                return add(.slot(.mood, .choices([UInt8(value(m))])), from: start, to: &q)
            }
            return addRoles(.role, from: start, to: &q)
        }
        if accept(.by) {
            if accept(.parentsOfTarget) { return add(.byParents, from: start, to: &q) }
            if accept(.nobody) { return add(.by([]), from: start, to: &q) }
            guard let (roles, holders) = parseDoers() else { return failRole() }
            return (roles.isEmpty || add(.by(roles), from: start, to: &q)) && (holders.isEmpty || add(.byHolders(holders), from: start, to: &q))
        }
        if let m = match(grammar.particle(.toPlace), at: i), startsPlace(m.next) {
            i = m.next
            guard let places = parsePlaces() else { return false }
            if places == .places([.chat], names: []), let roles = parseChatOf() {
                return add(.chatOf(roles), from: start, to: &q)
            }
            return add(.slot(.place, places), from: start, to: &q)
        }
        return parseTargets(&q, acts)
    }

    /// «В выходные и с 19:00 до 8:00»: either of them may be meant, or that both hold; which is a question.
    private mutating func joinsTwoTimes(_ q: QualifierNode) -> Bool {
        guard let (_, first) = q.parts.last(where: { if case .when = $0.part { true } else { false } }), Int(first.upper) <= Int(tokens[i - 1].lower),
            !(i - 1 > 0 && Int(tokens[i - 2].upper) > Int(first.upper))
        else { return false }
        let and = i - 1
        var ahead = self
        guard case .window = ahead.parseWindow() else { return false }
        let source = sources[Int(file)]
        let lower = source.lineRange(of: Int(first.lower)).lowerBound
        func text(_ from: Int, _ to: Int) -> String { source.text(Span(from, to, file: file)).trimmingBlanks }
        let (start, end) = (Int(tokens[and].lower), Int(ahead.tokens[ahead.i - 1].upper))
        let (before, second, rest) = (text(lower, Int(first.lower)), text(Int(token.lower), end), text(end, source.lineRange(of: end).upperBound))
        func line(_ times: String) -> String { Sanitizer.cut(before + " " + times + (rest.isEmpty || rest.hasPrefix(",") ? rest : " " + rest), to: 300) }
        diagnostics.append(
            .twoTimes(
                Span(start, end, file: file), both: line(text(Int(first.lower), Int(first.upper)) + " " + second),
                either: [line(text(Int(first.lower), Int(first.upper))), line(second)]))
        return true
    }

    private mutating func acceptConsent() -> Bool? { accept(.withConsent) ? false : accept(.withoutConsent) ? true : nil }

    /// Whether one more who may consent stands at a token, and no doer in the dative.
    private func startsConsenting(_ k: Int) -> Bool {
        if match(grammar.particle(.parentsOfTarget), at: k) != nil { return true }
        return (tokens[k].kind == .string || match(grammar.roots.roles, at: k) != nil) && dative(at: k) != .certain
    }

    /// consent := [EACH] PARENTS-OF-TARGET | roles
    private mutating func parseConsent() -> ConsentNode? {
        let isEach = accept(.each)
        if accept(.parentsOfTarget) { return isEach ? .eachParentOfTarget : .parentsOfTarget }
        var (roles, holders) = ([Role](), [String]())
        // Of several one is enough; that all of them have to agree is said by a rule each.
        while !isEach {
            ask(.word(.role))
            if at(.string) {
                holders.append(names[token.name])
                i += 1
            } else if let role = parseRole() {
                roles.append(role)
            }
            if at(.comma) || at(.or) { ask(.word(.role), at: i + 1) }
            guard at(.comma) || at(.or), tokens[i + 1].kind == .string || match(grammar.roots.roles, at: i + 1) != nil else { break }
            i += 1
        }
        return roles.isEmpty && holders.isEmpty ? nil : .roles(roles, holders: holders)
    }

    /// rate := MORE-THAN number TIMES-A ( DAY | WEEK | MONTH )
    private mutating func parseRate(from start: Int, to q: inout QualifierNode) -> Bool {
        guard let count = parseNumber() else { return false }
        guard accept(.ratePer), let m = match(grammar.roots.units, at: i), let unit = TimeUnit(rawValue: UInt8(value(m))),
            let period = [TimeUnit.day: RatePeriod.day, .week: .week, .month: .month][unit]
        else {
            diagnostics.append(.expected(Text("times a day, a week or a month", "раз в день, в неделю или в месяц"), span, found: found))
            return false
        }
        i = m.next
        return add(.rate(count, period), from: start, to: &q)
    }

    /// For whom the chat is, behind it: `in chat of parents`, «в чате родителей»; «в чат модератору» says who may, «из чата учителя» whom.
    mutating func parseChatOf() -> [Role]? {
        let start = i
        ask([.of])
        if at(.word), token.word == grammar.lexicon.find("of") {
            i += 1
        } else {
            guard let m = match(grammar.roots.roles, at: i), Declension.isGenitivePlural(tokens[i..<m.next].map(text)) else { return nil }
        }
        if let roles = parseRoles() { return roles }
        i = start
        return nil
    }

    /// `by subject teacher` names who acts, `by subject` what the chat is about.
    private var namesDoers: Bool { match(grammar.particle(.by), at: i).map { match(grammar.roots.roles, at: $0.next) != nil } ?? false }

    private func startsAudience(_ k: Int) -> Bool {
        match(grammar.roots.roles, at: k) != nil || match(grammar.particle(.otherChats), at: k) != nil
    }

    /// Whether a place stands at a token, and not a role that begins like one: `to class teachers`.
    func startsPlace(_ k: Int) -> Bool {
        guard let place = match(grammar.roots.places, at: k) else { return false }
        return match(grammar.roots.roles, at: k).map { $0.next <= place.next } ?? true
    }

    mutating func failRole() -> Bool {
        diagnostics.append(unknownRole())
        return false
    }

    private mutating func addRoles(_ slot: Slot, from start: Int, to q: inout QualifierNode) -> Bool {
        guard let roles = parseRoles() else { return failRole() }
        return add(.slot(slot, .roles(roles)), from: start, to: &q)
    }

    /// places := PLACE [ names ] { ("," | AND | OR) [ IN ] PLACE [ names ] }
    mutating func parsePlaces() -> RuleValue? {
        let start = i
        var (places, named, names) = ([PlaceKind](), 0, [String]())
        while startsPlace(i), let m = match(grammar.roots.places, at: i), let place = PlaceKind(rawValue: UInt8(value(m))) {
            places.append(place)
            i = m.next
            ask(.place(place))
            if place != .staffRoom, at(.string) {
                named += 1
                names += parseRuleNames()
            }
            guard at(.comma) || at(.and) || at(.or) else { break }
            var next = i + 1
            if let p = match(grammar.particle(.toPlace), at: next) { next = p.next }
            guard startsPlace(next) else { break }
            i = next
        }
        guard named > 0 else { return .places(places, names: []) }
        guard named == places.count, places.allSatisfy({ $0 == places[0] }) else {
            diagnostics.append(.mixedPlaces(spanFrom(start)))
            return nil
        }
        return .places([places[0]], names: names)
    }

    /// names := string { ("," | AND | OR) string }
    mutating func parseRuleNames(joinedByAnd: Bool = true) -> [String] {
        var out: [String] = []
        while at(.string) {
            out.append(names[token.name])
            i += 1
            guard at(.comma) || at(.or) || joinedByAnd && at(.and), tokens[i + 1].kind == .string else { break }
            i += 1
        }
        return out
    }

    /// Whether a token is a Russian word; at the end of the text there is none.
    func isRussian(_ k: Int) -> Bool { tokens[k].kind == .word && sources[Int(file)].bytes[Int(tokens[k].lower)] >= 0x80 }

    func namesSomebody(_ act: RuleActNode) -> Bool {
        grammar.acts[act.act].doerIsTarget
            || grammar.actParts[act.act].contains { [.target, .invitee].contains($0.slot) || $0.slot == .audience && $0.positional }
    }

    /// Whether the roles behind the acts are those who are told something: `inform parents`.
    func tellsRoles(_ acts: [RuleActNode]) -> Bool {
        acts.contains { act in grammar.actParts[act.act].contains { $0.slot == .audience && $0.positional } }
    }

    // MARK: - Parts that the acts have in steps

    private enum PartReading {
        /// Nothing that an act has begins here.
        case none
        case failed
        /// Words that belong to the act's name, as «о правилах».
        case words
        case part(Slot, RuleValue)
    }

    /// A part by its label, or a name or number alone.
    private mutating func parseActPart(_ acts: [RuleActNode]) -> PartReading {
        let start = i
        guard let (targets, next) = ruleLabel(acts) else { return parsePositionalPart(acts) }
        for target in targets {
            guard let slot = target.slot else { continue }
            i = next
            let reading = parseRuleValue(slot, target.preset, acts, from: start)
            if case .none = reading { continue }
            return reading
        }
        guard targets.contains(where: { $0.slot == nil }) else {
            i = start
            return .none
        }
        i = next
        return .words
    }

    /// The longest label of one of the acts here that leaves a role whole, with what it can mean.
    func ruleLabel(_ acts: [RuleActNode]) -> (targets: [LabelTarget], next: Int)? {
        var found: (targets: [LabelTarget], next: Int)?
        for act in acts {
            guard let m = match(grammar.roots.actLabels[act.act], at: i), isPhrase(m), m.next > found?.next ?? 0 else { continue }
            found = (grammar.phrases.values(of: m.node).map(LabelTarget.init), m.next)
        }
        return found
    }

    /// Whether no role begins within a phrase and goes on behind it: `with subject` is none before «teacher».
    private func isPhrase(_ m: Match) -> Bool {
        !(i..<m.next).contains { k in match(grammar.roots.roles, at: k).map { $0.next > m.next } ?? false }
    }

    /// What stands behind a label; `none` where it is no value of the slot.
    private mutating func parseRuleValue(_ slot: Slot, _ preset: UInt8?, _ acts: [RuleActNode], from start: Int) -> PartReading {
        switch slot.kind {
        case .namedChoice, .choice, .reason: return parseChoices(slot, preset, acts, from: start)
        case .flag: return .part(slot, .stated)
        case .name, .names:
            for act in acts { ask(.ofAct(slot, act.act)) }
            if let place = slot.place {
                // `in chat`: places are listed.
                if let m = match(grammar.particle(.toPlace), at: start), startsPlace(m.next) { return .none }
                return .part(.place, .places([place], names: at(.string) ? parseRuleNames() : []))
            }
            if at(.string) { return .part(slot, .names(parseRuleNames())) }
            return canBeStated(slot, acts) ? .part(slot, .stated) : .none
        case .link:
            if let names = parseLinkNames() { return .part(slot, .names(names)) }
            return canBeStated(slot, acts) ? .part(slot, .stated) : .none
        case .duration:
            guard at(.number) && !isDate(i) || match(grammar.roots.units, at: i) != nil else { return .none }
            guard let duration = parseDuration() else { return .failed }
            // «На срок до 3 дней» asks how long at most, and a part how long.
            if tokens[start..<i].contains(where: { text($0).lowercased() == "до" }) {
                diagnostics.append(.lengthUpTo(spanFrom(start), without: line(without: start), Government.durationText(duration, .russian, .genitive)))
                return .failed
            }
            return .part(slot, .duration(duration))
        case .date:
            guard at(.number), isDate(i) else { return .none }
            return parseDate().map { .part(slot, .date($0.instant, hasTime: $0.hasTime)) } ?? .failed
        case .number: return at(.number) ? parseNumber().map { .part(slot, .numbers([$0])) } ?? .failed : .none
        case .people:
            guard slot != .target, at(.handle) || match(grammar.roots.roles, at: i) != nil else { return .none }
            _ = at(.handle) ? accept(.handle) : parseRoles() != nil
            diagnostics.append(.personInRule(spanFrom(start), without: line(without: start)))
            return .failed
        case .invitee, .role, .audience, .place, .compare, .clause, .act: return .none
        }
    }

    /// choices := CHOICE { ("," | AND | OR) CHOICE }, a choice with its label or without
    private mutating func parseChoices(_ slot: Slot, _ preset: UInt8?, _ acts: [RuleActNode], from start: Int) -> PartReading {
        if slot == .reason, at(.string) { return .part(slot, .names(parseRuleNames())) }
        var values: [UInt8] = []
        if let preset {
            values.append(preset)
        } else if let m = match(grammar.roots.choices[Int(slot.rawValue)], at: i) {
            values.append(UInt8(value(m)))
            i = m.next
        } else {
            return .none
        }
        while at(.comma) || at(.and) || at(.or), let (value, next) = furtherChoice(slot, acts) {
            values.append(value)
            i = next
        }
        guard slot.kind == .namedChoice, at(.string) else { return .part(slot, .choices(values)) }
        i += 1
        diagnostics.append(.fileInRule(spanFrom(i - 1), without: line(without: i - 1)))
        return .failed
    }

    /// One more choice behind a comma or «или».
    private mutating func furtherChoice(_ slot: Slot, _ acts: [RuleActNode]) -> (value: UInt8, next: Int)? {
        let comma = i
        i += 1
        defer { i = comma }
        if let m = match(grammar.roots.choices[Int(slot.rawValue)], at: i) { return (UInt8(value(m)), m.next) }
        guard let (targets, next) = ruleLabel(acts), let target = targets.first(where: { $0.slot == slot }) else { return nil }
        if let preset = target.preset { return (preset, next) }
        return match(grammar.roots.choices[Int(slot.rawValue)], at: next).map { (UInt8(value($0)), $0.next) }
    }

    /// Whether a rule may ask that the part be there at all: the act can do without it.
    private func canBeStated(_ slot: Slot, _ acts: [RuleActNode]) -> Bool {
        switch slot {
        case .order, .phone, .email, .subject, .link:
            acts.contains { act in grammar.actParts[act.act].contains { $0.slot == slot && !$0.required && !$0.positional } }
        default: false
        }
    }

    private mutating func parseLinkNames() -> [String]? {
        if at(.string) { return parseRuleNames() }
        guard isLinkLabel(i) else { return nil }
        i += 1
        return [text(tokens[i - 1])]
    }

    /// A name or a number that needs no label: `use messenger "MAX"`, `delete message 3`.
    private mutating func parsePositionalPart(_ acts: [RuleActNode]) -> PartReading {
        let parts = acts.flatMap { grammar.actParts[$0.act] }
        if i == behindActs { for act in acts { for part in grammar.actParts[act.act] where part.positional { ask(.ofAct(part.slot, act.act)) } } }
        // Behind another part it could be taken for the name of that one.
        guard i == behindActs || at(.handle) else { return .none }
        if at(.string), acts.contains(where: { grammar.beginsWithSomebody($0.act) }) { return .none }
        switch token.kind {
        case .handle:
            let start = i
            i += 1
            diagnostics.append(.personInRule(spanFrom(start), without: line(without: start)))
            return .failed
        case .number where !isDate(i):
            guard parts.contains(where: { $0.slot == .number && $0.positional }) else { return .none }
            return parseNumber().map { .part(.number, .numbers([$0])) } ?? .failed
        case .string:
            if let part = parts.first(where: { $0.positional && $0.slot != .word && ($0.slot.kind == .name || $0.slot.kind == .names) }) {
                return .part(part.slot.asPart, part.slot.named(parseRuleNames()))
            }
        default: break
        }
        guard parts.contains(where: { $0.slot == .link }), let names = parseLinkNames() else { return .none }
        return .part(.link, .names(names))
    }
}

extension Slot {
    /// The kind of place that the slot names.
    var place: PlaceKind? {
        switch self {
        case .chat: .chat
        case .group: .group
        case .channel: .channel
        case .school: .school
        default: nil
        }
    }

    /// The part of a rule that its name is: all places are one.
    fileprivate var asPart: Slot { place == nil ? self : .place }

    fileprivate func named(_ names: [String]) -> RuleValue { place.map { .places([$0], names: names) } ?? .names(names) }
}
