import SfmSyntax

/// Text from a script on its way into a format, in that format's own escaping.
package enum Escape {
    /// For XML and HTML, in an element or in quotes. What XML forbids even as an entity becomes visible.
    package static func xml(_ text: String) -> String {
        var out = ""
        for c in SafeText(text).rawText.unicodeScalars {
            switch c {
            case "&": out += "&amp;"
            case "<": out += "&lt;"
            case ">": out += "&gt;"
            case "\"": out += "&quot;"
            case "'": out += "&#39;"
            default:
                if c.value & 0xFFFE == 0xFFFE {
                    out += "&lt;U+\(String(c.value, radix: 16, uppercase: true))&gt;"
                } else {
                    out.unicodeScalars.append(c)
                }
            }
        }
        return out
    }

    /// Several lines, whose ends are ours.
    package static func xmlLines(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { xml(String($0)) }.joined(separator: "\n")
    }

    /// A description in TAP.
    static func tap(_ text: String) -> String { replaced(SafeText(text).rawText, ["\\": "\\\\", "#": "\\#"]) }

    /// What stands behind `::` in a workflow command; its lines are ours.
    static func githubData(_ lines: [String]) -> String {
        lines.map { replaced(SafeText(message: $0).rawText, ["%": "%25", "\r": "%0D", "\n": "%0A"]) }.joined(separator: "%0A")
    }

    /// The value of a workflow command's property.
    static func githubProperty(_ text: String) -> String { replaced(githubData([text]), [":": "%3A", ",": "%2C"]) }

    /// Within a line of Markdown that something of ours begins.
    static func markdown(_ text: String) -> String {
        var out = ""
        var ws = 0
        for c in SafeText(text).rawText.unicodeScalars {
            switch c {
            case "&": out += "&amp;"
            case "<": out += "&lt;"
            case ">": out += "&gt;"
            case "\\", "`", "*", "_", "[", "]", "(", ")", "#", "|", "~", "!", "$", "@", ":": out += "\\" + String(c)
            case "." where ws >= 3: out += "\\."
            default: out.unicodeScalars.append(c)
            }
            ws = c == "w" || c == "W" ? ws + 1 : 0
        }
        return out
    }

    /// By scalars: a sign with an accent over it is still that sign to whoever reads the format.
    private static func replaced(_ text: String, _ table: [Unicode.Scalar: String]) -> String {
        var out = ""
        for c in text.unicodeScalars {
            if let other = table[c] { out += other } else { out.unicodeScalars.append(c) }
        }
        return out
    }

    /// A path as a relative reference of a URI.
    static func uri(_ path: String) -> String {
        let plain = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/".utf8)
        var out = ""
        for byte in path.utf8 {
            if plain.contains(byte) {
                out.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                out += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
        return out
    }
}
