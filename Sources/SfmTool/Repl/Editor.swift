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
        guard let command = ShellCommand("VISUAL", "EDITOR") else { return .unavailable }
        let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array((folder + "/sfm-XXXXXX.sfm").utf8CString)
        let file = mkstemps(&template, 4)
        guard file >= 0 else { return .unavailable }
        let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        defer { unlink(path) }
        var body = text + "\n"
        let written = body.withUTF8 { write(file, $0.baseAddress, $0.count) }
        close(file)
        guard written == body.utf8.count, command.edit(path) == 0, case .success(let bytes) = FileStore.readNamed(path, limit: 1 << 20) else {
            return .cancelled
        }
        var edited = String(decoding: bytes, as: UTF8.self)[...]
        while let last = edited.last, last.isNewline { edited.removeLast() }
        return .text(String(edited))
    }
}
