import SfmSyntax
import SfmTerms

/// Workflow commands of GitHub: a line each, of which it shows ten of a kind.
package enum GitHubReporter {
    private static let most = 10

    package static func render(_ report: TestReport) -> String { render(Finding.all(report), report.language) }

    package static func render(_ findings: [Finding], _ language: Language) -> String {
        Finding.Level.allCases.map { level in
            let all = findings.filter { $0.level == level }
            let shown = all.count > most ? most - 1 : all.count
            var out = all.prefix(shown).map(line).joined()
            if all.count > shown {
                let left = all.count - shown
                out += "::\(command(level)) title=sfm::" + language("… truncated: \(left) more\n", "… сокращено, ещё \(left)\n")
            }
            return out
        }.joined()
    }

    private static func command(_ level: Finding.Level) -> String {
        switch level {
        case .error: "error"
        case .warning: "warning"
        case .note: "notice"
        }
    }

    private static func line(_ f: Finding) -> String {
        var properties = [("file", Escape.githubProperty(f.path)), ("line", "\(f.line)"), ("endLine", "\(f.endLine)"), ("col", "\(f.column)")]
        // Columns of several lines are none of one annotation.
        if f.endLine == f.line, f.endColumn > f.column { properties.append(("endColumn", "\(f.endColumn)")) }
        properties.append(("title", Escape.githubProperty(f.title)))
        return "::\(command(f.level)) " + properties.map { "\($0)=\($1)" }.joined(separator: ",") + "::" + Escape.githubData(f.lines) + "\n"
    }
}

/// GitLab's code quality report: an array of issues.
package enum GitLabReporter {
    package static func render(_ report: TestReport) -> String { render(Finding.all(report)) }

    package static func render(_ findings: [Finding]) -> String {
        var json = JSONWriter()
        json.array { out in
            for f in findings {
                out.object { out in
                    out.member("description")
                    out.string(SafeText(message: f.isFailure ? f.title + ": " + (f.lines.first ?? "") : f.lines.first ?? f.title).rawText)
                    for (name, value) in [("check_name", f.rule), ("fingerprint", f.fingerprint), ("severity", severity(f))] {
                        out.member(name)
                        out.string(value)
                    }
                    out.member("location")
                    out.object { out in
                        out.member("path")
                        out.string(f.path)
                        out.member("lines")
                        out.object { out in
                            out.member("begin")
                            out.number(f.line)
                            out.member("end")
                            out.number(f.endLine)
                        }
                    }
                }
            }
        }
        return json.text + "\n"
    }

    private static func severity(_ f: Finding) -> String {
        switch f.level {
        case .error: f.isFailure ? "major" : "critical"
        case .warning: "minor"
        case .note: "info"
        }
    }
}
