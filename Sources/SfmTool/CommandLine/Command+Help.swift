import SfmScenarios
import SfmSyntax
import SfmTerms

/// An option as help shows it.
extension Option {
    /// `--max-fail N`, with its sentence beside it; with the value that a command has for it.
    func line(_ language: Language, value own: OptionValue? = nil) -> SafeText {
        let head = SafeText([name, (own ?? value)?.text[language]].compactMap { $0 }.joined(separator: " "))
        let indent = 24
        let first = DisplayWidth.of(head) < indent - 1 ? DisplayWidth.padded(head, indent) : head + "  "
        return Wrap.wrapped(SafeText(meaning[language]), indent: indent, first: first)
    }

    /// The same with all that there is to say.
    func helpText(_ language: Language) -> SafeText {
        line(language) + details[language].split(separator: "\n").map { "    \($0)\n" as SafeText }.joined()
    }
}

/// A command as help shows it.
extension Command {
    private static let (widest, column) = (118, 13)

    /// Its line of use, broken between options; in a list names are as wide as one another.
    func line(_ language: Language, inList: Bool = false) -> SafeText {
        let own = SafeText(arguments.text[language])
        let taken = DisplayWidth.of(own) < Self.column - 1 ? DisplayWidth.padded(own, Self.column) : own + "  "
        return Self.broken("sfm \(inList ? DisplayWidth.padded(name, 9) : name) \(taken)\(summary[language])", options(language))
    }

    /// The first line of the list, that of the conversation: nothing stands in the place of a command.
    func lineWithoutName(_ language: Language) -> SafeText {
        Self.broken("\(DisplayWidth.padded("sfm", 17))\(summary[language])", options(language))
    }

    private static func broken(_ head: SafeText, _ options: [SafeText]) -> SafeText {
        var lines: [SafeText] = ["\(head)\(options.isEmpty ? "" : " ")"]
        for option in options {
            if DisplayWidth.of(lines[lines.count - 1] + option) > widest { lines.append(SafeText(repeating: " ", count: 26)) }
            lines[lines.count - 1] += option
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// ` [--format pretty|json]`; one that stands within the brackets of another closes them.
    private func options(_ language: Language) -> [SafeText] {
        let options = self.options
        return options.indices.map { k in
            let option = options[k]
            let isOpen = k + 1 < options.count && options[k + 1].isWithin
            let value = option.value.map { " " + $0.text[language] } ?? option.option.inline.map { "[=" + $0.text[language] + "]" } ?? ""
            return " [\(option.name)\(value)\(isOpen ? "" : option.isWithin ? "]]" : "]")"
        }
    }
}
