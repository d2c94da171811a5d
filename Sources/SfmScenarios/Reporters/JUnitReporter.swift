import SfmRuntime
import SfmSyntax
import SfmTerms

/// JUnit XML as Jenkins and GitLab read it: a suite a file, every name once in it.
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
        out += "<testsuites name=\"sfm\" tests=\"\(report.passed + report.failed + errors)\" failures=\"\(report.failed)\""
        out += " errors=\"\(errors)\" time=\"\(report.seconds(time))\">\n"
        // A suite of no cases is shown as one that passed.
        if let lack = report.lack {
            out += "  <testsuite name=\"sfm\" tests=\"1\" failures=\"0\" errors=\"1\" skipped=\"0\" time=\"0\">\n"
            let name = Escape.xml(report.word("there is something to run", "есть что проверять"))
            out += "    <testcase classname=\"sfm\" name=\"\(name)\" time=\"0\">\n"
            out += element("error", lack, type: "nothing", lack) + "    </testcase>\n  </testsuite>\n"
        }
        for entry in report.entries { out += suite(entry) }
        return out + "</testsuites>\n"
    }

    private mutating func suite(_ entry: TestReport.Entry) -> String {
        let result = entry.result
        let path = Escape.xml(entry.path)
        let errors = result.isInvalid ? 1 : 0
        let time = report.seconds(result.scenarios.reduce(0) { $0 + $1.nanoseconds })
        var out = "  <testsuite name=\"\(Escape.xml(entry.path + entry.suffix))\" tests=\"\(result.scenarios.count + errors)\""
        out += " failures=\"\(result.failed)\" errors=\"\(errors)\" skipped=\"0\" time=\"\(time)\">\n"
        if let first = result.diagnostics.first(where: { $0.severity == .error }), result.isInvalid {
            let name = Escape.xml(report.word("the file can be run", "файл исполним") + entry.suffix)
            out += "    <testcase classname=\"\(path)\" name=\"\(name)\" file=\"\(path)\" line=\"1\" time=\"0\">\n"
            out += element("error", first.message[report.language], type: first.code.text, report.mistakes(result)) + "    </testcase>\n"
        }
        var taken = Set<String>()
        for scenario in result.scenarios {
            let name = Escape.xml(unique(Safe.cut(entry.title(scenario), to: 400), &taken))
            out += "    <testcase classname=\"\(path)\" name=\"\(name)\" file=\"\(path)\" line=\"\(scenario.line)\""
            out += " time=\"\(report.seconds(scenario.nanoseconds))\""
            guard let first = scenario.failures.first else {
                out += "/>\n"
                continue
            }
            out += ">\n" + element("failure", first.message[report.language], type: "scenario-failed", report.excerpts(scenario, result))
            out += "    </testcase>\n"
        }
        return out + "  </testsuite>\n"
    }

    private mutating func element(_ name: String, _ message: String, type: String, _ body: String) -> String {
        let shown = text < mostText ? body : "… truncated\n"
        text += shown.utf8.count
        return "      <\(name) message=\"\(Escape.xml(Safe.cut(message, to: 400)))\" type=\"\(type)\">\(Escape.xmlLines(shown))</\(name)>\n"
    }

    /// GitLab drops a case whose name another one has.
    private func unique(_ name: String, _ taken: inout Set<String>) -> String {
        let shown = Safe.text(name)
        var candidate = shown
        var n = 1
        while !taken.insert(candidate).inserted {
            n += 1
            candidate = shown + " (\(n))"
        }
        return candidate
    }
}
