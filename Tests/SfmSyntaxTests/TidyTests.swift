import Foundation
import Testing

/// House style as a test: the length of files and lines, banned words, generated text, tables that must agree.
@Suite struct TidyTests {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

    private static func files(under folder: String, _ ending: String) -> [String] {
        let all = FileManager.default.enumerator(atPath: root + "/" + folder)?.compactMap { $0 as? String } ?? []
        return all.filter { $0.hasSuffix(ending) }.map { folder + "/" + $0 }.sorted()
    }

    private static func lines(_ file: String) throws -> [Substring] {
        try String(contentsOfFile: root + "/" + file, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false)
    }

    /// Written by scripts/embed-grammar.
    private static let generated = "Sources/SfmRuntime/Loading/ShippedGrammar.swift"

    static let sources = files(under: "Sources", ".swift")

    @Test func thereAreSources() { #expect(Self.sources.count > 50) }

    @Test(arguments: sources)
    func filesAndLinesAreShort(file: String) throws {
        guard file != Self.generated else { return }
        let lines = try Self.lines(file)
        #expect(lines.count <= 500, "\(file) has \(lines.count) lines")
        for (k, line) in lines.enumerated() where line.count > 160 { Issue.record("\(file):\(k + 1) has \(line.count) columns") }
    }

    @Test(arguments: sources)
    func noBannedWords(file: String) throws {
        guard file != Self.generated else { return }
        var banned = ["TODO", "FIXME", "try!", "fatalError(", "import Foundation"]
        if !file.hasPrefix("Sources/SfmTool/"), !file.hasPrefix("Sources/sfm/") { banned.append("print(") }
        for (k, line) in try Self.lines(file).enumerated() {
            for word in banned where line.contains(word) { Issue.record("\(file):\(k + 1): \(word)") }
        }
    }

    /// `language("nothing", "ничего")`: which of two is said is chosen by `Language` alone.
    @Test func whatIsSaidIsChosenInOnePlace() throws {
        let own = try Regex(#"== \.english \? "|func \w+\(_ en: String, _ ru: String\) -> String \{ language"#)
        for file in Self.sources where file != "Sources/SfmTerms/Language.swift" {
            for (k, line) in try Self.lines(file).enumerated() where line.contains(own) { Issue.record("\(file):\(k + 1)") }
        }
    }

    /// What takes text out of a `SafeText`: streams, the line editor, and formats that escape it once more.
    private static let outlets = [
        "SfmTool/Console.swift", "SfmTool/Repl/ShellCommand.swift", "SfmTool/Repl/EditlineSource.swift", "SfmTool/Repl/PlainSource.swift",
        "SfmTool/Repl/ScriptedSource.swift", "SfmTool/Commands/AskCommand.swift", "SfmTool/Completions/CompleteCommand.swift",
        "SfmTool/Reports/StepRecording.swift", "SfmScenarios/Reports/TestReport.swift", "SfmScenarios/Reports/Escape.swift",
        "SfmScenarios/Reporters/SARIFReporter.swift", "SfmScenarios/Reporters/AnnotationReporters.swift", "SfmScenarios/Reporters/TAPReporter.swift",
        "SfmScenarios/Reporters/JUnitReporter.swift", "SfmScenarios/Wrap+Terminal.swift",
    ].map { "Sources/" + $0 }

    /// What is told is safe by its type, `SafeText`: nobody has to think of making it so.
    @Test func whatIsToldIsSafeByItsType() throws {
        for file in Self.sources where file.hasPrefix("Sources/SfmTool/") || file.hasPrefix("Sources/SfmScenarios/") {
            var banned = ["Sanitizer.text", "Sanitizer.title", "Sanitizer.message"]
            if !Self.outlets.contains(file) { banned.append("rawText") }
            // Breaks safe text into lines.
            if file != "Sources/SfmScenarios/Wrap+Terminal.swift" { banned.append("SafeText(sanitized") }
            for (k, line) in try Self.lines(file).enumerated() {
                for word in banned where line.contains(word) { Issue.record("\(file):\(k + 1): \(word)") }
            }
        }
        for file in Self.outlets { #expect(try Self.lines(file).contains { $0.contains("rawText") }, "\(file) takes nothing out") }
    }

    /// What is particular to an act or a fact stands in its file: nothing else asks which one it has before it, by name.
    @Test func noActOrFactIsNamedOutsideItsFile() throws {
        let own = ["Acts/", "ActSupport/", "Facts/", "ActTable.swift", "Fact.swift"].map { "Sources/SfmRuntime/Language/" + $0 }
        let byName = try Regex(#"Table\.index\(of: ["\.]|forms\.id [=!]=|[=!]= ActTable.index"#)
        for file in Self.sources where !own.contains(where: file.hasPrefix) && file != Self.generated {
            for (k, line) in try Self.lines(file).enumerated() where line.contains(byName) { Issue.record("\(file):\(k + 1) names an act or a fact") }
        }
    }

    /// Likewise an attribute of conditions; acts say which of them they have and bring about.
    @Test func noAttributeIsNamedOutsideItsFile() throws {
        let own = ["Acts/", "Attributes/", "AttributeTable.swift"].map { "Sources/SfmRuntime/Language/" + $0 }
        let byName = try Regex(#"\bAttribute\.[a-z]"#)
        for file in Self.sources where !own.contains(where: file.hasPrefix) && file != Self.generated {
            for (k, line) in try Self.lines(file).enumerated() where line.contains(byName) { Issue.record("\(file):\(k + 1) names an attribute") }
        }
    }

    @Test func everyAttributeHasItsFile() throws {
        let table = try Self.lines("Sources/SfmRuntime/Language/AttributeTable.swift").joined(separator: " ")
        let names = table.matches(of: /[\[ ]\.([a-zA-Z]+),/).map(\.output.1)
        #expect(names.count == Self.files(under: "Sources/SfmRuntime/Language/Attributes", ".swift").count)
        #expect(Set(names).count == names.count)
    }

    @Test func noTabsAndNoTrailingSpaces() throws {
        for file in Self.sources where file != Self.generated {
            for (k, line) in try Self.lines(file).enumerated() where line.hasSuffix(" ") || line.contains("\t") {
                Issue.record("\(file):\(k + 1): a tab or a space at the end")
            }
        }
    }

    @Test func everyActHasItsFile() throws {
        let table = try Self.lines("Sources/SfmRuntime/Language/ActTable.swift")
        let start = try #require(table.firstIndex { $0.contains("static let themes") })
        let end = try #require(table[start...].firstIndex { $0 == "    ]" })
        let names = table[(start + 1)..<end].joined(separator: " ").matches(of: /[\[ ]\.([a-zA-Z]+)[,\]]/).map(\.output.1)
        let files = Self.files(under: "Sources/SfmRuntime/Language/Acts", ".swift")
        #expect(names.count == files.count)
        #expect(Set(names).count == names.count)
    }

    /// A reader that leaves a pipe early ends what still writes to it by a signal, at times: under `pipefail` that is the script's end.
    @Test func nothingLeavesAPipeEarly() throws {
        let scripts = ["scripts", "ci", ".ci", "bench"].flatMap { Self.files(under: $0, "") }.filter { !$0.contains("/.build") }
        var read = 0
        for file in scripts {
            guard let lines = try? Self.lines(file), lines.contains(where: { $0.hasPrefix("set -") && $0.contains("pipefail") }) else { continue }
            read += 1
            for (k, line) in lines.enumerated() where !line.hasPrefix("#") {
                let leaves = line.contains(/\|\s*(head|grep\s+(-\w*[qm]|--quiet|--max-count)|sed\s[^|]*\dq\b|awk\s[^|]*\bexit\b|read\b)/)
                if leaves { Issue.record("\(file):\(k + 1): \(line)") }
            }
        }
        #expect(read >= 11)
    }

    @Test func testFilesAreShortToo() throws {
        for file in Self.files(under: "Tests", ".swift") {
            #expect(try Self.lines(file).count <= 500, "\(file)")
        }
    }
}
