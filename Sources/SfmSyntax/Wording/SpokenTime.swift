import SfmTerms

/// Time as people say it: numbers, months and days in words, the measure before its word («3 дня спустя»).
extension Parser {
    // MARK: - Numbers

    /// The number that the words at the cursor say, and where they end: «двадцать четыре», `twenty-four`.
    func numberInWords(at start: Int) -> (count: Int, next: Int)? {
        guard tokens[start].kind == .word, let first = NumberWords.number(text(tokens[start])) else { return nil }
        guard first >= 20, first % 10 == 0 else { return (first, start + 1) }
        let k = tokens[start + 1].kind == .dash ? start + 2 : start + 1
        guard tokens[k].kind == .word, let second = NumberWords.number(text(tokens[k])), (1...9).contains(second) else { return (first, start + 1) }
        return (first + second, k + 1)
    }

    /// «полчаса», «полтора часа», `half a year`: a measure that is no whole number of its unit.
    mutating func partOfUnit() -> Duration? {
        guard at(.word) else { return nil }
        func word(_ k: Int) -> String { tokens[k].kind == .word ? text(tokens[k]).lowercased() : "" }
        if let whole = HalfUnits.whole[word(i)] {
            i += 1
            return whole
        }
        let k = ["a", "an"].contains(word(i + 1)) ? i + 2 : i + 1
        let halves = HalfUnits.factors[word(i)]
        guard let halves, let m = match(grammar.roots.units, at: k), let unit = TimeUnit(rawValue: UInt8(value(m))) else { return nil }
        let duration: Duration
        switch unit {
        case .hour: duration = Duration(minutes: Int32(30 * halves))
        case .day: duration = Duration(minutes: Int32(720 * halves))
        case .year: duration = Duration(months: Int32(6 * halves))
        case .minute, .week, .month: return nil
        }
        i = m.next
        return duration
    }

    // MARK: - Dates

    /// A date with its month in words, with or without its year: «5 сентября 2024 года», «пятое сентября», `September 5, 2024`.
    ///
    /// Without a year it is the one of the school year in which the clock stands in the text: where that has gone by the step is refused.
    func dateInWords(at start: Int, mayLackYear: Bool) -> (instant: Instant, next: Int)? {
        var k = start
        func word(_ k: Int) -> String { tokens[k].kind == .word ? text(tokens[k]).lowercased() : "" }
        if word(k) == "the" { k += 1 }
        var day: Int?
        var month = tokens[k].kind == .word && word(k).utf8.count > 3 ? Months.number(word(k)) : nil
        if month != nil { k += 1 }
        (day, k) = dayOfMonth(at: k)
        guard let day else { return nil }
        if month == nil {
            if word(k) == "of" { k += 1 }
            guard tokens[k].kind == .word else { return nil }
            month = Months.number(word(k))
            k += 1
        }
        guard let month else { return nil }
        var year: Int?
        let y = tokens[k].kind == .comma ? k + 1 : k
        if tokens[y].kind == .number, text(tokens[y]).utf8.count == 4, let n = Int(text(tokens[y])) {
            (year, k) = (n, y + 1)
            if ["года", "год", "г", "г."].contains(word(k)) { k += 1 }
        }
        if let year { return Instant(year: year, month: month, day: day).map { ($0, k) } }
        guard mayLackYear else { return nil }
        let begun = Instant.schoolYear(of: clockInText.day)
        return Instant(year: month < 9 ? begun + 1 : begun, month: month, day: day).map { ($0, k) }
    }

    /// «5», «пятое», `5th`.
    private func dayOfMonth(at start: Int) -> (Int?, Int) {
        if tokens[start].kind == .number {
            let isOrdinal = tokens[start + 1].kind == .word && ["st", "nd", "rd", "th", "е", "го"].contains(text(tokens[start + 1]).lowercased())
            return (Int(text(tokens[start])).flatMap { (1...31).contains($0) ? $0 : nil }, start + (isOrdinal ? 2 : 1))
        }
        guard tokens[start].kind == .word else { return (nil, start) }
        if let day = NumberWords.ordinal(text(tokens[start])) { return (day, start + 1) }
        // «двадцать пятое», `twenty-fifth`
        guard let tens = NumberWords.number(text(tokens[start])), tens == 20 || tens == 30 else { return (nil, start) }
        let k = tokens[start + 1].kind == .dash ? start + 2 : start + 1
        guard tokens[k].kind == .word, let ones = NumberWords.ordinal(text(tokens[k])), ones < 10, tens + ones < 32 else { return (nil, start) }
        return (tens + ones, k + 1)
    }

    // MARK: - Steps

    /// A step of time that begins with how much, or which day it is; the cursor stays where it is none.
    mutating func spokenTimeStep() -> StepNode.Kind? {
        guard at(.number) || at(.word), let (duration, next) = spokenTime(at: i), tokens[next].kind == .newline || tokens[next].kind == .end else { return nil }
        i = next
        return .advance(duration)
    }

    /// «3 дня спустя», «на следующий день», `10 days pass`.
    private func spokenTime(at start: Int) -> (Duration, Int)? {
        func words(_ k: Int, _ count: Int) -> String? {
            let run = tokens[k..<min(k + count, tokens.count)]
            guard run.count == count, run.allSatisfy({ $0.kind == .word }) else { return nil }
            return run.map { text($0).lowercased() }.joined(separator: " ").replacing("ё", with: "е")
        }
        for count in [4, 3, 2, 1] {
            if let phrase = words(start, count), let whole = SpokenTimes.whole[phrase] { return (whole, start + count) }
        }
        var probe = self
        probe.i = start
        let before = diagnostics.count
        guard at(.number) || numberInWords(at: start) != nil || HalfUnits.begin(words(start, 1) ?? ""), let duration = probe.parseDuration(),
            probe.diagnostics.count == before
        else { return nil }
        for count in [3, 2, 1] {
            if let phrase = words(probe.i, count), SpokenTimes.closings.contains(phrase) { return (duration, probe.i + count) }
        }
        return nil
    }

    /// What may be meant by a line that is only a day: «10.09.2024», «в понедельник», «на следующей неделе». It is asked about, as it could be more.
    func dayAlone() -> Diagnostic? {
        let isRussian = restOfLine.isCyrillic(in: sources[Int(file)])
        let today = isRussian ? "сегодня " : "today is "
        func ends(_ k: Int) -> Bool { tokens[k].kind == .newline || tokens[k].kind == .end }
        var meant: String?
        if isDayDate(i), ends(i + 1) {
            meant = today + text(token)
        } else if let (date, next) = dateInWords(at: i, mayLackYear: true), ends(next) {
            meant = today + date.dayText
        } else {
            let k = tokens[i].kind == .word && ["в", "во", "on", "наступил", "наступила", "наступило"].contains(text(token).lowercased()) ? i + 1 : i
            if tokens[k].kind == .word, ends(k + 1), let day = DayWords.weekday(text(tokens[k])) {
                var date = clockInText.adding(Duration(days: 1))
                while Weekday(of: date) != day { date = date.adding(Duration(days: 1)) }
                meant = today + date.dayText
            } else {
                let line = sources[Int(file)].text(restOfLine).lowercased().replacing("ё", with: "е")
                meant = SpokenTimes.vague[line].map { (isRussian ? "через " : "advance ") + $0 }
            }
        }
        guard let meant else { return nil }
        let span = restOfLine
        var mistake = Diagnostic(
            .unknownStatement,
            Text("a day by itself does not say whether time goes on to it", "по одному только дню неясно, наступил ли он"), span,
            help: [Diagnostic.question([meant])])
        mistake.fixes = [.perhaps(span, meant)]
        return mistake
    }
}

extension Span {
    fileprivate func isCyrillic(in source: SourceFile) -> Bool {
        let text = source.text(self)
        return !text.unicodeScalars.contains { ("a"..."z").contains($0) || ("A"..."Z").contains($0) }
    }
}

extension Weekday {
    /// 01.01.1970 was a Thursday.
    fileprivate init(of instant: Instant) { self = Weekday.allCases[Int(((instant.day % 7) + 10) % 7)] }
}

/// Measures of a half.
enum HalfUnits {
    static let whole: [String: Duration] = [
        "полчаса": Duration(minutes: 30), "получаса": Duration(minutes: 30), "полгода": Duration(months: 6),
        "полугода": Duration(months: 6),
    ]
    /// How many halves.
    static let factors: [String: Int] = ["полтора": 3, "полторы": 3, "полутора": 3, "half": 1]

    static func begin(_ word: String) -> Bool { whole[word] != nil || factors[word] != nil }
}

/// How time passes, in phrases.
enum SpokenTimes {
    /// Behind a measure.
    static let closings: Set = [
        "спустя", "позже", "прошло", "прошел", "прошла", "прошли", "пройдет", "проходит", "миновало", "минуло", "истекло", "истек", "истекла",
        "истекли", "later", "pass", "passes", "passed", "have passed", "has passed", "go by", "goes by", "went by", "elapse", "elapsed",
        "have elapsed", "after that", "на календаре",
    ]

    /// «Пара» days are none of these: how many is asked.
    static let whole: [String: Duration] = {
        let day = Duration(days: 1)
        var out: [String: Duration] = [:]
        for phrase in [
            "на следующий день", "на другой день", "следующий день", "наступил следующий день", "назавтра", "завтра", "прошел день", "прошел один день",
            "next day", "the next day", "on the next day", "the following day", "on the following day", "tomorrow", "a day passes", "a day later",
        ] { out[phrase] = day }
        for phrase in ["послезавтра", "the day after tomorrow"] { out[phrase] = Duration(days: 2) }
        for phrase in ["прошла неделя", "неделю спустя", "неделей позже", "a week passes", "a week later"] {
            out[phrase] = Duration(days: 7, inWeeks: true)
        }
        for phrase in ["прошел месяц", "месяц спустя", "месяцем позже", "a month passes", "a month later"] { out[phrase] = Duration(months: 1) }
        for phrase in ["прошел год", "год спустя", "годом позже", "a year passes", "a year later"] { out[phrase] = Duration(months: 12) }
        for phrase in ["прошел час", "час спустя", "часом позже", "an hour passes", "an hour later"] { out[phrase] = Duration(minutes: 60) }
        for phrase in ["день спустя", "днем позже", "сутки спустя"] { out[phrase] = day }
        return out
    }()

    /// What may be another day of the week or the month as well.
    static let vague: [String: String] = [
        "на следующей неделе": "7 дней", "через неделю-другую": "14 дней", "в следующем месяце": "1 месяц", "в следующем году": "1 год",
        "next week": "7 days", "next month": "1 month", "next year": "1 year", "через полмесяца": "15 дней",

    ]
}
