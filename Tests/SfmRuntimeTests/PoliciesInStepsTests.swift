import SfmSyntax
import Testing

@testable import SfmRuntime

/// Policies that steps put in force one behind another are laid out once, and are there for whatever comes behind them.
@Suite struct PoliciesInStepsTests {
    private static func run(_ count: Int, between: String = "") throws -> (work: Int, inForce: Int, interpreter: Interpreter) {
        let policies = (0..<count).map { "policy \"p\($0)\"\nclause 1 \"c\"\npermit block by moderator when violations > 3\nend\n" }.joined()
        let steps = (0..<count).map { "use policy \"p\($0)\"\n\(between)" }.joined()
        var (loader, library) = (ScriptLoader(path: "s.sfm"), Library())
        let text = policies + "scenario \"x\"\ngiven school \"S\" with admin @a\n" + steps + "expect @a is admin\nend\n"
        let script = loader.load(SourceFile(name: "s.sfm", text: text), library: &library)
        #expect(!script.hasErrors)
        var (interpreter, watch) = (script.makeInterpreter(), Watch())
        let ranAll = interpreter.play(script.scenarios[0].steps, &watch)
        #expect(ranAll && watch.seen == count * (between.isEmpty ? 1 : 2) + 2)
        return (interpreter.work.steps, interpreter.policies.policies.count, interpreter)
    }

    private struct Watch: StepObserver {
        var seen = 0

        func attention(to step: StepNode) -> Attention { .none }

        mutating func ran(_ step: StepNode, _ result: StepResult, before: Interpreter?, after: borrowing Interpreter) -> Bool {
            seen += 1
            if case .failure = result { return false }
            return true
        }
    }

    @Test func severalInARowCostWhatTheyHold() throws {
        let (once, twice) = (try Self.run(200), try Self.run(400))
        #expect(once.inForce == 200 && twice.inForce == 400)
        #expect(Double(twice.work) < 2.3 * Double(once.work), "\(once.work) \(twice.work)")
    }

    @Test func whatComesBehindOneFindsIt() throws {
        let mixed = try Self.run(20, between: "expect @a is admin\n")
        #expect(mixed.inForce == 20 && mixed.interpreter.arriving.isEmpty)
    }
}
