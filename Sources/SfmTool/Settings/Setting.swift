import SfmTerms

/// What `sfm.toml` may say in the place of an option, or of the paths.
struct Setting: Sendable {
    /// The same in Russian: TOML wants that in quotes.
    let name: Text
    /// The commands that it says something to.
    let commands: [String]
    /// A value, as TOML writes it.
    let example: String
    /// What its value is.
    let expected: Text
    /// Takes what the file says on its way into a command line.
    let take: @Sendable (inout Settings, TomlReader.Entry, Setting) -> Void

    init(
        _ en: String, _ ru: String, of commands: [String], example: String, expected: Text = Self.texts,
        _ take: @escaping @Sendable (inout Settings, TomlReader.Entry, Setting) -> Void
    ) {
        (name, self.commands, self.example, self.expected, self.take) = (Text(en, ru), commands, example, expected, take)
    }

    static let number = Text("a whole number from 1, without quotes", "целое число от 1, без кавычек")

    private static let texts = Text(
        "a text in quotes, or several in brackets; none of them is empty", "текст в кавычках или несколько в квадратных скобках; пустых среди них нет")

    /// What stands on a command line without an option.
    private static let paths = Setting("paths", "пути", of: ["test", "coverage", "check"], example: "[\"Examples\"]") { $0.takePaths($1, $2) }

    /// Those of the options, and the paths: what most commands ask for comes first.
    static let all: [Setting] = {
        let known = OptionTable.all.compactMap(\.setting) + [paths]
        let most = known.map(\.commands.count).max() ?? 0
        return (0...most).reversed().flatMap { count in known.filter { $0.commands.count == count } }
    }()

    static func find(_ name: String) -> Setting? { all.first { $0.name.en == name || folded($0.name.ru) == folded(name) } }

    private static func folded(_ name: String) -> String { name.replacing("ё", with: "е") }

    // MARK: - How it is written

    /// The whole right line, with the name that the file has for the setting.
    func line(as name: String) -> String { Self.written(name) + " = " + example }

    /// TOML wants a key that is not in Latin letters in quotes.
    private static func written(_ key: String) -> String { key.utf8.allSatisfy { $0 < 0x80 } ? key : "\"\(key)\"" }

    /// «вся строка: max-fail = 5»; `nil` for what is no setting.
    static func rightLine(of key: String, in table: String?) -> Text? {
        var line = find(key)?.line(as: key)
        if let table { line = isLimits(table) ? limit(key).map { "\(written(key)) = \($0.value)" } : nil }
        return line.map { Text("the whole line, as in: \($0)", "строка целиком, например: \($0)") }
    }

    // MARK: - Limits

    /// The table of limits.
    static let limits = Text("limits", "пределы")

    static func isLimits(_ table: String) -> Bool { table == limits.en || table == limits.ru }

    static func limit(_ name: String) -> LimitOption? { LimitOption.all.first { $0.setting == name } }
}
