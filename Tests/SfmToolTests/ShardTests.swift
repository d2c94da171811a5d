import Foundation
import Testing

@testable import SfmScenarios
@testable import SfmTool

/// A run in parts, and the report of the whole out of theirs.
@Suite struct ShardTests {
    private func shards(_ count: Int, _ words: [String], in folder: TemporaryFolder) throws -> [String] {
        try (1...count).map { k in
            let run = ToolRun(["test", "--shard", "\(k)/\(count)", "--format", "json"] + words)
            #expect(run.status == .ok || run.status == .failed, "\(run.error)")
            return try folder.write("shard-\(k).json", run.out)
        }
    }

    private func merge(_ files: [String], in folder: TemporaryFolder) -> ToolRun {
        ToolRun(["report", "merge", folder.path + "/merged.json", "--lang", "en"] + files)
    }

    private static let whole = ToolRun(["test", "Examples/koshdo-2024", "Examples/findings", "--format", "json"])

    /// Whatever the number of shards, each file is in exactly one of them, and merged they are the report of one run.
    @Test(arguments: [1, 2, 3, 8])
    func coverTheWhole(count: Int) throws {
        let folder = try TemporaryFolder()
        let whole = Self.whole
        let files = try shards(count, ["Examples/koshdo-2024", "Examples/findings"], in: folder)
        let merged = merge(files.reversed(), in: folder)
        #expect(merged.status == whole.status && merged.error == "")
        #expect(try String(contentsOfFile: folder.path + "/merged.json", encoding: .utf8) == whole.out)
        #expect(whole.out.hasSuffix("\"passed\":\(merged.out.split(separator: " ")[0]),\"failed\":0,\"status\":\"passed\"}\n"))
    }

    /// Random sets of files: the same file stays in its shard whatever stands beside it.
    @Test func aFileStaysInItsShard() {
        var numbers = SeededNumbers(seed: 5)
        for _ in 0..<2000 {
            let (hash, count) = (numbers.next(), Int(numbers.next() % 12) + 1)
            let holding = (1...count).filter { Shard("\($0)/\(count)")?.holds(hash) ?? false }
            #expect(holding.count == 1)
        }
    }

    @Test func failuresAndMistakesCount() throws {
        let (source, folder) = (try TemporaryFolder(), try TemporaryFolder())
        for k in 1...6 {
            try source.write(
                "f\(k).sfm", "scenario \"S##vso[\(k)\"\n  given student @a in group \"1\"\n  expect @a is \(k == 3 ? "teacher" : "student")\nend\n")
        }
        let files = try shards(4, [source.path], in: folder)
        let merged = merge(files, in: folder)
        #expect(merged.status == .failed && merged.out == "5 passed, 1 failed\n")
        let text = try String(contentsOfFile: folder.path + "/merged.json", encoding: .utf8)
        #expect(text == ToolRun(["test", source.path, "--format", "json"]).out && !text.contains("##vso"))
        try source.write("f7.sfm", "scenario\n")
        let broken = (1...2).map { ToolRun(["test", source.path, "--shard", "\($0)/2", "--format", "json"]) }
        #expect(broken.contains { $0.status == .invalid })
        let paths = try broken.enumerated().map { try folder.write("b\($0).json", $1.out) }
        // A mistake in a file is no damage to its report.
        let last = merge(paths, in: folder)
        #expect(last.status == .invalid && last.error == "" && last.out.contains("not checked because of mistakes: 1 file\n5 passed, 1 failed\n"))
    }

    @Test func anEmptyShardIsNoFailureAndAnEmptyWholeIsNothing() throws {
        let (source, folder) = (try TemporaryFolder(), try TemporaryFolder())
        try source.write("one.sfm", "register school\n")
        #expect(merge(try shards(5, [source.path], in: folder), in: folder).out == "1 passed, 0 failed\n")
        #expect(merge(try shards(2, [source.path, "--filter", "elsewhere"], in: folder), in: folder).status == .nothing)
        let empty = try TemporaryFolder()
        #expect(ToolRun(["test", empty.path, "--shard", "1/2"]).status == .nothing)
    }

    @Test func refusesWhatIsNotTheWhole() throws {
        let folder = try TemporaryFolder()
        let files = try shards(3, ["Examples/koshdo-2024"], in: folder)
        func refuses(_ files: [String], _ words: String) {
            let run = merge(files, in: folder)
            #expect(run.status == .invalid && run.error.contains(words), "\(run.error)")
            #expect(!FileManager.default.fileExists(atPath: folder.path + "/merged.json"))
        }
        refuses([files[0], files[2]], "missing: 2/3")
        refuses([files[0], files[1], files[2], files[1]], "shard 2 is there twice")
        let other = try folder.write("other.json", ToolRun(["test", "Examples/findings", "--shard", "2/3", "--format", "json"]).out)
        refuses([files[0], other, files[2]], "is of another run than")
        let selected = ToolRun(["test", "Examples/koshdo-2024", "--shard", "2/3", "--tag", "!chats", "--format", "json"])
        refuses([files[0], try folder.write("selected.json", selected.out), files[2]], "is of another run than")
        let whole = try folder.write("whole.json", ToolRun(["test", "Examples/koshdo-2024", "--format", "json"]).out)
        refuses([whole], "is not the report of a shard")
        refuses([try folder.write("text.json", "2 passed, 0 failed\n")], "is not a report")
        refuses([folder.path + "/nowhere.json"], "there is no file")
        for mark in [#""count":9999999999,"total":1,"held":1"#, #""count":1,"total":-5,"held":-5"#, #""count":1,"total":1"#] {
            refuses([try folder.write("forged.json", "{\"shard\":{\"index\":1,\(mark),\"digest\":\"a\",\"places\":[]},\"files\":[]}")], "is damaged")
        }
        // A report from which a file was taken out, and one that has a file of another's.
        let text = try String(contentsOfFile: files[1], encoding: .utf8)
        let held = try #require(text.firstMatch(of: #/"held":(\d+)/#))
        let fewer = text.replacingOccurrences(of: held.0, with: "\"held\":\((Int(held.1) ?? 0) - 1)")
        refuses([files[0], try folder.write("fewer.json", fewer), files[2]], "do not make up the whole")
        let place = try #require(text.firstMatch(of: #/"places":\[(\d+),(\d+)/#))
        let doubled = text.replacingOccurrences(of: place.0, with: "\"places\":[\(place.1),\(place.1)")
        refuses([files[0], try folder.write("doubled.json", doubled), files[2]], "do not make up the whole")
    }

    /// A whole file of a report.
    private static let file = #"\{"path":"[^"]*","scenarios":\[.*?\]\}\],"record":\{.*?\}\]\}\}"#

    /// Whatever is changed in a report, it is not added up.
    @Test(arguments: [
        (file, "null"), (file, "{}"), (file, #"{"path":"a","scenarios":"x"}"#), (#""scenarios":\[.*?\]\}\]"#, #""scenarios":[]"#),
        (#""path":"[^"]*""#, #""path":"swapped.sfm""#), (#""path":"[^"]*""#, #""path":1"#), (#""passed":\d+"#, #""passed":-1"#),
        (#""passed":\d+"#, #""passed":"2""#), (#""passed":\d+"#, #""passed":1000"#), (#""failed":0"#, #""failed":1"#),
        (#""status":"passed""#, #""status":"failed""#), (#""status":"passed""#, #""status":"well""#), (#""steps":\d+"#, #""steps":null"#),
        (#""failures":\[\]"#, #""failures":[{}]"#), (#""places":\["#, #""places":["x","#), (#","paths":"\w+""#, ""),
        (#""record":\{.*?\}\]\}\}"#, #""record":{}}"#), (#""sources":\[\]"#, #""sources":[7]"#), (#""tags":\["#, #""tags":[1,"#),
        (#""time":0"#, #""time":-1"#), (#""time":0"#, #""time":9223372036854775807"#), (#""steps":\d+"#, #""steps":9223372036854775807"#),
        (#""line":\d+"#, #""line":9223372036854775807"#), (#""diagnostics":\[\]"#, #""diagnostics":[{}]"#), (#","language":"\w+""#, ""),
    ])
    func refusesWhatWasChanged(_ part: String, _ other: String) throws {
        let folder = try TemporaryFolder()
        let files = try shards(2, ["Examples/koshdo-2024"], in: folder)
        let text = try String(contentsOfFile: files[0], encoding: .utf8)
        let forged = text.replacingCharacters(in: try #require(text.range(of: part, options: .regularExpression)), with: other)
        let run = merge([try folder.write("forged.json", forged), files[1]], in: folder)
        #expect(run.status == .invalid && run.error.contains("is damaged"), "\(run.out)\(run.error)")
    }

    @Test func theReportMustBeWritable() throws {
        let folder = try TemporaryFolder()
        let files = try shards(1, ["Examples/koshdo-2024"], in: folder)
        #expect(ToolRun(["report", "merge", folder.path + "/no/such/out.json"] + files).status == .unwritable)
        #expect(ToolRun(["report", "merge"]).status == .usage && ToolRun(["report"]).status == .usage)
    }

    @Test("a report that is read is not written over, however it is spelt") func theShardsStayAsTheyAre() throws {
        let folder = try TemporaryFolder()
        let files = try shards(2, ["Examples/koshdo-2024"], in: folder)
        try FileManager.default.linkItem(atPath: files[0], toPath: folder.path + "/hard.json")
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/soft.json", withDestinationPath: files[1])
        let before = try files.map { try Data(contentsOf: URL(fileURLWithPath: $0)) }
        for out in ["/shard-1.json", "/./shard-2.json", "/hard.json", "/soft.json", "/lesson.sfm"] {
            for (language, words) in [("en", ["would overwrite", "is no script"]), ("ru", ["поверх файла", "не сценарий"])] {
                let run = ToolRun(["report", "merge", folder.path + out, "--lang", language] + files)
                #expect(run.status == .usage && run.out.isEmpty && words.contains(where: run.error.contains), "\(out): \(run.error)")
            }
        }
        #expect(try files.map { try Data(contentsOf: URL(fileURLWithPath: $0)) } == before)
        #expect(merge(files, in: folder).status == .ok)
        #expect(merge(files, in: folder).status == .ok, "an old report of the whole is replaced")
    }

    @Test func readsWhatItWrites() {
        let text = #"{"a":[1,-2,true,false,null,{}],"b":"\u0000\"\\\u2028😀 \u0023"}"#
        #expect(
            JSONValue(Array(text.utf8)).map { value in
                var out = JSONWriter()
                out.value(value)
                return JSONValue(Array(out.text.utf8)) == value
            } == true)
        let wrong = [
            "", "{", "[1,]", "{\"a\" 1}", "[1] x", "\"\\ud800\"", "1.5", "\"a\nb\"", "tru", String(repeating: "[", count: 100_000), "\"\\u12", "-",
            "99999999999999999999",
        ]
        for text in wrong { #expect(JSONValue(Array(text.utf8)) == nil, "\(text.prefix(20))") }
        #expect(JSONValue(Array(#""\ud83d\ude00""#.utf8)) == .string("😀"))
        #expect(JSONValue([0x22, 0xFF, 0x22]) == nil)
    }
}
