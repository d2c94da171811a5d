import SfmSyntax

/// Text laid out in lines of a terminal's width.
package enum Wrap {
    package static let width = 100
    /// A table with a column a policy may be wider than text.
    static let tableWidth = 118

    /// The text from a column on, broken between words; the first line follows what stands there already.
    package static func wrapped(_ text: String, indent: Int, first: String? = nil, width: Int = Wrap.width) -> String {
        let pad = String(repeating: " ", count: indent)
        var lines: [String] = []
        var line = first ?? pad
        var isEmpty = true
        for word in text.split(separator: " ", omittingEmptySubsequences: true) {
            if !isEmpty, DisplayWidth.of(line) + 1 + DisplayWidth.of(String(word)) > width {
                lines.append(line)
                // What a script says may begin a line here: it must not read as a command of a CI system.
                line = pad + Sanitizer.text(String(word))
                continue
            }
            line += (isEmpty ? "" : " ") + word
            isEmpty = false
        }
        return (lines + [line]).joined(separator: "\n") + "\n"
    }

    /// The lines of a text that has a column of its own.
    static func lines(_ text: String, indent: Int, width: Int) -> [String] {
        self.wrapped(text, indent: indent, width: width).split(separator: "\n").map(String.init)
    }
}
