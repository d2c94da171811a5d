import SfmTerms

/// «Кому?» behind the act of a Russian rule: who acts, or whom the act is about.
extension Parser {
    /// Whom an act can be given to in the dative.
    private enum Addressee {
        case nobody
        /// The person whom the act is about: «напоминать ученику».
        case target
        /// Somebody whom rules cannot ask about: «передавать аккаунт третьему лицу».
        case other
    }

    /// Whether the role at a token stands in the dative.
    func dative(at k: Int) -> Declension.Reading {
        // Only Russian has one.
        guard tokens[k].kind == .word, sources[Int(file)].bytes[Int(tokens[k].lower)] >= 0x80, let m = match(grammar.roots.roles, at: k) else { return .no }
        return Declension.dative(tokens[k..<m.next].map(text))
    }

    /// A role in the dative behind an act that does not ask «кому?» is who acts: «разрешено создавать чат учителю».
    ///
    /// `nil`: what stands here is no such role, and is read as any other part of a rule.
    mutating func parseDativeRole(_ q: inout QualifierNode, _ acts: [RuleActNode]) -> Bool? {
        let reading = dative(at: i)
        guard reading != .no, let act = acts.last else { return nil }
        // «Назначать ответственным», «приглашать участником»: what somebody becomes.
        if reading == .orInstrumental, makes(acts) { return nil }
        if reading == .orGenitive, Government.caseAfter(words(of: act), .target) == .genitive { return nil }
        let start = i
        // «Разрешено "показ" родителям лица».
        if addressee(of: act) == .nobody, q.by == nil, accept(.parentsOfTarget) { return add(.byParents, from: start, to: &q) }
        switch (addressee(of: act), q.by) {
        case (.target, .some): return nil
        case (.target, nil):
            _ = parseRoles()
            diagnostics.append(whoOrWhom(start, acts))
            return false
        case (.other, _):
            _ = parseRoles()
            diagnostics.append(.noAddressee(spanFrom(start)))
            return false
        case (.nobody, nil):
            return parseRoles().map { add(.by($0), from: start, to: &q) }
        case (.nobody, .some):
            guard reading == .certain else { return nil }
            _ = parseRoles()
            diagnostics.append(.doubledDoer(spanFrom(start)))
            return false
        }
    }

    /// Whether the acts give somebody a role, which stands in the instrumental.
    func makes(_ acts: [RuleActNode]) -> Bool {
        acts.contains { act in grammar.actParts[act.act].contains { $0.instrumental } }
    }

    func words(of act: RuleActNode) -> [String] {
        sources[Int(file)].text(act.span).lowercased().split(separator: " ").map(String.init)
    }

    private func addressee(of act: RuleActNode) -> Addressee {
        let words = words(of: act)
        guard let verb = words.first else { return .nobody }
        // «Разъяснять родителям возможности платформы», «представлять статистику директору»: the act says it.
        if words.dropFirst().contains(where: { grammar.isRole($0) && Declension.dative([$0]) == .certain }) { return .nobody }
        if grammar.asksToWhom(act.act) { return .target }
        if Self.giving.contains(verb) { return .other }
        return Self.addressing.contains(verb) ? .target : .nobody
    }

    private static let addressing: Set<String> = [
        "напоминать", "напомнить", "напоминание", "помогать", "помочь", "помощь", "оказывать", "оказать", "направлять", "направить", "сделать",
        "remind", "help",
    ]
    private static let giving: Set<String> = [
        "передавать", "передать", "передача", "предоставлять", "предоставить", "разъяснять", "разъяснить", "разъяснение", "представлять",
        "представить", "представление", "докладывать", "доложить", "сообщать", "сообщить", "share", "explain", "report",
    ]

    /// Both readings as whole lines, the role from a token up to the cursor.
    private func whoOrWhom(_ start: Int, _ acts: [RuleActNode]) -> Diagnostic {
        let source = sources[Int(file)]
        var line = start
        while line > 0, tokens[line - 1].kind != .newline { line -= 1 }
        func text(_ lower: UInt32, _ upper: UInt32) -> String { source.text(Span(Int(lower), Int(max(lower, upper)), file: file)) }
        let first = UInt32(acts[0].span.lower)
        let keyword = text(tokens[line].lower, first).trimmed
        let deed = Self.clipped(text(first, tokens[start].lower).trimmed)
        let role = text(tokens[start].lower, tokens[i - 1].upper)
        let rest = atLineEnd ? "" : Self.clipped(source.text(restOfLine))
        let behind = rest.isEmpty || rest.hasPrefix(",") ? rest : " " + rest
        let anyone = ["вправе", "право", "права"].contains { keyword.lowercased().hasSuffix($0) } ? "любой" : "любому"
        return .whoOrWhom(
            spanFrom(start), role, ifWho: "\(keyword) \(role) \(deed)\(behind)", ifWhom: "\(keyword) \(anyone) \(deed) \(role)\(behind)")
    }
}

extension String {
    fileprivate var trimmed: String { split(separator: " ").joined(separator: " ") }
}

extension Grammar {
    /// Whether a word names a role by itself, or begins to.
    fileprivate func isRole(_ word: String) -> Bool {
        let lemma = lexicon.find(word)
        return lemma != 0 && phrases.step(roots.roles, lemma) != nil
    }
}

extension Grammar {
    /// Whether an act's words go on with somebody, or with a text behind somebody.
    public func beginsWithSomebody(_ act: Int) -> Bool {
        actParts[act].contains { [.target, .invitee].contains($0.slot) && $0.positional }
            && !actParts[act].contains { $0.positional && $0.slot != .text && ($0.slot.kind == .name || $0.slot.kind == .names) }
    }
}

extension Diagnostic {
    static func whoOrWhom(_ span: Span, _ role: String, ifWho: String, ifWhom: String) -> Diagnostic {
        Diagnostic(
            .whoOrWhom,
            Text(
                "“\(role)” may be who acts as well as whom the act is about",
                "«\(role)» может быть и тем, кто действует, и тем, кому: неясно, кто из двух"),
            span,
            help: [
                Text("if that is who acts: \(ifWho)", "если это тот, кто действует: \(ifWho)"),
                Text("if the act is about them: \(ifWhom)", "если это тот, кому: \(ifWhom)"),
            ])
    }

    static func noAddressee(_ span: Span) -> Diagnostic {
        Diagnostic(
            .unexpectedRest, Text("a rule about this act cannot ask to whom it is done", "правило об этом действии не различает, кому оно адресовано"), span,
            help: [
                Text(
                    "who acts stands before the act: «запрещено РОЛИ …»; leave out to whom",
                    "кто действует, пишут перед действием: запрещено РОЛИ …; а кому — уберите")
            ])
    }

    static func doubledDoer(_ span: Span) -> Diagnostic {
        Diagnostic(
            .doubledPart, Text("who acts is said twice", "кто действует, сказано дважды"), span,
            help: [
                Text(
                    "several roles stand together, with commas; whom the act is about stands in its own case: block students",
                    "роли перечисляют подряд через запятую; а тот, над кем совершают действие, отвечает на вопрос «кого?»: блокировать учеников")
            ])
    }
}
