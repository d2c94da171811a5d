import Glibc
import SfmSyntax

/// Lines of a file descriptor that is not a terminal: no prompt, no history.
package final class PipeSource: LineSource {
    private let descriptor: Int32
    private var unread: ArraySlice<UInt8> = []
    private var atEnd = false
    private var atStart = true

    /// Whether bytes behind the line may be taken as well: not where another reads on.
    private let readsAhead: Bool
    /// A line is given out when it has more bytes than this, and the rest of it is passed over.
    private let limit: Int
    private var isPassingOver = false

    package init(descriptor: Int32 = STDIN_FILENO, readsAhead: Bool = true, limit: Int = SyntaxLimits.standard.fileBytes) {
        (self.descriptor, self.readsAhead, self.limit) = (descriptor, readsAhead, limit)
    }

    package func read(prompt: String) -> LineInput {
        var line: [UInt8] = []
        while true {
            if let feed = unread.firstIndex(of: 0x0A) {
                if !isPassingOver { line += unread[..<feed] }
                unread = unread[(feed + 1)...]
                if !isPassingOver { return .line(text(of: line)) }
                isPassingOver = false
                continue
            }
            if !isPassingOver { line += unread }
            unread = []
            if line.count > limit {
                isPassingOver = true
                return .line(String(decoding: line, as: UTF8.self))
            }
            if !fill() { return line.isEmpty ? .endOfInput : .line(text(of: line)) }
        }
    }

    package func addHistory(_ entry: String) {}

    /// Reads the next chunk; false at the end of input or on an error, which ends the input too.
    private func fill() -> Bool {
        guard !atEnd else { return false }
        var chunk = [UInt8](repeating: 0, count: readsAhead ? 65_536 : 1)
        var count = 0
        repeat {
            count = chunk.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
        } while count < 0 && errno == EINTR
        atEnd = count <= 0
        unread = chunk[..<max(0, count)]
        return !atEnd
    }

    /// Decodes a line without the byte order mark and carriage return that Windows adds.
    private func text(of line: [UInt8]) -> String {
        var bytes = line[...]
        if atStart, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
        atStart = false
        if bytes.last == 0x0D { bytes = bytes.dropLast() }
        return String(decoding: bytes, as: UTF8.self)
    }
}
