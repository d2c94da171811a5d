import Glibc
import SfmTerms

/// A session's accepted lines in a file of its own, written as they happen; an ordinary end removes it.
///
/// Whoever writes a journal holds its lock: one that nobody holds was left behind by a session that did not end well.
package final class Journal {
    /// What went wrong, as "path: reason"; nothing is written after it.
    package private(set) var problem: Text?

    private let folder: String
    private let root: String
    private var path: String?
    private var descriptor: Int32 = -1

    /// Nothing is created before there is something to write.
    package init(folder: String, root: String) { (self.folder, self.root) = (folder, root) }

    private init(folder: String, root: String, path: String, descriptor: Int32) {
        (self.folder, self.root, self.path, self.descriptor) = (folder, root, path, descriptor)
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    package func write(_ record: JournalRecord) {
        guard problem == nil else { return }
        if descriptor < 0 { create() }
        if descriptor >= 0 { append(JournalFormat.encode(record)) }
    }

    /// The session has ended as it should: nothing is left to go on with.
    package func remove() {
        if let path, descriptor >= 0 { unlink(path) }
        if descriptor >= 0 { close(descriptor) }
        (path, descriptor) = (nil, -1)
    }

    // MARK: - Writing

    private func create() {
        FileWriter.createFolders(of: folder + "/")
        let last = Self.numbers(in: folder).max() ?? 0
        for number in (last < Self.lastNumber ? last + 1 : 1)... {
            let name = folder + "/" + Self.name(number)
            let file = open(name, O_RDWR | O_APPEND | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
            if file < 0, errno == EEXIST { continue }
            guard file >= 0 else { return fail(folder, errno) }
            guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
                // Somebody is just looking whether it was left behind; the next number is as good.
                close(file)
                continue
            }
            (path, descriptor) = (name, file)
            return append(JournalFormat.header(folder: root))
        }
    }

    private func append(_ text: String) {
        var text = text
        let problem: Int32? = text.withUTF8 { bytes in
            var start = 0
            while start < bytes.count {
                let n = Glibc.write(descriptor, bytes.baseAddress.map { $0 + start }, bytes.count - start)
                if n < 0, errno == EINTR { continue }
                if n <= 0 { return n < 0 ? errno : ENOSPC }
                start += n
            }
            return nil
        }
        if let problem { fail(path ?? folder, problem) }
    }

    private func fail(_ place: String, _ code: Int32) { problem = Text(same: place + ": ") + SystemError.message(code) }

    // MARK: - What was left behind

    /// A journal that no session holds.
    package struct Abandoned: Sendable {
        package let path: String
        /// How many things were written into it.
        package let records: Int
    }

    /// The journals left behind, the oldest first.
    package static func abandoned(in folder: String) -> [Abandoned] {
        numbers(in: folder).sorted().compactMap { number in
            let path = folder + "/" + name(number)
            guard let file = lock(path) else { return nil }
            defer { close(file) }
            let records = JournalFormat.read(bytes(of: file) ?? []).records.count
            return records == 0 ? nil : Abandoned(path: path, records: records)
        }
    }

    /// Why there is nothing to go on with.
    package enum Nothing: Equatable {
        case none
        /// The session ended before anything was done in it.
        case empty(String)
        /// A file that no session has written, or that is damaged from its beginning.
        case foreign(String)
    }

    /// Looks at the last file that stands where journals do and is in nobody's hands.
    package static func nothing(in folder: String) -> Nothing {
        for number in numbers(in: folder).sorted().reversed() {
            let path = folder + "/" + name(number)
            guard let file = lock(path) else { continue }
            defer { close(file) }
            guard let bytes = bytes(of: file) else { return .foreign(path) }
            return JournalFormat.isOurs(bytes) && JournalFormat.read(bytes).damagedLine == nil ? .empty(path) : .foreign(path)
        }
        return .none
    }

    /// What one was left with, and the journal to write on; a torn end is cut off.
    package static func resume(_ path: String) -> (journal: Journal, contents: JournalContents)? {
        guard let file = lock(path) else { return nil }
        guard let bytes = bytes(of: file) else {
            close(file)
            return nil
        }
        let contents = JournalFormat.read(bytes)
        if contents.damagedLine == nil, contents.torn != nil { ftruncate(file, off_t(contents.whole)) }
        let folder = String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
        let journal = Journal(folder: folder, root: contents.folder, path: path, descriptor: file)
        return (journal, JournalContents(contents))
    }

    /// Keeps a journal that cannot be followed out of the way, under a name that nothing has; that name.
    package func setAside() -> String? {
        guard let path else { return nil }
        defer {
            if descriptor >= 0 { close(descriptor) }
            (self.path, descriptor) = (nil, -1)
        }
        for number in 1...Self.mostDamaged {
            let kept = path + (number == 1 ? ".damaged" : ".damaged-\(number)")
            if link(path, kept) == 0 {
                unlink(path)
                return kept
            }
            guard errno == EEXIST else { break }
        }
        return path
    }

    private static let mostDamaged = 1000
    /// The largest number in the name of a journal, and the largest journal that is read.
    private static let (lastNumber, largest) = (999_999_999, 1 << 28)

    private static func lock(_ path: String) -> Int32? {
        let file = open(path, O_RDWR | O_APPEND | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard file >= 0 else { return nil }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG, flock(file, LOCK_EX | LOCK_NB) == 0 else {
            close(file)
            return nil
        }
        return file
    }

    /// `nil` of what is larger than a journal can be.
    private static func bytes(of file: Int32) -> [UInt8]? {
        var status = stat()
        guard fstat(file, &status) == 0, status.st_size <= largest else { return nil }
        var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
        let n = bytes.withUnsafeMutableBytes { pread(file, $0.baseAddress, $0.count, 0) }
        return Array(bytes.prefix(max(0, n)))
    }

    private static func name(_ number: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits + ".sfm"
    }

    private static func numbers(in folder: String) -> [Int] {
        guard let stream = opendir(folder) else { return [] }
        defer { closedir(stream) }
        var out: [Int] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) } }
            if name.hasSuffix(".sfm"), let number = Int(name.dropLast(4)), (1...lastNumber).contains(number), name == Self.name(number) {
                out.append(number)
            }
        }
        return out
    }
}

/// What a journal that was left behind holds.
package struct JournalContents: Sendable {
    /// Where the session's relative names lead from.
    package let folder: String
    package let records: [JournalRecord]
    /// The record that was being written when the session ended.
    package let torn: String?
    package let damagedLine: Int?

    init(_ contents: JournalFormat.Contents) {
        (folder, records) = (contents.folder, contents.records)
        (torn, damagedLine) = (contents.torn, contents.damagedLine)
    }
}
