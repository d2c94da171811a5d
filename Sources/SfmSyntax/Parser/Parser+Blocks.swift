import SfmTerms

/// Blocks of steps. Repeats inside one another are kept on a list, not on the stack, so that nesting costs no stack.
extension Parser {
    static let repeatWord = Text("repeat", "повторить")

    /// A block that has been opened and not ended yet.
    private struct OpenBlock {
        var start: Int
        var what: Text
        /// How often a repeat repeats.
        var count = 1
        var steps: [StepNode] = []
    }

    /// block := { step | REPEAT number TIMES block } END
    mutating func parseBlock(from start: Int, what: Text) -> [StepNode] {
        var open: [OpenBlock] = []
        enter(OpenBlock(start: start, what: what), &open)
        while !stopped {
            skipBlankLines()
            if let probe, what == Self.scenarioWord, open.count == 1 { probe.note(KeywordSet([.examples]), tokens, at: i, grammar) }
            if at(.end) {
                isIncomplete = true
                reportUnclosed(open)
                break
            }
            if let (word, next) = keyword(.items), word != .usePolicy, word != .include, !isAct(longerThan: next) {
                if word == .end {
                    lines?.end(at: i, keywordEnd: next)
                    i = next
                    endLine()
                    lastLead = nil
                    if open.count == 1 { return open[0].steps }
                    close(&open)
                    continue
                }
                if word != .policy || !restOfLineIsFact(next) {
                    refuseItem()
                    reportUnclosed(open)
                    break
                }
            }
            if diagnostics.count >= limits.diagnostics { break }
            parseBlockStep(&open)
        }
        while open.count > 1 { close(&open) }
        return open[0].steps
    }

    /// A background, a scenario or a policy: the `end` of the block before it is missing.
    mutating func nextItemBegins() -> Bool {
        guard let (word, next) = keyword(.items), word != .usePolicy, word != .include, word != .end, !isAct(longerThan: next) else { return false }
        return word != .policy || !restOfLineIsFact(next)
    }

    private mutating func parseBlockStep(_ open: inout [OpenBlock]) {
        let (line, before) = (i, diagnostics.count)
        if let step = parseStep() {
            if case .repeated(let count, _) = step.kind {
                enter(OpenBlock(start: line, what: Self.repeatWord, count: count), &open)
            } else {
                open[open.count - 1].steps.append(step)
            }
        } else if headlessBlock(since: before) == .repeatBlock {
            enter(OpenBlock(start: line, what: Self.repeatWord), &open)
        } else {
            noteHeadless(since: before)
        }
    }

    private mutating func enter(_ block: OpenBlock, _ open: inout [OpenBlock]) {
        open.append(block)
        // Seldom has a scenario more steps.
        open[open.count - 1].steps.reserveCapacity(block.what == Self.repeatWord ? 4 : 32)
        lastLead = nil
        lines?.open(below: block.start)
        guard open.count > limits.nesting else { return }
        diagnostics.append(.nestedTooDeep(tokens[block.start].span(file), limit: limits.nesting))
        passRest()
        i = tokens.count - 1
        stopped = true
    }

    /// Puts the innermost repeat into the block around it.
    private mutating func close(_ open: inout [OpenBlock]) {
        let block = open.removeLast()
        open[open.count - 1].steps.append(StepNode(kind: .repeated(block.count, block.steps), span: spanFrom(block.start)))
    }

    private mutating func reportUnclosed(_ open: [OpenBlock]) {
        for block in open { diagnostics.append(.unclosedBlock(block.what, tokens[block.start].span(file))) }
    }
}
