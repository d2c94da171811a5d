import Foundation
import SfmRuntime
import SfmTerms
import Testing

@testable import SfmTool

/// Nothing that was accepted is lost, whatever the moment at which a session ends.
@Suite struct JournalTests {
    /// What a session of everything that a journal can hold is made of.
    static let lines = [
        "применить порядок \"koshdo-2024\"", "дано школа \"КОШДО\" с администратором @смирнова", "дано классный руководитель @петрова группы \"10А\"",
        "дано ученики @иванов, @сидоров в группе \"10А\"", "дано чат \"10А\" для учеников группы \"10А\", модератор @петрова", "нарушение @иванов",
        "отменить", "вернуть", "repeat 2 times", "violate @иванов", "# внутри блока", "end", "отменить 2", "заблокировать @сидоров на 1 день", "сбросить",
        "отменить", "вопреки порядку @петрова: заблокировать @иванов на 3 дня", "загрузить \"FILE\"", "через 2 дня", "отменить", "вернуть",
    ]

    private static func repl() -> Repl {
        var repl = Repl(language: .russian, fallback: .russian, colour: false, plain: true, files: FileStore(root: ".", limit: 1 << 20))
        repl.isAtKeyboard = true
        return repl
    }

    /// Everything that can be shown of a world.
    static func picture(_ repl: Repl) -> String {
        var asked = Repl(
            language: .russian, fallback: .russian, colour: false, plain: false, files: FileStore(root: ".", limit: 1 << 20), session: repl.session)
        let topics = ["world", "duties", "breaches", "links", "log", "messages", "policies"]
        let chats = repl.session.interpreter.world.chats.map { "chat \"\(repl.session.interpreter.names[$0.name])\"" }
        return (topics + chats).map { asked.handle("show " + $0).text.rawText }.joined(separator: "\n")
    }

    /// The journal's bytes of a whole session, with the picture after each record.
    private static func session(_ folder: TemporaryFolder) throws -> (bytes: [UInt8], pictures: [String]) {
        let file = try folder.write("внешний.sfm", "нарушение @сидоров\r\n#: undo 9\nповторить 2 раза\n  нарушение @сидоров\nконец\n")
        var (repl, bytes) = (Self.repl(), Array(JournalFormat.header(folder: folder.path).utf8))
        var pictures = [picture(repl)]
        for line in lines {
            let reply = repl.handle(line.replacingOccurrences(of: "FILE", with: file))
            guard let record = reply.record else { continue }
            bytes += Array(JournalFormat.encode(record).utf8)
            pictures.append(picture(repl))
        }
        return (bytes, pictures)
    }

    @Test func everyPrefixGivesTheWorldOfItsWholeRecords() throws {
        let folder = try TemporaryFolder()
        let (bytes, pictures) = try Self.session(folder)
        #expect(pictures.count == 18)
        var known = 0
        var repl = Self.repl()
        for end in 0...bytes.count {
            let contents = JournalFormat.read(Array(bytes[..<end]))
            #expect(contents.damagedLine == nil)
            // Only what is new has to be replayed: records never change once they are whole.
            #expect(contents.records.count >= known)
            for record in contents.records[known...] {
                let isSame = repl.replay(record)
                #expect(isSame, "\(record)")
                known += 1
                #expect(Self.picture(repl) == pictures[known])
            }
            #expect((contents.torn == nil) == (contents.whole == end))
        }
        #expect(known == pictures.count - 1)
    }

    @Test func theFileItselfIsAScriptThatReads() throws {
        let folder = try TemporaryFolder()
        let (bytes, _) = try Self.session(folder)
        let path = try folder.write("journal.sfm", bytes: bytes)
        #expect(ToolRun(["check", path]).status == .ok)
    }

    @Test func aTornEndIsCutOffAndWrittenOn() throws {
        let folder = try TemporaryFolder()
        do {
            let journal = Journal(folder: folder.path + "/a/b", root: "/")
            journal.write(.text("зарегистрировать школу"))
            journal.write(.undo(1))
            #expect(journal.problem == nil)
            // As long as somebody holds it, it is nobody else's.
            #expect(Journal.abandoned(in: folder.path + "/a/b").isEmpty)
        }
        let path = folder.path + "/a/b/0001.sfm"
        let handle = try #require(FileHandle(forWritingAtPath: path))
        try handle.seekToEnd()
        try handle.write(contentsOf: Data("#: lines 3\nповторить 2 раза\n".utf8))
        let left = Journal.abandoned(in: folder.path + "/a/b")
        #expect(left.map(\.records) == [2])
        do {
            let (journal, contents) = try #require(Journal.resume(path))
            #expect(contents.records == [.text("зарегистрировать школу"), .undo(1)])
            #expect(contents.torn == "#: lines 3\nповторить 2 раза\n")
            journal.write(.redo)
        }
        let (journal, contents) = try #require(Journal.resume(path))
        #expect(contents.records == [.text("зарегистрировать школу"), .undo(1), .redo])
        #expect(contents.torn == nil)
        journal.remove()
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test func sessionsNeverShareAJournal() throws {
        let folder = try TemporaryFolder()
        let (a, b) = (Journal(folder: folder.path, root: "/"), Journal(folder: folder.path, root: "/"))
        a.write(.text("a"))
        b.write(.text("b"))
        a.write(.text("c"))
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        #expect(files == ["0001.sfm", "0002.sfm"])
        #expect(try String(contentsOfFile: folder.path + "/0001.sfm", encoding: .utf8).hasSuffix("\na\nc\n"))
        #expect(Journal.resume(folder.path + "/0001.sfm") == nil)
    }

    @Test func aPlaceThatCannotBeWrittenIsSaidOnce() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("occupied", "")
        let journal = Journal(folder: file + "/journal", root: "/")
        journal.write(.reset)
        let problem = try #require(journal.problem)
        journal.write(.reset)
        #expect(journal.problem == problem)
        journal.remove()
    }

    @Test func aLinkIsNeverFollowed() throws {
        let folder = try TemporaryFolder()
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/0001.sfm", withDestinationPath: "/dev/full")
        // A link is never followed: the journal takes the next number.
        let journal = Journal(folder: folder.path, root: "/")
        journal.write(.reset)
        #expect(journal.problem == nil)
        #expect(FileManager.default.fileExists(atPath: folder.path + "/0002.sfm"))
    }

    @Test func noDamagedJournalTakesThePlaceOfAnother() throws {
        let folder = try TemporaryFolder()
        for text in ["first\n", "second\n", "third\n"] {
            let path = try folder.write("0001.sfm", text)
            let (journal, _) = try #require(Journal.resume(path))
            _ = journal.setAside()
        }
        let names = ["0001.sfm.damaged", "0001.sfm.damaged-2", "0001.sfm.damaged-3"]
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == names)
        #expect(try names.map { try String(contentsOfFile: folder.path + "/" + $0, encoding: .utf8) } == ["first\n", "second\n", "third\n"])
    }

    /// Names and sizes that no journal of ours has.
    @Test func foreignFilesInTheFolderDoNoHarm() throws {
        let folder = try TemporaryFolder()
        for name in ["9223372036854775807.sfm", "999999999.sfm", "99999999999999999999.sfm", "007.sfm", "+12.sfm"] { try folder.write(name, "x") }
        let large = try folder.write("0005.sfm", "")
        #expect(truncate(large, 40 << 30) == 0)
        #expect(Journal.abandoned(in: folder.path).isEmpty)
        #expect(Journal.nothing(in: folder.path) == .foreign(folder.path + "/999999999.sfm"))
        #expect(Journal.resume(large) == nil)
        let journal = Journal(folder: folder.path, root: "/")
        journal.write(.reset)
        #expect(journal.problem == nil && FileManager.default.fileExists(atPath: folder.path + "/0001.sfm"))
    }

    /// What is said to `--resume` where there is nothing to go on with.
    @Test(arguments: [
        (nil, "There is no journal", "Журнала прерванного сеанса нет"), ("", "The journal is empty", "Журнал пуст"),
        ("# sfm jour", "The journal is empty", "Журнал пуст"), ("# sfm journal 1 — sfm --resume\n#: folder /\n", "The journal is empty", "Журнал пуст"),
        ("дано ученик @а\n", "This is not a journal", "Это не журнал sfm"), ("no line feed", "This is not a journal", "Это не журнал sfm"),
        ("# sfm journal 1\n#: dance\n", "This is not a journal", "Это не журнал sfm"),
    ])
    func thereIsNothingToGoOnWith(text: String?, english: String, russian: String) throws {
        let folder = try TemporaryFolder()
        let file = try text.map { try folder.write("sfm/journal/0001.sfm", $0) }
        for (language, words) in [(Language.english, english), (.russian, russian)] {
            final class Sink { var text = "" }
            let sink = Sink()
            let console = Console(
                environment: ["XDG_STATE_HOME": folder.path], inIsTerminal: true, outIsTerminal: true, out: { sink.text += $0 }, error: { sink.text += $0 })
            let options = try Options(["--resume"])
            var repl = Repl(language: language, fallback: language, colour: false, plain: true, files: FileStore(root: ".", limit: 1 << 20))
            #expect(Journaling.begin(&repl, Environment(console: console, options: options)) != nil)
            #expect(sink.text.hasPrefix(words) && sink.text.contains(file ?? folder.path + "/sfm/journal"), "\(sink.text)")
            #expect(sink.text.hasSuffix(language == .english ? "A fresh session begins.\n" : "Начат новый сеанс.\n"))
        }
        if let file { #expect(try String(contentsOfFile: file, encoding: .utf8) == text, "it stays as it is") }
    }

    @Test(arguments: ["nonsense\n", "# sfm journal 1\n#: dance\n", "# sfm journal 1\n#: lines many\n"])
    func damageIsToldFromATornEnd(_ text: String) { #expect(JournalFormat.read(Array(text.utf8)).damagedLine != nil) }
}
