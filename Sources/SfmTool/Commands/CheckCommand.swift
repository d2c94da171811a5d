import SfmRuntime
import SfmScenarios
import SfmSyntax
import SfmTerms

/// `sfm check PATHS`: everything that can be said without running; `--fix` mends what can be mended.
enum CheckCommand {
    static func run(_ environment: Environment) throws(UsageError) -> ExitStatus {
        let format = try environment.format(["pretty", "short", "json"])
        let reports = try ReportRequest.all(of: environment.options, among: ReportFormat.ofCheck)
        var scripts = ScriptSet(options: environment.options)
        guard let files = environment.scripts(at: environment.options.paths) else { return .invalid }
        if environment.options.fixes { for file in files { Fixer.mend(file, &scripts, environment) } }
        let checked = files.map { file in
            var script = scripts.load(file)
            script.addWarnings(withAnswered: environment.options.allWarnings, limit: environment.options.limits.syntax.diagnostics)
            return script
        }
        for script in checked where script.isBlank {
            let shown = Safe.text(script.path)
            environment.console.report(environment.language() == .english ? "sfm: “\(shown)” says nothing\n" : "sfm: «\(shown)»: файл пуст\n")
        }
        let written = environment.write(reports, of: checked, language(of: checked, environment), or: status(checked))
        if reports.contains(where: { $0.isStandardOutput && !$0.format.isLines }) { return written }
        if format == "json" { environment.print(json(checked, environment)) } else { report(checked, format, environment) }
        return written
    }

    private static func status(_ checked: [Script]) -> ExitStatus {
        if checked.contains(where: \.hitLimit) { return .limit }
        if checked.contains(where: \.hasErrors) { return .invalid }
        return checked.isEmpty ? .nothing : .ok
    }

    private static func language(of checked: [Script], _ environment: Environment) -> Language {
        environment.language(ofFile: checked.first.flatMap { $0.sources.first }.flatMap { ScriptSet.language(of: $0.bytes) })
    }

    private static func report(_ checked: [Script], _ format: String, _ environment: Environment) {
        var out = ""
        for script in checked {
            let language = environment.language(ofFile: script.sources.first.flatMap { ScriptSet.language(of: $0.bytes) })
            let renderer = DiagnosticRenderer(language: language, colour: environment.colour)
            for diagnostic in script.diagnostics {
                let isShort = format == "short"
                out += (isShort ? renderer.line(diagnostic, sources: script.sources) : renderer.render(diagnostic, sources: script.sources)) + "\n"
            }
        }
        let found = checked.flatMap(\.diagnostics)
        let warnings = found.count { $0.severity == .warning }
        let errors = found.count - warnings
        let language = language(of: checked, environment)
        let files = Plural.file.counted(checked.count, language)
        var counts: [String] = []
        if errors > 0 { counts.append(Plural("mistake", "mistakes", ru: "ошибка", "ошибки", "ошибок").counted(errors, language)) }
        if warnings > 0 {
            counts.append(Plural("warning", "warnings", ru: "предупреждение", "предупреждения", "предупреждений").counted(warnings, language))
        }
        if counts.isEmpty { counts = [(checked.isEmpty ? Text("nothing was checked", "ничего не проверено") : ExitStatus.ok.meaning)[language]] }
        out += "\(files): \(counts.joined(separator: ", "))\n"
        environment.print(out)
    }

    static func json(_ checked: [Script], _ environment: Environment) -> String {
        var json = JSONWriter()
        let folder = WorkingFolder.path
        json.object { out in
            out.member("files")
            out.number(checked.count)
            out.member("diagnostics")
            out.array { out in
                for script in checked {
                    for diagnostic in script.diagnostics { out.object { JSONReporter.write(diagnostic, script.sources, environment.language(), folder, &$0) } }
                }
            }
        }
        return json.text + "\n"
    }
}
