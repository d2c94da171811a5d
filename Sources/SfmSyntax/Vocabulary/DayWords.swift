import SfmTerms

/// Days of the week, months and how often, in words. They are names of the calendar, read by their text: `May` is no form of `may`.
enum DayWords {
    // MARK: - Days of the week

    private static let english = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    /// As a range names them, and behind «по».
    private static let nominative = ["понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье"]
    private static let many = ["понедельникам", "вторникам", "средам", "четвергам", "пятницам", "субботам", "воскресеньям"]
    private static let others = [
        "понедельника понедельнику пн", "вторника вторнику вт", "среду среды среде ср", "четверга четвергу чт", "пятницу пятницы пятнице пт",
        "субботу субботы субботе сб", "воскресенья воскресенью вс",
    ]

    static func weekday(_ word: String) -> Weekday? {
        let word = word.lowercased()
        let k =
            english.firstIndex { $0.lowercased() == word || $0.lowercased() + "s" == word } ?? nominative.firstIndex(of: word) ?? many.firstIndex(of: word)
            ?? others.firstIndex { $0.split(separator: " ").contains { $0 == word } }
        return k.map { Weekday.allCases[$0] }
    }

    /// Every form, for completion.
    static var allWeekdays: [String] { english + nominative + many + ["среду", "пятницу", "субботу"] }
    static var allMonths: [String] { months + genitives }
    static let adverbs = ["daily", "weekly", "monthly", "quarterly", "ежедневно", "еженедельно", "ежемесячно", "ежеквартально"]

    static func name(_ day: Weekday, _ language: Language) -> String { language(english[Int(day.rawValue)], nominative[Int(day.rawValue)]) }

    /// `Monday, Friday`, «понедельникам, пятницам».
    static func list(_ days: WeekdaySet, _ language: Language) -> String {
        days.days.map { language(english[Int($0.rawValue)], many[Int($0.rawValue)]) }.joined(separator: ", ")
    }

    /// `every Monday`, «каждую среду».
    static func every(_ day: Weekday) -> Text {
        let accusative = ["каждый понедельник", "каждый вторник", "каждую среду", "каждый четверг", "каждую пятницу", "каждую субботу", "каждое воскресенье"]
        return Text("every " + english[Int(day.rawValue)], accusative[Int(day.rawValue)])
    }

    /// Days in a row as a range: `Monday–Friday`.
    static func ranges(_ days: WeekdaySet, _ language: Language) -> String {
        var runs: [[Weekday]] = []
        for day in days.days {
            if let last = runs.last?.last, last.rawValue + 1 == day.rawValue { runs[runs.count - 1].append(day) } else { runs.append([day]) }
        }
        return runs.map { run in
            run.count > 2
                ? name(run[0], language) + "–" + name(run[run.count - 1], language) : run.map { name($0, language) }.joined(separator: ", ")
        }.joined(separator: ", ")
    }

    // MARK: - Months

    private static let months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
    private static let genitives = ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"]

    static func month(_ word: String) -> Int? {
        let word = word.lowercased()
        return (months.firstIndex { $0.lowercased() == word } ?? genitives.firstIndex(of: word)).map { $0 + 1 }
    }

    static func name(ofMonth month: Int, _ language: Language) -> String { language(months[month - 1], genitives[month - 1]) }

    /// `31 May`, «31 мая».
    static func text(_ day: YearDay, _ language: Language) -> String { "\(day.day) " + name(ofMonth: Int(day.month), language) }

    // MARK: - How often

    /// «ежемесячно».
    static func adverb(_ word: String) -> CalendarUnit? {
        switch word.lowercased() {
        case "ежедневно", "daily": .day
        case "еженедельно", "weekly": .week
        case "ежемесячно", "monthly": .month
        case "ежеквартально", "quarterly": .quarter
        default: nil
        }
    }

    /// `end of month`, `every month`: the unit's noun.
    static func noun(_ unit: CalendarUnit) -> (en: String, genitive: String, accusative: String, every: String) {
        switch unit {
        case .day: ("day", "дня", "день", "каждый день")
        case .week: ("week", "недели", "неделю", "каждую неделю")
        case .month: ("month", "месяца", "месяц", "каждый месяц")
        case .quarter: ("quarter", "квартала", "квартал", "каждый квартал")
        case .schoolYear: ("school year", "учебного года", "учебный год", "каждый учебный год")
        }
    }
}
