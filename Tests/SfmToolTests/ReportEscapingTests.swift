import Foundation
import SfmSyntax
import Testing

@testable import SfmTool

/// Whatever scripts and files are called, every report is read by its readers as it was meant.
@Suite struct ReportEscapingTests {
    private static func report(_ format: String, _ language: String = "en", command: String = "test") throws -> (text: String, scripts: HostileScripts) {
        let scripts = try HostileScripts()
        let run = scripts.run([command, "--report", "\(format)=-"], language)
        #expect(run.status == .invalid && run.error.isEmpty)
        return (run.out, scripts)
    }

    private static let both = ["en", "ru"]

    /// The titles that the scripts have, as a report shows them where its format takes anything.
    private static func titles(_ scripts: HostileScripts) throws -> [String] {
        let json = try #require(
            JSONSerialization.jsonObject(with: Data(scripts.run(["test", "--format", "json"], "en").out.utf8)) as? [String: Any])
        let files = try #require(json["files"] as? [[String: Any]])
        let titles = files.flatMap { $0["scenarios"] as? [[String: Any]] ?? [] }.compactMap { $0["name"] as? String }
        #expect(titles.count == HostileScripts.titles.count + HostileScripts.files.count)
        return titles
    }

    /// Holds for every format: nothing that a terminal or a CI system would obey.
    @Test(arguments: ["junit", "tap", "json", "html", "github", "gitlab", "markdown"], both)
    func nothingIsObeyed(format: String, language: String) throws {
        let (text, _) = try Self.report(format, language)
        let forbidden = text.unicodeScalars.first { $0 == "\r" || $0 == "\t" || Scalars.isForbidden($0.value) && $0.value != 0x200D }
        #expect(forbidden == nil)
        for command in ["##vso[", "##[", "##teamcity["] { #expect(!text.contains(command), "\(command) in \(format)") }
        for line in text.split(separator: "\n") where line.drop(while: { $0 == " " }).hasPrefix("::") {
            #expect(
                format == "github" && line.contains(/^::(error|warning) (file=[^,:]*,line=\d+,endLine=\d+,col=\d+,(endColumn=\d+,)?)?title=[^,:]*::/), "\(line)"
            )
        }
    }

    /// What every command says of such files and of what they hold, to people and to machines.
    @Test(
        arguments: [
            "test", "test --list", "test --list --format json", "test --policy koshdo-2024,tekhnikum", "test --policy koshdo-2024,tekhnikum --format json",
            "test --format json --shard 1/2", "test --update", "test --filter nothing-like-this", "coverage", "coverage --format json", "check",
            "check --format short", "check --format json", "check --report sarif=-", "check --report gitlab=-", "check --report github=-", "fmt --check",
            "train --list", "run", "fmt", "new policy N --output",
        ], both)
    func noCommandLetsThemThrough(line: String, language: String) throws {
        let scripts = try HostileScripts()
        // What stands in a report's details is read by machines as well.
        var runs = [scripts.run(line.split(separator: " ").map(String.init), language)]
        for file in HostileScripts.files {
            runs.append(ToolRun(line.split(separator: " ").map(String.init) + [scripts.folder.path + "/\(file).sfm", "--lang", language]))
        }
        for run in runs {
            let text = run.out + run.error
            let forbidden = text.unicodeScalars.first { $0 == "\r" || $0 == "\t" || Scalars.isForbidden($0.value) && $0.value != 0x200D }
            #expect(forbidden == nil && !text.contains("##vso["), "\(line)")
            #expect(!text.split(separator: "\n").contains { $0.hasPrefix("::") && !line.contains("github") }, "\(line)")
        }
    }

    @Test("a path in JSON is the path, whatever is in it") func pathsAreWhole() throws {
        let scripts = try HostileScripts()
        let paths = Set(HostileScripts.files.map { scripts.folder.path + "/\($0).sfm" })
        for words in [["test", "--report", "gitlab=-"], ["test", "--format", "json"], ["test", "--list", "--format", "json"]] {
            let json = try JSONSerialization.jsonObject(with: Data(scripts.run(words, "en").out.utf8))
            func strings(_ value: Any) -> [String] {
                (value as? [Any])?.flatMap(strings) ?? (value as? [String: Any])?.values.flatMap(strings) ?? (value as? String).map { [$0] } ?? []
            }
            let missing = paths.subtracting(strings(json))
            #expect(missing.isEmpty, "\(words): \(missing)")
        }
    }

    @Test(arguments: both)
    func junit(language: String) throws {
        let (text, scripts) = try Self.report("junit", language)
        let xml = XMLReading(text)
        #expect(xml.problem == nil)
        let cases = xml.all("testcase")
        let titles = try Self.titles(scripts)
        #expect(cases.count == titles.count + 1 && xml.all("failure").count == titles.count && xml.all("error").count == 1)
        #expect(Set(cases.map { "\($0.attributes["classname"] ?? "")\n\($0.attributes["name"] ?? "")" }).count == cases.count)
        #expect(xml.all("testsuites").first?.attributes["failures"] == "\(titles.count)")
        for title in titles where title.utf8.count < 400 {
            #expect(cases.contains { $0.attributes["name"] == Sanitizer.text(title) }, "\(title)")
        }
        let files = Set(xml.all("testsuite").compactMap { $0.attributes["file"] })
        #expect(cases.allSatisfy { $0.attributes["time"] == "0.000" && files.contains($0.attributes["classname"] ?? "") })
        #expect(JUnitSchema(text).problems == [])
        #expect(xml.all("failure").allSatisfy { $0.text.contains("ivań_") })
    }

    @Test(arguments: both)
    func tap(language: String) throws {
        let (text, scripts) = try Self.report("tap", language)
        let tap = TAPReading(text)
        #expect(tap.problems.isEmpty)
        #expect(tap.points.count == HostileScripts.files.count + 2 && tap.inner.count == tap.points.count - 1)
        let titles = try Self.titles(scripts)
        #expect(Set(tap.inner.joined().map(\.description)) == Set(titles.map { Sanitizer.text($0) }))
        #expect(tap.inner.joined().allSatisfy { !$0.isOK && $0.yaml.count > 3 })
        #expect(tap.points.allSatisfy { !$0.isOK && $0.description.hasPrefix(scripts.folder.path) })
    }

    @Test(arguments: both)
    func html(language: String) throws {
        let (text, scripts) = try Self.report("html", language)
        let page = XMLReading(text)
        #expect(page.problem == nil)
        let known: Set<String> = [
            "html", "head", "meta", "title", "style", "body", "h1", "h2", "h3", "ul", "ol", "li", "strong", "section", "p", "details", "summary", "span",
            "code",
            "a", "div", "pre", "table", "thead", "tbody", "tfoot", "tr", "th", "td", "svg", "rect", "text", "line", "path",
        ]
        #expect(Set(page.elements.map(\.name)).subtracting(known).isEmpty)
        let attributes: Set<String> = [
            "lang", "charset", "http-equiv", "content", "name", "class", "open", "xmlns", "role", "aria-label", "width", "height", "viewBox", "x", "y", "rx",
            "x1", "x2", "y1", "y2", "d", "text-anchor", "id", "href", "scope", "colspan", "aria-hidden",
        ]
        for element in page.elements {
            #expect(Set(element.attributes.keys).subtracting(attributes).isEmpty, "\(element)")
        }
        #expect(page.all("a").allSatisfy { $0.attributes["href"]?.wholeMatch(of: /#f[0-9]+(s[0-9]+)?/) != nil })
        #expect(page.all("meta").contains { $0.attributes["content"] == "default-src 'none'; style-src 'unsafe-inline'; img-src data:" })
        #expect(page.all("html").first?.attributes["lang"] == language)
        for title in try Self.titles(scripts) { #expect(page.text.contains(Sanitizer.text(title)), "\(title)") }
        // A failed scenario and its failed steps are open.
        let failed = page.elements.filter { $0.name == "details" && $0.attributes["class"] == "failed" }
        #expect(!failed.isEmpty && failed.allSatisfy { $0.attributes["open"] != nil })
        #expect(page.elements.filter { $0.attributes["class"]?.hasPrefix("scenario") == true }.allSatisfy { $0.attributes["open"] != nil })
    }

    @Test(arguments: ["test", "check"], both)
    func github(command: String, language: String) throws {
        let (text, _) = try Self.report("github", language, command: command)
        let commands = text.split(separator: "\n").filter { $0.hasPrefix("::") }
        #expect(!commands.isEmpty && commands.count { $0.hasPrefix("::error ") } <= 10)
        #expect(commands.allSatisfy { !$0.contains(/%(?!25|0D|0A|3A|2C)/) })
        // All that is ours stands before the report for people, whose last line is what it always is.
        #expect(text.split(separator: "\n").prefix(commands.count).allSatisfy { $0.hasPrefix("::") })
        if command == "test" { #expect(text.hasSuffix("0 passed, \(HostileScripts.titles.count + HostileScripts.files.count) failed\n")) }
    }

    /// What GitHub reads out of a command is the title and the file as they are.
    @Test(arguments: HostileScripts.titles.indices)
    func gitHubReadsWhatWasMeant(index: Int) throws {
        func decoded(_ text: Substring) -> String {
            // As the runner does: the percent sign last.
            let table = [("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")]
            return table.reduce(String(text)) { $0.replacingOccurrences(of: $1.0, with: $1.1, options: .literal) }
        }
        let file = HostileScripts.files[index % HostileScripts.files.count]
        let folder = try HostileScripts.alone(index, in: file)
        let json = ToolRun(["test", "--format", "json", folder.path]).out
        let files = (try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])?["files"] as? [[String: Any]]
        let title = try #require((files?.first?["scenarios"] as? [[String: Any]])?.first?["name"] as? String)
        let lines = ToolRun(["test", "--report", "github=-", folder.path]).out.split(separator: "\n").filter { $0.hasPrefix("::") }
        #expect(lines.count == 2)
        for line in lines {
            let command = try #require(
                line.wholeMatch(
                    of: /::error file=([^,:]*),line=(\d+),endLine=\d+,col=\d+,(?:endColumn=\d+,)?title=([^,:]*)::(.*)/.matchingSemantics(.unicodeScalar)))
            #expect(decoded(command.output.1) == Sanitizer.text(folder.path + "/\(file).sfm"))
            #expect(decoded(command.output.3) == Sanitizer.message(title))
            #expect(decoded(command.output.4).contains(command.output.2 == "5" ? "not blocked" : "@ivań_\(index)"))
        }
    }

    @Test(arguments: ["test", "check"], both)
    func gitlab(command: String, language: String) throws {
        let (text, scripts) = try Self.report("gitlab", language, command: command)
        let issues = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
        #expect(!issues.isEmpty && Set(issues.compactMap { $0["fingerprint"] as? String }).count == issues.count)
        for issue in issues {
            #expect(["info", "minor", "major", "critical", "blocker"].contains(issue["severity"] as? String))
            #expect(issue["check_name"] is String && (issue["description"] as? String)?.isEmpty == false)
            let location = try #require(issue["location"] as? [String: Any])
            #expect((location["path"] as? String)?.hasPrefix(scripts.folder.path) == true)
            #expect(((location["lines"] as? [String: Int])?["begin"] ?? 0) > 0)
        }
    }

    @Test(arguments: both)
    func sarif(language: String) throws {
        let (text, _) = try Self.report("sarif", language, command: "check")
        let log = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(JSONShape.sarif.problems(log) == [])
        #expect(JSONShape.sarif.problems(["version": "2.1.0", "runs": [["tool": [:], "results": [], "what": 1]]]).count == 2)
        let run = try #require((log["runs"] as? [[String: Any]])?.first)
        let driver = try #require((run["tool"] as? [String: [String: Any]])?["driver"])
        let rules = try #require(driver["rules"] as? [[String: Any]])
        let results = try #require(run["results"] as? [[String: Any]])
        #expect(!results.isEmpty)
        for result in results {
            let rule = rules[try #require(result["ruleIndex"] as? Int)]
            #expect(rule["id"] as? String == result["ruleId"] as? String)
            #expect((rule["help"] as? [String: String])?["text"]?.isEmpty == false)
            #expect((result["partialFingerprints"] as? [String: String])?.count == 1)
            let location = ((result["locations"] as? [[String: Any]])?.first?["physicalLocation"] as? [String: Any])?["artifactLocation"] as? [String: String]
            let uri = try #require(location?["uri"])
            #expect(URL(string: uri) != nil && uri.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F } && !uri.contains("<"))
        }
        let prints = results.compactMap { ($0["partialFingerprints"] as? [String: String])?.values.first }
        #expect(Set(prints).count == results.count)
    }

    @Test(arguments: both)
    func markdown(language: String) throws {
        let (text, scripts) = try Self.report("markdown", language)
        #expect(text.utf8.count < 1 << 20)
        var (inside, blocks, headings) = (false, 0, 0)
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line == "<pre>" {
                (inside, blocks) = (true, blocks + 1)
            } else if line == "</pre>" {
                inside = false
            } else {
                #expect(!line.contains("<"), "\(line)")
                guard !inside else { continue }
                #expect(line.isEmpty || line.hasPrefix("| ") || line.hasPrefix("## ") || line.hasPrefix("### ❌ "), "\(line)")
                if line.hasPrefix("### ") { headings += 1 }
                // What an accent stands over is a bar as well: by scalars.
                let bars = line.unicodeScalars.reduce(into: (count: 0, previous: Unicode.Scalar(" "))) { state, c in
                    if c == "|", state.previous != "\\" { state.count += 1 }
                    state.previous = c
                }
                if line.hasPrefix("| ") { #expect(bars.count == 4, "\(line)") } else { #expect(bars.count == 0, "\(line)") }
                #expect(!line.hasPrefix("### ") || !line.contains(/[^\\][`\[*_@]/), "\(line)")
            }
        }
        let titles = try Self.titles(scripts)
        #expect(!inside && blocks == headings && blocks == titles.count + 1)
    }

    @Test func dotsHoldNothingOfTheScripts() throws {
        let run = try HostileScripts().run(["test", "--format", "dots"], "en")
        #expect(
            run.out.split(separator: "\n").first { !$0.contains { !".FE".contains($0) } }?.count == HostileScripts.titles.count + HostileScripts.files.count + 1
        )
    }
}
