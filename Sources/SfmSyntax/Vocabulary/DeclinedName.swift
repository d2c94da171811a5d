/// Which names may be meant by a Russian name in some case: «@диму» is @дима.
public enum DeclinedName {
    /// With «е» for «ё»: the endings of the nominative and those of the other cases.
    private static let endings: [(nominative: String, others: [String])] = [
        ("ая", ["ой", "ую", "ою"]), ("яя", ["ей", "юю"]), ("ий", ["его", "ему", "им", "ем", "ого", "ому", "ия", "ию", "ием", "ии"]),
        ("ый", ["ого", "ому", "ым", "ом"]), ("ой", ["ого", "ому", "ым", "ом"]), ("ова", ["овой", "ову", "овою"]), ("ева", ["евой", "еву"]),
        ("ина", ["иной", "ину", "ины", "ине"]), ("ов", ["ова", "ову", "овым", "ове"]), ("ев", ["ева", "еву", "евым", "еве"]),
        ("ин", ["ина", "ину", "иным", "ине", "ином"]), ("ия", ["ии", "ию", "ией"]), ("ел", ["ла", "лу", "лом", "ле"]),
        ("ек", ["ька", "ьку", "ьком"]), ("а", ["ы", "и", "е", "у", "ой", "ою", "ей"]), ("я", ["и", "е", "ю", "ей", "ею"]),
        ("й", ["я", "ю", "ем", "е"]), ("ь", ["я", "ю", "ем", "е", "и", "ью"]), ("", ["а", "у", "ом", "ем", "е"]),
    ]

    /// Those of the known names of which the word may be a form; more than one where it cannot be told.
    public static func meant(by word: String, among known: [String]) -> [String] {
        let folded = fold(word)
        return known.filter { name in
            let own = fold(name)
            guard own != folded, let last = own.last, last.isLetter, last > "\u{7F}" else { return false }
            return endings.contains { ending in
                guard own.count > ending.nominative.count + 1, own.hasSuffix(ending.nominative) else { return false }
                // A vowel is never merely added to.
                if ending.nominative.isEmpty, "аяйьоеиуыэю".contains(last) { return false }
                let stem = own.dropLast(ending.nominative.count)
                return folded.hasPrefix(stem) && ending.others.contains { folded == stem + $0 }
            }
        }
    }

    private static func fold(_ text: String) -> String { text.lowercased().replacing("ё", with: "е") }
}
