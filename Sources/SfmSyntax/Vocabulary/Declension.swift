/// What the endings of a Russian noun that names a role say about its case.
public enum Declension {
    public enum Reading: Sendable {
        case no
        /// Of several people in the dative, of one in the instrumental: «обучающимся», «посторонним».
        case orInstrumental
        /// «Администрации», «посторонней».
        case orGenitive
        case certain
    }

    /// Whether a role stands in the dative; of several words the noun decides: «классным руководителям», «члену родительского актива».
    public static func dative(_ words: [String]) -> Reading {
        guard let first = words.first?.lowercased() else { return .no }
        guard words.count > 1, ends(first, adjective) || ends(first, instrumentalAdjective) else { return noun(first) }
        return noun(words[1].lowercased())
    }

    /// Whether a role stands in the genitive plural: «родителей», «классных руководителей», «обучающихся»; «учителя» is one person.
    static func isGenitivePlural(_ words: [String]) -> Bool {
        guard let first = words.first?.lowercased() else { return false }
        return ends(first, ["ов", "ев", "ей", "ых", "их", "ихся", "ниц", "ток"]) && !first.hasSuffix("ней")
    }

    private static func noun(_ word: String) -> Reading {
        if ends(word, accusative) || word == "любой" { return .no }
        if ends(word, adjective) && !ends(word, genitivePlural) { return ends(word, ["ому", "ему", "емуся"]) ? .certain : .orGenitive }
        if ends(word, instrumentalAdjective) || word == "всем" { return .orInstrumental }
        if word.hasSuffix("ции") { return .orGenitive }
        return ends(word, dative) ? .certain : .no
    }

    private static func ends(_ word: String, _ endings: [String]) -> Bool { endings.contains { word.hasSuffix($0) } }

    private static let dative = ["у", "ю", "ам", "ям", "ице", "тке"]
    /// Feminine nouns and adjectives that end like a dative: «ученицу», «студентку», «администрацию», «постороннюю».
    private static let accusative = ["ницу", "тку", "ию", "ую", "юю"]
    private static let adjective = ["ому", "ему", "емуся", "ой", "ней", "ейся"]
    /// Of one in the instrumental, of several in the dative.
    private static let instrumentalAdjective = ["ым", "им", "имся"]
    private static let genitivePlural = ["телей"]
}
