import SfmTerms

/// What is wrong with durations and dates: the word that is not understood, and the whole line as it should be.
extension Parser {
    /// The cursor stands at a number behind which no unit of time follows.
    func unknownDuration() -> Diagnostic {
        guard at(.number), let count = number else { return numberInWords() ?? .expected(Slot.duration.description, span, found: found) }
        let next = tokens[i + 1]
        guard next.kind == .word else {
            let whole = Diagnostic.rightLine(rightLine(span, TimeUnit.day.counted(count)))
            guard next.kind == .newline || next.kind == .end else { return .expected(Slot.duration.description, span, found: found, help: whole) }
            return Diagnostic(
                .expected, Text("the unit of time is missing behind \(count)", "после \(count) не хватает единицы времени"), span, help: [whole])
        }
        var word = next.span(file)
        // «дн.», «мес.»: the full stop belongs to the word.
        let bytes = sources[Int(file)].bytes
        if Int(next.upper) < bytes.count, bytes[Int(next.upper)] == UInt8(ascii: ".") { word.upper = next.upper + 1 }
        let typed = sources[Int(file)].text(word)
        let unit = match(grammar.roots.units, at: i + 2).flatMap { TimeUnit(rawValue: UInt8(value($0))) }
        if let unit, let end = match(grammar.roots.units, at: i + 2)?.next {
            // «3 рабочих дней»: days are days, whatever is done on them.
            let whole = Span(Int(span.lower), Int(tokens[end - 1].upper), file: file)
            let line = rightLine(whole, unit.counted(count))
            return Diagnostic(
                .expected, Text("“\(Self.clipped(typed))” is no unit of time", "«\(Self.clipped(typed))» — не единица времени"), word,
                help: [Text("time runs by the calendar, holidays included", "сроки календарные, выходные в них входят"), Diagnostic.rightLine(line)])
        }
        let meant = TimeUnit.abbreviated(typed) ?? .day
        let line = rightLine(span.union(word), meant.counted(count))
        return Diagnostic(
            .expected, Text("“\(Self.clipped(typed))” is no unit of time", "«\(Self.clipped(typed))» — не единица времени"), word,
            help: [
                Text("known: minutes, hours, days, weeks, months, years", "известны: минуты, часы, дни, недели, месяцы, годы"), Diagnostic.rightLine(line),
            ])
    }

    /// «через пять дней»: a number in words, with the line that has it in digits.
    private func numberInWords() -> Diagnostic? {
        guard at(.word), let (count, next) = numberInWords(at: i), let m = match(grammar.roots.units, at: next),
            let unit = TimeUnit(rawValue: UInt8(value(m)))
        else { return nil }
        let whole = Span(Int(span.lower), Int(tokens[m.next - 1].upper), file: file)
        let found = text(token)
        return Diagnostic(
            .expected, Text("the number “\(found)” is written in digits", "число «\(found)» пишут цифрами"), span,
            help: [Diagnostic.rightLine(rightLine(whole, unit.counted(count)))])
    }

    /// The line at hand with other words in one place of it.
    func rightLine(_ place: Span, _ words: Text) -> Text {
        let source = sources[Int(file)]
        let range = source.lineRange(of: Int(place.lower))
        guard range.count <= 400 else { return words }
        let start = range.lowerBound == 0 ? Lexer.bomLength(source.bytes) : range.lowerBound
        let before = Self.trimmed(source.text(Span(start, Int(place.lower))))
        let after = source.text(Span(Int(place.upper), range.upperBound))
        let isRussian = (before + after).unicodeScalars.contains { (0x400...0x4FF).contains($0.value) }
        // A line is written in its own language, whatever the message is in.
        return Text(same: before + words[isRussian ? .russian : .english] + after)
    }

    private static func trimmed(_ text: String) -> String { String(text.drop { $0 == " " || $0 == "\t" || $0 == "\u{A0}" }) }

    /// What stands behind a date in place of its time: «в 18:30», `at 18:30`.
    func timeBehindWord(_ start: Int) -> Diagnostic? {
        guard at(.word), tokens[i + 1].kind == .number, text(tokens[i + 1]).utf8.contains(UInt8(ascii: ":")),
            ["в", "at", "на", "с", "от"].contains(text(token).lowercased())
        else { return nil }
        let date = Span(Int(tokens[start].lower), Int(tokens[i + 1].upper), file: file)
        let line = rightLine(date, Text(same: text(tokens[start]) + " " + text(tokens[i + 1])))
        let found = text(token)
        return Diagnostic(
            .unexpectedRest, Text("“\(found)” is not understood here", "здесь непонятно «\(found)»"), span,
            help: [Text("the time follows the date directly", "время пишут сразу после даты"), Diagnostic.rightLine(line)])
    }

    /// «5 сентября 2024»: a month in words, with the date that it makes where a year is given.
    func monthInWords(_ start: Int) -> Diagnostic? {
        guard tokens[i].kind == .word, let month = Months.number(text(tokens[i])), let day = Int(text(tokens[start])), (1...31).contains(day) else {
            return nil
        }
        var last = i
        var year = "2024"
        if tokens[i + 1].kind == .number, text(tokens[i + 1]).utf8.count == 4 {
            (last, year) = (i + 1, text(tokens[i + 1]))
            if ["года", "г"].contains(text(tokens[i + 2]).lowercased()) { last = i + 2 }
        }
        func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
        let whole = Span(Int(tokens[start].lower), Int(tokens[last].upper), file: file)
        let found = text(tokens[i])
        return Diagnostic(
            .badDate, Text("the month “\(found)” is written as a number", "месяц «\(found)» пишут числом"), span,
            help: [Diagnostic.rightLine(rightLine(whole, Text(same: "\(two(day)).\(two(month)).\(year)")))])
    }
}

extension Diagnostic {
    /// "it is written: …", with a whole line.
    public static func rightLine(_ line: Text) -> Text {
        Text("it is written: \(Parser.clipped(line.en, to: 200))", "пишется так: \(Parser.clipped(line.ru, to: 200))")
    }
}

extension TimeUnit {
    /// «7 дней», `7 days`.
    func counted(_ n: Int) -> Text {
        let word: Plural =
            switch self {
            case .minute: Plural("minute", "minutes", ru: "минуту", "минуты", "минут")
            case .hour: Plural("hour", "hours", ru: "час", "часа", "часов")
            case .day: Plural("day", "days", ru: "день", "дня", "дней")
            case .week: Plural("week", "weeks", ru: "неделю", "недели", "недель")
            case .month: Plural("month", "months", ru: "месяц", "месяца", "месяцев")
            case .year: Plural("year", "years", ru: "год", "года", "лет")
            }
        return Text(word.counted(n, .english), word.counted(n, .russian))
    }

    /// The unit that an abbreviation or a misspelt word begins as.
    static func abbreviated(_ typed: String) -> TimeUnit? {
        let word = typed.lowercased().filter { $0.isLetter }
        guard let first = word.first else { return nil }
        let beginnings: [(String, TimeUnit)] = [
            ("мин", .minute), ("min", .minute), ("ч", .hour), ("h", .hour), ("су", .day), ("дн", .day), ("ден", .day), ("д", .day), ("d", .day),
            ("н", .week), ("w", .week), ("мес", .month), ("м", .month), ("mo", .month), ("m", .month), ("г", .year), ("л", .year), ("y", .year),
        ]
        return beginnings.first { word.hasPrefix($0.0) && ($0.0.count > 1 || $0.0.first == first) }?.1
    }
}

/// Numbers by the words that durations are written with.
enum NumberWords {
    static func number(_ word: String) -> Int? {
        if let number = cardinals[folded(word)] { return number }
        // `twenty-four` is one word.
        let parts = folded(word).split(separator: "-").map { cardinals[String($0)] }
        guard parts.count == 2, let tens = parts[0], let ones = parts[1], tens >= 20, tens < 100, tens % 10 == 0, ones < 10 else { return nil }
        return tens + ones
    }

    /// «пятое», `fifth`.
    static func ordinal(_ word: String) -> Int? {
        if let number = ordinals[folded(word)] { return number }
        let parts = folded(word).split(separator: "-").map(String.init)
        guard parts.count == 2, let tens = cardinals[parts[0]], let ones = ordinals[parts[1]], [20, 30].contains(tens), ones < 10 else { return nil }
        return tens + ones
    }

    private static func folded(_ word: String) -> String { word.utf8.count > 40 ? "" : word.lowercased().replacing("ё", with: "е") }

    private static let cardinals: [String: Int] = {
        let ones = [
            "один одна одно одного одной одну одни одних one", "два две двух двумя two", "три трех тремя three", "четыре четырех four", "пять пяти five",
            "шесть шести six", "семь семи seven", "восемь восьми eight", "девять девяти nine", "десять десяти ten", "одиннадцать одиннадцати eleven",
            "двенадцать двенадцати twelve", "тринадцать тринадцати thirteen", "четырнадцать четырнадцати fourteen", "пятнадцать пятнадцати fifteen",
            "шестнадцать шестнадцати sixteen", "семнадцать семнадцати seventeen", "восемнадцать восемнадцати eighteen",
            "девятнадцать девятнадцати nineteen",
        ]
        let tens = [
            "двадцать двадцати twenty", "тридцать тридцати thirty", "сорок сорока forty", "пятьдесят пятидесяти fifty", "шестьдесят шестидесяти sixty",
            "семьдесят семидесяти seventy", "восемьдесят восьмидесяти eighty", "девяносто девяноста ninety", "сто ста hundred",
        ]
        var out: [String: Int] = [:]
        for (k, forms) in ones.enumerated() { for form in forms.split(separator: " ") { out[String(form)] = k + 1 } }
        for (k, forms) in tens.enumerated() { for form in forms.split(separator: " ") { out[String(form)] = 10 * (k + 2) } }
        return out
    }()

    private static let ordinals: [String: Int] = {
        let stems = [
            "перв", "втор", "трет", "четверт", "пят", "шест", "седьм", "восьм", "девят", "десят", "одиннадцат", "двенадцат", "тринадцат",
            "четырнадцат", "пятнадцат", "шестнадцат", "семнадцат", "восемнадцат", "девятнадцат", "двадцат",
        ]
        let english = [
            "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth",
            "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",
        ]
        var out: [String: Int] = ["тридцатое": 30, "тридцатого": 30, "thirtieth": 30]
        for (k, stem) in stems.enumerated() {
            for ending in stem == "трет" ? ["ье", "ьего"] : ["ое", "ого"] { out[stem + ending] = k + 1 }
            out[english[k]] = k + 1
        }
        return out
    }()
}

/// The months by the words that dates are written with.
enum Months {
    static func number(_ word: String) -> Int? {
        let word = word.lowercased()
        guard word.unicodeScalars.count > 2 else { return nil }
        return names.firstIndex { month in month.contains { $0 == word || $0.hasPrefix(word) } }.map { $0 + 1 }
    }

    private static let names: [[String]] = [
        ["января", "январь", "january"], ["февраля", "февраль", "february"], ["марта", "март", "march"], ["апреля", "апрель", "april"],
        ["мая", "май", "may"], ["июня", "июнь", "june"], ["июля", "июль", "july"], ["августа", "август", "august"],
        ["сентября", "сентябрь", "september"], ["октября", "октябрь", "october"], ["ноября", "ноябрь", "november"], ["декабря", "декабрь", "december"],
    ]
}
