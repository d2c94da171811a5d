import Foundation
import Testing

@testable import SfmScenarios
@testable import SfmTool

/// The reports of shards put together, in every format: what one run of the whole would have written.
@Suite struct MergedReportTests {
    /// Failures, mistakes with certain fixes, tables, what is not UTF-8, what is skipped or known to fail.
    private static func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write("a/marks.sfm", String(contentsOfFile: ToolRun.root + "/Tests/Golden/report/marks/marks.sfm", encoding: .utf8))
        try folder.write("a/block.sfm", String(contentsOfFile: ToolRun.root + "/Tests/Golden/report/folder/block.sfm", encoding: .utf8))
        try folder.write(
            "b/table.sfm",
            "scenario \"T <who>\" [table]\n  given student @a in group \"1\"\n  expect @a is <who>\nexamples\n  | who |\n  | student |\n  | parent |\nend\n")
        try folder.write("b/broken.sfm", "creat group \"1\"\nregister school\n  given student @а, @a in group \"10А\"\n")
        try folder.write("b/bytes.sfm", bytes: Array("scenario \"".utf8) + [0xFF, 0xFE] + Array("\"\nend\n".utf8))
        return folder
    }

    private static let formats: [(name: String, file: String)] = [
        ("junit", "m.xml"), ("tap", "m.tap"), ("json", "m.json"), ("github", "github=m.txt"), ("gitlab", "gitlab=g.json"), ("markdown", "m.md"),
        ("sarif", "m.sarif"),
    ]

    @Test(
        "is what one run writes, byte for byte, in a random order too", arguments: formats.map(\.name),
        [("en", [String]()), ("ru", []), ("en", ["--seed", "7"])])
    func isTheWhole(format: String, run: (language: String, order: [String])) throws {
        let (language, order) = run
        let (source, out) = (try Self.folder(), try TemporaryFolder())
        let file = try #require(Self.formats.first { $0.name == format }).file
        let parts = file.split(separator: "=").map(String.init)
        let target = out.path + "/" + (parts.last ?? "")
        let path = parts.count > 1 ? parts[0] + "=" + target : target
        let shards = try (1...3).map { k in
            let run = ToolRun(["test", source.path + "/a", source.path + "/b", "--shard", "\(k)/3", "--format", "json", "--lang", language] + order)
            return try out.write("s\(k).json", run.out)
        }
        let whole = ToolRun(["test", source.path + "/a", source.path + "/b", "--lang", language, "--report", "\(format)=\(out.path)/whole.x"] + order)
        let merged = ToolRun(["report", "merge", path] + shards.reversed() + ["--lang", language])
        #expect(merged.status == whole.status && merged.error == "", "\(merged.error)")
        let totals = try #require(whole.out.split(separator: "\n").last.map(String.init))
        #expect(merged.out.hasSuffix(totals + "\n"))
        let written = try String(contentsOfFile: target, encoding: .utf8)
        // What a text is called on this machine is nobody's business in the report of a shard.
        let expected = try String(contentsOfFile: out.path + "/whole.x", encoding: .utf8).replacingOccurrences(of: source.path, with: "")
        #expect(written.replacingOccurrences(of: source.path, with: "") == expected)
        #expect(!written.isEmpty)
        if format == "junit" { #expect(JUnitSchema(written).problems == []) }
    }

    @Test("shards in different orders are no whole") func orders() throws {
        let (source, out) = (try Self.folder(), try TemporaryFolder())
        let shards = try (1...2).map { k in
            try out.write("s\(k).json", ToolRun(["test", source.path + "/a", "--shard", "\(k)/2", "--seed", "\(k)", "--format", "json"]).out)
        }
        let merged = ToolRun(["report", "merge", out.path + "/m.json"] + shards + ["--lang", "en"])
        #expect(merged.status == .invalid && merged.error.contains("is of another run than"), "\(merged.error)")
    }

    @Test("files are called alike however the command line writes them", arguments: formats) func names(format: (name: String, file: String)) throws {
        let (place, source) = (try Workplace(), try Self.folder())
        try FileManager.default.copyItem(atPath: source.path + "/a", toPath: place.path + "/a")
        try place.folder.write("b/broken.sfm", "creat group \"1\"\n  given student @а in group \"10А\n")
        func written(_ path: String) throws -> String {
            #expect(try place.run(["sfm", "test", path + "a", path + "b", "--report", "\(format.name)=whole.x"]).status == 2)
            return try place.text("whole.x")
        }
        let whole = try written("")
        #expect(whole.contains("a/marks.sfm") && !whole.contains("./a/") && !whole.contains(place.path))
        for path in ["./", ".//./", place.path + "/"] { #expect(try written(path) == whole, "\(path)") }
        for k in 1...2 { try place.folder.write("s\(k).json", try place.run(["sfm", "test", "./a", "./b", "--shard", "\(k)/2", "--format", "json"]).out) }
        #expect(try place.run(["sfm", "report", "merge", format.name + "=merged.x", "s1.json", "s2.json"]).status == 2)
        #expect(try place.text("merged.x") == whole)
    }

    @Test("a page says what it lacks, and holds every failure") func page() throws {
        let (source, out) = (try Self.folder(), try TemporaryFolder())
        let shards = try (1...2).map { k in
            try out.write("s\(k).json", ToolRun(["test", source.path, "--shard", "\(k)/2", "--format", "json"]).out)
        }
        for (language, words) in [("en", "neither steps nor the coverage"), ("ru", "шагов и покрытия пунктов в них нет")] {
            let run = ToolRun(["report", "merge", out.path + "/m.html"] + shards + ["--lang", language])
            #expect(run.status == .invalid, "\(run.error)")
            let page = try String(contentsOfFile: out.path + "/m.html", encoding: .utf8)
            #expect(page.hasPrefix("<!DOCTYPE html>") && page.contains(words) && XMLReading(page).problem == nil)
            for title in ["Fails twice", "Known and not any more", "T parent", "Not yet", "Known"] { #expect(page.contains(title), "\(title)") }
        }
    }

    @Test("--report names formats, and the first file may be left out beside it") func options() throws {
        let (source, out) = (try Self.folder(), try TemporaryFolder())
        let shards = try (1...2).map { k in
            try out.write("s\(k).json", ToolRun(["test", source.path, "--shard", "\(k)/2", "--format", "json"]).out)
        }
        let before = try shards.map { try Data(contentsOf: URL(fileURLWithPath: $0)) }
        let both = ToolRun(["report", "merge"] + shards + ["--report", "junit=\(out.path)/x.xml", "--report", out.path + "/x.md"])
        #expect(both.status == .invalid && both.error == "", "\(both.error)")
        #expect(try String(contentsOfFile: out.path + "/x.xml", encoding: .utf8).hasPrefix("<?xml"))
        #expect(try String(contentsOfFile: out.path + "/x.md", encoding: .utf8).hasPrefix("## "))
        let three = ToolRun(["отчёт", "сложить", out.path + "/y.json"] + shards + ["--report", out.path + "/y.html"])
        #expect(three.status == .invalid && three.error == "")
        #expect(try String(contentsOfFile: out.path + "/y.json", encoding: .utf8).hasPrefix("{\"files\":"))
        #expect(try String(contentsOfFile: out.path + "/y.html", encoding: .utf8).hasPrefix("<!DOCTYPE html>"))
        let onOutput = ToolRun(["report", "merge", "tap=-"] + shards)
        #expect(onOutput.out.hasPrefix("TAP version 14\n") && TAPReading(onOutput.out).problems.isEmpty)
        for name in ["m.pdf", "m", "json=m.html", "m.sfm"] {
            let run = ToolRun(["report", "merge", name] + shards)
            #expect(run.status == .usage && run.out.isEmpty, "\(name): \(run.error)")
        }
        // A forgotten name takes a shard's place in the line, and not on the disk.
        #expect(ToolRun(["report", "merge"] + shards).status == .invalid)
        #expect(try shards.map { try Data(contentsOf: URL(fileURLWithPath: $0)) } == before)
    }

    @Test(
        "the format is what the name says, whatever its case",
        arguments: [
            ("a.xml", "junit"), ("A.XML", "junit"), ("a.htm", "html"), ("m.HTML", "html"), ("a.md", "markdown"), ("a.sarif", "sarif"),
            ("a.sarif.json", "sarif"), ("a.json", "json"), ("a.tap", "tap"),
        ])
    func names(path: String, format: String) { #expect(ReportFormat.of(path, among: ReportFormat.ofTest)?.rawValue == format) }

    @Test("no format stands under the name of another") func misnomers() {
        for format in ReportFormat.allCases {
            for other in ReportFormat.allCases where other != format {
                guard let ending = ["junit": "xml", "html": "html", "markdown": "md", "tap": "tap", "sarif": "sarif"][other.rawValue] else { continue }
                #expect(!format.fits("x.\(ending)"), "\(format) in x.\(ending)")
            }
            #expect(format.fits("x.out"))
        }
        #expect(ReportFormat.gitlab.fits("x.json") && ReportFormat.sarif.fits("x.json") && !ReportFormat.html.fits("x.json"))
    }
}
