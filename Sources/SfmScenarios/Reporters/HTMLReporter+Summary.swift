import SfmRuntime
import SfmSyntax
import SfmTerms

/// What stands at the top: how much of what, under which policies, and what failed.
extension HTMLReporter {
    var totals: String {
        let steps = report.results.reduce(0) { $0 + $1.steps }
        let files = Set(report.entries.map { PathKey($0.path) }).count
        var cells = [
            ("good", report.passed, Plural("scenario passed", "scenarios passed", ru: "сценарий прошёл", "сценария прошли", "сценариев прошло")),
            ("bad", report.failed, Plural("failed", "failed", ru: "не прошёл", "не прошли", "не прошло")),
        ]
        if report.skipped > 0 { cells.append(("", report.skipped, Plural("skipped", "skipped", ru: "пропущен", "пропущены", "пропущено"))) }
        if report.known > 0 {
            cells.append(("", report.known, Plural("known failure", "known failures", ru: "известная ошибка", "известные ошибки", "известных ошибок")))
        }
        if report.invalid > 0 {
            let noun = Plural("file not checked", "files not checked", ru: "файл не проверен", "файла не проверены", "файлов не проверено")
            cells.append(("bad", report.invalid, noun))
        }
        cells += [("", steps, .step), ("", files, .file)]
        if report.runs.count > 1 { cells.append(("", report.runs.count, Plural("policy", "policies", ru: "порядок", "порядка", "порядков"))) }
        return "<ul class=\"totals\">\n"
            + cells.map { kind, n, noun in
                "<li class=\"\(n > 0 ? kind : "")\"><strong>\(Typography.number(n, language))</strong> \(noun.noun(n, language))</li>\n"
            }.joined() + "</ul>\n"
    }

    // MARK: - What failed

    /// A line a failed scenario, at most so many.
    private static let mostFailures = 200

    /// What failed, with the way to it where it is on the page.
    func failures(_ shown: Set<String>) -> String {
        guard report.failed + report.invalid > 0, report.passed + report.failed + report.invalid > 1, report.runs.count == 1 else { return "" }
        var lines: [String] = []
        for (k, entry) in report.entries.enumerated() {
            if entry.result.isInvalid {
                let why = language("not checked because of mistakes", "не проверено из-за ошибок")
                lines.append(link(anchor(k), Escape.xml(entry.path), shown) + " <span class=\"quiet\">\(why)</span>")
            }
            for (n, scenario) in entry.result.scenarios.enumerated() where scenario.failed {
                let place = "<span class=\"quiet\">\(Escape.xml(entry.path)):\(scenario.line)</span>"
                lines.append(link(anchor(k, n), Escape.xml(scenario.title), shown) + " " + place)
            }
        }
        var out = "<section>\n<h2>\(language("What failed", "Что не прошло"))</h2>\n<ul>\n"
        for line in lines.prefix(Self.mostFailures) { out += "<li>\(line)</li>\n" }
        out += "</ul>\n"
        if lines.count > Self.mostFailures { out += "<p class=\"truncated\">\(Escape.xml(report.truncated(lines.count - Self.mostFailures)))</p>\n" }
        return out + "</section>\n"
    }

    /// Where a file or a scenario of it stands on the page.
    func anchor(_ entry: Int, _ scenario: Int? = nil) -> String { "f\(entry + 1)" + (scenario.map { "s\($0 + 1)" } ?? "") }

    private func link(_ anchor: String, _ text: String, _ shown: Set<String>) -> String {
        shown.contains(anchor) ? "<a href=\"#\(anchor)\">\(text)</a>" : text
    }

    // MARK: - Several policies

    /// Scenarios by policies: the way to each that failed.
    func matrix(_ shown: Set<String>) -> String {
        guard report.runs.count > 1 else { return "" }
        let matrix = Matrix(report.runs)
        guard !matrix.rows.isEmpty else { return "" }
        var places: [PathKey: [String: Int]] = [:]
        for (k, entry) in report.entries.enumerated() { places[PathKey(entry.result.path), default: [:]][entry.policy ?? ""] = k }
        let heads = matrix.policies.map { "<th scope=\"col\">\(Escape.xml($0))</th>" }.joined()
        var out = "<section>\n<h2>\(language("Under each policy", "По порядкам"))</h2>\n<div class=\"wide\">\n<table>\n"
        out += "<thead><tr><th scope=\"col\">\(language("scenario", "сценарий"))</th>\(heads)</tr></thead>\n<tbody>\n"
        var (path, number, left) = ("", 0, matrix.rows.count)
        for row in matrix.rows {
            guard out.utf8.count < most else { break }
            if PathKey(row.path) != PathKey(path) {
                (path, number) = (row.path, 0)
                let name = Escape.xml(TestReport.relative(path, to: report.folder))
                out += "<tr><th scope=\"colgroup\" colspan=\"\(matrix.policies.count + 1)\">\(name)</th></tr>\n"
            }
            let cells = zip(matrix.policies, row.cells).map { policy, cell in
                "<td>" + cellText(cell, places[PathKey(path)]?[policy].map { anchor($0, number) } ?? "", shown) + "</td>"
            }
            out += "<tr><td>\(Escape.xml(row.title))</td>\(cells.joined())</tr>\n"
            (number, left) = (number + 1, left - 1)
        }
        out += "</tbody>\n<tfoot><tr><th scope=\"row\">\(language("passed", "прошло"))</th>"
        for k in matrix.policies.indices { out += "<td>\(matrix.passed(k)) / \(matrix.rows.count)</td>" }
        out += "</tr></tfoot>\n</table>\n</div>\n"
        if left > 0 { out += "<p class=\"truncated\">\(Escape.xml(report.truncated(left)))</p>\n" }
        return out + "</section>\n"
    }

    private func cellText(_ cell: Matrix.Cell, _ anchor: String, _ shown: Set<String>) -> String {
        switch cell {
        case .passed: "<span class=\"good\">✓</span>"
        case .failed: "<span class=\"bad\">✗</span>\u{A0}" + link(anchor, language("failed", "не\u{A0}прошло"), shown)
        case .marked(let mark):
            "<span class=\"quiet\">\(mark.kind == .skip ? language("skipped", "пропущен") : language("known\u{A0}failure", "известная\u{A0}ошибка"))</span>"
        case .notRun: "<span class=\"quiet\">\(language("not\u{A0}run", "не\u{A0}запускалось"))</span>"
        }
    }
}
