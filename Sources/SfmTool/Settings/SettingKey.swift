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

    func name(_ language: Language) -> String { language == .english ? rawValue : russian }

    /// The commands that it says something to.
    func concerns(_ command: CommandName) -> Bool {
        switch self {
        case .language, .paths: command == .test || command == .coverage || command == .check
        case .policy, .filter, .tag: command == .test || command == .coverage
        case .report, .maxFail: command == .test
        }
    }

    /// The whole right line.
    var example: String {
        switch self {
        case .language: "language = \"ru\""
        case .paths: "paths = [\"Examples\"]"
        case .policy: "policy = [\"koshdo-2024\"]"
        case .filter: "filter = \"block and not teacher\""
        case .tag: "tag = \"smoke and not slow\""
        case .report: "report = [\"junit=out/junit.xml\"]"
        case .maxFail: "max-fail = 5"
        }
    }

    /// The table of limits: those of the command line without `--max-`.
    static let limits = (en: "limits", ru: "пределы")

    static func isLimits(_ table: String) -> Bool { table == limits.en || table == limits.ru }

    static func limit(_ name: String) -> LimitOption? { LimitOption.all.first { $0.name == "--max-" + name } }
}
