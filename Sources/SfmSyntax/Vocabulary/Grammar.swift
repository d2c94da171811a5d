import SfmTerms

/// The whole grammar as tables: made once from the vocabulary and the forms of acts and facts, then read only.
///
/// Every position of the grammar is a root of one phrase table; a payload says which entry of which table it means.
package struct Grammar: Sendable {
    package let lexicon: Lexicon
    package let phrases: PhraseTable
    package let acts: [Forms]
    package let facts: [Forms]
    package let roots: Roots
    /// The slots of each act and of each fact.
    package let actParts: [[Part]]
    package let factParts: [[Part]]
    let copulas: LemmaSet
    let articles: LemmaSet
    let negations: LemmaSet

    /// The positions of the grammar.
    package struct Roots: Sendable {
        package var keywords: PhraseTable.Root = 0
        package var actHeads: PhraseTable.Root = 0
        /// What may follow `@x` as an act: «нарушил правила».
        package var actSubjects: PhraseTable.Root = 0
        /// The heads of acts in rules: infinitives, imperfective and perfective.
        package var ruleHeads: PhraseTable.Root = 0
        package var factHeads: PhraseTable.Root = 0
        package var factSubjects: PhraseTable.Root = 0
        package var roles: PhraseTable.Root = 0
        package var units: PhraseTable.Root = 0
        package var places: PhraseTable.Root = 0
        package var comparisons: PhraseTable.Root = 0
        package var attributes: PhraseTable.Root = 0
        package var mechanisms: PhraseTable.Root = 0
        package var particles: [PhraseTable.Root] = []
        package var choices: [PhraseTable.Root] = []
        package var actLabels: [PhraseTable.Root] = []
        package var factLabels: [PhraseTable.Root] = []
    }

    /// A slot of a form, with whether the canonical template demands it and whether it may stand without a label.
    package struct Part: Sendable {
        package let slot: Slot
        package var required: Bool
        package var positional: Bool
        /// Whether a Russian noun in the instrumental stands for it without a label: «назначить @a модератором».
        package var instrumental = false
    }

    package init(acts: [Forms], facts: [Forms]) {
        var builder = GrammarBuilder()
        builder.addVocabulary()
        for (index, forms) in acts.enumerated() { builder.addAct(forms, Int32(index)) }
        for (index, forms) in facts.enumerated() { builder.addFact(forms, Int32(index)) }
        self.acts = acts
        self.facts = facts
        (lexicon, phrases, roots) = (builder.lexicon, builder.phrases, builder.roots)
        (actParts, factParts) = (builder.actParts, builder.factParts)
        copulas = LemmaSet(builder.copulas)
        articles = LemmaSet(Particle.articles.map(builder.lexicon.find))
        negations = LemmaSet(["not", "no", "не", "нет"].map(builder.lexicon.find))
    }

    package func particle(_ particle: Particle) -> PhraseTable.Root { roots.particles[Int(particle.rawValue)] }
}

/// A few lemmas, looked up at every word: a flag a lemma.
struct LemmaSet: Sendable {
    private var flags: [Bool] = []

    init(_ lemmas: some Sequence<Lemma>) {
        for lemma in lemmas {
            while flags.count <= Int(lemma) { flags.append(false) }
            flags[Int(lemma)] = true
        }
    }

    func contains(_ lemma: Lemma) -> Bool { Int(lemma) < flags.count && flags[Int(lemma)] }
}

/// What a label of an act or fact leads to, packed into a payload.
struct LabelTarget {
    let slot: Slot?
    let preset: UInt8?

    init(slot: Slot?, preset: UInt8?) { (self.slot, self.preset) = (slot, preset) }

    init(packed: Int32) {
        let raw = UInt8(truncatingIfNeeded: packed)
        slot = raw == 0xFF ? nil : Slot(rawValue: raw)
        let high = UInt8(truncatingIfNeeded: packed >> 8)
        preset = high == 0 ? nil : high - 1
    }

    var packed: Int32 { Int32(slot?.rawValue ?? 0xFF) | Int32(preset.map { $0 + 1 } ?? 0) << 8 }
}

/// Fills the tables of a `Grammar`.
struct GrammarBuilder {
    var lexicon = Lexicon()
    var phrases = PhraseTable()
    var roots = Grammar.Roots()
    var actParts: [[Grammar.Part]] = []
    var factParts: [[Grammar.Part]] = []
    var copulas: Set<Lemma> = []

    mutating func addVocabulary() {
        for forms in WordForms.all { lexicon.merge(forms) }
        copulas = Set(Particle.copulas.map { lexicon.lemma($0) })
        for word in Particle.articles { _ = lexicon.lemma(word) }
        for path: WritableKeyPath<Grammar.Roots, PhraseTable.Root> in [
            \.keywords, \.actHeads, \.actSubjects, \.ruleHeads, \.factHeads, \.factSubjects, \.roles, \.units, \.places,
            \.comparisons, \.attributes, \.mechanisms,
        ] {
            roots[keyPath: path] = phrases.makeRoot()
        }
        for entry in Keyword.table {
            for phrase in entry.en + entry.ru { add(phrase, roots.keywords, entry.keyword.rawValue) }
        }
        for entry in Particle.table {
            let root = phrases.makeRoot()
            roots.particles.append(root)
            for phrase in entry.en + entry.ru { add(phrase, root, entry.particle.rawValue) }
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
        addChoices(ChoiceWords.attributes, roots.attributes)
        addChoices(ChoiceWords.mechanisms, roots.mechanisms)
        for slot in Slot.allCases {
            let root = phrases.makeRoot()
            roots.choices.append(root)
            addChoices(slot.choices, root)
        }
    }

    private mutating func addChoices(_ entries: [ChoiceWords.Entry], _ root: PhraseTable.Root) {
        for entry in entries {
            for phrase in entry.en + entry.ru { add(phrase, root, entry.value) }
        }
    }

    private mutating func add(_ phrase: String, _ root: PhraseTable.Root, _ value: UInt8) {
        phrases.add(phrase.utf8.split(separator: 32).map { lexicon.lemma(Substring($0)) }, to: root, Int32(value))
    }

    mutating func addAct(_ forms: Forms, _ index: Int32) {
        let labels = phrases.makeRoot()
        roots.actLabels.append(labels)
        var parts: [Grammar.Part] = []
        for (number, text) in (forms.english + forms.russian).enumerated() {
            let (template, isSubject) = Self.withoutSubject(Template(text))
            for head in expand(template.head, dropping: false) {
                phrases.add(head, to: isSubject ? roots.actSubjects : roots.actHeads, index)
                if !isSubject { phrases.add(head, to: roots.ruleHeads, index) }
            }
            collect(template.parts, labels: labels, into: &parts, canonical: number == 0, dropping: false)
        }
        for text in forms.ruleEnglish + forms.ruleRussian {
            for head in expand(Template(text).shape.head, dropping: false) { phrases.add(head, to: roots.ruleHeads, index) }
        }
        if forms.doerIsTarget {
            for i in parts.indices where parts[i].slot == .target { parts[i].required = false }
        }
        actParts.append(parts)
    }

    mutating func addFact(_ forms: Forms, _ index: Int32) {
        let labels = phrases.makeRoot()
        roots.factLabels.append(labels)
        var parts: [Grammar.Part] = []
        for (number, text) in (forms.english + forms.russian).enumerated() {
            let (template, isSubject) = Self.withoutSubject(Template(text))
            for head in expand(template.head, dropping: true) {
                phrases.add(head, to: isSubject ? roots.factSubjects : roots.factHeads, index)
            }
            if isSubject, !parts.contains(where: { $0.slot == .target }) {
                parts.append(Grammar.Part(slot: .target, required: true, positional: true))
            }
            collect(template.parts, labels: labels, into: &parts, canonical: number == 0, dropping: true)
        }
        factParts.append(parts)
    }

    /// A template that begins with its person: what follows is looked up after a handle.
    private static func withoutSubject(_ template: Template) -> (shape: Template.Shape, isSubject: Bool) {
        if case .slot(.target, _, _)? = template.elements.first {
            return (Template(elements: Array(template.elements.dropFirst())).shape, true)
        }
        return (template.shape, false)
    }

    private mutating func collect(
        _ parts: [(label: [Template.Element], slot: Template.Element?, required: Bool)], labels: PhraseTable.Root,
        into out: inout [Grammar.Part], canonical: Bool, dropping: Bool
    ) {
        for (label, element, required) in parts {
            let variants = expand(label, dropping: dropping)
            guard case .slot(let slot, let grammaticalCase, let preset)? = element else {
                for variant in variants { phrases.add(variant, to: labels, LabelTarget(slot: nil, preset: nil).packed) }
                continue
            }
            let positional = label.isEmpty || variants.contains { $0.isEmpty }
            for variant in variants where !variant.isEmpty {
                phrases.add(variant, to: labels, LabelTarget(slot: slot, preset: preset).packed)
            }
            let instrumental = positional && grammaticalCase == .instrumental
            if let i = out.firstIndex(where: { $0.slot == slot }) {
                out[i].positional = out[i].positional || positional
                out[i].instrumental = out[i].instrumental || instrumental
            } else {
                out.append(Grammar.Part(slot: slot, required: required && canonical, positional: positional, instrumental: instrumental))
            }
        }
    }

    /// Every way to read words with alternatives and optional words, as lemmas.
    private mutating func expand(_ elements: [Template.Element], dropping: Bool) -> [[Lemma]] {
        var out: [[Lemma]] = [[]]
        for element in elements {
            let (words, optional): ([String], Bool)
            switch element {
            case .word(let w): (words, optional) = (w, false)
            case .optionalWord(let w): (words, optional) = (w, true)
            case .slot, .negation, .part: continue
            }
            var next = optional ? out : []
            for word in words {
                let lemma = lexicon.lemma(word)
                if dropping, copulas.contains(lemma) {
                    next += out
                    continue
                }
                next += out.map { $0 + [lemma] }
            }
            out = next
        }
        return out
    }
}
