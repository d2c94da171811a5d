import SfmModel
import SfmPolicy
import SfmRuntime
import SfmScenarios
import SfmSyntax
import SfmTerms

/// Chats, duties, violations, breaches, messages and events: of all, or of those that a question names.
extension WorldPrinter {
    func chats(_ filter: ShowFilter) -> SafeText {
        let there = world.chats.filter { chat in !chat.isDeleted && (filter.group.map { chat.group == $0 } ?? true) }
        guard let person = filter.person else { return list(there.map { chatLine($0) }, "no chats", "чатов нет") }
        let own = world[person: person].chats.map { world[chat: $0] }.filter { !$0.isDeleted && (filter.group == nil || $0.group == filter.group) }
        return list(own.map { chatLine($0) }, "in no chat", "ни в одном чате")
    }

    // MARK: - Norms and events

    /// Pending and standing duties, of everybody or of some.
    func duties(_ filter: ShowFilter) -> SafeText {
        let person = filter.person
        let pending = interpreter.ledger.pending.filter { duty in
            filter.hasPerson(duty.bearer(in: world)) && filter.hasClause(duty.clause) && (filter.chat == nil || duty.chat == filter.chat)
        }
        let standing = interpreter.policies.standing.compactMap { entry -> SafeText? in
            guard filter.group == nil, filter.chat == nil, filter.hasClause(entry.clause) else { return nil }
            var who: SafeText = ""
            if case .roles(let roles) = entry.rule.bearer {
                if let person, !has(person, anyOf: roles), !entry.rule.holders.contains(where: { world.holds($0, person) }) { return nil }
                who = SafeText(interpreter.renderer.roles(roles)[language])
                for own in entry.rule.holders { who += (who.isEmpty ? "" : ", ") + quoted(own) }
            } else if person != nil {
                return nil
            }
            let words = entry.rule.parts.flatMap { part -> [Text] in if case .words(let words) = part { words.map(\.word) } else { [] } }
            let noun = SafeText(ActTable.all[entry.rule.act].noun[language])
            let name = words.isEmpty ? noun : words.map(quoted).joined(separator: ", ")
            return "  ∘ \(who): \(name) (\(interpreter.renderer.cite(entry.clause, language)))\n"
        }.joined()
        let told = pending.map { "  • \(interpreter.renderer.duty($0)[language])\n" as SafeText }.joined()
        return (told.isEmpty ? nothing("no pending duties", "неисполненных обязанностей нет") : told)
            + (standing.isEmpty ? "" : language("standing duties:\n", "постоянные обязанности:\n") + standing)
            + interpreter.missingAges.map { "  ? \(interpreter.renderer.unknown($0)[language])\n" }.joined()
    }

    /// A moderator is one in a chat.
    private func has(_ person: PersonID, anyOf roles: RoleSet) -> Bool {
        !world.roles(of: person).isDisjoint(with: roles) || world[person: person].chats.contains { !world.roles(of: person, chat: $0).isDisjoint(with: roles) }
    }

    /// The counters of the chats, of everybody or of one person, in all or in one.
    func violations(_ filter: ShowFilter) -> SafeText {
        var rows: [[SafeText]] = []
        for (k, one) in world.chats.enumerated() where filter.chat.map({ $0.index == k }) ?? true {
            for record in one.records where filter.hasPerson(record.person) && (filter.person != nil || record.violations > 0) {
                let count: SafeText = language("violations: \(record.violations)", "нарушений: \(record.violations)")
                rows.append([self.person(record.person), language("chat ", "чат ") + name(one.name), count])
            }
        }
        return rows.isEmpty ? nothing("no violations", "нарушений нет") : Table.layOut(rows)
    }

    func breaches(_ filter: ShowFilter) -> SafeText {
        list(
            interpreter.ledger.breaches.filter { filter.hasPerson($0.person) && filter.hasClause($0.clause) && filter.hasTime($0.time) }
                .map { "  ! \(interpreter.renderer.breach($0)[language])\n" }, "no breaches", "отступлений нет")
    }

    func log(_ filter: ShowFilter) -> SafeText {
        let shown = interpreter.log.filter(filter.has)
        guard !shown.isEmpty else {
            return interpreter.log.isEmpty ? nothing("nothing has happened yet", "событий ещё не было") : nothing("no such events", "таких событий нет")
        }
        var out: SafeText = ""
        var day: String?
        var rows: [[SafeText]] = []
        func close() { out += Table.layOut(rows, indent: "    ") }
        for entry in shown {
            if day != entry.time.dayText {
                close()
                (day, rows) = (entry.time.dayText, [])
                out += "  \(entry.time.dayText)\n"
            }
            let act = SafeText(interpreter.renderer.act(entry.request, language))
            let cited = SafeText(interpreter.renderer.cite(entry.clauses)[language])
            rows.append([SafeText(entry.time.text.suffix(5)), "\(entry.isForced ? "! " : "")\(act)", cited])
        }
        close()
        return out
    }
}
