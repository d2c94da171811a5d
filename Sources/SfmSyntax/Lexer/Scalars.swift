/// Which characters may stand in a source text.
public enum Scalars {
    /// Control, bidirectional, zero-width and other invisible characters, line separators that editors disagree about, and what
    /// Unicode calls no character at all.
    public static func isForbidden(_ v: UInt32) -> Bool {
        switch v {
        case 0x09, 0x0A, 0x0D: false
        case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180F, 0x200B...0x200F, 0x2028...0x202E,
            0x2060...0x206F, 0x2800, 0x3164, 0xFDD0...0xFDEF, 0xFEFF, 0xFFA0, 0xFFF9...0xFFFB, 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A, 0xE0000...0xE0FFF:
            true
        default: v & 0xFFFE == 0xFFFE
        }
    }

    static let joiner: UInt32 = 0x200D

    static func isEmoji(_ v: UInt32) -> Bool {
        v == 0xFE0F || (0x1F3FB...0x1F3FF).contains(v) || (v > 0x2000 && Unicode.Scalar(v)?.properties.isEmoji == true)
    }

    static func isSpace(_ v: UInt32) -> Bool {
        v == 0x20 || v == 0x09 || v == 0x0D || v == 0xA0 || v == 0x202F || (0x2000...0x200A).contains(v) || v == 0x3000 || v == 0x205F
    }

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
