import SfmSyntax
import SfmTerms

/// SARIF 2.1.0 of what `sfm check` found.
package enum SARIFReporter {
    package static func text(_ findings: [Finding], _ language: Language, version: String) -> String {
        // A rule for every code that came up, in the order of the codes.
        let rules = DiagnosticCatalogue.all.filter { entry in findings.contains { $0.rule == entry.code.text } }
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
                    out.member("results")
                    out.array { out in
                        for finding in findings {
                            out.object { write(finding, rules.firstIndex { $0.code.text == finding.rule }, &$0) }
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

    private static func write(_ rule: DiagnosticCatalogue.Entry, _ language: Language, _ out: inout JSONWriter) {
        string("id", rule.code.text, &out)
        message("shortDescription", rule.title[language], &out)
        message("fullDescription", rule.explanation[language], &out)
        message("help", DiagnosticCatalogue.text(rule.code, language), &out)
    }

    private static func write(_ f: Finding, _ rule: Int?, _ out: inout JSONWriter) {
        string("ruleId", f.rule, &out)
        if let rule {
            out.member("ruleIndex")
            out.number(rule)
        }
        string("level", f.level.rawValue, &out)
        message("message", f.lines.map { Safe.message($0) }.joined(separator: "\n"), &out)
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
                message("description", Safe.message(fix.words), &out)
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
