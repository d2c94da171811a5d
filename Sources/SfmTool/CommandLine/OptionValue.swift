import SfmTerms

/// What stands behind an option: as help writes it, and what it may be.
struct OptionValue: Sendable {
    /// `FILE`, `ru|en`.
    let text: Text
    let kind: ValueKind

    init(_ en: String, _ ru: String, _ kind: ValueKind) { (text, self.kind) = (Text(en, ru), kind) }

    /// One of a few words.
    static func words(_ words: String...) -> OptionValue { self.words(words) }

    static func words(_ words: [String]) -> OptionValue {
        let text = words.joined(separator: "|")
        return OptionValue(text, text, .words(words))
    }

    static let number = OptionValue("N", "N", .free)
    static let script = OptionValue("FILE", "ФАЙЛ", .scripts)

    /// Whether a comma at its end says that it goes on with the next word, as in `--with "a", "b"`.
    var goesOn: Bool { kind == .readyClauses }

    /// The words that a closed choice offers.
    var words: [String] {
        guard case .words(let words) = kind else { return [] }
        return words
    }
}

/// What a value or an argument may be, by which completions know what to offer.
enum ValueKind: Equatable, Sendable {
    case words([String])
    /// Scripts and folders.
    case scripts
    case files(endings: [String])
    case policies(hasFiles: Bool)
    /// `FORMAT=PATH`.
    case reports([ReportFormat])
    /// A report whose format the end of its name says.
    case reportFiles([ReportFormat])
    /// A query of tags.
    case tags
    /// A whole title, and a query of the words of titles.
    case title, titleWords
    case acts, questions, codes, topics
    /// The clauses of the policy that the argument before it names.
    case clauses
    /// Names of ready clauses, between commas.
    case readyClauses
    /// A number, a name of one's own.
    case free

    /// The formats of a report.
    var formats: [ReportFormat] {
        switch self {
        case .reports(let formats), .reportFiles(let formats): formats
        case .words, .scripts, .files, .policies, .tags, .title, .titleWords, .acts, .questions, .codes, .topics, .clauses, .readyClauses, .free: []
        }
    }
}
