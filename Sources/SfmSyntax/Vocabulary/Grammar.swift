import SfmTerms

/// The whole grammar as tables: made of the vocabulary and the forms of acts and facts when the program is built, then read only.
///
/// Every position of the grammar is a root of one phrase table; a payload says which entry of which table it means.
public final class Grammar: Sendable {
    public let lexicon: Lexicon
    public let phrases: PhraseTable
    public let acts: [Forms]
    public let facts: [Forms]
    /// What conditions may ask.
    public let attributes: [AttributeForms]
    public let roots: Roots
    /// The slots of each act and of each fact.
    public let actParts: [[Part]]
    public let factParts: [[Part]]
    let copulas: LemmaSet
    let articles: LemmaSet
    let negations: LemmaSet
    /// The attributes that phrases are read as; those of «никто не возражает» by the verb.
    public let attributesByPhrase: [AttributeForms.Phrase: AttributeID]
    let attributesOfNobody: [Lemma: AttributeID]
    /// What may follow a question of yes or no without saying anything.
    let flagFillers: LemmaSet
    /// «Прил.» before a clause's number.
    let appendix: Lemma
    /// The act that a line is read as which begins with a word of a policy's own.
    public let ownAct: Int
    /// The facts that a role makes of a person and a person of a role: «@x ученик», «ученик @x».
    let roleFact: Int
    let personFact: Int
    /// What is said of somebody who has a mark: «@x has "…"».
    let markFact: Int
    /// «@x — "дежурный администратор"».
    let holderFact: Int
    /// The words that a table of `examples` can begin with, as `TokenStream.lineWords` has them.
    let examplesWords: UInt64
    let keptLists = Kept<SpellingLists>()
    let keptTexts = Kept<PhraseTexts>()

    /// The positions of the grammar.
    public struct Roots: Sendable {
        public var keywords: PhraseTable.Root = 0
        public var actHeads: PhraseTable.Root = 0
        /// What may follow `@x` as an act: «нарушил правила».
        public var actSubjects: PhraseTable.Root = 0
        /// The heads of acts in rules: infinitives, imperfective and perfective.
        public var ruleHeads: PhraseTable.Root = 0
        public var factHeads: PhraseTable.Root = 0
        public var factSubjects: PhraseTable.Root = 0
        public var roles: PhraseTable.Root = 0
        public var units: PhraseTable.Root = 0
        public var places: PhraseTable.Root = 0
        public var comparisons: PhraseTable.Root = 0
        public var attributes: PhraseTable.Root = 0
        public var mechanisms: PhraseTable.Root = 0
        /// What may be said of a word that is declared.
        public var declarations: PhraseTable.Root = 0
        public var particles: [PhraseTable.Root] = []
        public var choices: [PhraseTable.Root] = []
        public var actLabels: [PhraseTable.Root] = []
        public var factLabels: [PhraseTable.Root] = []
    }

    /// A slot of a form, with whether the canonical template demands it and whether it may stand without a label.
    public struct Part: Sendable {
        public let slot: Slot
        public var required: Bool
        public var positional: Bool
        /// Whether a Russian noun in the instrumental stands for it without a label: «назначить @a модератором».
        public var instrumental = false
    }

    /// The grammar of acts, facts and attributes whose tables were made before, by `GrammarTables.init(acts:facts:attributes:)`.
    public init(acts: [Forms], facts: [Forms], attributes: [AttributeForms], tables: GrammarTables) {
        (self.acts, self.facts, self.attributes) = (acts, facts, attributes)
        (lexicon, phrases) = (Lexicon(tables), PhraseTable(tables))
        roots = Roots(tables.roots, acts: acts.count, facts: facts.count)
        let parts = Part.unpacked(tables.parts)
        (actParts, factParts) = (Array(parts.prefix(acts.count)), Array(parts.dropFirst(acts.count)))
        copulas = LemmaSet(Particle.copulas.map(lexicon.find))
        articles = LemmaSet(Particle.articles.map(lexicon.find))
        negations = LemmaSet(["not", "no", "не", "нет"].map(lexicon.find))
        appendix = lexicon.find("прил.")
        ownAct = acts.firstIndex(where: \.isOwn) ?? -1
        var (byPhrase, ofNobody): ([AttributeForms.Phrase: AttributeID], [Lemma: AttributeID]) = ([:], [:])
        for (index, forms) in attributes.enumerated() {
            switch forms.readAs {
            case .nobody(let verbs)?: for verb in verbs { ofNobody[lexicon.find(verb)] = AttributeID(index) }
            case let phrase?: byPhrase[phrase] = AttributeID(index)
            case nil: break
            }
        }
        (attributesByPhrase, attributesOfNobody) = (byPhrase, ofNobody)
        flagFillers = LemmaSet(AttributeForms.fillers.map(lexicon.find))
        func index(_ id: String) -> Int {
            guard let index = facts.firstIndex(where: { $0.id == id }) else { preconditionFailure("the fact table lacks \(id)") }
            return index
        }
        (roleFact, personFact, markFact, holderFact) = (index("role"), index("person"), index("mark of person"), index("own role"))
        let examples = Keyword.examples.entry
        examplesWords = (examples.en + examples.ru).map(lexicon.find).reduce(0) { $0 | TokenStream.bit($1) }
    }

    /// Whether Russian says whom the act is about in the dative: «сообщить @x».
    func asksToWhom(_ act: Int) -> Bool {
        acts[act].russian.first.map { Template($0).shape.parts.contains { if case .slot(.target, .dative, _)? = $0.slot { true } else { false } } } ?? false
    }

    /// Whether a word of a policy says which of its kind an act is.
    public func namesWord(_ act: Int) -> Bool { actParts[act].contains { $0.slot == .word } }

    public func particle(_ particle: Particle) -> PhraseTable.Root { roots.particles[Int(particle.rawValue)] }
}

/// A few lemmas, looked up at every word: a flag a lemma.
struct LemmaSet: Sendable {
    private var flags: [Bool]

    init(_ lemmas: [Lemma]) {
        flags = Array(repeating: false, count: Int(lemmas.max() ?? 0) + 1)
        for lemma in lemmas { flags[Int(lemma)] = true }
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
