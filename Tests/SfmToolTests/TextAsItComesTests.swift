import Foundation
import SfmSyntax
import Testing

@testable import SfmTool

/// Texts in other encodings and with other ends of lines, wherever the program reads some.
@Suite struct TextAsItComesTests {
    /// «создать группу "Школа"» with a remark, in KOI8-R.
    private static let koi8: [UInt8] =
        [0x23, 0x20, 0xDB, 0xCB, 0xCF, 0xCC, 0xC1, 0x0D, 0x0A, 0xD3, 0xCF, 0xDA, 0xC4, 0xC1, 0xD4, 0xD8, 0x20]
        + [0xC7, 0xD2, 0xD5, 0xD0, 0xD0, 0xD5, 0x20, 0x22, 0xFB, 0xCB, 0xCF, 0xCC, 0xC1, 0x22, 0x0D, 0x0A]
    private static let text = "# школа\r\nсоздать группу \"Школа\"\r\n"
    private static let utf16: [UInt8] = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }

    @Test("check --fix makes UTF-8 of what it knows, and nothing else of it changes", arguments: [("KOI8-R", koi8), ("UTF-16LE", utf16)])
    func fixes(name: String, bytes: [UInt8]) throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("урок.sfm", bytes: bytes)
        let before = ToolRun(["check", file])
        // In the reader's language: nothing but the file says which.
        #expect(before.status == .invalid && before.out.contains("текст похож на \(name), а не на UTF-8"), "\(before.out)")
        #expect(before.out.contains("= он читается так: «# школа»\n"), "\(before.out)")
        #expect(before.out.contains("переведите его: sfm check --fix \(file)\n") && before.out.contains("или: iconv -f "), "\(before.out)")
        let run = ToolRun(["check", "--fix", file])
        #expect(run.out.contains("урок.sfm:1:1: исправлено: переведено из \(name) в UTF-8\n"), "\(run.out)")
        #expect(run.status == .ok && FileManager.default.contents(atPath: file) == Data(Self.text.utf8))
        // What is converted may turn out to have mistakes, and is converted all the same.
        let wrong = try folder.write("b.sfm", bytes: bytes + (name == "UTF-16LE" ? [0x78, 0, 0x78, 0, 0x0A, 0] : Array("xx\n".utf8)))
        #expect(ToolRun(["check", "--fix", wrong]).status == .invalid)
        #expect(FileManager.default.contents(atPath: wrong) == Data((Self.text + "xx\n").utf8))
    }

    @Test("what is not certain is left, and every candidate is named with how it would read") func doubt() throws {
        let folder = try TemporaryFolder()
        let bytes = Array("given group \"3".utf8) + [0xC0] + Array("\"\n".utf8)
        let file = try folder.write("a.sfm", bytes: bytes)
        let run = ToolRun(["check", "--fix", "--lang", "en", file])
        #expect(run.status == .invalid && run.out.contains("it is not certain what it is in: ") && run.out.contains(" or "), "\(run.out)")
        #expect(run.out.contains("= if “given group \"3А\"” is right: iconv -f CP1251 -t UTF-8 \(file) > new.sfm\n"), "\(run.out)")
        #expect(!run.out.contains("--fix") && FileManager.default.contents(atPath: file) == Data(bytes))
    }

    @Test("an included file, a policy of the command line and a shard say it as well") func elsewhere() throws {
        let folder = try TemporaryFolder()
        let inner = try folder.write("inner.sfm", bytes: Self.koi8)
        let file = try folder.write("a.sfm", "include \"inner.sfm\"\nexpect group \"Школа\" exists\n")
        #expect(ToolRun(["check", "--lang", "ru", file]).out.contains("iconv -f KOI8-R -t UTF-8 \(inner) > new.sfm"))
        let policy = ToolRun(["test", "--lang", "ru", "--policy", inner, file])
        #expect(policy.status == .invalid && (policy.out + policy.error).contains("iconv -f KOI8-R"), "\(policy)")
        // As `>` of some shells writes it.
        let shard = try folder.write("1.json", bytes: [0xFF, 0xFE] + "{\"shard\": 1}".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
        for (language, words) in [("ru", "текст похож на UTF-16LE"), ("en", "the text looks like UTF-16LE")] {
            let merge = ToolRun(["report", "merge", "--lang", language, folder.path + "/out.json", shard])
            #expect(merge.status == .invalid && merge.error.contains(words), "\(merge)")
            #expect(merge.error.contains("iconv -f UTF-16 -t UTF-8 \(shard) > new.json"), "\(merge)")
        }
    }

    /// What a source gives of bytes on a pipe.
    private func lines(_ bytes: [UInt8]) throws -> [LineInput] {
        let folder = try TemporaryFolder()
        let file = try #require(FileHandle(forReadingAtPath: try folder.write("lines", bytes: bytes)))
        let source = PipeSource(descriptor: file.fileDescriptor)
        return (0...7).map { _ in source.read(prompt: "") }
    }

    @Test("lines on a pipe end as those of files do, also where a chunk ends in the middle") func pipe() throws {
        #expect(
            try lines(Array("\u{FEFF}a\rb\r\n\nc\u{85}d\u{2028}e\u{2029}f".utf8))
                == [.line("a"), .line("b"), .line(""), .line("c"), .line("d"), .line("e"), .line("f"), .endOfInput])
        for end in ["\r\n", "\u{2028}", "\r", "\u{85}"] {
            for length in 65_533...65_536 {
                let long = String(repeating: "x", count: length)
                #expect(try lines(Array((long + end + "b").utf8)).prefix(3) == [.line(long), .line("b"), .endOfInput], "\(length)")
            }
        }
        #expect(try lines([0x61, 0x0A, 0xFF, 0x0A, 0x62]).prefix(4) == [.line("a"), .broken([0xFF]), .line("b"), .endOfInput])
    }

    @Test("a conversation on a pipe in another encoding ends with what to put before it", arguments: [("KOI8-R", koi8), ("UTF-16", utf16)])
    func conversation(name: String, bytes: [UInt8]) throws {
        let source = ScriptedSource(inputs: try lines(bytes))
        final class Sink { var text = "" }
        let sink = Sink()
        let console = Console(environment: [:], inIsTerminal: false, outIsTerminal: false, out: { sink.text += $0 }, error: { _ in })
        let repl = Repl(language: nil, fallback: .english, colour: false, plain: false, files: FileStore(root: ".", limit: 1000))
        #expect(ReplCommand.pipe(repl, source, console) == .invalid)
        #expect(sink.text.contains("<stdin>:1:") && sink.text.contains("= переведите его: … | iconv -f \(name) -t UTF-8 | sfm\n"), "\(sink.text)")
    }

    @Test("load says it too") func load() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("k.sfm", bytes: Self.koi8)
        var repl = Repl(language: .russian, fallback: .english, colour: false, plain: false, files: FileStore(root: ".", limit: 1000))
        #expect(repl.handle("загрузить \"\(file)\"").text.rawText.contains("переведите его: sfm check --fix \(file)\n"))
    }

    @Test("fmt and check --fix keep the ends of lines; --check says which one is another") func ends() throws {
        let folder = try TemporaryFolder()
        let text = "scenario \"a\"\n  create group \"b\"\n  expect group \"b\" exists\nend\n"
        for end in ["\r", "\r\n"] {
            let file = try folder.write("a.sfm", text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: end))
            #expect(ToolRun(["fmt", "--check", file]).status == .ok && ToolRun(["test", file]).status == .ok)
            let crooked = "scenario \"a\"\(end)create group \"b\u{200B}\"\(end)expect group \"b\" exists\(end)end\(end)"
            let other = try folder.write("b.sfm", crooked)
            #expect(ToolRun(["check", "--fix", other]).status == .ok && ToolRun(["fmt", "--write", other]).status == .ok)
            #expect(FileManager.default.contents(atPath: other) == FileManager.default.contents(atPath: file))
        }
        let mixed = try folder.write("c.sfm", "create group \"a\"\ncreate group \"b\"\u{2028}create group \"c\"\r")
        let run = ToolRun(["fmt", "--check", "--lang", "en", mixed])
        #expect(run.status == .failed && run.error.hasSuffix("c.sfm:2: the line ends with U+2028, and should with LF\n"), "\(run.error)")
        #expect(ToolRun(["fmt", "--write", mixed]).status == .ok)
        #expect(FileManager.default.contents(atPath: mixed) == Data("create group \"a\"\ncreate group \"b\"\ncreate group \"c\"\n".utf8))
    }

    @Test("test --update puts new lines between others that end alike") func update() throws {
        let folder = try TemporaryFolder()
        for end in ["\r", "\r\n"] {
            let file = try folder.write("a.sfm", "scenario \"a\"\(end)  create group \"b\"\(end)end\(end)")
            _ = ToolRun(["test", "--update", "--yes", file])
            let text = String(decoding: try #require(FileManager.default.contents(atPath: file)), as: UTF8.self)
            #expect(text.contains("expect") || text.contains("group \"b\" exists"), "\(text)")
            #expect(Set(LineEnd.lines(of: Array(text.utf8)).map { $0.contains("\r") || $0.contains("\n") }) == [false])
            #expect(LineEnd.starts(in: Array(text.utf8)).count == text.unicodeScalars.count { $0 == "\r" } + 1)
        }
    }
}
