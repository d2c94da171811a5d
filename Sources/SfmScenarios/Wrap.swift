import SfmSyntax

/// Text laid out in lines of a terminal's width.
enum Wrap {
    static let width = 100

    /// The text from a column on, broken between words; the first line follows what stands there already.
    static func text(_ text: String, indent: Int, first: String? = nil, width: Int = Wrap.width) -> String {
        let pad = String(repeating: " ", count: indent)
        var lines: [String] = []
        var line = first ?? pad
        var isEmpty = true
        for word in text.split(separator: " ", omittingEmptySubsequences: true) {
            if !isEmpty, DisplayWidth.of(line) + 1 + DisplayWidth.of(String(word)) > width {
                lines.append(line)
                // What a script says may begin a line here: it must not read as a command of a CI system.
                line = pad + Safe.text(String(word))
                continue
            }
            line += (isEmpty ? "" : " ") + word
            isEmpty = false
        }
        return (lines + [line]).joined(separator: "\n") + "\n"
    }

    /// Cut to a width, with a sign that something is missing.
    static func cut(_ text: String, _ width: Int) -> String {
        guard DisplayWidth.of(text) > width else { return text }
        var out = ""
        for c in text {
            guard DisplayWidth.of(out) + DisplayWidth.of(String(c)) < width else { break }
            out.append(c)
        }
        return out + "…"
    }
}
