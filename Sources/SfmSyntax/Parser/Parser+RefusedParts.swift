import SfmTerms

/// Parts of rules that belong elsewhere, and the lines without them.
extension Parser {
    /// What a set of parts narrows.
    enum Narrowed {
        /// A permit or a prohibition; a prohibition that is said as a duty not to do it.
        case norm, ban
        case duty, event
    }

    /// Refuses what says nothing of such acts.
    mutating func refuseParts(_ q: QualifierNode, of narrowed: Narrowed) -> Bool {
        for (part, span) in q.parts {
            switch (part, narrowed == .ban && !part.isDoerSaid ? .norm : narrowed) {
            case (.target, .norm), (.parentsOfTarget, .norm), (.author, .norm), (.ofTarget, .norm), (.ofTarget, .event), (.target, .event),
                (.parentsOfTarget, .event), (.author, .event):
                diagnostics.append(.targetOutsideDuty(span, without: line(without: span)))
                return false
            case (.slot(.closed, _), .duty), (.chatOf, .duty):
                diagnostics.append(.closedChatInDuty(span, without: line(without: span)))
                return false
            case (.rate, .duty), (.rate, .event), (.consent, .duty), (.consent, .event):
                diagnostics.append(.normPartInDuty(span, without: line(without: span)))
                return false
            case (.by, .duty), (.byParents, .duty), (.byHolders, .duty), (.by, .ban), (.byParents, .ban), (.byHolders, .ban):
                diagnostics.append(.doubledDoer(span))
                return false
            case (.by, _), (.ownGroup, _), (.otherChats, _), (.chatOf, _), (.when, _), (.slot, _), (.target, .duty), (.parentsOfTarget, .duty),
                (.byParents, _), (.byHolders, _), (.towardsHolders, _), (.oneOfThose, _), (.ofTarget, .duty), (.rate, .norm), (.consent, .norm), (.together, _),
                (.author, .duty), (_, .ban):
                continue
            }
        }
        return true
    }

    /// The line at the cursor with other words in some places of the text, which are in order.
    func line(with changes: [(place: Range<Int>, words: String)]) -> String {
        let source = sources[Int(file)]
        let range = source.lineRange(of: Int(tokens[i - 1].lower))
        var (line, from) = ("", range.lowerBound)
        for (place, words) in changes {
            line += source.text(Span(from, place.lowerBound, file: file)) + words
            from = place.upperBound
        }
        return Sanitizer.cut((line + source.text(Span(from, range.upperBound, file: file))).trimmingBlanks, to: 300)
    }

    /// The line at the cursor without what stands from a token up to the cursor.
    func line(without start: Int) -> String { line(without: Span(Int(tokens[start].lower), Int(tokens[i - 1].upper), file: file)) }

    func line(without span: Span) -> String {
        var first = i
        while first > 0, tokens[first - 1].kind != .newline { first -= 1 }
        var last = i
        while tokens[last].kind != .newline, tokens[last].kind != .end { last += 1 }
        func piece(_ lower: Int, _ upper: Int) -> Substring {
            Self.clipped(sources[Int(file)].text(Span(lower, max(lower, upper), file: file)))[...]
        }
        // What joins it to another before it goes with it.
        let joint = (first..<last).last { tokens[$0].upper <= span.lower }.flatMap { k in
            [Particle.and, .or].contains { match(grammar.particle($0), at: k) != nil } ? Int(tokens[k].lower) : nil
        }
        let before = piece(Int(tokens[first].lower), joint ?? Int(span.lower)).split(separator: " ")
        let behind = last > first ? piece(Int(span.upper), Int(tokens[last - 1].upper)).split(separator: " ") : []
        let line = (before.map(String.init) + behind.map(String.init)).joined(separator: " ")
        return behind.first?.first == "," ? before.joined(separator: " ") + behind.joined(separator: " ") : line
    }
}

extension Diagnostic {
    private static func refused(_ message: Text, _ span: Span, without line: String) -> Diagnostic {
        Diagnostic(.unexpectedRest, message, span, help: [Text("write: \(line)", "напишите: \(line)")])
    }

    static func personInRule(_ span: Span, without line: String) -> Diagnostic {
        refused(
            Text("a rule of this act cannot ask about that person; rules speak of roles", "правило не называет здесь человека: порядок говорит о ролях"), span,
            without: line)
    }

    static func fileInRule(_ span: Span, without line: String) -> Diagnostic {
        refused(Text("a rule does not ask what an attachment is called", "как называется вложение, правило не спрашивает"), span, without: line)
    }

    static func targetOutsideDuty(_ span: Span, without line: String) -> Diagnostic {
        var d = refused(
            Text("whom the act is about is said only in a duty", "о ком идёт речь, говорят только в обязанности"), span, without: line)
        d.help.append(Text("a role narrows it: to students; a condition too: when target is parent", "сузить можно ролью или условием: если лицо — родитель"))
        return d
    }

    static func closedChatInDuty(_ span: Span, without line: String) -> Diagnostic {
        var d = refused(
            Text("a duty does not say in what kind of chat it is met", "обязанность не говорит, в каком чате её исполняют"), span, without: line)
        d.help.append(Text("it may depend on that: when chat is closed", "она может от этого зависеть: если чат закрыт"))
        return d
    }

    static func normPartInDuty(_ span: Span, without line: String) -> Diagnostic {
        var d = refused(Text("a duty cannot depend on this", "обязанность от этого не зависит"), span, without: line)
        d.help.append(Text("a permit or a prohibition can: forbid ACT …", "зависеть могут разрешение и запрет: запрещено ДЕЙСТВИЕ …"))
        return d
    }

    static func rateInPermit(_ span: Span) -> Diagnostic {
        Diagnostic(
            .misplaced, Text("a permit says nothing of how often", "разрешение не говорит, как часто"), span,
            help: [
                Text("forbid what is too often: forbid ACT more than 10 times a day", "запретите то, что слишком часто: запрещено ДЕЙСТВИЕ чаще 10 раз в день")
            ])
    }

    static func mixedPlaces(_ span: Span) -> Diagnostic {
        Diagnostic(
            .expected,
            Text(
                "places of one kind, each with its name, or kinds of place without names",
                "здесь нужны места одного вида с названиями или виды мест без названий"),
            span,
            help: [Text("as in: in chat \"7A\", chat \"7B\"; in chat, channel", "например: в чате \"7А\", чате \"7Б\"; в чате, канале")])
    }
}

extension RulePart {
    /// Whether it says by which role somebody acts.
    fileprivate var isDoerSaid: Bool {
        switch self {
        case .by, .byParents, .byHolders: true
        default: false
        }
    }
}
