import SfmTerms

/// Writes acts and facts in either language from their canonical templates: for messages, for saving and for translation.
package struct FormPrinter: Sendable {
    package enum Quotes: Sendable {
        /// `"…"`, as it can be read again.
        case source
        /// «…» or “…”, for people.
        case display
    }

    let names: Names
    let grammar: Grammar
    let language: Language
    let quotes: Quotes

    package init(grammar: Grammar, names: Names, language: Language, quotes: Quotes) {
        (self.grammar, self.names, self.language, self.quotes) = (grammar, names, language, quotes)
    }

    /// The canonical template of a form with words for its slots, as help shows it.
    package static func usage(_ forms: Forms) -> Text {
        Text(usage(forms.english[0], .english), (forms.doerIsTarget ? "@x: " : "") + usage(forms.russian[0], .russian))
    }

    private static func usage(_ template: String, _ language: Language) -> String {
        func walk(_ elements: [Template.Element]) -> String {
            elements.compactMap { element in
                switch element {
                case .word(let words): words[0]
                case .optionalWord, .negation: nil
                case .slot(let slot, _, let preset): preset == nil || slot.kind == .namedChoice ? placeholder(slot, language) : nil
                case .part(let inner): "[" + walk(inner) + "]"
                }
            }.filter { !$0.isEmpty }.joined(separator: " ")
        }
        return walk(Template(template).elements)
    }

    private static func placeholder(_ slot: Slot, _ language: Language) -> String {
        switch slot.kind {
        case .people: "@x"
        case .invitee: language == .english ? "@x|ROLE" : "@x|РОЛЬ"
        case .role, .audience: language == .english ? "ROLE" : "РОЛЬ"
        case .place: language == .english ? "chat|group|school \"…\"" : "чат|группу|школу \"…\""
        case .name, .namedChoice: "\"…\""
        case .names: "\"…\", \"…\""
        case .link: "L1"
        case .duration: language == .english ? "14 days" : "14 дней"
        case .date: "15.09.2024"
        case .number: "3"
        case .compare: "= 3"
        case .choice, .reason: slot.choices.map { language == .english ? $0.en[0] : $0.shown }.joined(separator: "|")
        case .flag: ""
        case .clause: "24"
        case .act: language == .english ? "ACT" : "ДЕЙСТВИЕ"
        }
    }

    // MARK: - Trees

    package func text(_ act: ActNode) -> String {
        let forms = grammar.acts[act.act]
        var slots = act.slots
        var actor = act.actor
        if forms.doerIsTarget, language == .russian {
            if actor == nil, case .people(let people)? = act.slot(.target)?.value, people.count == 1 { actor = people[0] }
            slots.removeAll { $0.slot == .target }
        }
        let body = fill(forms, slots, negated: false)
        if forms.doerIsTarget, language == .english { return act.slot(.target) == nil ? prefix(actor) + body : body }
        return prefix(actor) + body
    }

    package func text(_ fact: FactNode) -> String { fill(grammar.facts[fact.fact], fact.slots, negated: fact.negated) }

    private func prefix(_ actor: PersonNode?) -> String { actor.map { person($0) + ": " } ?? "" }

    /// The canonical template with the slots that are there.
    private func fill(_ forms: Forms, _ slots: [SlotNode], negated: Bool) -> String {
        let templates = (language == .english ? forms.english : forms.russian).map(Template.init)
        // The first template that has a place for every slot; attachments of one kind may each have a part of their own.
        let fitting = templates.first { t in slots.allSatisfy { t.holds($0) } } ?? templates[0]
        return render(fitting.elements, slots, negated).joined(separator: " ")
    }

    private func render(_ elements: [Template.Element], _ slots: [SlotNode], _ negated: Bool) -> [String] {
        var out: [String] = []
        for element in elements {
            switch element {
            case .word(let words): out.append(words[0])
            case .optionalWord: continue
            case .negation: if negated { out.append(language == .english ? "not" : "не") }
            case .slot(let slot, let grammaticalCase, let preset):
                guard let node = slots.first(where: { $0.slot == slot }) else { continue }
                let text = value(node.value, slot, grammaticalCase, preset: preset)
                if !text.isEmpty { out.append(text) }
            case .part(let inner):
                if Template(elements: inner).isFilled(by: slots) { out += render(inner, slots, negated) }
            }
        }
        return out
    }

    package func name(_ id: NameID) -> String {
        quotes == .display ? names.quoted(id, language) : Self.source(names[id])
    }

    /// A name as source text: quoted and escaped.
    package static func source(_ text: String) -> String {
        var out = "\""
        for c in text.unicodeScalars {
            switch c {
            case "\"": out += "\\\""
            case "\\": out += "\\\\"
            case "\n": out += "\\n"
            default: out.unicodeScalars.append(c)
            }
        }
        return out + "\""
    }

    func person(_ node: PersonNode) -> String {
        switch node {
        case .handle(let id, _): names[id]
        case .role(let role, _): RoleNoun.of(role).text(language, .accusative)
        }
    }

    private func value(_ value: SlotValue, _ slot: Slot, _ grammaticalCase: GrammaticalCase, preset: UInt8?) -> String {
        switch value {
        case .people(let people): return people.map(person).joined(separator: ", ")
        case .role(let role): return RoleNoun.of(role).text(language, grammaticalCase)
        case .audience(let audience):
            return (audience.roles.map { RoleNoun.of($0).text(language, plural: true, .genitive) } + audience.people.map(person))
                .joined(separator: ", ")
        case .place(let kind, let name):
            return [place(kind, grammaticalCase), name.map { self.name($0) }].compactMap { $0 }.joined(separator: " ")
        case .name(let id): return id.map { slot.kind == .link ? names[$0] : name($0) } ?? ""
        case .names(let ids): return ids.map(name).joined(separator: ", ")
        case .duration(let duration): return duration.text[language]
        case .date(let instant, let hasTime): return hasTime ? instant.text : instant.dayText
        case .number(let n): return String(n)
        case .compare(let sign, let n): return "\(sign.sign) \(n)"
        case .choice(let raw): return preset == nil ? ChoiceWords.phrase(slot.choices, raw, language) : ""
        case .namedChoice(_, let id): return name(id)
        case .reason(let reason, let id): return id.map(name) ?? ChoiceWords.phrase(ChoiceWords.reasons, reason.rawValue, language)
        case .flag: return ""
        case .clause(let clause): return names[clause.id]
        case .act(let act): return text(act)
        }
    }

    private func place(_ kind: PlaceKind, _ grammaticalCase: GrammaticalCase) -> String {
        if language == .english { return ChoiceWords.phrase(ChoiceWords.places, kind.rawValue, .english) }
        let dative = grammaticalCase == .dative
        switch kind {
        case .chat: return dative ? "чату" : "чат"
        case .group: return dative ? "группе" : "группу"
        case .school: return dative ? "школе" : "школу"
        case .staffRoom: return dative ? "учительской" : "учительскую"
        case .channel: return dative ? "каналу" : "канал"
        }
    }
}

extension Template {
    /// Whether a slot node has a place here; presets must agree.
    func holds(_ node: SlotNode) -> Bool { Self.find(node, elements) }

    private static func find(_ node: SlotNode, _ elements: [Element]) -> Bool {
        elements.contains { element in
            switch element {
            case .slot(node.slot, _, let preset): preset == nil || preset == node.value.presetValue
            case .part(let inner): find(node, inner)
            default: false
            }
        }
    }

    /// Whether an optional part has anything to print.
    func isFilled(by slots: [SlotNode]) -> Bool {
        elements.contains { element in
            switch element {
            case .slot(let slot, _, let preset):
                slots.contains { $0.slot == slot && (preset == nil || preset == $0.value.presetValue) }
            case .part(let inner): Template(elements: inner).isFilled(by: slots)
            default: false
            }
        }
    }
}

extension SlotValue {
    /// The choice that a preset stands for.
    var presetValue: UInt8? {
        switch self {
        case .choice(let raw), .namedChoice(let raw, _): raw
        case .flag: 0
        default: nil
        }
    }
}
