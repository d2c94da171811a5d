import SfmSyntax

/// One thing that changed a session's world.
package enum JournalRecord: Equatable, Sendable {
    case text(String)
    /// A file's text, as it was when it was loaded, and the folder that it may read from.
    case load(folder: String, text: String)
    case undo(Int)
    case redo, reset
}

/// A journal as text: a plain script, with what no script can say in comments that begin with `#:`.
///
/// A text of one line stands as it is; of a longer one the line before says how many lines follow, so that a torn one is known.
package enum JournalFormat {
    static let signature = "# sfm journal 1"

    /// The beginning of a journal; `folder` is where the session's relative names lead from.
    static func header(folder: String) -> String {
        signature + " — sfm --resume\n#: folder " + escaped(folder) + "\n"
    }

    static func encode(_ record: JournalRecord) -> String {
        switch record {
        case .text(let text):
            let lines = lines(of: text)
            if lines.count == 1, !text.hasPrefix("#") { return text + "\n" }
            return "#: lines \(lines.count)\n" + lines.map { $0 + "\n" }.joined()
        case .load(let folder, let text):
            let lines = lines(of: text)
            return "#: load \(lines.count) " + escaped(folder) + "\n" + lines.map { $0 + "\n" }.joined()
        case .undo(let n): return "#: undo \(n)\n"
        case .redo: return "#: redo\n"
        case .reset: return "#: reset\n"
        }
    }

    /// What a journal holds.
    package struct Contents {
        var folder = "."
        package var records: [JournalRecord] = []
        /// The bytes up to the end of the last whole record.
        package var whole = 0
        /// What stands behind them: a record that was being written.
        var torn: String?
        /// The line from which on the journal cannot be understood.
        var damagedLine: Int?
    }

    /// Whether a session has begun the file, be it that the first line is torn.
    static func isOurs(_ bytes: [UInt8]) -> Bool { bytes.starts(with: signature.utf8) || Array(signature.utf8).starts(with: bytes) }

    package static func read(_ bytes: [UInt8]) -> Contents {
        var contents = Contents()
        var rest = Lines(bytes)
        guard let first = rest.next() else {
            contents.torn = bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
            return contents
        }
        guard first.hasPrefix(signature) else {
            contents.damagedLine = 1
            return contents
        }
        contents.whole = rest.offset
        while let line = rest.next() {
            guard line.hasPrefix("#:") else {
                contents.records.append(.text(line))
                contents.whole = rest.offset
                continue
            }
            let words = line.split(separator: " ", maxSplits: 3, omittingEmptySubsequences: false).map(String.init)
            let number = words.count > 2 ? Int(words[2]) : nil
            switch (words.count > 1 ? words[1] : "", number) {
            case ("folder", _) where words.count > 2: contents.folder = unescaped(words[2...].joined(separator: " "))
            case ("undo", let n?): contents.records.append(.undo(n))
            case ("redo", _): contents.records.append(.redo)
            case ("reset", _): contents.records.append(.reset)
            case ("lines", let n?):
                guard let text = rest.next(n) else { return contents.torn(rest.from(contents.whole)) }
                contents.records.append(.text(text))
            case ("load", let n?) where words.count > 3:
                guard let text = rest.next(n) else { return contents.torn(rest.from(contents.whole)) }
                contents.records.append(.load(folder: unescaped(words[3]), text: text))
            default:
                contents.damagedLine = rest.number
                return contents
            }
            contents.whole = rest.offset
        }
        return rest.offset < bytes.count ? contents.torn(rest.from(contents.whole)) : contents
    }

    /// Lines of a text, whatever ends them.
    private static func lines(of text: String) -> [String] {
        text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
    }

    private static func escaped(_ text: String) -> String { EditlineSource.HistoryFile.escaped(text) }
    private static func unescaped(_ text: String) -> String { EditlineSource.HistoryFile.unescaped(text) }

    /// Reads whole lines; what has no line feed behind it is no line.
    private struct Lines {
        private let bytes: [UInt8]
        private(set) var offset = 0
        private(set) var number = 0

        init(_ bytes: [UInt8]) { self.bytes = bytes }

        mutating func next() -> String? {
            guard let feed = bytes[offset...].firstIndex(of: UInt8(ascii: "\n")) else { return nil }
            defer { offset = feed + 1 }
            number += 1
            return String(decoding: bytes[offset..<feed], as: UTF8.self)
        }

        /// So many lines as one text; `nil` where there are fewer.
        mutating func next(_ n: Int) -> String? {
            var lines: [String] = []
            while lines.count < n {
                guard let line = next() else { return nil }
                lines.append(line)
            }
            return lines.joined(separator: "\n")
        }

        func from(_ start: Int) -> String { String(decoding: bytes[start...], as: UTF8.self) }
    }
}

extension JournalFormat.Contents {
    fileprivate func torn(_ text: String) -> Self {
        var copy = self
        copy.torn = text
        return copy
    }
}
