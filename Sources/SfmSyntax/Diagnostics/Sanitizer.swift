extension String {
    /// Whether every byte is of one kind; asked of them side by side.
    @inline(__always)
    func hasOnly(_ isOfKind: (UInt8) -> Bool) -> Bool {
        utf8.withContiguousStorageIfAvailable { $0.allSatisfy(isOfKind) } ?? utf8.allSatisfy(isOfKind)
    }
}

/// Text from a script on its way to a terminal or a report.
public enum Sanitizer {
    /// Control, bidirectional and zero-width characters become visible, a newline becomes `\n`, and no command of a CI
    /// system is left: `::` at the beginning, `##[`, `##vso[`, `##teamcity[` anywhere.
    public static func text(_ text: String) -> String {
        if text.hasOnly({ $0 >= 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: ":") }) { return text }
        var out = String.UnicodeScalarView()
        let scalars = Array(text.unicodeScalars)
        for (k, c) in scalars.enumerated() {
            if c == "\n" {
                out.append(contentsOf: "\\n".unicodeScalars)
            } else if c == "\t" {
                out.append(" ")
            } else if makesPicture(scalars, k) {
                out.append(c)
            } else if c == "\r" || Scalars.isForbidden(c.value) || beginsCommand(scalars, k) {
                out.append(contentsOf: "<\(Scalars.code(c.value))>".unicodeScalars)
            } else {
                out.append(c)
            }
        }
        return String(out)
    }

    /// Text in a message, cut where nobody would read on.
    public static func message(_ text: String) -> String { text.utf8.count > 600 ? Self.text(cut(text, to: 400)) : Self.text(text) }

    /// A title among others on a screen, cut where it would push them away.
    public static func title(_ text: String) -> String { Self.text(cut(text, to: 160)) }

    /// The beginning of a text that is longer than so many characters, as a reader counts them, and a mark that there is more.
    public static func cut(_ text: String, to length: Int) -> String {
        // A picture of more parts than this is cut in the middle: somebody made it to flood a report.
        let window = text.unicodeScalars.prefix(length * mostParts)
        let isWhole = window.endIndex == text.unicodeScalars.endIndex
        let characters = Substring(window)
        guard let end = characters.index(characters.startIndex, offsetBy: length, limitedBy: characters.endIndex) else {
            return isWhole ? text : characters + "…"
        }
        return isWhole && end == characters.endIndex ? text : characters[..<end] + "…"
    }

    private static let mostParts = 8

    /// A path as a word of a shell's command line, in quotes where a shell would read anything into it.
    public static func shellWord(_ path: String) -> String {
        // A path is no option.
        let path = path.hasPrefix("-") ? "./" + path : path
        let isPlain = path.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || ("0"..."9").contains($0) || "/._-+,:@%=".unicodeScalars.contains($0) }
        if isPlain, !path.isEmpty { return path }
        return "'" + path.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    }

    /// A source line: tabs are four spaces wide, whatever cannot be shown is one visible mark.
    static func line(_ text: String, after previous: String = "") -> String {
        var out = String.UnicodeScalarView()
        let scalars = Array(text.unicodeScalars)
        for (k, c) in scalars.enumerated() {
            let before = k > 0 ? scalars[k - 1] : previous.unicodeScalars.last
            if c == "\t" {
                out.append(contentsOf: "    ".unicodeScalars)
            } else if makesPicture(scalars, k) {
                out.append(c)
            } else if c == "\r" || Scalars.isForbidden(c.value) || (c == "#" && before == "#" && isCommandLetter(scalars, k + 1)) {
                out.append("·")
            } else {
                out.append(c)
            }
        }
        return String(out)
    }

    /// Whether a text has what may stand in none: what nobody sees, and a terminal may obey.
    public static func hidesSomething(in text: String) -> Bool {
        let scalars = Array(text.unicodeScalars)
        return scalars.indices.contains { Scalars.isForbidden(scalars[$0].value) && !makesPicture(scalars, $0) }
    }

    private static func makesPicture(_ scalars: [Unicode.Scalar], _ k: Int) -> Bool {
        Scalars.makesPicture(
            scalars[k].value, after: k > 0 ? scalars[k - 1].value : 0, before: k + 1 < scalars.count ? scalars[k + 1].value : 0)
    }

    /// `::` that nothing but spaces precedes, the second sign of `##[` and its like.
    private static func beginsCommand(_ scalars: [Unicode.Scalar], _ k: Int) -> Bool {
        switch scalars[k] {
        case ":": k + 1 < scalars.count && scalars[k + 1] == ":" && scalars[..<k].allSatisfy { Scalars.isSpace($0.value) }
        case "#": k > 0 && scalars[k - 1] == "#" && isCommandLetter(scalars, k + 1)
        default: false
        }
    }

    /// What may follow `##` in a command; the end of a piece of text as well, for its continuation is not known.
    private static func isCommandLetter(_ scalars: [Unicode.Scalar], _ k: Int) -> Bool {
        guard k < scalars.count else { return true }
        return scalars[k] == "[" || (0x61...0x7A).contains(scalars[k].value | 0x20)
    }
}
