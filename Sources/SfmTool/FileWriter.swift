import CLinux
import Glibc
import SfmScenarios
import SfmTerms

/// The one way in which the program writes a file that is to be whole: beside the old one, then in its place.
///
/// The new file is written without a name and gets one when it is whole and on the disk, so that a program that is killed leaves
/// nothing behind. It keeps the mode, the owner and the access control list of the file whose place it takes; where one was a name of several
/// for the same file, the others keep what they had.
package enum FileWriter {
    /// What a write may take the place of.
    package enum Place: Sendable {
        /// A file that the user named: a link is followed.
        case named
        /// A file that was found in a folder: a link leads to somewhere that nobody named.
        case found
        /// A report: never in place of a link or a device; folders that are not there are made below the working folder.
        case report
        /// What the program remembers: nobody else may read it; its folders are made.
        case state
    }

    /// A file in place of the one that is there, if any. With `expecting` only while that one holds these bytes.
    package static func replace(
        _ path: String, with bytes: [UInt8], at place: Place, expecting: [UInt8]? = nil
    ) -> WriteTrouble? {
        attempt { () throws(WriteTrouble) in
            makeFolders(of: path, at: place)
            let entry = try Entry(path, follows: place == .named)
            defer { entry.close() }
            let old = try entry.opened()
            defer { if let old { Glibc.close(old.file) } }
            // Whoever lets nobody write a file means the program as well, whether it could or not.
            if let old, old.status.st_mode & (S_IWUSR | S_IWGRP | S_IWOTH) == 0 { throw .protected }
            if let expecting { try entry.check(old, holds: expecting) }
            let new = try NewFile(in: entry, mode: place == .state ? 0o600 : 0o666)
            defer { new.close() }
            try new.write(bytes)
            if let old { try new.resemble(old) }
            try new.sync()
            if old == nil, try new.appear(in: entry) { return }
            // Somebody may have written while this was being done.
            if let expecting { try entry.check(try entry.opened(), closing: true, holds: expecting) }
            try new.takePlace(in: entry, of: expecting)
        }
    }

    /// A file where none was; one that is there already stays as it is, a link as well.
    package static func create(_ path: String, with bytes: [UInt8]) -> WriteTrouble? {
        attempt { () throws(WriteTrouble) in
            let entry = try Entry(path, follows: false)
            defer { entry.close() }
            if entry.exists { throw .exists }
            let new = try NewFile(in: entry, mode: 0o666)
            defer { new.close() }
            try new.write(bytes)
            try new.sync()
            guard try new.appear(in: entry) else { throw .exists }
        }
    }

    private static func attempt(_ body: () throws(WriteTrouble) -> Void) -> WriteTrouble? {
        do throws(WriteTrouble) {
            try body()
            return nil
        } catch {
            return error
        }
    }

    private static func makeFolders(of path: String, at place: Place) {
        switch place {
        case .named, .found: break
        case .report: if isBelowWorkingFolder(path) { createFolders(of: path, mode: 0o777) }
        case .state: createFolders(of: path, mode: 0o700)
        }
    }

    /// What a file is called for the moment before it takes its place. Nothing can be appended to a name of 255 bytes; each file has few
    /// such names, so that what a killed writer left there the next one clears away. The first is taken but where somebody else's file has it.
    package static func temporaryName(for name: String, turn: Int = 0) -> String {
        ".sfm-\(StableHash.digits(StableHash.of(name)))\(turn > 0 ? "-\(turn)" : "")~"
    }

    /// How many of them there are.
    package static let temporaryNames = 8

    private static func isBelowWorkingFolder(_ path: String) -> Bool {
        !path.hasPrefix("/") && !path.utf8.split(separator: UInt8(ascii: "/")).contains { $0.elementsEqual("..".utf8) }
    }

    /// Makes the folders that a path needs; one that cannot be made shows when the file is opened.
    package static func createFolders(of path: String, mode: mode_t = 0o700) {
        let bytes = Array(path.utf8)
        for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "/") && index > 0 {
            mkdir(String(decoding: bytes[..<index], as: UTF8.self), mode)
        }
    }
}

extension Options {
    /// What the user named may be a link, what was found in a folder not.
    func place(of path: String) -> FileWriter.Place { arguments.contains(path) ? .named : .found }
}

/// Why a file was not written.
package enum WriteTrouble: Error, Equatable {
    case exists, isLink, notRegular
    /// Nobody may write it, its owner neither.
    case protected
    /// Somebody else has written it since it was read.
    case changed
    /// The same, and what they wrote could not be given its name back: this is what it is called now.
    case setAside(String)
    /// The new file could not be given to whom the old one belongs.
    case owner
    /// Somebody else is writing it at this moment.
    case busy
    /// The names that the new file could have until it is whole belong to what somebody else made: this is the first.
    case taken(String)
    case system(Int32)

    package var text: Text {
        switch self {
        case .exists: Text("is there already", "уже есть")
        case .isLink:
            Text("is a link to somewhere else; name the file that it leads to", "это ссылка на другое место; назовите сам файл, на который она ведёт")
        case .notRegular: Text("is not a plain file", "это не обычный файл")
        case .protected:
            Text(
                "is write-protected (chmod u+w allows it); nothing was written",
                "защищён от записи (chmod u+w снимет защиту); ничего не записано")
        case .changed:
            Text("was changed by somebody else meanwhile; nothing was written", "за это время файл изменил кто-то другой; ничего не записано")
        case .setAside(let name):
            Text(
                "was changed by somebody else at the moment it was written; what they wrote is now called “\(name)”",
                "файл изменил кто-то другой в самый момент записи; то, что он записал, теперь называется «\(name)»")
        case .owner:
            Text(
                "belongs to another user or group and could not stay theirs; nothing was written",
                "принадлежит другому пользователю или группе, и сохранить это не удалось; ничего не записано")
        case .busy: Text("is being written by another program; try again", "его сейчас записывает другая программа; повторите")
        case .taken(let name):
            Text(
                "cannot be written: “\(name)” and the names beside it are needed for a moment, and belong to files that sfm did not make; rename these",
                "записать нельзя: на время записи нужно имя «\(name)» или соседнее, а так называются файлы, которые создала не sfm; переименуйте их")
        case .system(let code): SystemError.message(code)
        }
    }
}

/// A name in a folder that is kept open: what happens to the way there meanwhile does not matter.
private struct Entry {
    let folder: Int32
    let name: String
    private let status: stat?

    var exists: Bool { status != nil }

    init(_ path: String, follows: Bool) throws(WriteTrouble) {
        var target = path
        if follows, let real = realpath(path, nil) {
            target = String(cString: real)
            free(real)
        }
        let cut = target.utf8.lastIndex(of: UInt8(ascii: "/"))
        name = String(target[(cut.map { target.utf8.index(after: $0) } ?? target.startIndex)...])
        let way = cut.map { String(target[...$0]) } ?? "."
        folder = open(way, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { throw .system(errno) }
        var status = stat()
        if fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 {
            self.status = status
        } else {
            self.status = nil
            let code = errno
            if code != ENOENT { throw fail(.system(code)) }
        }
        switch self.status.map({ $0.st_mode & S_IFMT }) {
        case S_IFREG?, nil: break
        case S_IFLNK?: throw fail(follows ? .system(ENOENT) : .isLink)
        case S_IFDIR?: throw fail(.system(EISDIR))
        default: throw fail(.notRegular)
        }
    }

    private func fail(_ trouble: WriteTrouble) -> WriteTrouble {
        close()
        return trouble
    }

    func close() { Glibc.close(folder) }

    /// The file that is there, or under another name, as it is now.
    func opened(as other: String? = nil) throws(WriteTrouble) -> (file: Int32, status: stat)? {
        let file = openat(folder, other ?? name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard file >= 0 else {
            if errno == ENOENT { return nil }
            throw errno == ELOOP ? .isLink : .system(errno)
        }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            Glibc.close(file)
            throw .notRegular
        }
        return (file, status)
    }

    func check(_ old: (file: Int32, status: stat)?, closing: Bool = false, holds bytes: [UInt8]) throws(WriteTrouble) {
        guard let old else { throw .changed }
        defer { if closing { Glibc.close(old.file) } }
        guard Int(old.status.st_size) == bytes.count else { throw .changed }
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        var at = 0
        while at < bytes.count {
            let n = buffer.withUnsafeMutableBytes { pread(old.file, $0.baseAddress, min($0.count, bytes.count - at), off_t(at)) }
            if n < 0, errno == EINTR { continue }
            if n < 0 { throw .system(errno) }
            guard n > 0, bytes[at..<at + n].elementsEqual(buffer[..<n]) else { throw .changed }
            at += n
        }
    }
}

/// A file that is being written. Until it is whole it has no name, or where the file system knows no such files one that its
/// writer holds locked.
private final class NewFile {
    private let file: Int32
    private let folder: Int32
    /// What the file is called in its folder; the name that it will have there, and its temporary one.
    private let name: String
    private var temporary = ""
    /// Whether the file has its temporary name.
    private var isNamed = false

    init(in entry: Entry, mode: mode_t) throws(WriteTrouble) {
        folder = entry.folder
        name = entry.name
        let canBeNamedLater = access("/proc/self/fd", X_OK) == 0
        let unnamed = canBeNamedLater ? openat(folder, ".", O_WRONLY | Self.unnamed | O_CLOEXEC, mode) : -1
        if unnamed >= 0 {
            file = unnamed
        } else {
            guard !canBeNamedLater || [EOPNOTSUPP, EISDIR, EINVAL, ENOENT].contains(errno) else { throw .system(errno) }
            (file, temporary) = try Self.named(name, in: folder) { openat($0, $1, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode) }
            isNamed = true
        }
        flock(file, LOCK_EX | LOCK_NB)
        TemporaryMark.set(on: file)
    }

    /// `O_TMPFILE`, which is not imported.
    private static let unnamed = 0o20_000_000 | O_DIRECTORY

    /// What has not found its place is gone.
    func close() {
        if isNamed { unlinkat(folder, temporary, 0) }
        TemporaryMark.remove(from: file)
        Glibc.close(file)
    }

    func write(_ bytes: [UInt8]) throws(WriteTrouble) {
        var start = 0
        while start < bytes.count {
            let n = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress.map { $0 + start }, bytes.count - start) }
            if n < 0, errno == EINTR { continue }
            guard n > 0 else { throw .system(n < 0 ? errno : ENOSPC) }
            start += n
        }
    }

    /// Takes over whose the old file is, who may do what with it, and what else is noted at it.
    func resemble(_ old: (file: Int32, status: stat)) throws(WriteTrouble) {
        var mine = stat()
        guard fstat(file, &mine) == 0 else { throw .system(errno) }
        if mine.st_uid != old.status.st_uid || mine.st_gid != old.status.st_gid, fchown(file, old.status.st_uid, old.status.st_gid) != 0 {
            throw .owner
        }
        guard fchmod(file, old.status.st_mode & 0o7777) == 0 else { throw .system(errno) }
        let kept = Self.attributes(of: old.file)
        // What the new file has from its folder and the old one had not goes.
        for name in Self.attributes(of: file) where !kept.contains(name) && fremovexattr(file, name) != 0 { throw .system(errno) }
        for name in kept {
            let size = fgetxattr(old.file, name, nil, 0)
            guard size >= 0 else { continue }
            var value = [UInt8](repeating: 0, count: size)
            guard fgetxattr(old.file, name, &value, size) == size, fsetxattr(file, name, value, size, 0) == 0 else { throw .system(errno) }
        }
    }

    /// The access control list and what users note; the rest the system sets by itself.
    private static func attributes(of file: Int32) -> [String] {
        let size = flistxattr(file, nil, 0)
        guard size > 0 else { return [] }
        var names = [CChar](repeating: 0, count: size)
        let count = flistxattr(file, &names, size)
        guard count > 0 else { return [] }
        return names[..<count].split(separator: 0).map { String(decoding: $0.map(UInt8.init(bitPattern:)), as: UTF8.self) }
            .filter { $0.hasPrefix("user.") && $0 != TemporaryMark.name || $0 == "system.posix_acl_access" }
    }

    func sync() throws(WriteTrouble) {
        if fsync(file) != 0 { throw .system(errno) }
    }

    /// Gives it a name that nobody has; false where somebody has it.
    func appear(in entry: Entry) throws(WriteTrouble) -> Bool {
        let failed = isNamed ? linkat(folder, temporary, folder, entry.name, 0) : Self.link(file, folder, entry.name)
        guard failed == 0 else {
            if errno == EEXIST { return false }
            throw .system(errno)
        }
        fsync(folder)
        return true
    }

    /// Takes the place of what is there. Between its temporary name and the place of the old one nothing interrupts it.
    func takePlace(in entry: Entry, of expected: [UInt8]?) throws(WriteTrouble) {
        var (all, before) = (sigset_t(), sigset_t())
        sigfillset(&all)
        pthread_sigmask(SIG_SETMASK, &all, &before)
        defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
        if !isNamed {
            temporary = try Self.named(name, in: folder) { Self.link(file, $0, $1) }.name
            isNamed = true
        }
        if let expected, try changePlaces(in: entry, with: expected) { return }
        guard renameat(folder, temporary, folder, entry.name) == 0 else { throw .system(errno) }
        isNamed = false
        fsync(folder)
    }

    /// Changes places with what is there and looks at that where nobody writes it any more: if somebody has, it goes back, and nothing of it is
    /// lost. False where the file system cannot do it.
    private func changePlaces(in entry: Entry, with expected: [UInt8]) throws(WriteTrouble) -> Bool {
        guard let old = try entry.opened() else { throw .changed }
        defer { Glibc.close(old.file) }
        // Under the temporary name it is as good as ours.
        TemporaryMark.set(on: old.file)
        guard exchange(entry.name) else {
            let code = errno
            TemporaryMark.remove(from: old.file)
            if [EINVAL, ENOSYS, EOPNOTSUPP].contains(code) { return false }
            throw code == ENOENT ? .changed : .system(code)
        }
        do throws(WriteTrouble) {
            try entry.check(try entry.opened(as: temporary), closing: true, holds: expected)
        } catch {
            TemporaryMark.remove(from: old.file)
            guard exchange(entry.name) else {
                // Under the temporary name lies what somebody else wrote: it is not ours to remove.
                isNamed = false
                throw .setAside(temporary)
            }
            throw .changed
        }
        unlinkat(folder, temporary, 0)
        isNamed = false
        fsync(folder)
        return true
    }

    private func exchange(_ name: String) -> Bool { renameat2(folder, temporary, folder, name, sfm_rename_exchange) == 0 }

    private static func link(_ file: Int32, _ folder: Int32, _ name: String) -> Int32 {
        linkat(AT_FDCWD, "/proc/self/fd/\(file)", folder, name, AT_SYMLINK_FOLLOW)
    }

    /// Makes something of a temporary name. What a writer that was killed left there goes; what somebody else made stays, and the next name
    /// is taken.
    private static func named(
        _ name: String, in folder: Int32, _ make: (Int32, String) -> Int32
    ) throws(WriteTrouble) -> (made: Int32, name: String) {
        for turn in 0..<FileWriter.temporaryNames {
            let temporary = FileWriter.temporaryName(for: name, turn: turn)
            for _ in 0..<2 {
                let made = make(folder, temporary)
                if made >= 0 { return (made, temporary) }
                guard errno == EEXIST else { throw .system(errno) }
                let left = openat(folder, temporary, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
                // Gone meanwhile, or nothing that a writer leaves.
                if left < 0, errno == ENOENT { continue }
                guard left >= 0 else { break }
                defer { Glibc.close(left) }
                guard TemporaryMark.isSet(on: left) else { break }
                guard flock(left, LOCK_EX | LOCK_NB) == 0 else { throw .busy }
                unlinkat(folder, temporary, 0)
            }
        }
        throw .taken(FileWriter.temporaryName(for: name))
    }
}

/// By which a file that a writer did not finish is known for its own: a note at it with its number on the disk, which no copy of it has.
/// Where the disk keeps no such notes nothing is known for ours, and nothing is removed.
enum TemporaryMark {
    static let name = "user.sfm.unfinished"

    static func set(on file: Int32) {
        guard let number = number(of: file) else { return }
        fsetxattr(file, name, number, number.count, 0)
    }

    static func remove(from file: Int32) { fremovexattr(file, name) }

    static func isSet(on file: Int32) -> Bool {
        guard let number = number(of: file) else { return false }
        var noted = [UInt8](repeating: 0, count: number.count + 1)
        return fgetxattr(file, name, &noted, noted.count) == number.count && noted.starts(with: number)
    }

    /// That of a plain file; `nil` for anything else.
    private static func number(of file: Int32) -> [UInt8]? {
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return Array("\(status.st_ino)".utf8)
    }
}
