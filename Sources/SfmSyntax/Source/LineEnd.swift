/// What ends a line of a text: LF, CR LF, CR alone, NEL (U+0085), and Unicode's line and paragraph separators (U+2028, U+2029).
///
/// The one place that knows them; whatever counts, cuts or shows lines asks here.
public enum LineEnd {
    /// The length of the end that begins at a byte; 0 where none does. Of CR LF the LF alone is an end as well.
    @inline(__always)
    public static func length(_ bytes: UnsafeBufferPointer<UInt8>, at i: Int) -> Int {
        switch bytes[i] {
        case 0x0A: return 1
        case 0x0D: return i + 1 < bytes.count && bytes[i + 1] == 0x0A ? 2 : 1
        case 0xC2: return i + 1 < bytes.count && bytes[i + 1] == 0x85 ? 2 : 0
        case 0xE2: return i + 2 < bytes.count && bytes[i + 1] == 0x80 && bytes[i + 2] | 1 == 0xA9 ? 3 : 0
        default: return 0
        }
    }

    /// The length of the end right before a byte; 0 where none stands there, and between CR and LF.
    public static func length(_ bytes: UnsafeBufferPointer<UInt8>, before i: Int) -> Int {
        for length in 1...3 where length <= i && Self.length(bytes, at: i - length) == length {
            return length == 1 && bytes[i - 1] == 0x0A && i > 1 && bytes[i - 2] == 0x0D ? 2 : length
        }
        return 0
    }

    /// Whether a character ends a line.
    static func isEnd(_ v: UInt32) -> Bool { v == 0x0A || v == 0x0D || v == 0x85 || v == 0x2028 || v == 0x2029 }

    /// Whether an end of a line begins at a byte.
    public static func begins(in bytes: [UInt8], at i: Int) -> Bool { bytes.withUnsafeBufferPointer { length($0, at: i) > 0 } }

    /// The length of the end that begins at a byte; 0 where none does, or the text is at its end.
    public static func length(in bytes: [UInt8], at i: Int) -> Int {
        bytes.withUnsafeBufferPointer { i < $0.count ? length($0, at: i) : 0 }
    }

    /// How many lines end in a part of a text.
    public static func count(in bytes: [UInt8], _ range: Range<Int>) -> Int {
        var count = 0
        forEach(in: bytes, range) { _ in count += 1 }
        return count
    }

    /// Where the lines of a text begin.
    public static func starts(in bytes: [UInt8]) -> [Int] {
        var starts = [0]
        forEach(in: bytes, bytes.indices) { starts.append($0.upperBound) }
        return starts
    }

    /// The lines of a text without their ends; behind the last end there is one more, which may be empty.
    public static func lines(of bytes: [UInt8]) -> [String] {
        var (lines, lower) = ([String](), 0)
        forEach(in: bytes, bytes.indices) {
            lines.append(String(decoding: bytes[lower..<$0.lowerBound], as: UTF8.self))
            lower = $0.upperBound
        }
        lines.append(String(decoding: bytes[lower...], as: UTF8.self))
        return lines
    }

    /// Goes through the ends that begin in a part of a text.
    public static func forEach(in bytes: [UInt8], _ range: Range<Int>, _ body: (Range<Int>) -> Void) {
        bytes.withUnsafeBufferPointer { bytes in
            var i = range.lowerBound
            while i < range.upperBound {
                // Nearly every byte begins no end: eight are looked at in one.
                if i + 8 <= range.upperBound {
                    let plain = ByteLanes.withoutLineEnd(ByteLanes.load(bytes, i))
                    i += plain
                    if plain == 8 { continue }
                }
                let length = bytes[i] == 0x0A ? 1 : length(bytes, at: i)
                if length > 0 { body(i..<i + length) }
                i += max(1, length)
            }
        }
    }

    /// The ends that programs write, one of which a text keeps to.
    public enum Style: String, Sendable {
        case feed = "\n"
        case returnFeed = "\r\n"
        case carriageReturn = "\r"

        /// As the first line has it that ends with one of them; LF where none does.
        public init(of bytes: [UInt8]) {
            guard let first = bytes.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else {
                self = .feed
                return
            }
            self = bytes[first] == 0x0A ? .feed : first + 1 < bytes.count && bytes[first + 1] == 0x0A ? .returnFeed : .carriageReturn
        }

        /// A text whose lines end with LF, with these ends in its place.
        public func applied(_ text: String) -> String {
            guard self != .feed else { return text }
            return text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: rawValue)
        }
    }

    /// What an end is called.
    public static func name(_ end: some Collection<UInt8>) -> String {
        switch Array(end) {
        case [0x0A]: "LF"
        case [0x0D, 0x0A]: "CR LF"
        case [0x0D]: "CR"
        case [0xC2, 0x85]: "NEL (U+0085)"
        case [0xE2, 0x80, 0xA8]: "U+2028"
        default: "U+2029"
        }
    }
}
