import SfmTerms

/// The stable code of a diagnostic: printed as `SFM0301`, explained by `sfm explain SFM0301`.
package enum DiagnosticCode: Int, CaseIterable, Sendable {
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
    case duplicatePolicy, emptyList
    // Files
    case outsideRoot = 501
    case unreadable, includeCycle, notRegular, notAScript
    // Checks
    case nothingChecked = 601
    case duplicateTitle, emptyScenario, incompleteExercise, solutionFails, goalNotReached, solvedAtStart
    // Warnings about policies
    case coveredPermit = 701
    case impossibleRule, emptyClause, dutyWithoutTerm, sameClause, nobodyMay
    // Limits
    case tooManySteps = 901
    case includeTooDeep, fileTooLarge, nestedTooDeep, tooManyDiagnostics

    /// `SFM0301`.
    package var text: String {
        let digits = String(rawValue)
        return "SFM" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
    }

    /// Limits end with exit status 3, everything else that is wrong with a script with 2.
    package var isLimit: Bool { rawValue > 900 }

    /// Found by the lexer or the parser.
    package var isSyntax: Bool { rawValue < 300 }

    package init?(text: String) {
        guard let found = Self.allCases.first(where: { $0.text == text.uppercased() }) else { return nil }
        self = found
    }
}

package enum Severity: Sendable {
    case error, warning
}

/// A replacement that mends what a diagnostic found.
package struct FixIt: Equatable, Sendable {
    package var span: Span
    package var replacement: String

    package init(span: Span, replacement: String) {
        (self.span, self.replacement) = (span, replacement)
    }
}

/// What is wrong with a script: a value; `DiagnosticRenderer` draws it.
package struct Diagnostic: Sendable {
    package var code: DiagnosticCode
    package var severity: Severity = .error
    package var message: Text
    package var span: Span
    /// What stands under the caret.
    package var label: Text?
    /// Other places that belong to it, with what each is.
    package var related: [(span: Span, note: Text)] = []
    /// The way out, a line each.
    package var help: [Text] = []
    package var fix: FixIt?

    package init(
        _ code: DiagnosticCode, _ message: Text, _ span: Span, severity: Severity = .error, label: Text? = nil,
        help: [Text] = [], fix: FixIt? = nil
    ) {
        (self.code, self.message, self.span) = (code, message, span)
        (self.severity, self.label, self.help, self.fix) = (severity, label, help, fix)
    }
}
