import Glibc
import SfmRuntime

/// Reads scripts: those that the user names as they are, those that scripts name only inside the script's folder.
package struct FileStore: ScriptFiles {
    /// The folder that scripts may read from.
    package let root: String
    let limit: Int

    package init(root: String, limit: Int) { (self.root, self.limit) = (root.isEmpty ? "." : root, limit) }

    /// Opens every part of the path by itself and follows no link; only a plain file is read.
    package func read(_ path: String) -> Result<[UInt8], FileTrouble> {
        var folder = open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { return .failure(Self.trouble(errno)) }
        var parts = ScriptPath.parts(path).map(String.init)
        guard let name = parts.popLast() else {
            close(folder)
            return .failure(.missing)
        }
        for part in parts {
            let next = openat(folder, part, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
            let problem = errno
            close(folder)
            guard next >= 0 else { return .failure(Self.trouble(problem)) }
            folder = next
        }
        let file = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        let problem = errno
        close(folder)
        guard file >= 0 else { return .failure(Self.trouble(problem)) }
        defer { close(file) }
        return Self.contents(file, limit: limit)
    }

    /// A file that the user named.
    package static func readNamed(_ path: String, limit: Int) -> Result<[UInt8], FileTrouble> {
        let file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard file >= 0 else { return .failure(trouble(errno)) }
        defer { close(file) }
        return contents(file, limit: limit)
    }

    private static func trouble(_ problem: Int32) -> FileTrouble {
        switch problem {
        case ENOENT: .missing
        case ELOOP, ENOTDIR, ENXIO: .notRegular
        default: .unreadable(String(cString: strerror(problem)))
        }
    }

    private static func contents(_ file: Int32, limit: Int) -> Result<[UInt8], FileTrouble> {
        var status = stat()
        guard fstat(file, &status) == 0 else { return .failure(trouble(errno)) }
        guard status.st_mode & S_IFMT == S_IFREG else { return .failure(.notRegular) }
        guard status.st_size <= limit else { return .failure(.tooLarge) }
        // One byte more than was there tells that the file grows.
        let size = Int(status.st_size) + 1
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
        return filled > limit ? .failure(.tooLarge) : .success(bytes)
    }

    /// The `.sfm` files of a file or folder, sorted by their bytes; hidden ones and links to folders are left out.
    package static func scripts(at path: String) -> Result<[String], FileTrouble> {
        var status = stat()
        guard stat(path, &status) == 0 else { return .failure(trouble(errno)) }
        guard status.st_mode & S_IFMT == S_IFDIR else { return .success([path]) }
        var out: [String] = []
        var folders = [path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path]
        while let folder = folders.popLast() {
            guard let stream = opendir(folder) else { return .failure(trouble(errno)) }
            defer { closedir(stream) }
            while let entry = readdir(stream) {
                let name = withUnsafePointer(to: &entry.pointee.d_name) { $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) } }
                if name.hasPrefix(".") { continue }
                let full = folder + "/" + name
                var inner = stat()
                guard lstat(full, &inner) == 0 else { continue }
                if inner.st_mode & S_IFMT == S_IFDIR { folders.append(full) } else if name.hasSuffix(".sfm") { out.append(full) }
            }
        }
        return .success(out.sorted())
    }
}
