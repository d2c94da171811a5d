import SfmTerms

/// How an act or a fact is written: what its file declares and the grammar is built from.
package struct Forms: Sendable {
    /// The stable English name in JSON, in `help` and in the reference.
    package let id: String
    /// Templates; the first is canonical.
    package let english: [String]
    package let russian: [String]
    /// Heads for rules where they differ from the script's: the infinitive without slots, imperfective first in Russian.
    package let ruleEnglish: [String]
    package let ruleRussian: [String]
    /// Whether the target is the doer (marked S in the vocabulary).
    package let doerIsTarget: Bool

    package init(
        _ id: String, en english: [String], ru russian: [String], ruleEn: [String] = [], ruleRu: [String] = [], doer: Bool = false
    ) {
        self.id = id
        self.english = english
        self.russian = russian
        ruleEnglish = ruleEn
        ruleRussian = ruleRu
        doerIsTarget = doer
    }
}
