import SfmRuntime
import SfmScenarios
import SfmSyntax
import SfmTerms

/// `sfm test --list PATHS`: what would run, in the order in which it would.
enum ListCommand {
    private struct Entry {
        let path: String
        let line: Int
        let title: String
        let tags: [String]
    }

    static func run(_ environment: Environment, _ plan: TestPlan) throws(UsageError) -> ExitStatus {
        let json = try environment.format(["pretty", "json"]) == "json"
        var scripts = ScriptSet(options: environment.options)
        var override: [PolicyChoice]?
        switch environment.policyNames.map(environment.choose) {
        case .success(let chosen): override = Array(chosen.prefix(1))
        case .failure(let stopped): return stopped.status
        case nil: break
        }
        var entries: [Entry] = []
        var status = ExitStatus.ok
        for file in plan.files {
            let script = scripts.load(file, override: override)
            guard !script.hasErrors else {
                let renderer = DiagnosticRenderer(language: environment.language(), colour: false)
                for diagnostic in script.diagnostics { environment.console.report(renderer.render(diagnostic, sources: script.sources) + "\n") }
                status = script.hitLimit ? .limit : .invalid
                continue
            }
            entries += plan.run.scenarios(of: script, named: ScriptPath.last(of: file)).map {
                Entry(path: script.sources[Int($0.span.file)].name, line: script.line(of: $0), title: $0.title, tags: $0.tags)
            }
        }
        environment.print(json ? self.json(entries) : entries.map(line).joined())
        guard status == .ok, entries.isEmpty, !plan.mayBeEmpty else { return status }
        plan.sayNothingMatches(environment)
        return .nothing
    }

    private static func line(_ entry: Entry) -> String {
        let tags = entry.tags.isEmpty ? "" : " [" + entry.tags.joined(separator: ", ") + "]"
        return Safe.text("\(entry.path):\(entry.line) " + Safe.cut(entry.title + tags, to: 160)) + "\n"
    }

    private static func json(_ entries: [Entry]) -> String {
        var json = JSONWriter()
        let folder = WorkingFolder.path
        json.object { out in
            out.member("scenarios")
            out.array { out in
                for entry in entries {
                    out.object { out in
                        out.member("path")
                        out.string(TestReport.relative(entry.path, to: folder))
                        out.member("line")
                        out.number(entry.line)
                        out.member("name")
                        out.string(entry.title)
                        out.member("tags")
                        out.array { out in for tag in entry.tags { out.string(tag) } }
                    }
                }
            }
        }
        return json.text + "\n"
    }
}
