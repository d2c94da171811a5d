import Foundation
import SfmSyntax
import Testing

/// What the program says, file by file, in both languages: Tests/Golden.
@Suite struct GoldenTests {
    static let checkFiles = StageGoldens("check")
    static let runFiles = StageGoldens("run")
    static let reportFiles = StageGoldens("report")
    static let cliFiles = StageGoldens("cli")

    /// One run as text: its words, its status, both streams; paths as they are from the stage's folder.
    private static func section(_ words: [String], _ goldens: StageGoldens, environment: [String: String] = [:]) -> String {
        let stage = "Tests/Golden/" + (goldens.folder as NSString).lastPathComponent + "/"
        let run = ToolRun(words, environment: environment)
        var out = "$ sfm \(words.joined(separator: " "))\n\(run.out)"
        if !run.error.isEmpty { out += "(standard error)\n\(run.error)" }
        if !out.hasSuffix("\n") { out += "\n" }
        out += "exit \(run.status.rawValue)\n"
        return out.replacingOccurrences(of: stage, with: "")
    }

    private static func both(_ words: [String], _ goldens: StageGoldens) -> String {
        ["en", "ru"].map { section(words + ["--lang", $0], goldens) }.joined(separator: "\n")
    }

    @Test(arguments: checkFiles.names)
    func check(name: String) {
        let file = "Tests/Golden/check/\(name).sfm"
        Self.checkFiles.compare(Self.both(["check"] + Self.checkFiles.words(name) + [file], Self.checkFiles), name)
    }

    @Test(arguments: runFiles.names)
    func run(name: String) {
        let file = "Tests/Golden/run/\(name).sfm"
        Self.runFiles.compare(Self.both(["run"] + Self.runFiles.words(name) + [file], Self.runFiles), name)
    }

    static let reports: [(name: String, words: [String])] = [
        ("test-pretty", ["test", "folder"]), ("test-json", ["test", "--format", "json", "folder"]),
        ("coverage-json", ["coverage", "--format", "json", "folder"]), ("test-broken", ["test", "broken"]),
        ("test-broken-json", ["test", "--format", "json", "broken"]), ("test-limit", ["test", "limit"]),
        ("test-only-policies", ["test", "policies"]), ("test-shared-background", ["test", "shared"]), ("check-json", ["check", "--format", "json", "broken"]),
        ("test-policy", ["test", "--policy", "koshdo-2024", "folder/ours.sfm"]), ("test-no-policy", ["test", "--policy", "nothing", "folder/ours.sfm"]),
        ("test-matrix", ["test", "--policy", "koshdo-2024,tekhnikum", "folder"]), ("test-matrix-broken", ["test", "--policy", "all", "broken"]),
        ("test-matrix-json", ["test", "--policy", "koshdo-2024", "--policy", "tekhnikum", "--format", "json", "folder/block.sfm"]),
        ("test-shard-json", ["test", "--shard", "1/2", "--format", "json", "folder"]), ("test-list", ["test", "--list", "folder"]),
        ("test-list-json", ["test", "--list", "--tag", "!nothing", "--format", "json", "folder"]),
        ("test-filter-nothing", ["test", "--filter", "blokc", "folder"]),
        ("test-tag-nothing", ["test", "--tag", "nonsense", "folder"]), ("test-fail-fast", ["test", "--fail-fast", "folder"]),
        ("coverage-mutants", ["coverage", "--mutants=clauses", "--threshold", "99", "folder"]),
        ("test-matrix-unknown", ["test", "--policy", "koshdo-2023,tekhnikum", "folder"]),
        ("test-dots", ["test", "--format", "dots", "folder"]), ("test-junit", ["test", "--report", "junit=-", "folder"]),
        ("test-junit-broken", ["test", "--report", "junit=-", "broken"]), ("test-tap", ["test", "--report", "tap=-", "folder"]),
        ("test-tap-broken", ["test", "--report", "tap=-", "broken"]), ("test-tap-nothing", ["test", "--report", "tap=-", "policies"]),
        ("test-html", ["test", "--report", "html=-", "folder/ours.sfm"]), ("test-github", ["test", "--report", "github=-", "folder"]),
        ("test-gitlab", ["test", "--report", "gitlab=-", "folder"]), ("test-markdown", ["test", "--report", "markdown=-", "folder"]),
        ("check-sarif", ["check", "--report", "sarif=-", "broken"]), ("check-gitlab", ["check", "--report", "gitlab=-", "broken"]),
        ("test-marks", ["test", "marks"]), ("test-marks-json", ["test", "--format", "json", "marks"]),
        ("test-marks-junit", ["test", "--report", "junit=-", "marks"]), ("test-marks-tap", ["test", "--report", "tap=-", "marks"]),
        ("test-marks-github", ["test", "--report", "github=-", "marks"]), ("test-marks-gitlab", ["test", "--report", "gitlab=-", "marks"]),
        ("test-marks-markdown", ["test", "--report", "markdown=-", "marks"]), ("test-marks-sarif", ["test", "--report", "sarif=-", "marks"]),
        ("test-marks-html", ["test", "--report", "html=-", "marks"]), ("test-marks-dots", ["test", "--format", "dots", "marks"]),
        ("test-marks-matrix", ["test", "--policy", "koshdo-2024,tekhnikum", "marks"]), ("test-marks-list", ["test", "--list", "marks"]),
        ("run-marks", ["run", "marks/marks.sfm"]), ("test-skipped", ["test", "skipped"]), ("test-skipped-tap", ["test", "--report", "tap=-", "skipped"]),
        ("test-sarif", ["test", "--report", "sarif=-", "folder"]), ("test-max-fail", ["test", "--max-fail", "2", "folder"]),
        ("test-max-fail-matrix", ["test", "--max-fail", "1", "--policy", "koshdo-2024,tekhnikum", "folder"]),
        ("test-tag-query", ["test", "--list", "--tag", "(smoke or clubs) and not smoke", "marks"]),
        ("test-filter-query", ["test", "--list", "--filter", "known и не \"any more\"", "marks"]),
        ("test-filter-literal", ["test", "--filter", "known and not any more", "marks"]), ("test-line", ["test", "folder/block.sfm:19"]),
        ("test-line-nowhere", ["test", "folder/block.sfm:1"]),
        ("test-settings-paths", ["test", "--config", "settings/sfm.toml"]),
        ("test-explorations", ["test", "explorations"]), ("test-explorations-json", ["test", "--report", "json=-", "explorations"]),
        ("test-explorations-junit", ["test", "--report", "junit=-", "explorations"]),
        ("test-explorations-tap", ["test", "--report", "tap=-", "explorations"]),
        ("test-explorations-markdown", ["test", "--report", "markdown=-", "explorations"]),
        ("test-explorations-github", ["test", "--report", "github=-", "explorations"]),
        ("test-explorations-html", ["test", "--report", "html=-", "explorations"]),
        ("test-explorations-dots", ["test", "--format", "dots", "explorations"]), ("test-explorations-list", ["test", "--list", "explorations"]),
        ("test-explorations-matrix", ["test", "--policy", "koshdo-2024,tekhnikum", "explorations"]),
        ("run-explorations", ["run", "explorations/holes.sfm"]), ("coverage-explorations", ["coverage", "explorations"]),
        ("test-bad-report", ["test", "--report", "pdf=x", "folder"]),
    ]

    @Test(arguments: reports.map(\.name))
    func report(name: String) throws {
        var words = try #require(Self.reports.first { $0.name == name }).words
        words[words.count - 1] = "Tests/Golden/report/" + words[words.count - 1]
        Self.reportFiles.compare(Self.both(words, Self.reportFiles), name)
    }

    static let lines: [(name: String, words: [String])] = [
        ("unknown-command", ["zzzzzzzzzzzz"]), ("unknown-option", ["check", "--nonsense"]), ("missing-value", ["check", "--lang"]),
        ("bad-value", ["check", "--lang", "fr"]), ("bad-number", ["check", "--max-steps", "many"]), ("superfluous-value", ["check", "--fix=yes"]),
        ("bad-format", ["check", "--format", "xml", "Tests"]), ("run-nothing", ["run"]), ("explain-nothing", ["explain"]),
        ("explain-unknown", ["explain", "SFM9999"]), ("explain", ["explain", "SFM0301"]),
        ("explain-appendix", ["explain", "rtishchevo-2025", "app.", "2"]), ("explain-appendix-ru", ["explain", "rtishchevo-2025", "прил.", "2"]),
        ("no-file", ["check", "no-such-file.sfm"]),
        ("run-no-file", ["run", "no-such-file.sfm"]), ("run-folder", ["run", "Tests"]), ("test-no-file", ["test", "no-such-folder"]),
        ("shard-of-nothing", ["test", "--shard", "4/3"]), ("report-nothing", ["report", "merge"]), ("watch-and-list", ["test", "--watch", "--list"]),
        ("merge-no-file", ["report", "merge", "out.json", "no-such.json"]), ("control-in-path", ["check", "\u{1B}[31m::error::x\n.sfm"]),
        ("command-in-path", ["run", "::error::x.sfm"]), ("version", ["--version"]),
        ("compare", ["compare", "koshdo-2024", "tekhnikum"]), ("compare-act", ["compare", "all", "--act", "использовать мессенджер"]),
        ("compare-json", ["compare", "koshdo-2024", "tekhnikum", "--act", "block", "--format", "json"]),
        ("compare-unknown", ["compare", "koshdo-2023", "tekhnikum"]), ("compare-one", ["compare", "koshdo-2024"]),
        ("compare-no-act", ["compare", "koshdo-2024", "tekhnikum", "--act", "блакировать"]), ("compare-no-file", ["compare", "koshdo-2024", "./no-such.sfm"]),
        ("show", ["show", "koshdo-2024"]), ("show-more", ["show", "ibragimovo-2024"]), ("show-own", ["show", "Tests/Golden/report/folder/ours.sfm"]),
        ("show-clause", ["show", "koshdo-2024", "24"]), ("show-appendix", ["show", "rtishchevo-2025", "прил.", "2"]),
        ("show-json", ["show", "tekhnikum", "п.", "8", "--format", "json"]), ("show-nothing", ["show"]), ("show-unknown", ["show", "koshdo-2023"]),
        ("tag-unjoined", ["test", "--tag", "smoke slow", "Tests"]), ("tag-unfinished", ["test", "--tag", "smoke and (not", "Tests"]),
        ("tag-unclosed", ["test", "--tag", "(smoke или slow", "Tests"]), ("filter-empty", ["test", "--filter", "", "Tests"]),
        ("help-option", ["help", "--max-fail"]), ("help-filter", ["help", "filter"]), ("help-tag", ["help", "--tag"]),
        ("help-test", ["help", "test"]), ("help-russian", ["справка", "тест"]), ("near-option", ["test", "--max-fial", "3"]),
        ("near-russian", ["прверить", "Tests"]), ("folder-as-command", ["Tests"]), ("line-as-command", ["Tests/Golden/run/absent.sfm:3"]),
        ("line-of-folder", ["test", "Tests:3"]), ("file-as-command", ["Tests/Golden/report/skipped/later.sfm"]),
        ("merge-format", ["report", "merge", "json=out.html", "a.json"]), ("no-config-file", ["test", "--config", "no-such.toml"]),
        ("show-no-clause", ["show", "koshdo-2024", "2A"]), ("show-above", ["show", "koshdo-2024", "13"]), ("show-no-file", ["show", "./no-such.sfm"]),
    ]

    @Test(arguments: lines.map(\.name))
    func cli(name: String) throws {
        let words = try #require(Self.lines.first { $0.name == name }).words
        let text = ["en_US.UTF-8", "ru_RU.UTF-8"].map { Self.section(words, Self.cliFiles, environment: ["LC_ALL": $0]) }.joined(separator: "\n")
        Self.cliFiles.compare(text.replacingOccurrences(of: "\u{1B}", with: "ESC"), name)
    }

    @Test func nothingIsOrphaned() {
        Self.checkFiles.expectNoOrphans(among: Self.checkFiles.names)
        Self.runFiles.expectNoOrphans(among: Self.runFiles.names)
        Self.reportFiles.expectNoOrphans(among: Self.reports.map(\.name))
        Self.cliFiles.expectNoOrphans(among: Self.lines.map(\.name))
    }

    @Test(arguments: DiagnosticCode.allCases)
    func everyCodeHasAGolden(code: DiagnosticCode) {
        let texts = Self.checkFiles.names.compactMap(Self.checkFiles.expected) + Self.runFiles.names.compactMap(Self.runFiles.expected)
        #expect(texts.contains { $0.contains("error \(code.text)") || $0.contains(" \(code.text): ") }, "\(code.text)")
    }

    @Test func updatingIsRefusedUnderCI() { #expect(!(StageGoldens.updates && StageGoldens.isCI)) }
}
