/// How many cells of a terminal a text takes.
public enum DisplayWidth {
    public static func of(_ text: String) -> Int {
        if text.hasOnly({ $0 < 0x80 }) { return text.utf8.count }
        var width = 0
        var joined = false
        for c in text.unicodeScalars {
            if c.value == Scalars.joiner {
                joined = true
                continue
            }
            let w = cells(c)
            if joined, w == 2 {
                joined = false
                continue
            }
            if w > 0 { joined = false }
            width += w
        }
        return width
    }

    private static func cells(_ c: Unicode.Scalar) -> Int {
        let v = c.value
        if v < 0x300 { return 1 }
        switch c.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: break
        }
        if (0x1F3FB...0x1F3FF).contains(v) || v == 0xFE0F { return 0 }
        let wide =
            (0x1100...0x115F).contains(v) || (0x2E80...0x303E).contains(v) || (0x3041...0xA4CF).contains(v)
            || (0xAC00...0xD7A3).contains(v) || (0xF900...0xFAFF).contains(v) || (0xFE30...0xFE6F).contains(v)
            || (0xFF00...0xFF60).contains(v) || (0xFFE0...0xFFE6).contains(v) || (0x1F300...0x1FAFF).contains(v)
            || (0x20000...0x3FFFD).contains(v) || c.properties.isEmojiPresentation
        return wide ? 2 : 1
    }

    /// Moved to the right of a width.
    static func aligned(_ text: String, _ width: Int) -> String {
        spaces(width - of(text)) + text
    }

    /// Filled with spaces to a width.
    public static func padded(_ text: String, _ width: Int) -> String {
        text + spaces(width - of(text))
    }

    private static func spaces(_ count: Int) -> String {
        guard count > 0 else { return "" }
        return String(unsafeUninitializedCapacity: count) { bytes in
            bytes.initialize(repeating: UInt8(ascii: " "))
            return count
        }
    }
}
