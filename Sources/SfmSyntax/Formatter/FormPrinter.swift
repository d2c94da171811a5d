import SfmTerms

/// Writes acts and facts in either language from their canonical templates: for messages, for saving and for translation.
public struct FormPrinter: Sendable {
    public enum Quotes: Sendable {
        /// `"…"`, as it can be read again.
        case source
        /// «…» or “…”, for people.
        case display
    }

    let names: Names
    let grammar: Grammar
    let language: Language
    let quotes: Quotes

    public init(grammar: Grammar, names: Names, language: Language, quotes: Quotes) {
        (self.grammar, self.names, self.language, self.quotes) = (grammar, names, language, quotes)
    }

    /// The same for what has other names.
    func naming(_ names: Names) -> FormPrinter { FormPrinter(grammar: grammar, names: names, language: language, quotes: quotes) }

    /// The canonical template of a form with words for its slots, as help shows it.
    public static func usage(_ forms: Forms) -> Text {
        Text(usage(forms.english[0], .english), (forms.doerIsTarget ? "@x: " : "") + usage(forms.russian[0], .russian))
    }

    /// `isBrief` names the reasons by one word in place of listing them.
    static func usage(_ template: String, _ language: Language, isBrief: Bool = false) -> String {
        func walk(_ elements: [Template.Element]) -> String {
            elements.compactMap { element in
                switch element {
                case .word(let words): words[0]
                case .optionalWord, .negation: nil
                case .slot(.reason, _, _) where isBrief: language("REASON", "ПРИЧИНА")
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
        case .invitee: language("@x|ROLE", "@x|РОЛЬ")
        case .role, .audience: language("ROLE", "РОЛЬ")
        case .place: language("chat|group|school \"…\"", "чат|группу|школу \"…\"")
        case .name, .namedChoice: "\"…\""
        case .names: "\"…\", \"…\""
        case .link: "L1"
        case .duration: language("14 days", "14 дней")
        case .date: "15.09.2024"
        case .number: "3"
        case .compare: "= 3"
        case .choice, .reason: slot.choices.map { language($0.en[0], $0.shown) }.joined(separator: "|")
        case .flag: ""
        case .clause: "24"
        case .act: language("ACT", "ДЕЙСТВИЕ")
        }
    }

    // MARK: - Trees

    public func act(_ act: ActNode) -> String {
        let forms = grammar.acts[act.act]
        var (slots, actor) = (act.slots, act.actor)
        if forms.doerIsTarget { place(doer: &actor, among: &slots, act.span) }
        return (actor.map { person($0, .nominative) + ": " } ?? "") + fill(templates(forms), slots, negated: false)
    }

    /// The doer of an act that is marked so stands after the verb in English and before the colon in Russian.
    private func place(doer actor: inout PersonNode?, among slots: inout [SlotNode], _ span: Span) {
        let target = slots.first { $0.slot == .target }
        if language == .english {
            guard let doer = actor else { return }
            if target == nil { slots.insert(SlotNode(slot: .target, value: .people([doer]), span: span), at: 0) }
            if target == nil || Self.isOnly(doer, target) { actor = nil }
        } else if case .people(let people)? = target?.value, people.count == 1, case .handle = people[0],
            actor == nil || actor.map({ Self.isOnly($0, target) }) == true
        {
            actor = people[0]
            slots.removeAll { $0.slot == .target }
        }
    }

    private static func isOnly(_ person: PersonNode, _ slot: SlotNode?) -> Bool {
        guard case .people(let people)? = slot?.value, people.count == 1, case .handle(let a, _) = people[0], case .handle(let b, _) = person else {
            return false
        }
        return a == b
    }

    public func fact(_ fact: FactNode) -> String {
        let forms = grammar.facts[fact.fact]
        var templates = self.templates(forms)
        // «Классный руководитель @t группы "10А"», «ученики @a, @b в группе "10А"».
        if let second = forms.secondFor, case .role(second)? = fact.slots.first(where: { $0.slot == .role })?.value { templates.swapAt(0, 1) }
        return fill(templates, fact.slots, negated: fact.negated)
    }

    private func templates(_ forms: Forms) -> [Template] { language(forms.english, forms.russian).map(Template.init) }

    /// The template that fits best, then what it has no place for as the other templates write it.
    private func fill(_ templates: [Template], _ slots: [SlotNode], negated: Bool) -> String {
        let fitting = templates.filter { $0.demands.allSatisfy { slot in slots.contains { $0.slot == slot } } }
        let best = fitting.map { t in slots.count(where: t.holds) }.max() ?? 0
        let equals = fitting.filter { t in slots.count(where: t.holds) == best }
        let template = (negated ? equals.first(where: \.canDeny) : nil) ?? equals.first ?? templates[0]
        var line = FormLine(printer: self, slots: slots, negated: negated)
        line.write(template.elements)
        for node in slots where !template.holds(node) {
            guard let part = templates.lazy.flatMap(\.shape.parts).first(where: { $0.slot.map { Template(elements: [$0]).holds(node) } ?? false }),
                let element = part.slot
            else { continue }
            line.write(part.label + [element])
        }
        return line.text
    }
}

/// One act or fact while it is being written.
struct FormLine {
    let printer: FormPrinter
    let slots: [SlotNode]
    /// Whether `not` has still to be said.
    var negated: Bool
    private var words: [String] = []
    private var said: [(slot: Slot, preset: UInt8?)] = []

    init(printer: FormPrinter, slots: [SlotNode], negated: Bool) { (self.printer, self.slots, self.negated) = (printer, slots, negated) }

    /// A fact whose form has no place for `not` takes it at its end.
    var text: String { (words + (negated ? [printer.language("not", "не")] : [])).joined(separator: " ") }

    private var subjects: Int {
        guard let target = slots.first(where: { $0.slot == .target }), case .people(let people) = target.value else { return 1 }
        return target.file == nil ? people.count : .max
    }

    mutating func write(_ elements: [Template.Element]) {
        var beginsWithPeople = false
        for (k, element) in elements.enumerated() {
            let next = k + 1 < elements.count ? elements[k + 1] : nil
            switch element {
            case .word(let forms):
                if lacksMembers, forms[0] == "are" || forms[0] == "—" { continue }
                words.append(agreeing(forms[0], with: beginsWithPeople ? subjects : 1, before: next))
            case .optionalWord(let forms): if saysOptionalWord(before: next) { words.append(forms[0]) }
            case .negation: writeNegation(before: next)
            case .slot(let slot, let grammaticalCase, let preset):
                if k == 0, slot == .target { beginsWithPeople = true }
                guard let node = slots.first(where: { $0.slot == slot && (preset == nil || preset == $0.value.presetValue) }), !isSaid(slot, preset) else {
                    continue
                }
                said.append((slot, preset))
                if slot == .compare || slot == .members { writeNegation() }
                write(node, grammaticalCase, preset)
            case .part(let inner):
                let isFilled = Template(elements: inner).isFilled(by: slots.filter { !isSaid($0.slot, $0.value.presetValue) })
                // «группа "10А" не существует»: a word alone stands where there is something to deny.
                let isDenied = slots.count <= 1 && words.last == printer.language("not", "не")
                if isFilled || (isDenied && inner.allSatisfy(Self.isWord)) { write(inner) }
            }
        }
    }

    private func isSaid(_ slot: Slot, _ preset: UInt8?) -> Bool {
        said.contains { $0.slot == slot && ($0.preset == nil || preset == nil || $0.preset == preset) }
    }

    private mutating func writeNegation(before next: Template.Element? = nil) {
        if negated, case .slot(.word, _, _)? = next {
            // «У @x нет "…"» in place of «есть».
            if printer.language == .russian, words.last == "есть" { words.removeLast() }
            words.append(printer.language("no", "нет"))
            negated = false
            return
        }
        let isNoun = words.isEmpty || Self.isWord(next, "duty")
        if negated { words.append(printer.language == .russian ? "не" : isNoun ? "no" : "not") }
        negated = false
    }

    private mutating func write(_ node: SlotNode, _ grammaticalCase: GrammaticalCase, _ preset: UInt8?) {
        if node.slot == .moderator, printer.language == .russian, words.count > 1, words.last == "модератор" { words[words.count - 2] += "," }
        if let count, node.slot == .role, case .role(let role) = node.value {
            words.append(RoleNoun.of(role).counted(printer.language, count: count))
            return
        }
        if let file = node.file {
            words.append(printer.language("from ", "из ") + printer.name(file))
            return
        }
        if case .audience(let audience) = node.value, grammaticalCase == .accusative {
            words.append(printer.told(audience))
            return
        }
        // `consent to: @x: …`
        if case .act(let act) = node.value, act.actor != nil, let last = words.indices.last { words[last] += ":" }
        let isMany = node.slot == .role && subjects > 1 && slots.first { $0.slot == .appointing } == nil
        let wanted = printer.language == .russian ? Government.caseAfter(words, node.slot) ?? grammaticalCase : .nominative
        let text = isMany && Self.agrees(grammaticalCase) ? printer.many(node, wanted) : printer.value(node.value, node.slot, wanted, preset: preset)
        if !text.isEmpty { words.append(text) }
    }

    private static func agrees(_ grammaticalCase: GrammaticalCase) -> Bool { grammaticalCase == .nominative }
    private static func isWord(_ element: Template.Element) -> Bool { if case .word = element { true } else { false } }
    private static func isWord(_ element: Template.Element?, _ word: String) -> Bool { if case .word(let words)? = element { words[0] == word } else { false } }

    /// `of`, `with`, `to staff`: English says them, but for `because rules` and `vote @x "yes"`.
    private func saysOptionalWord(before next: Template.Element?) -> Bool {
        guard printer.language == .english else { return false }
        if case .slot(let slot, _, _)? = next { return slot != .reason && slot != .value && slot != .number }
        return words.last != "violates"
    }

    /// How many there are of those whom a role counts.
    private var count: Int? {
        guard case .compare(_, let n)? = slots.first(where: { $0.slot == .compare })?.value else { return nil }
        return n
    }

    /// `members of chat "10А" = 5`, «участников чата "10А" = 5»: a number in place of the people.
    private var lacksMembers: Bool { slots.contains { $0.slot == .compare } && !slots.contains { $0.slot == .members } }

    private func agreeing(_ word: String, with subjects: Int, before next: Template.Element?) -> String {
        if case .slot(.other, _, _)? = next, case .people(let people)? = slots.first(where: { $0.slot == .other })?.value, people.count > 1 {
            return Government.plurals[word] ?? word
        }
        if lacksMembers, word == "участники" { return "участников" }
        return subjects > 1 ? Government.plurals[word] ?? word : word
    }
}

extension Template {
    /// Whether the form has a place for `not`.
    var canDeny: Bool { elements.contains { if case .negation = $0 { true } else { false } } }

    /// The slots that the form cannot do without.
    var demands: [Slot] {
        elements.compactMap { element in
            if case .slot(let slot, _, _) = element { slot } else { nil }
        }
    }

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
