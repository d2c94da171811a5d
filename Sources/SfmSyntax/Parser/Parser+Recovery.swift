import SfmTerms

/// After a mistake the next line starts afresh, and nothing that only follows from the mistake is reported.
extension Parser {
    /// The block that a line was meant to open which was reported because its first word is misspelt.
    func headlessBlock(since before: Int) -> Keyword? {
        guard diagnostics.count > before, let last = diagnostics.last, last.code == .unknownStatement, let fix = last.fixes.first else { return nil }
        var node = grammar.roots.keywords
        for word in fix.replacement.split(separator: " ") {
            guard let next = grammar.phrases.step(node, grammar.lexicon.find(String(word))) else { return nil }
            node = next
        }
        return grammar.phrases.values(of: node).compactMap { Keyword(rawValue: UInt8($0)) }.first {
            [.background, .scenario, .policy, .repeatBlock, .exercise, .exploration].contains($0)
        }
    }

    /// A statement nobody understands may have opened a block: then its `end` is no mistake of its own.
    mutating func noteHeadless(since before: Int) {
        guard diagnostics.count > before, let last = diagnostics.last, last.code == .unknownStatement, last.fixes.isEmpty else { return }
        headlessBlocks += 1
    }

    /// Reads on in a block whose first line began with a misspelt keyword; what it says still counts.
    mutating func readHeadless(_ word: Keyword, from start: Int, into script: inout ScriptNode) {
        let title = tokens[start...].prefix { $0.kind != .newline && $0.kind != .end }.firstIndex { $0.kind == .string }
        switch word {
        case .scenario:
            if let title {
                i = title
                parseScenario(start, into: &script)
            } else {
                _ = parseBlock(from: start, what: Text("scenario", "сценарий"))
            }
        case .policy:
            guard let title else { return }
            i = title
            if let policy = parsePolicy(start) { script.policies.append(policy) }
        case .exercise:
            i = title ?? i
            if let exercise = parseExercise(start) { script.exercises.append(exercise) }
        case .exploration:
            i = title ?? i
            if let exploration = parseExploration(start) { script.scenarios.append(exploration) }
        case .background:
            script.hasBackground = true
            script.background += parseBlock(from: start, what: Text("background", "предыстория"))
        default: script.looseSteps += parseBlock(from: start, what: Text("block", "блок"))
        }
    }

    /// Whether something on the line at hand has been reported already.
    var lineIsReported: Bool {
        guard let last = diagnostics.last, last.span.file == file else { return false }
        var k = i
        while k > 0, tokens[k - 1].kind != .newline { k -= 1 }
        return last.span.lower >= tokens[k].lower
    }

    /// Drops what the parser says about lines whose characters are wrong already.
    mutating func dropConsequences(ofTextErrors text: [Diagnostic], from first: Int) {
        guard !text.isEmpty else { return }
        let lines = Set(text.map { sources[Int(file)].lineRange(of: Int($0.span.lower)).lowerBound })
        var kept = Array(diagnostics[..<first])
        for (k, d) in diagnostics[first...].enumerated() {
            if k >= text.count, d.span.file == file, d.code.isSyntax, lines.contains(sources[Int(file)].lineRange(of: Int(d.span.lower)).lowerBound) {
                continue
            }
            kept.append(d)
        }
        diagnostics = kept
    }
}
