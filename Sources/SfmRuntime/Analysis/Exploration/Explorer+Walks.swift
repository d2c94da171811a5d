import SfmSyntax
import SfmTerms

/// Random walks, where there is too much to see it whole. What they find they shorten until no step can be left out.
extension Explorer {
    /// A walk that nothing ends goes no further.
    private static let longest = 100

    /// Walks so often from the beginning, each step one of all that can happen; which follows from the numbers given alone.
    public mutating func walk(_ walks: Int, _ numbers: inout some RandomNumberGenerator) -> ExplorationResult {
        var open = begin()
        for _ in 0..<walks where !open.isEmpty && result.limit == nil && !result.isInterrupted { walkOnce(&numbers, &open) }
        result.situations = store.count
        noteIdle()
        return result
    }

    private mutating func walkOnce(_ numbers: inout some RandomNumberGenerator, _ open: inout [Int]) {
        var interpreter = start
        var deeds: [Deed] = []
        while deeds.count < node.depth ?? Self.longest, !open.isEmpty {
            if Interruption.isWanted {
                result.isInterrupted = true
                return
            }
            guard let possible = possible(in: interpreter), !possible.isEmpty else { return }
            let deed = possible[Int(numbers.next() % UInt64(possible.count))]
            deeds.append(deed)
            `repeat`(deed, &interpreter)
            if !deed.isClock { happened.insert(Int(moves.choiceOf[deed.move])) }
            result.depth = max(result.depth, deeds.count)
            let answers = facts.map { $0.answer(in: interpreter) }
            _ = store.insert(key(parts(of: interpreter, after: nil), interpreter, answers))
            for k in open where isSettled(k, answers) {
                result.verdicts[k] = verdict(on: k, by: shortened(deeds, k))
                open.removeAll { $0 == k }
            }
            if store.count >= limits.states, !open.isEmpty { result.limit = .tooManyStates(limits.states, depth: deeds.count) }
        }
    }

    /// Everything that can happen now; `nil` where that cannot be told within the limits.
    private mutating func possible(in interpreter: Interpreter) -> [Deed]? {
        guard let tried = moves.tried(in: interpreter) else {
            result.limit = .tooManyMoves(ExplorationMoves.most)
            return nil
        }
        result.tries += tried.count
        guard result.tries <= limits.tries else {
            result.limit = .tooManyTries(limits.tries, situations: store.count, depth: result.depth)
            return nil
        }
        var deeds = tried.compactMap { move in
            interpreter.trying(moves, move, mayForce: node.isAgainstPolicy).map { Deed(move: move, isForced: $0.attempt == .forced) }
        }
        if interpreter.nextMoment(tests, windows: windows) != nil { deeds.append(.clock) }
        return deeds
    }

    /// The same without the steps that can be left out, one after another as long as there are any.
    private func shortened(_ deeds: [Deed], _ property: Int) -> [Deed] {
        var deeds = deeds
        var k = 0
        while k < deeds.count {
            var fewer = deeds
            fewer.remove(at: k)
            if settles(fewer, property) { (deeds, k) = (fewer, 0) } else { k += 1 }
        }
        return deeds
    }

    /// Whether deeds can all be done and settle a property in the end.
    private func settles(_ deeds: [Deed], _ property: Int) -> Bool {
        var interpreter = start
        for deed in deeds {
            if deed.isClock {
                guard let moment = interpreter.nextMoment(tests, windows: windows) else { return false }
                _ = interpreter.moveClock(to: moment)
            } else {
                guard let (after, attempt) = interpreter.trying(moves, deed.move, mayForce: deed.isForced), (attempt == .forced) == deed.isForced else {
                    return false
                }
                interpreter = after
            }
        }
        return isSettled(property, facts.map { $0.answer(in: interpreter) })
    }
}
