import SfmScenarios
import SfmSyntax
import SfmTerms

/// `sfm --help`, `sfm help COMMAND`, `sfm help WORD`.
enum HelpCommand {
    static func run(_ environment: Environment, topic: String?) -> ExitStatus {
        let language = environment.language()
        if let topic, let command = CommandTable.find(topic) {
            environment.tell(about(command, language))
            // Some words are both a command and an act.
            for found in Topics(language).find(topic, exactly: true) { environment.tell("\n\(lines: found.plain)") }
            return .ok
        }
        guard let topic, !topic.isEmpty else {
            environment.tell(overview(language))
            return .ok
        }
        if let option = option(topic, language) {
            environment.tell(option)
            return .ok
        }
        if let text = HelpText.about(topic, language) {
            environment.tell(text)
            return .ok
        }
        // A command with the word that it begins with: `report merge`.
        if let command = CommandTable.all.first(where: { $0.twoWords.contains(topic.lowercased()) }) {
            environment.tell(about(command, language))
            return .ok
        }
        environment.console.report("sfm: \(HelpText.nothing(topic, language, near: near(topic)))")
        return .usage
    }

    /// What somebody may have meant: an option, a command, an act.
    private static func near(_ topic: String) -> String? {
        if topic.hasPrefix("-") { return Suggestion.nearest(to: topic, among: OptionTable.all.map(\.name)) }
        let commands = CommandTable.all.flatMap { $0.names + $0.twoWords }
        return Suggestion.nearest(to: topic.lowercased(), among: commands) ?? HelpText.nearest(topic)
    }

    /// A command with its options, each with its sentence.
    private static func about(_ command: Command, _ language: Language) -> SafeText {
        var out = command.line(language)
        let russian = command.russian.map { "sfm \($0)" }.joined(separator: ", ")
        out += language("in Russian: \(russian)\n\n", "по-русски: \(russian)\n\n")
        for taken in command.options {
            out += taken.option.line(language, value: taken.value)
            let formats = (taken.value?.kind.formats.map(\.rawValue) ?? []).joined(separator: ", ")
            if !formats.isEmpty { out += SafeText(repeating: " ", count: 24) + language("formats: \(formats)\n", "форматы: \(formats)\n") }
        }
        return out + options(language)
    }

    /// What there is to say of an option, with or without its dashes; `nil` where it is none.
    private static func option(_ topic: String, _ language: Language) -> SafeText? {
        guard let option = OptionTable.find(topic.hasPrefix("-") ? topic : "--" + topic) else { return nil }
        // Without dashes a word of the language comes first.
        if !topic.hasPrefix("-"), HelpText.knows(topic) { return nil }
        let users = CommandTable.listed.filter { $0.options.contains { $0.name == option.name } }.map { "sfm \($0.name)" }
        let isEverywhere = OptionTable.ofEveryCommand.contains { $0.name == option.name }
        let who = isEverywhere ? language("every command", "у всех команд") : SafeText(users.joined(separator: ", "))
        return option.helpText(language) + (who.isEmpty ? "" : language("  of: \(who)\n", "  где: \(who)\n"))
    }

    private static func overview(_ language: Language) -> SafeText {
        var out: SafeText = language(
            "sfm — write down how a school runs its messenger, and test it\n\n", "sfm — запишите, как школа ведёт свой мессенджер, и проверьте это\n\n")
        out += CommandTable.conversation.lineWithoutName(language)
        for command in CommandTable.listed { out += command.line(language, inList: true) }
        out += language("\nin Russian: ", "\nпо-русски: ")
        out += Wrap.wrapped(SafeText(CommandTable.all.map { "\($0.name) — \($0.russian[0])" }.joined(separator: ", ")), indent: 4, first: "")
        let everywhere = OptionTable.ofEveryCommand.map(\.name)
        out += "\n\(OptionTable.all.filter { !everywhere.contains($0.name) }.map { $0.line(language) }.joined())"
        return "\(out)\n\(options(language))"
    }

    /// The options of every command, and what the program ends with.
    private static func options(_ language: Language) -> SafeText {
        var out = OptionTable.ofEveryCommand.map { $0.line(language) }.joined() + "\n"
        let statuses = ExitStatus.allCases.map { "\($0.rawValue) \($0.meaning[language])" }
        out += "\(language("exit status: ", "код возврата: "))\(statuses.prefix(5).joined(separator: ", ")),\n"
        return "\(out)\(statuses.dropFirst(5).joined(separator: ", "))\n"
    }
}
