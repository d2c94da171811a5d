import Glibc
import SfmRuntime
import SfmSyntax

/// Reads scripts: those that the user names as they are, those that scripts name only inside the script's folder.
package struct FileStore: ScriptFiles {
    /// The folder that scripts may read from.
    package let root: String
    let limit: Int

    package init(root: String, limit: Int) { (self.root, self.limit) = (root.isEmpty ? "." : root, limit) }

    /// Opens every part of the path by itself and follows no link; only a plain file is read.
    package func read(_ path: String) -> Result<[UInt8], FileTrouble> {
        var parts = path.isEmpty || path.utf8.contains(UInt8(ascii: "/")) ? ScriptPath.parts(path).map(String.init) : [path]
        guard let name = parts.popLast() else { return .failure(.missing) }
        // The folder itself is the user's; a name in it is one step, and no link is followed there either.
        if parts.isEmpty { return Self.opened(open(root.utf8.last == UInt8(ascii: "/") ? root + name : root + "/" + name, Self.unfollowed), limit: limit) }
        var folder = open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { return .failure(Self.trouble(errno)) }
        for part in parts {
            let next = openat(folder, part, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
            let problem = errno
            close(folder)
            guard next >= 0 else { return .failure(Self.trouble(problem)) }
            folder = next
        }
        let file = openat(folder, name, Self.unfollowed)
        let problem = errno
        close(folder)
        errno = problem
        return Self.opened(file, limit: limit)
    }

    fileprivate static let unfollowed = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC

    /// A file that the user named.
    package static func readNamed(_ path: String, limit: Int) -> Result<[UInt8], FileTrouble> {
        opened(open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC), limit: limit)
    }

    /// Reads and closes what `open` has just given.
    fileprivate static func opened(_ file: Int32, limit: Int) -> Result<[UInt8], FileTrouble> {
        guard file >= 0 else { return .failure(trouble(errno)) }
        defer { close(file) }
        return contents(file, limit: limit)
    }

    static func trouble(_ problem: Int32) -> FileTrouble {
        switch problem {
        case ENOENT: .missing
        case ELOOP, ENOTDIR, ENXIO: .notRegular
        default: .unreadable(SystemError.message(problem))
        }
    }

    private static func contents(_ file: Int32, limit: Int) -> Result<[UInt8], FileTrouble> {
        var status = stat()
        guard fstat(file, &status) == 0 else { return .failure(trouble(errno)) }
        guard status.st_mode & S_IFMT == S_IFREG else { return .failure(.notRegular) }
        guard status.st_size <= limit else { return .failure(.tooLarge) }
        // What is written behind while it is read belongs to the next run.
        let size = Int(status.st_size)
        var filled = 0
        var failure: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            while filled < size {
                let n = Glibc.read(file, buffer.baseAddress.map { $0 + filled }, size - filled)
                if n < 0, errno == EINTR { continue }
                if n < 0 { failure = errno }
                if n <= 0 { break }
                filled += n
            }
            count = filled
        }
        if failure != 0 { return .failure(trouble(failure)) }
        return .success(bytes)
    }

    package func near(_ path: String) -> String? {
        let base = root.utf8.last == UInt8(ascii: "/") ? root : root + "/"
        return Self.near(base + path, from: base.utf8.count, followsLinks: false).map { String(decoding: $0.utf8.dropFirst(base.utf8.count), as: UTF8.self) }
    }

    /// A path that is there and differs from one that is not in case and composition of letters alone; parts before an offset are as they are.
    /// Without links no other folder is looked into.
    package static func near(_ path: String, from offset: Int = 0, followsLinks: Bool = true) -> String? {
        var found = String(decoding: path.utf8.prefix(offset), as: UTF8.self)
        if offset == 0, path.utf8.first == UInt8(ascii: "/") { found = "/" }
        var isOther = false
        let parts = path.utf8.dropFirst(offset).split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
        for (k, part) in parts.enumerated() {
            var status = stat()
            let isLast = k == parts.count - 1
            if lstat(found + part, &status) != 0 {
                guard let name = entry(like: part, in: found.isEmpty ? "." : found), lstat(found + name, &status) == 0 else { return nil }
                (found, isOther) = (found + name, true)
            } else {
                found += part
            }
            if isLast { break }
            if followsLinks, status.st_mode & S_IFMT == S_IFLNK { guard stat(found, &status) == 0 else { return nil } }
            guard status.st_mode & S_IFMT == S_IFDIR else { return nil }
            found += "/"
        }
        return isOther ? found : nil
    }

    /// The first by its bytes of the entries of a folder that read as a name does but for case and composition.
    private static func entry(like name: String, in folder: String) -> String? {
        guard let stream = opendir(folder) else { return nil }
        defer { closedir(stream) }
        let wanted = NormalForm.composed(name.lowercased())
        var best: String?
        while let entry = readdir(stream) {
            let bytes = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0[..<($0.firstIndex(of: 0) ?? $0.count)]) }
            // Of most a look at the length is enough: the forms of a letter differ by few bytes.
            guard bytes.count <= name.utf8.count * 4, let text = String(validating: bytes, as: UTF8.self) else { continue }
            guard NormalForm.composed(text.lowercased()) == wanted, !text.utf8.elementsEqual(name.utf8) else { continue }
            if best.map({ text.utf8.lexicographicallyPrecedes($0.utf8) }) ?? true { best = text }
        }
        return best
    }

    /// A path from the root, its links followed, as it is now; itself where nothing is there.
    package static func absolute(_ path: String) -> String {
        guard let found = realpath(path, nil) else { return path }
        defer { free(found) }
        return String(cString: found)
    }

    /// What a path leads to, however it is spelt and whatever leads there.
    package enum Identity: Hashable {
        case file(device: UInt64, number: UInt64)
        /// Where a file would be.
        case absent(String)

        init(_ path: String) {
            var status = stat()
            self =
                stat(path, &status) == 0
                ? .file(device: UInt64(status.st_dev), number: UInt64(status.st_ino))
                : .absent(FileStore.absolute(ScriptPath.root(of: path)) + "/" + ScriptPath.last(of: path))
        }
    }
}

/// A folder of the user's that is kept open: of the files in it the names are looked up, and not each time the way there.
final class OpenFolder {
    /// With its slash at the end.
    let path: String
    private let descriptor: Int32

    init?(_ path: String) {
        self.path = path
        descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// A file directly in the folder, by its whole path; no link is followed.
    func read(_ file: String, limit: Int) -> Result<[UInt8], FileTrouble> {
        let found = file.withCString { openat(descriptor, $0 + path.utf8.count, FileStore.unfollowed) }
        return FileStore.opened(found, limit: limit)
    }
}
