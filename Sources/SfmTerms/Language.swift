/// One of the two languages in which everything exists.
package enum Language: UInt8, CaseIterable, Sendable {
    case english, russian

    /// The two-letter code used by `--lang` and `lang`.
    package var code: String { self == .english ? "en" : "ru" }
}

/// One text in both languages.
package struct Text: Sendable, Equatable {
    package var en: String
    package var ru: String

    package init(_ en: String, _ ru: String) {
        self.en = en
        self.ru = ru
    }

    /// The same in both languages: a name, a number, a sign.
    package init(same text: String) { self.init(text, text) }

    package subscript(language: Language) -> String { language == .english ? en : ru }

    package static func + (a: Text, b: Text) -> Text { Text(a.en + b.en, a.ru + b.ru) }

    /// Texts side by side with a separator between them.
    package static func joined(_ texts: [Text], _ separator: String = ", ") -> Text {
        Text(texts.map(\.en).joined(separator: separator), texts.map(\.ru).joined(separator: separator))
    }
}

/// Counted nouns: English has two forms, Russian three (1 шаг, 2 шага, 5 шагов).
package struct Plural: Sendable {
    let one: String
    let many: String
    let ruOne: String
    let ruFew: String
    let ruMany: String

    package init(_ one: String, _ many: String, ru ruOne: String, _ ruFew: String, _ ruMany: String) {
        (self.one, self.many, self.ruOne, self.ruFew, self.ruMany) = (one, many, ruOne, ruFew, ruMany)
    }

    /// The noun that agrees with a number, without the number.
    package func noun(_ n: Int, _ language: Language) -> String {
        if language == .english { return n == 1 ? one : many }
        let (tens, units) = ((n.magnitude / 10) % 10, n.magnitude % 10)
        if tens == 1 { return ruMany }
        return units == 1 ? ruOne : (2...4).contains(units) ? ruFew : ruMany
    }

    package func counted(_ n: Int, _ language: Language) -> String { "\(n) \(noun(n, language))" }

    package func counted(_ n: Int) -> Text { Text(counted(n, .english), counted(n, .russian)) }

    package static let week = Plural("week", "weeks", ru: "неделя", "недели", "недель")
    package static let day = Plural("day", "days", ru: "день", "дня", "дней")
    package static let year = Plural("year", "years", ru: "год", "года", "лет")
    package static let month = Plural("month", "months", ru: "месяц", "месяца", "месяцев")
    package static let hour = Plural("hour", "hours", ru: "час", "часа", "часов")
    package static let minute = Plural("minute", "minutes", ru: "минута", "минуты", "минут")
    package static let step = Plural("step", "steps", ru: "шаг", "шага", "шагов")
    package static let scenario = Plural("scenario", "scenarios", ru: "сценарий", "сценария", "сценариев")
    package static let clause = Plural("clause", "clauses", ru: "пункт", "пункта", "пунктов")
    package static let file = Plural("file", "files", ru: "файл", "файла", "файлов")
    package static let person = Plural("person", "people", ru: "человек", "человека", "человек")
}
