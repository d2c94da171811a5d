import SfmTerms

extension Parser {
    private static let exerciseWord = Text("exercise", "упражнение")

    /// exercise := EXERCISE string [tags] { exercise-line | step } END
    mutating func parseExercise(_ start: Int) -> ExerciseNode? {
        var exercise = ExerciseNode(title: "", titleSpan: span, span: spanFrom(start))
        let isTitled = at(.string)
        if isTitled {
            exercise.title = names[token.name]
            i += 1
            exercise.tags = parseTags()
            exercise.span = spanFrom(start)
            endLine()
        } else {
            diagnostics.append(missingQuotes(Text("the exercise's title in quotes", "название упражнения в кавычках")))
            skipLine()
        }
        lastLead = nil
        lines?.open(below: start)
        while !stopped, diagnostics.count < limits.diagnostics {
            skipBlankLines()
            if let (_, next) = keyword(.end), !isAct(longerThan: next) {
                lines?.end(at: i, keywordEnd: next)
                i = next
                endLine()
                lastLead = nil
                break
            }
            if at(.end) || nextItemBegins() {
                refuseItem()
                isIncomplete = at(.end)
                diagnostics.append(.unclosedBlock(Self.exerciseWord, tokens[start].span(file)))
                break
            }
            parseExerciseLine(into: &exercise)
        }
        exercise.extent = extent(from: start)
        return isTitled ? exercise : nil
    }

    /// exercise-line := STORY string | POINTS number | GOAL goal | HINT string | OFF-LIMITS off-limits | SOLUTION block
    private mutating func parseExerciseLine(into exercise: inout ExerciseNode) {
        let line = i
        guard let (word, next) = keyword(.exercise), !isAct(longerThan: next) else { return parseExerciseStep(into: &exercise) }
        i = next
        lastLead = nil
        _ = accept(.colon)
        lines?.note(.head(word), in: .exercise, at: line, keywordEnd: i)
        switch word {
        case .story: if let text = parseQuoted(Text("the story in quotes", "рассказ в кавычках")) { exercise.story.append(text) }
        case .hint: if let text = parseQuoted(Text("the hint in quotes", "подсказка в кавычках")) { exercise.hints.append(text) }
        case .points: parsePoints(line, into: &exercise)
        case .goal:
            if let goal = parseGoal(line) {
                exercise.goals.append(goal)
                lines?.keep(.goal(goal), at: line)
            }
        case .offLimits:
            if let node = parseOffLimits(line) {
                exercise.offLimits.append(node)
                lines?.keep(.offLimits(node), at: line)
            }
        case .solution:
            let head = spanFrom(line)
            endLine()
            let steps = parseBlock(from: line, what: Text("solution", "решение"))
            if exercise.solution != nil { diagnostics.append(.doubledPart(head)) }
            exercise.solution = steps
            return
        default: presume(false, "a line of an exercise without a production")
        }
        endLine()
    }

    private mutating func parseExerciseStep(into exercise: inout ExerciseNode) {
        let (line, before) = (i, diagnostics.count)
        guard var step = parseStep() else { return noteHeadless(since: before) }
        if case .repeated(let count, _) = step.kind {
            step.kind = .repeated(count, parseBlock(from: line, what: Self.repeatWord))
            step.span = spanFrom(line)
        }
        exercise.steps.append(step)
    }

    private mutating func parseQuoted(_ what: Text) -> String? {
        guard at(.string) else {
            diagnostics.append(missingQuotes(what))
            return nil
        }
        defer { i += 1 }
        return names[token.name]
    }

    private mutating func parsePoints(_ line: Int, into exercise: inout ExerciseNode) {
        guard let points = number, (1...1000).contains(points) else {
            diagnostics.append(.badNumber(span, found: found, Text("points 10 (from 1 to 1000)", "баллы 10 (от 1 до 1000)")))
            return
        }
        i += 1
        if exercise.points != nil { diagnostics.append(.doubledPart(spanFrom(line))) }
        exercise.points = points
    }

    /// goal := [ string ":" ] fact
    mutating func parseGoal(_ start: Int) -> GoalNode? {
        current = .none
        var title: String?
        if at(.string) {
            title = names[token.name]
            i += 1
            guard expect(.colon, Text("a colon before the fact", "двоеточие перед утверждением")) else { return nil }
        }
        return parseFact().map { GoalNode(title: title, fact: $0, span: spanFrom(start)) }
    }

    /// off-limits := forbidden { "," forbidden } [ BECAUSE string ]; forbidden := RULE-HEAD | FORCE | FULFIL-DUTIES
    mutating func parseOffLimits(_ start: Int) -> OffLimitsNode? {
        var node = OffLimitsNode(span: spanFrom(start))
        while true {
            if let (word, next) = keyword(.offLimits) {
                node.words.append(word)
                i = next
            } else if !parseRuleActs(&node.acts) {
                return nil
            }
            guard at(.comma) || at(.and) || at(.or) else { break }
            i += 1
            if at(.because) { break }
        }
        if accept(.because) {
            guard let reason = parseQuoted(Text("the reason in quotes", "причина в кавычках")) else { return nil }
            node.reason = reason
        }
        node.span = spanFrom(start)
        return node
    }
}
