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

/// A row of a scenario's `examples`, of which a text was made.
public final class TableRow: Sendable {
    /// Where it stands in the file that has the table.
    public let span: Span
    public let line: Int
    /// The file that has the table, where it is not the script.
    public let table: String?
    /// As it is written.
    public let text: String
    /// How many rows the table has.
    public let count: Int
    /// The lines of the scenario that have something of the row in them, in the order of the file.
    public let lines: [Int]

    public init(span: Span, line: Int, table: String? = nil, text: String, count: Int, lines: [Int]) {
        (self.span, self.line, self.table, self.text, self.count, self.lines) = (span, line, table, text, count, lines)
    }

    /// Its line where it stands in the script itself.
    public var lineInScript: Int? { table == nil ? line : nil }

    /// Whether a line of the file reads as it does because of the row.
    public func shapes(line: Int) -> Bool {
        var (low, high) = (0, lines.count)
        while low < high {
            let middle = (low + high) / 2
            if lines[middle] < line { low = middle + 1 } else { high = middle }
        }
        return low < lines.count && lines[low] == line
    }

    /// «строка таблицы (12 в файле): | 3 дня |»; of a file of its own the name alone, as reports say the same wherever they are made.
    public var words: Text {
        let shown = Sanitizer.cut(text, to: 120)
        if let table = table?.utf8.split(separator: UInt8(ascii: "/")).last.map({ String(Substring($0)) }) {
            return Text("row of the table (line \(line) of \(table)): \(shown)", "строка таблицы (\(line) в \(table)): \(shown)")
        }
        return Text("row of the table (line \(line)): \(shown)", "строка таблицы (\(line) в файле): \(shown)")
    }
}

/// One text with the name under which it is reported.
public struct SourceFile: Sendable {
    public let name: String
    public let bytes: [UInt8]
    /// The number of the first line; more than 1 where the text is a piece of a file, as a row of `examples`.
    public let firstLine: Int
    /// The row of a table that the text was made with.
    public let row: TableRow?
    private let lines = LineStarts()

    public init(name: String, bytes: [UInt8], firstLine: Int = 1, row: TableRow? = nil) {
        (self.name, self.bytes, self.firstLine, self.row) = (name, bytes, firstLine, row)
    }

    public init(name: String, text: String) { self.init(name: name, bytes: Array(text.utf8)) }

    /// Whether a file's name ends as a script's does: `.sfm`, and `.SFM` as some systems write it.
    public static func isScript(_ name: String) -> Bool { ends(name.utf8, "sfm") }

    /// Whether a file's name ends as a table's does: `.csv`.
    public static func isTable(_ name: String) -> Bool { ends(name.utf8, "csv") }

    /// Whether bytes end with a dot and an ending, whatever its case.
    @inlinable
    public static func ends(_ name: some BidirectionalCollection<UInt8>, _ ending: StaticString) -> Bool {
        let ending = UnsafeBufferPointer(start: ending.utf8Start, count: ending.utf8CodeUnitCount)
        guard name.count > ending.count else { return false }
        let tail = name.suffix(ending.count + 1)
        return tail.first == UInt8(ascii: ".") && tail.dropFirst().elementsEqual(ending) { ($0 | 0x20) == $1 }
    }

    /// Whether a name is that of no file: a line at the prompt, or what comes on a pipe.
    public static func isUnnamed(_ name: String) -> Bool { ["<stdin>", "-", "—", ""].contains(name) }

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
        let offset = scalarStart(offset)
        return bytes.withUnsafeBufferPointer { bytes in
            var (lower, upper) = (offset, offset)
            while lower > 0, LineEnd.length(bytes, before: lower) == 0 { lower -= 1 }
            while upper < bytes.count, LineEnd.length(bytes, at: upper) == 0 { upper += 1 }
            // Between CR and LF.
            if upper > lower, upper < bytes.count, bytes[upper] == 0x0A, bytes[upper - 1] == 0x0D { upper -= 1 }
            return lower..<upper
        }
    }

    /// Where the character that a byte belongs to begins.
    func scalarStart(_ offset: Int) -> Int {
        let offset = min(max(offset, 0), bytes.count)
        return bytes.withUnsafeBufferPointer { bytes in
            var at = offset
            while at > 0, at < bytes.count, bytes[at] & 0xC0 == 0x80, offset - at < 3 { at -= 1 }
            // A byte that belongs to no character begins none.
            guard at < offset, let (_, length) = Scalars.decode(bytes, at), at + length > offset else { return offset }
            return at
        }
    }

    /// A span with all of the characters that it touches, as a reader sees them: letters with their accents, pictures of several parts.
    func widened(_ span: Span) -> Span {
        // What nobody sees is drawn as a mark of its own.
        let first = bytes.withUnsafeBufferPointer { Int(span.lower) < $0.count ? Scalars.decode($0, Int(span.lower))?.value : nil }
        if let first, Scalars.isForbidden(first) { return span }
        return Span(character(around: Int(span.lower)).lowerBound, character(around: Int(span.upper)).upperBound, file: span.file)
    }

    /// The character in whose middle a byte stands; nothing where the byte begins one.
    private func character(around offset: Int) -> Range<Int> {
        let range = lineRange(of: offset)
        let offset = min(max(offset, range.lowerBound), range.upperBound)
        // No character is longer than this but one that nobody could read.
        var at = scalarStart(max(range.lowerBound, offset - Self.longestCharacter))
        let end = min(range.upperBound, offset + Self.longestCharacter)
        // Of what is not UTF-8 nothing is known.
        for character in String(validating: bytes[at..<max(at, scalarStart(end))], as: UTF8.self) ?? "" {
            if at == offset { return offset..<offset }
            let next = at + character.utf8.count
            if next > offset { return at..<min(next, range.upperBound) }
            at = next
        }
        return offset..<offset
    }

    private static let longestCharacter = 200

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
            if starts.isEmpty { starts = LineEnd.starts(in: bytes).map { UInt32($0) } }
            var (low, high) = (0, starts.count)
            while low < high {
                let middle = (low + high) / 2
                if Int(starts[middle]) <= offset { low = middle + 1 } else { high = middle }
            }
            return low
        }
    }
}
