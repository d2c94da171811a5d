import SfmModel
import SfmPolicy
import SfmRuntime
import SfmScenarios
import SfmTerms

@testable import SfmSyntax

/// Scenarios made of the grammar's own templates: every act, in either language, with people and places of a small school.
struct RandomScenario {
    var random: SeededNumbers

    static let background = """
        policy "words"
          message kinds "да"
          violation kinds "да"
          role "да" is employee
          mark "да" of person
          act "да": liberty, of person, in chat, in group, with text
        end
        use policy "words"

        background
          given school "Ш" with admin @adm
          given director @dir
          given deputy @dep
          given class teacher @cl of group "10А"
          given class teacher @cl2 of group "9Б"
          given teacher @sub of subject "Физика" in group "10А"
          given unverified teacher @new
          given students @s1, @s2, @s3 in group "10А"
          given student @s4 in group "9Б"
          given parent @p1 of @s1
          given parent @p1 of @s4
          given parent @p2 of @s2
          given outsider @out
          given chat "10А" for students of group "10А" moderated by @cl
          given chat "Родители" for parents moderated by @cl
          given chat "Иное" moderated by @sub
          @adm: invite student to school as link L1
          @cl: invite parent to chat "Родители" as link L2
          @dir: issue order "1" about "платформе"
          create poll "Когда?" with "да", "нет"
        end

        """

    private mutating func pick<T>(_ all: [T]) -> T { all[Int.random(in: 0..<all.count, using: &random)] }

    private mutating func person() -> String {
        pick(["@adm", "@dir", "@dep", "@cl", "@cl2", "@sub", "@new", "@s1", "@s2", "@s3", "@s4", "@p1", "@p2", "@out"])
    }

    /// A scenario's text: steps only of what the templates offer.
    mutating func text(steps: Int) -> String {
        var out = Self.background + "scenario \"x\"\n"
        for _ in 0..<steps { out += "  " + step() + "\n" }
        return out + "  expect today is 01.09.2024\nend\n"
    }

    /// A scenario whose steps leave out what the step above has mentioned: most of them mean something else after another one.
    mutating func dependentText(steps: Int) -> String {
        var out = Self.background + "scenario \"x\"\n"
        for number in 0..<steps { out += "  " + dependentStep(number) + "\n" }
        return out + "  expect today is 01.09.2024\nend\n"
    }

    private mutating func dependentStep(_ number: Int) -> String {
        let (a, b) = (person(), person())
        let chat = pick(["\"10А\"", "\"Родители\"", "\"Иное\""])
        switch Int.random(in: 0..<16, using: &random) {
        case 0:
            return pick([
                "object \(a) to unblocking of \(b)", "\(a): возразить против разблокировки \(b)", "\(a) objects to unblocking \(b)",
                "возражает \(a) против разблокировки \(b)",
            ])
        case 1: return pick(["apologize \(a)", "\(a): принести извинения", "извиниться \(a) в чате \(chat)"])
        case 2: return pick(["violate", "нарушение", "violate in chat \(chat) \(a)", "нарушение правил \(a) в чате \(chat)"])
        case 3: return pick(["remind", "напомнить", "@cl: remind", "@sub: напомнить \(a)", "\(a): remind student", "force remind"])
        case 4: return pick(["block for 3 days", "@cl: заблокировать на 3 дня", "force @cl: block \(a) in chat \(chat) for 1 day", "force unblock"])
        case 5: return pick(["share account of \(a) with \(b)", "передать аккаунт \(a) пользователю \(b)", "\(a): share account of \(a) with \(b)"])
        case 6: return pick(["transfer student to group \"9Б\"", "@dir: перевести \(a) в группу \"10А\"", "record movement of student"])
        case 7: return pick(["depart student", "выбыл \(a)", "dismiss \(a)"])
        case 8: return pick(["@cl: create chat \"N\(number)\" for students of group", "@cl: создать чат \"N\(number)\" для родителей группы"])
        case 9: return pick(["@cl: invite \(a) to chat", "@cl: пригласить ученика в чат", "@adm: invite teacher to group"])
        case 10: return pick(["request join \(a) as teacher", "\(a): подать заявку на вступление учителем", "accept request of teacher"])
        case 11: return pick(["@cl: post \"x\" as negative", "\(a): написать \"y\" в чате \(chat)", "@cl: delete message 1"])
        case 12: return pick(["expect \(a) is member of chat \(chat)", "ожидаем \(a) не заблокирован", "expect denied: \(a): remind \(b) in chat \(chat)"])
        case 13: return pick(["given violations of \(a) in chat \(chat) = 4", "дано \(a) извинился", "given moderator of chat \(chat) is \(a)"])
        case 14: return pick(["advance 1 day", "через 1 час", "fulfil duties", "as \(a)", "от имени любого"])
        default: return step()
        }
    }

    private mutating func step() -> String {
        switch Int.random(in: 0..<14, using: &random) {
        case 0: return pick(["advance ", "через "]) + pick(["1 day", "3 часа", "2 weeks", "1 месяц"])
        case 1: return "violate \(person()) in chat \"10А\""
        case 2: return "force \(person()): " + act()
        case 3: return pick(["fulfil duties", "исполнить обязанности"])
        case 4, 5: return act()
        default: return "\(person()): " + act()
        }
    }

    /// An act in the words of one of its templates.
    private mutating func act() -> String {
        while true {
            let act = pick(ActTable.all)
            let forms = act.forms
            if forms.doerIsTarget || act.isDoneByWorld { continue }
            let russian = Bool.random(using: &random)
            let template = Template(pick(russian ? forms.russian : forms.english))
            if case .slot(.target, _, _)? = template.elements.first { continue }
            var used: Set<Slot> = []
            let text = self.text(template.elements, russian ? .russian : .english, &used)
            return text.joined(separator: " ")
        }
    }

    private mutating func text(_ elements: [Template.Element], _ language: Language, _ used: inout Set<Slot>) -> [String] {
        var out: [String] = []
        for element in elements {
            switch element {
            case .word(let words): out.append(pick(words))
            case .optionalWord(let words): if Bool.random(using: &random) { out.append(pick(words)) }
            case .negation: break
            case .slot(let slot, let grammaticalCase, _):
                used.insert(slot)
                out.append(value(slot, language, grammaticalCase))
            case .part(let inner):
                let isTaken = inner.contains { if case .slot(let slot, _, _) = $0 { used.contains(slot) } else { false } }
                if !isTaken, Bool.random(using: &random) { out += text(inner, language, &used) }
            }
        }
        return out.filter { !$0.isEmpty }
    }

    private mutating func value(_ slot: Slot, _ language: Language, _ grammaticalCase: GrammaticalCase) -> String {
        let isRussian = language == .russian
        func role(_ role: Role) -> String { RoleNoun.of(role).inflected(language, grammaticalCase == .nominative ? .accusative : grammaticalCase) }
        switch slot {
        case .target, .other, .appointing, .moderator, .admin, .members, .copied: return person()
        case .invitee: return Bool.random(using: &random) ? person() : role(pick([.student, .parent, .teacher]))
        case .role: return role(pick([.admin, .additionalAdmin, .teacher, .student, .parent, .deputy, .moderator, .responsible, .classTeacher]))
        case .audience:
            return RoleNoun.of(pick([.student, .parent, .teacher, .deputy])).inflected(language, plural: true, .genitive)
        case .chat: return pick(["\"10А\"", "\"Родители\"", "\"Иное\""])
        case .channel: return "\"Общешкольный\""
        case .group: return pick(["\"10А\"", "\"9Б\""])
        case .school: return "\"Ш\""
        case .place: return pick(isRussian ? ["чат \"10А\"", "группу \"10А\"", "школу"] : ["chat \"10А\"", "group \"10А\"", "school"])
        case .order: return "\"1\""
        case .link: return pick(["L1", "L2"])
        case .options: return "\"да\", \"нет\""
        case .duration: return pick(isRussian ? ["0 дней", "3 дня", "1 месяц", "400 лет"] : ["0 days", "3 days", "1 month", "400 years"])
        case .until, .at: return "05.10.2024"
        case .number: return pick(["0", "1", "2", "1000000000"])
        case .reason: return isRussian ? pick(["нарушения правил", "личных предпочтений"]) : pick(["rules", "personal"])
        case .mood, .purpose: return ChoiceWords.phrase(slot.choices, pick(slot.choices).value, language)
        // The label says it all.
        case .field, .collective, .unclaimed, .exists, .questionnaire, .another: return ""
        case .act: return pick(["@cl: add @s1 to chat \"10А\"", "@s1: написать \"да\" в чате \"10А\""])
        // Words of the policy, whatever they are for, and texts.
        default: return "\"да\""
        }
    }
}

/// A world and its ledger as text: equal texts are equal worlds.
enum WorldText {
    static func of(_ i: Interpreter) -> String {
        let w = i.world
        var out = ["\(w.now.text) \(w.school) staff \(w.staffRoom)"]
        out += w.people.map { "\($0)" } + w.groups.map { "\($0)" } + w.links.map { "\($0)" } + w.broadcasts.map { "\($0)" }
        // The channels of every school are there whether anybody has spoken of them or not.
        out += w.channels.filter { !$0.posts.isEmpty || !$0.material.isEmpty }.map { "\($0)" }
        out += w.orders.map { "order \($0.number) \($0.about) \($0.appoints) \($0.stages.map(\.rawValue).sorted())" }
        out += w.polls.map { "poll \($0.title) \($0.options) \($0.chat) \($0.votes.sorted { $0.key < $1.key }.map { "\($0)" })" }
        for chat in w.chats {
            out.append("chat \(chat.name) \(chat.audience) \(chat.group) \(chat.subject) \(chat.moderator) \(chat.memberCount)")
            out += chat.records.map { "  \($0)" } + chat.messages.map { "  \($0)" } + [chat.gathering.map { "  \($0)" } ?? "  -"]
        }
        out += i.ledger.pending.map { "duty \($0.clause) \($0.act) \($0.person) \($0.chat) \($0.target) \($0.item) \($0.since.text) \($0.isBreached)" }
        out += i.ledger.breaches.map { "breach \($0)" }
        return out.joined(separator: "\n")
    }
}
