import SfmSyntax
import SfmTerms

/// A command with everything that the program knows of it: an entry of `CommandTable`, from which everything else follows.
struct Command: Sendable {
    typealias Run = @Sendable (Environment) throws(UsageError) -> ExitStatus

    let name: String
    /// What it is called in Russian; the first is the one that help shows.
    let russian: [String]
    let arguments: Arguments
    let summary: Text
    /// The options that its line names, in this order; behind them come those whose entries name it.
    private let uses: [Use]
    /// Options that it takes though its line does not name them.
    let unnamed: [String]
    /// Options of which it says that they do not go with it at all.
    let excludes: [String]
    /// Whether the help's list names it: that of the conversation does without.
    let isListed: Bool
    /// Whether it works on many files at once and has a use for workers that are awake.
    let wakesWorkers: Bool
    let run: Run

    init(
        _ name: String, _ russian: String..., takes arguments: Arguments, _ summary: Text, options: [Use] = [], unnamed: [String] = [],
        excludes: [String] = [], isListed: Bool = true, wakesWorkers: Bool = false, run: @escaping Run
    ) {
        (self.name, self.russian, self.arguments, self.summary) = (name, russian, arguments, summary)
        (uses, self.unnamed, self.excludes) = (options, unnamed, excludes)
        (self.isListed, self.wakesWorkers, self.run) = (isListed, wakesWorkers, run)
    }

    var names: [String] { [name] + russian }

    /// The names with each of the words that it begins with: `report merge`.
    var twoWords: [String] { arguments.words.flatMap { word in names.map { $0 + " " + word } } }
}

// MARK: - Arguments

/// What a command takes beside its options.
struct Arguments: Sendable {
    /// As help writes them: `PATHS`.
    var text = Text(same: "")
    /// The words one of which comes first; the first of them is offered.
    var words: [String] = []
    /// What they are, one after another; the last goes for all that follow, and without one there is no argument.
    let kinds: [ValueKind]
    /// What to do with an argument in place of giving it to a command that takes none.
    var hint = Text(same: "")

    init(_ en: String, _ ru: String, words: [String] = [], _ kinds: ValueKind...) { (text, self.words, self.kinds) = (Text(en, ru), words, kinds) }

    private init(hint: Text) { (kinds, self.hint) = ([], hint) }

    static func none(hint: Text = Text(same: "")) -> Arguments { Arguments(hint: hint) }

    /// What stands behind so many others, the word that comes first left out.
    func kind(at place: Int) -> ValueKind { place < kinds.count ? kinds[place] : kinds.last ?? .free }
}

// MARK: - Options

extension Command {
    /// How its line names an option.
    struct Use: Sendable, ExpressibleByStringLiteral {
        let name: String
        /// What stands behind it here, where that is not what the option's own entry says.
        let value: OptionValue?
        /// Whether it stands within the brackets of the one before it.
        let isWithin: Bool

        init(_ name: String, value: OptionValue? = nil, isWithin: Bool = false) { (self.name, self.value, self.isWithin) = (name, value, isWithin) }

        init(stringLiteral name: String) { self.init(name) }

        static func format(_ words: String...) -> Use { Use("--format", value: .words(words)) }
    }

    /// An option as this command takes it.
    struct Taken {
        let option: Option
        let value: OptionValue?
        let isWithin: Bool

        var name: String { option.name }
    }

    /// The options that its line names.
    var options: [Taken] {
        uses.map { use in
            let option = OptionTable.named(use.name)
            return Taken(option: option, value: use.value ?? option.value, isWithin: use.isWithin)
        } + OptionTable.all.filter { $0.takenBy.contains(name) }.map { Taken(option: $0, value: $0.value, isWithin: false) }
    }

    /// Whether giving the option is no mistake.
    func takes(_ name: String) -> Bool {
        unnamed.contains(name) || options.contains { $0.name == name } || OptionTable.ofEveryCommand.contains { $0.name == name }
    }

    /// The words that the value of one of its options may be.
    func words(of name: String) -> [String] { options.first { $0.name == name }?.value?.words ?? [] }

    /// The formats in which it writes reports.
    var reports: [ReportFormat] { options.flatMap { $0.value?.kind.formats ?? [] } }

    /// An argument or an option that the command would ignore is refused: who gave it expects something of it.
    func check(_ options: Options) throws(UsageError) {
        if arguments.kinds.isEmpty, let first = options.arguments.first {
            throw UsageError(message: Text("\(name) takes no argument: “\(first)”", "у команды \(name) нет аргументов: «\(first)»") + arguments.hint)
        }
        let given = options.given
        if let other = given.first(where: { !takes($0) && !excludes.contains($0) }) {
            throw UsageError(message: Text("\(name) has no option \(other)", "у команды \(name) нет параметра \(other)"))
        }
        if let other = excludes.first(where: given.contains) { throw UsageError.excluding(name, other) }
        let known = OptionTable.all.filter { given.contains($0.name) }
        for option in known {
            guard let other = option.goesWith, !given.contains(other) else { continue }
            throw UsageError(message: Text("\(option.name) goes with \(other)", "\(option.name) указывают вместе с \(other)"))
        }
        for option in known {
            if let other = option.excludes.first(where: given.contains) { throw UsageError.excluding(option.name, other) }
        }
    }
}
