import SfmModel
import SfmPolicy
import SfmRuntime
import SfmScenarios
import SfmSyntax
import SfmTerms

/// `show …`: the world in tables whose columns line up.
struct WorldPrinter {
    let interpreter: Interpreter
    let language: Language
    /// How wide a policy is read out; at a terminal it is broken where that ends.
    var width = Wrap.width

    var world: World { interpreter.world }
    func name(_ id: NameID) -> SafeText { SafeText(interpreter.names.quoted(id, language)) }
    /// What the policies in force call such a place.
    func noun(_ place: PlaceKind) -> SafeText { SafeText(interpreter.renderer.noun(.place(place))[language]) }

    func person(_ id: PersonID) -> SafeText { SafeText(interpreter.renderer.person(id)) }

    /// The people, chats and groups that are asked about are there.
    func show(_ request: ShowRequest) throws(UnknownPaper) -> SafeText {
        guard let topic = request.topic else { return request.person.map { showPerson($0.text) } ?? everything }
        switch topic {
        case .chat: return showChat(request.chat?.text)
        case .group: return showGroup(request.group?.text)
        case .chats: return chats(ShowFilter(request, self))
        case .groups: return list(world.groups.indices.map { groupLine(GroupID($0)) }, "no groups", "групп нет")
        case .people: return people(request)
        case .school: return school
        case .duties: return duties(ShowFilter(request, self))
        case .violations: return violations(ShowFilter(request, self))
        case .breaches: return breaches(ShowFilter(request, self))
        case .links: return links
        case .requests: return requests
        case .orders: return orders
        case .channels: return channels
        case .messages: return messages(ShowFilter(request, self))
        case .polls: return polls
        case .policy: return try policy(request.policy, clause: request.clause)
        case .policies: return policies
        case .clause: return clause(request.clause?.text ?? "", of: request.policy?.text)
        case .clauses: return try clauses(request.policy)
        case .calendar: return calendars
        case .log: return log(ShowFilter(request, self))
        case .world: return everything
        }
    }

    func person(_ request: ShowRequest) -> PersonID? { request.person.flatMap { index(of: $0.text) } }
    func chat(_ request: ShowRequest) -> ChatID? { request.chat.flatMap { chatIndex($0.text) }.map { ChatID($0) } }

    /// What a test would say of what is shown; of a part of it only where a test can say just that.
    func expectations(_ request: ShowRequest) -> [String] {
        let proposals = interpreter.proposals
        guard let topic = request.topic else { return person(request).map { proposals.person(shown: $0) } ?? [] }
        switch topic {
        case .chat: return chatIndex(request.chat?.text).map { proposals.chat(ChatID($0)) } ?? []
        case .duties: return interpreter.hasPolicy && ShowFilter(request, self).isOpen ? proposals.duties : []
        case .breaches: return interpreter.hasPolicy && ShowFilter(request, self).isOpen ? proposals.breaches : []
        case .links: return proposals.links
        default: return []
        }
    }

    func index(of handle: String) -> PersonID? {
        world.people.indices.first { interpreter.names[world.people[$0].name] == handle }.map { PersonID($0) }
    }

    func list(_ lines: [SafeText], _ en: SafeText, _ ru: SafeText) -> SafeText { lines.isEmpty ? nothing(en, ru) : lines.joined() }

    func nothing(_ en: SafeText, _ ru: SafeText) -> SafeText { "  \(language(en, ru))\n" }

    // MARK: - Nouns

    func roles(_ id: PersonID) -> SafeText {
        let p = world[person: id]
        var roles = p.roles
        if !p.leads.isEmpty { roles.formUnion(RoleSet(.classTeacher)) }
        if !p.teaches.isEmpty { roles.formUnion(RoleSet(.subjectTeacher)) }
        if roles.has(.classTeacher) || roles.has(.subjectTeacher) { roles.subtract(RoleSet(.teacher)) }
        var text = SafeText(interpreter.renderer.roles(roles)[language])
        for own in words(.role) where world.holds(own, id) { text += (text.isEmpty ? "" : ", ") + quoted(own) }
        if p.marks.contains(.departed) { text += language(", departed", ", выбытие") }
        if p.marks.contains(.dismissed) { text += language(", dismissed", ", увольнение") }
        return text
    }

    private func table(_ people: some Sequence<PersonID>) -> SafeText {
        Table.layOut(people.map { id in [person(id), roles(id) + children(id), classes(id)] })
    }

    /// Whose parent somebody is.
    private func children(_ id: PersonID) -> SafeText {
        let children = world[person: id].children
        let names = children.map { person($0) }.joined(separator: ", ")
        return children.isEmpty ? "" : language(" of \(names)", " (дети: \(names))")
    }

    /// The group that somebody belongs to, leads or teaches in; of a parent those of the children.
    private func classes(_ id: PersonID) -> SafeText {
        let p = world[person: id]
        let groups = [p.group] + p.leads + p.teaches.map(\.group) + p.children.map { world[person: $0].group }
        var shown: [SafeText] = []
        for group in groups where group != .absent && !shown.contains(where: { $0 == name(world[group: group].name) }) {
            shown.append(name(world[group: group].name))
        }
        return shown.joined(separator: ", ")
    }

    private var everybody: some Sequence<PersonID> { world.people.indices.lazy.map { PersonID($0) } }

    /// Everybody, those of a group, or those in a chat.
    private func people(_ request: ShowRequest) -> SafeText {
        var shown = Array(everybody)
        if let group = request.group.flatMap({ groupIndex($0.text) }) { shown = shown.filter { belongs($0, to: GroupID(group)) } }
        if let chat = chat(request) { shown = world[chat: chat].members.sorted() }
        return shown.isEmpty ? nothing("nobody yet", "пока никого нет") : table(shown)
    }

    /// Students of a group, their parents, and those who lead it or teach in it.
    func belongs(_ id: PersonID, to group: GroupID) -> Bool {
        let p = world[person: id]
        return p.group == group || p.leads.contains(group) || p.teaches.contains { $0.group == group }
            || p.children.contains { world[person: $0].group == group }
    }

    private func showPerson(_ handle: String) -> SafeText {
        guard let id = index(of: handle) else { return nothing("nobody of that name", "такого человека нет") }
        let p = world[person: id]
        var rows = [[person(id), roles(id)]]
        if p.group != .absent { rows.append([noun(.group), name(world[group: p.group].name)]) }
        if !p.children.isEmpty { rows.append([language("children", "дети"), p.children.map { person($0) }.joined(separator: ", ")]) }
        if !p.parents.isEmpty { rows.append([language("parents", "родители"), p.parents.map { person($0) }.joined(separator: ", ")]) }
        let marks = words(.mark).filter { world.has($0, id) }
        if !marks.isEmpty { rows.append([language("marks", "отметки"), marks.map(quoted).joined(separator: ", ")]) }
        for chat in p.chats {
            guard let record = world[chat: chat][id] else { continue }
            rows.append([language("chat ", "чат ") + name(world[chat: chat].name), status(record, chat)])
        }
        return Table.layOut(rows)
    }

    /// The names of the words that the policies in force declare.
    func words(_ sort: WordSort) -> [Text] { interpreter.policies.words.words(sort).map(\.name) }

    func quoted(_ word: Text) -> SafeText { language("“\(word.en)”", "«\(word.ru)»") }

    private func status(_ record: ChatRecord, _ chat: ChatID) -> SafeText {
        standing(record, chat).filter { !$0.isEmpty }.joined(separator: ", ")
    }

    /// What a chat knows of somebody, a cell each: membership, rules, violations, block.
    private func standing(_ record: ChatRecord, _ chat: ChatID) -> [SafeText] {
        let moderates = world.moderators(of: chat).contains(record.person)
        let isThere: SafeText = record.isMember ? language("member", "состоит") : language("not a member", "не состоит")
        let membership: SafeText = moderates ? language("moderator", "модератор") : isThere
        let rules: SafeText =
            record.knowsRules ? language("knows the rules", "с правилами знаком") : language("has not seen the rules", "с правилами не знаком")
        var block: [SafeText] = []
        if let now = world.block(of: record.person, in: chat) {
            let term: SafeText = now.until == .never ? language("without a term", "без срока") : language("until \(now.until.text)", "до \(now.until.text)")
            block.append(language("blocked \(term)", "блокировка \(term)"))
            if now.apologized { block.append(language("apologized", "извинения принесены")) }
            if !now.objections.isEmpty { block.append(language("objections: \(now.objections.count)", "возражений: \(now.objections.count)")) }
        }
        let violations: SafeText = record.violations > 0 ? language("violations: \(record.violations)", "нарушений: \(record.violations)") : ""
        let warnings: SafeText = record.warnings > 0 ? language("warnings: \(record.warnings)", "предупреждений: \(record.warnings)") : ""
        block += words(.mark).filter { world.has($0, record.person, in: chat) }.map(quoted)
        return [membership, rules, violations, warnings, block.joined(separator: ", ")]
    }

    func chatIndex(_ quoted: String?) -> Int? {
        quoted.map { wanted in world.chats.firstIndex { !$0.isDeleted && interpreter.names[$0.name] == wanted } }
            ?? (interpreter.mentions.chat == .absent ? world.chats.indices.first { !world.chats[$0].isDeleted } : interpreter.mentions.chat.index)
    }

    private func showChat(_ quoted: String?) -> SafeText {
        guard let index = chatIndex(quoted) else { return nothing("there is no such chat", "такого чата нет") }
        let chat = world.chats[index]
        let records = chat.records.map { [person($0.person)] + standing($0, ChatID(index)) }
        return chatLine(chat) + Table.layOut(records, indent: "    ") + messageLines(chat.messages, indent: "    ")
    }

    func chatLine(_ chat: Chat) -> SafeText {
        var text = language("  chat ", "  чат ") + name(chat.name)
        if !chat.audience.isEmpty {
            let roles = chat.audience.roles.map { RoleNoun.of($0).inflected(language, plural: true, .genitive) }.joined(separator: ", ")
            text += language(" for \(roles)", " для \(roles)")
        }
        if chat.group != .absent { text += language(" of group ", " группы ") + name(world[group: chat.group].name) }
        if chat.isClosed { text += language(", closed", ", закрыт") }
        text += language(", moderator ", ", модератор ") + person(chat.moderator)
        return text + language(", members: \(chat.memberCount)\n", ", участников: \(chat.memberCount)\n")
    }

    private func groupLine(_ id: GroupID) -> SafeText {
        let students = world.people.indices.filter { world.people[$0].group == id }.map { person(PersonID($0)) }
        let leaders = world.people.indices.filter { world.people[$0].leads.contains(id) }.map { person(PersonID($0)) }
        var text: SafeText = "  \(noun(.group)) \(name(world[group: id].name))"
        if !leaders.isEmpty { text += language(", class teacher ", ", классный руководитель ") + leaders.joined(separator: ", ") }
        text += language(", students: ", ", учеников: ")
        return text + (students.isEmpty ? "0\n" : "\(students.count) (\(students.joined(separator: ", ")))\n")
    }

    func groupIndex(_ quoted: String?) -> Int? {
        quoted.map { wanted in world.groups.firstIndex { interpreter.names[$0.name] == wanted } }
            ?? (interpreter.mentions.group == .absent ? world.groups.indices.first : interpreter.mentions.group.index)
    }

    private func showGroup(_ quoted: String?) -> SafeText {
        guard let index = groupIndex(quoted) else { return nothing("there is no such group", "такой группы нет") }
        return groupLine(GroupID(index))
    }

    var policies: SafeText {
        let inForce: SafeText = "  \(OutcomeRenderer(language: language, colour: false, plain: false, sources: []).policies(interpreter))\n"
        guard !interpreter.hasPolicy else { return inForce }
        let known = Library.shippedIDs.map { "\"\($0)\"" }.joined(separator: ", ")
        return inForce + language("  to choose from, with use policy: \(known)\n", "  можно применить: применить порядок … \(known)\n")
    }

    private var everything: SafeText {
        var out: SafeText = "  \(world.now.text)\n"
        if world.school.exists { out += "  \(language("school ", "школа "))\(name(world.school.name))\n" }
        out += world.groups.indices.map { groupLine(GroupID($0)) }.joined()
        out += world.chats.filter { !$0.isDeleted }.map { chatLine($0) }.joined() + table(everybody)
        return world.people.isEmpty && world.groups.isEmpty && world.chats.isEmpty
            ? out + nothing("no people, groups or chats yet", "людей, групп и чатов пока нет") : out
    }
}

/// A policy or a clause that a question names and that is not there.
package struct UnknownPaper: Error {
    let diagnostic: Diagnostic
}
