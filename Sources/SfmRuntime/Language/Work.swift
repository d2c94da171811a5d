import SfmSyntax
import SfmTerms

/// What a scenario has cost so far, in steps: copies of an interpreter on which something is tried share one count.
///
/// A step counts one, each further person of a list another, a duty that is tried another; going over everybody or every rule counts as
/// many as it takes as long as. So a few lines cannot keep the program busy longer than the limit lets them.
///
/// Invariant: touched by one thread at a time, as the interpreter is that it belongs to.
public final class Work: @unchecked Sendable {
    @exclusivity(unchecked) public private(set) var steps = 0
    let mostSteps: Int
    let mostObjects: Int

    public convenience init(_ limits: ScriptLimits = ScriptLimits()) { self.init(mostSteps: limits.steps, mostObjects: limits.objects) }

    private init(mostSteps: Int, mostObjects: Int) { (self.mostSteps, self.mostObjects) = (mostSteps, mostObjects) }

    @inline(__always)
    func add(_ steps: Int) { self.steps &+= steps }

    /// Whether more was done than may be; whoever goes over many stops, as nothing of it counts any more.
    @inline(__always)
    var isSpent: Bool { steps > mostSteps }

    /// For who counts by himself.
    static var unlimited: Work { Work(mostSteps: .max, mostObjects: .max) }

    /// A count of its own that goes on from here: for what is run a second time from the same place.
    func branched() -> Work {
        let other = Work(mostSteps: mostSteps, mostObjects: mostObjects)
        other.steps = steps
        return other
    }

    /// Begins anew: in a conversation each text has a count of its own.
    func begin() { steps = 0 }

    /// How many of these are looked at in the time of a step.
    enum Rate { static let people = 64, decisions = 4, questions = 8, duties = 64, members = 8 }
}

extension Interpreter {
    /// Which limit a step has gone beyond.
    func spent(_ span: Span) -> Diagnostic? {
        if work.isSpent { return .tooManySteps(span, work.mostSteps) }
        return world.size > work.mostObjects ? .tooManyObjects(span, work.mostObjects) : nil
    }
}
