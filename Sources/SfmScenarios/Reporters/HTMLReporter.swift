import SfmPolicy
import SfmRuntime
import SfmSyntax
import SfmTerms

/// One page that needs nothing beside itself: no script, nothing from elsewhere; it prints, and it is well-formed XML.
package struct HTMLReporter {
    private let report: TestReport
    /// Beyond this passed scenarios are a line each, and beyond twice as much there is nothing more.
    private let most: Int
    private var language: Language { report.language }

    package init(_ report: TestReport, most: Int = 8 << 20) { (self.report, self.most) = (report, most) }

    private func word(_ en: String, _ ru: String) -> String { report.word(en, ru) }

    package var text: String {
        let title = word("Test report", "Отчёт о проверке")
        var out = "<!DOCTYPE html>\n<html lang=\"\(language.code)\">\n<head>\n<meta charset=\"utf-8\"/>\n"
        out += "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\"/>\n"
        out += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n<title>\(title)</title>\n<style>\n\(Self.style)</style>\n</head>\n"
        out += "<body>\n<h1>\(title)</h1>\n" + totals
        if report.entries.isEmpty { out += "<p>\(word("no scenario was found", "не найдено ни одного сценария"))</p>\n" }
        for (k, entry) in report.entries.enumerated() {
            guard out.utf8.count < 2 * most else {
                out += "<p class=\"truncated\">\(Escape.xml(report.truncated(report.entries.count - k)))</p>\n"
                break
            }
            write(entry, &out)
        }
        write(Coverage(report.results), &out)
        return out + "</body>\n</html>\n"
    }

    private var totals: String {
        let steps = report.results.reduce(0) { $0 + $1.steps }
        let cells = [
            ("good", report.passed, word("passed", "прошло")), ("bad", report.failed, word("failed", "не прошло")),
            ("bad", report.invalid, word("not checked", "не проверено")),
            ("", steps, Plural.step.noun(steps, language)), ("", report.entries.count, Plural.file.noun(report.entries.count, language)),
        ]
        return "<ul class=\"totals\">\n"
            + cells.map { kind, n, name in "<li class=\"\(n > 0 ? kind : "")\"><strong>\(n)</strong> \(name)</li>\n" }.joined() + "</ul>\n"
    }

    // MARK: - Files and scenarios

    private func write(_ entry: TestReport.Entry, _ out: inout String) {
        let result = entry.result
        let counts = Plural.scenario.counted(result.scenarios.count, language) + ", " + Plural.step.counted(result.steps, language)
        out += "<section class=\"file\">\n<h2>\(Escape.xml(entry.path + entry.suffix))</h2>\n"
        if result.isInvalid {
            out += "<p class=\"bad\">\(word("not checked because of mistakes", "не проверено из-за ошибок"))</p>\n"
            out += "<pre>\(Escape.xmlLines(report.mistakes(result)))</pre>\n</section>\n"
            return
        }
        out += "<p class=\"quiet\">\(counts)</p>\n"
        let lines = LineTable(result.sources)
        for (k, scenario) in result.scenarios.enumerated() {
            guard out.utf8.count < 2 * most else {
                out += "<p class=\"truncated\">\(Escape.xml(report.truncated(result.scenarios.count - k)))</p>\n"
                break
            }
            write(scenario, lines, &out)
        }
        out += "</section>\n"
    }

    private func write(_ scenario: ScenarioResult, _ lines: LineTable, _ out: inout String) {
        let mark = scenario.passed ? "<span class=\"good\">✓</span>" : "<span class=\"bad\">✗</span>"
        let time = report.showsTimes ? ", \(report.seconds(scenario.nanoseconds)) \(word("s", "с"))" : ""
        out += "<details class=\"scenario\"\(scenario.passed ? "" : " open=\"open\"")>\n<summary>\(mark) \(Escape.xml(scenario.title)) "
        out += "<span class=\"quiet\">\(word("line", "строка")) \(scenario.line), \(Plural.step.counted(scenario.steps, language))\(time)</span></summary>\n"
        if scenario.passed, out.utf8.count > most {
            out += "<p class=\"truncated\">\(word("… truncated: steps left out", "… сокращено: шаги опущены"))</p>\n</details>\n"
            return
        }
        let background = scenario.records.filter(\.isBackground)
        if !background.isEmpty {
            let open = background.contains { $0.verdict == .failed } ? " open=\"open\"" : ""
            out += "<details class=\"background\"\(open)>\n<summary>\(word("Background", "Предыстория")) "
            out += "<span class=\"quiet\">\(Plural.step.counted(background.count, language))</span></summary>\n"
            write(background, lines, &out)
            out += "</details>\n"
        }
        write(scenario.records.filter { !$0.isBackground }, lines, &out)
        let left = scenario.steps - scenario.records.count { !$0.isBackground }
        if left > 0 { out += "<p class=\"truncated\">\(Escape.xml(report.truncated(left)))</p>\n" }
        out += MembershipChart(scenario.records, language).svg + "</details>\n"
    }

    private func write(_ records: [StepRecord], _ lines: LineTable, _ out: inout String) {
        guard !records.isEmpty else { return }
        out += "<ol class=\"steps\">\n"
        for record in records { write(record, lines, &out) }
        out += "</ol>\n"
    }

    private func write(_ record: StepRecord, _ lines: LineTable, _ out: inout String) {
        let line = lines.line(of: record.span.lower, file: record.span.file)
        let isFailed = record.verdict == .failed
        out += "<li><details\(isFailed ? " open=\"open\" class=\"failed\"" : "")>\n<summary><span class=\"line\">\(line)</span>"
        out += isFailed ? "<span class=\"bad\">✗</span> " : ""
        out += "<code>\(Escape.xml(record.source))</code>"
        if !record.verdictName.isEmpty { out += " <span class=\"verdict \(record.verdict.rawValue)\">\(Escape.xml(record.verdictName))</span>" }
        out += "</summary>\n<div class=\"told\">\n"
        for told in record.told { out += "<p>\(Escape.xml(told))</p>\n" }
        out += list(record.clauses, "clauses") + list(record.changes, "changes")
        out += "<p class=\"quiet\">\(Escape.xml(record.time))</p>\n</div>\n</details></li>\n"
    }

    private func list(_ lines: [String], _ name: String) -> String {
        lines.isEmpty ? "" : "<ul class=\"\(name)\">\n" + lines.map { "<li>\(Escape.xml($0))</li>\n" }.joined() + "</ul>\n"
    }

    // MARK: - Coverage

    private func write(_ coverage: Coverage, _ out: inout String) {
        guard !coverage.policies.isEmpty else { return }
        out += "<section>\n<h2>\(word("Coverage of clauses", "Покрытие пунктов"))</h2>\n"
        for entry in coverage.policies {
            let (policy, operational, share) = (entry.policy, entry.operational, entry.percent)
            let exercised = operational.count - entry.missing.count
            let title = policy.title[language]
            let id = title == policy.id ? "" : " <span class=\"quiet\">\(Escape.xml(policy.id))</span>"
            out += "<h3>\(Escape.xml(title))\(id)</h3>\n"
            out += "<p>\(word("exercised", "проверено")): \(exercised) \(word("of", "из")) \(operational.count) (\(share) %)</p>\n"
            out += CoverageChart(operational, language).svg
            out += "<details>\n<summary>\(word("Clause by clause", "По пунктам"))</summary>\n<table>\n<thead><tr><th></th>"
            out += (Coverage.heads(language) + [word("title", "название")]).map { "<th>\($0)</th>" }.joined() + "</tr></thead>\n<tbody>\n"
            for row in operational {
                let cells = row.cells(language) + [row.clause.title[language]]
                out += "<tr><td>\(row.isExercised ? "✓" : "·")</td>" + cells.map { "<td>\(Escape.xml($0))</td>" }.joined() + "</tr>\n"
            }
            out += "</tbody>\n</table>\n</details>\n"
        }
        out += "</section>\n"
    }
}
