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
    /// How much of what is unread holds no end of a line.
    private var looked = 0
    private var endedWithReturn = false

    package init(descriptor: Int32 = STDIN_FILENO, readsAhead: Bool = true, limit: Int = SyntaxLimits.standard.fileBytes) {
        (self.descriptor, self.readsAhead, self.limit) = (descriptor, readsAhead, limit)
    }

    package func read(prompt: SafeText) -> LineInput {
        while true {
            if let line = takeLine() {
                if !isPassingOver { return input(line) }
                isPassingOver = false
                continue
            }
            if isPassingOver {
                passOver()
            } else if unread.count > limit {
                isPassingOver = true
                defer { passOver() }
                return .line(String(decoding: unread, as: UTF8.self))
            }
            guard fill() else {
                defer { unread = [] }
                return unread.isEmpty || isPassingOver ? .endOfInput : input(unread)
            }
        }
    }

    /// Forgets what has been read of a line; its end may be cut in two.
    private func passOver() { (unread, looked) = (unread.suffix(2), 0) }

    /// The next line where its end has been read.
    private func takeLine() -> ArraySlice<UInt8>? {
        // What follows CR is known only when it comes: nobody waits for it.
        if endedWithReturn, let first = unread.first {
            endedWithReturn = false
            if first == 0x0A { unread.removeFirst() }
        }
        let found = unread.withUnsafeBufferPointer { bytes -> (lower: Int, upper: Int)? in
            // A line that goes on is not looked through again.
            var i = max(0, looked - 2)
            while i < bytes.count {
                let length = LineEnd.length(bytes, at: i)
                if length > 0 { return (i, i + length) }
                i += 1
            }
            return nil
        }
        guard let found else {
            looked = unread.count
            return nil
        }
        looked = 0
        let line = unread.prefix(found.lower)
        endedWithReturn = unread[unread.startIndex + found.upper - 1] == 0x0D
        unread = unread.dropFirst(found.upper)
        return line
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
        unread += chunk[..<max(0, count)]
        return !atEnd
    }

    /// A line without the byte order mark that Windows adds; as its bytes where they are no text in UTF-8.
    private func input(_ line: ArraySlice<UInt8>) -> LineInput {
        let bytes = atStart ? line.dropFirst(Lexer.bomLength(line)) : line
        atStart = false
        return String(validating: bytes, as: UTF8.self).map { .line($0) } ?? .broken(Array(bytes))
    }
}
