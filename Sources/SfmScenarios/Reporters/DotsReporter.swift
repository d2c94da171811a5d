import SfmSyntax

/// A sign a scenario: `.` passed, `F` failed, `S` skipped, `K` known to fail, `E` a file with mistakes.
package enum DotsReporter {
    private static let width = 80

    package static func render(_ results: [FileResult]) -> SafeText {
        let signs: [SafeText] = results.flatMap { $0.isInvalid ? ["E"] : $0.scenarios.map { sign($0.outcome) } }
        return stride(from: 0, to: signs.count, by: width).map { signs[$0..<min($0 + width, signs.count)].joined() + "\n" }.joined()
    }

    private static func sign(_ outcome: ScenarioResult.Outcome) -> SafeText {
        switch outcome {
        case .passed: "."
        case .failed: "F"
        case .skipped: "S"
        case .knownFailure: "K"
        }
    }
}
