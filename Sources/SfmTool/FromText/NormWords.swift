import SfmSyntax
import SfmTerms

/// By which words a regulation forbids, permits and obliges, and which of its words a rule can do without. Closed lists: a sentence that has
/// anything else is not plain.
enum NormWords {
    enum Norm: Equatable {
        case forbid, permit, oblige
    }

    struct Phrase {
        let words: [String]
        let norm: Norm
        /// As the language says it behind the doer, and before the act where nobody is named.
        let rule: String
        /// Whether the doer stands in the dative: «ученикам запрещается».
        let isImpersonal: Bool

        fileprivate init(_ phrase: String, _ norm: Norm, _ rule: String, isImpersonal: Bool = false) {
            (words, self.norm, self.rule, self.isImpersonal) = (phrase.split(separator: " ").map(String.init), norm, rule, isImpersonal)
        }
    }

    static let russian: [Phrase] =
        ["запрещается", "запрещено", "не допускается", "не разрешается", "нельзя"].map { Phrase($0, .forbid, "запрещено", isImpersonal: true) }
        + ["разрешается", "разрешено", "допускается"].map { Phrase($0, .permit, "разрешено", isImpersonal: true) }
        + ["не вправе", "не имеет права", "не имеют права"].map { Phrase($0, .forbid, "не вправе") }
        + ["вправе", "имеет право", "имеют право", "может", "могут"].map { Phrase($0, .permit, "вправе") }
        + ["обязан", "обязана", "обязано", "обязаны", "должен", "должна", "должно", "должны"].map { Phrase($0, .oblige, $0) }

    static let english: [Phrase] =
        [
            "must not", "shall not", "may not", "is not allowed to", "are not allowed to", "is not permitted to", "are not permitted to", "is forbidden to",
            "are forbidden to",
        ].map { Phrase($0, .forbid, "forbid") }
        + ["it is forbidden to", "it is prohibited to", "it is not allowed to", "it is not permitted to"].map {
            Phrase($0, .forbid, "forbid", isImpersonal: true)
        }
        + [
            "may", "is allowed to", "are allowed to", "is permitted to", "are permitted to", "is entitled to", "are entitled to", "has the right to",
            "have the right to",
        ].map { Phrase($0, .permit, "permit") }
        + ["must", "shall", "is obliged to", "are obliged to", "is required to", "are required to"].map { Phrase($0, .oblige, "oblige") }

    static func phrases(_ language: Language) -> [Phrase] { language(english, russian) }

    /// Words that turn or limit what a sentence says. Where one of them stands beside the norm it is not plain, whatever else is read.
    static let limiting: Set<String> = [
        "не", "ни", "нет", "без", "только", "лишь", "исключительно", "обычно", "вправе", "право", "права", "запрет", "разрешение", "обязанность", "лицо",
        "лица",
        "лицу", "лицом", "лице", "лицам", "лицами", "лицах", "его", "ее", "их", "этот", "этого", "этому", "никто", "никому", "либо", "иной",
        "иные", "иных", "прочие", "прочих", "другие", "других", "некоторые", "некоторым", "отдельные", "отдельным",
        "not", "no", "nor", "never", "only", "solely", "just", "merely", "unless", "until", "but", "normally", "target", "actor", "author", "nobody",
        "none", "neither", "others", "other", "some", "certain", "without",
    ]

    /// Beside these «не» is part of a measure: «не позднее 3 дней», «не более 10 раз».
    static let measures: Set<String> = ["позднее", "более", "больше", "менее", "меньше", "реже"]

    /// How a part begins that limits the whole list that it stands in.
    static let limits = [
        "кроме", "за исключением", "исключ", "если", "только", "при условии", "однако", "except", "unless", "if ", "only", "provided", "however",
    ]

    /// Whether a text says of another clause that it does not hold.
    static func takesBack(_ text: String) -> Bool {
        let text = folded(text)
        return ["не примен", "не распростран", "не касает", "кроме", "исключен", "except", "not apply", "unless"].contains(where: text.contains)
    }

    static let clauses: Set<String> = ["пункт", "пункта", "пункту", "пункте", "пунктом", "пункты", "пунктов", "п.", "clause", "clauses", "rule"]

    /// What may stand beside the doer and says nothing that the language does not say anyway: it has one school.
    static let ofSchool: Set<String> = [
        "школы", "лицея", "гимназии", "техникума", "колледжа", "учреждения", "организации", "образовательной организации", "образовательного учреждения",
        "of school",
    ]

    static let fillers: Set<String> = ["категорически", "строго", "также", "тоже", "also", "strictly", "hereby"]
    /// Before the doer, where it is no duty: a prohibition for all students is one for students.
    static let wholes: Set<String> = ["все", "всем", "all"]
    static let each: Set<String> = ["каждый", "каждая", "каждому", "каждой", "each", "every"]

    /// A word as it is compared.
    static func folded(_ word: some StringProtocol) -> String { word.lowercased().replacing("ё", with: "е") }

    /// Whether a text has the words of a norm anywhere.
    static func hasNorm(_ text: String) -> Bool {
        let words = folded(text).split(whereSeparator: { !$0.isLetter }).map(String.init)
        let first = Set(words)
        return (russian + english).contains { phrase in
            guard phrase.words.allSatisfy(first.contains) else { return false }
            return words.indices.contains { words[$0...].starts(with: phrase.words) }
        }
    }

    /// Whether a heading says what its clauses are about, and not when or where they hold.
    static func isNeutral(_ heading: String) -> Bool {
        let first = folded(heading.prefix(40)).split(whereSeparator: { !$0.isLetter }).first.map(String.init) ?? ""
        return !bounds.contains(first) && heading.split(separator: " ").count <= 16
    }

    private static let bounds: Set<String> = [
        "в", "во", "на", "при", "если", "когда", "после", "до", "с", "со", "по", "для", "кроме", "за", "из", "перед", "между", "среди", "без", "прежде", "пока",
        "вне",
        "in", "on", "at", "if", "when", "while", "during", "after", "before", "for", "except", "until", "unless", "outside", "within", "under", "where", "from",
    ]

    /// «Что можно и чего нельзя» says neither.
    private static let questions: Set<String> = ["что", "чего", "кто", "кому", "как", "какие", "когда", "what", "who", "how", "when"]

    /// Whether a text says what is below it rather than anything itself: a few words without an end and without a norm.
    static func isHeading(_ text: String) -> Bool {
        guard text.utf8.count <= 240, !text.isEmpty else { return false }
        let words = text.split(separator: " ").count
        if OutlineReader.isFinished(text), text.last != ".", text.last.map({ $0.isLetter || $0.isNumber || "»”\")".contains($0) }) != true { return false }
        let asks = folded(text.prefix(20)).split(separator: " ").first.map { questions.contains(String($0)) } ?? false
        return words <= (text.hasSuffix(".") ? 3 : 12) && (asks || !hasNorm(text))
    }
}
