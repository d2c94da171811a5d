import SfmTerms

/// The command line as completions and the manual need it, read from the help's own lines.
struct CommandLineTable {
    struct Option {
        let name: String
        /// What stands behind it: `ru|en`, `FILE`, or nothing.
        let value: String

        /// The words that a closed choice offers.
        var choices: [String] { value.contains("|") ? value.split(separator: "|").map(String.init).filter { $0 == $0.lowercased() } : [] }
    }

    struct Command {
        let name: String
        /// What it takes: `PATHS`, `POLICIES`.
        let arguments: String
        let summary: String
        let options: [Option]
    }

    let commands: [Command]
    let everywhere: [Option]

    init(_ language: Language) {
        commands = HelpCommand.commands.map { Self.command($0.name, $0.text[language]) }
        everywhere = Self.everywhere
    }

    private static var everywhere: [Option] {
        [Option(name: "--lang", value: "ru|en"), Option(name: "--color", value: "auto|always|never"), Option(name: "--jobs", value: "N")]
            + LimitOption.all.map { limit in
                let words = limit.option.split(separator: " ").map(String.init)
                return Option(name: words[0], value: words.count > 1 ? words[1] : "")
            } + [Option(name: "--help", value: ""), Option(name: "--version", value: "")]
    }

    /// Options of commands that their lines do not name: whoever knows `sfm test` expects them.
    private static let unnamed: [String: Set<String>] = [
        "coverage": ["--last-failed", "--fail-fast", "--max-fail", "--order", "--seed", "--shard", "--watch"], "repl": ["--resume"],
    ]

    /// What goes only with another option: without it nothing would come of the first.
    private static let companions = [("--yes", "--update"), ("--scenario", "--after")]

    /// An argument or an option that the command would ignore is refused: who gave it expects something of it.
    static func check(_ options: Options, of name: String) throws(UsageError) {
        if let first = options.arguments.first, name == "policies" || name == "repl" {
            let hint = name == "repl" ? Text("; a file is run by: sfm run FILE", "; файл исполняет sfm run ФАЙЛ") : Text(same: "")
            throw UsageError(message: Text("\(name) takes no argument: “\(first)”", "у команды \(name) нет аргументов: «\(first)»") + hint)
        }
        guard !options.given.isEmpty else { return }
        let line = HelpCommand.commands.first { $0.name == name }?.text.en
        guard line != nil || name == "repl" else { return }
        let known = (everywhere + (line.map { command(name, $0).options } ?? [])).map(\.name)
        if let other = options.given.first(where: { !known.contains($0) && unnamed[name]?.contains($0) != true }) {
            throw UsageError(message: Text("\(name) has no option \(other)", "у команды \(name) нет параметра \(other)"))
        }
        for (option, other) in companions where options.given.contains(option) && !options.given.contains(other) {
            throw UsageError(message: Text("\(option) goes with \(other)", "\(option) указывают вместе с \(other)"))
        }
    }

    /// `PATHS        run every scenario  [--format pretty|json] [--fix]`
    private static func command(_ name: String, _ text: String) -> Command {
        let pieces = text.split(separator: "[")
        let head = pieces.first.map(String.init) ?? ""
        // Where an argument may be left out, its brackets stand before the summary.
        let isBracketed = text.hasPrefix("[")
        let line = isBracketed ? "[" + (pieces.first.map(String.init) ?? "") : head
        // One that goes only with another stands within its brackets: `[--update [--yes]]`.
        let options = pieces.dropFirst().compactMap { piece -> Option? in
            guard piece.hasPrefix("--") else { return nil }
            let words = piece.prefix { $0 != "]" }.split(separator: " ", maxSplits: 1).map(String.init)
            return Option(name: words[0], value: words.count > 1 ? words[1] : "")
        }
        let gap = line.firstRange(of: "  ")
        let arguments = gap.map { String(line[..<$0.lowerBound]) } ?? ""
        let summary = gap.map { String(line[$0.upperBound...]) } ?? line
        return Command(name: name, arguments: arguments.trimmed, summary: summary.trimmed, options: options)
    }
}
