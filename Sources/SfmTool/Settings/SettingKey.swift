import SfmSyntax
import SfmTerms

/// What `sfm.toml` may say.
enum SettingKey: String, CaseIterable {
    case language, paths, policy, filter, tag, report
    case maxFail = "max-fail"

    /// The same in Russian; TOML wants it in quotes.
    var russian: String {
        switch self {
        case .language: "язык"
        case .paths: "пути"
        case .policy: "порядок"
        case .filter: "отбор"
        case .tag: "метки"
        case .report: "отчёты"
        case .maxFail: "предел-ошибок"
        }
    }

    init?(_ name: String) {
        guard let found = Self.allCases.first(where: { $0.rawValue == name || Self.folded($0.russian) == Self.folded(name) }) else { return nil }
        self = found
    }

    private static func folded(_ name: String) -> String { name.replacing("ё", with: "е") }

    func name(_ language: Language) -> String { language(rawValue, russian) }

    /// The commands that it says something to.
    func concerns(_ command: CommandName) -> Bool {
        switch self {
        case .language, .paths: command == .test || command == .coverage || command == .check
        case .policy, .filter, .tag: command == .test || command == .coverage
        case .report, .maxFail: command == .test
        }
    }

    /// What its value is.
    var expected: Text {
        switch self {
        case .language: Text("\"ru\" or \"en\", in quotes", "\"ru\" или \"en\", в кавычках")
        case .paths, .policy, .filter, .tag, .report:
            Text("a text in quotes, or several in brackets; none of them is empty", "текст в кавычках или несколько в квадратных скобках; пустых среди них нет")
        case .maxFail: Self.number
        }
    }

    static let number = Text("a whole number from 1, without quotes", "целое число от 1, без кавычек")

    /// The whole right line, with the name that the file has for the setting.
    func example(as name: String) -> String {
        let value =
            switch self {
            case .language: "\"ru\""
            case .paths: "[\"Examples\"]"
            case .policy: "[\"koshdo-2024\"]"
            case .filter: "\"block and not teacher\""
            case .tag: "\"smoke and not slow\""
            case .report: "[\"junit=out/junit.xml\"]"
            case .maxFail: "5"
            }
        return Self.written(name) + " = " + value
    }

    /// TOML wants a key that is not in Latin letters in quotes.
    private static func written(_ key: String) -> String { key.utf8.allSatisfy { $0 < 0x80 } ? key : "\"\(key)\"" }

    /// «вся строка: max-fail = 5»; `nil` for what is no setting.
    static func rightLine(of key: String, in table: String?) -> Text? {
        var line = SettingKey(key)?.example(as: key)
        if let table { line = isLimits(table) ? limit(key).map { "\(written(key)) = \($0.value)" } : nil }
        return line.map { Text("the whole line, as in: \($0)", "строка целиком, например: \($0)") }
    }

    /// The table of limits: those of the command line without `--max-`.
    static let limits = (en: "limits", ru: "пределы")

    static func isLimits(_ table: String) -> Bool { table == limits.en || table == limits.ru }

    static func limit(_ name: String) -> LimitOption? { LimitOption.all.first { $0.name == "--max-" + name } }
}
