import SfmModel
import SfmPolicy
import SfmRuntime
import SfmScenarios
import SfmSyntax
import SfmTerms

/// Links, requests, orders, channels, messages, polls, clauses.
extension WorldPrinter {
    var links: SafeText {
        world.links.isEmpty
            ? nothing("no links", "ссылок нет")
            : Table.layOut(
                world.links.map { link in
                    let whom = link.person != .absent ? person(link.person) : link.role.map { SafeText(interpreter.renderer.role($0)[language]) } ?? ""
                    return [SafeText(interpreter.names[link.name]), standing(link), place(of: link), whom, language("by ", "от ") + person(link.creator)]
                })
    }

    private func place(of link: Link) -> SafeText {
        if link.chat != .absent { return language("chat ", "чат ") + name(world[chat: link.chat].name) }
        return link.group != .absent ? "\(noun(.group)) \(name(world[group: link.group].name))" : noun(.school)
    }

    private func standing(_ link: Link) -> SafeText {
        let state = SafeText(ChoiceWords.phrase(ChoiceWords.linkStates, link.state.rawValue, language))
        guard link.until != .never, link.isServing else { return state }
        if link.until <= world.now { return language("its term ended on \(link.until.text)", "срок закончился \(link.until.text)") }
        return state + language(" until \(link.until.text)", " до \(link.until.text)")
    }

    var requests: SafeText {
        var rows = world.people.indices.compactMap { k -> [SafeText]? in
            guard let role = world.people[k].requested else { return nil }
            return [person(PersonID(k)), language("asks to join as ", "просит принять как: ") + SafeText(interpreter.renderer.role(role)[language])]
        }
        if let application = world.school.application {
            var parts: [SafeText] = []
            if application.isWhole { parts.append(language("complete", "с полным комплектом")) }
            if application.order != .absent { parts.append(language("order ", "приказ ") + name(application.order)) }
            if application.hasQuestionnaire { parts.append(language("questionnaire", "анкета")) }
            if application.phone != .absent { parts.append(language("phone ", "телефон ") + name(application.phone)) }
            if application.email != .absent { parts.append(language("e-mail ", "почта ") + name(application.email)) }
            rows.insert([language("application for registration", "заявка на регистрацию"), parts.joined(separator: ", ")], at: 0)
        }
        return rows.isEmpty ? nothing("no requests", "заявок нет") : Table.layOut(rows)
    }

    var orders: SafeText {
        world.orders.isEmpty
            ? nothing("no orders", "приказов нет")
            : Table.layOut(
                world.orders.map { order in
                    let stages = OrderStage.allCases.filter(order.stages.contains)
                    let about = order.about == .absent ? "" : language("about ", "о ") + name(order.about)
                    let appoints = order.appoints == .absent ? "" : language("appoints ", "назначает ") + person(order.appoints)
                    let told = stages.map { ChoiceWords.phrase(ChoiceWords.orderStages, $0.rawValue, language) }.joined(separator: ", ")
                    return [language("order ", "приказ ") + name(order.number), about, appoints, SafeText(told)]
                })
    }

    var channels: SafeText {
        world.channels.isEmpty
            ? nothing("no channels", "каналов нет")
            : world.channels.map { channel -> SafeText in
                let names = channel.material.map { name($0) }.joined(separator: ", ")
                let material = channel.material.isEmpty ? "" : language(", material: ", ", материалы: ") + names
                let posts: SafeText = language(", posts: \(channel.posts.count)", ", публикаций: \(channel.posts.count)")
                return "  \(language("channel ", "канал "))\(name(channel.name))\(posts)\(material)\n" + messageLines(channel.posts, indent: "    ")
            }.joined()
    }

    /// What is to be read in the chats, all of it or what some wrote, in all chats or in one.
    func messages(_ filter: ShowFilter) -> SafeText {
        let told = world.chats.enumerated().compactMap { k, one -> SafeText? in
            guard filter.chat.map({ $0.index == k }) ?? true else { return nil }
            let lines = messageLines(one.messages, indent: "    ") { filter.hasPerson($0) }
            return lines.isEmpty ? nil : "  \(language("chat ", "чат "))\(name(one.name))\n\(lines)"
        }
        return told.isEmpty ? nothing("no messages", "сообщений нет") : told.joined()
    }

    func messageLines(_ messages: Pages<Message>, indent: SafeText, by isAuthor: (PersonID) -> Bool = { _ in true }) -> SafeText {
        Table.layOut(
            messages.enumerated().filter { !$1.isDeleted && isAuthor($1.author) }.map { k, message -> [SafeText] in
                let mood = message.mood == .ordinary ? "" : SafeText(ChoiceWords.phrase(ChoiceWords.moods, message.mood.rawValue, language))
                let pinned: SafeText = message.isPinned ? language("pinned", "закреплено") : ""
                return ["\(k + 1).", "\(person(message.author)):", name(message.text), mood, pinned]
            }, indent: indent)
    }

    var polls: SafeText {
        world.polls.isEmpty
            ? nothing("no polls", "опросов нет")
            : world.polls.map { poll -> SafeText in
                let rows: [[SafeText]] = poll.options.map { option in [name(option), "\(poll.votes.values.count { $0 == option })"] }
                return "  \(language("poll ", "опрос "))\(name(poll.title))\n" + Table.layOut(rows, indent: "    ")
            }.joined()
    }

    var school: SafeText {
        guard world.school.exists else { return nothing("there is no school yet", "школы пока нет") }
        var rows: [[SafeText]] = [
            [
                language("school ", "школа ") + name(world.school.name),
                world.school.isRegistered ? language("registered", "зарегистрирована") : language("not registered", "не зарегистрирована"),
            ]
        ]
        let labels = [Text("site", "сайт"), Text("address", "адрес"), Text("phone", "телефон"), Text("e-mail", "почта"), Text("name", "название")]
        for field in SchoolField.allCases {
            let value = world.school.fields[Int(field.rawValue)]
            if value != .absent { rows.append([SafeText(labels[Int(field.rawValue)][language]), name(value)]) }
        }
        return Table.layOut(rows)
    }

    /// The policies in force read back, or the one named, with those that it extends; a number behind it is a clause of it.
    func policy(_ name: PromptLine.Name?, clause: PromptLine.Name?) throws(UnknownPaper) -> SafeText {
        let inForce = interpreter.policies.policies
        // One that another extends is read behind that one.
        var chosen = inForce.filter { policy in !inForce.contains { $0 !== policy && $0.withExtended.contains { $0 === policy } } }
        if let name {
            var library = Library()
            let own = ReadingReporter.withExtended(chosen)
            let known = own + Library.shippedIDs.compactMap { library.shippedPolicy($0) }.filter { shipped in !own.contains { $0.id == shipped.id } }
            guard let policy = known.first(where: { $0.id == name.text }) else {
                throw UnknownPaper(diagnostic: Diagnostic(.unknownPolicy, ShowCommand.unknown(name.text, among: known.map(\.id)), name.span))
            }
            chosen = [policy]
        }
        let reporter = ReadingReporter(language: language, width: width)
        guard let clause else { return chosen.isEmpty ? policies : reporter.render(chosen) }
        guard !chosen.isEmpty else {
            let message = Text("no policy is in force that has clause \(clause.text)", "порядок не применён: п. \(clause.text) взять неоткуда")
            let help = Text("put one in force: use policy \"…\"", "примените порядок: применить порядок \"…\"")
            throw UnknownPaper(diagnostic: Diagnostic(.unknownClause, message, clause.span, help: [help]))
        }
        do throws(UsageError) {
            return try ShowCommand.clause([clause.text], of: chosen).map { reporter.render(clause: $0, of: chosen) } ?? reporter.render(chosen)
        } catch {
            throw UnknownPaper(diagnostic: Diagnostic(.unknownClause, error.message, clause.span))
        }
    }

    /// The clauses with their titles, of the policies in force or of the one named.
    func clauses(_ name: PromptLine.Name?) throws(UnknownPaper) -> SafeText {
        var chosen = interpreter.policies.policies
        if let name {
            var library = Library()
            let known = chosen + Library.shippedIDs.compactMap { library.shippedPolicy($0) }.filter { shipped in !chosen.contains { $0.id == shipped.id } }
            guard let policy = known.first(where: { $0.id == name.text }) else {
                throw UnknownPaper(diagnostic: Diagnostic(.unknownPolicy, ShowCommand.unknown(name.text, among: known.map(\.id)), name.span))
            }
            chosen = [policy]
        }
        guard !chosen.isEmpty else { return policies }
        return chosen.map { policy in
            let rows: [[SafeText]] = policy.clauses.map { [SafeText($0.id), SafeText(title: $0.title[language])] }
            return (chosen.count > 1 ? "  \(title: policy.title[language])\n" : "") + Table.layOut(rows, indent: chosen.count > 1 ? "    " : "  ")
        }.joined()
    }

    /// What the clauses of that number say, in the policies in force.
    func clause(_ id: String, of policy: String?) -> SafeText {
        let found = interpreter.policies.find(clause: id, policy: policy)
        guard !found.isEmpty else { return nothing("no policy in force has such a clause", "в действующем порядке такого пункта нет") }
        return found.map { ref -> SafeText in
            let text = ExplainCommand.clauseText(interpreter.policies.policy(ref), interpreter.policies.clause(ref), language)
            return text.lines.filter { !$0.isEmpty }.map { "  \($0)\n" }.joined()
        }.joined()
    }
}
