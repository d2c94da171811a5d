import SfmSyntax

/// Text laid out in lines of a terminal's width.
package enum Wrap {
    package static let width = 100
    /// A table with a column a policy may be wider than text.
    static let tableWidth = 118

    /// The text from a column on, broken between words; the first line follows what stands there already.
    package static func wrapped(_ text: SafeText, indent: Int, first: SafeText? = nil, width: Int = Wrap.width) -> SafeText {
        let pad = SafeText(repeating: " ", count: indent)
        var lines: [SafeText] = []
        var line = first ?? pad
        var isEmpty = true
        for word in text.words {
            if !isEmpty, DisplayWidth.of(line) + 1 + DisplayWidth.of(word) > width {
                lines.append(line)
                // What a script says may begin a line here.
                line = pad + word.asBeginning
                continue
            }
            line += "\(isEmpty ? "" : " ")\(word)"
            isEmpty = false
        }
        return (lines + [line]).joined(separator: "\n") + "\n"
    }

    /// The lines of a text that has a column of its own.
    static func lines(_ text: SafeText, indent: Int, width: Int) -> [SafeText] {
        self.wrapped(text, indent: indent, width: width).lines.filter { !$0.isEmpty }
    }
}
