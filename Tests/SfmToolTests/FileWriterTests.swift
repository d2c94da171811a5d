import CLinux
import Foundation
import SfmTerms
import Testing

@testable import SfmTool

/// The one way to write a file: whole or not at all, and nothing of the old one lost but its contents.
@Suite struct FileWriterTests {
    private func status(_ path: String) -> stat {
        var out = stat()
        #expect(lstat(path, &out) == 0)
        return out
    }

    private func names(_ folder: TemporaryFolder) throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }

    private func text(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

    private let new = Array("new\n".utf8)

    /// A folder may give every new file in it a list of who else may read it; a file that has none gets none by being written anew.
    @Test func noAccessListComesFromTheFolder() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("a.sfm", "old\n")
        func entry(_ tag: UInt16, _ rights: UInt16, _ id: UInt32 = .max) -> [UInt8] {
            [tag, rights].flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] } + (0..<4).map { UInt8(truncatingIfNeeded: id >> ($0 * 8)) }
        }
        let list: [UInt8] = [2, 0, 0, 0] + entry(1, 6) + entry(2, 6, 65_534) + entry(4, 6) + entry(0x10, 6) + entry(0x20, 0)
        guard setxattr(folder.path, "system.posix_acl_default", list, list.count, 0) == 0 else {
            #expect(errno == ENOTSUP, "the file system has no access lists")
            return
        }
        #expect(FileWriter.replace(path, with: new, at: .found, expecting: Array("old\n".utf8)) == nil)
        #expect(try text(path) == "new\n" && getxattr(path, "system.posix_acl_access", nil, 0) < 0)
    }

    @Test(arguments: [0o600, 0o644, 0o750, 0o4711])
    func modeAndOwnerStay(mode: mode_t) throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("a.sfm", "old\n")
        // Whoever may give files away: somebody else's stay somebody else's.
        let owner: uid_t = geteuid() == 0 ? 12_345 : geteuid()
        #expect(chown(path, owner, gid_t.max) == 0 && chmod(path, mode) == 0)
        #expect(FileWriter.replace(path, with: new, at: .found) == nil)
        #expect(try text(path) == "new\n")
        #expect(status(path).st_mode & 0o7777 == mode && status(path).st_uid == owner)
        #expect(try names(folder) == ["a.sfm"])
    }

    @Test func notesAndAccessListsStay() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("a.sfm", "old\n")
        let value: [UInt8] = [1, 2, 3]
        // A file system without such notes has nothing to lose.
        guard setxattr(path, "user.note", value, value.count, 0) == 0 else {
            #expect(errno == ENOTSUP)
            return
        }
        #expect(FileWriter.replace(path, with: new, at: .named) == nil)
        var kept: [UInt8] = [0, 0, 0, 0]
        #expect(getxattr(path, "user.note", &kept, kept.count) == 3 && kept[..<3].elementsEqual(value))
    }

    @Test func aLinkThatWasNamedIsFollowedAndStays() throws {
        let folder = try TemporaryFolder()
        let target = try folder.write("target/a.sfm", "old\n")
        let link = folder.path + "/link.sfm"
        #expect(symlink("target/a.sfm", link) == 0)
        #expect(FileWriter.replace(link, with: new, at: .named) == nil)
        #expect(try text(target) == "new\n" && status(link).st_mode & S_IFMT == S_IFLNK)
        for place in [FileWriter.Place.found, .report, .state] { #expect(FileWriter.replace(link, with: [], at: place) == .isLink) }
        #expect(FileWriter.create(link, with: []) == .isLink)
        #expect(try text(target) == "new\n")
        #expect(unlink(target) == 0)
        #expect(FileWriter.replace(link, with: new, at: .named) == .system(ENOENT), "a link to nowhere makes nothing somewhere")
    }

    @Test("what nobody may write stays, whoever runs the program", arguments: [0o444, 0o555, 0o400, 0])
    func whatNobodyMayWriteStays(_ mode: mode_t) throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("a.sfm", "old\n")
        #expect(chmod(path, mode) == 0)
        // One that cannot even be read is no file to look at, but for the superuser.
        let trouble = FileWriter.replace(path, with: new, at: .named)
        #expect(trouble == .protected || mode & 0o400 == 0 && geteuid() != 0 && trouble == .system(EACCES))
        #expect(chmod(path, 0o644) == 0)
        #expect(try text(path) == "old\n")
        #expect(FileWriter.replace(path, with: new, at: .named) == nil)
        #expect(try text(path) == "new\n")
    }

    @Test func whatIsNoFileIsLeftAlone() throws {
        let folder = try TemporaryFolder()
        let pipe = folder.path + "/pipe"
        #expect(mkfifo(pipe, 0o600) == 0)
        for place in [FileWriter.Place.named, .found, .report] {
            #expect(FileWriter.replace(pipe, with: new, at: place) == .notRegular)
            #expect(FileWriter.replace(folder.path, with: new, at: place) == .system(EISDIR))
            #expect(FileWriter.replace(folder.path + "/no/such/folder", with: new, at: place) == .system(ENOENT))
        }
    }

    @Test func namesMayBeAsLongAsTheyCanBe() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/" + String(repeating: "а", count: 125) + "b.sfm"
        #expect(FileWriter.create(path, with: new) == nil)
        #expect(FileWriter.replace(path, with: Array("newer\n".utf8), at: .found, expecting: new) == nil)
        #expect(try text(path) == "newer\n" && (try names(folder).count) == 1)
    }

    @Test func whatSomebodyElseHasWrittenIsNotLost() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("a.sfm", "read\n")
        for other in ["theirs\n", "reaD\n", ""] {
            try folder.write("a.sfm", other)
            #expect(FileWriter.replace(path, with: new, at: .named, expecting: Array("read\n".utf8)) == .changed)
            #expect(try text(path) == other)
        }
        #expect(unlink(path) == 0)
        #expect(FileWriter.replace(path, with: new, at: .named, expecting: Array("read\n".utf8)) == .changed)
        #expect(try names(folder).isEmpty)
    }

    @Test func whatIsThereIsNotCreatedAnew() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("a.sfm", "old\n")
        #expect(FileWriter.create(path, with: new) == .exists)
        #expect(try text(path) == "old\n" && (try names(folder)) == ["a.sfm"])
    }

    @Test func aStateIsItsOwnersAlone() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/one/two/state"
        #expect(FileWriter.replace(path, with: new, at: .state) == nil)
        #expect(status(path).st_mode & 0o777 == 0o600 && status(folder.path + "/one").st_mode & 0o777 == 0o700)
    }

    /// A file that a writer has begun and not finished, by one of its temporary names.
    private func begun(_ folder: TemporaryFolder) throws -> Int32 {
        let file = open(try folder.write(FileWriter.temporaryName(for: "a.sfm"), "half"), O_RDWR)
        TemporaryMark.set(on: file)
        return file
    }

    @Test func whatAKilledWriterLeftIsClearedAway() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("a.sfm", "old\n")
        // As if it had been killed between giving the new file a name and putting it in place.
        let left = try begun(folder)
        defer { close(left) }
        // A file system without such notes knows nothing for its own.
        guard TemporaryMark.isSet(on: left) else { return }
        #expect(FileWriter.replace(path, with: new, at: .named) == nil)
        #expect(try names(folder) == ["a.sfm"] && (try text(path)) == "new\n")
        let written = open(path, O_RDONLY)
        defer { close(written) }
        #expect(!TemporaryMark.isSet(on: written), "nothing of it stays at the file")
        // One that is still at it holds its file.
        let held = try begun(folder)
        defer { close(held) }
        #expect(flock(held, LOCK_EX) == 0)
        #expect(FileWriter.replace(path, with: [], at: .named) == .busy)
        #expect(try text(path) == "new\n")
    }

    @Test(
        "what somebody else made and called like a file of ours stays, and is in nobody's way", arguments: ["file", "copy", "held", "folder", "link", "secret"])
    func whatSomebodyElseMadeStays(kind: String) throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("a.sfm", "old\n")
        func name(_ turn: Int) -> String { FileWriter.temporaryName(for: "a.sfm", turn: turn) }
        func make(_ turn: Int) throws {
            let theirs = folder.path + "/" + name(turn)
            switch kind {
            case "folder": try FileManager.default.createDirectory(atPath: theirs, withIntermediateDirectories: false)
            case "link": #expect(symlink("a.sfm", theirs) == 0)
            default: try folder.write(name(turn), "theirs\n")
            }
            if kind == "secret" { #expect(chmod(theirs, 0) == 0) }
            // A copy of a file that was not finished has its note and another number.
            if kind == "copy" { setxattr(theirs, "user.sfm.unfinished", [0x31], 1, 0) }
        }
        try make(0)
        let held = kind == "held" ? open(folder.path + "/" + name(0), O_RDONLY) : -1
        defer { close(held) }
        if held >= 0 { #expect(flock(held, LOCK_EX) == 0) }
        let before = status(folder.path + "/" + name(0))
        #expect(FileWriter.replace(path, with: new, at: .named) == nil)
        #expect(try text(path) == "new\n" && (try names(folder)) == [name(0), "a.sfm"].sorted())
        #expect(status(folder.path + "/" + name(0)).st_ino == before.st_ino)
        // Where all are taken the truth is told and nothing is done.
        for turn in 1..<FileWriter.temporaryNames { try make(turn) }
        #expect(FileWriter.replace(path, with: Array("newer\n".utf8), at: .named) == .taken(name(0)))
        #expect(try text(path) == "new\n" && (try names(folder).count) == FileWriter.temporaryNames + 1)
    }

    /// Killed at any moment, `fmt --write` leaves the file as it was or as it should be, and nothing beside it.
    @Test func killsAtAnyMomentLeaveOneWholeFile() throws {
        let folder = try TemporaryFolder()
        let line = "  violate @ivanov in chat \"10А\"\n"
        let rough = "scenario \"x\"\n" + String(repeating: "  " + line, count: 3000) + "end\n"
        let smooth = "scenario \"x\"\n" + String(repeating: line, count: 3000) + "end\n"
        let path = try folder.write("a.sfm", rough)
        var outcomes = Set<String>()
        for delay in 0..<60 {
            try folder.write("a.sfm", rough)
            let process = Process()
            process.executableURL = URL(fileURLWithPath: PseudoTerminal.program)
            process.arguments = ["fmt", "--write", path]
            process.standardError = FileHandle.nullDevice
            try process.run()
            usleep(UInt32(delay * 700))
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            let found = try text(path)
            #expect(found == rough || found == smooth)
            outcomes.insert(found)
            #expect(try names(folder) == ["a.sfm"])
        }
        #expect(outcomes.contains(rough), "none was killed before its end")
    }

    /// What a layout is of may hold what a terminal would obey: it is told of, and neither printed nor written.
    @Test(arguments: ["\u{1B}]0;x\u{7}", "\u{6}", "\u{1D}", "\u{202E}"])
    func whatNobodySeesIsNotPassedOn(sign: String) throws {
        let folder = try TemporaryFolder()
        let text = "scenario  \"x\"\n\(sign)expect @a is admin\nend\n"
        let path = try folder.write("a.sfm", text)
        for words in [["fmt", path], ["fmt", "--to", "ru", path], ["fmt", "--write", path], ["fmt", "--check", path]] {
            let run = ToolRun(words)
            #expect(run.status == .invalid, "\(words)")
            #expect(!(run.out + run.error).unicodeScalars.contains { $0 == sign.unicodeScalars.first }, "\(words)")
        }
        #expect(try self.text(path) == text)
        let picture = try folder.write("b.sfm", "scenario \"\u{1F468}\u{200D}\u{1F469}\"\n  given school \"S\" with admin @a\n  expect @a is admin\nend\n")
        #expect(ToolRun(["fmt", picture]).out.unicodeScalars.contains("\u{200D}"))
        // Another mistake in the same file hides no picture.
        let mistaken = try folder.write("c.sfm", "scenario \"\u{1F468}\u{200D}\u{1F469} \u{263A}\u{FE0F}\"\n  given school \"S\" with admin @a\n  flurb\nend\n")
        #expect(ToolRun(["fmt", mistaken]).out.unicodeScalars.contains("\u{200D}"))
    }

    /// One wide cell makes no other wide.
    @Test func aLayoutIsAsLargeAsItsText() throws {
        let folder = try TemporaryFolder()
        let rows = String(repeating: "  | y |\n", count: 500)
        let text =
            "scenario \"x <a>\"\n  given school \"S\" with admin @a\n  expect @a is admin\nexamples\n  | a |\n  | \(String(repeating: "y", count: 5000)) |\n\(rows)end\n"
        let out = ToolRun(["fmt", try folder.write("a.sfm", text)]).out
        #expect(out.utf8.count < 2 * text.utf8.count + 500 * 64, "\(out.utf8.count)")
        let again = try folder.write("b.sfm", out)
        #expect(ToolRun(["fmt", again]).out == out)
    }

    /// A file that came meanwhile goes back to its place, whatever it was replaced by.
    @Test func twoFilesChangePlaces() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("a.sfm", "old\n")
        #expect(FileWriter.replace(path, with: new, at: .found, expecting: Array("old\n".utf8)) == nil)
        #expect(try text(path) == "new\n" && names(folder) == ["a.sfm"])
        #expect(FileWriter.replace(path, with: Array("third\n".utf8), at: .found, expecting: Array("old\n".utf8)) == .changed)
        #expect(try text(path) == "new\n" && names(folder) == ["a.sfm"])
    }
}
