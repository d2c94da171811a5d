import Foundation
import Glibc

/// The program on a terminal of its own: what a person types goes in, what the screen gets comes out.
final class PseudoTerminal {
    private let master: Int32
    private var process: pid_t = 0
    private(set) var output = ""

    /// POSIX_SPAWN_SETSID of glibc.
    private static let newSession: Int16 = 0x80

    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// The program beside the test bundle.
    static var program: String {
        Bundle.main.bundleURL.deletingLastPathComponent().path.hasSuffix("debug")
            ? Bundle.main.bundleURL.deletingLastPathComponent().appendingPathComponent("sfm").path
            : URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().appendingPathComponent("sfm").path
    }

    init(_ arguments: [String], environment: [String: String], rows: UInt16 = 40, columns: UInt16 = 120) throws {
        master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
        // unlockpt and ptsname by their requests: the C functions are hidden behind feature macros.
        var (locked, number): (Int32, UInt32) = (0, 0)
        guard master >= 0, ioctl(master, 0x4004_5431, &locked) == 0, ioctl(master, 0x8004_5430, &number) == 0 else {
            throw Failure(description: "no pseudo terminal: \(String(cString: strerror(errno)))")
        }
        let name = "/dev/pts/\(number)"
        var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(master, UInt(TIOCSWINSZ), &size)
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        // A new session takes the first terminal that it opens as its own.
        posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
        posix_spawn_file_actions_adddup2(&actions, 0, 1)
        posix_spawn_file_actions_adddup2(&actions, 0, 2)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // Threads of a test may have signals blocked; who starts at a terminal has none.
        var nothing = sigset_t()
        sigemptyset(&nothing)
        posix_spawnattr_setsigmask(&attributes, &nothing)
        posix_spawnattr_setflags(&attributes, Self.newSession | Int16(POSIX_SPAWN_SETSIGMASK))
        let argv = ([Self.program] + arguments).map { strdup($0) } + [nil]
        let envp = environment.sorted { $0.key < $1.key }.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { (argv + envp).forEach { free($0) } }
        let status = posix_spawn(&process, Self.program, &actions, &attributes, argv, envp)
        guard status == 0 else { throw Failure(description: "\(Self.program): \(String(cString: strerror(status)))") }
    }

    deinit {
        kill(process, SIGKILL)
        var status: Int32 = 0
        waitpid(process, &status, 0)
        close(master)
    }

    func type(_ text: String) {
        let bytes = Array(text.utf8)
        var start = 0
        while start < bytes.count {
            let n = bytes.withUnsafeBytes { write(master, $0.baseAddress! + start, bytes.count - start) }
            if n <= 0 { return }
            start += n
        }
    }

    func line(_ text: String) { type(text + "\r") }

    /// Reads until the text has come since the last call, or fails with the screen so far.
    @discardableResult
    func expect(_ text: String, seconds: Double = 15) throws -> String {
        let end = Date().addingTimeInterval(seconds)
        while Date() < end {
            if let range = output.range(of: text) {
                let seen = String(output[..<range.upperBound])
                output = String(output[range.upperBound...])
                return seen
            }
            if !read(milliseconds: 50) { break }
        }
        throw Failure(description: "waited for “\(text)”, the screen has: \(output.debugDescription)")
    }

    private var raw: [UInt8] = []

    private func read(milliseconds: Int32) -> Bool {
        var waiting = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
        guard poll(&waiting, 1, milliseconds) > 0 else { return true }
        var buffer = [UInt8](repeating: 0, count: 4096)
        let n = Glibc.read(master, &buffer, buffer.count)
        guard n > 0 else { return false }
        raw += buffer[..<n]
        // A letter may be cut in two; the rest of it comes with the next read.
        let text = String(decoding: raw, as: UTF8.self)
        if text.unicodeScalars.last == "\u{FFFD}", raw.count < 4 || raw.suffix(3).contains(where: { $0 >= 0xC0 }) { return true }
        // Cursor movements are the editor's way to redraw a line; a reader sees the letters.
        output += text.replacingOccurrences(of: "\r", with: "")
            .replacingOccurrences(of: "\u{1B}\\[[0-9;?]*[A-Za-z]", with: "", options: .regularExpression)
        raw = []
        return true
    }

    /// The exit status once the program has ended.
    func ended(seconds: Double = 15) throws -> Int32 {
        let end = Date().addingTimeInterval(seconds)
        while Date() < end {
            _ = read(milliseconds: 20)
            var status: Int32 = 0
            if waitpid(process, &status, WNOHANG) == process { return status & 0x7F == 0 ? (status >> 8) & 0xFF : -(status & 0x7F) }
        }
        throw Failure(description: "the program goes on")
    }
}
