import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Fact {
    /// When somebody was born; conditions on age go by it.
    static let born = Fact(
        Forms(
            "born", en: ["{target} was born {until}", "{target} was born on {until}"],
            ru: ["{target} родился {until}", "{target} родилась {until}", "дата рождения {target} — {until}"]),
        introduces: [.target],
        notGiven: { node in
            guard case .date(let day, hasTime: true)? = node.slot(.until)?.value else { return nil }
            return Text("a date of birth has no time: \(day.dayText)", "у даты рождения нет времени: \(day.dayText)")
        },
        set: { i, q in
            guard let until = q.until else { return nil }
            let today = i.world.now
            if until.instant.day > today.day {
                return UnmetPrecondition(
                    Text("nobody is born on a day to come: today is \(today.dayText)", "родиться в будущем нельзя: сегодня \(today.dayText)"))
            }
            for person in q.people { i.world[person: person].born = until.instant }
            return nil
        },
        holds: { i, q in
            let wanted = q.until?.instant.day
            return Verdict(PersonFacts.agree(q) { i.world[person: $0].born.map { $0.day == wanted } ?? false }) { i, q in
                guard let person = q.people.first else { return nil }
                let name = i.renderer.person(person)
                return i.world[person: person].born.map { Text("\(name) was born \($0.dayText)", "дата рождения \(name) — \($0.dayText)") }
                    ?? Text("the date of birth of \(name) is not given", "дата рождения \(name) не указана")
            }
        })
}
