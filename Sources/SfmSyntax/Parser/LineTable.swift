import SfmTerms

/// The lines of one file as the parser reads them: what each is, how deep it stands, what it says.
///
/// Which blocks there are is known to the parser alone, which tells where they open and end. A line that it says nothing of is not understood,
/// and below a head that is not understood nothing stands deeper.
struct LineTable {
    let source: SourceFile
    private(set) var tokens: [Token] = []
    private(set) var all: [ScriptLine] = []
    private(set) var tables: [ScriptTable] = []

    /// How many blocks are open.
    private var depth = 0
    /// The head of what stands in no block, where it is understood.
    private var item: Keyword?
    private var isInClause = false
    /// The table of the scenario that is open.
    private var table: Int?
    /// The table of the scenario whose head was read last.
    private var latest: Int?
    /// Where a row of the latest table is being read: its lines are those of the scenario, and only what its steps say is new.
    private var row: (line: Int, token: Int)?

    init(_ source: SourceFile) { self.source = source }

    /// Parts the text into lines, none of them understood yet.
    mutating func begin(_ tokens: [Token]) {
        self.tokens = tokens
        var first = 0
        var lower = Lexer.bomLength(source.bytes)
        for (k, token) in tokens.enumerated() where token.kind == .newline {
            let bytes = lower..<max(lower, Int(token.lower))
            var line = ScriptLine(kind: .broken, number: all.count, tokens: first..<k, bytes: bytes, keywordEnd: first)
            let codeEnd = line.tokens.isEmpty ? bytes.lowerBound : Int(tokens[k - 1].upper)
            if let hash = source.bytes[codeEnd..<max(codeEnd, bytes.upperBound)].firstIndex(of: UInt8(ascii: "#")) {
                line.comment = String(decoding: source.bytes[hash..<bytes.upperBound], as: UTF8.self).trimmingBlanks
            }
            if line.tokens.isEmpty { line.kind = line.comment.isEmpty ? .blank : .comment }
            all.append(line)
            first = k + 1
            lower = Int(token.upper)
        }
    }

    // MARK: - While it is read

    /// Says what the line is that begins with a token; what stands behind an `end` is no line of its own.
    mutating func note(_ kind: ScriptLine.Kind, at token: Int, keywordEnd: Int? = nil, deeper: Int = 0) {
        guard row == nil, let k = line(at: token) else { return }
        all[k].kind = kind
        all[k].keywordEnd = keywordEnd ?? token
        all[k].depth = min(depth, Self.deepest) + (isInClause ? 1 : 0) + deeper
        all[k].table = table
    }

    /// The title of the head that begins with a token has no quotation marks.
    mutating func note(title: String, _ tokens: Range<Int>, at token: Int) {
        if row == nil, let k = line(at: token) { all[k].title = (title, tokens) }
    }

    /// No line is indented further.
    private static let deepest = 64

    /// A line that stands nowhere but in one kind of item.
    mutating func note(_ kind: ScriptLine.Kind, in place: Keyword, at token: Int, keywordEnd: Int? = nil, deeper: Int = 0) {
        if item == place { note(kind, at: token, keywordEnd: keywordEnd, deeper: deeper) } else { note(.step, at: token) }
    }

    /// The head of what stands in no block: whatever is open ends before it.
    mutating func begin(_ word: Keyword, at token: Int, keywordEnd: Int) {
        guard row == nil else { return }
        leaveTable(before: token)
        (depth, item, isInClause) = (0, word, false)
        note(.head(word), at: token, keywordEnd: keywordEnd)
    }

    /// A block opens below a line.
    mutating func open(below token: Int) {
        if row == nil, let k = line(at: token), all[k].opensBlock { depth += 1 }
    }

    /// The line that ends the innermost block, if one is open.
    mutating func end(at token: Int, keywordEnd: Int) {
        guard row == nil else { return }
        (depth, isInClause) = (max(0, depth - 1), false)
        if depth == 0 {
            leaveTable(before: token)
            item = nil
        }
        note(.head(.end), at: token, keywordEnd: keywordEnd)
    }

    /// What belongs to a clause stands deeper than its head.
    mutating func beginClause(at token: Int, keywordEnd: Int) {
        isInClause = false
        note(.head(.clause), in: .policy, at: token, keywordEnd: keywordEnd)
        isInClause = item == .policy
    }

    /// What the line says that begins with a token.
    mutating func keep(_ node: LineNode, at token: Int) {
        if row == nil, let k = line(at: token) { all[k].node = node }
    }

    /// A step of the file, or of the row at hand, whose tokens are its own.
    mutating func keep(_ step: LineStep, at token: Int, _ tokens: [Token]) {
        guard let above = row else { return keep(.step(step), at: token) }
        let line = above.line + tokens[above.token..<token].count { $0.kind == .newline }
        row = (line, token)
        if let latest { tables[latest].steps[line, default: []].append(step) }
    }

    // MARK: - Tables

    /// The head of the scenario that a table belongs to; its steps need the table's headers before these come. False where it is not understood.
    mutating func beginTable(at head: Int) -> Bool {
        latest = nil
        guard let k = line(at: head), all[k].opensBlock else { return false }
        (table, latest) = (tables.count, tables.count)
        tables.append(ScriptTable(extent: k..<all.count))
        all[k].table = table
        depth += 1
        return true
    }

    /// The headers of the table that is open.
    var headers: [String]? { table.map { tables[$0].headers } }

    /// `examples`; where one `end` closes both, the table stands beside its scenario, as `else` does beside `if`.
    mutating func noteExamples(at token: Int, keywordEnd: Int, ends: Int) {
        if ends < 2 { depth -= 1 }
        note(.head(.examples), at: token, keywordEnd: keywordEnd)
        depth += 1
    }

    mutating func addRow(_ cells: [String], comment: String, at token: Int) {
        guard row == nil, let table, let k = line(at: token) else { return }
        note(.row, at: token)
        all[k].comment = comment
        if tables[table].rowLines.isEmpty { tables[table].headers = cells } else { tables[table].rows.append(cells) }
        tables[table].rowLines.append(k)
    }

    /// A table whose rows stand in a file of their own.
    mutating func fillTable(_ headers: [String], _ rows: [[String]]) {
        guard row == nil, let table else { return }
        (tables[table].headers, tables[table].rows, tables[table].isElsewhere) = (headers, rows, true)
    }

    private mutating func leaveTable(before token: Int) {
        guard let left = table, let k = line(at: token) else { return }
        table = nil
        tables[left].extent = tables[left].extent.lowerBound..<k
    }

    /// The table's scenario is read with a row in it.
    mutating func beginRow() { row = (latest.map { tables[$0].extent.lowerBound } ?? 0, 0) }

    mutating func endRow() { row = nil }

    // MARK: - When it has been read

    /// Takes what the parser found wrong.
    mutating func finish(_ diagnostics: [Diagnostic], _ sources: [SourceFile]) {
        giveCommentsTheirDepth()
        for diagnostic in diagnostics where diagnostic.code != .unclosedBlock && diagnostic.code != .strayEnd { markBroken(diagnostic, sources) }
        for (number, table) in tables.enumerated() where table.headers.isEmpty || table.rows.contains(where: { $0.count != table.headers.count }) {
            breakTable(number)
        }
    }

    /// A comment stands as deep as what it is written above; before an `end`, as deep as the block.
    private mutating func giveCommentsTheirDepth() {
        var below = min(depth, Self.deepest)
        for k in all.indices.reversed() {
            switch all[k].kind {
            case .blank: continue
            case .comment: all[k].depth = below
            case .head(.end): below = all[k].depth + 1
            case .head, .step, .rule, .continuation, .row, .broken: below = all[k].depth
            }
        }
    }

    /// Lines with a mistake stay as they are, and so does everything behind the place where the parser gave up.
    private mutating func markBroken(_ diagnostic: Diagnostic, _ sources: [SourceFile]) {
        let offset = Int(diagnostic.span.lower)
        let isOwn = diagnostic.span.file == 0
        let k = isOwn ? max(0, index(behind: offset) { $0.bytes.lowerBound } - 1) : sources[Int(diagnostic.span.file)].reportedLine(of: offset) - 1
        guard all.indices.contains(k) else { return }
        let givesUp = diagnostic.code == .tooManyDiagnostics || diagnostic.code == .nestedTooDeep
        for line in k..<(givesUp ? all.count : k + 1) where all[line].kind != .blank && all[line].kind != .comment { all[line].kind = .broken }
        let damagesTable = diagnostic.code == .badTable || (diagnostic.code == .fileTooLarge && isOwn)
        if damagesTable, let table = all[k].table { breakTable(table) }
    }

    /// A scenario whose table is wrong was never parsed.
    private mutating func breakTable(_ table: Int) {
        tables[table].isBroken = true
        for k in tables[table].extent where all[k].kind == .step || all[k].kind == .row { all[k].kind = .broken }
    }

    // MARK: - Places

    /// The line that begins with a token.
    private func line(at token: Int) -> Int? {
        let k = index(behind: token) { $0.tokens.lowerBound } - 1
        return k >= 0 && all[k].tokens.lowerBound == token ? k : nil
    }

    /// The first line whose place, which grows from line to line, lies behind another.
    private func index(behind place: Int, _ placeOf: (ScriptLine) -> Int) -> Int {
        var (low, high) = (0, all.count)
        while low < high {
            let middle = (low + high) / 2
            if placeOf(all[middle]) <= place { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
