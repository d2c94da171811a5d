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
        let mark: ScenarioMark?
        let isExploration: Bool
    }

    static func run(_ environment: Environment, _ whole: TestPlan) throws(UsageError) -> ExitStatus {
        var plan = whole
        let json = try environment.format(without: "dots") == "json"
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
            if plan.selects { plan.note(plan.run.selection.hits(script.scenariosToRun(named: ScriptPath.last(of: file)), of: script.path)) }
            entries += plan.run.scenarios(of: script, named: ScriptPath.last(of: file)).map {
                Entry(
                    path: script.sources[Int($0.span.file)].name, line: script.line(of: $0), title: $0.title, tags: $0.tags, mark: $0.mark,
                    isExploration: $0.exploration != nil)
            }
        }
        if json { environment.write(document: self.json(entries)) } else { environment.print(entries.map { line($0, environment) }.joined()) }
        let lacks = plan.saysEmptyLines(environment)
        guard status == .ok, entries.isEmpty, !plan.mayBeEmpty else { return lacks && status == .ok ? .nothing : status }
        if !plan.files.isEmpty {
            environment.console.report(environment.language()("sfm: no scenario was found\n", "sfm: не найдено ни одного сценария\n"))
        }
        plan.sayNothingMatches(environment)
        return .nothing
    }

    private static func line(_ entry: Entry, _ environment: Environment) -> SafeText {
        let tags = entry.tags.isEmpty ? "" : " [" + entry.tags.joined(separator: ", ") + "]"
        let mark = entry.mark.map { " — " + Sanitizer.cut($0.words[environment.language()], to: 160) } ?? ""
        let kind = entry.isExploration ? " (" + environment.language()("exploration", "исследование") + ")" : ""
        let whole = "\(entry.path):\(entry.line) " + Sanitizer.cut(entry.title + tags, to: 160) + kind + mark
        return "\(whole)\n"
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
                        if entry.isExploration {
                            out.member("exploration")
                            out.bool(true)
                        }
                        guard let mark = entry.mark else { return }
                        out.member(mark.kind == .skip ? "skip" : "knownFailure")
                        out.string(mark.reason)
                    }
                }
            }
        }
        return json.text + "\n"
    }
}
