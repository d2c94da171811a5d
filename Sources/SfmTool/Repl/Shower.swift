import SfmModel
import SfmPolicy
import SfmRuntime
import SfmSyntax
import SfmTerms

/// `show …`: the world in tables whose columns line up.
struct Shower {
    let interpreter: Interpreter
    let language: Language

    private var world: World { interpreter.world }
    private func word(_ en: String, _ ru: String) -> String { language == .english ? en : ru }
    private func name(_ id: NameID) -> String { Safe.text(interpreter.names.quoted(id, language)) }
    private func person(_ id: PersonID) -> String { Safe.text(interpreter.narrator.person(id)) }

    /// `nil` where the topic is not one that can be shown.
    func show(_ topic: String) -> String? {
        let folded = ReplWord.fold(topic)
        if topic.hasPrefix("@") { return showPerson(topic) }
        let quoted = topic.split(whereSeparator: { "\"«»“”„".contains($0) }).dropFirst().first.map(String.init)
        switch folded.split(separator: " ").first.map(String.init) ?? "" {
        case "chat", "чат": return showChat(quoted)
        case "group", "группу", "группа", "класс": return showGroup(quoted)
        case "chats", "чаты": return world.chats.map { chatLine($0) }.joined()
        case "groups", "группы", "классы": return world.groups.indices.map { groupLine(Int32($0)) }.joined()
        case "people", "людей", "люди": return people
        case "duties", "обязанности": return duties
        case "breaches", "отступления", "нарушения": return breaches
        case "links", "ссылки": return links
        case "log", "события", "журнал": return log
        case "policies", "порядок", "порядки": return Teller(language: language, colour: false, plain: false, sources: []).policies(interpreter) + "\n"
        case "world", "всё", "все", "мир", "": return everything
        default: return nil
        }
    }

    private func table(_ rows: [[String]]) -> String {
        let columns = rows.map(\.count).max() ?? 0
        let widths = (0..<columns).map { c in rows.map { c < $0.count ? DisplayWidth.of($0[c]) : 0 }.max() ?? 0 }
        return rows.map { row in
            var line = "  " + zip(row, widths).map { DisplayWidth.padded($0, $1) }.joined(separator: "  ")
            while line.last == " " { line.removeLast() }
            return line + "\n"
        }.joined()
    }

    private func nothing(_ en: String, _ ru: String) -> String { "  " + word(en, ru) + "\n" }

    // MARK: - Nouns

    private func roles(_ id: PersonID) -> String {
        let p = world[person: id]
        var roles = p.roles
        if !p.leads.isEmpty { roles.formUnion(RoleSet(.classTeacher)) }
        if !p.teaches.isEmpty { roles.formUnion(RoleSet(.subjectTeacher)) }
        if roles.has(.classTeacher) || roles.has(.subjectTeacher) { roles.subtract(RoleSet(.teacher)) }
        var text = roles.roles.map { RoleNoun.of($0).text(language) }.joined(separator: ", ")
        if p.marks.contains(.departed) { text += word(", departed", ", выбытие") }
        if p.marks.contains(.dismissed) { text += word(", dismissed", ", увольнение") }
        return text
    }

    private var people: String {
        table(
            world.people.indices.map { k in
                let id = Int32(k)
                return [person(id), roles(id), world[person: id].group == none ? "" : name(world[group: world[person: id].group].name)]
            })
    }

    private func showPerson(_ handle: String) -> String? {
        guard let index = world.people.indices.first(where: { interpreter.names[world.people[$0].name] == handle }) else {
            return nothing("nobody of that name", "такого человека нет")
        }
        let id = Int32(index)
        let p = world[person: id]
        var rows = [[person(id), roles(id)]]
        if p.group != none { rows.append([word("group", "группа"), name(world[group: p.group].name)]) }
        if !p.children.isEmpty { rows.append([word("children", "дети"), p.children.map(person).joined(separator: ", ")]) }
        if !p.parents.isEmpty { rows.append([word("parents", "родители"), p.parents.map(person).joined(separator: ", ")]) }
        for chat in p.chats {
            guard let record = world[chat: chat][id] else { continue }
            rows.append([word("chat", "чат") + " " + name(world[chat: chat].name), status(record, chat)])
        }
        return table(rows)
    }

    private func status(_ record: ChatRecord, _ chat: ChatID) -> String {
        var parts: [String] = []
        if world[chat: chat].moderator == record.person { parts.append(word("moderator", "модератор")) }
        parts.append(record.isMember ? word("member", "состоит") : word("not a member", "не состоит"))
        parts.append(record.knowsRules ? word("knows the rules", "с правилами знаком") : word("has not seen the rules", "с правилами не знаком"))
        if record.violations > 0 { parts.append(word("violations: ", "нарушений: ") + "\(record.violations)") }
        if let block = world.block(of: record.person, in: chat) {
            parts.append(
                word("blocked ", "блокировка ") + (block.until == .never ? word("without a term", "без срока") : word("until ", "до ") + block.until.text))
            if block.apologized { parts.append(word("apologized", "извинения принесены")) }
            if !block.objections.isEmpty { parts.append(word("objections: ", "возражений: ") + "\(block.objections.count)") }
        }
        return parts.joined(separator: ", ")
    }

    private func showChat(_ quoted: String?) -> String {
        let index =
            quoted.map { wanted in world.chats.firstIndex { interpreter.names[$0.name] == wanted } }
            ?? (interpreter.mentions.chat == none ? world.chats.indices.first : Int(interpreter.mentions.chat))
        guard let index else { return nothing("there is no such chat", "такого чата нет") }
        let chat = world.chats[index]
        var out = chatLine(chat)
        out += table(chat.records.map { ["  " + person($0.person), status($0, Int32(index))] })
        for (k, message) in chat.messages.enumerated() where !message.isDeleted {
            out += "    \(k + 1). \(person(message.author)): \(name(message.text))\n"
        }
        return out
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
        var text = "  " + word("group ", "группа ") + name(world[group: id].name)
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
            if case .roles(let roles) = entry.rule.bearer { who = roles.roles.map { RoleNoun.of($0).text(language) }.joined(separator: ", ") }
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

    private var links: String {
        world.links.isEmpty
            ? nothing("no links", "ссылок нет")
            : table(
                world.links.map { link in
                    let to =
                        link.chat != none
                        ? word("chat ", "чат ") + name(world[chat: link.chat].name)
                        : link.group != none ? word("group ", "группа ") + name(world[group: link.group].name) : word("school", "школа")
                    return [
                        Safe.text(interpreter.names[link.name]), ChoiceWords.phrase(ChoiceWords.linkStates, link.state.rawValue, language), to,
                        link.person != none ? person(link.person) : link.role.map { RoleNoun.of($0).text(language) } ?? "",
                        word("by ", "от ") + person(link.creator),
                    ]
                })
    }

    private var log: String {
        interpreter.log.isEmpty
            ? nothing("nothing has happened yet", "событий ещё не было")
            : table(
                interpreter.log.map { entry in
                    [
                        entry.time.text, (entry.isForced ? "! " : "") + Safe.text(interpreter.narrator.act(entry.call, language)),
                        interpreter.narrator.cite(entry.clauses)[language],
                    ]
                })
    }

    private var everything: String {
        var out = "  " + world.now.text + "\n"
        if world.school.exists { out += "  " + word("school ", "школа ") + name(world.school.name) + "\n" }
        out += world.groups.indices.map { groupLine(Int32($0)) }.joined()
        out += world.chats.map { chatLine($0) }.joined()
        return out + people
    }

    /// What the policies grant to a person by role, with clauses.
    func powers(of handle: String) -> String? {
        guard let index = world.people.indices.first(where: { interpreter.names[world.people[$0].name] == handle }) else { return nil }
        let id = Int32(index)
        let moderated = world.people[index].chats.first { world[chat: $0].moderator == id } ?? none
        let roles = world.roles(of: id, chat: moderated)
        var rows: [[String]] = []
        for (act, entries) in interpreter.policies.permits.enumerated() {
            let granted = entries.filter { entry in entry.rule.scope.by.map { !$0.isDisjoint(with: roles) } ?? true }.map(\.clause)
            let duties = interpreter.policies.dutiesByAct[act].filter { entry in
                if case .roles(let bearers) = entry.rule.bearer { !bearers.isDisjoint(with: roles) } else { false }
            }.map(\.clause)
            guard !granted.isEmpty || !duties.isEmpty else { continue }
            rows.append([ActTable.all[act].noun[language], interpreter.narrator.cite(granted + duties)[language]])
        }
        return rows.isEmpty ? nothing("nothing by the policies in force", "действующий порядок ничего не предоставляет") : table(rows)
    }
}
