import SfmRuntime
import SfmSyntax
import SfmTerms

/// The end of a command that cannot go on; why has been said.
struct Stopped: Error {
    let status: ExitStatus
}

/// A command line that does not fit.
package struct UsageError: Error {
    package let message: Text
    /// The value that it is about, with a mark under its place; lines, made safe.
    package var excerpt: SafeText = ""

    static func excluding(_ a: String, _ b: String) -> UsageError {
        UsageError(message: Text("\(a) and \(b) exclude each other", "\(a) и \(b) вместе не бывают"))
    }

    /// A value and below it where in it, after so many characters, the mistake is.
    static func excerpt(_ value: String, at place: Int) -> SafeText {
        // Of a long value what stands around the place is enough.
        let from = max(0, place - 60)
        let shown = value.dropFirst(from).prefix(100)
        let before = SafeText((from > 0 ? "…" : "") + shown.prefix(place - from))
        let rest = SafeText(shown.dropFirst(place - from))
        return "     \(before)\(rest)\n     \(SafeText(repeating: " ", count: DisplayWidth.of(before)))^\n"
    }
}

/// The command line, taken apart by `OptionTable`: a field for whatever an option may say.
package struct Options: Sendable {
    package var command: String?
    /// What the table says of it; `nil` for a word that is no command.
    var entry: Command? { command.flatMap(CommandTable.find) }
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
    /// The names of the ready clauses that it is made of.
    package var clauses: [String] = []
    /// The regulation that a new policy is read from.
    package var text: String?
    /// The file that a question is asked after, and the scenario in it.
    package var after: String?
    package var scenario: String?
    /// Renews a test's expectations; `agrees` writes without asking.
    package var updates = false
    package var agrees = false
    /// The file that what explorations find goes to.
    package var save: String?
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
                if command == nil, !literal { command = CommandTable.find(word)?.name ?? word } else { arguments.append(word) }
            } else if word == "--" {
                literal = true
            } else {
                try take(word, &rest)
            }
        }
    }

    /// Whether an option is what help is asked about: `sfm help --max-fail`. Those of every command are theirs where a word follows that is one
    /// of their values.
    private func isTopic(_ word: String, _ next: String?) -> Bool {
        guard command == CommandTable.help.name, arguments.isEmpty, word.hasPrefix("--"), word.count > 2, !word.contains("=") else { return false }
        guard let option = OptionTable.ofEveryCommand.first(where: { $0.isCalled(word) }), option.value?.words.isEmpty == false else { return true }
        var trial = self
        return next.flatMap { try? trial.keep(option, word, $0) } == nil
    }

    private mutating func take(_ word: String, _ rest: inout ArraySlice<String>) throws(UsageError) {
        let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let inline = parts.count > 1 ? parts[1] : nil
        guard let option = OptionTable.find(parts[0]) else {
            let near = Suggestion.nearest(to: parts[0], among: OptionTable.all.map(\.name))
            throw UsageError(
                message: Text("there is no option \(word)", "нет параметра \(word)")
                    + (near.map { Text("; did you mean \($0)?", "; может быть, \($0)?") } ?? Text(same: "")))
        }
        given.append(option.name)
        guard option.value != nil else {
            if let inline, !inline.isEmpty, option.inline != nil { return try keep(option, parts[0], inline) }
            if inline != nil { throw UsageError(message: Text("\(parts[0]) takes no value", "у \(parts[0]) нет значения")) }
            return try keep(option, parts[0], "")
        }
        guard var value = inline ?? rest.popFirst() else { throw UsageError(message: Text("\(word) needs a value", "после \(word) нужно значение")) }
        while option.value?.goesOn == true, let next = rest.first, !next.hasPrefix("-"), value.hasSuffix(",") || next.hasPrefix(",") {
            value += next
            rest.removeFirst()
        }
        try keep(option, parts[0], value)
    }

    private mutating func keep(_ option: Option, _ word: String, _ value: String) throws(UsageError) {
        try option.keeper.keep(&self, GivenOption(word: word, value: value, words: (option.value ?? option.inline)?.words ?? []))
    }

    /// The language that a command line asks for, whatever else is wrong with it.
    static func language(in words: [String]) -> Language? {
        for (k, word) in words.enumerated().reversed() {
            if word.hasPrefix("--lang=") { return Language.called(String(word.dropFirst(7))) }
            if word == "--lang", k + 1 < words.count { return Language.called(words[k + 1]) }
        }
        return nil
    }
}
