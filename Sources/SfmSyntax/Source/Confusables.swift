import SfmTerms

/// What a name looks like: names with the same skeleton cannot be told apart on a screen (after Unicode TR39).
public enum Confusables {
    /// Letters by what they look like: short lists, as a dictionary of a type that nothing else needs costs more to set up.
    private struct Twins {
        private(set) var all: [(from: Unicode.Scalar, to: Unicode.Scalar)] = []

        mutating func add(_ from: Unicode.Scalar, _ to: Unicode.Scalar) { if from != to { all.append((from, to)) } }

        /// What is said last counts.
        subscript(_ scalar: Unicode.Scalar) -> Unicode.Scalar? { all.last { $0.from == scalar }?.to }
    }

    /// Latin and Greek letters by the Russian (or nearest Cyrillic) letter that they look like.
    private static let lookAlikes: Twins = {
        var twins = Twins()
        var russian = "АаВСсЕеНКкМОоРрТХхУуІіЈјЅѕԁһЁёАВЕНІКМNОРТУХаорГПФ".unicodeScalars.makeIterator()
        for from in "AaBCcEeHKkMOoPpTXxYyIiJjSsdhËëΑΒΕΗΙΚΜΝΟΡΤΥΧαορΓΠΦ".unicodeScalars {
            if let to = russian.next() { twins.add(from, to) }
        }
        return twins
    }()

    /// What stands for a picture in skeletons besides letters that are twins in writing words: digits, signs, spaces.
    private static let pictures: Twins = {
        var twins = lookAlikes
        // The first of each is the picture of the others.
        for group in [
            "О0ОO", "І1lI|ІӀӏ", "З3", "б6", "Ьb", "гr", "пnπ", "vѵν", "wԝ", "qԛ", "-\u{2010}\u{2011}\u{2012}\u{2013}\u{2212}",
            "'\u{2018}\u{2019}\u{02BC}\u{2032}`\u{B4}", "\"\u{201C}\u{201D}\u{201E}\u{2033}", "х×", "еёë", "ЕЁË",
        ] {
            var scalars = group.unicodeScalars.makeIterator()
            guard let one = scalars.next() else { continue }
            while let scalar = scalars.next() { twins.add(scalar, one) }
        }
        return twins
    }()

    /// The pictures of the letters that names are mostly made of, looked up without hashing; 0 is the letter itself.
    private static let common: [UInt16] = {
        var table = Array(repeating: UInt16(0), count: 0x530)
        for (from, to) in pictures.all where from.value < 0x530 { table[Int(from.value)] = UInt16(to.value) }
        return table
    }()

    /// The skeleton by which two names are the same picture. `ё` is mostly written as `е`; `rn` is an `m`.
    public static func of(_ text: String) -> String {
        var out = String.UnicodeScalarView()
        var composed = NormalForm.composed(text)
        composed.withUTF8 { bytes in
            walk(bytes) { if let scalar = Unicode.Scalar($0) { out.append(scalar) } }
        }
        return String(out)
    }

    /// A number that names with one skeleton share.
    static func hash(_ name: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        walk(name) { hash = (hash ^ UInt64($0)) &* 0x0000_0100_0000_01b3 }
        return hash
    }

    /// Goes through the pictures of a text in NFC.
    private static func walk(_ text: UnsafeBufferPointer<UInt8>, _ visit: (UInt32) -> Void) {
        let common = common
        var i = 0
        var r = false
        while i < text.count {
            var (v, length) = (UInt32(text[i]), 1)
            if v >= 0x80 { (v, length) = Scalars.decode(text, i) ?? (0xFFFD, 1) }
            i += length
            let found = v < 0x530 ? UInt32(common[Int(v)]) : 0
            let one = found != 0 ? found : picture(of: v)
            // What is an `r` is held back until it is known whether an `n` follows.
            if r {
                r = false
                if one == 0x43F {
                    visit(0x6D)
                    continue
                }
                if one != 0 { visit(0x433) } else { r = true }
            }
            if one == 0x433 { r = true } else if one != 0 { visit(one) }
        }
        if r { visit(0x433) }
    }

    /// 0 for what nobody sees.
    private static func picture(of v: UInt32) -> UInt32 {
        if v > 0x20, v < 0x530, v < 0x7F || v > 0xA0, v != 0xAD { return v }
        if Scalars.isSpace(v) { return 0x20 }
        if Scalars.isForbidden(v) { return 0 }
        let plain = LookAlikeSigns.meant(v).map { UInt32($0) } ?? ((0xFF01...0xFF5E).contains(v) ? v - 0xFEE0 : v)
        return Unicode.Scalar(plain).flatMap { pictures[$0]?.value } ?? plain
    }

    /// Whether a name of ASCII letters could look like another one.
    static func isTricky(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0"), UInt8(ascii: "1"), UInt8(ascii: "I"), UInt8(ascii: "|"), UInt8(ascii: "m"), UInt8(ascii: "`"): true
        default: false
        }
    }

    /// The text with Russian letters for the Latin and Greek ones that look like them.
    static func russian(_ text: String) -> String {
        String(String.UnicodeScalarView(NormalForm.composed(text).unicodeScalars.map { lookAlikes[$0] ?? $0 }))
    }

    /// The text with Latin letters for the Russian ones that look like them.
    static func latin(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { russian in lookAlikes.all.first { $0.to == russian && $0.from.isASCII }?.from ?? russian }))
    }

    /// Whether two texts differ in nothing but letters of two alphabets that look alike, and in kinds of blanks, dashes and apostrophes.
    /// A digit for a letter and `rn` for an `m` look alike as well, but may be meant.
    static func areLetterTwins(_ a: String, _ b: String) -> Bool {
        let (x, y) = (Array(NormalForm.composed(a).unicodeScalars), Array(NormalForm.composed(b).unicodeScalars))
        guard x.count == y.count, x != y else { return false }
        return zip(x, y).allSatisfy { a, b in
            if a == b { return true }
            if alphabet(a) != .none, alphabet(b) != .none { return alphabet(a) != alphabet(b) && of(String(Character(a))) == of(String(Character(b))) }
            return alphabet(a) == .none && alphabet(b) == .none && !isDigit(a) && !isDigit(b) && of(String(Character(a))) == of(String(Character(b)))
        }
    }

    /// Whether letters of two alphabets stand in one text.
    public static func mixesAlphabets(_ text: String) -> Bool {
        Set(text.unicodeScalars.map(alphabet)).subtracting([.none]).count > 1
    }

    /// Whether a text has letters of the one alphabet and none of the other.
    public static func isWritten(_ text: String, inCyrillic: Bool) -> Bool {
        let all = Set(text.unicodeScalars.map(alphabet))
        return all.contains(inCyrillic ? .cyrillic : .latin) && !all.contains(inCyrillic ? .latin : .cyrillic)
    }

    enum Alphabet { case none, latin, cyrillic, greek, other }

    static func alphabet(_ scalar: Unicode.Scalar) -> Alphabet {
        switch scalar.value {
        case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F: .latin
        case 0x370...0x3FF: .greek
        case 0x400...0x52F: .cyrillic
        default: scalar.properties.isAlphabetic ? .other : .none
        }
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.numericType != nil }

    /// Where two names of one skeleton differ first: the position and both letters.
    public static func difference(_ a: String, _ b: String) -> (index: Int, a: Unicode.Scalar, b: Unicode.Scalar)? {
        for (index, pair) in zip(a.unicodeScalars, b.unicodeScalars).enumerated() where pair.0 != pair.1 {
            return (index, pair.0, pair.1)
        }
        return nil
    }

    /// Whether two letters are `е` and `ё`: two names then, though nobody keeps them apart.
    public static func isYo(_ difference: (index: Int, a: Unicode.Scalar, b: Unicode.Scalar)) -> Bool {
        ["её", "ёе", "ЕЁ", "ЁЕ"].contains(String(String.UnicodeScalarView([difference.a, difference.b])))
    }

    /// "кириллической А (U+0410)", as it stands after «с».
    public static func describeWith(_ scalar: Unicode.Scalar) -> Text { named(scalar, instrumental: true) }

    /// "латинская A (U+0041)".
    public static func describe(_ scalar: Unicode.Scalar) -> Text { named(scalar, instrumental: false) }

    private static func named(_ scalar: Unicode.Scalar, instrumental: Bool) -> Text {
        let letter = String(Character(scalar))
        let code = Scalars.code(scalar.value)
        func text(_ en: String, _ ru: String, _ ruWith: String) -> Text { Text("\(en) (\(code))", "\(instrumental ? ruWith : ru) (\(code))") }
        switch scalar.value {
        case 0x30...0x39: return text("the digit \(letter)", "цифра \(letter)", "цифрой \(letter)")
        case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F: return text("Latin \(letter)", "латинская \(letter)", "латинской \(letter)")
        case 0x400...0x52F: return text("Cyrillic \(letter)", "кириллическая \(letter)", "кириллической \(letter)")
        case 0x370...0x3FF: return text("Greek \(letter)", "греческая \(letter)", "греческой \(letter)")
        case 0x20: return text("a plain space", "обычный пробел", "обычным пробелом")
        case 0xA0: return text("a no-break space", "неразрывный пробел", "неразрывным пробелом")
        default:
            if Scalars.isSpace(scalar.value) { return text("a special space", "особый пробел", "особым пробелом") }
            return text(letter, letter, "знаком \(letter)")
        }
    }
}
