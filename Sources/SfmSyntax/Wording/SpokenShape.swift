import SfmTerms

/// Heads of blocks as other notations have them: a title behind a colon or a number, a name without quotation marks.
extension Parser {
    /// «Сценарий: Блокировка», «Сценарий 1. Выбытие»: what stands behind the sign up to the end of the line, or its tags, is the title.
    mutating func readSpokenTitle(_ head: Int) {
        let first = i
        var k = i
        let isNumbered = tokens[k].kind == .number
        if isNumbered { k += 1 }
        let isMarked = tokens[k].kind == .colon || isNumbered && (tokens[k].kind == .dash || tokens[k].kind == .other || tokens[k].kind == .rightParen)
        guard isMarked || isNumbered && endsInFullStop(k - 1) else { return }
        if isMarked { k += 1 }
        guard tokens[k].kind != .newline, tokens[k].kind != .end else { return }
        if tokens[k].kind == .string {
            i = k
            return
        }
        var last = k
        while ![.newline, .end, .leftBracket].contains(tokens[last + 1].kind) { last += 1 }
        let span = Span(Int(tokens[k].lower), Int(tokens[last].upper), file: file)
        let title = sources[Int(file)].text(span)
        // A title is text: what a sign in it would be elsewhere is no matter.
        diagnostics.removeAll { $0.span.file == file && span.lower <= $0.span.lower && $0.span.upper <= span.upper }
        tokens[last] = Token(kind: .string, word: 0, lower: tokens[k].lower, upper: tokens[last].upper, name: names.intern(title))
        lines?.note(title: title, first..<last + 1, at: head)
        i = last
    }

    /// «1.» may be read as one number.
    private func endsInFullStop(_ k: Int) -> Bool { text(tokens[k]).hasSuffix(".") }

    /// «порядок № koshdo-2024»: one word that holds a hyphen or a number, as no word of the language does, up to the end of the line.
    mutating func spokenPolicyName() -> PolicyReference? {
        var k = i
        if tokens[k].kind == .word, text(tokens[k]) == "№" { k += 1 }
        guard [.word, .number].contains(tokens[k].kind) else { return nil }
        var last = k
        while tokens[last + 1].kind != .newline, tokens[last + 1].kind != .end {
            // One run of signs without a space.
            guard tokens[last + 1].lower == tokens[last].upper, [.word, .number, .dash].contains(tokens[last + 1].kind) else { return nil }
            last += 1
        }
        let span = Span(Int(tokens[k].lower), Int(tokens[last].upper), file: file)
        let name = sources[Int(file)].text(span)
        guard name.contains("-"), name.utf8.contains(where: { (0x30...0x39).contains($0) }) else { return nil }
        var head = k
        while head > 0, tokens[head - 1].kind != .newline { head -= 1 }
        lines?.note(title: name, i..<last + 1, at: head)
        i = last + 1
        return PolicyReference(name: names.intern(name), span: span)
    }
}
