import SfmSyntax

/// Texts for people, as wide as their terminal.
extension Wrap {
    /// Every line that is wider than a terminal is broken between words, and goes on below where its text begins. Lines that are drawn, as a
    /// source line with its caret is, stay whole.
    package static func fit(_ text: SafeText, width: Int) -> SafeText {
        // On a screen so narrow nothing is read in lines.
        guard width >= 20, text.size > width else { return text }
        return SafeText(sanitized: fit(lines: text.rawText, width))
    }

    private static func fit(lines text: String, _ width: Int) -> String {
        var out = ""
        out.reserveCapacity(text.utf8.count + 64)
        for (k, line) in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
            if k > 0 { out += "\n" }
            // A character has a byte at least.
            out += line.count <= width ? String(Substring(line)) : fit(line: String(Substring(line)), width)
        }
        return out
    }

    private static func fit(line: String, _ width: Int) -> String {
        guard cells(line) > width, !isDrawn(line) else { return line }
        let words = words(line)
        let indent = indent(words, width)
        var (out, column) = ("", 0)
        // Blanks are held back until it is known that a word follows on the same line.
        var blanks = 0
        for (k, word) in words.enumerated() {
            if k > 0 { blanks += 1 }
            guard !word.isEmpty else { continue }
            for (n, piece) in pieces(of: word, indent, width).enumerated() {
                let (size, gap) = (cells(piece.text), n == 0 ? blanks : piece.isWord ? 1 : 0)
                // What does not fit below the others begins further to the left.
                let pad = max(0, min(indent, width - size))
                if column > indent, column + gap + size > width {
                    out += "\n" + String(repeating: " ", count: pad) + piece.text
                    column = pad + size
                } else {
                    let before = column == 0 ? min(gap, pad) : gap
                    out += String(repeating: " ", count: before) + piece.text
                    column += before + size
                }
            }
            blanks = 0
        }
        return out
    }

    /// The parts of a word that is wider than the place behind the indentation: an option by itself, and of one that is wider than the screen
    /// what stands between the signs of a choice. A path stays whole, as it is to be copied.
    private static func pieces(of word: String, _ indent: Int, _ width: Int) -> [(text: String, isWord: Bool)] {
        guard cells(word) > width - indent else { return [(word, true)] }
        return word.split(separator: " ").flatMap { word -> [(String, Bool)] in
            guard cells(String(word)) > width, !word.utf8.contains(UInt8(ascii: "/")) else { return [(String(word), true)] }
            var (parts, part) = ([String](), "")
            for character in word {
                part.append(character)
                if "|=,".contains(character) {
                    parts.append(part)
                    part = ""
                }
            }
            if !part.isEmpty { parts.append(part) }
            return parts.enumerated().map { ($1, $0 == 0) }
        }
    }

    /// What stands between blanks; an option stays with its command.
    private static func words(_ line: String) -> [String] {
        var out: [String] = []
        for word in line.utf8.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false) {
            if word.starts(with: "--".utf8), let last = out.last, !last.isEmpty, last != "—" {
                out[out.count - 1] += " " + String(Substring(word))
            } else {
                out.append(String(Substring(word)))
            }
        }
        return out
    }

    /// Under which column a line goes on: its last one of several that lie in the first half of the screen, else behind its blanks and mark.
    private static func indent(_ words: [String], _ width: Int) -> Int {
        var (column, last, leading, mark) = (0, 0, 0, 0)
        for (k, word) in words.enumerated() {
            if !word.isEmpty {
                if last == 0 && mark == 0 {
                    leading = column
                    if marks.contains(stripped(word)) { mark = 2 }
                } else if words[k - 1].isEmpty, column <= width / 2 {
                    leading = column
                    mark = 0
                }
                last = k + 1
            }
            column += cells(word) + 1
            if column > width { break }
        }
        return min(leading + (mark == 0 && leading == 0 ? 2 : mark), width / 2)
    }

    private static let marks: Set<String> = ["=", "✓", "✗", "-", "—", "!", "○", "·", "•", "+", "ok:", "--:", "no:"]

    private static func isDrawn(_ line: String) -> Bool {
        line.unicodeScalars.contains { $0 == "│" || $0 == "┌" || $0 == "├" } || line.utf8.first { $0 != UInt8(ascii: " ") } == UInt8(ascii: "|")
    }

    /// Without the escapes of colours, which take no room.
    private static func cells(_ text: String) -> Int { DisplayWidth.of(stripped(text)) }

    private static func stripped(_ text: String) -> String {
        guard text.utf8.contains(0x1B) else { return text }
        var out = String.UnicodeScalarView()
        var isEscape = false
        for scalar in text.unicodeScalars {
            if isEscape {
                isEscape = scalar != "m"
            } else if scalar == "\u{1B}" {
                isEscape = true
            } else {
                out.append(scalar)
            }
        }
        return String(out)
    }
}
