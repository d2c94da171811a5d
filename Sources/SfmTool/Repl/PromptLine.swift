import SfmRuntime
import SfmSyntax
import SfmTerms

/// A line of a conversation that was not understood, with the text that it points into.
package struct PromptMistake: Error {
    package var diagnostic: Diagnostic
    package let source: SourceFile
}

/// One line of a conversation as words with their places, read from left to right.
package struct PromptLine {
    package let source: SourceFile
    private let tokens: [Token]
    private let names: Names
    private(set) var i = 0

    /// A name that the line says, with its place.
    package struct Name: Equatable, Sendable {
        package let text: String
        package let span: Span
    }

    /// A lexer's complaint, such as a string without an end, is the line's.
    init(_ source: SourceFile) throws(PromptMistake) {
        self.source = source
        var names = Names()
        let stream = Lexer.lex(source, lexicon: Sfm.grammar.lexicon, names: &names)
        if let first = stream.diagnostics.first { throw PromptMistake(diagnostic: first, source: source) }
        self.names = names
        tokens = Self.withoutClosingMarks(stream.tokens)
    }

    /// A question may end in a question mark or not.
    private static func withoutClosingMarks(_ tokens: [Token]) -> [Token] {
        let last = tokens.lastIndex { $0.kind != .end && $0.kind != .newline && $0.kind != .question }
        // «?» by itself is a word.
        guard let last else { return tokens }
        return tokens.enumerated().filter { $0.offset <= last || $0.element.kind != .question }.map(\.element)
    }

    private var token: Token { tokens[i] }
    var atEnd: Bool { tokens[i...].allSatisfy { $0.kind == .newline || $0.kind == .end } }

    private func raw(_ k: Int) -> String { source.text(tokens[k].span(0)) }

    /// The word at hand as tables have it: small letters, `е` for `ё`.
    var word: String? { Self.isWord(token.kind) ? ReplWord.fold(raw(i)) : nil }

    private static func isWord(_ kind: TokenKind) -> Bool {
        switch kind {
        case .word, .question, .other, .dash: true
        case .handle, .string, .number, .colon, .comma, .comparison, .bar, .leftParen, .rightParen, .leftBracket, .rightBracket, .newline, .end: false
        }
    }

    var isAtHandle: Bool { token.kind == .handle }
    var isAtComma: Bool { token.kind == .comma }

    mutating func advance() { if !atEnd { i += 1 } }

    /// Behind a shortened word: «п. 24».
    mutating func passFullStop() { if token.kind == .other, raw(i) == "." { i += 1 } }

    /// Whether forms of these words of the language's stand here.
    func startsWith(_ lemmas: [UInt32]) -> Bool {
        i + lemmas.count <= tokens.count && lemmas.indices.allSatisfy { tokens[i + $0].kind == .word && UInt32(tokens[i + $0].word) == lemmas[$0] }
    }

    // MARK: - Reading

    /// Takes the phrase that the line begins with; `nil` where the line is the language's: it begins with a longer act or keyword, or with
    /// one of the same words that `leavesToLanguage` says is meant.
    mutating func begin<Word>(_ index: PhraseIndex<Word>, leavesToLanguage: (Word, PromptLine) -> Bool) -> Word? {
        for (phrase, word) in index.candidates(source.text(Span(0, source.bytes.count))) where accept(phrase) {
            var parser = Parser(grammar: Sfm.grammar)
            let own = parser.headLength(of: source)
            let isOwn = own > phrase.count || own == phrase.count && leavesToLanguage(word, self)
            return isOwn ? nil : word
        }
        return nil
    }

    /// Takes the words of a phrase if they stand here.
    mutating func accept(_ phrase: [String]) -> Bool {
        var k = i
        for word in phrase {
            guard k < tokens.count, Self.isWord(tokens[k].kind), ReplWord.fold(raw(k)) == word else { return false }
            k += 1
        }
        i = k
        return true
    }

    /// Takes the longest of some phrases that stands here.
    mutating func accept(anyOf phrases: [String]) -> Bool {
        let longestFirst = phrases.map(PhraseIndex<ReplWord>.words).sorted { $0.count > $1.count }
        for phrase in longestFirst where accept(phrase) { return true }
        return false
    }

    /// Takes a word that is a form of a word of the language's: «класса», «группы».
    mutating func accept(formOf word: String) -> Bool {
        guard token.kind == .word, token.word != 0, token.word == Sfm.grammar.lexicon.find(word) else { return false }
        i += 1
        return true
    }

    private mutating func name(_ kind: TokenKind) -> Name? {
        guard token.kind == kind else { return nil }
        defer { i += 1 }
        return Name(text: kind == .number ? raw(i) : names[token.name], span: token.span(0))
    }

    mutating func handle() -> Name? { name(.handle) }
    mutating func string() -> Name? { name(.string) }
    mutating func number() -> Name? { name(.number) }

    /// A day as it was written, with when it begins.
    package struct Day: Equatable, Sendable {
        package let instant: Instant
        package let span: Span
    }

    mutating func day() -> Day? {
        attempt { line in
            guard let number = line.number() else { return nil }
            let isISO = number.text.contains("-")
            let fields = number.text.split(separator: isISO ? "-" : ".").compactMap { Int($0) }
            guard fields.count == 3 else { return nil }
            return Instant(year: fields[isISO ? 0 : 2], month: fields[1], day: fields[isISO ? 2 : 0]).map { Day(instant: $0, span: number.span) }
        }
    }

    /// A clause's id: a number, or a word as `app.1`.
    mutating func clauseID() -> Name? {
        if let number = number() { return number }
        guard token.kind == .word else { return nil }
        defer { i += 1 }
        return Name(text: raw(i), span: token.span(0))
    }

    /// Tries to read something that may not be there: nothing of it is taken then.
    mutating func attempt<T>(_ read: (inout PromptLine) -> T?) -> T? {
        var copy = self
        guard let found = read(&copy) else { return nil }
        self = copy
        return found
    }

    /// An act up to the end of the line; whether it is one its own parser says.
    mutating func act(by doer: Doer? = nil) throws(PromptMistake) -> ActQuestion {
        guard !atEnd else { throw missing(Text("an act", "действие"), help: []) }
        defer { i = tokens.count - 1 }
        return ActQuestion(source: source, start: Int(token.lower), doer: doer?.asked, role: doer?.role)
    }

    /// The words from here on whose longest beginning is known, as they are written.
    mutating func longest(_ isKnown: (String) -> Bool) -> String? {
        var found: (text: String, next: Int)?
        var k = i
        while k < tokens.count, tokens[k].kind != .newline, tokens[k].kind != .end, k < i + Self.longestTopic {
            let text = source.text(Span(Int(token.lower), Int(tokens[k].upper)))
            if isKnown(text) { found = (text, k + 1) }
            k += 1
        }
        guard let found else { return nil }
        i = found.next
        return found.text
    }

    private static let longestTopic = 12

    /// What is left of the line, as it is written; it counts as read.
    mutating func remainder() -> Name? {
        guard !atEnd else { return nil }
        let last = tokens.lastIndex { $0.kind != .newline && $0.kind != .end } ?? i
        defer { i = tokens.count - 1 }
        let span = Span(Int(token.lower), Int(tokens[last].upper))
        return Name(text: source.text(span), span: span)
    }

    // MARK: - Mistakes

    /// The place of the word at hand; behind the last one at the end.
    var span: Span {
        guard token.kind == .newline || token.kind == .end else { return token.span(0) }
        // On a line below there is something left.
        if let next = tokens[i...].first(where: { $0.kind != .newline && $0.kind != .end }) { return next.span(0) }
        let end = i > 0 ? Int(tokens[i - 1].upper) : 0
        return Span(end, end)
    }

    /// The line up to the word at hand.
    var whole: Text { Text(same: i > 0 ? source.text(Span(Int(tokens[0].lower), Int(tokens[i - 1].upper))) : "") }

    /// The word at hand belongs nowhere; `right` are whole lines that would do.
    func stray(right: [Text]) -> PromptMistake {
        let found = Parser.clipped(source.text(span))
        return PromptMistake(
            diagnostic: Diagnostic(
                .unexpectedRest, Text("“\(found)” is not understood here", "здесь непонятно «\(found)»"), span, help: Self.written(right)), source: source)
    }

    /// Something has to stand here.
    func missing(_ what: Text, help right: [Text]) -> PromptMistake {
        guard atEnd else {
            let found = Parser.clipped(source.text(span))
            let message = Text("expected \(what.en), found “\(found)”", "здесь нужно: \(what.ru), а стоит «\(found)»")
            return PromptMistake(diagnostic: Diagnostic(.expected, message, span, help: Self.written(right)), source: source)
        }
        let message = Text("expected \(what.en), found the end of the line", "здесь нужно: \(what.ru), а строка кончилась")
        return PromptMistake(diagnostic: Diagnostic(.expected, message, span, help: Self.written(right)), source: source)
    }

    private static func written(_ right: [Text]) -> [Text] {
        right.enumerated().map { k, line in
            k == 0 ? Text("it is written: ", "пишется так: ") + line : Text("or: ", "или так: ") + line
        }
    }

    /// Nothing may be left: what has been read so far is a whole line.
    func end(or right: [Text] = []) throws(PromptMistake) {
        guard !atEnd else { return }
        throw stray(right: [whole] + right)
    }
}

/// The phrases of a table by their first words, the longest first.
struct PhraseIndex<Word: Sendable>: Sendable {
    private var entries: [String: [(phrase: [String], word: Word)]] = [:]

    init(_ table: [SessionWordEntry<Word>]) {
        for entry in table {
            for phrase in (entry.en + entry.ru).map(Self.words) { entries[phrase[0], default: []].append((phrase, entry.word)) }
        }
        for first in entries.keys { entries[first]?.sort { $0.phrase.count > $1.phrase.count } }
    }

    /// A phrase as the lexer takes it apart.
    static func words(_ phrase: String) -> [String] {
        ReplWord.fold(phrase).split(separator: " ").flatMap { word -> [String] in
            guard let mark = word.firstIndex(of: "'") else { return [String(word)] }
            return [String(word[..<mark]), "'", String(word[word.index(after: mark)...])]
        }
    }

    /// What may be meant by a line, the longest phrase first.
    func candidates(_ line: String) -> [(phrase: [String], word: Word)] {
        let beginning = ReplWord.head(line, 300).drop { $0 == " " || $0 == "\t" || $0 == "\u{A0}" || $0 == "\u{FEFF}" }
        guard let first = beginning.first else { return [] }
        let word = first == "?" ? "?" : ReplWord.fold(String(beginning.prefix { $0.isLetter }))
        return entries[word] ?? []
    }
}
