import SfmSyntax
import SfmTerms

/// The part of TOML that settings need: tables of one level, keys that are bare or in quotes, strings on one line, whole numbers, booleans
/// and lists of strings. What else TOML has is refused by its name: it is never read as something else.
struct TomlReader {
    enum Value {
        case string(String)
        case number(Int)
        case bool(Bool)
        case list([(text: String, span: Span)])
    }

    /// A key with its value, and the table that it stands in; `nil` is the beginning of the file.
    struct Entry {
        let table: String?
        let key: String
        let keySpan: Span
        let value: Value
        let span: Span
    }

    private(set) var entries: [Entry] = []
    /// The tables as they are named, with their places.
    private(set) var tables: [(name: String, span: Span)] = []
    private(set) var mistakes: [Diagnostic] = []

    private let source: SourceFile
    private let bytes: [UInt8]
    private var at = 0
    private var table: String?

    private static let most = 20

    /// Why a line cannot be read on.
    private struct Mistake: Error {
        let message: Text
        let span: Span
        var help: [Text] = []
    }

    /// With what the whole line of a setting looks like, by its table and key.
    init(_ source: SourceFile, rightLine: @escaping (String?, String) -> Text? = { _, _ in nil }) {
        (self.source, bytes, self.rightLine) = (source, source.bytes, rightLine)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
        guard checkCharacters() else { return }
        while at < bytes.count, mistakes.count < Self.most {
            do throws(Mistake) {
                try line()
            } catch {
                mistakes.append(Diagnostic(.badSettings, error.message, error.span, help: error.help))
                while at < bytes.count, bytes[at] != 0x0A { at += 1 }
            }
        }
    }

    /// Whether the text is one, without characters that nobody sees.
    private mutating func checkCharacters() -> Bool {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            let message = Text("the file is not UTF-8", "файл не в кодировке UTF-8")
            // What it seems to be in, and how to convert it.
            let found = Diagnostic.notUTF8(source)
            mistakes.append(Diagnostic(.badSettings, found?.message ?? message, .none, help: found?.help ?? []))
            return false
        }
        var offset = 0
        for (k, c) in text.unicodeScalars.enumerated() {
            let width = UTF8.width(c)
            defer { offset += width }
            if c == "\n" || c == "\t" || c == "\r" || c.value == 0xFEFF && k == 0 || !Scalars.isForbidden(c.value) { continue }
            let code = Scalars.code(c.value)
            mistakes.append(
                Diagnostic(
                    .badSettings, Text("a character that nobody sees: \(code)", "невидимый символ: \(code)"), Span(offset, offset + width)))
            return false
        }
        return true
    }

    // MARK: - Lines

    private let rightLine: (String?, String) -> Text?

    private var next: UInt8? { at < bytes.count ? bytes[at] : nil }

    private mutating func skipBlanks() {
        while let c = next, c == 0x20 || c == 0x09 { at += 1 }
    }

    private mutating func skipComment() {
        if next == UInt8(ascii: "#") { while let c = next, c != 0x0A { at += 1 } }
    }

    private mutating func line() throws(Mistake) {
        skipBlanks()
        skipComment()
        guard let first = next, first != 0x0A, first != 0x0D else { return try endLine() }
        if first == UInt8(ascii: "[") { try readTable() } else { try entry() }
        skipBlanks()
        skipComment()
        try endLine()
    }

    private mutating func endLine() throws(Mistake) {
        if next == 0x0D { at += 1 }
        guard let c = next else { return }
        guard c == 0x0A else {
            throw Mistake(message: Text("nothing may stand behind the value", "после значения ничего не должно стоять"), span: restOfLine)
        }
        at += 1
    }

    private var restOfLine: Span {
        let end = bytes[at...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
        return Span(at, max(at, end))
    }

    private mutating func readTable() throws(Mistake) {
        let start = at
        at += 1
        if next == UInt8(ascii: "[") {
            throw Mistake(message: Text("lists of tables ([[…]]) are not read here", "списки таблиц ([[…]]) здесь не читаются"), span: restOfLine)
        }
        skipBlanks()
        let name = try key()
        skipBlanks()
        guard next == UInt8(ascii: "]") else {
            throw Mistake(message: Text("“]” is missing behind the name of the table", "после названия таблицы не хватает «]»"), span: restOfLine)
        }
        at += 1
        if tables.contains(where: { $0.name == name.text }) {
            throw Mistake(message: Text("the table “\(name.text)” stands there twice", "таблица «\(name.text)» дана дважды"), span: Span(start, at))
        }
        table = name.text
        tables.append((name.text, name.span))
    }

    private mutating func entry() throws(Mistake) {
        let name = try key()
        skipBlanks()
        if next == UInt8(ascii: ".") {
            throw Mistake(message: Text("keys with dots are not read here", "ключи через точку здесь не читаются"), span: restOfLine)
        }
        guard next == UInt8(ascii: "=") else {
            throw Mistake(
                message: Text("“=” is missing behind the key", "после ключа не хватает «=»"), span: restOfLine,
                help: [Text("as in: paths = [\"Examples\"]", "например: paths = [\"Examples\"]")])
        }
        at += 1
        skipBlanks()
        let start = at
        let value: Value
        do throws(Mistake) {
            value = try self.value()
        } catch {
            throw Mistake(message: error.message, span: error.span, help: error.help.isEmpty ? rightLine(table, name.text).map { [$0] } ?? [] : error.help)
        }
        entries.append(Entry(table: table, key: name.text, keySpan: name.span, value: value, span: Span(start, at)))
    }

    // MARK: - Keys and values

    private mutating func key() throws(Mistake) -> (text: String, span: Span) {
        let start = at
        if next == UInt8(ascii: "\"") || next == UInt8(ascii: "'") { return (try string(), Span(start, at)) }
        while let c = next, Self.isBare(c) { at += 1 }
        guard at > start else {
            let isLetter = (next ?? 0) >= 0x80
            throw Mistake(
                message: isLetter
                    ? Text("a key in other letters than a–z stands in quotes", "ключ не латинскими буквами пишут в кавычках")
                    : Text("a key belongs here", "здесь должен стоять ключ"), span: restOfLine,
                help: isLetter ? [Text("as in: \"пути\" = [\"Examples\"]", "например: \"пути\" = [\"Examples\"]")] : [])
        }
        return (String(decoding: bytes[start..<at], as: UTF8.self), Span(start, at))
    }

    private static func isBare(_ c: UInt8) -> Bool {
        (0x30...0x39).contains(c) || (0x61...0x7A).contains(c | 0x20) || c == UInt8(ascii: "-") || c == UInt8(ascii: "_")
    }

    private mutating func value() throws(Mistake) -> Value {
        switch next {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): return .string(try string())
        case UInt8(ascii: "["): return .list(try list())
        case UInt8(ascii: "{"):
            throw Mistake(message: Text("tables within a line ({…}) are not read here", "таблицы внутри строки ({…}) здесь не читаются"), span: restOfLine)
        default: return try word()
        }
    }

    private mutating func word() throws(Mistake) -> Value {
        let start = at
        while let c = next, c > 0x20, c != UInt8(ascii: ","), c != UInt8(ascii: "]"), c != UInt8(ascii: "#") { at += 1 }
        let text = String(decoding: bytes[start..<at], as: UTF8.self)
        if text == "true" || text == "false" { return .bool(text == "true") }
        let digits = text.replacing("_", with: "")
        if !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(digits), digits == "0" || !digits.hasPrefix("0"),
            !text.hasPrefix("_"), !text.hasSuffix("_"), !text.contains("__")
        {
            return .number(number)
        }
        throw Mistake(
            message: text.isEmpty
                ? Text("a value belongs here", "здесь должно стоять значение")
                : Text("a text stands in quotes, and numbers are whole", "текст пишут в кавычках, а числа здесь целые"), span: Span(start, max(at, start)))
    }

    private mutating func list() throws(Mistake) -> [(text: String, span: Span)] {
        let open = at
        at += 1
        var out: [(text: String, span: Span)] = []
        while true {
            skipLines()
            if next == UInt8(ascii: "]") {
                at += 1
                return out
            }
            guard next != nil else { throw Mistake(message: Text("the list is not closed", "список не закрыт"), span: Span(open, open + 1)) }
            let start = at
            guard next == UInt8(ascii: "\"") || next == UInt8(ascii: "'") else {
                throw Mistake(message: Text("a list holds texts in quotes", "в списке стоят тексты в кавычках"), span: restOfLine)
            }
            out.append((try string(), Span(start, at)))
            skipLines()
            if next == UInt8(ascii: ",") {
                at += 1
            } else if next != UInt8(ascii: "]"), next != nil {
                throw Mistake(message: Text("a comma is missing here", "здесь не хватает запятой"), span: restOfLine)
            }
        }
    }

    /// Within a list lines may end.
    private mutating func skipLines() {
        while let c = next {
            if c == UInt8(ascii: "#") { skipComment() } else if c == 0x20 || c == 0x09 || c == 0x0A || c == 0x0D { at += 1 } else { return }
        }
    }

    private mutating func string() throws(Mistake) -> String {
        let (start, quote) = (at, bytes[at])
        if at + 2 < bytes.count, bytes[at + 1] == quote, bytes[at + 2] == quote {
            throw Mistake(message: Text("texts of several lines are not read here", "тексты из нескольких строк здесь не читаются"), span: restOfLine)
        }
        at += 1
        var out: [UInt8] = []
        while let c = next, c != 0x0A, c != 0x0D {
            at += 1
            if c == quote { return String(decoding: out, as: UTF8.self) }
            if c == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") { out += try escape() } else { out.append(c) }
        }
        throw Mistake(message: Text("the text has no closing quote", "у текста нет закрывающей кавычки"), span: Span(start, at))
    }

    private mutating func escape() throws(Mistake) -> [UInt8] {
        let start = at - 1
        let plain: [UInt8: UInt8] = [
            UInt8(ascii: "\""): 0x22, UInt8(ascii: "\\"): 0x5C, UInt8(ascii: "t"): 0x09, UInt8(ascii: "n"): 0x0A, UInt8(ascii: "r"): 0x0D,
        ]
        let letter = next
        at += 1
        if let letter, let byte = plain[letter] { return [byte] }
        let count = letter == UInt8(ascii: "u") ? 4 : letter == UInt8(ascii: "U") ? 8 : 0
        let end = min(bytes.count, at + count)
        if count > 0, end - at == count, let value = UInt32(String(decoding: bytes[at..<end], as: UTF8.self), radix: 16), let scalar = Unicode.Scalar(value),
            !Scalars.isForbidden(value)
        {
            at = end
            return Array(String(scalar).utf8)
        }
        throw Mistake(
            message: Text("no such escape: in '…' a backslash is itself", "такой записи нет: в '…' обратная черта — это она сама"),
            span: Span(start, min(at, bytes.count)))
    }
}
