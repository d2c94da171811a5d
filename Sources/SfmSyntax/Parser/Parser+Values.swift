import SfmTerms

extension Parser {
    /// The value of a slot; reports what is wrong and returns `nil`.
    mutating func parseValue(_ slot: Slot, preset: UInt8?) -> SlotValue? {
        if let preset {
            if slot.kind != .namedChoice { return slot.kind == .flag ? .flag : .choice(preset) }
            guard at(.string) else { return .namedChoice(preset, .absent) }
            defer { i += 1 }
            return .namedChoice(preset, token.name)
        }
        switch slot.kind {
        case .people:
            let people = parsePeople()
            return people.isEmpty ? fail(slot) : .people(people)
        case .invitee: return parseInvitee(slot)
        case .role: return parseRole().map { .role($0) } ?? fail(slot)
        case .audience: return parseAudience(slot)
        case .place: return parsePlace(slot)
        case .name:
            if at(.string) {
                defer { i += 1 }
                return .name(token.name)
            }
            return slot.nameIsOptional && !looksLikeName ? .name(nil) : fail(slot)
        case .names: return parseNames(slot)
        case .link:
            guard at(.string) || at(.word) || at(.number) else { return fail(slot) }
            let name = at(.string) ? token.name : names.intern(text(token))
            i += 1
            return .name(name)
        case .duration: return parseDuration().map { .duration($0) }
        case .date: return parseDate(mayLackYear: slot == .until).map { .date($0.instant, hasTime: $0.hasTime) }
        case .number: return parseNumber().map { .number($0) }
        case .compare:
            guard let (sign, next) = comparison(at: i) else { return parseNumber().map { .compare(.equal, $0) } }
            i = next
            return parseNumber().map { .compare(sign, $0) }
        case .choice:
            guard let m = match(grammar.roots.choices[Int(slot.rawValue)], at: i) else { return fail(slot) }
            i = m.next
            return .choice(UInt8(value(m)))
        case .namedChoice: return fail(slot)
        case .reason: return parseReason(slot)
        case .flag: return .flag
        case .clause: return parseClauseSlot()
        case .act:
            return nested { parser in
                _ = parser.accept(TokenKind.colon)
                let wasLenient = parser.lenient
                parser.lenient = true
                defer { parser.lenient = wasLenient }
                if parser.at(.handle), parser.tokens[parser.i + 1].kind == .colon { return parser.parseActWithActor().map { .act($0) } }
                return parser.parseAct(actor: nil, root: parser.grammar.roots.ruleHeads).map { .act($0) }
            }
        }
    }

    /// A bare word where a name may be left out is a name without quotes, unless the vocabulary knows it.
    private var looksLikeName: Bool { (at(.number) || at(.word)) && token.word == 0 && !atLineEnd && !(probe?.isHere(i, tokens) ?? false) }

    private mutating func fail(_ slot: Slot) -> SlotValue? {
        guard looksLikeName, slot.kind == .name else {
            diagnostics.append(.expected(slot.description, span, found: found))
            return nil
        }
        let whole = touching(from: i)
        diagnostics.append(.unquotedName(whole, sources[Int(file)].text(whole), slot.description))
        return nil
    }

    /// A token with all that touches it: `7Б`, a number and a word, is one name.
    func touching(from start: Int) -> Span {
        var k = start
        while [.word, .number, .dash].contains(tokens[k + 1].kind), tokens[k + 1].lower == tokens[k].upper { k += 1 }
        while k > start, tokens[k].kind == .dash { k -= 1 }
        return Span(Int(tokens[start].lower), Int(tokens[k].upper), file: file)
    }

    /// people := person { ("," | AND) person }
    mutating func parsePeople() -> SmallArray<PersonNode> {
        var people = SmallArray<PersonNode>()
        guard let first = parsePerson() else { return people }
        people.append(first)
        // They are counted first, so that their list is made once.
        var last = i
        while isComma(last), tokens[last + 1].kind == .handle { last += 2 }
        guard last > i else { return people }
        people.reserveCapacity(1 + (last - i) / 2)
        for k in stride(from: i + 1, to: last, by: 2) { people.append(.handle(tokens[k].name, tokens[k].span(file))) }
        i = last
        return people
    }

    /// person := [ ROLE ] handle | ROLE
    mutating func parsePerson() -> PersonNode? {
        if at(.handle) {
            defer { i += 1 }
            return .handle(token.name, span)
        }
        let start = i
        guard let role = parseRole() else { return nil }
        if at(.handle) {
            defer { i += 1 }
            return .handle(token.name, span)
        }
        return .role(role, spanFrom(start))
    }

    /// role := ROLE [ "(" ROLE ")" ], as «родитель (законный представитель)» comes out of Word
    mutating func parseRole() -> Role? {
        guard let m = match(grammar.roots.roles, at: i), let role = Role(rawValue: UInt8(value(m))) else { return nil }
        i = m.next
        if at(.leftParen), let inner = match(grammar.roots.roles, at: i + 1), tokens[inner.next].kind == .rightParen { i = inner.next + 1 }
        return role
    }

    private mutating func parseInvitee(_ slot: Slot) -> SlotValue? {
        if at(.handle) { return .people(parsePeople()) }
        guard let role = parseRole() else { return fail(slot) }
        return at(.handle) ? .people(parsePeople()) : .role(role)
    }

    /// audience := (ROLE | handle) { ("," | AND) (ROLE | handle) }
    private mutating func parseAudience(_ slot: Slot) -> SlotValue? {
        var audience = AudienceNode()
        // Who is told something is said by roles.
        let takesPeople = !isTold
        while true {
            if takesPeople, at(.handle) {
                audience.people.append(.handle(token.name, span))
                i += 1
            } else if let role = parseRole() {
                if !audience.roles.contains(role) { audience.roles.append(role) }
            } else if audience.roles.isEmpty && audience.people.isEmpty {
                return fail(slot)
            }
            if accept(.together) { continue }
            guard at(.comma) || at(.and) else { return .audience(audience) }
            if !takesPeople || tokens[i + 1].kind != .handle {
                // «…, модератор @t» is a label, not one more audience.
                // «… учеников и родителей — @a» says who can.
                guard let m = match(grammar.roots.roles, at: i + 1), tokens[m.next].kind != .handle,
                    tokens[m.next].kind != .dash || value(m) != Int32(Role.moderator.rawValue),
                    continuationLabels.flatMap({ match($0, at: i + 1) }) == nil
                else { return .audience(audience) }
            }
            i += 1
        }
    }

    /// Whether the act at hand tells its audience something.
    private var isTold: Bool {
        if case .act(let act) = current { grammar.actParts[act].contains { $0.slot == .audience && $0.positional } } else { false }
    }

    private mutating func parsePlace(_ slot: Slot) -> SlotValue? {
        guard let m = match(grammar.roots.places, at: i), let kind = PlaceKind(rawValue: UInt8(value(m))) else { return fail(slot) }
        i = m.next
        ask(.place(kind))
        guard at(.string) else {
            if looksLikeName { return fail(.text) }
            return .place(kind, nil)
        }
        defer { i += 1 }
        return .place(kind, token.name)
    }

    private mutating func parseNames(_ slot: Slot) -> SlotValue? {
        var out: [NameID] = []
        while at(.string) {
            out.append(token.name)
            i += 1
            guard at(.comma) || at(.and), tokens[i + 1].kind == .string else { break }
            i += 1
        }
        return out.isEmpty ? fail(slot) : .names(out)
    }

    private mutating func parseReason(_ slot: Slot) -> SlotValue? {
        if at(.string) {
            defer { i += 1 }
            return .reason(.other, token.name)
        }
        guard let m = match(grammar.roots.choices[Int(slot.rawValue)], at: i), let reason = Reason(rawValue: UInt8(value(m))) else {
            return fail(slot)
        }
        i = m.next
        return .reason(reason, nil)
    }

    private mutating func parseClauseSlot() -> SlotValue? {
        var appendix = false
        if let (_, next) = keyword(.citation) {
            appendix = tokens[next - 1].word == grammar.appendix
            i = next
        }
        return parseClauseID(appendix: appendix).map { .clause($0) }
    }

    /// The whole number that the token at hand is.
    var number: Int? {
        guard at(.number) else { return nil }
        var n = 0
        for byte in sources[Int(file)].bytes[Int(token.lower)..<Int(token.upper)] {
            guard byte >= 0x30, byte <= 0x39 else { return nil }
            let (tens, isLarge) = n.multipliedReportingOverflow(by: 10)
            let (sum, isLarger) = tens.addingReportingOverflow(Int(byte - 0x30))
            if isLarge || isLarger { return nil }
            n = sum
        }
        return n
    }

    /// The token at hand, a number, as a name.
    mutating func internNumber() -> NameID {
        let (lower, upper) = (Int(token.lower), Int(token.upper))
        return sources[Int(file)].bytes.withUnsafeBufferPointer { names.intern(bytes: UnsafeBufferPointer(rebasing: $0[lower..<upper])) }
    }

    mutating func parseNumber() -> Int? {
        if let (n, next) = numberInWords(at: i) {
            i = next
            return n
        }
        guard let n = number, n <= 1_000_000_000 else {
            diagnostics.append(.badNumber(span, found: found, Text("3", "3")))
            return nil
        }
        i += 1
        return n
    }

    /// duration := (number | ONE) UNIT { [AND] number UNIT } | UNIT
    mutating func parseDuration() -> Duration? {
        var total = Duration()
        var parts = 0
        while true {
            let start = i
            var count = 1
            if at(.number) {
                guard let n = number else { break }
                count = n
                i += 1
            } else if token.word != 0,
                grammar.articles.contains(token.word) || ["одного", "one"].contains(where: { grammar.lexicon.find($0) == token.word })
            {
                i += 1
            } else if parts == 0, at(.word), let half = partOfUnit() {
                return half
            } else if parts == 0, let (n, next) = numberInWords(at: i), match(grammar.roots.units, at: next) != nil {
                (count, i) = (n, next)
            } else if parts > 0 {
                break
            }
            guard let m = match(grammar.roots.units, at: i), let unit = TimeUnit(rawValue: UInt8(value(m))) else {
                i = start
                break
            }
            i = m.next
            guard let part = unit.duration(count), let sum = total.adding(part) else {
                diagnostics.append(.badNumber(spanFrom(start), found: nil, Text("at most 1000 years", "не больше 1000 лет")))
                return nil
            }
            total = sum
            parts += 1
            if at(.and), tokens[i + 1].kind == .number, match(grammar.roots.units, at: i + 2) != nil { i += 1 }
            guard at(.number), match(grammar.roots.units, at: i + 1) != nil else { break }
        }
        guard parts > 0 else {
            diagnostics.append(unknownDuration())
            return nil
        }
        return total
    }

    /// date := (DD.MM.YYYY | YYYY-MM-DD) [ HH:MM ]
    mutating func parseDate(mayLackYear: Bool = false) -> (instant: Instant, hasTime: Bool)? {
        if let (instant, next) = dateInWords(at: i, mayLackYear: mayLackYear) {
            i = next
            return (instant, false)
        }
        guard at(.number) else {
            diagnostics.append(.expected(Slot.until.description, span, found: found))
            return nil
        }
        let start = i
        let raw = text(token)
        let iso = raw.utf8.contains(UInt8(ascii: "-"))
        let fields = raw.split(separator: iso ? "-" : ".").compactMap { Int($0) }
        i += 1
        var time = (hour: 0, minute: 0)
        var hasTime = false
        if at(.number), text(token).utf8.contains(UInt8(ascii: ":")) {
            let clock = text(token).split(separator: ":").compactMap { Int($0) }
            if clock.count == 2 { time = (clock[0], clock[1]) }
            hasTime = true
            i += 1
        }
        let year = raw.split(separator: iso ? "-" : ".", omittingEmptySubsequences: false)
        if fields.count == 3, year.count == 3, let digits = iso ? year.first : year.last, digits.utf8.count < 4 {
            diagnostics.append(.shortYear(spanFrom(start), wholeYear(digits, of: raw, from: start)))
            return nil
        }
        if fields.count == 1, let month = monthInWords(start) {
            diagnostics.append(month)
            return nil
        }
        guard fields.count == 3,
            let instant = Instant(
                year: iso ? fields[0] : fields[2], month: fields[1], day: iso ? fields[2] : fields[0], hour: time.hour, minute: time.minute)
        else {
            diagnostics.append(.badDate(spanFrom(start)))
            return nil
        }
        if !hasTime, let time = timeBehindWord(start) {
            diagnostics.append(time)
            return nil
        }
        return (instant, hasTime)
    }
}

extension Parser {
    /// The line as it is with a year of four digits, where there can be only one: `01.09.24` is of this century.
    private func wholeYear(_ digits: Substring, of raw: String, from start: Int) -> String? {
        guard digits.utf8.count == 2 else { return nil }
        let isFirst = raw.hasPrefix(digits + "-")
        let date = isFirst ? "20" + raw : raw.dropLast(2) + "20" + digits
        let source = sources[Int(file)]
        let line = source.lineRange(of: Int(tokens[start].lower))
        let (before, behind) = (
            source.text(Span(line.lowerBound, Int(tokens[start].lower))), source.text(Span(Int(tokens[start].upper), line.upperBound))
        )
        return Sanitizer.cut((before + date + behind).trimmingBlanks, to: 160)
    }
}

extension TimeUnit {
    /// `nil` past the largest duration.
    func duration(_ n: Int) -> Duration? {
        guard n >= 0, n <= Duration.largestPart else { return nil }
        switch self {
        case .minute: return Duration(minutes: Int32(n))
        case .hour: return n * 60 <= Int(Int32.max) ? Duration(minutes: Int32(n * 60)) : nil
        case .day: return Duration(days: Int32(n))
        case .week: return n * 7 <= Duration.largestPart ? Duration(days: Int32(n * 7), inWeeks: true) : nil
        case .month: return n <= 12_000 ? Duration(months: Int32(n)) : nil
        case .year: return n <= 1000 ? Duration(months: Int32(n * 12)) : nil
        }
    }
}
