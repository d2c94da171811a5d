import Glibc
import SfmTerms

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
        case system(Text)

        var text: Text { if case .system(let words) = self { words } else { SystemError.text(EEXIST) } }
    }

    /// A file where none was; one that is there already stays as it is, a link as well.
    package static func create(_ path: String, with bytes: [UInt8]) -> Obstacle? {
        let temporary = path + ".sfm-\(getpid())"
        if let problem = write(bytes, to: temporary) { return .system(problem) }
        defer { unlink(temporary) }
        guard link(temporary, path) == 0 else { return errno == EEXIST ? .exists : .system(SystemError.last) }
        return nil
    }

    /// A text of the user's in place of the one that was read: with the same permissions, through a link into the file that it leads to, and
    /// only if nobody has written it meanwhile.
    package static func revise(_ path: String, from read: [UInt8], to bytes: [UInt8]) -> Text? {
        let target = FileStore.absolute(path)
        guard case .success(read) = FileStore.readNamed(target, limit: .max) else {
            return Text("it was changed by somebody else meanwhile", "его тем временем изменил кто-то другой")
        }
        return replace(target, with: bytes)
    }

    /// Why it did not work, where it did not.
    package static func replace(_ path: String, with bytes: [UInt8]) -> Text? {
        let temporary = path + ".sfm-\(getpid())"
        var status = stat()
        let mode = lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG ? status.st_mode & 0o777 : 0o644
        if let problem = write(bytes, to: temporary, mode) { return problem }
        guard rename(temporary, path) == 0 else {
            let problem = SystemError.last
            unlink(temporary)
            return problem
        }
        return nil
    }

    /// A report: a new file or in place of an old one, but never of a device, a link or a folder.
    package static func report(_ path: String, with bytes: [UInt8]) -> Text? {
        var status = stat()
        if lstat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
            return SystemError.text(status.st_mode & S_IFMT == S_IFDIR ? EISDIR : EEXIST)
        }
        return replace(path, with: bytes)
    }

    private static func write(_ bytes: [UInt8], to temporary: String, _ mode: mode_t = 0o644) -> Text? {
        let file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
        guard file >= 0 else { return SystemError.last }
        // What a file permits is its owner's matter, whatever the process takes away from new ones.
        if mode != 0o644 { fchmod(file, mode) }
        var start = 0
        while start < bytes.count {
            let n = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress.map { $0 + start }, bytes.count - start) }
            if n < 0, errno == EINTR { continue }
            if n <= 0 {
                let problem = SystemError.last
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
