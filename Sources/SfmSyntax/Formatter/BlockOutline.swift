import SfmTerms

/// Finds the blocks of a script from the words that lines begin with: how deep each line stands.
struct BlockOutline {
    private enum Block { case policy, background, scenario, examples, repeated, exercise, solution }

    private var parser: Parser
    private var open: [Block] = []
    /// Whether a policy's clause has begun: what follows belongs to it.
    private var inClause = false
    /// Whether the line above was a list that goes on.
    private var inList = false
    private var scenarioLine = 0
    private var table: Int?

    private static let items = KeywordSet([.policy, .background, .scenario, .exercise])
    private static let stepWords: [Keyword] = [
        .usePolicy, .include, .policy, .background, .scenario, .exercise, .end, .repeatBlock, .examples, .lead, .and, .given, .expect,
        .force, .actAs, .actAsAnyone, .advance, .today, .fulfilDuties, .skip, .knownFailure,
    ]
    private static let words = KeywordSet(stepWords)
    private static let exerciseWords = KeywordSet(stepWords + [.story, .points, .goal, .hint, .offLimits, .solution])

    /// Takes a parser that holds the file's tokens.
    init(parser: Parser) { self.parser = parser }

    /// Gives every line its kind, depth and table.
    mutating func arrange(_ lines: inout ScriptLines) {
        for k in lines.all.indices where !lines.all[k].tokens.isEmpty {
            let first = lines.all[k].tokens.lowerBound
            parser.i = first
            if open.last == .examples, lines.tokens[first].kind == .bar {
                arrangeRow(k, &lines)
            } else if open.last == .policy, !beginsItem(lines) {
                arrangePolicyLine(k, &lines)
            } else {
                arrangeLine(k, &lines)
            }
        }
        giveCommentsTheirDepth(&lines)
    }

    private var depth: Int { min(open.count, 64) }

    private mutating func arrangeRow(_ k: Int, _ lines: inout ScriptLines) {
        lines.all[k].kind = .row
        lines.all[k].depth = depth
        lines.all[k].table = table
        guard let table else { return }
        let (cells, comment) = Parser.cells(lines.source.bytes, from: Int(parser.token.lower), expected: lines.tables[table].headers.count)
        lines.all[k].comment = comment
        if lines.tables[table].headers.isEmpty { lines.tables[table].headers = cells } else { lines.tables[table].rows.append(cells) }
        lines.tables[table].lines.append(k)
    }

    /// An item inside of a block that it cannot stand in: the block's `end` is missing.
    private mutating func beginsItem(_ lines: ScriptLines) -> Bool {
        guard let (word, next) = parser.keyword(Self.items), !parser.isAct(longerThan: next) else { return false }
        return word != .policy || headsPolicy(next, lines)
    }

    private func headsPolicy(_ next: Int, _ lines: ScriptLines) -> Bool {
        lines.tokens[next].kind == .string && lines.tokens[next + 1].kind == .newline
    }

    private mutating func arrangePolicyLine(_ k: Int, _ lines: inout ScriptLines) {
        lines.all[k].depth = depth + (inClause ? 1 : 0)
        defer { inList = (lines.all[k].kind == .head(.list) || inList) && lines.tokens[lines.all[k].tokens.upperBound - 1].kind == .comma }
        guard let (word, next) = parser.keyword(.clause) else {
            if inList, parser.at(.string) {
                lines.all[k].kind = .continuation
                lines.all[k].depth += 1
            } else {
                lines.all[k].kind = .rule
            }
            return
        }
        lines.all[k].keywordEnd = next
        switch word {
        case .permit, .forbid, .oblige, .states: lines.all[k].kind = .rule
        case .end:
            open.removeLast()
            lines.all[k].depth = depth
            lines.all[k].kind = .head(.end)
        case .clause:
            inClause = true
            lines.all[k].depth = depth
            lines.all[k].kind = .head(.clause)
        default: lines.all[k].kind = .head(word)
        }
    }

    private mutating func arrangeLine(_ k: Int, _ lines: inout ScriptLines) {
        lines.all[k].depth = depth
        lines.all[k].table = table
        let words = open.last == .exercise ? Self.exerciseWords : Self.words
        guard let (word, next) = parser.keyword(words), !parser.isAct(longerThan: next) else { return }
        switch word {
        case .policy: if headsPolicy(next, lines) { begin(.policy, word, k, &lines) }
        case .background: begin(.background, word, k, &lines)
        case .exercise: begin(.exercise, word, k, &lines)
        case .scenario:
            begin(.scenario, word, k, &lines)
            findTable(k, next, &lines)
        case .repeatBlock:
            lines.all[k].kind = .head(word)
            open.append(.repeated)
        case .examples:
            guard open.last == .scenario, table != nil else { return }
            lines.all[k].kind = .head(word)
            // Where one `end` closes both, the table stands beside its scenario, as `else` does beside `if`.
            if !twoEndsFollow(k, lines) { open.removeLast() }
            lines.all[k].depth = depth
            open.append(.examples)
        case .end: close(k, &lines)
        case .usePolicy, .include: lines.all[k].kind = .head(word)
        case .skip, .knownFailure:
            guard open.last == .scenario else { return }
            lines.all[k].kind = .head(word)
            lines.all[k].keywordEnd = lines.tokens[next].kind == .colon ? next + 1 : next
            return
        case .story, .points, .goal, .hint, .offLimits, .solution:
            lines.all[k].kind = .head(word)
            if word == .solution { open.append(.solution) }
            lines.all[k].keywordEnd = lines.tokens[next].kind == .colon ? next + 1 : next
            return
        case .lead: break
        default: return
        }
        lines.all[k].keywordEnd = next
    }

    private mutating func begin(_ block: Block, _ word: Keyword, _ k: Int, _ lines: inout ScriptLines) {
        open = []
        (inClause, table) = (false, nil)
        lines.all[k].kind = .head(word)
        lines.all[k].depth = depth
        open.append(block)
    }

    /// A scenario's steps need the table's headers before the table comes.
    private mutating func findTable(_ k: Int, _ next: Int, _ lines: inout ScriptLines) {
        let found = parser.diagnostics
        parser.i = next
        if parser.findExamples() != nil {
            table = lines.tables.count
            lines.tables.append(ScriptTable(firstLine: k))
            lines.all[k].table = table
        }
        parser.diagnostics = found
    }

    private mutating func close(_ k: Int, _ lines: inout ScriptLines) {
        lines.all[k].kind = .head(.end)
        if !open.isEmpty { open.removeLast() }
        lines.all[k].depth = depth
        lines.all[k].table = open.isEmpty ? nil : table
        if open.isEmpty { table = nil }
    }

    /// Whether a table's `end` is followed by its scenario's.
    private mutating func twoEndsFollow(_ k: Int, _ lines: ScriptLines) -> Bool {
        var ends = 0
        for line in lines.all[(k + 1)...] where !line.tokens.isEmpty && lines.tokens[line.tokens.lowerBound].kind != .bar {
            parser.i = line.tokens.lowerBound
            guard parser.keyword(.end) != nil else { break }
            ends += 1
        }
        return ends > 1
    }

    /// A comment stands as deep as what it is written above; before an `end`, as deep as the block.
    private func giveCommentsTheirDepth(_ lines: inout ScriptLines) {
        var below = depth
        for k in lines.all.indices.reversed() {
            switch lines.all[k].kind {
            case .blank: continue
            case .comment: lines.all[k].depth = below
            case .head(.end): below = lines.all[k].depth + 1
            case .head, .step, .rule, .continuation, .row, .broken: below = lines.all[k].depth
            }
        }
    }
}
