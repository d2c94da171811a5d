import SfmPolicy
import SfmRuntime
import SfmSyntax
import SfmTerms

extension WorldPrinter {
    /// The calendar that steps go by, with what it makes of today; then those of the policies that have their own.
    var calendars: SafeText {
        let calendar = interpreter.stepCalendar
        var lines = CalendarReading.lines(calendar) + CalendarReading.today(world.now, calendar)
        for policy in interpreter.policies.policies {
            guard let own = policy.calendar, own != calendar else { continue }
            lines.append(Text("Policy “\(policy.id)”:", "Порядок «\(policy.id)»:"))
            lines += CalendarReading.lines(own).map { Text(same: "  ") + $0 }
        }
        return lines.map { SafeText($0[language]) + "\n" }.reduce("", +)
    }
}
