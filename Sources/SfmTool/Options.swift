import SfmRuntime
import SfmSyntax
import SfmTerms

/// Exit statuses: a promise to scripts and CI (README lists them).
package enum ExitStatus: Int32, CaseIterable, Sendable {
    case ok = 0
    case failed = 1
    case invalid = 2
    case limit = 3
    case nothing = 4
    case usage = 64
    case bug = 70
    case unwritable = 74
    case interrupted = 130
}

extension ExitStatus {
    /// That of what is wrong: a limit that was hit, or a script that is not valid.
    init(of diagnostics: some Sequence<Diagnostic>) { self = diagnostics.contains { $0.code.isLimit } ? .limit : .invalid }
}

/// The end of a command that cannot go on; why has been said.
struct Stopped: Error {
    let status: ExitStatus
}

/// A command line that does not fit.
package struct UsageError: Error {
    package let message: Text
    /// The value that it is about, with a mark under its place; lines, made safe.
    package var excerpt = ""

    /// A value and below it where in it, after so many characters, the mistake is.
    static func excerpt(_ value: String, at place: Int) -> String {
        // Of a long value what stands around the place is enough.
        let from = max(0, place - 60)
        let shown = value.dropFirst(from).prefix(100)
        let before = Sanitizer.text((from > 0 ? "…" : "") + shown.prefix(place - from))
        let rest = Sanitizer.text(String(shown.dropFirst(place - from)))
        return "     \(before)\(rest)\n     " + String(repeating: " ", count: DisplayWidth.of(before)) + "^\n"
    }
}

/// The command line, taken apart: the same options for every command.
package struct Options: Sendable {
    package var command: String?
    package var arguments: [String] = []
    /// The files and folders named, else the working folder.
    var paths: [String] { arguments.isEmpty ? ["."] : arguments }
    package var language: Language?
    package var colour: String?
    package var format: String?
    package var policies: [String]?
    package var act: String?
    package var showsAll = false
    package var fixes = false
    package var writes = false
    package var allWarnings = false
    package var checksOnly = false
    package var translation: Language?
    package var jobs: Int?
    /// `FORMAT=PATH`, as they are given.
    package var reports: [String] = []
    package var showsTimes = false
    package var lists = false
    /// The shipped policy that a new one starts from, and the file it goes to.
    package var base: String?
    package var output: String?
    /// The file that a question is asked after, and the scenario in it.
    package var after: String?
    package var scenario: String?
    /// Renews a test's expectations; `agrees` writes without asking.
    package var updates = false
    package var agrees = false
    /// Goes on with a session that did not end well.
    package var resumes = false
    package var wantsHelp = false
    package var wantsVersion = false
    /// The file of settings named, and whether none is to be used.
    package var config: String?
    package var ignoresConfig = false
    /// The language that the settings of the project name.
    package var projectLanguage: Language?
    /// The file that settings were taken from.
    package var settingsFile: String?
    package var limits = ScriptLimits()
    /// What is run, in which order and how long.
    package var tests = TestOptions()

    /// Every option given, by its whole name.
    package private(set) var given: [String] = []

    package init(_ words: [String]) throws(UsageError) {
        var rest = words[...]
        var literal = false
        while let word = rest.popFirst() {
            if isTopic(word, rest.first) {
                arguments.append(word)
                continue
            }
            if literal || word == "-" || !word.hasPrefix("-") {
                if command == nil, !literal { command = CommandName(word)?.rawValue ?? word } else { arguments.append(word) }
            } else if word == "--" {
                literal = true
            } else {
                try take(word, &rest)
            }
        }
    }

    /// Whether an option is what help is asked about: `sfm help --max-fail`. Those of every command are theirs where a value follows.
    private func isTopic(_ word: String, _ next: String?) -> Bool {
        guard command == CommandName.help.rawValue, arguments.isEmpty, word.hasPrefix("--"), word.count > 2, !word.contains("=") else { return false }
        switch OptionName(word: word) {
        case .lang: return next.flatMap(Self.language) == nil
        case .color: return next.map(Self.colours.contains) != true
        default: return true
        }
    }

    private static let colours = ["auto", "always", "never"]

    private mutating func take(_ word: String, _ rest: inout ArraySlice<String>) throws(UsageError) {
        let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let option = OptionName(word: parts[0])
        given.append(option?.rawValue ?? parts[0])
        var inline = parts.count > 1 ? parts[1] : nil
        func value() throws(UsageError) -> String {
            if let given = inline {
                inline = nil
                return given
            }
            guard let next = rest.popFirst() else {
                throw UsageError(message: Text("\(word) needs a value", "после \(word) нужно значение"))
            }
            return next
        }
        if let option {
            try set(option, parts[0], value)
        } else if let limit = LimitOption.all.first(where: { $0.name == parts[0] }) {
            limits[keyPath: limit.limit] = try Self.number(value(), parts[0], most: limit.most)
        } else {
            let near = Suggestion.nearest(to: parts[0], among: OptionName.allCases.map(\.rawValue) + LimitOption.all.map(\.name))
            throw UsageError(
                message: Text("there is no option \(word)", "нет параметра \(word)")
                    + (near.map { Text("; did you mean \($0)?", "; может быть, \($0)?") } ?? Text(same: "")))
        }
        if inline != nil { throw UsageError(message: Text("\(parts[0]) takes no value", "у \(parts[0]) нет значения")) }
    }

    private mutating func set(_ option: OptionName, _ word: String, _ value: () throws(UsageError) -> String) throws(UsageError) {
        switch option {
        case .help: wantsHelp = true
        case .version: wantsVersion = true
        case .lang: language = try Self.language(value(), word)
        case .color: colour = try Self.one(of: Self.colours, value(), word)
        case .format: format = try value()
        case .policy: policies = try (policies ?? []) + Self.names(value(), word)
        case .act: act = try value()
        case .all: showsAll = true
        case .fix: fixes = true
        case .resume: resumes = true
        case .after: after = try value()
        case .scenario: scenario = try value()
        case .update: updates = true
        case .yes: agrees = true
        case .allWarnings: allWarnings = true
        case .write: writes = true
        case .check: checksOnly = true
        case .from: base = try value()
        case .output: output = try value()
        case .to: translation = try Self.language(value(), word)
        case .report: reports.append(try value())
        case .timings: showsTimes = true
        case .list: lists = true
        case .jobs: jobs = try Self.number(value(), word)
        case .filter: tests.filters.append(try TestOptions.query(value(), .filter, word))
        case .tag: tests.tags.append(try TestOptions.query(value(), .tag, word))
        case .failFast: tests.mostFailures = 1
        case .maxFail: tests.mostFailures = try Self.number(value(), word)
        case .lastFailed: tests.repeatsFailed = true
        case .order: tests.order = try TestOptions.Order(rawValue: Self.one(of: TestOptions.Order.allCases.map(\.rawValue), value(), word)) ?? .file
        case .seed: tests.seed = try TestOptions.seed(value())
        case .watch: tests.watches = true
        case .affected: tests.takesAffected = true
        case .shard: tests.shard = try TestOptions.shard(value())
        case .threshold: tests.threshold = try TestOptions.threshold(value())
        case .mutants: tests.mutates = true
        case .config: config = try value()
        case .noConfig: ignoresConfig = true
        }
    }

    private static func language(_ text: String, _ word: String) throws(UsageError) -> Language {
        guard let language = language(text) else { throw UsageError(message: Text("\(word) is ru or en", "\(word) — это ru или en")) }
        return language
    }

    private static func language(_ text: String) -> Language? {
        switch text.lowercased() {
        case "ru", "русский": .russian
        case "en", "английский": .english
        default: nil
        }
    }

    /// The language that a command line asks for, whatever else is wrong with it.
    static func language(in words: [String]) -> Language? {
        for (k, word) in words.enumerated().reversed() {
            if word.hasPrefix("--lang=") { return language(String(word.dropFirst(7))) }
            if word == "--lang", k + 1 < words.count { return language(words[k + 1]) }
        }
        return nil
    }

    /// What stands between commas.
    private static func names(_ text: String, _ word: String) throws(UsageError) -> [String] {
        let names = text.split(separator: ",").map(String.init)
        guard !names.isEmpty else { throw UsageError(message: Text("\(word) needs the name of a policy", "после \(word) нужно название порядка")) }
        return names
    }

    static func one(of known: [String], _ text: String, _ word: String) throws(UsageError) -> String {
        guard known.contains(text) else {
            let list = known.joined(separator: ", ")
            throw UsageError(message: Text("\(word) is one of: \(list)", "\(word) — одно из: \(list)"))
        }
        return text
    }

    static func number(_ text: String, _ word: String, most: Int = .max) throws(UsageError) -> Int {
        guard let n = Int(text), n > 0 else { throw UsageError(message: Text("\(word) needs a whole number from 1", "после \(word) нужно целое число от 1")) }
        guard n <= most else { throw UsageError(message: Text("\(word) goes up to \(most)", "\(word) — не больше \(most)")) }
        return n
    }
}
