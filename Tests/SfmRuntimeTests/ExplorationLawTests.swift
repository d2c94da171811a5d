import SfmModel
import SfmPolicy
import SfmTerms
import Testing

@testable import SfmRuntime
@testable import SfmSyntax

/// What an exploration answers is what a search finds that keeps nothing: every line of text, one after another, as deep as was asked.
@Suite struct ExplorationLawTests {
    static let policies = [
        "",
        """
            permit block by moderator when violations > 1 and duration <= 2 days
            permit unblock by moderator
            permit remove by moderator when target has departed
        """,
        """
            permit block by moderator when violations >= 2
            permit unblock by students
            oblige moderator to remind target when violate within 1 day
            forbid remove when not target has departed
            permit remove by anyone
        """,
        """
            permit remove by moderator, students when target is student
            permit block by moderator when blocks in 3 days < 1 and duration <= 1 day
            oblige moderator to remove target when depart within 2 days
        """,
    ]

    static let questions = [
        "never @dima is blocked in chat \"7B\"",
        "never @dima has departed and @dima is member of chat \"7B\"",
        "always @nina is member of chat \"7B\"",
        "never @dima is blocked in chat \"7B\" and @nina is blocked in chat \"7B\"",
        "never violations of @dima in chat \"7B\" > 2",
        "reachable @dima is not member of chat \"7B\" and no pending duties",
        "always no breaches",
        "never moderator of chat \"7B\" is not @olga",
        "never violations of @dima in chat \"7B\" = 0 and @dima is blocked in chat \"7B\"",
        "reachable @nina is blocked in chat \"7B\" and violations of @nina in chat \"7B\" = 2",
    ]

    static let people = ["@olga", "@dima", "@nina"]
    private static let depth = 3

    private func text(_ rules: String, _ exploration: String = "") -> String {
        """
        policy "own"
          clause 1 "Rules"
            note "none"
        \(rules)
        end
        use policy "own"
        background
          given students @dima, @nina of group "7B"
          given class teacher @olga of group "7B"
          given chat "7B" for students of group "7B"
          given moderator of chat "7B" is @olga
        end
        \(exploration)
        """
    }

    private func load(_ text: String) -> Script {
        var library = Library()
        var loader = ScriptLoader(path: "t.sfm")
        let script = loader.load(SourceFile(name: "t.sfm", text: text), library: &library)
        let mistakes = script.diagnostics.map(\.message.en)
        #expect(mistakes == [], "\(text)")
        return script
    }

    /// Stops where a step fails.
    private struct Stop: StepObserver {
        var failed = false

        func attention(to step: StepNode) -> Attention { .none }

        mutating func ran(_ step: StepNode, _ result: StepResult, before: Interpreter?, after: borrowing Interpreter) -> Bool {
            if case .failure = result { failed = true }
            return !failed
        }
    }

    private func passes(_ steps: [StepNode], from start: Interpreter) -> Interpreter? {
        var interpreter = start
        var stop = Stop()
        interpreter.play(steps, &stop)
        return stop.failed ? nil : interpreter
    }

    // MARK: - The search that keeps nothing

    /// The lines that may be tried, as they would be written; terms are those that the rules name and a day beyond.
    private func lines(_ doers: [String], _ rules: String, forced: Bool) -> [String] {
        let days = rules.contains("2 days\n    permit unblock") ? [2, 3] : rules.contains("duration <= 1 day") ? [1, 2] : [1]
        var lines: [String] = []
        for target in Self.people {
            lines += ["violate \(target) in chat \"7B\"", "depart \(target)"]
            for doer in doers {
                lines += days.map { "\(doer): block \(target) in chat \"7B\" for \($0) days" }
                lines += ["\(doer): unblock \(target) in chat \"7B\"", "\(doer): remove \(target) from chat \"7B\""]
            }
        }
        return lines
    }

    /// After how many steps each property is settled first, at most `depth`.
    private func naive(_ rules: String, _ doers: [String], forced: Bool) -> [Int?] {
        let lines = lines(doers, rules, forced: forced)
        let all = lines + (forced ? lines.filter { $0.hasPrefix("@") }.map { "force " + $0 } : [])
        let properties = Self.questions.map { question -> (kind: String, facts: [String]) in
            let words = question.split(separator: " ", maxSplits: 1)
            return (String(words[0]), words[1].split(separator: " and ").map(String.init).reduce(into: []) { $0.append($1) })
        }
        // One script that has every line as a scenario of its own.
        var source = ""
        for (k, line) in all.enumerated() { source += "scenario \"\(k)\"\n  \(line)\nend\n" }
        for (k, property) in properties.enumerated() {
            source += "scenario \"p\(k)\"\n" + property.facts.map { "  expect \($0)\n" }.joined() + "end\n"
        }
        let script = load(text(rules, source))
        let steps = script.scenarios.map(\.steps)
        let (moves, facts) = (Array(steps.prefix(all.count)), Array(steps.dropFirst(all.count)))
        var found = [Int?](repeating: nil, count: properties.count)
        func judge(_ interpreter: Interpreter, _ depth: Int) {
            for (k, property) in properties.enumerated() where found[k].map({ depth < $0 }) ?? true {
                let holds = passes(facts[k], from: interpreter) != nil
                if holds == (property.kind != "always") { found[k] = depth }
            }
        }
        func search(_ interpreter: Interpreter, _ depth: Int) {
            judge(interpreter, depth)
            guard depth < Self.depth else { return }
            for move in moves { if let next = passes(move, from: interpreter) { search(next, depth + 1) } }
            if let moment = Self.next(interpreter) {
                var next = interpreter
                _ = next.moveClock(to: moment)
                search(next, depth + 1)
            }
        }
        var start = script.makeInterpreter()
        var stop = Stop()
        start.play(script.background, &stop)
        search(start, 0)
        return found
    }

    /// When a block ends, a term passes or a block counts no more.
    private static func next(_ interpreter: Interpreter) -> Instant? {
        let world = interpreter.world
        var moments = interpreter.ledger.pending.filter { !$0.isBreached }.compactMap(\.deadline).map { Instant(minutes: $0.minutes + 1) }
        moments += world.chats[0].records.compactMap { $0.block?.until }
        if interpreter.policies.isCounted.contains(true) {
            moments += interpreter.log.filter { ActTable.all[$0.request.act].forms.id == "block" }.map { $0.time.adding(Duration(days: 3)) }
        }
        return moments.filter { $0 > world.now }.min()
    }

    // MARK: - Laws

    static let cases = policies.indices.flatMap { policy in
        [["@olga"], ["@olga", "@dima"]].flatMap { doers in [(policy, doers, false), (policy, doers, true)] }
    }

    @Test("the same is found as by a search that keeps nothing, and as soon", arguments: cases)
    func agrees(_ policy: Int, _ doers: [String], _ forced: Bool) throws {
        let rules = Self.policies[policy]
        let known = naive(rules, doers, forced: forced)
        for symmetry in [true, false] {
            let question = """
                exploration "All"
                  people \(doers.joined(separator: ", "))
                  acts violate, block, unblock, depart, remove
                  within \(Self.depth) steps
                  \(forced ? "against the policy" : "")
                  \(Self.questions.joined(separator: "\n  "))
                end
                """
            let script = load(text(rules, question))
            var limits = ExplorationLimits()
            limits.symmetry = symmetry
            var explorer = try Explorer(script.scenarios[0], of: script, limits: limits)
            let result = explorer.explore()
            #expect(result.limit == nil)
            for (k, verdict) in result.verdicts.enumerated() {
                let steps: [StepNode]? =
                    switch verdict {
                    case .fails(let steps), .found(let steps): steps
                    case .holds, .notFound: nil
                    }
                let length = steps?.count { if case .expectFact = $0.kind { false } else { true } }
                #expect(length == known[k], "\(Self.questions[k]) under policy \(policy), symmetry \(symmetry)")
                guard let steps else { continue }
                try replay(steps, rules, script, result.names)
            }
        }
    }

    /// What is found passes as the text that it is told as, and no step of it can be left out.
    private func replay(_ steps: [StepNode], _ rules: String, _ script: Script, _ names: Names) throws {
        let told = Counterexample(script.scenarios[0], steps, of: script, names: names)
        let again = load(text(rules, told.lines.joined(separator: "\n")))
        var start = again.makeInterpreter()
        var stop = Stop()
        start.play(again.background, &stop)
        let passed = passes(again.scenarios[0].steps, from: start) != nil
        #expect(passed, "\(told.lines)")
        for k in again.scenarios[0].steps.indices {
            var fewer = again.scenarios[0].steps
            if case .expectFact = fewer[k].kind { continue }
            fewer.remove(at: k)
            let isIdle = passes(fewer, from: start) != nil
            #expect(!isIdle, "step \(k) can be left out of \(told.lines)")
        }
    }
}

/// Whatever an exploration does is said as a line that does the same: every act of every policy that ships, two steps deep.
@Suite struct ExplorationLineTests {
    @Test("every step that is found is the same as text", arguments: Library.shippedIDs, [Language.english, .russian])
    func sameAsText(_ policy: String, _ language: Language) throws {
        let head = """
            use policy "\(policy)"
            background
              given admin @admin
              given director @head
              given students @dima, @nina of group "7B"
              given parent @irene of @dima
              given class teacher @olga of group "7B"
              given teacher @mark
              given outsider @max
              given staff room exists
              given chat "7B" for students of group "7B"
              given chat "Parents" for parents of group "7B"
              given moderator of chat "7B" is @olga
              given violations of @dima in chat "7B" = 4
            end

            """
        let question = "exploration \"All\"\n  within 1 step\n  against the policy\n  never chat \"7B\" does not exist and chat \"7B\" exists\nend\n"
        let text =
            language == .english
            ? head + question : try #require(Translator(grammar: Sfm.grammar, to: .russian).translate(SourceFile(name: "", text: head + question)).text)
        let script = load(text)
        var explorer = try Explorer(script.scenarios[0], of: script)
        let result = explorer.explore()
        #expect(result.situations > 30)
        for number in 0..<result.situations {
            let told = Counterexample(script.scenarios[0], explorer.steps(to: number), of: script, names: result.names).lines
            var parser = Parser(grammar: Sfm.grammar)
            parser.names = result.names
            let node = parser.parse(SourceFile(name: "", text: told.joined(separator: "\n") + "\n"))
            let mistakes = parser.diagnostics.map(\.message.en)
            #expect(mistakes == [], "\(told)")
            var interpreter = explorer.start
            interpreter.names = parser.names
            var failure: Text?
            for step in node.scenarios.first?.steps ?? [] where failure == nil {
                if case .failure(let found) = interpreter.run(step) { failure = found.message }
            }
            #expect(failure?.en == nil, "\(told)")
            let (ours, theirs) = (
                explorer.world(number).situation(explorer.sight, explorer.everybody), interpreter.situation(explorer.sight, explorer.everybody)
            )
            let isSame = ours.bytes == theirs.bytes && ours.ends == theirs.ends
            #expect(isSame, "\(told)")
        }
    }

    private func load(_ text: String) -> Script {
        var library = Library()
        var loader = ScriptLoader(path: "t.sfm")
        let script = loader.load(SourceFile(name: "t.sfm", text: text), library: &library)
        let mistakes = script.diagnostics.map(\.message.en)
        #expect(mistakes == [])
        return script
    }
}
