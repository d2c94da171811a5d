import SfmRuntime
import SfmSyntax

private func run(_ steps: [StepNode], _ interpreter: inout Interpreter) {
    for step in steps {
        if case .repeated(let n, let inner) = step.kind {
            for _ in 0..<n { run(inner, &interpreter) }
            continue
        }
        if case .failure(let failure) = interpreter.run(step) {
            precondition(!failure.message.en.isEmpty && !failure.message.ru.isEmpty, "a failure without words")
        }
    }
}

/// Interpreter: the bytes are a script; one in order runs to its end, whatever comes of its steps, and every answer has words.
func fuzzInterpreter(_ bytes: [UInt8]) {
    let script = load(bytes)
    checkDiagnostics(script.diagnostics, script.sources)
    guard !script.hasErrors else { return }
    for steps in script.scenarios.map(\.steps) + [script.looseSteps] where !steps.isEmpty {
        var interpreter = script.makeInterpreter()
        run(script.background, &interpreter)
        run(steps, &interpreter)
    }
}
