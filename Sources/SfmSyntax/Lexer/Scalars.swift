/// Which characters may stand in a source text.
public enum Scalars {
    /// Control, bidirectional, zero-width and other invisible characters, separators of lines, those of private use, which every font draws
    /// in its own way or not at all, and what Unicode calls no character at all.
    /// Where a line ends with one of them, or a picture is made of parts, it stands as it should (`LineEnd`, `joinsEmoji`).
    public static func isForbidden(_ v: UInt32) -> Bool {
        switch v {
        case 0x20..<0x7F, 0x09, 0x0A, 0x0D: false
        // Most of what is typed beside ASCII, so that nothing is looked up for it.
        case 0xA0..<0xAD, 0xAE..<0x300, 0x370..<0x530, 0x2010..<0x2028, 0x2030..<0x205F, 0x2070..<0x2800: false
        default: Unicode.Scalar(v).map(isInvisible) ?? true
        }
    }

    /// Whether a character is visible or not by what stands beside it.
    static func isJudgedByNeighbours(_ v: UInt32) -> Bool { v == joiner || v == pictureSelector }

    /// By what Unicode says of a character: what is drawn as nothing or nobody knows as what, controls, and what is none.
    static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        let properties = scalar.properties
        if properties.isDefaultIgnorableCodePoint || properties.isNoncharacterCodePoint || isBlank(scalar.value) { return true }
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse: return true
        default: return false
        }
    }

    /// Signs whose picture is empty, though no property of Unicode's says so: a pattern of Braille without dots, a place that is left to
    /// another object, a filler of the Khitan script, a note without a head.
    private static func isBlank(_ v: UInt32) -> Bool { v == 0x2800 || v == 0xFFFC || v == 0x16FE4 || v == 0x1D159 }

    /// Invisible letters of no width: without them a text looks and reads as before. Those that turn the direction of a line around
    /// and those that end one are not among them.
    static func isZeroWidth(_ v: UInt32) -> Bool {
        switch v {
        case 0xAD, 0x200B...0x200D, 0x2060...0x2064, 0xFEFF: true
        default: false
        }
    }

    /// What ends a line or a page for some programs and is none of the ends of lines that the language has.
    static func isOldLineEnd(_ v: UInt32) -> Bool { v == 0x0B || v == 0x0C }

    static let joiner: UInt32 = 0x200D

    /// The selector that asks for the picture in colours.
    static let pictureSelector: UInt32 = 0xFE0F
    /// The frame of a key, behind a digit: `1️⃣`.
    static let keyFrame: UInt32 = 0x20E3

    /// Whether what is not seen by itself makes a picture of its neighbours: a joiner between two, a selector behind one or in a key.
    static func makesPicture(_ v: UInt32, after previous: UInt32, before next: UInt32) -> Bool {
        switch v {
        case joiner: isEmoji(previous) && isEmoji(next)
        case pictureSelector:
            Unicode.Scalar(previous)?.properties.isEmoji == true && (previous >= 0x80 || next == keyFrame)
        default: false
        }
    }

    static func isEmoji(_ v: UInt32) -> Bool {
        v == 0xFE0F || (0x1F3FB...0x1F3FF).contains(v) || (v > 0x2000 && Unicode.Scalar(v)?.properties.isEmoji == true)
    }

    static func isSpace(_ v: UInt32) -> Bool {
        v == 0x20 || v == 0x09 || v == 0x0D || v >= 0xA0 && Unicode.Scalar(v)?.properties.generalCategory == .spaceSeparator
    }

    /// A space that is neither the ordinary one nor a no-break one: it looks like these or like nothing, so that no text in quotes has one.
    static func isOddSpace(_ v: UInt32) -> Bool {
        v >= 0x1680 && v != narrowNoBreakSpace && Unicode.Scalar(v)?.properties.generalCategory == .spaceSeparator
    }

    private static let narrowNoBreakSpace: UInt32 = 0x202F

    /// The text with ordinary spaces for odd ones.
    static func withPlainSpaces(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { isOddSpace($0.value) ? " " : $0 }))
    }

    static func isPrivate(_ v: UInt32) -> Bool { Unicode.Scalar(v)?.properties.generalCategory == .privateUse }

    /// A letter, mark or digit of any script.
    static func isNamePart(_ v: UInt32) -> Bool {
        guard let scalar = Unicode.Scalar(v) else { return false }
        let p = scalar.properties
        switch p.generalCategory {
        case .decimalNumber, .nonspacingMark, .spacingMark: return true
        default: return p.isAlphabetic
        }
    }

    /// A mark that is drawn on the letter before it.
    static func isMark(_ v: UInt32) -> Bool {
        guard v >= 0x300, let category = Unicode.Scalar(v)?.properties.generalCategory else { return false }
        return category == .nonspacingMark || category == .spacingMark || category == .enclosingMark
    }

    /// `U+0410`.
    public static func code(_ v: UInt32) -> String {
        let hex = String(v, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - hex.utf8.count)) + hex
    }

    /// The scalar that starts at an index and its length in bytes, or `nil` where the bytes are not UTF-8.
    @inline(__always)
    static func decode(_ b: UnsafeBufferPointer<UInt8>, _ i: Int) -> (value: UInt32, length: Int)? {
        let first = UInt32(b[i])
        if first < 0x80 { return (first, 1) }
        let left = b.count - i
        func tail(_ k: Int) -> UInt32? {
            let c = b[i + k]
            return c & 0xC0 == 0x80 ? UInt32(c & 0x3F) : nil
        }
        if first >= 0xC2, first < 0xE0, left >= 2, let c1 = tail(1) { return ((first & 0x1F) << 6 | c1, 2) }
        if first >= 0xE0, first < 0xF0, left >= 3, let c1 = tail(1), let c2 = tail(2) {
            let v = (first & 0x0F) << 12 | c1 << 6 | c2
            return v < 0x800 || (0xD800...0xDFFF).contains(v) ? nil : (v, 3)
        }
        if first >= 0xF0, first < 0xF5, left >= 4, let c1 = tail(1), let c2 = tail(2), let c3 = tail(3) {
            let v = (first & 0x07) << 18 | c1 << 12 | c2 << 6 | c3
            return v < 0x10000 || v > 0x10FFFF ? nil : (v, 4)
        }
        return nil
    }
}
