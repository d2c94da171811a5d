import SfmRuntime
import SfmScenarios
import SfmSyntax
import SfmTerms

/// What `sfm test` prints when it has run the scenarios under several policies.
enum MatrixPrinter {
    static func print(_ runs: [TestCommand.Run], _ language: Language, _ environment: Environment) {
        let matrix = matrix(runs)
        let reporter = MatrixReporter(language: language, colour: environment.colour, plain: environment.console.isPlain)
        let stopped = runs.compactMap { run in run.notRun.map { "\n\(run.policy ?? ""): \($0.words[language])\n" as SafeText } }.joined()
        let pretty = PrettyReporter(language: language, colour: environment.colour, plain: environment.console.isPlain)
        let marked = pretty.marked(matrix)
        let unchecked = TestCommand.unchecked(matrix.unchecked, language)
        environment.console.tell(mistakes(matrix, language, environment) + reporter.render(matrix) + stopped + marked + unchecked)
        environment.print("\(matrix.passed) passed, \(matrix.failed) failed\n")
    }

    static func matrix(_ runs: [TestCommand.Run]) -> Matrix { Matrix(runs.map { ($0.policy ?? "", $0.results) }) }

    /// The mistakes of the files; one that has no place of its own, as a policy that is nowhere, is said once.
    private static func mistakes(_ matrix: Matrix, _ language: Language, _ environment: Environment) -> SafeText {
        let renderer = DiagnosticRenderer(language: language, colour: environment.colour)
        var said = Set<String>()
        var out: SafeText = ""
        for result in matrix.invalid {
            for diagnostic in result.diagnostics {
                let isPlaced = !Matrix.isAboutPolicy(diagnostic)
                if !isPlaced, !said.insert(diagnostic.message.en).inserted { continue }
                out += renderer.render(diagnostic, sources: isPlaced ? result.sources : []) + "\n"
            }
        }
        return out
    }
}
