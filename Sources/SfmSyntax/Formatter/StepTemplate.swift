import SfmTerms

/// A step of a scenario with `examples`, with what can stand in for its `<headers>` while it is parsed.
struct StepTemplate {
    /// A header outside of quotes.
    struct Use {
        let column: Int
        /// Whether it is the end of a name that has begun: `@<who>`.
        let isGlued: Bool
    }

    let code: String
    private(set) var uses: [Use] = []
    /// The columns that stand within quotes.
    private(set) var quoted: [Int] = []
    private let headers: [String]

    /// `nil` where no header stands in the step.
    init?(_ code: String, _ headers: [String]) {
        (self.code, self.headers) = (code, headers)
        var before = ""
        for piece in Self.pieces(code, headers) {
            if let column = piece.column {
                if piece.isQuoted {
                    quoted.append(column)
                } else {
                    uses.append(Use(column: column, isGlued: !before.isEmpty && before.last != " " && before.last != "("))
                }
            }
            if !piece.text.isEmpty { before = piece.text }
        }
        if uses.isEmpty, quoted.isEmpty { return nil }
    }

    /// The step with a value for every header outside of quotes, by its number among them.
    func filled(_ value: (Int, Use) -> String) -> String {
        var number = -1
        return Self.pieces(code, headers).map { piece in
            guard piece.column != nil, !piece.isQuoted else { return piece.text }
            number += 1
            return value(number, uses[number])
        }.joined()
    }

    func header(_ use: Use) -> String { "<\(headers[use.column])>" }

    private static func pieces(_ code: String, _ headers: [String]) -> [(text: String, column: Int?, isQuoted: Bool)] {
        var out: [(text: String, column: Int?, isQuoted: Bool)] = []
        var text = ""
        var rest = Substring(code)
        var isInString = false
        while let c = rest.first {
            if c == "<", let close = Parser.placeholderEnd(rest.dropFirst()), let column = headers.firstIndex(of: String(rest[..<close].dropFirst())) {
                out += [(text, nil, false), (String(rest[...close]), column, isInString)]
                text = ""
                rest = rest[rest.index(after: close)...]
                continue
            }
            if c == "\"" { isInString.toggle() }
            if c == "\\", isInString { text.append(rest.removeFirst()) }
            if let next = rest.popFirst() { text.append(next) }
        }
        return out + [(text, nil, false)]
    }
}

/// What the cells of a column are.
enum ColumnKind {
    case number, clause, string, handle, date, moment, label
    /// Words of the language: `allowed`, «учеников», `1 month`.
    case words

    init(_ cells: [String]) {
        func all(_ test: (String) -> Bool) -> Bool { cells.allSatisfy { !$0.isEmpty && test($0) } }
        func isDigit(_ b: UInt8) -> Bool { (0x30...0x39).contains(b) }
        if all({ Int($0) != nil }) {
            self = .number
        } else if all({ $0.utf8.count == 10 && $0.utf8.allSatisfy { isDigit($0) || $0 == 0x2E || $0 == 0x2D } }) {
            self = .date
        } else if all({ $0.utf8.count >= 15 && $0.utf8.allSatisfy { isDigit($0) || $0 == 0x2E || $0 == 0x2D || $0 == 0x3A || $0 == 0x20 } && $0.contains(":") })
        {
            self = .moment
        } else if all({ $0.utf8.allSatisfy { isDigit($0) || $0 == 0x2E } }) {
            self = .clause
        } else if all({ $0.hasPrefix("\"") }) {
            self = .string
        } else if all({ $0.hasPrefix("@") }) {
            self = .handle
        } else if all({ !$0.contains(" ") && $0.utf8.contains(where: isDigit) }) {
            self = .label
        } else {
            self = .words
        }
    }

    /// A value of the kind that no script has; `nil` for words.
    func standIn(_ index: Int) -> String? {
        switch self {
        // Five of anything takes the form in Russian that most numbers take.
        case .number: String(3575 + index * 1000)
        case .clause: "3575.\(index + 1)"
        case .string: "\"zq\(index)zq\""
        case .handle: "@zq\(index)zq"
        case .date: "\(11 + index % 17).03.2971"
        case .moment: "\(11 + index % 17).03.2971 10:00"
        case .label: "zq\(index)zq"
        case .words: nil
        }
    }
}
