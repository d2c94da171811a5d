/// An encoding that Russian or English texts come in when they are not in UTF-8.
public enum TextEncoding: CaseIterable, Sendable {
    case windows1251, koi8R, cp866, macCyrillic, iso88595, windows1252
    case utf16LE, utf16BE, utf32LE, utf32BE

    public var name: String {
        switch self {
        case .windows1251: "Windows-1251"
        case .koi8R: "KOI8-R"
        case .cp866: "CP866 (DOS)"
        case .macCyrillic: "Mac Cyrillic"
        case .iso88595: "ISO 8859-5"
        case .windows1252: "Windows-1252"
        case .utf16LE: "UTF-16LE"
        case .utf16BE: "UTF-16BE"
        case .utf32LE: "UTF-32LE"
        case .utf32BE: "UTF-32BE"
        }
    }

    /// What `iconv -f` calls it. Where the text begins with a byte order mark, that says which byte comes first.
    func iconvName(withMark: Bool) -> String {
        switch self {
        case .windows1251: "CP1251"
        case .koi8R: "KOI8-R"
        case .cp866: "CP866"
        case .macCyrillic: "MAC-CYRILLIC"
        case .iso88595: "ISO-8859-5"
        case .windows1252: "CP1252"
        case .utf16LE: withMark ? "UTF-16" : "UTF-16LE"
        case .utf16BE: withMark ? "UTF-16" : "UTF-16BE"
        case .utf32LE: withMark ? "UTF-32" : "UTF-32LE"
        case .utf32BE: withMark ? "UTF-32" : "UTF-32BE"
        }
    }

    /// Bytes of one unit, and whether the lowest comes first.
    fileprivate var unit: (bytes: Int, isLittle: Bool) {
        switch self {
        case .windows1251, .koi8R, .cp866, .macCyrillic, .iso88595, .windows1252: (1, true)
        case .utf16LE: (2, true)
        case .utf16BE: (2, false)
        case .utf32LE: (4, true)
        case .utf32BE: (4, false)
        }
    }

    /// The whole text without its byte order mark; `nil` where some bytes stand for nothing.
    public func text(of bytes: [UInt8]) -> String? {
        var out = String.UnicodeScalarView()
        var isWhole = true
        read(bytes[...]) { scalar in
            guard let scalar, scalar.value != 0xFFFD else {
                isWhole = false
                return false
            }
            if scalar.value != 0xFEFF || !out.isEmpty { out.append(scalar) }
            return true
        }
        return isWhole ? String(out) : nil
    }

    /// Goes through the characters, `nil` for what stands for none, until `visit` wants no more.
    fileprivate func read(_ bytes: ArraySlice<UInt8>, _ visit: (Unicode.Scalar?) -> Bool) {
        if let upperHalf {
            let upper = Array(upperHalf.unicodeScalars)
            for byte in bytes where !visit(byte < 0x80 ? Unicode.Scalar(byte) : upper[Int(byte) - 0x80]) { return }
            return
        }
        let (size, isLittle) = unit
        var i = bytes.startIndex
        func next() -> UInt32? {
            guard i + size <= bytes.endIndex else { return nil }
            defer { i += size }
            return (0..<size).reduce(0) { $0 | UInt32(bytes[i + $1]) << UInt32(8 * (isLittle ? $1 : size - 1 - $1)) }
        }
        while i < bytes.endIndex {
            guard let first = next() else {
                _ = visit(nil)
                return
            }
            var value = first
            if size == 2, (0xD800..<0xDC00).contains(first) {
                guard let second = next(), (0xDC00..<0xE000).contains(second) else {
                    _ = visit(nil)
                    return
                }
                value = 0x10000 + (first & 0x3FF) << 10 + second & 0x3FF
            }
            guard visit(Unicode.Scalar(value)) else { return }
        }
    }
}

extension TextEncoding {
    /// What a text is in that is not in UTF-8.
    public struct Guess: Sendable {
        /// The likeliest first; several where it is not certain. Never empty.
        public let candidates: [TextEncoding]
        /// Whether a byte order mark says it.
        let hasMark: Bool
        /// Whether it is beyond doubt, and the whole text can be converted.
        public let isCertain: Bool
    }

    /// A text in UTF-8, where what it is in is beyond doubt; `nil` where it is in UTF-8 already, or in nobody knows what.
    public static func converted(_ bytes: [UInt8]) -> (text: String, from: TextEncoding)? {
        guard let guess = guess(bytes), guess.isCertain, let text = guess.candidates[0].text(of: bytes) else { return nil }
        return (text, guess.candidates[0])
    }

    /// The bytes of the text in UTF-8, as far as is known; for a look at what it is about, not for a file.
    public static func readable(_ bytes: [UInt8]) -> [UInt8] {
        var head = Array(bytes.prefix(lookedAt))
        // A character that was cut in two tells nothing.
        for _ in 0..<3 where head.count > lookedAt - 3 && bytes.count > lookedAt && head.last.map({ $0 >= 0x80 }) == true { head.removeLast() }
        guard let guess = guess(head) else { return bytes }
        return Array(guess.candidates[0].beginning(of: head[...]).utf8)
    }

    /// A piece of a text for people to look at; what stands for nothing is U+FFFD.
    func beginning(of bytes: ArraySlice<UInt8>) -> String {
        var out = String.UnicodeScalarView()
        read(bytes) { scalar in
            if scalar?.value != 0xFEFF || !out.isEmpty { out.append(scalar ?? "\u{FFFD}") }
            return true
        }
        return String(out)
    }

    private static let lookedAt = 2048

    /// What the letters of a text tell of its encoding; `nil` for UTF-8 and for what is no text.
    public static func guess(_ bytes: [UInt8]) -> Guess? {
        if let marked = marked(bytes) { return marked }
        guard let firstOdd = odd(bytes) else { return nil }
        // Near the first place where it shows: a long text tells nothing more.
        let window = bytes[max(0, (firstOdd.place - longest / 4) & ~3)...].prefix(longest)
        return wide(bytes, window) ?? (firstOdd.isUTF8 ? nil : narrow(bytes, window))
    }

    /// The first byte that is no UTF-8, or no sign of any text.
    static func firstBroken(_ bytes: [UInt8]) -> Int? { odd(bytes)?.place }

    /// The first byte that is no UTF-8; in UTF-8 the first control character that no text has: what has two bytes a letter may be made of
    /// such (capital letters of the Russian alphabet are) and of ASCII.
    private static func odd(_ bytes: [UInt8]) -> (place: Int, isUTF8: Bool)? {
        bytes.withUnsafeBufferPointer { bytes in
            var (i, firstControl) = (0, Int?.none)
            while i < bytes.count {
                // Most of a text is in signs of one byte, the rest in Russian letters.
                if i + 8 <= bytes.count {
                    let plain = ByteLanes.plain(ByteLanes.load(bytes, i))
                    i += plain
                    if plain == 8 { continue }
                    if bytes[i] & 0xFE == 0xD0, i + 1 < bytes.count, bytes[i + 1] & 0xC0 == 0x80 {
                        i += 2
                        continue
                    }
                }
                guard let (value, length) = Scalars.decode(bytes, i) else { return (i, false) }
                if value < 0x20, Scalars.isForbidden(value) { firstControl = firstControl ?? i }
                i += length
            }
            return firstControl.map { ($0, true) }
        }
    }

    private static let longest = 65_536

    private static func marked(_ bytes: [UInt8]) -> Guess? {
        let found: TextEncoding
        if bytes.starts(with: [0xFF, 0xFE, 0, 0]), bytes.count % 4 == 0 {
            found = .utf32LE
        } else if bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
            found = .utf32BE
        } else if bytes.starts(with: [0xFF, 0xFE]) {
            found = .utf16LE
        } else if bytes.starts(with: [0xFE, 0xFF]) {
            found = .utf16BE
        } else {
            return nil
        }
        // A mark alone is no text: other files may begin with these bytes.
        guard share(of: found, bytes.prefix(longest)) > (bytes.count > 4 ? 0.5 : -1) else { return nil }
        return Guess(candidates: [found], hasMark: true, isCertain: found.text(of: bytes) != nil)
    }

    // MARK: - Units of two and four bytes

    /// Without a mark: as one of them it reads as text, as none of the others.
    private static func wide(_ bytes: [UInt8], _ window: ArraySlice<UInt8>) -> Guess? {
        let shares = [TextEncoding.utf32LE, .utf32BE, .utf16LE, .utf16BE].map { (encoding: $0, share: share(of: $0, window)) }
        guard let best = shares.max(by: { $0.share < $1.share }), best.share >= 0.9 else { return nil }
        let isLong = window.count >= 4 * best.encoding.unit.bytes
        let isCertain = isLong && shares.allSatisfy { $0.encoding == best.encoding || $0.share <= 0.5 }
        return Guess(candidates: [best.encoding], hasMark: false, isCertain: isCertain && best.encoding.text(of: bytes) != nil)
    }

    /// How many of the characters are such as Russian and English texts are made of, from 0 to 1. A unit cut off at the end is passed over.
    private static func share(of encoding: TextEncoding, _ bytes: ArraySlice<UInt8>) -> Double {
        let whole = bytes.dropLast(bytes.count % encoding.unit.bytes)
        var (usual, all) = (0, 0)
        encoding.read(whole) { scalar in
            all += 1
            if let v = scalar?.value, isUsual(v) { usual += 1 }
            return true
        }
        return all == 0 ? 0 : Double(usual) / Double(all)
    }

    private static func isUsual(_ v: UInt32) -> Bool {
        (0x20..<0x7F).contains(v) || (0x09...0x0D).contains(v) || (0x400..<0x460).contains(v) || v == 0xFEFF || isTypographic(v)
    }

    // MARK: - A byte a letter

    /// By which pairs of letters the bytes would be in each of the encodings, beside such signs as texts are full of and such as they have
    /// not; the cost is in quarters of a natural logarithm.
    private static func narrow(_ bytes: [UInt8], _ window: ArraySlice<UInt8>) -> Guess? {
        // Texts hold no such control characters; pictures and archives do.
        guard !window.contains(where: { $0 < 0x09 || ($0 > 0x0D && $0 < 0x1B) }), !isDamagedUTF8(window) else { return nil }
        let high = window.count { $0 >= 0x80 }
        guard high > 0 else { return nil }
        let costs = allCases.compactMap { encoding in Cost(window, encoding).total.map { (encoding: encoding, cost: $0) } }
            .enumerated().sorted { ($0.element.cost, $0.offset) < ($1.element.cost, $1.offset) }.map(\.element)
        guard let best = costs.first, best.cost <= mostForByte * high + slack else { return nil }
        let reading = best.encoding.text(of: bytes)
        // What reads the same is the same, whatever it is called.
        let others = costs.dropFirst().filter { $0.cost - best.cost < margin && (reading == nil || $0.encoding.text(of: bytes) != reading) }
        let isCertain = others.isEmpty && reading.map(isPlainText) == true
        return Guess(candidates: [best.encoding] + others.map(\.encoding), hasMark: false, isCertain: isCertain)
    }

    /// Whether a reading has letters enough for it, and beside ASCII nothing but the letters of one alphabet and typographic signs: a frame
    /// within a word, or a letter here and there, is what a text looks like that is in something else.
    private static func isPlainText(_ text: String) -> Bool {
        var (russian, latin) = (0, 0)
        for v in text.unicodeScalars.lazy.map(\.value) where v >= 0x80 {
            switch v {
            case 0x401, 0x451, 0x410...0x44F: russian += 1
            case 0xC0...0xFF: latin += 1
            default: if !isTypographic(v) { return false }
            }
        }
        return russian >= fewestLetters && latin == 0 || russian == 0 && latin > 0
    }

    private static let fewestLetters = 6

    /// Ten natural logarithms: one in twenty thousand.
    private static let margin = 40
    /// What no Russian text costs for a letter, and what a short one may cost besides.
    private static let mostForByte = 20
    private static let slack = 160

    /// Whether most of what is not ASCII is UTF-8 all the same: then some bytes of it were lost.
    private static func isDamagedUTF8(_ window: ArraySlice<UInt8>) -> Bool {
        window.withUnsafeBufferPointer { bytes in
            var (i, whole, broken) = (0, 0, 0)
            while i < bytes.count {
                if bytes[i] < 0x80 {
                    i += 1
                } else if let (value, length) = Scalars.decode(bytes, i) {
                    // By accident bytes of another encoding may be some rare character.
                    if (0xA0..<0x100).contains(value) || (0x400..<0x460).contains(value) || isTypographic(value) { whole += length } else { broken += 1 }
                    i += length
                } else {
                    broken += 1
                    i += 1
                }
            }
            return whole > broken
        }
    }

    fileprivate static func isTypographic(_ v: UInt32) -> Bool {
        switch v {
        case 0xA0, 0xA7, 0xAB, 0xB0, 0xBB, 0xD7, 0x2013, 0x2014, 0x2018, 0x2019, 0x201C...0x201E, 0x2022, 0x2026, 0x2116: true
        default: false
        }
    }
}

/// What a text costs when it is read in an encoding.
private struct Cost {
    /// `nil` where some bytes stand for nothing in it.
    private(set) var total: Int? = 0

    private enum Kind { case edge, latin, accented, russian }

    init(_ bytes: ArraySlice<UInt8>, _ encoding: TextEncoding) {
        guard encoding.upperHalf != nil else {
            total = nil
            return
        }
        var (sum, before, kind, wasCapital, isWhole) = (0, LetterPairs.edge, Kind.edge, false, true)
        encoding.read(bytes) { scalar in
            guard let scalar, scalar.value != 0xFFFD else {
                isWhole = false
                return false
            }
            let v = scalar.value
            let letter = LetterPairs.number(v)
            sum += LetterPairs.cost(before, letter)
            let (next, sign) = Self.kind(of: v, isRussian: letter != LetterPairs.edge)
            sum += sign
            if next == .accented { sum += kind == .latin ? 16 : 36 }
            // Within a word letters of one alphabet, and a capital where it begins or all along.
            if next == .russian, kind == .latin || kind == .accented { sum += 24 }
            if kind == .russian, next == .latin || next == .accented { sum += 24 }
            let isCapital = next == .russian && (v < 0x430)
            if isCapital { sum += kind != .russian ? 4 : wasCapital ? 6 : 24 }
            (before, kind, wasCapital) = (letter, next, isCapital)
            return true
        }
        total = isWhole ? sum + LetterPairs.cost(before, LetterPairs.edge) : nil
    }

    /// What a character is to the letters beside it, and what it costs by itself.
    private static func kind(of v: UInt32, isRussian: Bool) -> (Kind, Int) {
        if isRussian { return (.russian, 0) }
        if v < 0x80 { return ((v | 0x20) >= 0x61 && (v | 0x20) <= 0x7A ? .latin : .edge, 0) }
        if TextEncoding.isTypographic(v) { return (.edge, 24) }
        let isAccented = (0xC0..<0x250).contains(v) && v != 0xD7 && v != 0xF7
        return isAccented ? (.accented, 0) : (.edge, 48)
    }
}
