/// Signs that look like one of the language's and are others: of full width, from typography, from mathematics.
///
/// Dashes, blanks and quotation marks that the language takes as they are (`—`, `«»`, `“”`) are none of them where they stand as such.
enum LookAlikeSigns {
    /// The sign of ASCII that is meant, if a character looks like one.
    static func meant(_ v: UInt32) -> UInt8? {
        if v < 0x2000 { return nil }
        if let hyphen = hyphen(v) { return hyphen }
        switch v {
        // Of full width: what is no letter, digit or low line.
        case 0xFF01...0xFF0F, 0xFF1A...0xFF20, 0xFF3B...0xFF3E, 0xFF40, 0xFF5B...0xFF5E: return UInt8(v - 0xFEE0)
        case 0x201F, 0x2033, 0x2036, 0x275D, 0x275E, 0x301D...0x301F: return UInt8(ascii: "\"")
        case 0x201A, 0x3001, 0xFE10, 0xFE50: return UInt8(ascii: ",")
        case 0x204F, 0xFE54: return UInt8(ascii: ";")
        case 0x2236, 0xA789, 0xFE13, 0xFE55: return UInt8(ascii: ":")
        case 0x2223, 0x2502, 0x2758: return UInt8(ascii: "|")
        case 0x27E8, 0x3008, 0xFE64: return UInt8(ascii: "<")
        case 0x27E9, 0x3009, 0xFE65: return UInt8(ascii: ">")
        case 0xFE56: return UInt8(ascii: "?")
        case 0xFE59: return UInt8(ascii: "(")
        case 0xFE5A: return UInt8(ascii: ")")
        case 0xFE5F: return UInt8(ascii: "#")
        case 0xFE66: return UInt8(ascii: "=")
        case 0xFE6B: return UInt8(ascii: "@")
        default: return nil
        }
    }

    /// A hyphen for every dash that is no sign of the language by itself.
    private static func hyphen(_ v: UInt32) -> UInt8? {
        switch v {
        case 0x2010...0x2015, 0x2212: return nil
        case 0x2043, 0x2796: return UInt8(ascii: "-")
        default: return v > 0x2015 && Unicode.Scalar(v)?.properties.generalCategory == .dashPunctuation ? UInt8(ascii: "-") : nil
        }
    }

    /// Whether a character is a dash that joins what it stands between, as a hyphen does, and is none.
    static func joins(_ v: UInt32) -> Bool { v == 0x2010 || v == 0x2011 || v == 0x2012 || v == 0x2212 || meant(v) == UInt8(ascii: "-") }

    /// Whether a character is a dash, of whatever kind, but not the hyphen.
    static func isDash(_ v: UInt32) -> Bool { (0x2010...0x2015).contains(v) || joins(v) }
}
