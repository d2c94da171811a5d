import Foundation
import SfmModel
import SfmScenarios
import SfmTerms
import Testing

@testable import SfmPolicy
@testable import SfmRuntime
@testable import SfmSyntax

/// Laws that hold for every scenario: random ones, from the grammar itself, under every shipped policy.
@Suite struct EngineLawTests {
    private static let seeds = Array(1...12)

    private func load(_ text: String, _ policies: [String]) throws -> Script {
        var library = Library()
        var loader = ScriptLoader(override: policies.map { .named($0) }, path: "law.sfm")
        let script = loader.load(SourceFile(name: "law.sfm", text: text), library: &library)
        let complaints = script.diagnostics.map { "\($0.code.text) \($0.message.en) at \(script.sources[0].reportedLine(of: Int($0.span.lower)))" }
        try #require(complaints.isEmpty, "\(complaints.prefix(5)) in\n\(text)")
        return script
    }

    private func scenario(_ seed: Int, _ policy: String, steps: Int = 40) throws -> (text: String, script: Script) {
        var generator = RandomScenario(random: SeededNumbers(seed: UInt64(seed) &* 0x1234_5678_9ABC))
        let text = generator.text(steps: steps + 12)
        return (text, try load(text, [policy]))
    }

    private func start(_ script: Script) -> Interpreter {
        var interpreter = script.makeInterpreter()
        for step in script.background { _ = interpreter.run(step) }
        return interpreter
    }

    @Test("a refused act changes nothing, an old copy stays as it was", arguments: Library.shippedIDs, seeds)
    func refusalsAndCopies(_ policy: String, _ seed: Int) throws {
        let script = try scenario(seed, policy).script
        var interpreter = start(script)
        for step in script.scenarios[0].steps {
            let before = interpreter
            let text = WorldText.of(before)
            let result = interpreter.run(step)
            if case .failure = result { #expect(WorldText.of(interpreter) == text) }
            #expect(WorldText.of(before) == text)
        }
    }

    @Test("an expectation changes nothing, not even what “the chat” means", arguments: Library.shippedIDs, seeds)
    func expectations(_ policy: String, _ seed: Int) throws {
        let script = try scenario(seed, policy).script
        var interpreter = start(script)
        var asked = 0
        for step in script.scenarios[0].steps {
            if case .act(let act) = step.kind, ActTable.all[act.act].kind != .event {
                let before = WorldText.of(interpreter) + "\(interpreter.mentions)"
                _ = interpreter.run(StepNode(kind: .expectDecision(.allowed, clauses: [], act), span: step.span))
                #expect(WorldText.of(interpreter) + "\(interpreter.mentions)" == before)
                asked += 1
            }
            _ = interpreter.run(step)
        }
        #expect(asked > 5)
    }

    @Test("the log, played again, gives the same world", arguments: Library.shippedIDs, seeds)
    func replay(_ policy: String, _ seed: Int) throws {
        let script = try scenario(seed, policy).script
        var first = start(script)
        let before = first.log.count
        for step in script.scenarios[0].steps { _ = first.run(step) }
        var second = start(script)
        // What a refused act made up a name for is not in the log.
        second.names = first.names
        for entry in first.log[before...] {
            _ = second.moveClock(to: entry.time)
            let act = ActDecompiler(world: first.world, language: .english).node(for: entry.request, names: &second.names)
            let step = StepNode(kind: entry.isForced ? .force(act) : .act(act), span: .none)
            if case .failure(let failure) = second.run(step) { Issue.record("\(second.renderer.act(entry.request, .english)): \(failure.message.en)") }
        }
        _ = second.moveClock(to: first.world.now)
        #expect(difference(first, second) == [])
        #expect(first.log.count > before + 2)
    }

    @Test("the table of rules decides as the rules themselves do, and a ruling is what the decision says", arguments: Library.shippedIDs, seeds)
    func rulings(_ policy: String, _ seed: Int) throws {
        let script = try scenario(seed, policy).script
        var interpreter = start(script)
        var asked = 0
        for step in script.scenarios[0].steps {
            _ = interpreter.run(step)
            guard let entry = interpreter.log.last else { continue }
            for person in interpreter.world.people.indices.prefix(8) {
                var request = entry.request
                request.actor = PersonID(person)
                let context = Context(world: interpreter.world, request: request)
                let set = interpreter.policies
                for (range, rules) in [(set.code.forbids(request.act), set.forbids[request.act]), (set.code.permits(request.act), set.permits[request.act])] {
                    #expect(range.count == rules.count)
                    for (index, entry) in zip(range, rules) {
                        let matches = set.code.matches(index, request, interpreter.world, context.parties)
                        #expect(matches == context.matches(entry.rule))
                        #expect(set.code.clause(index) == entry.clause)
                        asked += 1
                    }
                }
                let kind = ActTable.all[request.act].kind(of: request)
                let decision = interpreter.engine.decide(request, kind: kind, world: interpreter.world, ledger: interpreter.ledger)
                let ruling = interpreter.engine.ruling(on: request, kind: kind, world: interpreter.world, ledger: interpreter.ledger)
                #expect(ruling == Ruling(decision.outcome, decision.citations.first?.clause))
            }
        }
        #expect(asked > 0)
    }

    /// Conditions within one another, every kind of question among them.
    private func condition(_ depth: Int, _ random: inout SeededNumbers) -> Condition {
        if depth > 0 {
            switch Int.random(in: 0..<4, using: &random) {
            case 0: return .and((0..<Int.random(in: 1...3, using: &random)).map { _ in condition(depth - 1, &random) })
            case 1: return .or((0..<Int.random(in: 1...3, using: &random)).map { _ in condition(depth - 1, &random) })
            case 2: return .not(condition(depth - 1, &random))
            default: break
            }
        }
        let flags: [Attribute] = [.acknowledged, .apologized, .verified, .joined, .departed, .targetIsActor, .collective, .actorVerified, .subjectStated]
        let sign = Comparison.allCases.randomElement(using: &random) ?? .equal
        let role = RoleSet(Role.allCases.randomElement(using: &random) ?? .anyone)
        switch Int.random(in: 0..<8, using: &random) {
        case 0: return (Bool.random(using: &random) ? Attribute.violations : .objections).counts(sign, Int.random(in: 0...3, using: &random))
        case 1: return Attribute.duration.lasts(sign, Duration(days: Int32.random(in: 1...40, using: &random)))
        case 2: return (flags.randomElement(using: &random) ?? .collective).holds
        case 3: return Attribute.message.isOne(of: Mood.allCases.filter { _ in Bool.random(using: &random) })
        case 4: return Attribute.reason.isOne(of: Reason.allCases.filter { _ in Bool.random(using: &random) })
        case 5: return Attribute.targetRole.isRole(role)
        case 6: return Attribute.actorRole.isRole(role)
        default: return Attribute.messenger.isIn(list: Text(same: "list"), ["Сферум", "VK"])
        }
    }

    @Test("conditions as a tree and as tests that jump agree", arguments: seeds) func trees(_ seed: Int) throws {
        var random = SeededNumbers(seed: UInt64(seed))
        let script = try scenario(seed, "koshdo-2024").script
        var interpreter = start(script)
        for step in script.scenarios[0].steps { _ = interpreter.run(step) }
        let world = interpreter.world
        var held = 0
        for request in interpreter.log.map(\.request) {
            for _ in 0..<40 {
                let rule = Rule(effect: .permit, clause: 0, position: 0, act: request.act, scope: Scope(), conditions: [condition(3, &random)])
                let nothing = Array(repeating: [PolicySet.Indexed<Rule>](), count: ActTable.all.count)
                var permits = nothing
                permits[request.act] = [PolicySet.Indexed(clause: ClauseRef(policy: 0, clause: 0), rule: rule)]
                let code = CompiledRules(forbids: nothing, permits: permits)
                let context = Context(world: world, request: request)
                let holds = code.matches(code.permits(request.act).lowerBound, request, world, context.parties)
                #expect(holds == context.matches(rule), "\(rule.conditions)")
                held += holds ? 1 : 0
            }
        }
        #expect(held > 20)
    }

    private func difference(_ a: Interpreter, _ b: Interpreter) -> [String] {
        let (one, other) = (WorldText.of(a).split(separator: "\n").map(String.init), WorldText.of(b).split(separator: "\n").map(String.init))
        return other.difference(from: one).map { "\($0)" }
    }

    /// A shipped policy under another name, its clauses and their rules turned about.
    private func shuffled(_ id: String, _ random: inout SeededNumbers) -> String {
        let source = Library.shippedSource(id) ?? ""
        var head: [String] = []
        var clauses: [[String]] = []
        for line in source.split(separator: "\n").map(String.init) where line != "end" && !line.trimmingPrefix(while: { $0 == " " }).hasPrefix("#") {
            if line.hasPrefix("  clause ") {
                clauses.append([line])
            } else if clauses.isEmpty {
                head.append(line)
            } else {
                clauses[clauses.count - 1].append(line)
            }
        }
        clauses.shuffle(using: &random)
        let body = clauses.map { [$0[0]] + $0.dropFirst().shuffled(using: &random) }
        return (["policy \"turned\""] + head.dropFirst() + body.flatMap { $0 } + ["end"]).joined(separator: "\n") + "\n"
    }

    private func answers(_ script: Script) -> [String] {
        var interpreter = start(script)
        let answers = script.scenarios[0].steps.map { step in
            switch interpreter.run(step) {
            case .success: return "done"
            case .failure(let failure):
                guard let decision = failure.decision else { return "failed" }
                return "\(decision.outcome) " + Set(decision.clauses.map { interpreter.policies.clause($0).id }).sorted().joined(separator: ",")
            }
        }
        let left = interpreter.ledger.pending.map { duty in
            "\(interpreter.policies.clause(duty.clause).id) \(duty.act) \(duty.person) \(duty.chat) \(duty.target) \(duty.since.minutes)"
        }
        return answers + left.sorted()
    }

    @Test("the order of clauses and rules never matters", arguments: Library.shippedIDs, Array(1...4))
    func orderOfRules(_ policy: String, _ seed: Int) throws {
        var random = SeededNumbers(seed: UInt64(seed))
        let turned = shuffled(policy, &random)
        // A copy does not ship, so that without a day its clock may start in another year.
        var library = Library()
        let day = library.shippedPolicy(policy)?.inForce?.from.map { Instant(day: $0).dayText } ?? "01.09.2024"
        let text = try scenario(seed, policy).text.replacing("background\n", with: "background\n  today is \(day)\n", maxReplacements: 1)
        #expect(answers(try load(text, [policy])) == answers(try load(turned + text, ["turned"])))
    }

    @Test("a forbid wins over every permit", arguments: Library.shippedIDs) func forbidWins(_ policy: String) throws {
        let heads = ActTable.all.filter { $0.kind != .event && !$0.forms.isOwn }.compactMap { act in
            Template((act.forms.ruleEnglish.first ?? act.forms.english[0])).shape.head.compactMap { element -> String? in
                if case .word(let words) = element { words[0] } else { nil }
            }.joined(separator: " ")
        }
        let wall = "policy \"wall\"\n  clause 1 \"no\"\n" + heads.map { "    forbid \($0)\n" }.joined() + "end\n"
        for seed in 1...4 {
            let (text, plain) = try scenario(seed, policy)
            let walled = try load(wall + text, [policy, "wall"])
            var (a, b) = (plain.makeInterpreter(), walled.makeInterpreter())
            for (step, same) in zip(plain.scenarios[0].steps, walled.scenarios[0].steps) {
                guard case .act(let act) = step.kind, ActTable.all[act.act].kind != .event, !ActTable.all[act.act].forms.isOwn else { continue }
                let free = a.run(step)
                let held = b.run(same)
                guard case .failure(let failure) = held else {
                    Issue.record("done behind a wall: \(act)")
                    continue
                }
                if case .success = free { #expect(failure.decision?.outcome == .prohibited) }
            }
        }
    }

    @Test("laying out and translating keep what a scenario means", arguments: ["koshdo-2024", "tekhnikum"], seeds)
    func formatterAndTranslator(_ policy: String, _ seed: Int) throws {
        let (text, script) = try scenario(seed, policy)
        let expected = answers(script)
        let source = SourceFile(name: "law.sfm", text: text)
        var forms = [Formatter(grammar: Sfm.grammar).format(source).text]
        for language in Language.allCases { forms.append(Translator(grammar: Sfm.grammar, to: language).translate(source).text) }
        for form in forms {
            let form = try #require(form)
            #expect(answers(try load(form, [policy])) == expected, "\(form)")
        }
    }

    /// What every step came to: who did what, with which outcome and by which clauses, or why it could not run.
    private func told(_ text: String, _ policies: [String]) throws -> [String] {
        let script = try load(text, policies)
        var interpreter = start(script)
        return script.scenarios[0].steps.map { step in
            let result = interpreter.run(step)
            let renderer = interpreter.renderer
            func said(_ decision: Decision) -> String {
                "\(decision.outcome) \(renderer.act(decision.request, .english)) by \(decision.clauses.map { interpreter.policies.clause($0).id })"
            }
            switch result {
            case .success(.done(let deeds, let decision, _)):
                return (deeds.map { renderer.act($0.request, .english) } + [said(decision)]).joined(separator: "; ")
            case .success(.decided(let decision, _)): return said(decision)
            case .success(.duties(let deeds, let left)): return deeds.map { renderer.act($0.request, .english) }.joined(separator: "; ") + " left \(left.count)"
            case .success: return "done"
            case .failure(let failure): return failure.message.en + " by \(failure.clauses.map { interpreter.policies.clause($0).id })"
            }
        }
    }

    @Test("a translation means the same where every step depends on the one before", arguments: ["koshdo-2024", "tekhnikum", ""], Array(1...20))
    func dependentSteps(_ policy: String, _ seed: Int) throws {
        var generator = RandomScenario(random: SeededNumbers(seed: UInt64(seed) &* 0x9E37_79B9))
        let policies = policy.isEmpty ? [] : [policy]
        let text = generator.dependentText(steps: 60)
        let source = SourceFile(name: "law.sfm", text: text)
        let expected = try told(text, policies)
        #expect(expected.count { $0.hasPrefix("allowed") || $0.contains("allowed") } > 5)
        for language in Language.allCases {
            let there = try #require(Translator(grammar: Sfm.grammar, to: language, keepsWords: true).translate(source).text)
            let other: Language = language == .english ? .russian : .english
            let back = try #require(
                Translator(grammar: Sfm.grammar, to: other, keepsWords: true).translate(SourceFile(name: "law.sfm", text: there)).text)
            for (form, name) in [(there, "there"), (back, "back")] {
                for (k, pair) in zip(expected, try told(form, policies)).enumerated() where pair.0 != pair.1 {
                    Issue.record("\(name) to \(language), step \(k): \(pair.0) became \(pair.1) in\n\(form)")
                    break
                }
            }
        }
    }
}
