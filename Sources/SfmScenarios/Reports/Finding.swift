import SfmRuntime
import SfmSyntax
import SfmTerms

/// Something at a place of a file: a failed expectation or a diagnostic, as tools that annotate code want it.
package struct Finding: Sendable {
    enum Level: String, CaseIterable { case error, warning, note }

    let rule: String
    let level: Level
    /// A failed step rather than something wrong with the text.
    let isFailure: Bool
    let path: String
    /// From 1; a file that could not be read has its first line.
    let line: Int
    let column: Int
    let endLine: Int
    let endColumn: Int
    let title: String
    let lines: [String]
    /// The change that mends it beyond doubt.
    let fix: Fix?

    /// A change of the finding's own file, with where it begins and, behind its last character, ends.
    struct Fix: Sendable {
        let line: Int
        let column: Int
        let endLine: Int
        let endColumn: Int
        let replacement: String
        let words: String
    }

    /// Stays the same while lines move and whatever the language of the report.
    private(set) var fingerprint = ""
    private(set) var ordinal = 1

    /// The diagnostics of checked scripts.
    package static func all(_ scripts: [(sources: [SourceFile], diagnostics: [Diagnostic], path: String)], _ language: Language, folder: String) -> [Finding] {
        numbered(
            scripts.flatMap { script in
                let lines = LineTable(script.diagnostics.isEmpty ? [] : script.sources)
                return script.diagnostics.map { (of($0, script.sources, lines, script.path, "", language, folder), $0.message.en) }
            })
    }

    /// What failed and what is wrong, in the order of the files.
    static func all(_ report: TestReport) -> [Finding] {
        var out: [(Finding, String)] = []
        if let lack = report.lack { out.append((Finding("nothing", .error, isFailure: false, Place(), "sfm", [lack]), "no scenario was found")) }
        for entry in report.entries {
            let sources = entry.result.sources
            let isClean = entry.result.diagnostics.isEmpty && entry.result.failed == 0
            let table = LineTable(isClean ? [] : sources)
            for d in entry.result.diagnostics {
                out.append((of(d, sources, table, entry.result.path, entry.suffix, report.language, report.folder), d.message.en))
            }
            for scenario in entry.result.scenarios {
                if let mark = scenario.mark, !scenario.failed {
                    let rule = mark.kind == .skip ? "scenario-skipped" : "known-failure"
                    let place = Place(path: TestReport.relative(entry.result.path, to: report.folder), line: scenario.line)
                    let words = mark.words
                    out.append((Finding(rule, .note, isFailure: true, place, entry.title(scenario), [words[report.language]]), words.en))
                }
                for failure in scenario.failures {
                    let place = Place(failure.span, sources, table, entry.result.path, report.folder, ofFailure: true)
                    let lines = [failure.message[report.language]] + failure.details.map { $0[report.language] } + place.step(report.language)
                    out.append((Finding("scenario-failed", .error, isFailure: true, place, entry.title(scenario), lines), failure.message.en))
                }
            }
        }
        for (line, run) in zip(report.leftOut, report.notRun) {
            out.append((Finding("not-run", .note, isFailure: false, Place(), "sfm", [line]), "not run [\(run.policy ?? "")]"))
        }
        return numbered(out)
    }

    private static func of(
        _ d: Diagnostic, _ sources: [SourceFile], _ table: LineTable, _ path: String, _ suffix: String, _ language: Language, _ folder: String
    ) -> Finding {
        let title = (DiagnosticCatalogue.entry(d.code)?.title[language] ?? d.code.text) + suffix
        let place = Place(d.span, sources, table, path, folder)
        let level = d.severity == .error ? Level.error : .warning
        let fix = d.certainFix.flatMap { $0.span.file == d.span.file ? $0 : nil }.map { fix in
            let place = Place(fix.span, sources, table, path, folder)
            return Fix(
                line: place.line, column: place.column, endLine: place.endLine, endColumn: place.endColumn, replacement: fix.replacement,
                words: fix.words[language])
        }
        let lines = [d.message[language]] + d.help.map { $0[language] } + (fix.map { [$0.words] } ?? []) + place.step(language)
        return Finding(d.code.text, level, isFailure: false, place, d.code.text + " " + title, lines, fix)
    }

    private init(_ rule: String, _ level: Level, isFailure: Bool, _ place: Place, _ title: String, _ lines: [String], _ fix: Fix? = nil) {
        self.fix = fix
        (self.rule, self.level, self.isFailure, self.title, self.lines) = (rule, level, isFailure, title, lines)
        (path, line, column, endLine, endColumn) = (place.path, place.line, place.column, place.endLine, place.endColumn)
    }

    /// Gives each its fingerprint; those that say the same of one file are told apart by their order.
    private static func numbered(_ all: [(finding: Finding, english: String)]) -> [Finding] {
        var seen: [String: Int] = [:]
        return all.map { finding, english in
            var out = finding
            let scenario = finding.isFailure ? finding.title : ""
            let key = [finding.rule, finding.path, scenario, english].map { "\($0.utf8.count):\($0)" }.joined()
            seen[key, default: 0] += 1
            out.ordinal = seen[key] ?? 1
            out.fingerprint = hash(key + "#\(out.ordinal)")
            return out
        }
    }

    /// FNV-1a twice, from different beginnings: the same on every machine.
    private static func hash(_ text: String) -> String {
        [StableHash.basis, 0x6C62_272E_07BB_0142].map { StableHash.digits(StableHash.plain(text.utf8, from: $0)) }.joined()
    }

    private struct Place {
        let path: String
        var (line, column, endLine, endColumn) = (1, 1, 1, 1)
        /// The line of the step, where the place is the row that it was made with.
        private var stepLine: Int?

        /// Where no file is meant: the folder of the run.
        init() { path = "." }

        init(path: String, line: Int) { (self.path, self.line, self.endLine) = (path, line, line) }

        /// The steps of a scenario with a table are the same lines for every row: what a row brings about is found at the row.
        init(_ span: Span, _ sources: [SourceFile], _ table: LineTable, _ fallback: String, _ folder: String, ofFailure: Bool = false) {
            guard sources.indices.contains(Int(span.file)) else {
                path = TestReport.relative(fallback, to: folder)
                return
            }
            var (span, source) = (span, sources[Int(span.file)])
            path = TestReport.relative(source.name, to: folder)
            let line = table.line(of: span.lower, file: span.file)
            if let row = source.row, ofFailure || row.shapes(line: line), sources.indices.contains(Int(row.span.file)) {
                (span, source, stepLine) = (row.span, sources[Int(row.span.file)], line)
            }
            (self.line, column) = (table.line(of: span.lower, file: span.file), source.column(of: Int(span.lower)))
            let end = max(span.lower, span.upper)
            (endLine, endColumn) = (table.line(of: end, file: span.file), source.column(of: Int(end)))
        }

        /// «шаг — строка 8».
        func step(_ language: Language) -> [String] {
            stepLine.map { [language("the step is at line \($0)", "шаг — строка \($0)")] } ?? []
        }
    }
}
