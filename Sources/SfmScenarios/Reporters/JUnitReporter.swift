import SfmRuntime
import SfmSyntax
import SfmTerms

/// JUnit XML by the schema of Jenkins' xUnit plugin (junit-10.xsd), which GitLab reads as well: a suite a file, every name once in it.
package struct JUnitReporter {
    private let report: TestReport
    /// What is said of failures is left out beyond this: GitLab reads no more than 30 MB.
    private let mostText: Int
    private var text = 0

    package init(_ report: TestReport, mostText: Int = 12 << 20) { (self.report, self.mostText) = (report, mostText) }

    package mutating func write() -> String {
        let time = report.results.flatMap(\.scenarios).reduce(0) { $0 + $1.nanoseconds }
        let errors = report.invalid + (report.lack == nil ? 0 : 1)
        var out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        let tests = report.passed + report.failed + report.skipped + report.known + errors + report.notRun.count
        out += "<testsuites name=\"sfm\" tests=\"\(tests)\" failures=\"\(report.failed)\""
        out += " errors=\"\(errors)\" time=\"\(report.seconds(time))\">\n"
        // A suite of no cases is shown as one that passed.
        if let lack = report.lack {
            out += "  <testsuite name=\"sfm\" tests=\"1\" failures=\"0\" errors=\"1\" skipped=\"0\" time=\"0.000\">\n"
            let name = Escape.xml(report.language("there is something to run", "есть что проверять"))
            out += "    <testcase classname=\"sfm\" name=\"\(name)\" time=\"0.000\">\n"
            out += element("error", lack, type: "nothing", lack) + "    </testcase>\n  </testsuite>\n"
        }
        for entry in report.entries { out += suite(entry) }
        return out + rest() + "</testsuites>\n"
    }

    /// What was left out once enough had failed: a case for each run, as nothing else of the schema is shown to people.
    private func rest() -> String {
        let count = report.notRun.count
        guard count > 0 else { return "" }
        var out = "  <testsuite name=\"sfm\" tests=\"\(count)\" failures=\"0\" errors=\"0\" skipped=\"\(count)\" time=\"0.000\">\n"
        for (line, run) in zip(report.leftOut, report.notRun) {
            let name = Escape.xml(report.language("the rest", "остальное") + (run.policy.map { " [\($0)]" } ?? ""))
            out += "    <testcase classname=\"sfm\" name=\"\(name)\" time=\"0.000\">\n"
            out += "      <skipped message=\"\(Escape.xml(line))\" type=\"not-run\"/>\n    </testcase>\n"
        }
        return out + "  </testsuite>\n"
    }

    private mutating func suite(_ entry: TestReport.Entry) -> String {
        let result = entry.result
        let path = Escape.xml(entry.path)
        let errors = result.isInvalid ? 1 : 0
        let time = report.seconds(result.scenarios.reduce(0) { $0 + $1.nanoseconds })
        var taken = Set<String>()
        let names = result.scenarios.map { Escape.xml(unique(Sanitizer.cut(entry.title($0), to: 400), &taken)) }
        var out = "  <testsuite name=\"\(Escape.xml(entry.path + entry.suffix))\" tests=\"\(result.scenarios.count + errors)\""
        out += " failures=\"\(result.failed)\" errors=\"\(errors)\" skipped=\"\(result.marked.count)\" time=\"\(time)\" file=\"\(path)\">\n"
        out += properties(result, names)
        if let first = result.diagnostics.first(where: { $0.severity == .error }), result.isInvalid {
            let name = Escape.xml(report.language("the file can be run", "файл исполним") + entry.suffix)
            out += "    <testcase classname=\"\(path)\" name=\"\(name)\" time=\"0.000\">\n"
            out += element("error", first.message[report.language], type: first.code.text, report.mistakes(result)) + "    </testcase>\n"
        }
        for (scenario, name) in zip(result.scenarios, names) {
            out += "    <testcase classname=\"\(path)\" name=\"\(name)\" time=\"\(report.seconds(scenario.nanoseconds))\""
            if !scenario.tags.isEmpty { out += " group=\"\(Self.tags(scenario))\"" }
            if let mark = scenario.mark, !scenario.failed {
                let type = mark.kind == .skip ? "skip" : "known-failure"
                out += ">\n      <skipped message=\"\(Escape.xml(Sanitizer.cut(mark.words[report.language], to: 400)))\" type=\"\(type)\"/>\n    </testcase>\n"
            } else if let first = scenario.failures.first {
                out += ">\n" + element("failure", first.message[report.language], type: "scenario-failed", report.excerpts(scenario, result))
                out += "    </testcase>\n"
            } else if let seen = scenario.seen {
                out += ">\n      <system-out>\(Escape.xmlLines(seen.told[report.language]))</system-out>\n    </testcase>\n"
            } else {
                out += "/>\n"
            }
        }
        return out + "  </testsuite>\n"
    }

    private static func tags(_ scenario: ScenarioResult) -> String { Escape.xml(scenario.tags.joined(separator: ",")) }

    /// The tags of every case by its name, which no other case of the suite has: the schema leaves cases no properties of their own.
    private func properties(_ result: FileResult, _ names: [String]) -> String {
        let tagged = zip(result.scenarios, names).filter { !$0.0.tags.isEmpty }
        guard !tagged.isEmpty else { return "" }
        let lines = tagged.map { "      <property name=\"tags: \($0.1)\" value=\"\(Self.tags($0.0))\"/>\n" }
        return "    <properties>\n" + lines.joined() + "    </properties>\n"
    }

    private mutating func element(_ name: String, _ message: String, type: String, _ body: String) -> String {
        let shown = text < mostText ? body : "… truncated\n"
        text += shown.utf8.count
        return "      <\(name) message=\"\(Escape.xml(Sanitizer.cut(message, to: 400)))\" type=\"\(type)\">\(Escape.xmlLines(shown))</\(name)>\n"
    }

    /// GitLab drops a case whose name another one has.
    private func unique(_ name: String, _ taken: inout Set<String>) -> String {
        let shown = SafeText(name).rawText
        var candidate = shown
        var n = 1
        while !taken.insert(candidate).inserted {
            n += 1
            candidate = shown + " (\(n))"
        }
        return candidate
    }
}
