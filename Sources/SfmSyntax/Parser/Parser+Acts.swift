import SfmTerms

extension Parser {
    /// act := ACT-HEAD { [","] part }
    mutating func parseAct(actor: PersonNode?, root: PhraseTable.Root? = nil) -> ActNode? {
        let start = i
        ask(.word(.act))
        if at(.string), grammar.ownAct >= 0 { return parseActParts(grammar.ownAct, actor: actor, ReadParts(), start: start) }
        let plain = match(root ?? grammar.roots.actHeads, at: i)
        if root == nil, let act = parseSpokenAct(actor, longerThan: (plain?.next ?? i) - i, start: start) { return act }
        guard let head = plain else {
            if match(grammar.roots.factHeads, at: i, fact: true) != nil || match(grammar.roots.roles, at: i) != nil, actor == nil {
                diagnostics.append(.factWithoutLead(restOfLineFrom(start)))
            } else {
                diagnostics.append(unknownStatement(wanted: Text("an act", "действие")))
            }
            return nil
        }
        i = head.next
        guard grammar.phrases.hasSeveral(head.node) else {
            return parseActParts(Int(value(head)), actor: actor, ReadParts(), start: start)
        }
        return parseFirstThatFits(grammar.phrases.values(of: head.node), head.next) { parser, act in
            parser.parseActParts(Int(act), actor: actor, ReadParts(), start: start)
        }
    }

    /// Tries several readings of one head; where none fits the one that came farthest speaks.
    mutating func parseFirstThatFits<T>(_ values: [Int32], _ from: Int, _ parse: (inout Parser, Int32) -> T?) -> T? {
        let saved = diagnostics
        var farthest: (at: Int, diagnostics: [Diagnostic])?
        for value in values {
            i = from
            diagnostics = saved
            if let found = parse(&self, value), diagnostics.count == saved.count, lenient || atLineEnd { return found }
            if diagnostics.count == saved.count {
                diagnostics.append(rest())
            }
            if farthest == nil || i > farthest!.at { farthest = (i, diagnostics) }
        }
        if let farthest {
            i = farthest.at
            diagnostics = farthest.diagnostics
        }
        return nil
    }

    /// The parts of an act after its head; missing ones are reported unless the context is lenient.
    mutating func parseActParts(_ act: Int, actor: PersonNode?, _ parts: consuming ReadParts, start: Int) -> ActNode? {
        var read = parts
        current = .act(act)
        guard parseParts(grammar.actParts[act], labels: grammar.roots.actLabels[act], into: &read, fact: false) else { return nil }
        let span = spanFrom(start)
        if !lenient, let missing = missingPart(grammar.actParts[act], read.filled) {
            diagnostics.append(missingPart(missing, span))
            return nil
        }
        return ActNode(act: act, actor: actor, slots: read.list(), span: span)
    }

    /// A part that is not there, or a word in its place that cannot be it.
    func missingPart(_ slot: Slot, _ span: Span) -> Diagnostic {
        let usage = currentForms.map(FormPrinter.usage) ?? Text("", "")
        if atLineEnd { return .missingPart(span, slot.description, example: usage) }
        if at(.other) { return strayCharacter() }
        switch slot.kind {
        case .people, .invitee, .role, .audience: return unknownPerson(slot.description)
        default: return .expected(slot.description, self.span, found: found, help: Text("it is written: ", "пишется так: ") + usage)
        }
    }

    mutating func missingPart(_ parts: [Grammar.Part], _ filled: SlotSet) -> Slot? {
        // A role of a policy's own stands in the place of a role.
        for part in parts where part.required && !filled.contains(part.slot) && !(part.slot == .role && filled.contains(.kinds)) { return part.slot }
        return nil
    }

    /// parts := { [","] ( LABEL value | value ) }, in any order
    mutating func parseParts(_ parts: [Grammar.Part], labels: PhraseTable.Root, into read: inout ReadParts, fact: Bool) -> Bool {
        continuationLabels = labels
        while true {
            if at(.comma), !atLineEnd {
                i += 1
                continue
            }
            if atLineEnd { return true }
            let start = i
            if let m = label(labels, fact: fact) {
                let next = fact ? behindCopulas(m.next) : m.next
                if let target = labelTarget(m, next, parts, read) {
                    if fact, m.negated { read.negated = true }
                    guard let slot = target.slot else {
                        i = m.next
                        continue
                    }
                    if read.has(slot), slot != .kinds, !(slot == .attachment && read.lacks(preset: target.preset)) {
                        diagnostics.append(.doubledPart(spanFrom(start).union(tokens[m.next - 1].span(file))))
                        return false
                    }
                    i = next
                    guard let value = parseValue(slot, preset: target.preset) else { return false }
                    read.add(SlotNode(slot: slot, value: consume value, span: spanFrom(start), nameSpan: tokens[i - 1].span(file)))
                    continue
                }
            }
            if let part = positionalPart(parts, read) {
                guard let value = parseValue(part.slot, preset: nil) else { return false }
                read.add(SlotNode(slot: part.slot, value: consume value, span: spanFrom(start), nameSpan: tokens[i - 1].span(file)))
                continue
            }
            if read.last == .attachment, at(.and) {
                i += 1
                continue
            }
            if fact, let last = read.last, [.name, .people, .clause, .place].contains(last.kind) { ask([.copula, .negation]) }
            if fact, grammar.negations.contains(token.word) {
                read.negated = true
                i += 1
                continue
            }
            if (fact && token.word != 0 && grammar.copulas.contains(token.word)) || (token.word != 0 && grammar.articles.contains(token.word)) {
                i += 1
                continue
            }
            if reportUnquotedName(parts, read) { return false }
            return true
        }
    }

    /// The longest label here that leaves a role whole: «for» before `class teachers`, not `for class`.
    private mutating func label(_ labels: PhraseTable.Root, fact: Bool) -> Match? {
        if let probe { probe.note(labels, tokens, at: i, fact: fact, grammar) }
        guard token.word != 0, let longest = match(labels, at: i, fact: fact) else { return nil }
        guard longest.next > i + 1 else { return longest }
        for k in i + 1..<longest.next {
            guard let role = match(grammar.roots.roles, at: k), role.next > longest.next, let short = match(labels, at: i, fact: fact, before: k)
            else { continue }
            if short.next == k { return short }
        }
        return longest
    }

    /// What a label means here: of several meanings the first whose value can follow.
    private mutating func labelTarget(_ m: Match, _ next: Int, _ parts: [Grammar.Part], _ read: borrowing ReadParts) -> LabelTarget? {
        let first = LabelTarget(packed: grammar.phrases.value(of: m.node))
        if fits(first, next, read.filled) { return first }
        if grammar.phrases.hasSeveral(m.node) {
            for other in grammar.phrases.values(of: m.node) {
                let target = LabelTarget(packed: other)
                if fits(target, next, read.filled) { return target }
            }
        }
        // A label without its value may be a value itself: «@x ученик группы» beside «ученика @y».
        return positionalPart(parts, read) == nil ? first : nil
    }

    private mutating func fits(_ target: LabelTarget, _ next: Int, _ filled: SlotSet) -> Bool {
        guard let slot = target.slot else { return true }
        return (!filled.contains(slot) || slot == .attachment || slot == .kinds) && begins(slot, at: next, preset: target.preset)
    }

    /// Past «модератор —» and «модератор:» in a fact.
    private mutating func behindCopulas(_ k: Int) -> Int {
        var k = k
        while tokens[k].word != 0, grammar.copulas.contains(tokens[k].word), tokens[k + 1].kind == .handle { k += 1 }
        return k
    }

    /// The open part that the value at hand belongs to without a label; a noun in the instrumental is a role, not a person.
    private mutating func positionalPart(_ parts: [Grammar.Part], _ read: borrowing ReadParts) -> Grammar.Part? {
        var first = 0
        while first < parts.count, !isOpen(parts[first], read.filled) { first += 1 }
        guard first < parts.count else { return nil }
        // «Внести сведения о школе: сайт "…"»: what is changed stands before what it becomes.
        if read.last == .field, let value = parts.first(where: { $0.slot == .value }), isOpen(value, read.filled) { return value }
        // «Участников 3», «3 ученика»: who is counted, not one of them.
        if read.last == .compare, let role = parts.first(where: { $0.slot == .role }), isOpen(role, read.filled) { return role }
        // Several are open where a role could be a person as well.
        if parts.contains(where: { $0.instrumental }), isInstrumental(i) {
            for part in parts[first...] where part.instrumental && isOpen(part, read.filled) { return part }
        }
        return parts[first]
    }

    private mutating func isOpen(_ part: Grammar.Part, _ filled: SlotSet) -> Bool {
        part.positional && !filled.contains(part.slot) && begins(part.slot, at: i, preset: nil, bare: true)
    }

    /// Whether a Russian noun or adjective stands in the instrumental: «учителем», «дополнительным», «обучающимся».
    func isInstrumental(_ k: Int) -> Bool {
        guard tokens[k].kind == .word, dative(at: k) != .certain else { return false }
        let word = text(tokens[k]).lowercased()
        // «Учителей», «родителей» are many people in the genitive.
        return !word.hasSuffix("телей")
            && ["ом", "ем", "ём", "ым", "им", "ой", "ей", "ами", "ями", "ыми", "ими", "имся", "имися"].contains { word.hasSuffix($0) }
    }

    /// `create group 10А`: a name without its quotation marks.
    private mutating func reportUnquotedName(_ parts: [Grammar.Part], _ read: borrowing ReadParts) -> Bool {
        let filled = read.filled
        guard at(.number) || at(.word), token.word == 0 || at(.number),
            let part = parts.first(where: { $0.slot.kind == .name && $0.positional && !filled.contains($0.slot) })
        else { return false }
        var k = i
        while [.word, .number, .dash].contains(tokens[k + 1].kind) {
            // What touches belongs to the name, and of what stands apart the words that nothing else can be.
            guard tokens[k + 1].lower == tokens[k].upper || tokens[k + 1].kind != .dash && tokens[k + 1].word == 0 else { break }
            k += 1
        }
        while k > i, tokens[k].kind == .dash { k -= 1 }
        let span = Span(Int(token.lower), Int(tokens[k].upper), file: file)
        diagnostics.append(.unquotedName(span, sources[Int(file)].text(span), part.slot.description))
        return true
    }

    /// Whether a value of the slot can begin at a token.
    mutating func begins(_ slot: Slot, at k: Int, preset: UInt8?, bare: Bool = false) -> Bool {
        let kind = tokens[k].kind
        ask(slot, at: k)
        if preset != nil, slot.kind != .namedChoice { return true }
        switch slot.kind {
        case .people, .invitee: return kind == .handle || match(grammar.roots.roles, at: k) != nil
        case .role: return match(grammar.roots.roles, at: k) != nil
        case .audience: return kind == .handle && !bare || match(grammar.roots.roles, at: k) != nil
        case .place: return match(grammar.roots.places, at: k) != nil
        case .name: return kind == .string || (slot.nameIsOptional && !bare)
        case .names: return kind == .string
        case .link: return kind == .string || isLinkLabel(k)
        case .duration: return kind == .number || match(grammar.roots.units, at: k) != nil
        case .date: return kind == .number && isDate(k)
        case .number: return kind == .number
        case .compare: return comparison(at: k) != nil || kind == .number
        case .choice: return match(grammar.roots.choices[Int(slot.rawValue)], at: k) != nil
        case .namedChoice: return preset != nil
        case .reason: return kind == .string || match(grammar.roots.choices[Int(slot.rawValue)], at: k) != nil
        case .flag: return !bare
        case .clause: return kind == .number || kind == .word
        case .act:
            ask(.word(.act), at: k)
            return kind == .string || kind == .colon || kind == .handle && tokens[k + 1].kind == .colon || match(grammar.roots.ruleHeads, at: k) != nil
        }
    }

    /// `L1`, `Л2`: a word with a digit that the vocabulary does not know.
    func isLinkLabel(_ k: Int) -> Bool {
        guard tokens[k].kind == .word, tokens[k].word == 0 else { return false }
        return sources[Int(file)].bytes[Int(tokens[k].lower)..<Int(tokens[k].upper)].contains { $0 >= 0x30 && $0 <= 0x39 }
    }

    func isDate(_ k: Int) -> Bool {
        let raw = text(tokens[k])
        return raw.utf8.contains(UInt8(ascii: "-")) || raw.utf8.filter { $0 == UInt8(ascii: ".") }.count == 2
    }

    /// A comparison sign or words with the number after it.
    @inline(__always)
    func comparison(at k: Int) -> (sign: Comparison, next: Int)? {
        guard let m = match(grammar.roots.comparisons, at: k), tokens[m.next].kind == .number,
            let sign = Comparison(rawValue: UInt8(value(m)))
        else { return nil }
        return (sign, m.next)
    }

    /// What is left of the line after its statement.
    func rest() -> Diagnostic {
        if at(.other) { return strayCharacter() }
        let usage = currentForms.map(FormPrinter.usage)
        let (span, found) = unknownOfRest
        return .unexpectedRest(span, found, help: usage.map { Text("it is written: \($0.en)", "пишется так: \($0.ru)") })
    }

    /// What is not understood of the rest of a line: the first word that the language does not know, else the first of all.
    var unknownOfRest: (span: Span, found: String) {
        var k = i
        while tokens[k].kind != .newline, tokens[k].kind != .end {
            // A name without quotation marks is told from a word by what stands around it, and is none here.
            if tokens[k].kind == .word, tokens[k].word == 0, k > i { return (tokens[k].span(file), Self.clipped(text(tokens[k]))) }
            if tokens[k].kind == .word, tokens[k].word == 0 { break }
            k += 1
        }
        return (restOfLine, found ?? "")
    }
}
