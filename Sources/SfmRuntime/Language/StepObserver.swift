import SfmSyntax
import SfmTerms

/// How closely somebody looks at a step.
public enum Attention: Sendable {
    /// Nobody hears of it unless it fails.
    case none
    /// What it came to is told.
    case result
    /// What it changed is told as well: the state right before it is kept for that, and the step copies what it changes.
    case changes
}

/// Watches steps as they run, and says behind each whether to go on.
public protocol StepObserver {
    /// Asked right before a step runs.
    mutating func attention(to step: StepNode) -> Attention

    /// Told right after it, with the state before where changes were asked for; false ends the run.
    mutating func ran(_ step: StepNode, _ result: StepResult, before: Interpreter?, after: borrowing Interpreter) -> Bool
}

extension Interpreter {
    /// Runs steps in the order in which they stand, every repeat unrolled, until the observer ends it or somebody at the keyboard does;
    /// whether all of them ran. Whatever runs steps does it through this: tests, the prompt, exercises, new expectations.
    @discardableResult
    public mutating func play<Observer: StepObserver>(_ steps: [StepNode], _ observer: inout Observer) -> Bool {
        defer {
            takeArriving()
            isObserved = true
        }
        return playEach(steps, &observer)
    }

    private mutating func playEach<Observer: StepObserver>(_ steps: [StepNode], _ observer: inout Observer) -> Bool {
        steps.acceptsAllInPlace { playUnrolled($0, &observer) }
    }

    private mutating func playUnrolled<Observer: StepObserver>(_ step: StepNode, _ observer: inout Observer) -> Bool {
        if case .repeated(let n, let inner) = step.kind {
            for _ in 0..<n where Interruption.isWanted || !playEach(inner, &observer) { return false }
            return true
        }
        if Interruption.isWanted { return false }
        if case .beginning = step.kind {
            begin()
            return true
        }
        let attention = observer.attention(to: step)
        isObserved = attention != .none
        guard attention == .changes else {
            let result = run(step)
            if attention != .none { takeArriving() }
            return observer.ran(step, result, before: nil, after: self)
        }
        // Without its names, which only become more: kept twice, a new one would copy all.
        var before = self
        before.names = Names()
        let result = run(step)
        takeArriving()
        before.names = names
        return observer.ran(step, result, before: before, after: self)
    }
}
