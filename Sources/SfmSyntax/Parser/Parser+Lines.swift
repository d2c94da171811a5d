import SfmTerms

/// What the parser says of lines while it reads them, where somebody wants to know: the formatter and the translator.
extension Parser {
    /// Parses one more file and tells of its lines; `nil` where its bytes are no text that can be laid out.
    mutating func parseLines(_ source: SourceFile) -> LineTable? {
        lines = LineTable(source)
        defer { lines = nil }
        _ = parse(source)
        guard source.bytes.count <= limits.fileBytes, !diagnostics.contains(where: { $0.code == .invalidUTF8 || $0.code == .legacyEncoding }) else {
            return nil
        }
        lines?.finish(diagnostics, sources)
        return lines
    }

    mutating func noteItem(_ word: Keyword, at start: Int, _ next: Int) {
        switch word {
        case .usePolicy, .include, .workingDays, .daysOff, .alsoWorking, .period, .schoolYear: lines?.note(.head(word), at: start, keywordEnd: next)
        case .end: lines?.end(at: start, keywordEnd: next)
        case .policy where !headsPolicy(next): break
        default: lines?.begin(word, at: start, keywordEnd: next)
        }
    }

    /// The line at the cursor, which is a step or one of those that stand among steps.
    mutating func noteStep() -> LineLead {
        guard let (word, next) = keyword(.steps), !isAct(longerThan: next) else {
            // Rows behind a table that nothing has ended are laid out with it.
            if at(.bar), let headers = lines?.headers, !headers.isEmpty { noteRow(headers) } else { lines?.note(.step, at: i) }
            return LineLead(above: lastLead)
        }
        switch word {
        case .repeatBlock, .usePolicy, .include: lines?.note(.head(word), at: i, keywordEnd: next)
        case .lead: lines?.note(.step, at: i, keywordEnd: next)
        default: lines?.note(.step, at: i)
        }
        return lead()
    }

    private mutating func noteRow(_ headers: [String]) {
        let (cells, comment) = Self.cells(sources[Int(file)].bytes, from: Int(token.lower), expected: headers.count)
        lines?.addRow(cells, comment: comment, at: i)
    }

    /// The words that the step at the cursor begins with.
    mutating func lead() -> LineLead {
        let start = i
        defer { i = start }
        guard let (word, next) = keyword(.steps), word == .and, !isAct(longerThan: next) else { return LineLead(above: lastLead) }
        i = next
        guard let (own, after) = keyword(.steps), own != .and, own != .actAs, !isAct(longerThan: after) else {
            return LineLead(above: lastLead, isAnd: true, isOwn: false)
        }
        // «И затем заблокировать»: the act says nothing of the line above.
        return LineLead(above: lastLead, isAnd: own != .lead)
    }

    /// A line of a policy whose keyword, where it begins with one, ends at the cursor.
    mutating func notePolicyLine(_ word: Keyword, at line: Int) {
        switch word {
        case .clause: lines?.beginClause(at: line, keywordEnd: i)
        case .permit, .forbid, .oblige, .states: lines?.note(.rule, in: .policy, at: line, keywordEnd: i)
        default: lines?.note(.head(word), in: .policy, at: line, keywordEnd: i)
        }
    }

    /// What a line of a policy has added to it.
    mutating func keepPolicyLine(_ word: Keyword, at line: Int, _ policy: PolicyNode, before: (terms: Int, words: Int)) {
        switch word {
        case .permit, .forbid, .oblige, .states:
            if let rule = policy.clauses.last?.rules.last { lines?.keep(.rule(rule), at: line) }
        case .adopted:
            if let adopted = policy.adopted { lines?.keep(.adopted(adopted.date, order: adopted.order), at: line) }
        case .calls: lines?.keep(.terms(policy.terms[before.terms...].map { ($0.noun, $0.term) }), at: line)
        case .messageKinds, .violationKinds, .ownRole, .ownMark, .ownAct, .ownEvent: lines?.keep(.words(Array(policy.words[before.words...])), at: line)
        default: break
        }
    }

    // MARK: - Lines that are passed

    /// The scenario of a table, whose steps are read with the rows in them.
    mutating func noteTable(_ table: ExamplesTable, from start: Int) {
        let saved = i
        defer { i = saved }
        let isUnderstood = lines?.beginTable(at: start) ?? false
        skipLine()
        noteLinesOfTable(to: isUnderstood ? table.head.token : table.next)
        guard isUnderstood else { return }
        lines?.noteExamples(at: table.head.token, keywordEnd: table.head.next, ends: table.ends)
        skipLine()
        if table.file != nil { lines?.fillTable(table.headers, table.rows.map(\.cells)) }
        for row in table.lines {
            lines?.addRow(row.cells, comment: row.comment, at: row.token)
            i = row.token
            skipLine()
        }
        for _ in 0..<table.ends {
            skipBlankLines()
            if let (_, next) = keyword(.end) { lines?.end(at: i, keywordEnd: next) }
            skipLine()
        }
    }

    private mutating func noteLinesOfTable(to end: Int) {
        while true {
            skipBlankLines()
            guard i < end, !at(.end) else { return }
            if let (_, next) = keyword(.end), !isAct(longerThan: next) {
                lines?.end(at: i, keywordEnd: next)
            } else if let (word, next) = keyword(.marks), !isAct(longerThan: next) {
                lines?.note(.head(word), in: .scenario, at: i, keywordEnd: tokens[next].kind == .colon ? next + 1 : next)
            } else {
                _ = noteStep()
                lines?.open(below: i)
            }
            skipLine()
        }
    }

    /// What follows where the parser gave up is laid out by the blocks that open and end there, as far as their first words tell.
    mutating func passRest() {
        guard lines != nil else { return }
        let found = diagnostics
        while true {
            skipBlankLines()
            guard !at(.end) else { break }
            passLine()
        }
        diagnostics = found
    }

    private mutating func passLine() {
        guard let (word, next) = keyword(.blocks), !isAct(longerThan: next), word != .policy || headsPolicy(next) else {
            lines?.note(.broken, at: i)
            return skipLine()
        }
        switch word {
        case .end: lines?.end(at: i, keywordEnd: next)
        case .clause: lines?.beginClause(at: i, keywordEnd: next)
        case .repeatBlock, .solution:
            lines?.note(.head(word), at: i, keywordEnd: next)
            lines?.open(below: i)
        default:
            let start = i
            lines?.begin(word, at: start, keywordEnd: next)
            i = next
            if word == .scenario, let table = findExamples() {
                noteTable(table, from: start)
                i = table.next
                return
            }
            lines?.open(below: start)
        }
        skipLine()
    }
}
