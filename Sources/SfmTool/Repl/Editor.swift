import Glibc

/// The user's own editor on a text: `VISUAL`, then `EDITOR`.
enum Editor {
    enum Outcome: Equatable {
        case text(String)
        /// The editor ended with a mistake: nothing is run.
        case cancelled
        /// Neither variable is set, or there is no place for the file.
        case unavailable
    }

    static func edit(_ text: String) -> Outcome {
        let set = [variable("VISUAL"), variable("EDITOR")].compactMap { $0 }
        guard let command = set.first(where: { !$0.isEmpty }) else { return .unavailable }
        let folder = variable("TMPDIR") ?? "/tmp"
        var template = Array((folder + "/sfm-XXXXXX.sfm").utf8CString)
        let file = mkstemps(&template, 4)
        guard file >= 0 else { return .unavailable }
        let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        defer { unlink(path) }
        var body = text + "\n"
        let written = body.withUTF8 { write(file, $0.baseAddress, $0.count) }
        close(file)
        guard written == body.utf8.count, run(command, path) == 0, case .success(let bytes) = FileStore.readNamed(path, limit: 1 << 20) else {
            return .cancelled
        }
        var edited = String(decoding: bytes, as: UTF8.self)[...]
        while let last = edited.last, last.isNewline { edited.removeLast() }
        return .text(String(edited))
    }

    private static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

    /// Runs the command as the shell would, so that `EDITOR="code --wait"` works.
    private static func run(_ command: String, _ path: String) -> Int32 {
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var defaults = sigset_t()
        sigemptyset(&defaults)
        sigaddset(&defaults, SIGINT)
        sigaddset(&defaults, SIGPIPE)
        posix_spawnattr_setsigdefault(&attributes, &defaults)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
        let words: [String] = ["sh", "-c", command + " \"$1\"", "sfm", path]
        let argv: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        defer { argv.forEach { free($0) } }
        var process: pid_t = 0
        guard posix_spawn(&process, "/bin/sh", nil, &attributes, argv, environ) == 0 else { return -1 }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        return status
    }
}
