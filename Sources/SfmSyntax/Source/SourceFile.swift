import SfmTerms
import Synchronization

/// A half-open range of UTF-8 bytes in one file of a compilation.
public struct Span: Equatable, Hashable, Sendable {
    public var lower: UInt32
    public var upper: UInt32
    /// Which file of the compilation; 0 is the one that was named.
    public var file: UInt16

    public init(_ lower: Int, _ upper: Int, file: UInt16 = 0) {
        (self.lower, self.upper, self.file) = (UInt32(lower), UInt32(upper), file)
    }

    public static let none = Span(0, 0)

    public func union(_ other: Span) -> Span {
        Span(Int(min(lower, other.lower)), Int(max(upper, other.upper)), file: file)
    }
}

/// One text with the name under which it is reported.
public struct SourceFile: Sendable {
    public let name: String
    public let bytes: [UInt8]
    /// The number of the first line; more than 1 where the text is a piece of a file, as a row of `examples`.
    public let firstLine: Int
    private let lines = LineStarts()

    public init(name: String, bytes: [UInt8], firstLine: Int = 1) {
        (self.name, self.bytes, self.firstLine) = (name, bytes, firstLine)
    }

    public init(name: String, text: String) { self.init(name: name, bytes: Array(text.utf8)) }

    public func text(_ span: Span) -> String {
        let lower = min(Int(span.lower), bytes.count)
        return String(decoding: bytes[lower..<max(lower, min(Int(span.upper), bytes.count))], as: UTF8.self)
    }

    /// The line of a byte within this text, from 1.
    public func line(of offset: Int) -> Int {
        lines.count(upTo: min(offset, bytes.count), in: bytes)
    }

    /// The line of a byte as it is reported: in the file that the text comes from.
    public func reportedLine(of offset: Int) -> Int { firstLine - 1 + line(of: offset) }

    /// The bytes of the line that holds an offset, without its end.
    public func lineRange(of offset: Int) -> Range<Int> {
        var lower = min(offset, bytes.count)
        while lower > 0, bytes[lower - 1] != 10 { lower -= 1 }
        var upper = min(offset, bytes.count)
        while upper < bytes.count, bytes[upper] != 10 { upper += 1 }
        if upper > lower, bytes[upper - 1] == 13 { upper -= 1 }
        return lower..<upper
    }

    /// The column of a byte, from 1, counted in characters as an editor does.
    public func column(of offset: Int) -> Int {
        let range = lineRange(of: offset)
        let start = range.lowerBound == 0 ? Lexer.bomLength(bytes) : range.lowerBound
        guard offset > start else { return 1 }
        return String(decoding: bytes[start..<min(offset, bytes.count)], as: UTF8.self).unicodeScalars.count + 1
    }
}

/// Where the lines of a text begin; found when a place is asked for the first time, as most texts have nothing to point at.
private final class LineStarts: Sendable {
    private let starts = Mutex<[UInt32]>([])

    /// How many lines begin at or before a byte.
    func count(upTo offset: Int, in bytes: [UInt8]) -> Int {
        starts.withLock { starts in
            if starts.isEmpty { starts = Self.find(in: bytes) }
            var (low, high) = (0, starts.count)
            while low < high {
                let middle = (low + high) / 2
                if Int(starts[middle]) <= offset { low = middle + 1 } else { high = middle }
            }
            return low
        }
    }

    private static func find(in bytes: [UInt8]) -> [UInt32] {
        var starts: [UInt32] = [0]
        bytes.withUnsafeBufferPointer { buffer in
            for i in buffer.indices where buffer[i] == 10 { starts.append(UInt32(i + 1)) }
        }
        return starts
    }
}
