import SfmPolicy
import SfmRuntime
import SfmSyntax
import SfmTerms

/// One page that needs nothing beside itself; it prints.
package struct HTMLReporter {
    let report: TestReport
    /// Beyond this passed scenarios are a line each, and beyond twice as much there is nothing more.
    let most: Int
    var language: Language { report.language }

    package init(_ report: TestReport, most: Int = 8 << 20) { (self.report, self.most) = (report, most) }

    package var text: String {
        var (body, shown) = ("", Set<String>())
        for (k, entry) in report.entries.enumerated() {
            guard body.utf8.count < 2 * most else {
                body += "<p class=\"truncated\">\(Escape.xml(report.truncated(report.entries.count - k)))</p>\n"
                break
            }
            write(entry, k, &shown, &body)
        }
        write(Coverage(report.results), &body)
        var head = totals
        if let lack = report.lack {
            head += "<p class=\"bad\">✗ \(lack)</p>\n"
        } else if report.isEmpty, let words = report.emptiness?.words {
            head += "<p class=\"quiet\">\(words[language])</p>\n"
        }
        for line in report.leftOut { head += "<p class=\"bad\">\(Escape.xml(line))</p>\n" }
        if report.isMerged {
            let note = language(
                "Put together out of the reports of shards, which keep neither steps nor the coverage of clauses.",
                "Отчёт сложен из отчётов частей: шагов и покрытия пунктов в них нет.")
            head += "<p class=\"quiet\">\(note)</p>\n"
        }
        head += failures(shown) + matrix(shown)
        return HTMLPage.render(language("Test report", "Отчёт о проверке"), language, head + body)
    }

    private func counted(_ n: Int, _ noun: Plural) -> String { Typography.counted(n, noun, language) }

    // MARK: - Files and scenarios

    private func write(_ entry: TestReport.Entry, _ place: Int, _ shown: inout Set<String>, _ out: inout String) {
        let result = entry.result
        let name = anchor(place)
        shown.insert(name)
        out += "<section class=\"file\">\n<h2 id=\"\(name)\">\(Escape.xml(entry.path + entry.suffix))</h2>\n"
        if result.isInvalid {
            out += "<p class=\"bad\">\(language("not checked because of mistakes", "не проверено из-за ошибок"))</p>\n"
            out += "<pre>\(Escape.xmlLines(report.mistakes(result)))</pre>\n</section>\n"
            return
        }
        let explorations = result.explorations
        let own = explorations == 0 ? nil : "\(counted(explorations, .exploration)), \(counted(result.situations, .situation))"
        let scenarios = result.scenarios.count - explorations
        let others = own != nil && scenarios == 0 ? nil : "\(counted(scenarios, .scenario)), \(counted(result.steps, .step))"
        out += "<p class=\"quiet\">\([others, own].compactMap(\.self).joined(separator: "; "))</p>\n"
        let lines = LineTable(result.sources)
        for (k, scenario) in result.scenarios.enumerated() {
            guard out.utf8.count < 2 * most else {
                out += "<p class=\"truncated\">\(Escape.xml(report.truncated(result.scenarios.count - k)))</p>\n"
                break
            }
            let name = anchor(place, k)
            shown.insert(name)
            write(scenario, of: result, name, isFirst: k == 0, lines, &out)
        }
        out += "</section>\n"
    }

    private func mark(_ outcome: ScenarioResult.Outcome) -> String {
        switch outcome {
        case .passed: "<span class=\"good\">✓</span>"
        case .failed: "<span class=\"bad\">✗</span>"
        case .skipped, .knownFailure: "<span class=\"quiet\">–</span>"
        }
    }

    private func write(
        _ scenario: ScenarioResult, of result: FileResult, _ name: String, isFirst: Bool, _ lines: LineTable, _ out: inout String
    ) {
        let mark = mark(scenario.outcome)
        let time = report.showsTimes ? ", \(report.seconds(scenario.nanoseconds))\u{A0}\(language("s", "с"))" : ""
        out += "<details class=\"scenario\(isFirst ? " first" : "")\" id=\"\(name)\"\(scenario.failed ? " open=\"open\"" : "")>\n"
        out += "<summary>\(mark) \(Escape.xml(scenario.title)) <span class=\"quiet\">\(language("line", "строка"))\u{A0}\(scenario.line), "
        out += scenario.isExploration ? counted(scenario.seen?.situations ?? 0, .situation) : counted(scenario.steps, .step)
        out += "\(time)</span></summary>\n"
        if scenario.passed, out.utf8.count > most {
            out += "<p class=\"truncated\">\(language("… truncated: steps left out", "… сокращено: шаги опущены"))</p>\n</details>\n"
            return
        }
        if let mark = scenario.mark { out += "<p class=\"quiet\">\(Escape.xml(mark.words[language]))</p>\n" }
        if let seen = scenario.seen, scenario.passed { out += "<p>\(prose(seen.told[language]))</p>\n" }
        if report.isMerged || scenario.isExploration {
            if scenario.failed { out += "<pre>\(Escape.xmlLines(report.excerpts(scenario, result)))</pre>\n" }
            out += "</details>\n"
            return
        }
        // What fails a scenario as a whole is said by no step.
        let whole = scenario.mark != nil ? scenario.failures : []
        if !whole.isEmpty { out += "<pre>\(Escape.xmlLines(whole.map { report.excerpt($0, result) }.joined()))</pre>\n" }
        let background = scenario.records.filter(\.isBackground)
        if !background.isEmpty {
            let open = background.contains { $0.verdict == .failed } ? " open=\"open\"" : ""
            out += "<details class=\"background\"\(open)>\n<summary>\(language("Background", "Предыстория")) "
            out += "<span class=\"quiet\">\(counted(background.count, .step))</span></summary>\n"
            write(background, lines, &out)
            out += "</details>\n"
        }
        write(scenario.records.filter { !$0.isBackground }, lines, &out)
        let left = scenario.steps - scenario.records.count { !$0.isBackground }
        if left > 0 { out += "<p class=\"truncated\">\(Escape.xml(report.truncated(left)))</p>\n" }
        out += MembershipChart(scenario.records, language).html + "</details>\n"
    }

    // MARK: - Steps

    private func write(_ records: [StepRecord], _ lines: LineTable, _ out: inout String) {
        guard !records.isEmpty else { return }
        out += "<ol class=\"steps\">\n"
        var time = ""
        for record in records {
            write(record, lines, showsTime: record.time != time, &out)
            time = record.time
        }
        out += "</ol>\n"
    }

    /// So many clauses stand beside a step; all of them stand within it.
    private static let mostCited = 3

    private func write(_ record: StepRecord, _ lines: LineTable, showsTime: Bool, _ out: inout String) {
        let line = lines.line(of: record.span.lower, file: record.span.file)
        let isFailed = record.verdict == .failed
        out += "<li><details\(isFailed ? " open=\"open\" class=\"failed\"" : "")>\n<summary><span class=\"line\">\(line)</span>"
        out += isFailed ? "<span class=\"bad\">✗</span> " : ""
        out += "<code>\(Escape.xml(record.source))</code>"
        if !record.verdictName.isEmpty {
            out += " <span class=\"verdict \(isFailed ? "bad" : record.verdict.rawValue)\">\(Escape.xml(record.verdictName))</span>"
        }
        let cited = record.clauses.prefix(Self.mostCited).map { Escape.xml(Typography.bound($0.place)) }
        if !cited.isEmpty {
            out += " <span class=\"cited\">\(cited.joined(separator: ", "))\(record.clauses.count > Self.mostCited ? ", …" : "")</span>"
        }
        out += "</summary>\n<div class=\"told\">\n"
        for told in record.told { out += "<p>\(prose(told))</p>\n" }
        out += list(record.clauses.map { "\($0.place) — \($0.title)" }, "clauses", language("Clauses", "Пункты"))
        out += list(record.changes, "changes", language("Changed", "Изменилось"))
        if showsTime {
            out += "<p class=\"quiet\">\(language("the model’s clock", "часы модели")): \(Escape.xml(Typography.moment(record.time)))</p>\n"
        }
        out += "</div>\n</details></li>\n"
    }

    private func prose(_ text: String) -> String { Escape.xml(Typography.bound(text)) }

    private func list(_ lines: [String], _ name: String, _ label: String) -> String {
        guard !lines.isEmpty else { return "" }
        return "<p class=\"quiet\">\(label):</p>\n<ul class=\"\(name)\">\n" + lines.map { "<li>\(prose($0))</li>\n" }.joined() + "</ul>\n"
    }

    // MARK: - Coverage

    private func write(_ coverage: Coverage, _ out: inout String) {
        guard !coverage.policies.isEmpty else { return }
        out += "<section>\n<h2>\(language("Coverage of clauses", "Покрытие пунктов"))</h2>\n"
        for entry in coverage.policies {
            let (policy, operational, share) = (entry.policy, entry.operational, entry.percent)
            let exercised = operational.count - entry.missing.count
            let title = policy.title[language]
            let id = title == entry.name ? "" : " <span class=\"quiet\">\(Escape.xml(entry.name))</span>"
            out += "<h3>\(Escape.xml(title))\(id)</h3>\n"
            out += "<p>\(language("exercised", "проверено")): \(exercised) \(language("of", "из")) \(operational.count) (\(share)\u{A0}%)</p>\n"
            if !entry.notesOnly.isEmpty {
                out += "<p class=\"quiet\">\(Escape.xml(NotesOnly.words(entry.notesOnly, of: entry.rows.count, language)))</p>\n"
            }
            out += CoverageChart(operational, language).html
            guard !operational.isEmpty else { continue }
            out += "<details>\n<summary>\(language("Clause by clause", "По пунктам"))</summary>\n<div class=\"wide\">\n<table>\n<thead><tr>"
            let heads = [language("exercised", "проверен")] + Coverage.wholeHeads(language) + [language("title", "название")]
            out += heads.map { "<th scope=\"col\">\($0)</th>" }.joined() + "</tr></thead>\n<tbody>\n"
            for row in operational { out += line(row) }
            out += "</tbody>\n</table>\n</div>\n</details>\n"
        }
        out += "</section>\n"
    }

    private func line(_ row: Coverage.Row) -> String {
        let mark = row.isExercised ? "<td class=\"good\">✓</td>" : "<td class=\"none\">\(language("no", "нет"))</td>"
        let cells = row.cells(language)
        let words = cells.prefix(2).map { "<td>\(Escape.xml($0))</td>" }
        let numbers = cells.dropFirst(2).map { "<td class=\"number\($0 == "0" ? " none" : "")\">\($0)</td>" }
        return "<tr>\(mark)" + (words + numbers).joined() + "<td>\(Escape.xml(row.clause.title[language]))</td></tr>\n"
    }
}
