import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Fact {
    /// Who people are: roles, groups, children, status.
    static let people = [person, unverified, role, verified, departed, dismissed, inSchool, born]

    /// `students @a, @b in group "10А"`, `parent @p of @a`, `class teacher @t of group "10А"`.
    private static let person = Fact(
        Forms(
            "person",
            en: [
                "{role} {target} [in group {group}] [of {other}] [of subject {subject}] [for {about}]",
                "{role} {target} [of group {group}] [of chat {chat}] [for subject {subject}]",
            ],
            ru: [
                "{role} {target} [в группе {group}] [ученика {other}] [по предмету {subject}] [за {about}]",
                "{role} {target} [группы {group}] [обучающегося {other}] [предмета {subject}] [чата {chat}]",
                "{role} {target} [студента {other}] [учащегося {other}] [учеников {other}]",
            ],
            secondFor: .classTeacher),
        introduces: [.target, .group],
        set: { i, q in
            guard let role = q.role else { return nil }
            for person in q.people { PersonFacts.give(role, to: person, &i, q) }
            return nil
        },
        holds: { i, q in
            guard let role = q.role else { return Verdict(false) }
            return PersonFacts.verdict(role, i, q)
        })

    private static let unverified = Fact(
        Forms(
            "unverified", en: ["unverified teacher {target} [of group {group}]"],
            ru: ["учитель без подтверждения {target} [в группе {group}]", "неподтверждённый учитель {target} [группы {group}]"]),
        introduces: [.target, .group],
        set: { i, q in
            for person in q.people {
                PersonFacts.give(.teacher, to: person, &i, q)
                i.world[person: person].marks.subtract(.verified)
            }
            return nil
        },
        holds: { i, q in
            Verdict(q.people.allSatisfy { i.world.roles(of: $0).has(.teacher) && !i.world[person: $0].marks.contains(.verified) })
        })

    /// `@x is admin`, `@x is student of group "10А"`.
    private static let role = Fact(
        Forms(
            "role", en: ["{target} is {not} {role} [of group {group}]", "{target} is {not} {role} [in group {group}] [of chat {chat}] [of {other}]"],
            ru: [
                "{target} {not} {role} [группы {group}]", "{target} {not} {role} [в группе {group}] [чата {chat}] [ученика {other}]",
                "{target} {not} {role} [в чате {chat}]",
            ]),
        introduces: [.target, .group],
        deniable: true,
        set: { i, q in
            guard let role = q.role else { return nil }
            for person in q.people { q.node.negated ? PersonFacts.take(role, from: person, &i, q) : PersonFacts.give(role, to: person, &i, q) }
            return nil
        },
        holds: { i, q in
            guard let role = q.role else { return Verdict(false) }
            return PersonFacts.verdict(role, i, q)
        })

    private static let verified = mark(
        Forms("verified", en: ["{target} is {not} verified"], ru: ["статус {target} {not} подтверждён", "{target} {not} подтверждён"]), .verified)

    private static let departed = mark(
        Forms("departed", en: ["{target} has {not} departed"], ru: ["{target} {not} выбыл", "{target} {not} отчислен"]), .departed,
        or: .dismissed)

    private static let dismissed = mark(Forms("dismissed", en: ["{target} is {not} dismissed"], ru: ["{target} {not} уволен"]), .dismissed)

    private static let inSchool = mark(
        Forms(
            "in school", en: ["{target} is {not} participant of school", "{target} is {not} participant in school"],
            ru: ["{target} {not} состоит в школе", "{target} {not} участник школы"]), .joined)

    /// A mark that somebody has; `other` is one with which the fact holds as well.
    private static func mark(_ forms: Forms, _ mark: Person.Marks, or other: Person.Marks = []) -> Fact {
        let any = mark.union(other)
        return Fact(
            forms, deniable: true,
            set: { i, q in
                for person in q.people {
                    if q.node.negated { i.world[person: person].marks.subtract(any) } else { i.world[person: person].marks.formUnion(mark) }
                }
                return nil
            },
            holds: { i, q in Verdict(PersonFacts.agree(q) { !i.world[person: $0].marks.isDisjoint(with: any) }) })
    }
}

/// What the facts about people share.
enum PersonFacts {
    /// For every person named; a negated fact means that it holds of none of them.
    static func agree(_ q: Query, _ test: (PersonID) -> Bool) -> Bool { q.node.negated ? q.people.contains(where: test) : q.people.allSatisfy(test) }

    static func give(_ role: Role, to person: PersonID, _ i: inout Interpreter, _ q: Query) {
        switch role {
        case .classTeacher:
            i.world[person: person].roles.formUnion(RoleSet(.teacher))
            if q.group != .absent {
                i.world.appoint(person, classTeacherOf: q.group)
            } else {
                i.world[person: person].roles.formUnion(RoleSet(.classTeacher))
            }
        case .moderator:
            let chat = q.chat != .absent ? q.chat : i.mentions.chat
            if chat != .absent {
                i.world.appoint(moderators: [person], of: chat)
                i.world.addMember(person, to: chat, knowsRules: true)
            }
        case .participant: i.world[person: person].marks.formUnion(.joined)
        case .admin: i.world[person: person].roles.formUnion([RoleSet(role), RoleSet(.employee)])
        default: i.world[person: person].roles.formUnion(RoleSet(role))
        }
        if role == .teacher || role == .subjectTeacher, q.subject != .absent || q.group != .absent {
            i.world.assign(person, subject: q.subject, in: q.group)
        }
        if RoleSet(role).closed.has(.student), q.group != .absent { i.world.place(person, in: q.group) }
        for child in q.other {
            i.world.relate(parent: person, to: child)
            if role != .parent, role != .parentActivist { continue }
        }
        if role != .outsider {
            if i.world.school.exists { i.world[person: person].marks.formUnion(.joined) }
            if role == .admin || RoleSet(role).closed.has(.employee) { i.world[person: person].marks.formUnion(.verified) }
        }
    }

    /// The role itself goes; what follows from another role stays.
    static func take(_ role: Role, from person: PersonID, _ i: inout Interpreter, _ q: Query) {
        i.world[person: person].roles.subtract(RoleSet(role))
        switch role {
        case .classTeacher: i.world.relieve(person, ofClass: q.group)
        case .subjectTeacher: i.world.release(person, ofGroup: q.group)
        case .participant: i.world[person: person].marks.subtract(.joined)
        case .student where i.world[person: person].group == q.group: i.world.place(person, in: .absent)
        case .moderator:
            let chat = q.chat != .absent ? q.chat : i.mentions.chat
            if chat != .absent { i.world.dismissModerator(person, of: chat) }
        default: break
        }
    }

    static func verdict(_ role: Role, _ i: Interpreter, _ q: Query) -> Verdict {
        let world = i.world
        let holds = agree(q) { person in
            let roles = world.roles(of: person, chat: q.chat != .absent ? q.chat : i.mentions.chat)
            guard roles.has(role) else { return false }
            if role == .moderator, q.chat != .absent, world[chat: q.chat].moderator != person { return false }
            if q.node.slot(.group) != nil {
                if role == .student, world[person: person].group != q.group { return false }
                if role == .classTeacher, !world[person: person].leads.contains(q.group) { return false }
                if !world.belongs(person, to: q.group) { return false }
            }
            let isTaught = world[person: person].teaches.contains { $0.subject == q.subject && (q.group == .absent || $0.group == q.group) }
            if q.subject != .absent, !isTaught {
                return false
            }
            return q.other.allSatisfy { world[person: person].children.contains($0) }
        }
        return Verdict(holds) { i, q in
            guard let person = q.people.first else { return nil }
            let world = i.world
            let roles = world.roles(of: person, chat: i.mentions.chat).roles.filter { $0 != .anyone }
            let list = Text.joined(roles.map(i.renderer.role))
            let name = i.names[world[person: person].name]
            var text = Text("\(name): \(list.en.isEmpty ? "no role" : list.en)", "\(name): \(list.ru.isEmpty ? "без роли" : list.ru)")
            let group = world[person: person].group
            if group != .absent {
                text =
                    text
                    + Text(", group \(i.names.quoted(world[group: group].name, .english))", ", группа \(i.names.quoted(world[group: group].name, .russian))")
            }
            return text
        }
    }
}
