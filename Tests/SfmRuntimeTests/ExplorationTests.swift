import SfmModel
import SfmPolicy
import SfmTerms
import Testing

@testable import SfmRuntime
@testable import SfmSyntax

/// Explorations whose answer is known by other means.
@Suite struct ExplorationTests {
    private func script(_ text: String) -> Script {
        var library = Library()
        var loader = ScriptLoader(path: "t.sfm")
        let script = loader.load(SourceFile(name: "t.sfm", text: text), library: &library)
        let mistakes = script.diagnostics.map(\.message.en)
        #expect(mistakes == [])
        return script
    }

    private func explored(_ text: String, _ change: (inout ExplorationLimits) -> Void = { _ in }) throws -> ExplorationResult {
        let script = script(text)
        var limits = ExplorationLimits()
        change(&limits)
        var explorer = try Explorer(script.scenarios[0], of: script, limits: limits)
        return explorer.explore()
    }

    // MARK: - Counting

    /// Members of one chat who know nothing of each other: 32 states each, so 32^K situations.
    private func members(_ count: Int) -> String {
        var lines = ["policy \"chat\""]
        let marks = ["knows", "member", "stopped", "sorry", "gone", "v1", "v2", "v3", "v4"]
        lines += marks.map { "  mark \"\($0)\" of person in chat" }
        func event(_ name: String, sets: [String] = [], clears: [String] = [], when: String) {
            let effects = sets.map { ", sets \"\($0)\"" } + clears.map { ", clears \"\($0)\"" }
            let conditions = when.split(separator: " ").map { word in
                word.hasPrefix("!") ? "target has no \"\(word.dropFirst())\"" : "target has \"\(word)\""
            }
            lines.append("  event \"\(name)\": of person, in chat" + effects.joined() + ", possible when " + conditions.joined(separator: " and "))
        }
        let counts = ["v1", "v2", "v3", "v4"]
        event("acknowledge", sets: ["knows"], when: "!gone !knows")
        event("join", sets: ["member"], when: "!gone !member knows")
        for (k, mark) in counts.enumerated() {
            event("violate \(k + 1)", sets: [mark], clears: ["knows"], when: "member !stopped !gone \(k > 0 ? counts[k - 1] : "") !\(mark)")
        }
        event("remind", sets: ["knows"], when: "member !gone v1 !knows")
        event("block", sets: ["stopped"], clears: ["sorry"], when: "member !stopped v4")
        event("apologise", sets: ["sorry"], when: "stopped !sorry !gone")
        event("unblock", clears: ["stopped", "sorry"] + counts, when: "stopped sorry")
        event("depart", sets: ["gone"], when: "!gone")
        event("remove", clears: ["member", "stopped", "sorry"] + counts, when: "member gone")
        let people = (1...count).map { "@s\($0)" }.joined(separator: ", ")
        lines += [
            "  clause 1 \"Events\"", "    note \"none\"", "end", "use policy \"chat\"", "background", "  given students \(people) of group \"G\"",
            "  given chat \"C\" for students of group \"G\"", "end", "exploration \"All\"", "  never chat \"C\" does not exist", "end",
        ]
        return lines.joined(separator: "\n")
    }

    @Test("as many situations as there are", arguments: [(1, 32, 32), (2, 1024, 528)])
    func counts(_ members: Int, _ all: Int, _ alike: Int) throws {
        let plain = try explored(self.members(members)) { $0.symmetry = false }
        #expect(plain.situations == all && plain.isComplete && !plain.fails)
        // Who is who does not matter: the multisets of their states.
        let alone = try explored(self.members(members))
        #expect(alone.situations == alike && alone.isComplete)
    }

    @Test("a limit lets through what reaches it, and says how far it came beyond it")
    func limit() throws {
        let text = members(1)
        let within = try explored(text) { $0.states = 33 }
        #expect(within.limit == nil && within.situations == 32)
        let beyond = try explored(text) { $0.states = 31 }
        #expect(beyond.limit?.code == .tooManyStates && !beyond.isComplete)
        let tries = try explored(text) { $0.tries = 10 }
        #expect(tries.limit?.code == .tooManyRunSteps)
    }

    @Test("more than can be tried in one situation is a limit, and none of it is made")
    func crowd() throws {
        let people = (1...400).map { "@p\($0)" }.joined(separator: ", ")
        let text = school("    permit block by moderator", "  acts block\n  never @dima has departed")
            .replacing("  given class teacher", with: "  given students \(people) of group \"7B\"\n  given class teacher")
        let result = try explored(text)
        #expect(result.limit?.code == .tooManyStates)
    }

    // MARK: - Time, counts, what never came about

    private func school(_ rules: String, _ question: String) -> String {
        """
        policy "own"
          clause 1 "Rules"
        \(rules)
        end
        use policy "own"
        background
          given students @dima, @nina of group "7B"
          given class teacher @olga of group "7B"
          given chat "7B" for students of group "7B"
          given moderator of chat "7B" is @olga
        end
        exploration "All"
        \(question)
        end
        """
    }

    private func lengths(_ result: ExplorationResult) -> [Int?] {
        result.verdicts.map { verdict in
            switch verdict {
            case .fails(let steps), .found(let steps): steps.count { if case .expectFact = $0.kind { false } else { true } }
            case .holds, .notFound: nil
            }
        }
    }

    @Test("counts are told apart as far as anything compares them")
    func counters() throws {
        let rules = "    permit block by moderator when violations > 2 and duration <= 1 day"
        let result = try explored(
            school(rules, "  people @olga\n  acts violate\n  never violations of @dima in chat \"7B\" < 0\n  never violations of @olga in chat \"7B\" = 9"))
        // None, one, two and beyond of two students; of the teacher, who is asked about, as far as nine and beyond.
        #expect(result.isComplete && result.situations == 4 * 4 * 11)
        #expect(lengths(result) == [nil, 9])
    }

    @Test("a term that passes is one step, and the breach is found")
    func terms() throws {
        let rules = "    oblige moderator to remind target when violate within 2 days"
        let result = try explored(school(rules, "  acts violate, remind\n  always no breaches\n  reachable breach of clause 1 by @olga\n  within 3 steps"))
        #expect(lengths(result) == [2, 2])
    }

    @Test("a block ends by itself")
    func blocks() throws {
        let rules = "    permit block by moderator when violations > 0 and duration <= 2 days"
        let question = """
              people @olga
              acts violate, block
              within 4 steps
              reachable @dima is blocked in chat "7B" until 03.09.2024 09:00
              reachable violations of @dima in chat "7B" = 1 and @dima is not blocked in chat "7B" and today is 03.09.2024
            """
        #expect(lengths(try explored(school(rules, question))) == [2, 3])
    }

    @Test("what was named and never came about is said")
    func idle() throws {
        let rules = "    permit block by moderator when violations > 0"
        let result = try explored(school(rules, "  acts violate, unblock, block\n  within 2 steps\n  never @dima has departed"))
        #expect(result.idle == [1])
    }

    @Test("a background that fails, and a fact that cannot be asked, are said and nothing is looked for")
    func refused() throws {
        let text = school("    permit block by moderator", "  acts block\n  never @dima is blocked in chat \"7B\"")
        let broken = text.replacing("  given moderator of chat \"7B\" is @olga", with: "  unblock @dima")
        let script = script(broken)
        #expect(throws: Failure.self) { _ = try Explorer(script.scenarios[0], of: script) }
    }

    // MARK: - Walks

    @Test("walks find the same each time, and what they find is as short as leaving out can make it")
    func walks() throws {
        struct Numbers: RandomNumberGenerator {
            var state: UInt64 = 1

            mutating func next() -> UInt64 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return state >> 33
            }
        }
        let rules = "    permit block by moderator when violations > 1 and duration <= 1 day"
        let script = script(school(rules, "  acts violate, block, depart\n  never @dima is blocked in chat \"7B\"\n  within 40 steps"))
        func walked() throws -> (ExplorationResult, [String]) {
            var explorer = try Explorer(script.scenarios[0], of: script)
            var numbers = Numbers()
            let result = explorer.walk(200, &numbers)
            guard case .fails(let steps) = result.verdicts[0] else { return (result, []) }
            return (result, Counterexample(script.scenarios[0], steps, of: script, names: result.names).lines)
        }
        let (result, lines) = try walked()
        #expect(lengths(result) == [3] && !result.isComplete)
        let again = try walked().1
        #expect(lines.filter { $0.contains("violate @dima") }.count == 2 && lines == again)
    }
}
