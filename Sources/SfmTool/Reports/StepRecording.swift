import SfmPolicy
import SfmRuntime
import SfmScenarios
import SfmSyntax
import SfmTerms

/// Puts the steps of a script in words for a report, in those of the conversation.
struct StepRecording {
    let language: Language
    let sources: [SourceFile]

    /// Nobody follows more chats in one picture.
    private static let mostChats = 40

    var recorder: StepRecorder { { self.record($0, $1, $2, $3) } }

    private func record(_ step: StepNode, _ result: StepResult, _ before: Interpreter, _ after: Interpreter) -> StepRecord {
        var renderer = OutcomeRenderer(language: language, colour: false, plain: false, sources: [])
        let told = lines(renderer.tell(step, result, after))
        var changes: [String] = []
        if case .success = result { changes = lines(Changes(from: before, to: after, language: language).summary(of: step)) }
        let (verdict, name, clauses) = verdict(of: result, after)
        let cited = clauses.map { StepRecord.Cited(place: after.renderer.cite($0, language), title: after.policies.clause($0).title[language]) }
        let chats = after.world.chats.prefix(Self.mostChats).map {
            StepRecord.ChatCount(name: after.names.quoted($0.name, language), members: $0.memberCount)
        }
        return StepRecord(
            span: step.span, source: source(of: step), verdict: verdict, verdictName: name, told: told, clauses: cited, changes: changes,
            time: after.world.now.text, chats: chats)
    }

    /// Lines with what they are set in by beyond the first.
    private func lines(_ text: SafeText) -> [String] {
        text.rawText.split(separator: "\n").map { String($0.trimmingPrefix("  ")) }
    }

    /// The step as it is written, on one line.
    private func source(of step: StepNode) -> String {
        let text = sources[Int(step.span.file)].text(step.span)
        return Sanitizer.cut(text, to: 300).split(whereSeparator: \.isNewline).joined(separator: " ")
    }

    /// The decision that a step rests on, with its clauses, each once.
    private func verdict(of result: StepResult, _ i: Interpreter) -> (StepRecord.Verdict, String, [ClauseRef]) {
        switch result {
        case .failure(let failure):
            let name = failure.decision.map { i.renderer.name($0.outcome, language) } ?? language("failed", "не прошло")
            return (.failed, name, failure.clauses.unique)
        case .success(.done(let deeds, let decision, forced: _)):
            let clauses = decision.clauses + deeds.flatMap { $0.met.map(\.clause) + $0.made.map(\.clause) + $0.breaches.map(\.clause) }
            guard i.hasPolicy, ActTable.all[decision.request.act].kind != .event else { return (.other, "", clauses.unique) }
            return (Self.verdict(decision.outcome), i.renderer.name(decision.outcome, language), clauses.unique)
        case .success(.decided(let decision, _)):
            return (Self.verdict(decision.outcome), i.renderer.name(decision.outcome, language), decision.clauses.unique)
        case .success(.time(_, let breaches, ended: _)): return (.other, "", breaches.map(\.clause).unique)
        case .success(.duties(let deeds, let left)): return (.other, "", (deeds.flatMap { $0.met.map(\.clause) } + left.map { $0.0.clause }).unique)
        case .success: return (.other, "", [])
        }
    }

    private static func verdict(_ outcome: Outcome) -> StepRecord.Verdict {
        switch outcome {
        case .allowed: .allowed
        case .prohibited: .prohibited
        case .notGranted: .notGranted
        case .impossible: .impossible
        }
    }
}
