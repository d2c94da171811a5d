import SfmTerms

/// Reads tokens into a tree. Parsing never fails: what is wrong is a diagnostic, and the next line starts afresh.
///
/// The grammar, a production above each function that reads it (names in capitals come from the vocabulary):
///
///     script   := { item }
///     item     := USE-POLICY string | INCLUDE string | policy | background | scenario | exercise | step
public struct Parser {
    public let grammar: Grammar
    public var names: Names
    public internal(set) var diagnostics: [Diagnostic] = []
    /// Whether the text ended inside a block: a REPL reads on.
    public internal(set) var isIncomplete = false
    /// The files of the compilation; expanded rows of `examples` are files of their own.
    public var sources: [SourceFile]

    var tokens: [Token] = []
    /// The first words of all lines (`TokenStream.lineWords`).
    var lineWords: UInt64 = 0
    var i = 0
    /// Which keywords begin at the token that was asked about last: mostly none of those that a position allows.
    var keywordsHere = (at: -1, any: KeywordSet([]))
    var file: UInt16 = 0
    var depth = 0
    /// The kind of the step above, for `and`.
    var lastLead: Keyword?
    /// Reading a part of an act or fact must not complain about missing parts.
    var lenient = false
    /// The labels of the act or fact that is being read: a label ends a list.
    var continuationLabels: PhraseTable.Root?
    /// The act or fact that was read last, for messages.
    var current = Statement.none
    /// What stands after «когда» may be an event as well as a condition.
    var mayBeEvent = false
    /// Whose parts are being read.
    var narrowed = Narrowed.event
    var isInNorm: Bool { narrowed == .norm || narrowed == .ban }
    /// Where the acts of the rule that is being read end.
    var behindActs = 0
    /// How late it is where the text is being read, as far as its own lines say: a day without a year is one of its school year.
    public var clockInText = Instant.start
    /// The same where each scenario begins; `nil` where no background says.
    var clockOfScenarios: Instant?
    /// The lists of the policy that is being read.
    var listNames = ListNames()
    /// Blocks whose first line was not understood: their ends are no mistakes of their own.
    var headlessBlocks = 0
    /// Reading stopped at a limit: what is missing after it is no mistake of its own.
    var stopped = false
    let limits: SyntaxLimits
    /// Who reads the tables that the text names; `nil` where nobody does.
    public var files: (any TableFiles)?
    /// The tables that have been read, by the names of their files as they are shown; `nil` those with mistakes.
    var tables: [String: (number: UInt16, table: CSVTable?)] = [:]
    /// Whether a line that is refused may be one that is put as people say it.
    var mayReword = true
    /// What is said of the lines of the file at hand; `nil` where nobody wants to know.
    var lines: LineTable?
    /// Notes what could stand at one place of the text; `nil` where nobody asks.
    var probe: ExpectationProbe?

    /// Hands the names over: with two who have them, the next name would copy all.
    public mutating func takeNames() -> Names {
        defer { names = Names() }
        return names
    }

    public init(grammar: Grammar, names: Names = Names(), sources: [SourceFile] = [], limits: SyntaxLimits = .standard) {
        (self.grammar, self.names, self.sources, self.limits) = (grammar, names, sources, limits)
    }

    /// Parses one more file of the compilation.
    public mutating func parse(_ source: SourceFile) -> ScriptNode {
        let first = diagnostics.count
        begin(source)
        lines?.begin(tokens)
        let number = file
        let text = Array(diagnostics[first...])
        let script = parseScript()
        file = number
        blameUnknownWords(from: first)
        mendLayout(from: first)
        dropConsequences(ofTextErrors: text, from: first)
        return script
    }

    /// Makes a text the current one; its number is its place among the sources.
    mutating func begin(_ source: SourceFile) {
        file = UInt16(truncatingIfNeeded: sources.count)
        sources.append(source)
        i = 0
        keywordsHere.at = -1
        depth = 0
        lastLead = nil
        (isIncomplete, stopped, headlessBlocks) = (false, false, 0)
        if source.bytes.count > limits.fileBytes {
            diagnostics.append(.fileTooLarge(source.name, limit: limits.fileBytes, file: file))
            tokens = [Token(kind: .newline, word: 0, lower: 0, upper: 0), Token(kind: .end, word: 0, lower: 0, upper: 0)]
            lineWords = 0
            return
        }
        let stream = Lexer.lex(source, number: file, lexicon: grammar.lexicon, names: &names, limits: limits)
        diagnostics += stream.diagnostics
        (tokens, lineWords) = (stream.tokens, stream.lineWords)
    }

    /// An act or a fact by its number.
    enum Statement {
        case none
        case act(Int)
        case fact(Int)
    }

    /// How the act or fact that was read last is written.
    var currentForms: Forms? {
        switch current {
        case .none: nil
        case .act(let act): grammar.acts[act]
        case .fact(let fact): grammar.facts[fact]
        }
    }

    // MARK: - The four words

    @inline(__always)
    var token: Token { tokens[i] }

    @inline(__always)
    func at(_ kind: TokenKind) -> Bool { tokens[i].kind == kind }

    @inline(__always)
    mutating func accept(_ kind: TokenKind) -> Bool {
        guard tokens[i].kind == kind else { return false }
        i += 1
        return true
    }

    /// The user's mistake: reported with what belongs here.
    mutating func expect(_ kind: TokenKind, _ what: Text) -> Bool {
        if accept(kind) { return true }
        diagnostics.append(.expected(what, span, found: found))
        return false
    }

    /// Our own mistake.
    func presume(_ condition: Bool, _ what: StaticString) {
        precondition(condition, "parser: \(what)")
    }

    // MARK: - Positions

    @inline(__always)
    var span: Span { tokens[i].span(file) }
    @inline(__always)
    var atLineEnd: Bool { tokens[i].kind == .newline || tokens[i].kind == .end }

    func text(_ token: Token) -> String { sources[Int(file)].text(token.span(file)) }

    /// The text of the token at hand, or `nil` at the end of the line.
    var found: String? { atLineEnd ? nil : Self.clipped(text(token)) }

    /// A word as messages show it: a very long one is cut.
    public static func clipped(_ text: String, to length: Int = 40) -> String {
        text.utf8.count <= 2 * length ? text : Sanitizer.cut(text, to: length)
    }

    @inline(__always)
    func spanFrom(_ start: Int) -> Span {
        let last = max(start, i - 1)
        return Span(Int(tokens[start].lower), Int(tokens[last].upper), file: file)
    }

    @inline(__always)
    mutating func skipToLineEnd() {
        while !atLineEnd { i += 1 }
    }

    mutating func skipLine() {
        skipToLineEnd()
        _ = accept(.newline)
    }

    @inline(__always)
    mutating func skipBlankLines() {
        while at(.newline) { i += 1 }
    }
}

/// Which keywords may stand in a position.
struct KeywordSet {
    private var bits: UInt128 = 0

    init(_ words: [Keyword]) { for word in words { bits |= 1 &<< UInt128(word.rawValue) } }

    mutating func insert(_ word: UInt8) { bits |= 1 &<< UInt128(word) }

    @inline(__always)
    func shares(_ other: KeywordSet) -> Bool { bits & other.bits != 0 }

    @inline(__always)
    func has(_ word: Keyword) -> Bool { bits & (1 &<< UInt128(word.rawValue)) != 0 }

    static let items = KeywordSet([.usePolicy, .include, .policy, .background, .scenario, .exercise, .exploration, .end] + calendarWords)
    static let steps = KeywordSet(stepWords)
    static let end = KeywordSet([.end])
    /// What opens or ends something that lines stand deeper in.
    static let blocks = KeywordSet([.policy, .background, .scenario, .exercise, .exploration, .solution, .repeatBlock, .clause, .end])
    /// What a lead without a meaning of its own may stand before.
    static let afterLead = KeywordSet([.given, .expect, .force, .actAs, .actAsAnyone, .advance, .advanceTo, .today, .fulfilDuties])
    /// What begins a line of its own.
    static let neverAfterLead = KeywordSet([.and, .lead, .repeatBlock, .usePolicy, .include])
    static let decisions = KeywordSet([.allowed, .denied, .prohibited, .notGranted, .impossible])
    static let policy = KeywordSet([.clause, .extends, .calls, .title, .adopted, .platform, .note, .end, .inForce] + calendarWords + Keyword.declarations)
    static let declarations = KeywordSet(Keyword.declarations)
    static let clause = KeywordSet(
        [.permit, .forbid, .oblige, .states, .list, .note, .clause, .end, .extends, .calls, .title, .adopted, .platform, .inForce]
            + calendarWords + Keyword.declarations)
    /// The lines of a calendar that policies and scripts share.
    static let calendarWords: [Keyword] = [.workingDays, .daysOff, .alsoWorking, .period, .schoolYear]
    static let calendar = KeywordSet(calendarWords + [.inForce])
    static let norms = KeywordSet([.permit, .forbid, .oblige])
    static let exercise = KeywordSet([.story, .points, .goal, .hint, .offLimits, .solution])
    /// What a line of an exercise may begin with.
    static let exerciseLines = KeywordSet([.story, .points, .goal, .hint, .offLimits, .solution, .end] + stepWords)
    private static let stepWords: [Keyword] = [
        .given, .expect, .and, .lead, .force, .actAs, .actAsAnyone, .advance, .advanceTo, .today, .fulfilDuties, .repeatBlock, .usePolicy,
        .include,
    ]
    static let offLimits = KeywordSet([.force, .fulfilDuties])
    static let exploration = KeywordSet([.people, .acts, .withinSteps, .againstPolicy, .never, .always, .reachable])
    /// What tells where the scenario at hand ends, and whether it has a table.
    static let examples = KeywordSet([.examples, .repeatBlock, .end, .scenario, .background, .exploration])
    static let scenario = KeywordSet([.scenario])
    /// What a scenario says of itself under its head.
    static let marks = KeywordSet([.skip, .knownFailure])
    static let citation = KeywordSet([.clause])
}

/// How much text and nesting a script may have (LANGUAGE.md 10).
public struct SyntaxLimits: Sendable {
    /// Of a file, and of what expanding the rows of one `examples` table makes.
    public var fileBytes = 10 * 1024 * 1024
    public var nesting = 64
    /// Marks behind one letter: what brings a text into one form sorts them. As many as Unicode's stream-safe texts have.
    public var marks = 30
    public var diagnostics = 100

    public static let standard = SyntaxLimits()

    public init() {}
}
