import SfmPolicy
import SfmSyntax
import SfmTerms

extension PolicyReading {
    /// When the policy is in force, and what its calendar says; a calendar that it has from a policy that it extends stands there.
    var calendar: [Text] {
        var out: [Text] = []
        if let (from, to) = policy.inForce {
            out.append(Text("In force ", "Действует ") + CalendarReading.inBoth { $0.dates(from, to) } + Text(" inclusive.", " включительно."))
        }
        if let calendar = policy.calendar, !policy.extends.contains(where: { $0.calendar == calendar }) { out += CalendarReading.lines(calendar) }
        return out
    }
}

/// A calendar in sentences.
public enum CalendarReading {
    static func inBoth(_ text: (CalendarPrinter) -> String) -> Text { Text(text(CalendarPrinter(.english)), text(CalendarPrinter(.russian))) }

    public static func lines(_ calendar: SchoolCalendar) -> [Text] {
        func line(_ line: CalendarLine) -> Text {
            let text = inBoth { $0.line(line) }
            return Text(capital(text.en), capital(text.ru)) + Text(same: ".")
        }
        let lines = calendar.lines
        var out = [line(.workingDays(calendar.weekdays, lines.hours))]
        if lines.hours == nil { out[0] = out[0] + Text(" A working day is the whole day.", " Рабочий день — целые сутки.") }
        if !lines.daysOff.isEmpty { out.append(line(.daysOff(lines.daysOff))) }
        if !lines.alsoWorking.isEmpty { out.append(line(.alsoWorking(lines.alsoWorking))) }
        for period in lines.periods {
            let days = CalendarPrinter(.english).ranges(period.ranges)
            out.append(Text("Period “\(period.name)”: \(days).", "Период «\(period.name)»: \(days)."))
        }
        if let (from, to) = lines.schoolYear { out.append(line(.schoolYear(from, to))) }
        return out
    }

    private static func capital(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

    /// What day it is, whether it is worked on, and which is the next one that is.
    public static func today(_ now: Instant, _ calendar: SchoolCalendar) -> [Text] {
        var out = [TimeRenderer.day(now.day, calendar) + Text(same: ".")]
        let periods = calendar.lines.periods.filter { calendar.isIn($0.name, now.day) }.map(\.name)
        if !periods.isEmpty {
            out.append(Text("Period: ", "Период: ") + Text.joined(periods.map { Text("“\($0)”", "«\($0)»") }) + Text(same: "."))
        }
        if let next = calendar.nextWorkingDay(after: now) {
            out.append(Text("The next working day: ", "Следующий рабочий день: ") + TimeRenderer.named(next.day) + Text(same: "."))
        }
        return out
    }
}
