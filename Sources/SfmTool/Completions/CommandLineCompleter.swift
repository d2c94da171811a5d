import SfmPolicy
import SfmRuntime
import SfmScenarios
import SfmSyntax
import SfmTerms

/// What may stand at the cursor of a command line, found in the tables of the options and commands.
struct CommandLineCompleter {
    private let console: Console
    private let language: Language
    private var command: Command?
    private var arguments: [String] = []
    private var given: [String: String] = [:]
    /// The option whose value stands at the cursor.
    private var pending: (name: String, value: OptionValue?)?
    private var isLiteral = false

    /// The words before the cursor.
    init(_ words: [String], _ console: Console) {
        self.console = console
        language = Options.language(in: words) ?? console.language ?? .english
        for word in words { take(word) }
    }

    private mutating func take(_ word: String) {
        // What goes on behind a comma ends with the next option all the same.
        if let option = pending, option.value?.goesOn == true, given[option.name]?.hasSuffix(",") == true, word.hasPrefix("-") { pending = nil }
        if let option = pending {
            given[option.name] = word
            if option.value?.goesOn != true || !word.hasSuffix(",") { pending = nil }
        } else if isLiteral || word == "-" || !word.hasPrefix("-") {
            if command == nil, !isLiteral {
                command = CommandTable.find(word) ?? .unknown
            } else {
                arguments.append(word)
            }
        } else if word == "--" {
            isLiteral = true
        } else {
            let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard let option = option(parts[0]) else { return }
            if parts.count > 1 { given[option.name] = parts[1] } else if option.value == nil { given[option.name] = "" } else { pending = option }
        }
    }

    /// An option with what stands behind it, where the line has got to.
    private func option(_ word: String) -> (name: String, value: OptionValue?)? {
        guard let option = OptionTable.find(word) else { return nil }
        let own = command?.options.first { $0.name == option.name }
        return (option.name, own?.value ?? option.value)
    }

    // MARK: - Candidates

    func candidates(_ current: String) -> [WordCandidate] {
        if let pending { return values(pending.value?.kind, current) }
        // An option may be what help is asked about.
        if let command, command.name == CommandTable.help.name, arguments.isEmpty { return arguments(of: command, current) }
        if current.hasPrefix("-"), current != "-", !isLiteral || command == nil {
            guard let equals = current.firstIndex(of: "=") else { return options }
            guard let option = option(String(current[..<equals])) else { return [] }
            let (name, value) = (String(current[...equals]), String(current[current.index(after: equals)...]))
            return values(option.value?.kind, value).map { WordCandidate(value: name + $0.value, note: $0.note) }
        }
        guard let command else {
            // In Russian once somebody types it so.
            let names = current.isEmpty ? listed : commands
            let fits = names.contains { $0.value.utf8.starts(with: current.utf8) }
            return fits ? names : CompletionFiles(console).scripts(current)
        }
        return arguments(of: command, current)
    }

    private var listed: [WordCandidate] { CommandTable.listed.map { WordCandidate(value: $0.name, note: $0.summary[language]) } }

    /// The commands by all their names.
    private var commands: [WordCandidate] {
        CommandTable.listed.flatMap { command in command.names.map { WordCandidate(value: $0, note: command.summary[language]) } }
    }

    private var options: [WordCandidate] {
        let (own, unnamed) = (command?.options.map(\.option) ?? [], command?.unnamed.sorted().map(OptionTable.named) ?? [])
        // Without a command it is a conversation, so far.
        let further = command == nil ? CommandTable.conversation.options.map(\.option) : unnamed
        return (own + OptionTable.ofEveryCommand + further).map { WordCandidate(value: $0.name, note: $0.meaning[language]) }
    }

    private func arguments(of command: Command, _ current: String) -> [WordCandidate] {
        // `merge OUT.json …`, `policy NAME`: a word of its own comes first.
        if let first = command.arguments.words.first {
            if arguments.isEmpty { return [WordCandidate(value: first, note: command.summary[language])] }
            return values(command.arguments.kind(at: arguments.count - 1), current)
        }
        return values(command.arguments.kind(at: arguments.count), current)
    }

    private func values(_ kind: ValueKind?, _ current: String) -> [WordCandidate] {
        let files = CompletionFiles(console)
        switch kind {
        case nil, .free?: return []
        case .words(let words)?: return words.map { WordCandidate(value: $0) }
        case .scripts?: return files.scripts(current)
        case .files(let endings)?: return files.files(current, endings: endings)
        case .policies(let hasFiles)?: return policies(current, hasFiles: hasFiles)
        case .reports?: return reports(current)
        case .reportFiles(let formats)?: return files.files(current, endings: formats.flatMap(\.endings))
        case .clauses?: return arguments.first.map(clauses) ?? []
        case .readyClauses?: return readyClauses(current)
        case .tags?:
            // `!a`, `a,b`, `a and not b`: the last of them is being written.
            let typed = String(current.reversed().prefix { !" !,()".contains($0) }.reversed())
            let before = String(current.dropLast(typed.count))
            guard QueryPlace(before, .tag) != .behindPart else { return operators(before, among: [.and, .or]) }
            let tags = found(files).tags.map { WordCandidate(value: before + $0.name, note: files.counted($0.count, language)) }
            return tags + (typed.isEmpty || before.hasSuffix("!") || before.hasSuffix(",") ? [] : operators(before, among: [.not]))
        case .title?: return found(files).titles.map { WordCandidate(value: $0) }
        case .titleWords?:
            let titles = found(files).titles
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
            if current.hasPrefix("-") { return OptionTable.all.map { WordCandidate(value: $0.name, note: $0.meaning[language]) } }
            // Without a letter there are hundreds.
            return current.isEmpty ? listed : listed + (Topics(language).acts + Topics(language).keywords).flatMap(\.names).map { WordCandidate(value: $0) }
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

    /// In the language of the reader; in both once something is written.
    private func readyClauses(_ current: String) -> [WordCandidate] {
        let before = current.lastIndex(of: ",").map { String(current[...$0]) } ?? ""
        let languages = current == before ? [language] : Language.allCases
        return languages.flatMap { own in ClauseLibrary.items.map { WordCandidate(value: before + $0.name[own], note: $0.purpose[language]) } }
    }

    /// In the formats of the command, whichever that is.
    private func reports(_ current: String) -> [WordCandidate] {
        let formats = command?.reports ?? []
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

extension Command {
    /// A word that is no command: nothing is known of what follows it.
    fileprivate static let unknown = Command("", takes: .none(), Text(same: "")) { _ throws(UsageError) in .usage }
}
