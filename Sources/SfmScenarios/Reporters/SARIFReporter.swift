import SfmSyntax
import SfmTerms

/// SARIF 2.1.0 of what `sfm check` found, or of what failed under `sfm test`.
package enum SARIFReporter {
    /// A rule as a run says it: a code of the catalogue, or one of ours for what came of a scenario.
    private struct Rule {
        let id: String
        let title: Text
        let explanation: Text
        let help: Text

        init(_ entry: DiagnosticCatalogue.Entry) {
            (id, title, explanation) = (entry.code.text, entry.title, entry.explanation)
            help = Text(DiagnosticCatalogue.explanation(entry.code, .english), DiagnosticCatalogue.explanation(entry.code, .russian))
        }

        init(_ id: String, _ title: Text, _ explanation: Text) { (self.id, self.title, self.explanation, self.help) = (id, title, explanation, explanation) }
    }

    private static let ofScenarios = [
        Rule(
            "known-failure", Text("a known failure", "известная ошибка"),
            Text(
                "The scenario says that it is known to fail, and why; it fails the run once it passes.",
                "Сценарий сам говорит, что не проходит, и почему; когда он пройдёт, проверка скажет об этом ошибкой.")),
        Rule(
            "nothing", Text("nothing was run", "ничего не исполнено"),
            Text("A run of nothing has shown nothing.", "Проверка, в которой ничего не исполнено, ничего не показала.")),
        Rule(
            "scenario-failed", Text("a scenario failed", "сценарий не прошёл"),
            Text(
                "A step of the scenario came out otherwise than it says; the message names what decided instead.",
                "Шаг сценария закончился не так, как в нём сказано; в сообщении названо, что решило иначе.")),
        Rule(
            "scenario-skipped", Text("a scenario was skipped", "сценарий пропущен"),
            Text("The scenario says that it is not to be run, and why.", "Сценарий сам говорит, что исполнять его не нужно, и почему.")),
    ]

    package static func render(_ report: TestReport, version: String) -> String {
        render(Finding.all(report), report.language, version: version, isEmpty: report.lack != nil)
    }

    /// A run that found no file to check has not succeeded, whatever it did not find.
    package static func render(_ findings: [Finding], _ language: Language, version: String, isEmpty: Bool = false) -> String {
        // A rule for every code that came up, in the order of the codes.
        let found = Set(findings.map(\.rule))
        let rules = (DiagnosticCatalogue.all.map(Rule.init) + ofScenarios).filter { found.contains($0.id) }
        let places = Dictionary(rules.enumerated().map { ($1.id, $0) }) { first, _ in first }
        var json = JSONWriter()
        json.object { out in
            string("$schema", "https://json.schemastore.org/sarif-2.1.0.json", &out)
            string("version", "2.1.0", &out)
            out.member("runs")
            out.array { out in
                out.object { out in
                    out.member("tool")
                    out.object { out in
                        out.member("driver")
                        out.object { out in
                            string("name", "sfm", &out)
                            string("version", version, &out)
                            out.member("rules")
                            out.array { out in for rule in rules { out.object { write(rule, language, &$0) } } }
                        }
                    }
                    string("language", language.code, &out)
                    string("columnKind", "unicodeCodePoints", &out)
                    if isEmpty {
                        out.member("invocations")
                        out.array { out in
                            out.object {
                                $0.member("executionSuccessful")
                                $0.bool(false)
                            }
                        }
                    }
                    out.member("results")
                    out.array { out in
                        for finding in findings {
                            out.object { write(finding, places[finding.rule], &$0) }
                        }
                    }
                }
            }
        }
        return json.text + "\n"
    }

    private static func string(_ name: String, _ value: String, _ out: inout JSONWriter) {
        out.member(name)
        out.string(value)
    }

    private static func message(_ name: String, _ text: String, _ out: inout JSONWriter) {
        out.member(name)
        out.object { string("text", text, &$0) }
    }

    private static func write(_ rule: Rule, _ language: Language, _ out: inout JSONWriter) {
        string("id", rule.id, &out)
        message("shortDescription", rule.title[language], &out)
        message("fullDescription", rule.explanation[language], &out)
        message("help", rule.help[language], &out)
    }

    private static func write(_ f: Finding, _ rule: Int?, _ out: inout JSONWriter) {
        string("ruleId", f.rule, &out)
        if let rule {
            out.member("ruleIndex")
            out.number(rule)
        }
        string("level", f.level.rawValue, &out)
        message("message", f.lines.map { SafeText(message: $0).rawText }.joined(separator: "\n"), &out)
        out.member("locations")
        out.array { out in
            out.object { out in
                out.member("physicalLocation")
                out.object { out in
                    artifact(f, &out)
                    region("region", (f.line, f.column, f.endLine, f.endColumn), &out)
                }
            }
        }
        if let fix = f.fix { write(fix, of: f, &out) }
        out.member("partialFingerprints")
        out.object { string("primaryLocationLineHash", "\(f.fingerprint):\(f.ordinal)", &$0) }
    }

    private static func artifact(_ f: Finding, _ out: inout JSONWriter) {
        out.member("artifactLocation")
        out.object { out in
            string("uri", (f.path.hasPrefix("/") ? "file://" : "") + Escape.uri(f.path), &out)
            if !f.path.hasPrefix("/") { string("uriBaseId", "%SRCROOT%", &out) }
        }
    }

    private static func region(_ name: String, _ place: (line: Int, column: Int, endLine: Int, endColumn: Int), _ out: inout JSONWriter) {
        out.member(name)
        out.object { out in
            for (name, value) in [("startLine", place.line), ("startColumn", place.column), ("endLine", place.endLine), ("endColumn", place.endColumn)] {
                out.member(name)
                out.number(value)
            }
        }
    }

    /// What is certain, as a change; what is a question stands in the message alone, for tools apply changes unasked.
    private static func write(_ fix: Finding.Fix, of f: Finding, _ out: inout JSONWriter) {
        out.member("fixes")
        out.array { out in
            out.object { out in
                message("description", SafeText(message: fix.words).rawText, &out)
                out.member("artifactChanges")
                out.array { out in
                    out.object { out in
                        artifact(f, &out)
                        out.member("replacements")
                        out.array { out in
                            out.object { out in
                                region("deletedRegion", (fix.line, fix.column, fix.endLine, fix.endColumn), &out)
                                message("insertedContent", fix.replacement, &out)
                            }
                        }
                    }
                }
            }
        }
    }
}
