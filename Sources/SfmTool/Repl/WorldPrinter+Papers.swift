import SfmModel
import SfmPolicy
import SfmRuntime
import SfmScenarios
import SfmSyntax
import SfmTerms

/// Links, requests, orders, channels, messages, polls, clauses.
extension WorldPrinter {
    var links: String {
        world.links.isEmpty
            ? nothing("no links", "ссылок нет")
            : Table.layOut(
                world.links.map { link in
                    let to =
                        link.chat != .absent
                        ? language("chat ", "чат ") + name(world[chat: link.chat].name)
                        : link.group != .absent ? noun(.group) + " " + name(world[group: link.group].name) : noun(.school)
                    return [
                        Sanitizer.text(interpreter.names[link.name]), standing(link), to,
                        link.person != .absent ? person(link.person) : link.role.map { Sanitizer.text(interpreter.renderer.role($0)[language]) } ?? "",
                        language("by ", "от ") + person(link.creator),
                    ]
                })
    }

    private func standing(_ link: Link) -> String {
        let state = ChoiceWords.phrase(ChoiceWords.linkStates, link.state.rawValue, language)
        guard link.until != .never, link.isServing else { return state }
        if link.until <= world.now { return language("its term ended on ", "срок закончился ") + link.until.text }
        return state + language(" until ", " до ") + link.until.text
    }

    var requests: String {
        var rows = world.people.indices.compactMap { k -> [String]? in
            guard let role = world.people[k].requested else { return nil }
            return [person(PersonID(k)), language("asks to join as ", "просит принять как: ") + Sanitizer.text(interpreter.renderer.role(role)[language])]
        }
        if let application = world.school.application {
            var parts: [String] = []
            if application.isWhole { parts.append(language("complete", "с полным комплектом")) }
            if application.order != .absent { parts.append(language("order ", "приказ ") + name(application.order)) }
            if application.hasQuestionnaire { parts.append(language("questionnaire", "анкета")) }
            if application.phone != .absent { parts.append(language("phone ", "телефон ") + name(application.phone)) }
            if application.email != .absent { parts.append(language("e-mail ", "почта ") + name(application.email)) }
            rows.insert([language("application for registration", "заявка на регистрацию"), parts.joined(separator: ", ")], at: 0)
        }
        return rows.isEmpty ? nothing("no requests", "заявок нет") : Table.layOut(rows)
    }

    var orders: String {
        world.orders.isEmpty
            ? nothing("no orders", "приказов нет")
            : Table.layOut(
                world.orders.map { order in
                    let stages = OrderStage.allCases.filter(order.stages.contains)
                    return [
                        language("order ", "приказ ") + name(order.number), order.about == .absent ? "" : language("about ", "о ") + name(order.about),
                        order.appoints == .absent ? "" : language("appoints ", "назначает ") + person(order.appoints),
                        stages.map { ChoiceWords.phrase(ChoiceWords.orderStages, $0.rawValue, language) }.joined(separator: ", "),
                    ]
                })
    }

    var channels: String {
        world.channels.isEmpty
            ? nothing("no channels", "каналов нет")
            : world.channels.map { channel in
                let material = channel.material.isEmpty ? "" : language(", material: ", ", материалы: ") + channel.material.map(name).joined(separator: ", ")
                let posts = language(", posts: ", ", публикаций: ") + "\(channel.posts.count)"
                return "  " + language("channel ", "канал ") + name(channel.name) + posts + material + "\n"
                    + messageLines(channel.posts, indent: "    ")
            }.joined()
    }

    /// What is to be read in the chats, all of it or what one person wrote, in all chats or in one.
    func messages(of author: PersonID?, in chat: ChatID?) -> String {
        let told = world.chats.enumerated().compactMap { k, one -> String? in
            guard chat.map({ $0.index == k }) ?? true else { return nil }
            let lines = messageLines(one.messages, indent: "    ", of: author)
            return lines.isEmpty ? nil : "  " + language("chat ", "чат ") + name(one.name) + "\n" + lines
        }
        return told.isEmpty ? nothing("no messages", "сообщений нет") : told.joined()
    }

    func messageLines(_ messages: Pages<Message>, indent: String, of author: PersonID? = nil) -> String {
        Table.layOut(
            messages.enumerated().filter { !$1.isDeleted && (author == nil || $1.author == author) }.map { k, message in
                let mood = message.mood == .ordinary ? "" : ChoiceWords.phrase(ChoiceWords.moods, message.mood.rawValue, language)
                return ["\(k + 1).", person(message.author) + ":", name(message.text), mood]
            }, indent: indent)
    }

    var polls: String {
        world.polls.isEmpty
            ? nothing("no polls", "опросов нет")
            : world.polls.map { poll in
                let rows = poll.options.map { option in [name(option), "\(poll.votes.values.count { $0 == option })"] }
                return "  " + language("poll ", "опрос ") + name(poll.title) + "\n" + Table.layOut(rows, indent: "    ")
            }.joined()
    }

    var school: String {
        guard world.school.exists else { return nothing("there is no school yet", "школы пока нет") }
        var rows = [
            [
                language("school ", "школа ") + name(world.school.name),
                world.school.isRegistered ? language("registered", "зарегистрирована") : language("not registered", "не зарегистрирована"),
            ]
        ]
        let labels = [Text("site", "сайт"), Text("address", "адрес"), Text("phone", "телефон"), Text("e-mail", "почта"), Text("name", "название")]
        for field in SchoolField.allCases {
            let value = world.school.fields[Int(field.rawValue)]
            if value != .absent { rows.append([labels[Int(field.rawValue)][language], name(value)]) }
        }
        return Table.layOut(rows)
    }

    /// The policies in force read back, or the one named, with those that it extends; a number behind it is a clause of it.
    func policy(_ name: PromptLine.Name?, clause: PromptLine.Name?) throws(UnknownPaper) -> String {
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

    /// What the clauses of that number say, in the policies in force.
    func clause(_ id: String, of policy: String?) -> String {
        let found = interpreter.policies.find(clause: id, policy: policy)
        guard !found.isEmpty else { return nothing("no policy in force has such a clause", "в действующем порядке такого пункта нет") }
        return found.map { ref in
            let text = ExplainCommand.clauseText(interpreter.policies.policy(ref), interpreter.policies.clause(ref), language)
            return text.split(separator: "\n").map { "  " + Sanitizer.text(String($0)) + "\n" }.joined()
        }.joined()
    }
}
