import SfmRuntime
import SfmSyntax
import SfmTerms

/// The answer to a text, told step by step while it runs.
struct Telling {
    private var renderer: OutcomeRenderer
    private let placesFailures: Bool
    private var isScenario = false
    /// Whether an earlier scenario of the text failed.
    private var hasFailed = false
    private(set) var reply = Reply(text: "")

    init(_ renderer: OutcomeRenderer, placesFailures: Bool) { (self.renderer, self.placesFailures) = (renderer, placesFailures) }

    mutating func hear(_ heard: Heard, _ sources: [SourceFile]) {
        switch heard {
        case .scenario(let title):
            (isScenario, hasFailed) = (true, reply.failed)
            reply.failed = false
            reply.text += "\(renderer.language("scenario ", "сценарий "))\(SafeText(title: title).quoted)\n"
        case .ended(let mark):
            let mends = mark?.kind == .knownFailure && !reply.failed
            if let mark { reply.text += "  \(message: (mends ? mark.mended.message : mark.words)[renderer.language])\n" }
            reply.failed = hasFailed || mends || reply.failed && mark == nil
            reply.status = reply.failed ? .failed : .ok
        case .omitted(let count):
            let counted = Plural.step.counted(count, renderer.language)
            reply.text += renderer.language("  … and \(counted) more\n", "  … и ещё \(counted)\n")
        case .step(let step, let result, let before, let after):
            if placesFailures { renderer.sources = sources }
            reply.text += renderer.tell(step, result, after)
            switch result {
            case .success:
                // What each step changed besides; of a scenario, in a world of its own, nobody asks.
                if let before, !isScenario { reply.text += Changes(from: before, to: after, language: renderer.language).summary(of: step) }
            case .failure(let failure):
                (reply.failed, reply.status) = (true, failure.limit == nil ? .failed : .limit)
                if failure.decision != nil { reply.text += renderer.language("  more: why\n", "  подробнее: почему\n") }
            }
        }
    }

}
