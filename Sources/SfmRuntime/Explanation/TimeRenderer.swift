import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

/// What time it is where a rule asks, and what the calendar says of it.
struct TimeRenderer {
    let world: World
    let renderer: DecisionRenderer

    /// Behind a condition that holds: what of the calendar made it so. Nothing where the condition says all.
    func remark(on condition: Condition, _ c: Context) -> Text {
        guard let (asked, calendar) = condition.asked else { return Text(same: "") }
        return Text(same: ": ") + actual(asked, calendar, c.request)
    }

    /// "Saturday 07.09.2024 is no working day", «02.09.2024 19:00».
    func actual(_ asked: TimeTest, _ calendar: SchoolCalendar?, _ request: Request) -> Text {
        switch asked {
        case .window(let window): return self.window(window, calendar ?? world.anyCalendar)
        case .inForce: return Text("today is \(world.now.dayText)", "сегодня \(world.now.dayText)")
        case .silent:
            guard request.chat != .absent else { return Text("there is no chat", "чата нет") }
            let last = world[chat: request.chat].lastWritten
            return Text("the last message was at \(last.text)", "последнее сообщение было \(last.text)")
        case .under(_, let ofActor):
            let person = ofActor ? request.actor : request.target
            guard person != .absent else { return Text("nobody is named", "никто не назван") }
            guard let age = world.age(of: person), let born = world[person: person].born else {
                return Text("the date of birth of \(renderer.person(person)) is not given", "дата рождения \(renderer.person(person)) не указана")
            }
            return Text("born \(born.dayText), \(age) now", "дата рождения — \(born.dayText), полных лет — \(age)")
        }
    }

    private func window(_ window: TimeWindow, _ calendar: SchoolCalendar) -> Text {
        switch window {
        case .weekends, .workingDays: return Self.day(world.now.day, calendar)
        case .workingHours:
            let hours = calendar.hours.map { Text(", working hours are \($0.text)", ", рабочие часы — \($0.text)") } ?? Text(same: "")
            guard calendar.isWorkingDay(world.now.day) else { return Self.day(world.now.day, calendar) }
            return Text(same: world.now.clockTime) + hours
        case .weekdays: return Self.named(world.now.day)
        case .periods(let names):
            let ranges = names.compactMap { name in calendar.stretch(of: name, at: world.now.day) }
            let printed = ranges.map { Instant(day: $0.first).dayText + "–" + Instant(day: $0.last).dayText }.joined(separator: ", ")
            return Text(same: world.now.dayText) + (printed.isEmpty ? Text(same: "") : Text(", the period is \(printed)", ", период — \(printed)"))
        case .hours, .yearly, .since, .until: return Text("now \(world.now.text)", "сейчас \(world.now.text)")
        }
    }

    /// "Saturday 07.09.2024 is no working day".
    static func day(_ day: Int64, _ calendar: SchoolCalendar) -> Text {
        let works = calendar.isWorkingDay(day)
        return named(day) + (works ? Text(" is a working day", " — рабочий день") : Text(" is no working day", " — нерабочий день"))
    }

    static func named(_ day: Int64) -> Text {
        let date = Instant(day: day).dayText
        let weekday = CalendarPrinter.weekday(of: day)
        return Text("\(weekday.en) \(date)", "\(weekday.ru) \(date)")
    }
}
