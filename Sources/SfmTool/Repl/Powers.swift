import SfmModel
import SfmRuntime
import SfmSyntax
import SfmTerms

/// `what can @x do?`: by theme, with clauses, duties and prohibitions.
struct Powers {
    let interpreter: Interpreter
    let language: Language

    /// `nil` where there is nobody of that name.
    func summary(_ handle: String) -> SafeText? {
        guard let index = interpreter.world.people.indices.first(where: { interpreter.names[interpreter.world.people[$0].name] == handle }) else {
            return nil
        }
        guard interpreter.hasPolicy else {
            return language("  no policy is in force: whatever the world allows\n", "  порядок не применён: всё, что возможно на деле\n")
        }
        let id = PersonID(index)
        let powers = interpreter.powers(of: id)
        var out: SafeText = "\(handle): \(roles(id))\n"
        for theme in ActTable.ranges {
            let own = powers.filter { theme.acts.contains($0.act) }
            guard !own.isEmpty else { continue }
            out += "\(theme.title[language])\n" + Table.layOut(rows(own))
        }
        let pending = interpreter.ledger.pending.filter { $0.bearer(in: interpreter.world) == id }
        if !pending.isEmpty {
            out += language("has to do now\n", "должно быть сделано сейчас\n")
            out += pending.map { "  ! \(interpreter.renderer.duty($0)[language])\n" }.joined()
        }
        let free = ActTable.all.indices.filter { act in
            ActTable.all[act].kind == .liberty && !ActTable.all[act].forms.isOwn && !powers.contains { $0.act == act }
        }
        // Those that the policies declare, by their names.
        let named = interpreter.policies.words.words(.act).filter { $0.act?.kind == .liberty }.map { language("“\($0.name.en)”", "«\($0.name.ru)»") }
        if !free.isEmpty {
            out += language("not regulated, so free to\n", "порядком не ограничено\n")
            out += "  \((free.map { ActTable.all[$0].noun[language] } + named).joined(separator: ", "))\n"
        }
        return out
    }

    /// With the chats that the person moderates.
    private func roles(_ id: PersonID) -> SafeText {
        let world = interpreter.world
        let moderated = world[person: id].chats.filter { world.moderators(of: $0).contains(id) }.map {
            interpreter.names.quoted(world[chat: $0].name, language)
        }
        let own = WorldPrinter(interpreter: interpreter, language: language).roles(id)
        let chats = language("moderator of ", "модератор ") + SafeText(moderated.joined(separator: ", "))
        return [own, moderated.isEmpty ? "" : chats].filter { !$0.isEmpty }.joined(separator: ", ")
    }

    /// A row for an act, a kind and a limit, with all the clauses that say so.
    private func rows(_ powers: [Power]) -> [[SafeText]] {
        var rows: [(key: String, power: Power, clauses: [Power])] = []
        for power in powers {
            let key = "\(power.act) \(power.kind) \(power.words.map(\.en)) \(power.limits.en)"
            if let k = rows.firstIndex(where: { $0.key == key }) { rows[k].clauses.append(power) } else { rows.append((key, power, [power])) }
        }
        return rows.map { row in
            [
                "\(mark(row.power.kind))\(noun(row.power))",
                SafeText(interpreter.renderer.cite(row.clauses.map(\.clause))[language]), SafeText(row.power.limits[language]),
            ]
        }
    }

    /// An act of the policies' own by its name.
    private func noun(_ power: Power) -> SafeText {
        let noun = SafeText(ActTable.all[power.act].noun[language])
        guard !power.words.isEmpty else { return noun }
        let words: SafeText = power.words.map { language("“\($0.en)”", "«\($0.ru)»") as SafeText }.joined(separator: ", ")
        return ActTable.all[power.act].forms.isOwn ? words : "\(noun) \(words)"
    }

    private func mark(_ kind: Power.Kind) -> SafeText {
        switch kind {
        case .granted: "✓ "
        case .duty: language("! duty: ", "! обязанность: ")
        case .forbidden: language("✗ not: ", "✗ нельзя: ")
        }
    }
}
