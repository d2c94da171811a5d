import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

/// The numbers behind what rules count, put to the vote or make wait for a consent: how many there are, since when they are counted, and
/// from when on it is otherwise.
struct CountRenderer {
    let renderer: DecisionRenderer

    /// Behind a condition that holds; nothing where the condition says all.
    func remark(on condition: Condition, _ c: Context) -> Text {
        switch condition {
        case .test(let predicate), .not(.test(let predicate)): remark(on: predicate, c)
        case .and, .or, .not: Text(same: "")
        }
    }

    func remark(on predicate: Predicate, _ c: Context) -> Text {
        switch predicate.operand {
        case .counted(let spec, let sign, let n): counted(spec, sign, n, predicate, c)
        case .majority(let answer, let poll): majority(answer, poll, c)
        case .consent(let spec): consent(spec, c)
        case .flag, .count, .term, .choice, .roles, .names, .words, .part, .time: Text(same: "")
        }
    }

    // MARK: - Counts

    /// ": now 3 of at most 3, counted from 01.09.2024 00:00; again from 02.09.2024 00:00".
    private func counted(_ spec: CountSpec, _ sign: Comparison, _ n: Int, _ predicate: Predicate, _ c: Context) -> Text {
        guard let now = predicate.count(c) else { return Text(": nobody is named", ": никто не назван") }
        let isRate = predicate.definition?.forms.readAs == .rate
        var out = isRate ? Text(": now \(now) of at most \(n)", ": сейчас \(now) из \(n) возможных") : Text(": now \(now)", ": сейчас \(now)")
        if let start = spec.start(in: c.world) {
            out = out + Text(", counted from \(start.text)", ", считая с \(start.text)")
        }
        // The number at which the condition turns, reached from above.
        let limit: Int =
            switch sign {
            case .less, .atLeast: n - 1
            case .atMost, .greater: n
            case .equal: .max
            }
        guard now > limit, limit >= 0, let moment = spec.fallsTo(limit, c.request, c.world) else { return out }
        return out
            + (isRate
                ? Text("; again from \(moment.text)", "; снова можно с \(moment.text)") : Text("; fewer from \(moment.text)", "; меньше станет \(moment.text)"))
    }

    // MARK: - Polls and consents

    private func majority(_ answer: String, _ title: String, _ c: Context) -> Text {
        guard c.request.chat != .absent else { return Text(": there is no chat", ": чата нет") }
        guard let votes = c.world.votes(for: answer, inPoll: title, of: c.request.chat) else {
            return Text(": there is no such poll in the chat", ": такого опроса в чате нет")
        }
        let members = c.world[chat: c.request.chat].memberCount
        return Text(
            ": \(votes) of \(members) members are for it, \(members / 2 + 1) are needed", ": «за» — \(votes) из \(members) участников, нужно \(members / 2 + 1)"
        )
    }

    private func consent(_ spec: ConsentSpec, _ c: Context) -> Text {
        let all = c.world.consents[c.request.act] ?? []
        func givers(_ consents: [Consent]) -> String { consents.map { renderer.person($0.giver) }.unique.joined(separator: ", ") }
        if let found = spec.found(c.request, c.world) {
            let names = givers(found.map { all[$0] })
            return Text(": given by \(names)", ": дано \(names)")
        }
        let parents = c.request.target == .absent ? [] : Array(c.world[person: c.request.target].parents)
        if case .eachParent = spec, !parents.isEmpty {
            let given = all.filter { $0.request.covers(c.request) }.map(\.giver)
            let missing = parents.filter { !given.contains($0) }.map { renderer.person($0) }.joined(separator: ", ")
            return Text(": that of \(missing) is missing", ": не хватает согласия \(missing)")
        }
        guard let other = all.last(where: { spec.isMeant($0, c.request, c.world) }) else { return Text(": none has been given", ": согласия пока нет") }
        return Text(
            ": \(renderer.person(other.giver)) has agreed to something else: \(renderer.act(other.request, .english))",
            ": \(renderer.person(other.giver)) согласует другое: \(renderer.act(other.request, .russian))")
    }
}
