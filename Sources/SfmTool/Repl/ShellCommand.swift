import Glibc
import SfmSyntax

/// A command out of the user's environment, run as the shell would, so that `EDITOR="code --wait"` works.
struct ShellCommand {
    private let command: String

    /// The first of the variables that is set to something.
    init?(_ names: String...) {
        let set = names.compactMap { getenv($0).map { String(cString: $0) } }
        guard let command = set.first(where: { !$0.isEmpty }) else { return nil }
        self.command = command
    }

    /// Runs it on a file; its status, with the signal where one ended it.
    func edit(_ path: String) -> Int32 { spawn(["sh", "-c", command + " \"$1\"", "sfm", path], nil) }

    /// Runs it with a text to read; false where there is no such command.
    func show(_ text: SafeText) -> Bool {
        // What git does: colours come through, and what fits the screen stays on it.
        setenv("LESS", "FRX", 0)
        let status = spawn(["sh", "-c", command], text.rawText)
        return status != -1 && (status >> 8) & 0xFF != 127
    }

    private func spawn(_ words: [String], _ input: String?) -> Int32 {
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var defaults = sigset_t()
        sigemptyset(&defaults)
        sigaddset(&defaults, SIGINT)
        sigaddset(&defaults, SIGPIPE)
        posix_spawnattr_setsigdefault(&attributes, &defaults)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        var ends: [Int32] = [-1, -1]
        if input != nil {
            guard pipe(&ends) == 0 else { return -1 }
            for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
            posix_spawn_file_actions_adddup2(&actions, ends[0], 0)
        }
        let argv: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        defer { argv.forEach { free($0) } }
        var process: pid_t = 0
        let isStarted = posix_spawn(&process, "/bin/sh", &actions, &attributes, argv, environ) == 0
        if var text = input {
            close(ends[0])
            if isStarted { text.withUTF8 { Self.write($0, to: ends[1]) } }
            close(ends[1])
        }
        guard isStarted else { return -1 }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        return status
    }

    /// As much as is wanted: who has read enough goes away.
    private static func write(_ bytes: UnsafeBufferPointer<UInt8>, to descriptor: Int32) {
        var start = 0
        while start < bytes.count, let base = bytes.baseAddress {
            let n = Glibc.write(descriptor, base + start, bytes.count - start)
            if n < 0, errno == EINTR { continue }
            if n <= 0 { return }
            start += n
        }
    }
}
