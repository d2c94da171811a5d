import SfmPolicy
import SfmRuntime
import SfmScenarios
import SfmSyntax
import SfmTerms

/// `sfm coverage PATHS`: which clauses the scenarios exercise.
enum CoverageCommand {
    static func run(_ environment: Environment) throws(UsageError) -> ExitStatus {
        let json = try environment.format() == "json"
        let tests = environment.options.tests
        try tests.checkCoverage(environment)
        let (runs, language, plan): TestCommand.Executed
        switch TestCommand.execute(environment) {
        case .success(let made): (runs, language, plan) = made
        case .failure(let stopped): return stopped.status
        }
        let results = runs.flatMap(\.results)
        let coverage = Coverage(results)
        let override = tests.mutants != nil ? environment.policyNames.flatMap { try? environment.choose($0).get() } : nil
        var mutants: Mutants?
        do throws(ScriptError) {
            switch tests.mutants {
            case nil: break
            case .clauses: mutants = .clauses(try MutantRun.reports(results, plan, override, environment))
            case .rules: mutants = .rules(try RuleMutantRun.reports(results, coverage, plan, override, environment))
            }
        } catch {
            environment.say(error.diagnostic)
            return .limit
        }
        if json {
            let folder = WorkingFolder.path
            environment.write(
                document: coverage.json(language, folder: folder, threshold: tests.threshold, mutants: mutants, minScore: tests.minScore))
        } else {
            let isPlain = environment.console.isPlain
            let told = Set(results.map(\.path))
            let drafts = environment.options.arguments.filter { SourceFile.isScript($0) && !told.contains($0) }
                .flatMap { DraftProgress.all(in: $0, environment) }
                .filter { draft in !coverage.policies.contains { $0.policy.id == draft.policy.id } }
            environment.console.tell(
                table(coverage, language, isPlain, environment) + drafts.map { $0.told(language) }.joined()
                    + (mutants.map { MutantWords(language).text($0) } ?? ""))
            let reporter = PrettyReporter(language: language, colour: environment.colour, plain: isPlain)
            for result in results where result.isInvalid { environment.console.report(reporter.mistakes(result)) }
        }
        let status = TestCommand.status(results)
        if status == .nothing {
            let lack = TestReport.lack(skipped: results.reduce(0) { $0 + $1.marked.count })
            if !plan.files.isEmpty { say("\(lack.en)", "\(lack.ru)", language, environment) }
            plan.sayNothingMatches(environment)
        } else {
            plan.sayUnusedWords(environment)
            let failed = results.reduce(0) { $0 + $1.failed }
            if failed > 0 {
                let count = Plural.scenario.counted(failed, language)
                say("what failed counts as well: \(count) — see sfm test", "учтены и непройденные: \(count) — подробно: sfm test", language, environment)
            }
        }
        guard status == .ok || status == .failed else { return status }
        // Of nothing nothing was measured.
        guard !coverage.policies.isEmpty else {
            say("no policy was in force", "ни один порядок не применялся", language, environment)
            return .nothing
        }
        let isCovered = tests.threshold.map { judge(coverage, $0, language, environment) } ?? .ok
        let isHeld = tests.minScore.map { judge(mutants?.scores ?? [], $0, language, environment) } ?? .ok
        return isCovered == .ok ? isHeld : isCovered
    }

    private static func say(_ en: SafeText, _ ru: SafeText, _ language: Language, _ environment: Environment) {
        environment.console.report("sfm: \(language(en, ru))\n")
    }

    /// Whether enough of every policy is exercised; what is missing is said on standard error.
    private static func judge(_ coverage: Coverage, _ threshold: Int, _ language: Language, _ environment: Environment) -> ExitStatus {
        let short = coverage.policies.filter { $0.percent < threshold }
        for entry in short {
            let missing = entry.missing.map(\.clause.id).joined(separator: ", ")
            environment.console.report(
                language(
                    "sfm: \(entry.name): \(entry.percent) % of the clauses, below \(threshold) %; not exercised: \(missing)\n",
                    "sfm: \(entry.name): проверено \(entry.percent) % пунктов, нужно \(threshold) %; не проверены: \(missing)\n"))
        }
        return short.isEmpty ? .ok : .failed
    }

    /// Whether scenarios notice enough of what was changed in every policy.
    private static func judge(_ scores: [any MutantScore], _ least: Int, _ language: Language, _ environment: Environment) -> ExitStatus {
        let short = scores.filter { $0.score < least }
        for score in short {
            environment.console.report(
                language(
                    "sfm: \(score.policy): scenarios notice \(score.score) % of the changes, below \(least) %\n",
                    "sfm: \(score.policy): сценарии замечают \(score.score) % изменений, нужно \(least) %\n"))
        }
        return short.isEmpty ? .ok : .failed
    }

    private static func table(_ coverage: Coverage, _ language: Language, _ isPlain: Bool, _ environment: Environment) -> SafeText {
        let heads = Coverage.heads(language)
        var out: SafeText = ""
        // A file may define thousands of policies: it is read once.
        var marked: [String: Set<String>] = [:]
        for entry in coverage.policies {
            let operational = entry.operational
            out += "\(entry.name): \(operational.count - entry.missing.count)/\(operational.count)\n"
            out += "    \(line(heads))\n"
            for row in operational {
                let cells = row.cells(language)
                out += "\(row.isExercised ? "  ✓ " : "  · ")\(line(cells))  \(title: row.clause.title[language])\n"
            }
            if !entry.notesOnly.isEmpty {
                out += Wrap.wrapped(SafeText(NotesOnly.words(entry.notesOnly, of: entry.rows.count, language)), indent: 4, first: "  ")
            }
            if let file = entry.file {
                if marked[file] == nil, case .success(let bytes) = FileStore.readNamed(file, limit: environment.options.limits.syntax.fileBytes) {
                    marked[file] = ReviewMark.clauses(of: bytes)
                }
                if let marked = marked[file] { out += DraftProgress(entry.policy, marked: marked).lines(language, isNamed: false) }
            }
            out += language("  clauses by outcome: ", "  пунктов по исходам: ")
            out += "\(entry.outcomes.map { "\($0.words[language]) \($0.count)" }.joined(separator: ", "))\n"
            guard !entry.edges.isEmpty else { continue }
            let open = entry.edges.count { $0.sides != [.within, .beyond] }
            out += language("  limits", "  границы")
            if open > 0 {
                out += language(" (\(open) of \(entry.edges.count) not tried on both sides)", " (проверены не с обеих сторон: \(open) из \(entry.edges.count))")
            }
            out += ":\n"
            for edge in entry.edges { out += "    \(edgeText(edge, language, isPlain))\n" }
        }
        return out
    }

    /// «24  заблокировать: нарушений более 3 — последнее допустимое ✓, первое недопустимое ·».
    private static func edgeText(_ edge: Coverage.Edge, _ language: Language, _ isPlain: Bool) -> SafeText {
        let (last, first): (Text, Text) =
            edge.limit.isTerm
            ? (Text("last in time", "последнее вовремя"), Text("first too late", "первое с опозданием"))
            : edge.limit.effect == .duty
                ? (Text("the duty arises", "обязанность возникает"), Text("does not arise", "не возникает"))
                : (Text("last allowed", "последнее допустимое"), Text("first refused", "первое недопустимое"))
        // Beyond the limit of a prohibition lies what is allowed.
        let (allowed, refused): (Threshold.Sides, Threshold.Sides) = edge.limit.effect == .forbid ? (.beyond, .within) : (.within, .beyond)
        func mark(_ side: Threshold.Sides) -> SafeText {
            let isReached = edge.sides.contains(side)
            return isPlain ? (isReached ? language("yes", "да") : language("no", "нет")) : isReached ? "✓" : "·"
        }
        let clause = SafeText(DisplayWidth.padded(edge.clause, 9))
        return "\(clause)\(edge.limit.words[language]) — \(last[language]) \(mark(allowed)), \(first[language]) \(mark(refused))"
    }

    private static func line(_ cells: [String]) -> SafeText {
        zip(cells, [9, 13, 9, 9, 9, 9, 11, 8]).map { SafeText(DisplayWidth.padded($0, $1)) }.joined()
    }
}
