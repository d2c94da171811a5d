import SfmTerms

/// Words of ours as they are set on a page: what belongs together stays on one line. Text from a script is left as it is.
package enum Typography {
    private static let bond = "\u{A0}"

    /// 12 000 in Russian, 12,000 in English; four digits stand as they are.
    static func number(_ n: Int, _ language: Language) -> String {
        let digits = Array(String(n.magnitude))
        guard digits.count > 4 else { return String(n) }
        var out = n < 0 ? "−" : ""
        for (k, digit) in digits.enumerated() {
            if k > 0, (digits.count - k) % 3 == 0 { out += language(",", bond) }
            out.append(digit)
        }
        return out
    }

    /// A number with its noun.
    package static func counted(_ n: Int, _ noun: Plural, _ language: Language) -> String { number(n, language) + bond + noun.noun(n, language) }

    /// A number and the word after it, «п.» and its number, a word and the dash after it.
    package static func bound(_ text: String) -> String {
        let scalars = Array(text.unicodeScalars)
        var out = String.UnicodeScalarView()
        var word = ""
        for (k, c) in scalars.enumerated() {
            guard c == " " else {
                word.unicodeScalars.append(c)
                out.append(c)
                continue
            }
            let next = k + 1 < scalars.count ? scalars[k + 1] : " "
            let isNumber = word.unicodeScalars.last.map(isDigit) ?? false
            let binds = next == "—" || (isNumber && (next == "%" || next.properties.isAlphabetic)) || (binding.contains(word) && isDigit(next))
            out.append(binds ? "\u{A0}" : c)
            word = ""
        }
        return String(out)
    }

    /// A moment of the model's clock on one line.
    static func moment(_ text: String) -> String { text.split(separator: " ").joined(separator: bond) }

    private static let binding: Set<String> = ["п.", "(п.", "прил.", "(прил.", "№", "clause", "(clause", "app.", "(app."]

    private static func isDigit(_ c: Unicode.Scalar) -> Bool { ("0"..."9").contains(c) }
}
