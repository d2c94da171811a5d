import SfmPolicy
import SfmSyntax
import SfmTerms

extension DutyTiming {
    /// What brings the duty about, without its term and without what its conditions say as well.
    var occasionOnly: DutyTiming {
        var out = self
        (out.term, out.isEach, out.calendar) = (nil, false, nil)
        if case .opens = occasion { out.occasion = .start }
        return out
    }
}

extension DutyRule {
    /// What brings the duty about, in words.
    func occasionText(_ node: RuleNode) -> Text {
        guard triggers.isEmpty else { return RuleRenderer.inBothLanguages { printer, _ in printer.occasion(node) } }
        switch timing.occasion {
        case .deed: return Text("always", "постоянно")
        case .every(let recurrence): return CalendarReading.inBoth { $0.recurrence(recurrence) }
        case .day(let day): return CalendarReading.inBoth { $0.day(day) }
        case .opens: return Text("when its time begins", "когда наступает его время")
        case .state: return Text("when its condition comes true", "когда наступает условие")
        case .start: return Text("when the policy comes into force", "когда порядок начинает действовать")
        }
    }
}
