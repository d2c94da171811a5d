import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Fact {
    /// The school, its groups and its clock.
    static let schools = [school, registered, group, staffRoomExists, today]

    private static let school = Fact(
        Forms(
            "school", en: ["school {school} [with admin {admin}]", "school {school} {not} exists"],
            ru: ["школа {school} [с администратором {admin}]", "школа {school} [администратор {admin}]", "школа {school} {not} существует"]),
        introduces: [.school, .admin],
        set: { i, q in
            i.world.school.name = q.name != .absent ? q.name : i.names.intern("Школа")
            i.world.school.isRegistered = true
            if q.admin != .absent {
                i.world[person: q.admin].roles.formUnion([RoleSet(.admin), RoleSet(.employee)])
                i.world[person: q.admin].marks.formUnion([.joined, .verified])
            }
            return nil
        },
        holds: { i, q in
            guard i.world.school.exists, q.name == .absent || i.world.school.name == q.name else { return Verdict(false) }
            return Verdict(q.admin == .absent || i.world.roles(of: q.admin).has(.admin))
        })

    private static let registered = Fact(
        Forms("registered", en: ["school is {not} registered"], ru: ["школа {not} зарегистрирована"]),
        deniable: true,
        set: { i, q in
            i.world.school.isRegistered = !q.node.negated
            if !q.node.negated, !i.world.school.exists { i.world.school.name = i.names.intern("Школа") }
            return nil
        },
        holds: { i, _ in Verdict(i.world.school.isRegistered) })

    private static let group = Fact(
        Forms("group", en: ["group {group} {not} [exists]", "group {group} [exist]"], ru: ["группа {group} {not} [существует]"]),
        introduces: [.group],
        set: { i, q in
            if q.group != .absent { i.mentions.group = q.group }
            return nil
        },
        holds: { _, q in Verdict(q.group != .absent) })

    private static let staffRoomExists = Fact(
        Forms("staff room", en: ["staff room {not} [exists]"], ru: ["учительская {not} [существует]", "учительская [создана]"]),
        set: { i, _ in
            i.world.makeStaffRoom(named: i.names.intern("Учительская"))
            return nil
        },
        holds: { i, _ in Verdict(i.world.staffRoom != .absent) })

    private static let today = Fact(
        Forms("today", en: ["today is {not} {until}"], ru: ["сегодня {not} {until}"]),
        set: { i, q in
            if let until = q.until { _ = i.moveClock(to: until.hasTime ? until.instant : Instant(minutes: until.instant.minutes + 540)) }
            return nil
        },
        holds: { i, q in
            let now = i.world.now
            return Verdict(q.until.map { $0.hasTime ? $0.instant == now : $0.instant.day == now.day } ?? false) { i, _ in
                Text("it is \(i.world.now.text)", "сейчас \(i.world.now.text)")
            }
        })
}
