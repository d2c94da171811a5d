import SfmTerms

/// Words in the letters of another alphabet or typed on the other keyboard layout, where nothing else explains a mistake: `yf 3 lyz` for
/// «на 3 дня».
extension Parser {
    /// Adds the way out to the mistakes of the file at hand that have none yet.
    mutating func mendLayout(from first: Int) {
        for k in diagnostics.indices.dropFirst(first) {
            let d = diagnostics[k]
            guard d.code.isSyntax, d.code != .unclosedBlock, d.fixes.isEmpty, d.span.file == file,
                let (fix, why) = twinFix(in: d.span) ?? layoutFix(from: d.span)
            else {
                if let (fix, why) = dashFix(in: diagnostics[k]) {
                    diagnostics[k].fixes = [fix]
                    diagnostics[k].help.insert(why, at: 0)
                }
                continue
            }
            diagnostics[k].fixes = [fix]
            diagnostics[k].help = [Diagnostic.question([fix.replacement]), why]
        }
    }

    /// Where a word that the language knows was not understood because the one beside it is unknown, that one is the mistake.
    mutating func blameUnknownWords(from first: Int) {
        for k in diagnostics.indices.dropFirst(first) {
            let d = diagnostics[k]
            guard d.code.isSyntax, d.code.rawValue > 200, d.fixes.isEmpty, d.span.file == file, let word = unknownWord(beside: d.span) else { continue }
            let found = Self.clipped(text(word))
            diagnostics[k].span = word.span(file)
            diagnostics[k].message = Text("“\(found)” is not understood here", "здесь непонятно «\(found)»")
            diagnostics[k].label = nil
        }
    }

    /// The unknown word right behind or before a place that holds none itself.
    private func unknownWord(beside span: Span) -> Token? {
        let first = tokens.partitioningIndex { $0.lower >= span.lower }
        let behind = tokens.partitioningIndex { $0.lower >= max(span.upper, span.lower + 1) }
        guard first < behind, !tokens[first..<behind].contains(where: { $0.kind == .word && $0.word == 0 || $0.kind == .newline }) else { return nil }
        let beside = [behind, first - 1].filter { tokens.indices.contains($0) }.map { tokens[$0] }
        return beside.first { token in
            // `L1`, `app.1` are names of links and clauses.
            token.kind == .word && token.word == 0 && !text(token).utf8.contains { $0 >= 0x30 && $0 <= 0x39 }
        }
    }

    /// Nobody has typed a longer line without looking.
    private static let longestMended = 2000

    /// What stands in the line of a mistake and is a word of the language but for letters that look alike.
    private func twinFix(in span: Span) -> (FixIt, Text)? {
        let line = sources[Int(file)].lineRange(of: Int(span.lower))
        guard line.count < Self.longestMended else { return nil }
        var words: [WordChange] = []
        var k = tokens.partitioningIndex { $0.lower >= line.lowerBound }
        while k < tokens.count, tokens[k].kind != .newline, tokens[k].kind != .end {
            if tokens[k].kind == .word, tokens[k].word == 0 {
                let typed = text(tokens[k])
                let meant = [Confusables.russian(typed), Confusables.latin(typed)].first { $0 != typed && grammar.knows(word: $0) }
                if let meant { words.append(WordChange(span: tokens[k].span(file), meant: meant)) }
            }
            k += 1
        }
        guard let fix = FixIt.words(words, of: sources[Int(file)], FixIt.lookAlike) else { return nil }
        return (fix, Text("some letters are of the other alphabet", "часть букв — из другого алфавита"))
    }

    /// A dash within a word, a number or a date, where a hyphen may be meant; a dash may part two words as well.
    private func dashFix(in d: Diagnostic) -> (FixIt, Text)? {
        guard d.code.isSyntax, d.code != .unclosedBlock, d.fixes.isEmpty, d.span.file == file else { return nil }
        let line = sources[Int(file)].lineRange(of: Int(d.span.lower))
        guard line.count < Self.longestMended else { return nil }
        var k = max(1, tokens.partitioningIndex { $0.lower >= line.lowerBound })
        while k + 1 < tokens.count, tokens[k].kind != .newline, tokens[k].kind != .end {
            let (before, dash, behind) = (tokens[k - 1], tokens[k], tokens[k + 1])
            if dash.kind == .dash, dash.upper > dash.lower + 1, before.upper == dash.lower, behind.lower == dash.upper,
                behind.kind == .word || behind.kind == .number, !joinsDays(before), let sign = text(dash).unicodeScalars.first
            {
                let code = Scalars.code(sign.value)
                return (
                    .perhaps(dash.span(file), "-"),
                    Text(
                        "“\(text(dash))” (\(code)) is a dash; within a word or a date write “-”",
                        "«\(text(dash))» (\(code)) — тире; внутри слова или даты пишите «-»")
                )
            }
            k += 1
        }
        return nil
    }

    /// Whether a dash behind a date or a day of the week says up to which day.
    private func joinsDays(_ token: Token) -> Bool {
        let typed = text(token)
        return token.kind == .number && typed.utf8.count { $0 == UInt8(ascii: ".") } == 2 || DayWords.weekday(typed) != nil
    }

    /// From the first word of the other layout to the last one, behind the beginning of a mistake.
    private func layoutFix(from span: Span) -> (FixIt, Text)? {
        let source = sources[Int(file)]
        var k = tokens.partitioningIndex { $0.lower >= span.lower }
        var words: [WordChange] = []
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
            let typed = source.text(place)
            if let meant = onOtherLayout(typed) { words.append(WordChange(span: place, meant: meant)) }
        }
        guard let first = words.first, let last = words.last, first.meant.unicodeScalars.count > 1 || words.count > 1 || standsBeforeWord(last.span),
            let fix = FixIt.words(words, of: source, FixIt.otherLayout)
        else { return nil }
        return (fix, Text("the keyboard had another layout", "раскладка клавиатуры была другой"))
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
