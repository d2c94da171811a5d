import SfmPolicy
import SfmRuntime
import SfmScenarios
import SfmSyntax
import SfmTerms

/// What may stand at the cursor of a command line, found in the tables of the options and commands.
struct CommandLineCompleter {
    private let console: Console
    private let language: Language
    private let table: CommandLineTable
    /// The same in English, by whose words a value is known.
    private let kinds = CommandLineTable(.english)
    private var command: CommandLineTable.Command?
    private var arguments: [String] = []
    private var given: [String: String] = [:]
    /// The option whose value stands at the cursor.
    private var pending: CommandLineTable.Option?
    private var isLiteral = false

    /// The words before the cursor.
    init(_ words: [String], _ console: Console) {
        self.console = console
        language = Options.language(in: words) ?? console.language ?? .english
        table = CommandLineTable(language)
        for word in words { take(word) }
    }

    private mutating func take(_ word: String) {
        if let option = pending {
            given[option.name] = word
            pending = nil
        } else if isLiteral || word == "-" || !word.hasPrefix("-") {
            if command == nil, !isLiteral {
                command = kinds.commands.first { $0.name == CommandName(word)?.rawValue } ?? .unknown
            } else {
                arguments.append(word)
            }
        } else if word == "--" {
            isLiteral = true
        } else {
            let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard let option = option(parts[0]) else { return }
            if parts.count > 1 { given[option.name] = parts[1] } else if option.value.isEmpty { given[option.name] = "" } else { pending = option }
        }
    }

    private func option(_ word: String) -> CommandLineTable.Option? {
        let name = OptionName(word: word)?.rawValue ?? word
        let own = command.map(\.options) ?? []
        return (own + kinds.everywhere).first { $0.name == name } ?? kinds.commands.flatMap(\.options).first { $0.name == name }
    }

    // MARK: - Candidates

    func candidates(_ current: String) -> [WordCandidate] {
        if let pending { return values(of: pending, current) }
        // An option may be what help is asked about.
        if let command, command.name == CommandName.help.rawValue, arguments.isEmpty { return values(command.arguments, current) }
        if current.hasPrefix("-"), current != "-", !isLiteral || command == nil {
            guard let equals = current.firstIndex(of: "=") else { return options }
            guard let option = option(String(current[..<equals])) else { return [] }
            let (name, value) = (String(current[...equals]), String(current[current.index(after: equals)...]))
            return values(of: option, value).map { WordCandidate(value: name + $0.value, note: $0.note) }
        }
        guard let command else {
            // In Russian once somebody types it so.
            let names = current.isEmpty ? table.commands.map { WordCandidate(value: $0.name, note: $0.summary) } : commands
            let fits = names.contains { $0.value.utf8.starts(with: current.utf8) }
            return fits ? names : CompletionFiles(console).scripts(current)
        }
        return arguments(of: command, current)
    }

    /// The commands by all their names.
    private var commands: [WordCandidate] {
        table.commands.flatMap { command in
            (CommandName(command.name)?.names ?? [command.name]).map { WordCandidate(value: $0, note: command.summary) }
        }
    }

    private var options: [WordCandidate] {
        let own = table.commands.first { $0.name == command?.name }?.options ?? []
        let names = (own + table.everywhere).map(\.name) + (CommandLineTable.unnamed[command?.name ?? "repl"] ?? []).sorted()
        return names.map { name in WordCandidate(value: name, note: OptionHelp.all(language).first { $0.name == name }?.meaning[language] ?? "") }
    }

    private func arguments(of command: CommandLineTable.Command, _ current: String) -> [WordCandidate] {
        // `merge OUT.json …`, `policy NAME`: a word of its own comes first.
        let words = command.arguments.split(separator: " ").map(String.init)
        if let first = words.first, first.allSatisfy({ $0.isLowercase }) {
            if arguments.isEmpty { return [WordCandidate(value: first, note: table.commands.first { $0.name == command.name }?.summary ?? "")] }
            return values(words.dropFirst().joined(separator: " "), current)
        }
        switch (command.name, arguments.count) {
        case ("show", 1...): return clauses(of: arguments[0])
        case ("explain", 1...): return clauses(of: arguments[0])
        case ("reference", 0):
            return (["markdown"] + EditorGrammar.formats.map(\.name)).map { WordCandidate(value: $0) }
        default: return values(command.arguments, current)
        }
    }

    private func values(of option: CommandLineTable.Option, _ current: String) -> [WordCandidate] {
        // Settings are no script.
        option.name == OptionName.config.rawValue ? CompletionFiles(console).files(current, endings: [".toml"]) : values(option.value, current)
    }

    private func values(_ placeholder: String, _ current: String) -> [WordCandidate] {
        let files = CompletionFiles(console)
        switch CompletionKind(placeholder) {
        case .none, .nothing?: return []
        case .choices(let words)?: return words.map { WordCandidate(value: $0) }
        case .scripts?: return files.scripts(current)
        case .files(let endings)?: return files.files(current, endings: endings)
        case .policies(let hasFiles)?: return policies(current, hasFiles: hasFiles)
        case .reports?: return reports(current)
        case .tags?:
            // `!a`, `a,b`, `a and not b`: the last of them is being written.
            let typed = String(current.reversed().prefix { !" !,()".contains($0) }.reversed())
            let before = String(current.dropLast(typed.count))
            guard QueryPlace(before, .tag) != .behindPart else { return operators(before, among: [.and, .or]) }
            let tags = found(files).tags.map { WordCandidate(value: before + $0.name, note: files.counted($0.count, language)) }
            return tags + (typed.isEmpty || before.hasSuffix("!") || before.hasSuffix(",") ? [] : operators(before, among: [.not]))
        case .titles?:
            let titles = found(files).titles
            // A whole title is one scenario; what filters is several with words between.
            guard placeholder.contains("WORDS") else { return titles.map { WordCandidate(value: $0) } }
            let before = QueryPlace.beforeLastPart(current)
            return titles.map { WordCandidate(value: before + $0) } + joined(to: titles, current)
        case .acts?: return ActTable.all.flatMap { act in FormPhrases.heads(of: act.forms).map { WordCandidate(value: $0, note: act.noun[language]) } }
        case .questions?:
            let words: [ReplWord] = [.whoCan, .whyNot, .whatCan, .show]
            return words.map { word in
                WordCandidate(value: language(word.entry.en[0], word.entry.ru[0]), note: word.entry.help[language])
            }
        case .codes?:
            let all = DiagnosticCatalogue.all.map { WordCandidate(value: $0.code.text, note: $0.title[language]) } + policies(current, hasFiles: false)
            // Without a sign there are hundreds of clauses.
            return current.isEmpty ? all : all + Library.shippedIDs.flatMap(clauses)
        case .topics?:
            if current.hasPrefix("-") { return OptionHelp.all(language).map { WordCandidate(value: $0.name, note: $0.meaning[language]) } }
            let names = table.commands.map { WordCandidate(value: $0.name, note: $0.summary) }
            // Without a letter there are hundreds.
            return current.isEmpty ? names : names + (Topics(language).acts + Topics(language).keywords).flatMap(\.names).map { WordCandidate(value: $0) }
        }
    }

    // MARK: - Queries

    /// The words that join or deny, in the language of the reader and, where they are being written, in the other one.
    private func operators(_ before: String, among all: [ScenarioQuery.Operator]) -> [WordCandidate] {
        all.flatMap { language([$0.english[0], $0.russian[0]], [$0.russian[0], $0.english[0]]) }.map { WordCandidate(value: before + $0 + " ") }
    }

    /// What may follow a title that is written as a whole.
    private func joined(to titles: [String], _ current: String) -> [WordCandidate] {
        let before = QueryPlace.beforeLastPart(current)
        let part = current.dropFirst(before.count)
        guard let title = titles.filter({ part.hasPrefix($0 + " ") }).max(by: { $0.count < $1.count }) else { return [] }
        return operators(before + title + " ", among: [.and, .or])
    }

    // MARK: - Values

    private func policies(_ current: String, hasFiles: Bool) -> [WordCandidate] {
        // Several stand between commas.
        let typed = String(current.reversed().prefix { $0 != "," }.reversed())
        let before = String(current.dropLast(typed.count))
        var library = Library()
        let ids = Library.shippedIDs.map { WordCandidate(value: before + $0, note: library.shippedPolicy($0)?.title[language] ?? "") }
        guard hasFiles else { return ids }
        return ids + [WordCandidate(value: before + "all")]
            + CompletionFiles(console).scripts(typed).map { WordCandidate(value: before + $0.value, note: $0.note) }
    }

    private func reports(_ current: String) -> [WordCandidate] {
        let formats = ReportFormat.of(command: command?.name ?? "")
        let files = CompletionFiles(console)
        guard let equals = current.firstIndex(of: "=") else {
            return formats.map { WordCandidate(value: $0.rawValue + "=") } + files.files(current, endings: nil)
        }
        let format = String(current[...equals])
        let all = files.files(String(current[current.index(after: equals)...]), endings: nil)
        return ([WordCandidate(value: "-")] + all).map { WordCandidate(value: format + $0.value, note: $0.note) }
    }

    private func clauses(of name: String) -> [WordCandidate] {
        guard let options = try? Options([]), SourceFile.isScript(name) || Library.shippedIDs.contains(name) else { return [] }
        let quiet = Console(environment: console.environment, inIsTerminal: false, outIsTerminal: false, out: { _ in }, error: { _ in })
        guard case .success(let policies)? = try? ShowCommand.named(name, Environment(console: quiet, options: options)) else { return [] }
        return ReadingReporter.withExtended(policies).flatMap(\.clauses).map { WordCandidate(value: $0.id, note: $0.title[language]) }
    }

    /// What the scenarios hold that the line names, or that lie in the working folder.
    private func found(_ files: CompletionFiles) -> CompletionFiles.Found {
        files.found(in: given["--after"].map { [$0] } ?? (arguments.isEmpty ? ["."] : arguments))
    }
}

extension CommandLineTable.Command {
    /// A word that is no command: nothing is known of what follows it.
    fileprivate static let unknown = CommandLineTable.Command(name: "", arguments: "", summary: "", options: [])
}

/// What a placeholder of the help stands for: `FILE`, `ru|en`, `TAG|!TAG`.
enum CompletionKind: Equatable {
    case choices([String])
    case scripts
    case files(endings: [String])
    case policies(hasFiles: Bool)
    case reports, tags, titles, acts, questions, codes, topics
    /// A number, a name of one's own.
    case nothing

    /// `nil` for a placeholder that nobody has told the completions of.
    init?(_ placeholder: String) {
        let choices = placeholder.split(separator: "|").map(String.init)
        if choices.count > 1, choices.allSatisfy({ word in word.allSatisfy { $0.isLowercase || $0 == "-" } }) {
            self = .choices(choices)
            return
        }
        let words = Set(placeholder.split { !$0.isUppercase }.map(String.init))
        func has(_ some: String...) -> Bool { !words.isDisjoint(with: some) }
        if has("TAG", "TAGS") {
            self = .tags
        } else if has("FORMAT") {
            self = .reports
        } else if has("POLICIES", "ID") {
            self = .policies(hasFiles: has("FILE", "POLICIES"))
        } else if has("TITLE", "TEXT", "WORDS") {
            self = .titles
        } else if has("ACT"), !has("QUESTION") {
            self = .acts
        } else if has("QUESTION") {
            self = .questions
        } else if has("CODE") {
            self = .codes
        } else if has("WORD") {
            self = .topics
        } else if placeholder.contains("."), has("OUT", "FILE") {
            self = .files(endings: placeholder.split { $0 == " " || $0 == "|" }.compactMap { $0.firstIndex(of: ".").map($0.suffix(from:)).map(String.init) })
        } else if has("FILES", "FILE", "PATHS", "PATH") {
            self = .scripts
        } else if words.isEmpty || has("N", "I", "NAME") {
            self = .nothing
        } else {
            return nil
        }
    }
}
