import SfmModel
import SfmPolicy
import SfmRuntime
import SfmSyntax
import SfmTerms

/// `show …`: the world in tables whose columns line up.
struct Shower {
    let interpreter: Interpreter
    let language: Language

    var world: World { interpreter.world }
    func word(_ en: String, _ ru: String) -> String { language == .english ? en : ru }
    func name(_ id: NameID) -> String { Safe.text(interpreter.names.quoted(id, language)) }
    /// What the policies in force call such a place.
    func noun(_ place: PlaceKind) -> String { Safe.text(interpreter.narrator.noun(.place(place))[language]) }

    func person(_ id: PersonID) -> String { Safe.text(interpreter.narrator.person(id)) }

    /// `nil` where the topic is not one that can be shown.
    func show(_ topic: String) -> String? {
        if topic.hasPrefix("@") { return showPerson(topic) }
        guard let (what, rest) = ShowTopic.parse(topic) else { return nil }
        switch what {
        case .chat: return showChat(Self.quoted(topic))
        case .group: return showGroup(Self.quoted(topic))
        case .chats: return list(world.chats.map { chatLine($0) }, "no chats", "чатов нет")
        case .groups: return list(world.groups.indices.map { groupLine(Int32($0)) }, "no groups", "групп нет")
        case .people: return people.isEmpty ? nothing("nobody yet", "пока никого нет") : people
        case .school: return school
        case .duties: return duties
        case .breaches: return breaches
        case .links: return links
        case .requests: return requests
        case .orders: return orders
        case .channels: return channels
        case .messages: return messages
        case .polls: return polls
        case .policy: return policy(rest)
        case .policies: return policies
        case .clause: return clause(rest)
        case .log: return log
        case .world: return everything
        }
    }

    /// What a test would say of what is shown.
    func expectations(_ topic: String) -> [String] {
        let proposals = interpreter.proposals
        if topic.hasPrefix("@") { return index(of: topic).map { proposals.person(shown: $0) } ?? [] }
        switch ShowTopic.parse(topic)?.topic {
        case .chat: return chatIndex(Self.quoted(topic)).map { proposals.chat(Int32($0)) } ?? []
        case .duties: return interpreter.hasPolicy ? proposals.duties : []
        case .breaches: return interpreter.hasPolicy ? proposals.breaches : []
        case .links: return proposals.links
        default: return []
        }
    }

    private static func quoted(_ topic: String) -> String? {
        topic.split(whereSeparator: { "\"«»“”„".contains($0) }).dropFirst().first.map(String.init)
    }

    private func index(of handle: String) -> PersonID? {
        world.people.indices.first { interpreter.names[world.people[$0].name] == handle }.map { Int32($0) }
    }

    private func list(_ lines: [String], _ en: String, _ ru: String) -> String { lines.isEmpty ? nothing(en, ru) : lines.joined() }

    func nothing(_ en: String, _ ru: String) -> String { "  " + word(en, ru) + "\n" }

    // MARK: - Nouns

    func roles(_ id: PersonID) -> String {
        let p = world[person: id]
        var roles = p.roles
        if !p.leads.isEmpty { roles.formUnion(RoleSet(.classTeacher)) }
        if !p.teaches.isEmpty { roles.formUnion(RoleSet(.subjectTeacher)) }
        if roles.has(.classTeacher) || roles.has(.subjectTeacher) { roles.subtract(RoleSet(.teacher)) }
        var text = Safe.text(interpreter.narrator.roles(roles)[language])
        if p.marks.contains(.departed) { text += word(", departed", ", выбытие") }
        if p.marks.contains(.dismissed) { text += word(", dismissed", ", увольнение") }
        return text
    }

    private var people: String {
        Table.text(
            world.people.indices.map { k in
                let id = Int32(k)
                return [person(id), roles(id), world[person: id].group == none ? "" : name(world[group: world[person: id].group].name)]
            })
    }

    private func showPerson(_ handle: String) -> String? {
        guard let id = index(of: handle) else { return nothing("nobody of that name", "такого человека нет") }
        let p = world[person: id]
        var rows = [[person(id), roles(id)]]
        if p.group != none { rows.append([noun(.group), name(world[group: p.group].name)]) }
        if !p.children.isEmpty { rows.append([word("children", "дети"), p.children.map(person).joined(separator: ", ")]) }
        if !p.parents.isEmpty { rows.append([word("parents", "родители"), p.parents.map(person).joined(separator: ", ")]) }
        for chat in p.chats {
            guard let record = world[chat: chat][id] else { continue }
            rows.append([word("chat", "чат") + " " + name(world[chat: chat].name), status(record, chat)])
        }
        return Table.text(rows)
    }

    private func status(_ record: ChatRecord, _ chat: ChatID) -> String {
        standing(record, chat).filter { !$0.isEmpty }.joined(separator: ", ")
    }

    /// What a chat knows of somebody, a cell each: membership, rules, violations, block.
    private func standing(_ record: ChatRecord, _ chat: ChatID) -> [String] {
        let moderates = world[chat: chat].moderator == record.person
        let membership = moderates ? word("moderator", "модератор") : record.isMember ? word("member", "состоит") : word("not a member", "не состоит")
        let rules = record.knowsRules ? word("knows the rules", "с правилами знаком") : word("has not seen the rules", "с правилами не знаком")
        var block: [String] = []
        if let now = world.block(of: record.person, in: chat) {
            block.append(word("blocked ", "блокировка ") + (now.until == .never ? word("without a term", "без срока") : word("until ", "до ") + now.until.text))
            if now.apologized { block.append(word("apologized", "извинения принесены")) }
            if !now.objections.isEmpty { block.append(word("objections: ", "возражений: ") + "\(now.objections.count)") }
        }
        return [
            membership, rules, record.violations > 0 ? word("violations: ", "нарушений: ") + "\(record.violations)" : "", block.joined(separator: ", "),
        ]
    }

    private func chatIndex(_ quoted: String?) -> Int? {
        quoted.map { wanted in world.chats.firstIndex { interpreter.names[$0.name] == wanted } }
            ?? (interpreter.mentions.chat == none ? world.chats.indices.first : Int(interpreter.mentions.chat))
    }

    private func showChat(_ quoted: String?) -> String {
        guard let index = chatIndex(quoted) else { return nothing("there is no such chat", "такого чата нет") }
        let chat = world.chats[index]
        let records = chat.records.map { [person($0.person)] + standing($0, Int32(index)) }
        return chatLine(chat) + Table.text(records, indent: "    ") + messageLines(chat.messages, indent: "    ")
    }

    private func chatLine(_ chat: Chat) -> String {
        var text = "  " + word("chat ", "чат ") + name(chat.name)
        if !chat.audience.isEmpty {
            text += word(" for ", " для ") + chat.audience.roles.map { RoleNoun.of($0).text(language, plural: true, .genitive) }.joined(separator: ", ")
        }
        if chat.group != none { text += word(" of group ", " группы ") + name(world[group: chat.group].name) }
        text += word(", moderator ", ", модератор ") + person(chat.moderator)
        return text + word(", members: ", ", участников: ") + "\(chat.memberCount)\n"
    }

    private func groupLine(_ id: GroupID) -> String {
        let students = world.people.indices.filter { world.people[$0].group == id }.map { person(Int32($0)) }
        let leaders = world.people.indices.filter { world.people[$0].leads.contains(id) }.map { person(Int32($0)) }
        var text = "  " + noun(.group) + " " + name(world[group: id].name)
        if !leaders.isEmpty { text += word(", class teacher ", ", классный руководитель ") + leaders.joined(separator: ", ") }
        return text + word(", students: ", ", учеников: ") + (students.isEmpty ? "0" : "\(students.count) (\(students.joined(separator: ", ")))") + "\n"
    }

    private func showGroup(_ quoted: String?) -> String {
        let index =
            quoted.map { wanted in world.groups.firstIndex { interpreter.names[$0.name] == wanted } }
            ?? (interpreter.mentions.group == none ? world.groups.indices.first : Int(interpreter.mentions.group))
        guard let index else { return nothing("there is no such group", "такой группы нет") }
        return groupLine(Int32(index))
    }

    // MARK: - Norms and events

    private var duties: String {
        let pending = interpreter.ledger.pending.map { "  • " + Safe.text(interpreter.narrator.duty($0)[language]) + "\n" }.joined()
        let standing = interpreter.policies.standing.map { entry -> String in
            let act = ActTable.all[entry.rule.act]
            var who = ""
            if case .roles(let roles) = entry.rule.bearer { who = Safe.text(interpreter.narrator.roles(roles)[language]) }
            return "  ∘ \(who): \(act.noun[language]) (\(interpreter.narrator.cite(entry.clause, language)))\n"
        }.joined()
        return (pending.isEmpty ? nothing("no pending duties", "неисполненных обязанностей нет") : pending)
            + (standing.isEmpty ? "" : word("standing duties:\n", "постоянные обязанности:\n") + standing)
    }

    private var breaches: String {
        interpreter.ledger.breaches.isEmpty
            ? nothing("no breaches", "отступлений нет")
            : interpreter.ledger.breaches.map { "  ! " + interpreter.narrator.breach($0)[language] + "\n" }.joined()
    }

    private var log: String {
        guard !interpreter.log.isEmpty else { return nothing("nothing has happened yet", "событий ещё не было") }
        var out = ""
        var day: String?
        var rows: [[String]] = []
        func close() { out += Table.text(rows, indent: "    ") }
        for entry in interpreter.log {
            if day != entry.time.dayText {
                close()
                (day, rows) = (entry.time.dayText, [])
                out += "  " + entry.time.dayText + "\n"
            }
            let act = Safe.text(interpreter.narrator.act(entry.call, language))
            rows.append([String(entry.time.text.suffix(5)), (entry.isForced ? "! " : "") + act, interpreter.narrator.cite(entry.clauses)[language]])
        }
        close()
        return out
    }

    var policies: String {
        let inForce = "  " + Teller(language: language, colour: false, plain: false, sources: []).policies(interpreter) + "\n"
        guard !interpreter.hasPolicy else { return inForce }
        let known = Library.shippedIDs.map { "\"\($0)\"" }.joined(separator: ", ")
        return inForce + "  " + word("to choose from, with use policy: ", "можно применить: применить порядок … ") + known + "\n"
    }

    private var everything: String {
        var out = "  " + world.now.text + "\n"
        if world.school.exists { out += "  " + word("school ", "школа ") + name(world.school.name) + "\n" }
        out += world.groups.indices.map { groupLine(Int32($0)) }.joined()
        out += world.chats.map { chatLine($0) }.joined() + people
        return world.people.isEmpty && world.groups.isEmpty && world.chats.isEmpty
            ? out + nothing("no people, groups or chats yet", "людей, групп и чатов пока нет") : out
    }
}
