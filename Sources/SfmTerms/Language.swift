/// One of the two languages in which everything exists.
public enum Language: UInt8, CaseIterable, Sendable {
    case english, russian

    /// The two-letter code used by `--lang` and `lang`.
    public var code: String { self == .english ? "en" : "ru" }

    /// What is said in this language: `language("nothing", "ничего")`. The other one is not made.
    @inline(__always)
    public func callAsFunction<T>(_ english: @autoclosure () -> T, _ russian: @autoclosure () -> T) -> T { self == .english ? english() : russian() }
}

/// One text in both languages.
public struct Text: Sendable, Hashable {
    public var en: String
    public var ru: String

    public init(_ en: String, _ ru: String) {
        self.en = en
        self.ru = ru
    }

    /// The same in both languages: a name, a number, a sign.
    public init(same text: String) { self.init(text, text) }

    public subscript(language: Language) -> String { language == .english ? en : ru }

    public static func + (a: Text, b: Text) -> Text { Text(a.en + b.en, a.ru + b.ru) }

    /// Texts side by side with a separator between them.
    public static func joined(_ texts: [Text], _ separator: String = ", ") -> Text {
        Text(texts.map(\.en).joined(separator: separator), texts.map(\.ru).joined(separator: separator))
    }
}

/// Counted nouns: English has two forms, Russian three (1 шаг, 2 шага, 5 шагов).
public struct Plural: Sendable {
    let one: String
    let many: String
    let ruOne: String
    let ruFew: String
    let ruMany: String

    public init(_ one: String, _ many: String, ru ruOne: String, _ ruFew: String, _ ruMany: String) {
        (self.one, self.many, self.ruOne, self.ruFew, self.ruMany) = (one, many, ruOne, ruFew, ruMany)
    }

    /// The noun that agrees with a number, without the number.
    public func noun(_ n: Int, _ language: Language) -> String {
        if language == .english { return n == 1 ? one : many }
        let (tens, units) = ((n.magnitude / 10) % 10, n.magnitude % 10)
        if tens == 1 { return ruMany }
        return units == 1 ? ruOne : (2...4).contains(units) ? ruFew : ruMany
    }

    public func counted(_ n: Int, _ language: Language) -> String { "\(n) \(noun(n, language))" }

    public func counted(_ n: Int) -> Text { Text(counted(n, .english), counted(n, .russian)) }

    public static let situation = Plural("situation", "situations", ru: "ситуация", "ситуации", "ситуаций")
    public static let week = Plural("week", "weeks", ru: "неделя", "недели", "недель")
    public static let day = Plural("day", "days", ru: "день", "дня", "дней")
    public static let year = Plural("year", "years", ru: "год", "года", "лет")
    public static let month = Plural("month", "months", ru: "месяц", "месяца", "месяцев")
    public static let hour = Plural("hour", "hours", ru: "час", "часа", "часов")
    public static let minute = Plural("minute", "minutes", ru: "минута", "минуты", "минут")
    public static let step = Plural("step", "steps", ru: "шаг", "шага", "шагов")
    public static let scenario = Plural("scenario", "scenarios", ru: "сценарий", "сценария", "сценариев")
    public static let clause = Plural("clause", "clauses", ru: "пункт", "пункта", "пунктов")
    public static let file = Plural("file", "files", ru: "файл", "файла", "файлов")
    public static let person = Plural("person", "people", ru: "человек", "человека", "человек")
}
