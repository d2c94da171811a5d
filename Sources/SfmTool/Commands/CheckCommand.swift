import SfmRuntime
import SfmScenarios
import SfmSyntax
import SfmTerms

/// `sfm check PATHS`: everything that can be said without running; `--fix` mends what can be mended.
enum CheckCommand {
    static func run(_ environment: Environment) throws(UsageError) -> ExitStatus {
        let format = try environment.format()
        let reports = try ReportRequest.all(of: environment.options)
        var scripts = ScriptSet(options: environment.options)
        guard let files = environment.scripts(at: environment.options.paths) else { return .invalid }
        let mended = environment.options.fixes ? files.map { Mended(file: $0, outcome: Fixer.mend($0, scripts)) } : []
        let checked = files.map { file in
            var script = scripts.load(file)
            script.addWarnings(withAnswered: environment.options.allWarnings, limit: environment.options.limits.syntax.diagnostics)
            return script
        }
        let language = environment.language(counting: checked.map(\.language))
        for script in checked where script.isBlank {
            environment.console.report(language("sfm: “\(script.path)” says nothing\n", "sfm: «\(script.path)»: файл пуст\n"))
        }
        var status = status(checked)
        for result in mended {
            if case .notWritten(let trouble) = result.outcome { status = environment.console.unwritten(result.file, trouble, language) }
        }
        let written = environment.write(reports, of: checked, language, or: status)
        if reports.contains(where: { $0.isStandardOutput && !$0.format.isLines }) { return written }
        if format == "json" {
            environment.write(document: json(checked, environment, mended: mended))
        } else {
            report(mended, environment)
            report(checked, format, environment)
        }
        return written
    }

    /// A file that was to be mended and what became of it.
    private struct Mended {
        let file: String
        let outcome: Fixer.Outcome
    }

    /// Each thing that was changed, a line each, by its place in the file as it is now.
    private static func report(_ mended: [Mended], _ environment: Environment) {
        var out: SafeText = ""
        let language = environment.language()
        for result in mended {
            let name = SafeText(result.file)
            switch result.outcome {
            case .nothingCertain, .notWritten: continue
            case .leftAsItWas(let tried):
                out += "\(name): \(left(tried)[language])\n"
            case .changed(let changes, let source):
                for change in changes {
                    out += "\(name):\(source.line(of: change.lower)):\(source.column(of: change.lower)): \(message: change.words[language])\n"
                }
            }
        }
        if !out.isEmpty { environment.tell(out + "\n") }
    }

    private static func left(_ tried: Int?) -> Text {
        guard let tried else {
            return Text("left as it was: the fixes would not make the mistakes fewer", "не изменён: ошибок от исправлений не стало бы меньше")
        }
        return Text(
            "left as it was: the first \(tried) fixes, one by one, would not make the mistakes fewer",
            "не изменён: от первых исправлений (\(tried), по одному) ошибок не стало бы меньше")
    }

    private static func status(_ checked: [Script]) -> ExitStatus {
        if checked.contains(where: \.hitLimit) { return .limit }
        if checked.contains(where: \.hasErrors) { return .invalid }
        return checked.isEmpty ? .nothing : .ok
    }

    private static func report(_ checked: [Script], _ format: String, _ environment: Environment) {
        var out: SafeText = ""
        let language = environment.language()
        let renderer = DiagnosticRenderer(language: language, colour: environment.colour)
        for script in checked {
            for diagnostic in script.diagnostics {
                let isShort = format == "short"
                out += isShort ? renderer.line(diagnostic, sources: script.sources) : renderer.render(diagnostic, sources: script.sources)
                out += "\n"
            }
        }
        let found = checked.flatMap(\.diagnostics)
        let warnings = found.count { $0.severity == .warning }
        let errors = found.count - warnings
        let files = Plural.file.counted(checked.count, language)
        var counts: [String] = []
        if errors > 0 { counts.append(Plural("mistake", "mistakes", ru: "ошибка", "ошибки", "ошибок").counted(errors, language)) }
        if warnings > 0 {
            counts.append(Plural("warning", "warnings", ru: "предупреждение", "предупреждения", "предупреждений").counted(warnings, language))
        }
        if counts.isEmpty { counts = [(checked.isEmpty ? Text("nothing was checked", "ничего не проверено") : ExitStatus.ok.meaning)[language]] }
        out += "\(files): \(counts.joined(separator: ", "))\n"
        environment.tell(out)
    }

    static func json(_ checked: [Script], _ environment: Environment) -> String { json(checked, environment, mended: []) }

    private static func json(_ checked: [Script], _ environment: Environment, mended: [Mended]) -> String {
        var json = JSONWriter()
        let folder = WorkingFolder.path
        json.object { out in
            if environment.options.fixes {
                out.member("fixed")
                out.array { out in for result in mended { write(result, folder, &out) } }
                out.member("left")
                out.array { out in
                    for result in mended { if case .leftAsItWas = result.outcome { out.string(TestReport.relative(result.file, to: folder)) } }
                }
            }
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

    private static func write(_ result: Mended, _ folder: String, _ out: inout JSONWriter) {
        guard case .changed(let changes, let source) = result.outcome else { return }
        for change in changes {
            out.object { out in
                out.member("code")
                out.string(change.code.text)
                JSONReporter.write(change.span, source, folder, &out)
                out.member("from")
                out.string(change.from)
                out.member("to")
                out.string(change.to)
            }
        }
    }
}
