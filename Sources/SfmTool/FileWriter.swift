import Glibc

/// Writes files whole or not at all: beside the old one, then in its place.
package enum FileWriter {
    /// Makes the folders that a path needs; one that cannot be made shows when the file is opened.
    package static func createFolders(of path: String) {
        let bytes = Array(path.utf8)
        for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "/") && index > 0 {
            mkdir(String(decoding: bytes[..<index], as: UTF8.self), 0o700)
        }
    }

    /// Why a new file could not be made.
    package enum Obstacle: Equatable {
        case exists
        case system(String)

        var text: String { if case .system(let words) = self { words } else { String(cString: strerror(EEXIST)) } }
    }

    /// A file where none was; one that is there already stays as it is, a link as well.
    package static func create(_ path: String, with bytes: [UInt8]) -> Obstacle? {
        let temporary = path + ".sfm-\(getpid())"
        if let problem = write(bytes, to: temporary) { return .system(problem) }
        defer { unlink(temporary) }
        guard link(temporary, path) == 0 else { return errno == EEXIST ? .exists : .system(String(cString: strerror(errno))) }
        return nil
    }

    /// The operating system's words where it did not work.
    package static func replace(_ path: String, with bytes: [UInt8]) -> String? {
        let temporary = path + ".sfm-\(getpid())"
        if let problem = write(bytes, to: temporary) { return problem }
        guard rename(temporary, path) == 0 else {
            let problem = String(cString: strerror(errno))
            unlink(temporary)
            return problem
        }
        return nil
    }

    /// A report: a new file or in place of an old one, but never of a device, a link or a folder.
    package static func report(_ path: String, with bytes: [UInt8]) -> String? {
        var status = stat()
        if lstat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
            return String(cString: strerror(status.st_mode & S_IFMT == S_IFDIR ? EISDIR : EEXIST))
        }
        return replace(path, with: bytes)
    }

    private static func write(_ bytes: [UInt8], to temporary: String) -> String? {
        let file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o644)
        guard file >= 0 else { return String(cString: strerror(errno)) }
        var start = 0
        while start < bytes.count {
            let n = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress.map { $0 + start }, bytes.count - start) }
            if n < 0, errno == EINTR { continue }
            if n <= 0 {
                let problem = String(cString: strerror(errno))
                close(file)
                unlink(temporary)
                return problem
            }
            start += n
        }
        close(file)
        return nil
    }
}
