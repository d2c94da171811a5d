import SfmPolicy
import SfmScenarios
import SfmSyntax
import SfmTerms

/// `sfm coverage PATHS`: which clauses the scenarios exercise.
enum CoverageCommand {
    static func run(_ environment: Environment) throws(UsageError) -> ExitStatus {
        let json = try environment.format(["pretty", "json"]) == "json"
        try environment.options.tests.checkCoverage()
        guard let (runs, language, plan) = TestCommand.execute(environment) else { return .invalid }
        let results = runs.flatMap(\.results)
        let coverage = Coverage(results)
        if json { environment.print(coverage.json(language)) } else { environment.print(table(coverage, language)) }
        if !json {
            let reporter = PrettyReporter(language: language, colour: environment.colour, plain: environment.console.isPlain)
            for result in results where result.isInvalid { environment.console.report(reporter.line(result, width: 0)) }
        }
        let status = TestCommand.status(results)
        if status == .nothing { plan.sayNothingMatches(environment) }
        return status == .failed ? .ok : status
    }

    private static func table(_ coverage: Coverage, _ language: Language) -> String {
        let heads = Coverage.heads(language)
        var out = ""
        for (policy, rows) in coverage.policies {
            let operational = rows.filter { $0.clause.kind != .info }
            let exercised = operational.count(where: \.isExercised)
            out += "\(policy.id): \(exercised)/\(operational.count)\n"
            out += "    " + line(heads) + "\n"
            for row in operational {
                let cells = row.cells(language)
                out += (row.isExercised ? "  ✓ " : "  · ") + line(cells) + "  " + Safe.text(row.clause.title[language]) + "\n"
            }
        }
        return out
    }

    private static func line(_ cells: [String]) -> String {
        zip(cells, [9, 13, 9, 9, 9, 9, 11, 8]).map { DisplayWidth.padded($0, $1) }.joined()
    }
}
