/// A clause's title out of its first sentence: cut where a reader would pause.
enum ShortTitle {
    /// In characters; a sentence that is little longer stands whole.
    static let longest = 64
    private static let shortest = 20

    /// The first sentence, or its beginning and a mark that there is more.
    static func of(_ text: String) -> String {
        let sentence = Sentences.first(of: text).trimmed(of: ".;:,! ")
        guard let whole = sentence.index(sentence.startIndex, offsetBy: longest, limitedBy: sentence.endIndex),
            sentence[whole...].dropFirst(longest / 4).first != nil
        else { return finished(sentence) }
        let head = sentence[..<whole]
        // Before a comma, a bracket or a dash the thought is whole; elsewhere between two words.
        let pauses = head.indices.filter { k in
            let next = head.index(after: k)
            return ",;:".contains(head[k]) || head[k] == " " && next < head.endIndex && "(–—".contains(head[next])
        }
        let cut = pauses.last { head.distance(from: head.startIndex, to: $0) >= longest / 2 }
        var words = head[..<(cut ?? head.lastIndex(of: " ") ?? whole)].split(separator: " ")
        while words.count > 1, let last = words.last, hanging.contains(last.lowercased()) || last.allSatisfy({ !$0.isLetter }) { words.removeLast() }
        return finished(closed(words.joined(separator: " ")).trimmed(of: ".;:,–—- ")) + "…"
    }

    /// With a capital letter, as titles are, and in quotes that close.
    private static func finished(_ text: String) -> String {
        guard let first = text.first, first.isLowercase else { return text }
        return first.uppercased() + text.dropFirst()
    }

    /// Without what opens and is not closed, where enough is left.
    private static func closed(_ text: String) -> String {
        for (opening, closing) in [("(", ")"), ("«", "»"), ("“", "”"), ("[", "]")] {
            guard let start = text.lastIndex(of: Character(opening)), text[start...].contains(Character(closing)) == false else { continue }
            let left = text[..<start]
            return left.count >= shortest ? String(left) : text + closing
        }
        return text
    }

    /// Words that no title ends with.
    private static let hanging: Set<String> = [
        "в", "во", "на", "с", "со", "к", "ко", "о", "об", "от", "до", "из", "у", "и", "а", "но", "или", "либо", "по", "при", "для", "за", "без", "под", "над",
        "через",
        "не", "ни", "что", "чтобы", "если", "как", "также", "том", "числе", "его", "их", "№", "г.", "п.", "ст.", "между", "после", "перед", "который",
        "которые",
        "the", "a", "an", "of", "in", "on", "to", "for", "and", "or", "by", "with", "at", "from", "not", "as", "is", "are", "be", "that", "which", "if",
    ]
}

/// Where one sentence ends and the next begins.
enum Sentences {
    /// Dots behind these end no sentence.
    private static let abbreviations: Set<String> = [
        "г", "гг", "п", "пп", "ст", "ч", "др", "т", "д", "е", "н", "им", "см", "напр", "ул", "руб", "тыс", "стр", "рис", "табл", "прил", "проч",
        "no", "art", "sec", "p", "pp", "mr", "mrs", "ms", "dr", "st", "etc",
    ]

    static func first(of text: String) -> String { all(of: text, most: 1).first ?? "" }

    /// The sentences, with their full stops.
    static func all(of text: String, most: Int = .max) -> [String] {
        var out: [String] = []
        var (start, word) = (text.startIndex, text.startIndex)
        var k = text.startIndex
        while k < text.endIndex, out.count < most {
            let sign = text[k]
            let next = text.index(after: k)
            if ".!?".contains(sign), ends(text, word..<k, sign, next) {
                out.append(String(text[start..<next]).trimmed(of: " "))
                start = next
            }
            if sign == " " || sign == "(" || sign == "«" { word = next }
            k = next
        }
        if out.count < most, start < text.endIndex { out.append(String(text[start...]).trimmed(of: " ")) }
        return out.filter { !$0.isEmpty }
    }

    private static func ends(_ text: String, _ word: Range<String.Index>, _ sign: Character, _ next: String.Index) -> Bool {
        guard next < text.endIndex else { return true }
        guard text[next] == " " else { return false }
        let following = text.index(after: next)
        guard following < text.endIndex, !text[following].isLowercase else { return following == text.endIndex }
        guard sign == "." else { return true }
        let before = text[word].lowercased()
        return before.count > 1 && !abbreviations.contains(before) && !before.contains(".")
    }
}

extension String {
    /// Without such signs at its ends.
    func trimmed(of signs: String) -> String {
        let rest = drop { signs.contains($0) }
        return String(rest.reversed().drop { signs.contains($0) }.reversed())
    }
}
