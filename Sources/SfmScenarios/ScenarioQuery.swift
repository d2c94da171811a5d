import SfmSyntax
import SfmTerms

/// What `--filter` and `--tag` ask of a scenario: words joined by `and`, `or`, `not` and parentheses, in either language.
///
///     query := side { OR side };  side := part { AND part };  part := NOT part | "(" query ")" | words
package struct ScenarioQuery: Sendable {
    package enum Kind: Sendable {
        /// Words are a piece of a title or a path, with `*` or `?` the whole of one.
        case filter
        /// A word is a tag; `a,b` is one of them, `!a` not that one.
        case tag
    }

    /// What joins two conditions or denies one; its words, the usual one first.
    package enum Operator: CaseIterable, Sendable {
        case and, or, not

        package var english: [String] {
            switch self {
            case .and: ["and"]
            case .or: ["or"]
            case .not: ["not"]
            }
        }

        package var russian: [String] {
            switch self {
            case .and: ["и"]
            case .or: ["или", "либо"]
            case .not: ["не"]
            }
        }
    }

    private indirect enum Node: Sendable {
        /// The place of its words.
        case words(Int)
        case not(Node)
        case all([Node])
        case any([Node])
    }

    /// As it was written.
    package let text: String
    package let kind: Kind
    /// What it asks for, word by word, in the order in which it is written.
    package private(set) var words: [String] = []
    /// The same as they are compared.
    private var folded: [String] = []
    /// Where words have a quotation mark or a parenthesis that has no other.
    private var unpaired: (at: Int, message: Text)?
    private var root = Node.all([])

    /// Whether it says more than one word, or that one is not to be there.
    package var isCompound: Bool { if case .words = root { false } else { true } }

    /// Why a query cannot be read, and where: after so many characters.
    package struct Mistake: Error, Sendable {
        package let message: Text
        package let at: Int
    }

    package init(_ text: String, _ kind: Kind) throws(Mistake) {
        (self.text, self.kind) = (text, kind)
        var reader = QueryReader(text, kind)
        root = try query(&reader, depth: 0)
        if case .close? = reader.peek { throw Mistake(message: Text("this parenthesis closes nothing", "эта скобка ничего не закрывает"), at: reader.place) }
        // One title may have a mark of its own; among operators it is a slip.
        if let unpaired, kind == .tag || isCompound { throw Mistake(message: unpaired.message, at: unpaired.at) }
        folded = words.map(Selection.folded)
    }

    // MARK: - Reading

    private static let deepest = 64

    private mutating func query(_ reader: inout QueryReader, depth: Int) throws(Mistake) -> Node {
        var sides = [try side(&reader, depth)]
        while case .or? = reader.peek {
            reader.next()
            sides.append(try side(&reader, depth))
        }
        return sides.count == 1 ? sides[0] : .any(sides)
    }

    private mutating func side(_ reader: inout QueryReader, _ depth: Int) throws(Mistake) -> Node {
        var parts = [try part(&reader, depth)]
        while case .and? = reader.peek {
            reader.next()
            parts.append(try part(&reader, depth))
        }
        if case .words? = reader.peek {
            throw Mistake(message: Text("“and” or “or” is missing here", "здесь не хватает «и» или «или»"), at: reader.place)
        }
        if case .open? = reader.peek {
            throw Mistake(message: Text("“and” or “or” is missing here", "здесь не хватает «и» или «или»"), at: reader.place)
        }
        return parts.count == 1 ? parts[0] : .all(parts)
    }

    private mutating func part(_ reader: inout QueryReader, _ depth: Int) throws(Mistake) -> Node {
        guard depth < Self.deepest else {
            throw Mistake(
                message: Text("parentheses and “not” nest deeper than \(Self.deepest)", "скобки и «не» вложены глубже \(Self.deepest)"), at: reader.place)
        }
        let at = reader.place
        switch reader.peek {
        case .not?:
            reader.next()
            return .not(try part(&reader, depth + 1))
        case .open?:
            reader.next()
            let inner = try query(&reader, depth: depth + 1)
            guard case .close? = reader.peek else {
                throw Mistake(message: Text("the parenthesis is not closed", "скобка не закрыта"), at: at)
            }
            reader.next()
            return inner
        case .words(let words)?:
            reader.next()
            return try operand(words, at)
        case .and?, .or?, .close?, nil:
            let words = Text("what to look for is missing here", "здесь не сказано, что искать")
            throw Mistake(message: kind == .tag ? Text("a tag is missing here", "здесь не хватает метки") : words, at: at)
        }
    }

    /// Words between operators; of tags a list with commas is one of them, and `!` in front of it none.
    private mutating func operand(_ text: QueryReader.Words, _ at: Int) throws(Mistake) -> Node {
        if !text.isQuoted, unpaired == nil {
            let (opened, closed) = (text.text.count { $0 == "(" }, text.text.count { $0 == ")" })
            if QueryReader.opensQuote(text.text) {
                unpaired = (at, Text("the quotation mark is not closed", "кавычка не закрыта"))
            } else if closed > opened {
                unpaired = (at, Text("this parenthesis closes nothing", "эта скобка ничего не закрывает"))
            }
        }
        guard kind == .tag else { return add(text.text) }
        let isDenied = !text.isQuoted && text.text.hasPrefix("!")
        let list = isDenied ? String(text.text.dropFirst()) : text.text
        let tags = text.isQuoted ? [list] : list.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        guard tags.allSatisfy({ !$0.isEmpty }) else { throw Mistake(message: Text("a tag is missing here", "здесь не хватает метки"), at: at) }
        let nodes = tags.map { add($0) }
        let any = nodes.count == 1 ? nodes[0] : .any(nodes)
        return isDenied ? .not(any) : any
    }

    private mutating func add(_ word: String) -> Node {
        words.append(word)
        return .words(words.count - 1)
    }

    // MARK: - Asking

    /// Whether it holds of a scenario of which these are the places or the tags, folded.
    package func holds(_ own: [String]) -> Bool { holds(root, own) }

    private func holds(_ node: Node, _ own: [String]) -> Bool {
        switch node {
        case .words(let k): fits(k, own)
        case .not(let inner): !holds(inner, own)
        case .all(let parts): parts.allSatisfy { holds($0, own) }
        case .any(let parts): parts.contains { holds($0, own) }
        }
    }

    /// Whether the words at a place are found by themselves.
    package func fits(_ k: Int, _ own: [String]) -> Bool {
        let word = folded[k]
        switch kind {
        case .tag: return own.contains(word)
        case .filter:
            let isGlob = word.contains("*") || word.contains("?")
            return own.contains { isGlob ? Glob.matches(word, $0) : $0.contains(word) }
        }
    }
}

/// A query word by word. An operator counts where one may stand, so that a word of a title is no `not` in its middle; in quotes nothing is
/// an operator.
struct QueryReader {
    struct Words {
        let text: String
        let isQuoted: Bool
    }

    enum Token {
        case and, or, not, open, close
        case words(Words)

        init(_ one: ScenarioQuery.Operator) {
            self =
                switch one {
                case .and: .and
                case .or: .or
                case .not: .not
                }
        }
    }

    private let text: [Character]
    private let kind: ScenarioQuery.Kind
    private var at = 0
    /// Parentheses that are open.
    private var open = 0
    private var expectsPart = true
    private(set) var peek: Token?
    /// Where it begins.
    private(set) var place = 0

    init(_ text: String, _ kind: ScenarioQuery.Kind) {
        (self.text, self.kind) = (Array(text), kind)
        next()
    }

    private static let operators: [String: Token] = Dictionary(
        uniqueKeysWithValues: ScenarioQuery.Operator.allCases.flatMap { one in (one.english + one.russian).map { ($0, Token(one)) } })
    private static let quotes: [Character: Character] = ["\"": "\"", "«": "»", "“": "”", "„": "“", "'": "'"]

    /// Whether words begin with a quotation mark; one that was closed would have made them quoted.
    static func opensQuote(_ words: String) -> Bool { words.first.map { quotes[$0] != nil } ?? false }

    mutating func next() {
        while at < text.count, text[at].isWhitespace { at += 1 }
        place = at
        peek = token()
        switch peek {
        case .and, .or, .not, .open: expectsPart = true
        case .close, .words, nil: expectsPart = false
        }
    }

    private mutating func token() -> Token? {
        guard at < text.count else { return nil }
        if expectsPart, text[at] == "(" {
            at += 1
            open += 1
            return .open
        }
        if kind == .tag, text[at] == "!", text[(at + 1)...].first(where: { !$0.isWhitespace }) == "(" {
            at += 1
            return .not
        }
        if text[at] == ")", open > 0 || kind == .tag || expectsPart {
            at += 1
            open -= 1
            return .close
        }
        if expectsPart, let closer = Self.quotes[text[at]], let end = text[(at + 1)...].firstIndex(of: closer), ends(at: end + 1) {
            defer { at = end + 1 }
            return .words(Words(text: String(text[(at + 1)..<end]), isQuoted: true))
        }
        if let (found, end) = word(at).flatMap({ word in Self.operators[word.text].map { ($0, word.end) } }), stands(found) {
            at = end
            return found
        }
        return kind == .tag ? tags() : phrase()
    }

    /// What is quoted as a whole is followed by an operator, a parenthesis or the end; quotes within words are a part of them.
    private func ends(at start: Int) -> Bool {
        var k = start
        while k < text.count, text[k].isWhitespace { k += 1 }
        guard k < text.count, text[k] != ")" else { return true }
        return k > start && (word(k).flatMap { Self.operators[$0.text] } != nil || kind == .tag)
    }

    /// `not` begins a part, the others stand behind one.
    private func stands(_ token: Token) -> Bool {
        if case .not = token { return expectsPart || kind == .tag }
        return true
    }

    /// The letters that begin here, as operators are compared.
    private func word(_ start: Int) -> (text: String, end: Int)? {
        var end = start
        while end < text.count, !text[end].isWhitespace, text[end] != "(", text[end] != ")" { end += 1 }
        return end > start ? (String(text[start..<end]).lowercased(), end) : nil
    }

    /// A tag, or several with commas, behind which there may be blanks.
    private mutating func tags() -> Token {
        var out = ""
        while at < text.count {
            if text[at].isWhitespace {
                var k = at
                while k < text.count, text[k].isWhitespace { k += 1 }
                guard out.hasSuffix(",") || out == "!" || k < text.count && text[k] == "," else { break }
                at = k
                continue
            }
            if text[at] == "(" || text[at] == ")" { break }
            out.append(text[at])
            at += 1
        }
        return .words(Words(text: out, isQuoted: false))
    }

    /// Words up to an operator or the parenthesis that closes what is open; parentheses of their own belong to them.
    private mutating func phrase() -> Token {
        var out = ""
        var own = 0
        while at < text.count {
            if text[at] == ")" {
                if own == 0, open > 0 { break }
                own = max(0, own - 1)
            } else if text[at] == "(" {
                own += 1
            } else if out.last?.isWhitespace ?? false, own == 0, let found = word(at), let token = Self.operators[found.text] {
                if case .not = token {} else { break }
            }
            out.append(text[at])
            at += 1
        }
        while out.last?.isWhitespace ?? false { out.removeLast() }
        return .words(Words(text: out, isQuoted: false))
    }
}
