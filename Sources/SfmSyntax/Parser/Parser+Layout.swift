import SfmTerms

/// Words typed on the other keyboard layout, where nothing else explains a mistake: `yf 3 lyz` for «на 3 дня».
extension Parser {
    /// Adds the way out to the mistakes of the file at hand that have none yet.
    mutating func mendLayout(from first: Int) {
        for k in diagnostics.indices.dropFirst(first) {
            let d = diagnostics[k]
            guard d.code.isSyntax, d.fix == nil, d.span.file == file, let fix = layoutFix(from: d.span) else { continue }
            diagnostics[k].fix = fix
            diagnostics[k].help = [
                Text("did you mean “\(fix.replacement)”?", "может быть, «\(fix.replacement)»?"),
                Text("the keyboard had another layout", "раскладка клавиатуры была другой"),
            ]
        }
    }

    /// Nobody has typed a longer line without looking.
    private static let longestMended = 2000

    /// From the first word of the other layout to the last one, behind the beginning of a mistake.
    private func layoutFix(from span: Span) -> FixIt? {
        let source = sources[Int(file)]
        var k = tokens.partitioningIndex { $0.lower >= span.lower }
        var words: [(span: Span, word: String)] = []
        while k < tokens.count, tokens[k].kind != .newline, tokens[k].kind != .end {
            let (lower, kind) = (Int(tokens[k].lower), tokens[k].kind)
            guard lower - Int(span.lower) < Self.longestMended else { return nil }
            var upper = Int(tokens[k].upper)
            k += 1
            if kind == .string || kind == .handle || kind == .number { continue }
            // A wrong layout turns letters into signs: what touches is one word.
            while k < tokens.count, Int(tokens[k].lower) == upper, tokens[k].kind != .newline, tokens[k].kind != .end {
                upper = Int(tokens[k].upper)
                k += 1
            }
            let place = Span(lower, upper, file: file)
            if let word = onOtherLayout(source.text(place)) { words.append((place, word)) }
        }
        guard let first = words.first, let last = words.last, first.word.unicodeScalars.count > 1 || words.count > 1 || standsBeforeWord(last.span) else {
            return nil
        }
        var replacement = ""
        var at = Int(first.span.lower)
        for (place, word) in words {
            replacement += source.text(Span(at, Int(place.lower), file: file)) + word
            at = Int(place.upper)
        }
        return FixIt(span: first.span.union(last.span), replacement: replacement)
    }

    /// A single letter is a word only before another: `d группе`.
    private func standsBeforeWord(_ span: Span) -> Bool {
        let next = tokens.partitioningIndex { $0.lower >= span.upper }
        return next < tokens.count && tokens[next].word != 0
    }

    /// A word of the language for one that is none.
    private func onOtherLayout(_ typed: String) -> String? {
        guard typed.utf8.count <= 64, !grammar.knows(word: typed) else { return nil }
        return [KeyboardLayout.russian(typed), KeyboardLayout.latin(typed)].first { $0 != typed.lowercased() && grammar.knows(word: $0) }
    }
}

extension [Token] {
    /// The first index whose token fulfils a condition that holds for all behind it.
    fileprivate func partitioningIndex(_ holds: (Token) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
