import SfmTerms

/// One line of a script as the parser has read it: what the formatter and the translator go by.
struct ScriptLine {
    enum Kind: Equatable {
        case blank, comment
        /// A line that opens, closes or heads something, with the keyword that it begins with.
        case head(Keyword)
        case step, rule
        /// Further items of the list above.
        case continuation
        /// A row of an `examples` table.
        case row
        /// Not understood: kept as it is.
        case broken
    }

    var kind: Kind
    /// The line's number in the file, from 0.
    var number: Int
    /// Tokens without the newline.
    var tokens: Range<Int>
    var bytes: Range<Int>
    /// The token after the keyword of a head or a rule, or after a lead that means nothing; else the first.
    var keywordEnd: Int
    /// A title that is written without quotation marks, and its tokens with what stands before them.
    var title: (text: String, tokens: Range<Int>)?
    /// With its `#`, empty where there is none.
    var comment = ""
    var depth = 0
    /// The table whose row it is, or whose headers may stand in it.
    var table: Int?
    /// What it says; `nil` where it says nothing by itself, and in a scenario with a table, whose steps are read once a row.
    var node: LineNode?

    var opensBlock: Bool { if case .head(let keyword) = kind { keyword.opensBlock } else { false } }
}

/// What a line says.
indirect enum LineNode {
    case step(LineStep)
    case rule(RuleNode)
    case adopted(Instant, order: String?)
    case calendar(CalendarLine)
    case terms([(noun: RenamedNoun, term: String)])
    case words([OwnWordNode])
    case goal(GoalNode)
    case offLimits(OffLimitsNode)
    case explored(ExplorationLine)
}

/// The words that a step's line begins with.
struct LineLead {
    /// What `and` repeats: the word of the line above.
    var above: Keyword?
    var isAnd = false
    /// Whether its own first word says what it is.
    var isOwn = true
}

/// A step with the words that its line begins with.
struct LineStep {
    var node: StepNode
    var lead: LineLead
    /// In which language it is put as people say it: then it is written as the language has it.
    var spoken: Language?
}

/// A table of `examples`.
struct ScriptTable {
    var headers: [String] = []
    var rows: [[String]] = []
    /// The places of its rows among the lines.
    var rowLines: [Int] = []
    /// The lines of its scenario.
    var extent: Range<Int>
    /// What the steps of the scenario say in every row that was understood, by the numbers of their lines.
    var steps: [Int: [LineStep]] = [:]
    var isBroken = false
    /// Whether its rows stand in a file of their own.
    var isElsewhere = false
}
