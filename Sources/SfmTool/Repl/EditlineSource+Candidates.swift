import CEditline

extension EditlineSource {
    /// What TAB does with the candidates that fit.
    enum CompletionStep: Equatable {
        case nothing
        /// Text that replaces the word before the cursor.
        case insert(String)
        case list
    }

    /// Decides between finishing the word, lengthening it to what all candidates share, and listing them.
    static func step(for completion: Completion, typed: String, next: Unicode.Scalar?) -> CompletionStep {
        guard let first = completion.candidates.first else { return .nothing }
        if completion.candidates.count == 1 {
            let closers: [Unicode.Scalar] = [" ", "\"", "»", "“", "”", "'"]
            let isClosed = first.text.unicodeScalars.last.map(closers.contains) ?? true
            let finished = isClosed || next == " " ? first.text : first.text + " "
            return finished.unicodeScalars.elementsEqual(typed.unicodeScalars) ? .nothing : .insert(finished)
        }
        var shared = first.text.unicodeScalars[...]
        for candidate in completion.candidates.dropFirst() {
            let same = zip(shared, candidate.text.unicodeScalars).prefix { $0 == $1 }.count
            shared = shared.prefix(same)
        }
        // Shared text shorter than the word means that a candidate fits in another way than by its beginning.
        let adds = shared.count >= typed.unicodeScalars.count && !shared.elementsEqual(typed.unicodeScalars)
        return adds ? .insert(String(shared)) : .list
    }

    /// The candidates as screen rows: one a row with its note, or in columns when there are no notes or too many rows.
    static func table(of candidates: [CompletionCandidate], columns: Int, rows: Int) -> [String] {
        let texts = candidates.map { printable($0.text) }
        let widest = texts.map(cells).max() ?? 0
        let limit = max(1, rows - 2)
        if candidates.contains(where: { !$0.note.isEmpty }), candidates.count <= limit {
            return zip(texts, candidates).map { text, candidate in
                let row = candidate.note.isEmpty ? text : pad(text, to: widest + 2) + printable(candidate.note)
                return clip(row, to: columns - 1)
            }
        }
        let perRow = max(1, (columns - 1) / (widest + 2))
        let height = (texts.count + perRow - 1) / perRow
        var lines = (0..<min(height, limit)).map { row in
            let cells = stride(from: row, to: texts.count, by: height).map { texts[$0] }
            let padded = cells.dropLast().map { pad($0, to: widest + 2) }
            return clip(padded.joined() + (cells.last ?? ""), to: columns - 1)
        }
        if height > limit {
            lines.append("… +\((limit..<height).reduce(0) { $0 + (texts.count - $1 + height - 1) / height })")
        }
        return lines
    }

    /// The terminal cells that a text takes in the current locale.
    static func cells(_ text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + cells($1) }
    }

    static func cells(_ scalar: Unicode.Scalar) -> Int {
        if scalar.isASCII { return 1 }
        let width = sfm_cells(wchar_t(truncatingIfNeeded: scalar.value))
        return width < 0 ? 1 : Int(width)
    }

    /// The text with every control character as a replacement mark.
    private static func printable(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            result.append(scalar.properties.generalCategory == .control ? "\u{FFFD}" : scalar)
        }
        return String(result)
    }

    private static func pad(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - cells(text)))
    }

    private static func clip(_ text: String, to width: Int) -> String {
        guard cells(text) > width else { return text }
        var left = width - 1
        let kept = text.unicodeScalars.prefix { scalar in
            left -= cells(scalar)
            return left >= 0
        }
        return String(kept) + "…"
    }
}
