import SfmTerms

/// Fills the tables of a `Grammar`. The program comes with them made: `scripts/embed-grammar` runs this, and the test of what it wrote.
struct GrammarBuilder {
    var lexicon = Lexicon()
    var phrases = PhraseTable()
    var roots = Grammar.Roots()
    var actParts: [[Grammar.Part]] = []
    var factParts: [[Grammar.Part]] = []
    var copulas = LemmaSet([])
    private var form = FlatForm()

    mutating func addVocabulary(_ attributes: [AttributeForms]) {
        for forms in WordForms.all { lexicon.merge(forms) }
        copulas = LemmaSet(Particle.copulas.map { lexicon.lemma($0) })
        for word in Particle.articles { _ = lexicon.lemma(word) }
        for path: WritableKeyPath<Grammar.Roots, PhraseTable.Root> in [
            \.keywords, \.actHeads, \.actSubjects, \.ruleHeads, \.factHeads, \.factSubjects, \.roles, \.units, \.places,
            \.comparisons, \.attributes, \.mechanisms, \.declarations,
        ] {
            roots[keyPath: path] = phrases.makeRoot()
        }
        for entry in Keyword.table { add(entry.en, entry.ru, roots.keywords, entry.keyword.rawValue) }
        for entry in Particle.table {
            let root = phrases.makeRoot()
            roots.particles.append(root)
            add(entry.en, entry.ru, root, entry.particle.rawValue)
        }
        for noun in RoleNoun.table {
            for phrase in noun.phrases { add(phrase, roots.roles, noun.role.rawValue) }
        }
        for (unit, en, ru) in TimeUnit.table {
            add(en, roots.units, unit.rawValue)
            add(ru, roots.units, unit.rawValue)
        }
        addChoices(ChoiceWords.places, roots.places)
        addChoices(ChoiceWords.comparisons, roots.comparisons)
        addChoices(attributes.enumerated().compactMap { $1.entry($0) }, roots.attributes)
        addChoices(ChoiceWords.mechanisms, roots.mechanisms)
        addChoices(DeclarationWord.table, roots.declarations)
        for slot in Slot.allCases {
            let root = phrases.makeRoot()
            roots.choices.append(root)
            addChoices(slot.choices, root)
        }
    }

    private mutating func addChoices(_ entries: [ChoiceWords.Entry], _ root: PhraseTable.Root) {
        for entry in entries { add(entry.en, entry.ru, root, entry.value) }
    }

    private mutating func add(_ english: [String], _ russian: [String], _ root: PhraseTable.Root, _ value: UInt8) {
        for phrase in english { add(phrase, root, value) }
        for phrase in russian { add(phrase, root, value) }
    }

    private mutating func add(_ phrase: String, _ root: PhraseTable.Root, _ value: UInt8) {
        var copy = phrase
        copy.withUTF8 { text in
            var node = root
            var start = 0
            for i in 0...text.count where i == text.count || text[i] == 32 {
                if i > start { node = phrases.makeStep(node, lexicon.lemma(bytes: UnsafeBufferPointer(rebasing: text[start..<i]))) }
                start = i + 1
            }
            phrases.put(Int32(value), at: node)
        }
    }

    mutating func addAct(_ forms: Forms, _ index: Int32) {
        let labels = phrases.makeRoot()
        roots.actLabels.append(labels)
        var parts: [Grammar.Part] = []
        for (number, text) in forms.english.enumerated() { addActForm(text, index, labels, &parts, canonical: number == 0, ruled: !forms.isRuledApart) }
        for text in forms.russian { addActForm(text, index, labels, &parts, canonical: false, ruled: !forms.isRuledApart) }
        for text in forms.ruleEnglish { addRuleHead(text, index) }
        for text in forms.ruleRussian { addRuleHead(text, index) }
        if forms.doerIsTarget {
            for i in parts.indices where parts[i].slot == .target { parts[i].required = false }
        }
        actParts.append(parts)
    }

    private mutating func addActForm(_ text: String, _ index: Int32, _ labels: PhraseTable.Root, _ parts: inout [Grammar.Part], canonical: Bool, ruled: Bool) {
        form.read(text, &lexicon)
        // What begins with a word of a policy is told by its quotation marks.
        let hasHead = form.isSubject || form.headEnd > 0
        if hasHead { insert(0..<form.headEnd, form.isSubject ? roots.actSubjects : roots.actHeads, index, dropping: false) }
        if hasHead, ruled, !form.isSubject { insert(0..<form.headEnd, roots.ruleHeads, index, dropping: false) }
        collect(labels: labels, into: &parts, canonical: canonical, dropping: false)
    }

    private mutating func addRuleHead(_ text: String, _ index: Int32) {
        form.read(text, &lexicon)
        insert(0..<form.headEnd, roots.ruleHeads, index, dropping: false)
    }

    mutating func addFact(_ forms: Forms, _ index: Int32) {
        let labels = phrases.makeRoot()
        roots.factLabels.append(labels)
        var parts: [Grammar.Part] = []
        for (number, text) in forms.english.enumerated() { addFactForm(text, index, labels, &parts, canonical: number == 0) }
        for text in forms.russian { addFactForm(text, index, labels, &parts, canonical: false) }
        factParts.append(parts)
    }

    private mutating func addFactForm(_ text: String, _ index: Int32, _ labels: PhraseTable.Root, _ parts: inout [Grammar.Part], canonical: Bool) {
        form.read(text, &lexicon)
        insert(0..<form.headEnd, form.isSubject ? roots.factSubjects : roots.factHeads, index, dropping: true)
        if form.isSubject, !parts.contains(where: { $0.slot == .target }) {
            parts.append(Grammar.Part(slot: .target, required: true, positional: true))
        }
        collect(labels: labels, into: &parts, canonical: canonical, dropping: true)
    }

    private mutating func collect(labels: PhraseTable.Root, into out: inout [Grammar.Part], canonical: Bool, dropping: Bool) {
        for part in form.parts {
            guard let slot = part.slot else {
                insert(part.label, labels, LabelTarget(slot: nil, preset: nil).packed, dropping: dropping)
                continue
            }
            let positional = part.label.allSatisfy { isOptional(form.groups[$0], dropping) }
            insert(part.label, labels, LabelTarget(slot: slot, preset: part.preset).packed, dropping: dropping, allowsEmpty: false)
            let instrumental = positional && part.isInstrumental
            if let i = out.firstIndex(where: { $0.slot == slot }) {
                out[i].positional = out[i].positional || positional
                out[i].instrumental = out[i].instrumental || instrumental
            } else {
                out.append(Grammar.Part(slot: slot, required: part.required && canonical, positional: positional, instrumental: instrumental))
            }
        }
    }

    private func isOptional(_ group: FlatForm.Group, _ dropping: Bool) -> Bool {
        group.optional || (dropping && group.words.contains { copulas.contains(form.lemmas[$0]) })
    }

    /// Enters every way to read words with alternatives and optional words; copulas are dropped where they mean nothing.
    private mutating func insert(_ groups: Range<Int>, _ node: PhraseTable.Root, _ value: Int32, dropping: Bool, allowsEmpty: Bool = true) {
        insert(groups, from: node, node, value, dropping, allowsEmpty)
    }

    private mutating func insert(
        _ groups: Range<Int>, from root: PhraseTable.Root, _ node: PhraseTable.Root, _ value: Int32, _ dropping: Bool, _ allowsEmpty: Bool
    ) {
        guard let first = groups.first else {
            if allowsEmpty || node != root { phrases.put(value, at: node) }
            return
        }
        let group = form.groups[first]
        let rest = groups.dropFirst()
        if group.optional { insert(rest, from: root, node, value, dropping, allowsEmpty) }
        for k in group.words {
            let lemma = form.lemmas[k]
            let next = dropping && copulas.contains(lemma) ? node : phrases.makeStep(node, lemma)
            insert(rest, from: root, next, value, dropping, allowsEmpty)
        }
    }
}

/// One form of an act or fact as the builder needs it: words as lemmas, a part for every slot with the words before it.
///
/// The grammar of forms is that of `Template`.
private struct FlatForm {
    /// Words that mean the same.
    struct Group {
        let words: Range<Int>
        let optional: Bool
    }

    struct Part {
        let label: Range<Int>
        var slot: Slot?
        var preset: UInt8?
        var isInstrumental = false
        var required = false
    }

    private(set) var lemmas: [Lemma] = []
    private(set) var groups: [Group] = []
    private(set) var parts: [Part] = []
    /// The groups before this one are the head.
    private(set) var headEnd = 0
    /// Whether the form begins with its person; what follows is looked up after a handle.
    private(set) var isSubject = false
    private var inHead = true
    private var labelStart = 0

    mutating func read(_ text: String, _ lexicon: inout Lexicon) {
        lemmas.removeAll(keepingCapacity: true)
        groups.removeAll(keepingCapacity: true)
        parts.removeAll(keepingCapacity: true)
        (headEnd, labelStart, isSubject, inHead) = (0, 0, false, true)
        var copy = text
        copy.withUTF8 { read($0, &lexicon) }
    }

    private mutating func read(_ text: UnsafeBufferPointer<UInt8>, _ lexicon: inout Lexicon) {
        var at = 0
        var depth = 0
        while at < text.count {
            switch text[at] {
            case UInt8(ascii: " "): at += 1
            case UInt8(ascii: "["), UInt8(ascii: "]"):
                depth += text[at] == UInt8(ascii: "[") ? 1 : -1
                endHead()
                endLabel()
                at += 1
            case UInt8(ascii: "{"): readSlot(text, &at, required: depth == 0)
            case UInt8(ascii: "("):
                at += 1
                readWords(text, &at, UInt8(ascii: ")"), optional: true, &lexicon)
                at += 1
            default: readWords(text, &at, UInt8(ascii: " "), optional: false, &lexicon)
            }
        }
        endHead()
        endLabel()
    }

    private mutating func endHead() {
        guard inHead else { return }
        (inHead, headEnd, labelStart) = (false, groups.count, groups.count)
    }

    /// Words that no slot follows are a label all the same.
    private mutating func endLabel() {
        if labelStart < groups.count { parts.append(Part(label: labelStart..<groups.count)) }
        labelStart = groups.count
    }

    private mutating func readWords(
        _ text: UnsafeBufferPointer<UInt8>, _ at: inout Int, _ end: UInt8, optional: Bool, _ lexicon: inout Lexicon
    ) {
        let first = lemmas.count
        var start = at
        while at < text.count, text[at] != end, text[at] != UInt8(ascii: "]"), text[at] != UInt8(ascii: "[") {
            if text[at] == UInt8(ascii: "|") {
                lemmas.append(lexicon.lemma(bytes: UnsafeBufferPointer(rebasing: text[start..<at])))
                start = at + 1
            }
            at += 1
        }
        lemmas.append(lexicon.lemma(bytes: UnsafeBufferPointer(rebasing: text[start..<at])))
        groups.append(Group(words: first..<lemmas.count, optional: optional))
    }

    private mutating func readSlot(_ text: UnsafeBufferPointer<UInt8>, _ at: inout Int, required: Bool) {
        guard case .slot(let slot, let grammaticalCase, let preset) = Template.slot(text, &at) else { return }
        if slot == .target, inHead, groups.isEmpty, !isSubject {
            isSubject = true
            return
        }
        endHead()
        parts.append(
            Part(
                label: labelStart..<groups.count, slot: slot, preset: preset, isInstrumental: grammaticalCase == .instrumental, required: required))
        labelStart = groups.count
    }
}
