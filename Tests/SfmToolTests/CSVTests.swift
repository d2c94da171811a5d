import Foundation
import SfmRuntime
import SfmSyntax
import Testing

@testable import SfmTool

/// Tables in files: `examples from "cases.csv"`, `given students from "7b.csv"` (LANGUAGE.md 15).
@Suite struct CSVTests {
    private static let script = """
        scenario "<who> of <class>"
          given school "S" with admin @adm
          given students from "people.csv" in group "7B"
          expect @<who> is student of group "<class>"
        examples from "cases.csv"
        end

        """

    private func run(_ people: String, _ cases: String, script: String = script, _ command: [String] = ["test"]) throws -> ToolRun {
        let folder = try TemporaryFolder()
        try folder.write("people.csv", people)
        try folder.write("cases.csv", cases)
        try folder.write("t.sfm", script)
        return ToolRun(command + [folder.path + "/t.sfm"])
    }

    @Test(
        "commas, semicolons, quotes, a byte order mark, blank lines, ends of lines",
        arguments: [
            "who,class\np,7B\nq,7B\n", "who;class\np;7B\nq;7B", "\u{FEFF}\"who\";\"class\"\r\n\"p\" ; 7B\r\n\r\n  q;\"7B\"\r\n",
            "who, class ,note\n p,7B,\"a, \"\"b\"\"\"\nq,7B,\n", "sep=;\nwho;class\np;7B\nq;7B\n", "\u{FEFF}SEP=,\r\nwho,class\r\np,7B\r\nq,7B\r\n",
            "sep=\t\nwho\tclass\np\t7B\nq\t7B", "who\tclass\tnote\np\t7B\t\nq\t7B\ta, b; c\n", "\"sep=;\"\nwho;class\np;7B\nq;7B\n",
            "\twho,class\np,7B\t\nq,7B\n",
        ])
    func tables(_ cases: String) throws {
        let run = try run("handle\n@p\n@q\n", cases)
        #expect(run.status == .ok && run.out.contains("2 passed, 0 failed"), "\(run.out)")
    }

    @Test(
        "what is wrong is told at its place in the table",
        arguments: [
            ("handle\np\n", "who,class\np,7B\n", "people.csv:2:1", "SFM0212"), ("handle\n@p @q\n", "who,class\np,7B\n", "people.csv:2:1", "SFM0212"),
            ("handle\n", "who,class\np,7B\n", "people.csv:1:1", "SFM0212"), ("handle\n@p\n", "who,class\np\n", "cases.csv:2:1", "SFM0212"),
            ("handle\n@p\n", "who,class\np,\"7B\n", "cases.csv:2:3", "SFM0212"), ("handle\n@p\n", "who,class\n\"p\"x,7B\n", "cases.csv:2:4", "SFM0212"),
            ("handle\n@p\n", "", "t.sfm:5:15", "SFM0212"), ("\u{FEFF}\r\n\t\n", "who,class\np,7B\n", "t.sfm:3:23", "SFM0212"),
            ("handle\n@p\n", "sep=|\nwho|class\np|7B\n", "cases.csv:1:1", "commas, semicolons or tabs"),
            ("handle\n@p\n", "who|class\np|7B\n", "cases.csv:1:1", "commas, semicolons or tabs"),
            ("handle\n@p\n", "sep=;\nwho;class\np\n", "cases.csv:3:1", "SFM0212"),
            ("handle\n@p\n", "who,\u{441}lass\np,7B\n", "cases.csv:1:5", "Cyrillic с (U+0441)"),
            ("handle\n@p\n", "who,who\np,7B\n", "cases.csv:1:5", "SFM0232"),
            ("handle\n@p\n", "who\np\n", "t.sfm:1:20", "SFM0231"), ("handle\n@p\n", "who,class\n\u{202E}p,7B\n", "cases.csv:2:1", "SFM0103"),
            ("handle\n@\u{200B}p\n", "who,class\np,7B\n", "people.csv:2:2", "SFM0103"),
        ])
    func mistakes(_ people: String, _ cases: String, _ place: String, _ code: String) throws {
        let run = try run(people, cases)
        #expect(run.status == .invalid, "\(run.out)")
        #expect(run.out.contains(place) && run.out.contains(code), "\(run.out)")
    }

    @Test("a failure names the row and its file") func failure() throws {
        let run = try run(
            "handle\n@p\n@q\n", "who,class\np,7B\nq,7B\n", script: Self.script.replacingOccurrences(of: "expect @<who> is", with: "expect @<who> is not"))
        #expect(run.status == .failed)
        #expect(run.out.contains("row of the table (line 3 of ") && run.out.contains("cases.csv): q,7B"), "\(run.out)")
    }

    @Test(
        "other files than tables of the script's own folder are not read",
        arguments: [("../cases.csv", "SFM0501"), ("/etc/passwd", "SFM0501"), ("t.sfm", "SFM0505"), ("cases.txt", "SFM0505"), ("none.csv", "SFM0502")])
    func outside(_ name: String, _ code: String) throws {
        for script in [
            Self.script.replacingOccurrences(of: "cases.csv", with: name), Self.script.replacingOccurrences(of: "people.csv", with: name),
        ] {
            let run = try run("handle\n@p\n", "who,class\np,7B\n", script: script)
            #expect(run.status == .invalid && run.out.contains(code), "\(run.out)")
        }
    }

    @Test("rows under a table that stands in a file are refused") func rowsHereAndThere() throws {
        let script = Self.script.replacingOccurrences(of: "\"cases.csv\"\n", with: "\"cases.csv\"\n| who |\n| p |\n")
        let run = try run("handle\n@p\n", "who,class\np,7B\n", script: script)
        #expect(run.status == .invalid && run.out.contains("t.sfm:6:1"), "\(run.out)")
    }

    @Test("a table is named from the file that names it") func includedFiles() throws {
        let folder = try TemporaryFolder()
        try folder.write("people.csv", "handle\n@wrong\n")
        try folder.write("sub/people.csv", "handle\n@p\n")
        try folder.write("sub/class.sfm", "given school \"S\" with admin @adm\ngiven students from \"people.csv\" in group \"7B\"\n")
        try folder.write("t.sfm", "include \"sub/class.sfm\"\nscenario \"x\"\n  expect @p is student of group \"7B\"\nend\n")
        let run = ToolRun(["test", folder.path + "/t.sfm"])
        #expect(run.status == .ok, "\(run.out)")
    }

    @Test("so is one that a policy's file names, which stands in a folder") func policyFiles() throws {
        let folder = try TemporaryFolder()
        try folder.write("sub/people.csv", "handle\n@p\n")
        let policy = "policy \"q\"\n  clause 1 \"c\"\n    forbid create poll by parent\nend\n"
        try folder.write(
            "sub/q.sfm", policy + "background\n  given students from \"people.csv\" in group \"7B\"\nend\nscenario \"x\"\n  expect @p is student\nend\n")
        try folder.write("t.sfm", "use policy \"./sub/q.sfm\"\nscenario \"x\"\n  expect policy \"q\" is in force\nend\n")
        let run = ToolRun(["test", folder.path + "/t.sfm"])
        #expect(run.status == .ok, "\(run.out)")
    }

    @Test("a report names a table as it names the script, wherever it is made") func reportsElsewhere() throws {
        let folder = try TemporaryFolder()
        try folder.write("cases.csv", "who,class\np,7B\n")
        try folder.write("people.csv", "handle\n@p\n")
        let script = try folder.write("t.sfm", Self.script.replacingOccurrences(of: "expect @<who> is", with: "expect @<who> is not"))
        let json = ToolRun(["test", script, "--format", "json"]).out
        let table = json.firstMatch(of: /"table":"([^"]*)"/).map { String($0.output.1) }
        let path = json.firstMatch(of: /"path":"([^"]*)"/).map { String($0.output.1) }
        #expect(table != nil && table == path?.replacingOccurrences(of: "t.sfm", with: "cases.csv"), "\(json)")
        for format in ["junit", "tap"] {
            let report = folder.path + "/report." + (format == "tap" ? "tap" : "xml")
            _ = ToolRun(["test", script, "--report", "\(format)=\(report)"])
            #expect(try String(contentsOfFile: report, encoding: .utf8).contains("(line 2 of cases.csv)"))
        }
    }

    @Test("what a table holds counts as often as it is taken in") func limit() throws {
        let folder = try TemporaryFolder()
        try folder.write("people.csv", "handle\n" + (0..<100).map { "@p\($0)\n" }.joined())
        let line = "given students from \"people.csv\" in group \"7B\"\n"
        try folder.write("t.sfm", "given school \"S\" with admin @adm\n" + String(repeating: line, count: 3) + "expect @p1 is student\n")
        let size = try #require(try? Data(contentsOf: URL(filePath: folder.path + "/people.csv"))).count
        #expect(ToolRun(["test", folder.path + "/t.sfm", "--max-included-bytes", "\(3 * size)"]).status == .ok)
        let run = ToolRun(["test", folder.path + "/t.sfm", "--max-included-bytes", "\(3 * size - 1)"])
        #expect(run.status == .limit && run.out.contains("SFM0910"), "\(run.out)")
    }

    @Test("layout and translation keep the table's name, with the table and without it", arguments: [true, false]) func layout(_ isThere: Bool) throws {
        let folder = try TemporaryFolder()
        if isThere {
            try folder.write("people.csv", "handle\n@p\n")
            try folder.write("cases.csv", "who,class\np,7B\n")
        }
        try folder.write("t.sfm", Self.script)
        let source = SourceFile(name: "t.sfm", text: Self.script)
        let path = folder.path + "/t.sfm"
        let russian =
            isThere ? ToolRun(["fmt", "--to", "ru", path]).out : try #require(Translator(grammar: Sfm.grammar, to: .russian).translate(source).text)
        #expect(russian.contains("дано ученики из \"people.csv\" в группе \"7B\"\n") == isThere, "\(russian)")
        #expect(russian.contains("примеры из \"cases.csv\"\n"), "\(russian)")
        #expect(russian.contains("<who>") && russian.contains("<class>"))
        #expect((isThere ? ToolRun(["fmt", path]).out : Formatter(grammar: Sfm.grammar).format(source).text) == Self.script)
    }

    @Test("a report is not written over a table") func reports() throws {
        let folder = try TemporaryFolder()
        try folder.write("cases.csv", "who,class\np,7B\n")
        try folder.write("people.csv", "handle\n@p\n")
        let script = try folder.write("t.sfm", Self.script)
        #expect(ToolRun(["test", script, "--report", "json=" + folder.path + "/cases.csv"]).status == .usage)
        #expect(try String(contentsOfFile: folder.path + "/cases.csv", encoding: .utf8) == "who,class\np,7B\n")
    }

    @Test("a cell cannot end its line") func comments() throws {
        let script =
            "scenario \"x\"\n  given school \"S\" with admin @adm\n  given students from \"people.csv\" in group \"7B\"\n  expect <what> of group \"8C\"\nexamples from \"cases.csv\"\nend\n"
        let run = try run("handle\n@p\n", "what\n@p is student #\n", script: script)
        #expect(run.status == .invalid && run.out.contains("cases.csv:2:1"), "\(run.out)")
        let text =
            "scenario \"x\"\n  given school \"S\" with admin @adm\n  given class teacher @m of group \"7B\"\n  given chat \"c\" for students moderated by @m\n  @m: post <text> in chat \"c\"\nexamples\n  | text  |\n  | \"#1\" |\nend\n"
        #expect(try self.run("handle\n@p\n", "what\n1\n", script: text).status == .ok)
    }

    @Test("a table is no script, and says who reads it", arguments: [["test"], ["check"], ["fmt"], ["run"]]) func tableAsScript(_ command: [String]) throws {
        let folder = try TemporaryFolder()
        for (name, text) in [("people.csv", "handle\n@p\n"), ("cases.csv", "who,class\np,7B\n"), ("other.csv", "a\n1\n"), ("t.sfm", Self.script)] {
            try folder.write(name, text)
        }
        for name in command == ["test"] ? ["cases.csv", "cases.csv:2", "people.csv:1"] : ["cases.csv"] {
            let run = ToolRun(command + [folder.path + "/" + name])
            #expect(
                run.status == .invalid && run.error.contains("is a table and no script; it is read by: \(folder.path)/t.sfm"),
                "\(name): \(run.out) \(run.error)")
        }
        #expect(ToolRun(command + [folder.path + "/other.csv"]).error.contains("name the script that reads it"))
    }
}
