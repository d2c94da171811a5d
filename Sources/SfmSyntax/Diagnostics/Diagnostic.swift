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
    // Names
    case unknownName = 301
    case lookAlike, ambiguous, nothingMentioned, whoForces
    // Policies
    case unknownPolicy = 401
    case unknownClause, wrongAttribute, duplicateClause, unknownTerm, extendsCycle, shippedPolicy, wrongType
    case duplicatePolicy, emptyList, duplicateList, termWithoutStart, unknownParty
    // Files
    case outsideRoot = 501
    case unreadable, includeCycle, notRegular, notAScript
    // Checks
    case nothingChecked = 601
    case duplicateTitle, emptyScenario, incompleteExercise, solutionFails, goalNotReached, solvedAtStart
    // Warnings about policies
    case coveredPermit = 701
    case impossibleRule, emptyClause, dutyWithoutTerm, sameClause, nobodyMay, waitingRules
    // Limits
    case tooManySteps = 901
    case includeTooDeep, fileTooLarge, nestedTooDeep, tooManyDiagnostics, tooManyMarks, tooManyPolicies, tooManyClauses, extendsTooDeep
    case tooMuchIncluded

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

public enum Severity: Sendable {
    case error, warning
}

/// A replacement that mends what a diagnostic found.
public struct FixIt: Equatable, Sendable {
    public var span: Span
    public var replacement: String

    public init(span: Span, replacement: String) {
        (self.span, self.replacement) = (span, replacement)
    }
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
    /// The way out, a line each.
    public var help: [Text] = []
    public var fix: FixIt?

    public init(
        _ code: DiagnosticCode, _ message: Text, _ span: Span, severity: Severity = .error, label: Text? = nil,
        help: [Text] = [], fix: FixIt? = nil
    ) {
        (self.code, self.message, self.span) = (code, message, span)
        (self.severity, self.label, self.help, self.fix) = (severity, label, help, fix)
    }
}
