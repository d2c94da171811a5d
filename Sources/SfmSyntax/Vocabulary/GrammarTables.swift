/// A grammar as plain numbers, which the compiler lays into the program: starting it pays for no word of the vocabulary.
public struct GrammarTables: Sendable, Equatable {
    /// The table of words and the text of their forms, as `Lexicon` has them.
    public let words: [UInt64]
    public let text: [UInt64]
    public let canonical: [UInt32]
    /// The edges, nodes and payloads of `PhraseTable`.
    public let edges: [UInt64]
    public let first: [UInt16]
    public let payloads: [UInt32]
    /// The positions of the grammar in the order of `Grammar.Roots`.
    public let roots: [Int32]
    /// The parts of every act and then of every fact: their number, then each one packed.
    public let parts: [UInt16]

    public init(
        words: [UInt64], text: [UInt64], canonical: [UInt32], edges: [UInt64], first: [UInt16], payloads: [UInt32], roots: [Int32], parts: [UInt16]
    ) {
        (self.words, self.text, self.canonical) = (words, text, canonical)
        (self.edges, self.first, self.payloads) = (edges, first, payloads)
        (self.roots, self.parts) = (roots, parts)
    }

    /// Makes the tables of the vocabulary and of the forms.
    public init(acts: [Forms], facts: [Forms], attributes: [AttributeForms]) {
        var builder = GrammarBuilder()
        builder.addVocabulary(attributes)
        for (index, forms) in acts.enumerated() { builder.addAct(forms, Int32(index)) }
        for (index, forms) in facts.enumerated() { builder.addFact(forms, Int32(index)) }
        let (lexicon, phrases) = (builder.lexicon, builder.phrases)
        self.init(
            words: lexicon.table, text: lexicon.text, canonical: lexicon.canonical, edges: phrases.edges, first: phrases.first,
            payloads: phrases.payloads, roots: builder.roots.packed, parts: Grammar.Part.packed(builder.actParts + builder.factParts))
    }
}

extension Grammar.Roots {
    var packed: [Int32] {
        [
            keywords, actHeads, actSubjects, ruleHeads, factHeads, factSubjects, roles, units, places, comparisons, attributes, mechanisms,
            declarations,
        ]
            + particles + choices + actLabels + factLabels
    }

    init(_ packed: [Int32], acts: Int, facts: Int) {
        (keywords, actHeads, actSubjects, ruleHeads) = (packed[0], packed[1], packed[2], packed[3])
        (factHeads, factSubjects, roles, units) = (packed[4], packed[5], packed[6], packed[7])
        (places, comparisons, attributes, mechanisms) = (packed[8], packed[9], packed[10], packed[11])
        declarations = packed[12]
        var rest = packed[13...]
        func take(_ count: Int) -> [Int32] {
            defer { rest = rest.dropFirst(count) }
            return Array(rest.prefix(count))
        }
        (particles, choices) = (take(Particle.allCases.count), take(Slot.allCases.count))
        (actLabels, factLabels) = (take(acts), take(facts))
    }
}

extension Grammar.Part {
    static func packed(_ lists: [[Grammar.Part]]) -> [UInt16] {
        lists.flatMap { parts in [UInt16(parts.count)] + parts.map(\.packed) }
    }

    private var packed: UInt16 {
        let flags: UInt16 = (required ? 1 : 0) | (positional ? 2 : 0) | (instrumental ? 4 : 0)
        return UInt16(slot.rawValue) | flags << 8
    }

    static func unpacked(_ packed: [UInt16]) -> [[Grammar.Part]] {
        var out: [[Grammar.Part]] = []
        var at = 0
        while at < packed.count {
            let end = at + 1 + Int(packed[at])
            out.append(packed[(at + 1)..<end].map(Grammar.Part.init(packed:)))
            at = end
        }
        return out
    }

    private init(packed: UInt16) {
        guard let slot = Slot(rawValue: UInt8(truncatingIfNeeded: packed)) else { preconditionFailure("the tables name an unknown slot") }
        let flags = packed >> 8
        self.init(slot: slot, required: flags & 1 != 0, positional: flags & 2 != 0, instrumental: flags & 4 != 0)
    }
}
