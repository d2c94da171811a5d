import SfmTerms

/// How an act or a fact is written: what its file declares and the grammar is built from.
public struct Forms: Sendable {
    /// The stable English name in JSON, in `help` and in the reference.
    public let id: String
    /// Templates; the first is canonical.
    public let english: [String]
    public let russian: [String]
    /// Heads for rules where they differ from the script's: the infinitive without slots, imperfective first in Russian.
    public let ruleEnglish: [String]
    public let ruleRussian: [String]
    /// Whether the target is the doer (marked S in the vocabulary).
    public let doerIsTarget: Bool
    /// Whether it begins with the word of a policy that names it, and with nothing else.
    public let isOwn: Bool
    /// Whether rules know it by their own heads alone, as its form begins like that of another act.
    public let isRuledApart: Bool
    /// The role of which the second template is the usual one.
    public let secondFor: Role?

    public init(
        _ id: String, en english: [String], ru russian: [String], ruleEn: [String] = [], ruleRu: [String] = [], doer: Bool = false, secondFor: Role? = nil,
        own isOwn: Bool = false, ruledApart isRuledApart: Bool = false
    ) {
        self.id = id
        self.english = english
        self.russian = russian
        ruleEnglish = ruleEn
        ruleRussian = ruleRu
        doerIsTarget = doer
        (self.isOwn, self.isRuledApart) = (isOwn, isRuledApart)
        self.secondFor = secondFor
    }
}
