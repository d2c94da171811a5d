import SfmTerms

/// Where the tables lie that a script names.
public protocol TableFiles {
    /// The text of a file that is named at a place, as it is written there; a diagnostic where it is not to be had.
    func table(_ name: String, written: String, at span: Span) -> Result<SourceFile, FileMistake>
}

/// What is wrong with a file that a script names.
public struct FileMistake: Error {
    public let diagnostic: Diagnostic

    public init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }
}

extension Parser {
    /// The table of a file that the string at a token names; `nil` where nobody reads files, or something is wrong, which has been said.
    mutating func table(named token: Int) -> CSVTable? {
        let span = tokens[token].span(file)
        switch files?.table(names[tokens[token].name], written: sources[Int(file)].text(span), at: span) {
        case nil: return nil
        case .failure(let mistake)?:
            diagnostics.append(mistake.diagnostic)
            return nil
        case .success(let source)?:
            if let known = tables[source.name] { return known.table }
            let number = UInt16(truncatingIfNeeded: sources.count)
            // An empty file has no place that could be shown.
            guard source.bytes.dropFirst(Lexer.bomLength(source.bytes)).contains(where: { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }) else {
                diagnostics.append(.emptyTable(span, Self.clipped(names[tokens[token].name])))
                return nil
            }
            guard sources.count < Int(UInt16.max) else {
                diagnostics.append(.tooManyRows(span, limit: Int(UInt16.max)))
                return nil
            }
            sources.append(source)
            let (table, mistakes) = Self.read(source, number, grammar, limits)
            diagnostics += mistakes
            let usable = mistakes.isEmpty ? table : nil
            tables[source.name] = (number, usable)
            return usable
        }
    }

    private static func read(_ source: SourceFile, _ number: UInt16, _ grammar: Grammar, _ limits: SyntaxLimits) -> (CSVTable, [Diagnostic]) {
        // What no script may hold no cell may: the lexer knows.
        var names = Names()
        let stream = Lexer.lex(source, number: number, lexicon: grammar.lexicon, names: &names, limits: limits)
        let mistakes = stream.diagnostics.filter { [.invalidUTF8, .legacyEncoding, .forbiddenCharacter, .tooManyMarks].contains($0.code) }
        let table = CSVTable(source, file: number, limits: limits)
        return (table, mistakes.isEmpty ? table.diagnostics : mistakes)
    }

    mutating func forgetTables(from first: Int) { tables = tables.filter { Int($0.value.number) < first } }

    /// people := FROM string: those whom the first column of a file names. An empty list where nobody reads files.
    mutating func parsePeopleOfFile() -> (people: SmallArray<PersonNode>, file: NameID)? {
        guard let from = match(grammar.particle(.fromFile), at: i) else { return nil }
        ask(.table, at: from.next)
        guard tokens[from.next].kind == .string else { return nil }
        let name = from.next
        i = name + 1
        var people = SmallArray<PersonNode>()
        if let table = table(named: name), let number = table.rows.first?.span.file {
            for row in table.rows {
                guard let handle = handle(row.cells[0], row.spans[0], number) else { continue }
                people.append(.handle(handle, row.spans[0]))
            }
        }
        return (people, tokens[name].name)
    }

    /// The handle that a cell is.
    private mutating func handle(_ cell: String, _ span: Span, _ number: UInt16) -> NameID? {
        let source = SourceFile(name: "", text: cell)
        let stream = Lexer.lex(source, number: number, lexicon: grammar.lexicon, names: &names, limits: limits)
        if stream.diagnostics.isEmpty, let first = stream.tokens.first, first.kind == .handle, Int(first.upper) == source.bytes.count { return first.name }
        if diagnostics.count < limits.diagnostics { diagnostics.append(.noHandle(span, Self.clipped(cell))) }
        return nil
    }
}
