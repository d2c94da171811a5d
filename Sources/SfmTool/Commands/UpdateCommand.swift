import SfmRuntime
import SfmScenarios
import SfmSyntax
import SfmTerms

/// `sfm test --update PATHS`: shows what new expectations would make the tests pass, and writes them where that is wanted.
///
/// A terminal is asked file by file; elsewhere only `--yes` writes, and nothing does where CI is set.
enum UpdateCommand {
    static func run(_ environment: Environment) throws(UsageError) -> ExitStatus {
        let options = environment.options
        if environment.console.isCI {
            throw UsageError(message: Text("--update is refused where CI is set", "если задана переменная CI, --update не работает"))
        }
        var scripts = ScriptSet(options: options)
        guard let files = environment.scripts(at: options.paths) else { return .invalid }
        var worst = files.isEmpty ? ExitStatus.nothing : .ok
        for file in files {
            let status = update(file, &scripts, environment)
            if status.rawValue > worst.rawValue { worst = status }
        }
        return worst
    }

    private static let rounds = 16

    private static func update(_ file: String, _ scripts: inout ScriptSet, _ environment: Environment) -> ExitStatus {
        var script = scripts.load(file)
        let language = environment.language()
        guard let original = script.sources.first, !script.hasErrors || script.lacksOnlyChecks else {
            let renderer = DiagnosticRenderer(language: language, colour: environment.colour)
            environment.tell(script.diagnostics.map { "\(renderer.render($0, sources: script.sources))\n" }.joined())
            return script.hitLimit ? .limit : .invalid
        }
        guard script.hasSteps else { return .ok }
        var bytes = original.bytes
        for _ in 0..<rounds {
            let edits = ExpectationUpdate(script, room: environment.options.limits.syntax.fileBytes).edits
            guard !edits.isEmpty else { break }
            let changed = applied(edits, to: bytes)
            script = scripts.load(file, bytes: changed)
            // What would not be a script any more is not a better test.
            guard !script.hasErrors || script.lacksOnlyChecks else {
                script = scripts.load(file, bytes: bytes)
                break
            }
            bytes = changed
        }
        let result = script.hasErrors ? nil : Runner(limits: environment.options.limits).test(script, named: ScriptPath.last(of: file))
        if let found = result, !found.isInvalid { bytes = withCounterexamples(of: found, &script, file, bytes, &scripts) }
        if let result, result.isInvalid {
            let reporter = PrettyReporter(language: language, colour: environment.colour, plain: environment.console.isPlain)
            environment.print(reporter.mistakes(result))
            return result.hitLimit ? .limit : .invalid
        }
        let failed = result?.failed ?? 1
        let stories = result?.scenarios.filter { $0.outcome == .failed && !$0.isExploration } ?? []
        let isAll = stories.isEmpty && failed > 0 && result != nil
        if failed > 0, !isAll { environment.tell(left(file, result == nil ? failed : stories.count, stories, language)) }
        environment.tell(explored(file, result?.scenarios.filter { $0.outcome == .failed && $0.isExploration } ?? [], language))
        guard bytes != original.bytes else { return failed > 0 ? .failed : .ok }
        environment.print(
            UnifiedDiff.diff(file, String(decoding: original.bytes, as: UTF8.self), String(decoding: bytes, as: UTF8.self)))
        guard isWanted(environment, language) else { return .failed }
        if let trouble = FileWriter.replace(file, with: bytes, at: environment.options.place(of: file), expecting: original.bytes) {
            return environment.console.unwritten(file, trouble, language)
        }
        return failed > 0 ? .failed : .ok
    }

    /// The text with what explorations found kept in it; as it was where that would be no script.
    private static func withCounterexamples(
        of result: FileResult, _ script: inout Script, _ file: String, _ bytes: [UInt8], _ scripts: inout ScriptSet
    ) -> [UInt8] {
        guard let edits = CounterexampleText(script)?.additions(of: result), !edits.isEmpty else { return bytes }
        let changed = applied(edits, to: bytes)
        let kept = scripts.load(file, bytes: changed)
        guard !kept.hasErrors else { return bytes }
        script = kept
        return changed
    }

    /// Which explorations fail: no expectation changes what they ask.
    private static func explored(_ file: String, _ failed: [ScenarioResult], _ language: Language) -> SafeText {
        guard !failed.isEmpty else { return "" }
        let count = Plural.exploration.counted(failed.count, language)
        var text: SafeText = language("\(file): still fails: \(count)\n", "\(file): по-прежнему не проходит: \(count)\n")
        for scenario in failed.prefix(most) {
            text += language("  line \(scenario.line): “\(title: scenario.title)”\n", "  строка \(scenario.line): «\(title: scenario.title)»\n")
        }
        if failed.count > most { text += "  …\n" }
        return text
            + language(
                "  what they found is kept behind them as scenarios that pass\n",
                "  найденное ими хранится сразу за ними как сценарии, которые проходят\n")
    }

    /// A text with edits that overlap nowhere, from the first to the last: in one pass, whatever their number.
    private static func applied(_ edits: [Edit], to bytes: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        var place = 0
        for edit in edits {
            out += bytes[place..<Int(edit.span.lower)]
            out += edit.replacement.utf8
            place = Int(edit.span.upper)
        }
        return out + bytes[place...]
    }

    /// How many scenarios no expectation mends, with the first of them.
    private static func left(_ file: String, _ failed: Int, _ scenarios: [ScenarioResult], _ language: Language) -> SafeText {
        let count = Plural.scenario.counted(failed, language)
        var text: SafeText = language("\(file): no expectation makes this pass: \(count)\n", "\(file): новыми проверками не исправить: \(count)\n")
        for scenario in scenarios.prefix(most) {
            text += language("  line \(scenario.line): “\(title: scenario.title)”\n", "  строка \(scenario.line): «\(title: scenario.title)»\n")
        }
        if scenarios.count > most { text += "  …\n" }
        return text
            + language(
                "  rows of a table and steps of an included file are left as they are\n", "  строки таблиц и шаги подключённых файлов остаются как есть\n")
    }

    private static let most = 5

    private static func isWanted(_ environment: Environment, _ language: Language) -> Bool {
        if environment.options.agrees { return true }
        let console = environment.console
        guard console.inIsTerminal, console.outIsTerminal else {
            environment.print(language("nothing was written: --yes writes it\n", "ничего не записано: запишет --yes\n"))
            return false
        }
        environment.print(language("write it? [y/N] ", "записать? [д/Н] "))
        guard case .line(let answer) = PipeSource(readsAhead: false).read(prompt: "") else { return false }
        return ["y", "yes", "д", "да"].contains(ReplWord.fold(answer))
    }
}
