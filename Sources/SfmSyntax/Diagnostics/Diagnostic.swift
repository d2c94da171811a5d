import SfmTerms

/// The stable code of a diagnostic: printed as `SFM0301`, explained by `sfm explain SFM0301`.
public enum DiagnosticCode: Int, CaseIterable, Sendable {
    // Text
    case invalidUTF8 = 101
    case legacyEncoding, forbiddenCharacter, unterminatedString, badEscape, strayCharacter
    // Syntax
    case unknownStatement = 201
    case missingPart, unexpectedRest, unclosedBlock, strayEnd, misplaced, badDate, badNumber
    case wrongDoer, doubledPart, unquotedName, badTable, nothingToRepeat, expected, unknownFact, whoOrWhom
    case unknownColumn = 231
    case doubledColumn
    // Names
    case unknownName = 301
    case lookAlike, ambiguous, nothingMentioned, whoForces
    // Policies
    case unknownPolicy = 401
    case unknownClause, wrongAttribute, duplicateClause, unknownTerm, extendsCycle, shippedPolicy, wrongType
    case duplicatePolicy, emptyList, duplicateList, termWithoutStart, unknownParty, noCalendar
    // Words of a policy's own
    case unknownWord = 421
    case duplicateWord, effectWithoutPart
    // Files
    case outsideRoot = 501
    case unreadable, includeCycle, notRegular, notAScript, badSettings
    // Checks
    case nothingChecked = 601
    case duplicateTitle, emptyScenario, incompleteExercise, solutionFails, goalNotReached, solvedAtStart, nothingAsked
    // Warnings about policies
    case coveredPermit = 701
    case impossibleRule, emptyClause, dutyWithoutTerm, sameClause, nobodyMay, waitingRules, unusedWord, unsetMark
    // Warnings about scripts
    case unusedColumn = 781
    case idleProperty, idleAct
    // Limits
    case tooManySteps = 901
    case includeTooDeep, fileTooLarge, nestedTooDeep, tooManyDiagnostics, tooManyMarks, tooManyPolicies, tooManyClauses, extendsTooDeep
    case tooMuchIncluded, tooManyRunSteps, tooManyObjects, tooMuchOutput, tooManyStates

    /// `SFM0301`.
    public var text: String {
        let digits = String(rawValue)
        return "SFM" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
    }

    /// Limits end with exit status 3, everything else that is wrong with a script with 2.
    public var isLimit: Bool { rawValue > 900 }

    /// Found by the lexer or the parser.
    public var isSyntax: Bool { rawValue < 300 }

    public init?(text: String) {
        guard let found = Self.allCases.first(where: { $0.text == text.uppercased() }) else { return nil }
        self = found
    }
}

extension Diagnostic {
    /// The same without its rows where every row of several makes the mistake: then it is none of theirs.
    public func sparingRows(_ sources: [SourceFile]) -> Diagnostic {
        guard rows > 1, sources.indices.contains(Int(span.file)), let row = sources[Int(span.file)].row, rows >= row.count else { return self }
        var copy = self
        copy.related.removeAll { $0.note == Self.ofThisRow }
        return copy
    }

    /// The same, with the row of a table that its line was made with, where it stands on one that was.
    public func namingRow(_ sources: [SourceFile]) -> Diagnostic {
        guard rows == 0, sources.indices.contains(Int(span.file)), let row = sources[Int(span.file)].row else { return self }
        guard row.shapes(line: sources[Int(span.file)].reportedLine(of: Int(span.lower))) else { return self }
        var copy = self
        copy.related.append((row.span, Self.ofThisRow))
        copy.rows = 1
        return copy
    }

    private static let ofThisRow = Text("with this row of the table", "с этой строкой таблицы")
    private static let mostRows = 5

    /// Takes over the rows in which the same mistake was found again.
    public mutating func join(_ other: Diagnostic) {
        rows += other.rows
        for (span, note) in other.related where note == Self.ofThisRow && !related.contains(where: { $0.span == span }) {
            guard related.count(where: { $0.note == Self.ofThisRow }) < Self.mostRows else { return }
            related.append((span, note))
        }
    }
}

public enum Severity: Sendable {
    case error, warning

    public var name: Text { self == .error ? Text("error", "ошибка") : Text("warning", "предупреждение") }
}

/// What is wrong with a script: a value; `DiagnosticRenderer` draws it.
public struct Diagnostic: Sendable {
    public var code: DiagnosticCode
    public var severity: Severity = .error
    public var message: Text
    public var span: Span
    /// What stands under the caret.
    public var label: Text?
    /// Other places that belong to it, with what each is.
    public var related: [(span: Span, note: Text)] = []
    /// In how many rows of a table it was found.
    var rows = 0
    /// The way out, a line each.
    public var help: [Text] = []
    /// Changes that may mend it, the likeliest first; several where it is a question which was meant.
    public var fixes: [FixIt] = []

    public init(
        _ code: DiagnosticCode, _ message: Text, _ span: Span, severity: Severity = .error, label: Text? = nil,
        help: [Text] = [], fixes: [FixIt] = []
    ) {
        (self.code, self.message, self.span) = (code, message, span)
        (self.severity, self.label, self.help, self.fixes) = (severity, label, help, fixes)
    }

    /// The change that `--fix` writes, where one is beyond doubt and no other could be meant.
    public var certainFix: FixIt? {
        guard fixes.count == 1, let fix = fixes.first, fix.grade == .certain else { return nil }
        return fix
    }

    /// “did you mean A or B?”: a question, whatever it is that was not understood.
    public static func question(_ phrases: [String]) -> Text {
        let en = phrases.map { $0.hasPrefix("@") ? $0 : "“\($0)”" }
        let ru = phrases.map { $0.hasPrefix("@") ? $0 : "«\($0)»" }
        func list(_ words: [String], _ or: String) -> String {
            words.count < 2 ? words.joined() : words.dropLast().joined(separator: ", ") + or + words[words.count - 1]
        }
        return Text("did you mean \(list(en, " or "))?", "может быть, \(list(ru, " или "))?")
    }
}
