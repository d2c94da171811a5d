/// What a line of a regulation begins with.
enum LineMarker: Equatable {
    /// «Раздел 2», `II.`: what stands below it belongs together, with the name that tells its clauses from those of other sections.
    case section(String)
    /// «Приложение 1»; without a number it is the next one.
    case appendix(Int?)
    /// «Статья 2», which is a section where it has clauses of its own, with the name of that.
    case article(Int, label: String)
    /// `3.1.`; whether a full stop or a bracket closes it, and whether what follows begins as a sentence does.
    case number([Int], isClosed: Bool, begins: Bool)
    /// `2)`
    case bracketed(Int)
    /// `а)`
    case letter(String)
    /// A dash or a bullet.
    case bullet(Unicode.Scalar)

    /// The marker at the beginning of a line and what stands behind it.
    static func split(_ line: String) -> (marker: LineMarker, rest: String)? {
        var head = Head(line)
        guard let marker = head.marker() else { return nil }
        return (marker, head.rest)
    }
}

/// The first characters of a line: no marker is longer.
private struct Head {
    private let line: String
    private let signs: [Unicode.Scalar]
    private var i = 0

    init(_ line: String) {
        self.line = line
        signs = Array(line.unicodeScalars.prefix(80))
    }

    var rest: String { String(String.UnicodeScalarView(line.unicodeScalars.dropFirst(i).drop { $0 == " " })) }

    private func sign(_ k: Int = 0) -> Unicode.Scalar? { i + k < signs.count ? signs[i + k] : nil }

    private var isAtEnd: Bool { i >= signs.count }

    mutating func marker() -> LineMarker? {
        bullet() ?? named() ?? roman() ?? bareNumber() ?? bracketed() ?? letter()
    }

    // MARK: - Bullets

    private static let dashes: Set<Unicode.Scalar> = ["-", "–", "—", "−", "‒", "―", "‐", "‑", "⁃"]
    private static let bullets: Set<Unicode.Scalar> = ["•", "·", "●", "○", "▪", "■", "□", "◦", "‣", "∙", "⇒", "→", "►", "➢", "✓", "✔", "*", "▫", "❖"]

    private mutating func bullet() -> LineMarker? {
        guard let first = sign() else { return nil }
        if Self.bullets.contains(first), first != "*" || sign(1) == " " {
            i += 1
            return .bullet(first)
        }
        guard Self.dashes.contains(first), let next = sign(1), next == " " || next.properties.isAlphabetic else { return nil }
        i += 1
        return .bullet("-")
    }

    // MARK: - Words with a number

    private static let sections = ["раздел", "глава", "часть", "section", "chapter", "part"]
    private static let clauses = ["п.", "пп.", "п", "пункт", "статья", "ст.", "clause", "article", "§"]
    private static let articles = ["статья", "article"]
    private static let appendices = ["приложение", "appendix", "annex"]

    /// «Раздел 2.», «п. 3.2», «Приложение № 1».
    private mutating func named() -> LineMarker? {
        let start = i
        let word = String(String.UnicodeScalarView(signs.prefix { $0 != " " && !("0"..."9").contains($0) })).lowercased()
        i = word.unicodeScalars.count
        skipSpaces()
        if Self.appendices.contains(word), let found = appendix() { return found }
        if Self.sections.contains(word), let found = section(word) { return found }
        if Self.clauses.contains(word), case .number(let number, _, true)? = number() {
            if Self.articles.contains(word), number.count == 1 { return .article(number[0], label: word + String(number[0])) }
            return .number(number, isClosed: true, begins: true)
        }
        i = start
        return nil
    }

    private mutating func section(_ word: String) -> LineMarker? {
        let start = i
        let digits = takeDigits()
        let roman = digits == nil ? takeRoman() : nil
        guard let label = digits.map({ word + String($0) }) ?? roman, isAtEnd || sign() == "." || sign() == ":" || sign() == " " else {
            i = start
            return nil
        }
        if sign() == "." || sign() == ":" { i += 1 }
        guard begins else {
            i = start
            return nil
        }
        return .section(label)
    }

    private mutating func appendix() -> LineMarker? {
        let start = i
        for word in ["№", "N", "No."] where signs[i...].starts(with: word.unicodeScalars) {
            i += word.unicodeScalars.count
            break
        }
        skipSpaces()
        let number = takeDigits()
        if number != nil, sign() == "." { i += 1 }
        let rest = rest
        let isHead = rest.isEmpty || begins || ["к ", "to "].contains(where: rest.hasPrefix)
        if isHead, number != nil || rest.isEmpty || !begins { return .appendix(number) }
        i = start
        return nil
    }

    // MARK: - Numbers

    /// Whether a sentence or nothing at all stands here.
    private var begins: Bool {
        var k = i
        while k < signs.count, signs[k] == " " { k += 1 }
        guard k < signs.count else { return true }
        return signs[k].properties.isUppercase || ["«", "“", "\"", "„", "("].contains(signs[k])
    }

    private mutating func bareNumber() -> LineMarker? {
        let start = i
        if let found = number() { return found }
        i = start
        return nil
    }

    /// `3`, `3.1`, `3.1.`, `3.1)`; no date, no time and no amount.
    mutating func number() -> LineMarker? {
        var parts: [Int] = []
        while let part = takeDigits() {
            parts.append(part)
            guard sign() == ".", let next = sign(1), ("0"..."9").contains(next), parts.count < 8 else { break }
            i += 1
        }
        // What has four digits in a row of numbers is a year.
        guard !parts.isEmpty, parts.count == 1 || parts.allSatisfy({ $0 < 1000 }) else { return nil }
        let isClosed = sign() == "." || parts.count > 1 && sign() == ")"
        if isClosed { i += 1 }
        guard isAtEnd || sign() == " " || isClosed && sign()?.properties.isAlphabetic == true else { return nil }
        // «1.9.24 г.»
        if parts.count == 3, parts[0] <= 31, parts[1] <= 12, parts[2] > 12, rest.hasPrefix("г") { return nil }
        return .number(parts, isClosed: isClosed, begins: begins)
    }

    private mutating func bracketed() -> LineMarker? {
        let start = i
        if sign() == "(" { i += 1 }
        if let number = takeDigits(), number < 200, sign() == ")" {
            i += 1
            return .bracketed(number)
        }
        i = start
        return nil
    }

    private mutating func letter() -> LineMarker? {
        let opens = sign() == "(" ? 1 : 0
        guard let letter = sign(opens), letter.properties.isAlphabetic, sign(opens + 1) == ")" else { return nil }
        i += opens + 2
        return .letter(String(letter).lowercased())
    }

    /// `II.` and, in capitals, «II ОБЩИЕ ПОЛОЖЕНИЯ»; typed in either alphabet.
    private mutating func roman() -> LineMarker? {
        let start = i
        if let label = takeRoman() {
            let isClosed = sign() == "."
            if isClosed { i += 1 }
            let isLoud = rest == rest.uppercased() && rest.unicodeScalars.count > 3
            if isClosed || sign() == " ", begins, isClosed || isLoud { return .section(label) }
        }
        i = start
        return nil
    }

    private mutating func takeRoman() -> String? {
        var out = ""
        var k = i
        while k < signs.count, let digit = Self.romans[signs[k]], out.count < 7 {
            out += digit
            k += 1
        }
        guard !out.isEmpty, k == signs.count || signs[k] == "." || signs[k] == " " || signs[k] == ":" else { return nil }
        i = k
        return out
    }

    private static let romans: [Unicode.Scalar: String] = ["I": "I", "V": "V", "X": "X", "L": "L", "І": "I", "Х": "X"]

    /// Up to six digits, the first of which is no nought.
    private mutating func takeDigits() -> Int? {
        var k = i
        var value = 0
        while k < signs.count, let digit = Int(String(signs[k])), ("0"..."9").contains(signs[k]) {
            value = value * 10 + digit
            k += 1
            if k - i > 6 { return nil }
        }
        guard k > i, signs[i] != "0" else { return nil }
        i = k
        return value
    }

    private mutating func skipSpaces() { while sign() == " " { i += 1 } }
}
