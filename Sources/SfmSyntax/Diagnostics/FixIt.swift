import SfmTerms

/// A change of a text: what stands in the place of a span.
public struct Edit: Equatable, Sendable {
    public let span: Span
    public let replacement: String

    public init(span: Span, replacement: String) {
        (self.span, self.replacement) = (span, replacement)
    }
}

/// A change that may mend what a diagnostic found.
///
/// Whether it is certain is not said but shown: whoever makes one gives the evidence (what was typed and what was meant), and where that
/// does not hold the fix is a question. Only certain ones are written by `sfm check --fix`. Nearness in letters is no evidence.
public struct FixIt: Equatable, Sendable {
    public enum Grade: String, Sendable {
        case certain, perhaps
    }

    public let grade: Grade
    public let edit: Edit

    public var span: Span { edit.span }
    public var replacement: String { edit.replacement }

    private init(_ isCertain: Bool, _ span: Span, _ replacement: String) {
        grade = isCertain ? .certain : .perhaps
        edit = Edit(span: span, replacement: replacement)
    }

    /// A guess: shown, and left to the writer.
    public static func perhaps(_ span: Span, _ replacement: String) -> FixIt { FixIt(false, span, replacement) }

    /// As a report kept it: it is shown, and written by nobody.
    public static func recorded(_ span: Span, _ replacement: String, isCertain: Bool) -> FixIt { FixIt(isCertain, span, replacement) }

    /// The same picture in the letters of one alphabet. The name or word `meant` may stand in the text as something else, as in quotes.
    public static func lookAlike(_ span: Span, typed: String, meant: String, written replacement: String? = nil) -> FixIt {
        FixIt(Confusables.areLetterTwins(typed, meant) && (Confusables.mixesAlphabets(typed) || !Confusables.mixesAlphabets(meant)), span, replacement ?? meant)
    }

    /// What the same keys give on the other keyboard layout.
    public static func otherLayout(_ span: Span, typed: String, meant: String, written replacement: String? = nil) -> FixIt {
        let (from, to) = (typed.lowercased(), meant.lowercased())
        return FixIt(from != to && [KeyboardLayout.russian(from), KeyboardLayout.latin(from)].contains(to), span, replacement ?? meant)
    }

    /// Words that are run together, with the spaces between them.
    public static func spacing(_ span: Span, typed: String, meant: String) -> FixIt {
        func letters(_ text: String) -> String { String(text.lowercased().filter { $0 != " " && $0 != "\u{A0}" }.map { $0 == "ё" ? "е" : $0 }) }
        return FixIt(typed != meant && letters(typed) == letters(meant), span, meant)
    }

    /// A full stop behind the last word of a line, as prose has it.
    static func withoutFinalSign(_ span: Span, _ sign: String) -> FixIt { FixIt(sign == ".", span, "") }

    /// Quotation marks and colons alone, where no other place for them could be meant: which place that is its maker has to know.
    public static func marks(_ span: Span, typed: String, meant: String) -> FixIt {
        func words(_ text: String) -> [Unicode.Scalar] { text.unicodeScalars.filter { !"\"«»“”„:".unicodeScalars.contains($0) } }
        return FixIt(typed != meant && words(typed) == words(meant), span, meant)
    }

    /// Several words of a text, from the first to the last, each with its evidence: as certain as the least certain of them.
    static func words(_ changes: [WordChange], of source: SourceFile, _ evidence: (Span, String, String, String?) -> FixIt) -> FixIt? {
        guard let first = changes.first, let last = changes.last else { return nil }
        var out = ""
        var at = Int(first.span.lower)
        for change in changes {
            out += source.text(Span(at, Int(change.span.lower), file: change.span.file)) + change.meant
            at = Int(change.span.upper)
        }
        let isCertain = changes.allSatisfy { evidence($0.span, source.text($0.span), $0.meant, nil).grade == .certain }
        return FixIt(isCertain, first.span.union(last.span), out)
    }

    /// Without a character that nobody sees, with an ordinary space for one of another kind. Of those that end a line or turn its direction
    /// around it is a question what was meant.
    static func withoutInvisible(_ span: Span, _ value: UInt32) -> FixIt {
        Scalars.isOddSpace(value) ? FixIt(true, span, " ") : FixIt(Scalars.isZeroWidth(value), span, "")
    }

    /// `fix: "10А"`, as messages put it.
    public var words: Text {
        guard !replacement.isEmpty else { return Text("fix: delete it", "исправить: удалить") }
        guard replacement != " " else { return Text("fix: an ordinary space", "исправить: обычный пробел") }
        return Text("fix: \(replacement)", "исправить: \(replacement)")
    }

    /// The same change as a question: something else has shown that it is not beyond doubt.
    public var asQuestion: FixIt { .perhaps(span, replacement) }
}

/// A word that was typed, by its place, and the one that was meant.
struct WordChange {
    let span: Span
    let meant: String
}
