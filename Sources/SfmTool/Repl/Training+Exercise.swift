import SfmPolicy
import SfmRuntime
import SfmSyntax
import SfmTerms

/// Doing one exercise.
extension Training {
    private func item(_ attempt: Attempt) -> CourseItem { course.items[attempt.number] }

    /// Begins an exercise, or goes on with it where it was left in the middle.
    mutating func begin(_ number: Int) -> Reply {
        let item = course.items[number]
        let repl = Repl(
            language: language, fallback: language, colour: colour, plain: plain, files: files,
            session: Session(at: item.world.start, knowing: item.world.checker))
        let fresh = Attempt(number: number, repl: repl, met: item.world.met(in: item.world.start))
        let left = progress[course.key, item.id].open
        guard !left.isEmpty else {
            attempt = fresh
            return Reply(text: task(fresh))
        }
        var resumed = fresh
        resumed.isTried = true
        guard left.allSatisfy({ resumed.repl.replay(.text($0)) }) else {
            attempt = fresh
            progress[course.key, item.id].open = []
            let note: SafeText = language(
                "what was done before does not fit the exercise any more; it begins anew\n",
                "сделанное раньше к упражнению больше не подходит; оно начато заново\n")
            return Reply(text: note + task(fresh))
        }
        resumed.met = item.world.met(in: resumed.repl.session.interpreter)
        attempt = resumed
        let steps = Plural("line", "lines", ru: "строка", "строки", "строк").counted(left.count, language)
        let restart = TrainWord.reset.phrase(language)
        let note: SafeText = language(
            "gone on with where you left (\(steps)); anew: \(restart)\n", "продолжено с того же места (\(steps)); начать заново: \(restart)\n")
        return Reply(text: note + left.map { "  \($0)\n" }.joined() + task(resumed))
    }

    // MARK: - Lines

    /// In the sandbox the REPL alone answers.
    mutating func play(_ line: String) -> Reply {
        guard var sandbox = attempt?.sandbox else { return Reply(text: "") }
        var reply = sandbox.handle(line)
        attempt?.sandbox = sandbox
        if case .quit = reply.next { reply.next = .goOn }
        return reply
    }

    /// A line of the exercise: the REPL's answer, and what it means for the goals.
    mutating func submit(_ line: String) -> Reply {
        guard let before = attempt else { return Reply(text: "") }
        var now = before
        var reply = now.repl.handle(line)
        let (was, session) = (before.repl.session, now.repl.session)
        let isAccepted = session.acceptedCount > was.acceptedCount
        if isAccepted, let refusal = forbidden(session.lastAccepted ?? "", before, now) {
            var counted = before
            counted.repl.interrupt()
            count(&counted)
            attempt = counted
            return refusal
        }
        if isAccepted || reply.status == .failed { count(&now) }
        attempt = now
        progress[course.key, item(now).id].open = session.accepted
        guard isAccepted || session.acceptedCount < was.acceptedCount else { return reply }
        reply.text += changes(&now)
        attempt = now
        if now.met.allSatisfy({ $0 }) { reply.text += finish(now) }
        return reply
    }

    /// The first thing tried makes it an attempt.
    private mutating func count(_ attempt: inout Attempt) {
        guard !attempt.isTried else { return }
        attempt.isTried = true
        let id = item(attempt).id
        progress[course.key, id].attempts += 1
        progress[course.key, id].isSkipped = false
    }

    /// What an exercise does not take: setting facts, other policies, and what is off limits in it.
    private func forbidden(_ line: String, _ before: Attempt, _ now: Attempt) -> Reply? {
        var parser = Parser(grammar: Sfm.grammar, names: now.repl.session.interpreter.names)
        let node = parser.parse(SourceFile(name: "—", text: line))
        let steps = node.background + node.looseSteps
        if !node.policies.isEmpty || !node.uses.isEmpty || node.hasBackground || steps.contains(where: \.rewritesTheWorld) {
            return refuse(
                "in an exercise the world is as it is given: act in it, or try it in the sandbox",
                "в упражнении мир уже задан: действуйте в нём или пробуйте в песочнице")
        }
        let world = item(now).world
        guard let rule = world.offLimits(steps, since: before.repl.session.interpreter.log.count, in: now.repl.session.interpreter) else { return nil }
        return Reply(
            text: "\(bad)\(language("off limits in this exercise: ", "в этом упражнении не применяют: "))\(offLimitsText(of: rule))\n", failed: true,
            status: .failed)
    }

    private func offLimitsText(of rule: OffLimitsNode) -> SafeText {
        let acts = rule.acts.map { ActTable.all[$0.act].noun[language] }
        let words = rule.words.map { language($0.entry.en, $0.entry.ru)[0] }
        return SafeText((acts + words).joined(separator: ", ") + (rule.reason.map { " — " + $0 } ?? ""))
    }

    // MARK: - Goals

    private func title(_ goal: GoalNode, _ attempt: Attempt) -> SafeText {
        let names = attempt.repl.session.interpreter.names
        return SafeText(title: goal.title ?? FormPrinter(grammar: Sfm.grammar, names: names, language: language, quotes: .display).fact(goal.fact))
    }

    /// Goals that are met now and were not, and the other way round.
    private func changes(_ attempt: inout Attempt) -> SafeText {
        let goals = item(attempt).node.goals
        let met = item(attempt).world.met(in: attempt.repl.session.interpreter)
        defer { attempt.met = met }
        var out: SafeText = ""
        for (k, goal) in goals.enumerated() where met[k] != attempt.met[k] {
            out += met[k] ? good + language("goal: ", "цель: ") : bad + language("no longer met: ", "больше не достигнута цель: ")
            out += "\(title(goal, attempt))\(met[k] ? " (\(met.count { $0 }) / \(met.count))" : "")\n"
        }
        return out
    }

    func task(_ attempt: Attempt) -> SafeText {
        let item = item(attempt)
        let points = Plural("point", "points", ru: "балл", "балла", "баллов").counted(item.node.worth, language)
        var out: SafeText = "\n\(attempt.number + 1). \(title: item.node.title) — \(points)\n"
        for line in item.node.story.flatMap({ $0.split(separator: "\n") }) { out += "  \(line)\n" }
        out += language("goals\n", "цели\n")
        for (k, goal) in item.node.goals.enumerated() { out += "  \(attempt.met[k] ? good : open)\(title(goal, attempt))\n" }
        for rule in item.node.offLimits { out += "\(language("off limits: ", "не применять: "))\(offLimitsText(of: rule))\n" }
        let words = [TrainWord.hint, .check, .reset, .skip, .solution, .sandbox, .menu, .help].map { $0.phrase(language) }.joined(separator: ", ")
        return out + language("words: \(words)\n", "слова: \(words)\n")
    }

    /// Goals with what they lack, and what has been lost so far.
    func check(_ attempt: Attempt) -> SafeText {
        let item = item(attempt)
        let interpreter = attempt.repl.session.interpreter
        var out: SafeText = ""
        for goal in item.node.goals {
            guard let shortfall = item.world.shortfall(of: goal, in: interpreter) else {
                out += "\(good)\(title(goal, attempt))\n"
                continue
            }
            out += "\(open)\(title(goal, attempt))\n"
            for line in shortfall.details { out += "    \(line[language])\n" }
        }
        return out + losses(attempt)
    }

    /// What costs points, a line each.
    private func losses(_ attempt: Attempt) -> SafeText {
        let item = item(attempt)
        let interpreter = attempt.repl.session.interpreter
        let breaches = item.world.excess(in: interpreter)
        let score = score(attempt)
        var out: SafeText = ""
        if score.hints > 0 { out += "  \(language("hints: ", "подсказок: "))\(score.hints) (−\(score.hintCost))\n" }
        if !breaches.isEmpty { out += "  \(language("breaches: ", "отступлений: "))\(breaches.count) (−\(score.breachCost))\n" }
        for breach in breaches {
            let title = interpreter.policies.clause(breach.clause).title[language]
            out += "    \(message: interpreter.renderer.breach(breach)[language] + language(" (“\(title)”)", " («\(title)»)"))\n"
        }
        if score.isSolutionShown { out += language("  the solution was shown: no points\n", "  решение было показано: баллов нет\n") }
        return out
    }

    private func score(_ attempt: Attempt) -> TrainingScore {
        let item = item(attempt)
        let record = progress[course.key, item.id]
        return TrainingScore(
            worth: item.node.worth, hints: record.hints, breaches: item.world.excess(in: attempt.repl.session.interpreter).count,
            isSolutionShown: record.isSolutionShown)
    }

    /// Every goal is met: the points are counted, the best way is kept, and the menu is open again.
    private mutating func finish(_ attempt: Attempt) -> SafeText {
        let item = item(attempt)
        let score = score(attempt)
        let minutes = attempt.repl.session.interpreter.world.now.minutes - item.world.start.world.now.minutes
        let result = TrainingRecord.Result(points: score.points, breaches: score.breaches, minutes: Int(minutes))
        let best = progress[course.key, item.id].result
        if best.map({ $0.points <= result.points }) ?? true { progress[course.key, item.id].result = result }
        progress[course.key, item.id].open = []
        var out: SafeText = "\n\(good)"
        out += language("done: \(score.points) of \(score.worth) points\n", "выполнено: баллов \(score.points) из \(score.worth)\n")
        out += losses(attempt)
        if score.points == score.worth { out += language("  no hint needed, no breach\n", "  без подсказок и без отступлений\n") }
        if let best, best.points > result.points {
            out += language("  the better result stays: \(best.points)\n", "  лучший результат остаётся: \(best.points)\n")
        }
        self.attempt = nil
        return out + nextLine
    }

    // MARK: - Help with it

    mutating func hint(_ attempt: Attempt) -> Reply {
        let item = item(attempt)
        let given = progress[course.key, item.id].hints
        guard given < item.node.hints.count else {
            let again = item.node.hints.map { "  \($0)\n" as SafeText }.joined()
            return item.node.hints.isEmpty
                ? refuse("this exercise has no hints", "в этом упражнении подсказок нет")
                : Reply(text: language("there are no more hints; those given:\n", "больше подсказок нет, были такие:\n") + again)
        }
        progress[course.key, item.id].hints += 1
        let number: SafeText = "\(given + 1)/\(item.node.hints.count)"
        return Reply(text: "\(language("hint \(number): ", "подсказка \(number): "))\(item.node.hints[given])\n")
    }

    /// The model solution as it is written.
    mutating func solution(_ attempt: Attempt) -> Reply {
        let item = item(attempt)
        guard attempt.isTried else { return refuse("try it yourself first", "сначала попробуйте сами") }
        progress[course.key, item.id].isSolutionShown = true
        var out: SafeText = language("the model solution\n", "образец решения\n")
        for step in item.node.solution ?? [] {
            let source = item.sources[Int(step.span.file)]
            for line in LineEnd.lines(of: Array(source.text(step.span).utf8)) { out += "  \(line.trimmed)\n" }
        }
        return Reply(text: out)
    }
}

extension StepNode {
    /// Whether the step sets the world up instead of acting in it.
    fileprivate var rewritesTheWorld: Bool {
        switch kind {
        case .given, .usePolicy, .include: true
        case .repeated(_, let inner): inner.contains(where: \.rewritesTheWorld)
        default: false
        }
    }
}
