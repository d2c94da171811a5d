/// A sign a scenario: `.` passed, `F` failed, `E` a file with mistakes.
package enum DotsReporter {
    private static let width = 80

    package static func text(_ results: [FileResult]) -> String {
        let signs = results.flatMap { $0.isInvalid ? ["E"] : $0.scenarios.map { $0.passed ? "." : "F" } }
        return stride(from: 0, to: signs.count, by: width).map { signs[$0..<min($0 + width, signs.count)].joined() + "\n" }.joined()
    }
}
