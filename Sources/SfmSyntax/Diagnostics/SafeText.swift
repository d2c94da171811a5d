/// Text that a terminal shows and never obeys: words of ours as they stand, and among them what a script, a path or a name says, made harmless.
///
/// Invariant: a `String` becomes part of one through `Sanitizer` alone. A literal is safe because it is ours, and nothing that is known only
/// while the program runs can stand in the place of one.
public struct SafeText: Sendable, Hashable {
    /// What a stream is given, and what a format with an escaping of its own escapes; nothing else takes it out.
    public private(set) var rawText: String

    /// Text of somebody else's, on one line.
    public init(_ text: some StringProtocol) { rawText = Sanitizer.text(String(text)) }

    /// A title among others, cut where it would push them away.
    public init(title text: String) { rawText = Sanitizer.title(text) }

    /// Text in a message, cut where nobody would read on.
    public init(message text: String) { rawText = Sanitizer.message(text) }

    /// Text of several lines, whose ends stay.
    public init(lines text: String) {
        rawText = text.split(separator: "\n", omittingEmptySubsequences: false).map { Sanitizer.text(String($0)) }.joined(separator: "\n")
    }

    /// What is put together of safe text already, in a way that this type does not know.
    public init(sanitized text: String) { rawText = text }

    /// A line of a source behind what stands before it.
    init(sourceLine text: String, after previous: String = "") { rawText = Sanitizer.line(text, after: previous) }

    /// The same text over and over.
    public init(repeating text: SafeText, count: Int) { rawText = String(repeating: text.rawText, count: max(0, count)) }
}

// MARK: - Literals

extension SafeText: ExpressibleByStringInterpolation {
    public init(stringLiteral literal: StaticString) { rawText = literal.description }

    public init(stringInterpolation parts: StringInterpolation) { rawText = parts.text }

    /// A literal with something in it: what is safe goes in as it stands, everything else through `Sanitizer`.
    public struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var text = ""

        public init(literalCapacity: Int, interpolationCount: Int) { text.reserveCapacity(literalCapacity + 16 * interpolationCount) }

        public mutating func appendLiteral(_ literal: StaticString) { text += literal.description }

        public mutating func appendInterpolation(_ safe: SafeText) { text += safe.rawText }

        // Words of ours said here, `\(language("yes\n", "да\n"))`, are literals rather than somebody's text.
        @_disfavoredOverload
        public mutating func appendInterpolation(_ other: some StringProtocol) { text += SafeText(other).rawText }

        public mutating func appendInterpolation(_ number: some BinaryInteger) { text += number.description }

        public mutating func appendInterpolation(title: String) { text += SafeText(title: title).rawText }

        public mutating func appendInterpolation(message: String) { text += SafeText(message: message).rawText }

        public mutating func appendInterpolation(lines: String) { text += SafeText(lines: lines).rawText }
    }
}

// MARK: - Putting together and taking apart

extension SafeText {
    public static func + (a: SafeText, b: SafeText) -> SafeText { SafeText(sanitized: a.rawText + b.rawText) }

    public static func += (a: inout SafeText, b: SafeText) { a.rawText += b.rawText }

    public var isEmpty: Bool { rawText.isEmpty }

    /// How many bytes it has.
    public var size: Int { rawText.utf8.count }

    /// What stands between the ends of lines; behind the last of them an empty text.
    public var lines: [SafeText] {
        rawText.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { SafeText(sanitized: String(Substring($0))) }
    }

    /// What stands between blanks.
    public var words: [SafeText] { rawText.split(separator: " ").map { SafeText(sanitized: String($0)) } }

    /// A word out of the middle of a line as it may begin another: there it must not read as a command of a CI system.
    public var asBeginning: SafeText { SafeText(rawText) }

    /// What stands up to the last of a sign, with it, and what stands behind; all of it where the sign is not there or is the end.
    public func parts(afterLast sign: Character) -> [SafeText] {
        guard let last = rawText.lastIndex(of: sign), case let next = rawText.index(after: last), next < rawText.endIndex else { return [self] }
        return [SafeText(sanitized: String(rawText[...last])), SafeText(sanitized: String(rawText[next...]))]
    }

    /// How many blanks it begins with.
    public var indent: Int { rawText.prefix { $0 == " " }.count }

    /// Without the blanks that it begins with.
    public var withoutIndent: SafeText { SafeText(sanitized: String(rawText.drop { $0 == " " })) }

    /// Without the blanks that it ends with.
    public var withoutBlanksAtEnd: SafeText {
        var text = rawText
        while text.last == " " { text.removeLast() }
        return SafeText(sanitized: text)
    }

    /// With something else in every place of a sign.
    public func replacing(_ sign: SafeText, with other: SafeText) -> SafeText {
        SafeText(sanitized: rawText.replacing(sign.rawText, with: other.rawText))
    }

    /// In quotation marks, as a script says it.
    public var quoted: SafeText { SafeText(sanitized: FormPrinter.source(rawText)) }

    /// In a colour, by its number among those of a terminal; as it is where there are no colours.
    public func painted(_ code: SafeText, _ hasColour: Bool) -> SafeText { hasColour ? "\u{1B}[\(code)m\(self)\u{1B}[0m" : self }
}

extension DefaultStringInterpolation {
    /// A text that anything may stand in is not safe any more: what is safe is put together with what is safe.
    @available(*, unavailable, message: "say that the whole is SafeText, or take out rawText for a format with an escaping of its own")
    public mutating func appendInterpolation(_ text: SafeText) {}
}

extension Sequence where Element == SafeText {
    public func joined(separator: SafeText = "") -> SafeText { SafeText(sanitized: lazy.map(\.rawText).joined(separator: separator.rawText)) }
}

extension DisplayWidth {
    public static func of(_ text: SafeText) -> Int { of(text.rawText) }

    /// Filled with spaces to a width.
    public static func padded(_ text: SafeText, _ width: Int) -> SafeText { text + SafeText(repeating: " ", count: width - of(text)) }
}

/// Puts many texts together: bytes are faster than strings where thousands wait for one thread.
public struct SafeTextBuffer {
    private var bytes: [UInt8] = []

    public init() {}

    public mutating func add(_ text: SafeText) {
        let text = text.rawText
        if text.utf8.withContiguousStorageIfAvailable({ bytes.append(contentsOf: $0) }) == nil { bytes.append(contentsOf: text.utf8) }
    }

    public mutating func add(blanks count: Int) { bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: count)) }

    public var text: SafeText { SafeText(sanitized: String(decoding: bytes, as: UTF8.self)) }
}
