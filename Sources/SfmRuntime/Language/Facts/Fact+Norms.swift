import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Fact {
    /// Duties, breaches, powers, policies in force.
    static let norms = [duty, nobodysDuty, noDuties, breach, breachCount, noBreaches, whoCan, nobodyCan, inForce]

    private static let duty = Fact(
        Forms("duty", en: ["{target} has {not} duty to {act}"], ru: ["{target} {not} обязан {act}"]),
        holds: { (i, q) throws(ScriptError) -> Verdict in try NormFacts.duty(i, q) })

    private static let nobodysDuty = Fact(
        Forms(
            "nobody has duty", en: ["nobody has duty to {act}", "nobody is obliged to {act}"],
            ru: ["никто не обязан {act}", "никто не должен {act}"]),
        holds: { (i, q) throws(ScriptError) -> Verdict in try NormFacts.nobodysDuty(i, q) }, instead: NormFacts.whoHas)

    private static let noDuties = Fact(
        Forms(
            "no duties", en: ["no pending duties", "no duties"],
            ru: ["нет неисполненных обязанностей", "нет невыполненных обязанностей", "нет обязанностей"]),
        holds: { i, _ in
            guard i.ledger.hasPending else { return Verdict(true) }
            return Verdict(false, clauses: i.ledger.sorts.map(\.clause).sorted()) { i, _ in
                Text.joined(i.ledger.pending.prefix(5).map { i.renderer.duty($0) }, "; ")
            }
        },
        instead: { i, _ in i.proposals.duties })

    private static let breach = Fact(
        Forms(
            "breach", en: ["{not} breach of {clause} [by {target}]"],
            ru: ["{not} отступление от {clause} [со стороны {target}]", "нарушение {clause} [со стороны {target}]", "нарушен {clause}"]),
        holds: { i, q in NormFacts.breach(i, q) })

    private static let breachCount = Fact(
        Forms(
            "breaches", en: ["breaches of {clause} [by {target}] {not} {compare}"], ru: ["отступлений от {clause} [со стороны {target}] {compare}"]),
        holds: { i, q in NormFacts.breach(i, q) })

    private static let noBreaches = Fact(
        Forms(
            "no breaches", en: ["no breaches [by {target}]", "no breaches of {clause} [by {target}]"],
            ru: [
                "нет отступлений от порядка [со стороны {target}]", "нет отступлений от {clause} [со стороны {target}]", "нет нарушений порядка",
                "порядок соблюдён",
            ]),
        holds: { i, q in
            let found = NormFacts.found(i, q)
            return Verdict(found.isEmpty, clauses: found.map(\.clause)) { i, _ in NormFacts.breaches(i) }
        },
        // Of one clause or one person alone its denial says enough.
        instead: { i, node in node.slots.isEmpty ? i.proposals.breaches : [] })

    private static let whoCan = Fact(
        Forms(
            "who can", en: ["who can {act} are {not} {members}", "who can {act} is {members}"],
            ru: ["кто может {act} — {members}", "могут {act} — {members}", "вправе {act} — {members}"]),
        holds: { (i, q) throws(ScriptError) -> Verdict in
            let able = try NormFacts.able(i, q)
            return Verdict(Set(able) == Set(q.members)) { i, _ in
                able.isEmpty
                    ? Text("nobody can", "никто не может")
                    : Text("can: ", "могут: ") + Text(same: able.map { i.names[i.world[person: $0].name] }.joined(separator: ", "))
            }
        },
        instead: NormFacts.whoCan)

    private static let nobodyCan = Fact(
        Forms("nobody can", en: ["nobody can {act}"], ru: ["никто не может {act}", "никто не вправе {act}"]),
        holds: { (i, q) throws(ScriptError) -> Verdict in
            let able = try NormFacts.able(i, q)
            return Verdict(able.isEmpty) { i, _ in
                Text("can: ", "могут: ") + Text(same: able.map { i.names[i.world[person: $0].name] }.joined(separator: ", "))
            }
        },
        instead: NormFacts.whoCan)

    private static let inForce = Fact(
        Forms(
            "in force", en: ["policy {policy} is {not} in force"],
            ru: ["порядок {policy} {not} действует", "порядок {policy} в силе", "порядок {policy} применён"]),
        holds: { i, q in
            let id = i.names[q.text]
            return Verdict(i.policies.policies.contains { $0.id == id })
        })
}

/// What the facts about norms share.
enum NormFacts {
    /// A pending or standing duty of everybody named to do the act; what the act leaves open may be anything.
    static func duty(_ i: Interpreter, _ q: Query) throws(ScriptError) -> Verdict {
        guard let act = q.act else { return Verdict(false) }
        var trial = i.trial
        let wanted = try trial.resolve(act, lenient: true)
        var clauses: [ClauseRef] = []
        let holds = PersonFacts.agree(q) { person in
            let pending = pending(i, wanted, by: [person]).filter { $0.binds(person, in: i.world) }
            let found = pending.map(\.clause) + standing(i, person, wanted)
            clauses += found
            return !found.isEmpty
        }
        return Verdict(holds, clauses: clauses) { i, q in
            let own = i.ledger.pending.filter { duty in q.people.contains { duty.binds($0, in: i.world) } }
            let found =
                own.isEmpty
                ? [Text("no pending duties of this person", "неисполненных обязанностей у этого человека нет")]
                : own.prefix(5).map { i.renderer.duty($0) }
            // A duty may be missing for want of a date of birth alone.
            return Text.joined(found + i.missingAges.suffix(3).map { i.renderer.unknown($0) }, "; ")
        }
    }

    /// Who has the duty that a fact names, a line each.
    static func whoHas(_ i: Interpreter, _ fact: FactNode) -> [String] {
        guard case .act(let node)? = fact.slot(.act)?.value else { return [] }
        return i.world.present.filter { person in
            var query = Query(node: fact)
            (query.act, query.people) = (node, [person])
            return (try? duty(i, query).holds) ?? false
        }.prefix(5).map { i.proposals.duty(of: $0, node) }
    }

    /// Who can do what a fact names, as a line.
    static func whoCan(_ i: Interpreter, _ fact: FactNode) -> [String] {
        guard case .act(let node)? = fact.slot(.act)?.value else { return [] }
        var query = Query(node: fact)
        query.act = node
        guard let able = try? able(i, query) else { return [] }
        return [i.proposals.whoCan(node, able)]
    }

    /// No person has to do the act: there is no such duty, or nobody is there to bear it.
    static func nobodysDuty(_ i: Interpreter, _ q: Query) throws(ScriptError) -> Verdict {
        guard let act = q.act else { return Verdict(false) }
        var trial = i.trial
        let wanted = try trial.resolve(act, lenient: true)
        let pending = pending(i, wanted, by: nil).filter { $0.bearer(in: i.world) != .absent }
        i.work.add((i.world.people.count + i.ledger.sortCount) / Work.Rate.people)
        let standing = i.world.present.compactMap { person in Self.standing(i, person, wanted).first.map { (person, $0) } }
        return Verdict(pending.isEmpty && standing.isEmpty, clauses: pending.map(\.clause) + standing.map(\.1)) { i, _ in
            let bound = standing.prefix(5).map { Text(same: i.renderer.person($0)) + Text(" (", " (") + i.renderer.cite([$1]) + Text(")", ")") }
            return Text.joined(pending.prefix(5).map { i.renderer.duty($0) } + bound, "; ")
        }
    }

    /// One of each sort of pending duty that is meant by what a line says, whoever bears it or one of some people.
    private static func pending(_ i: Interpreter, _ wanted: ResolvedAct, by bearers: [PersonID]?) -> [Duty] {
        let (request, people) = (wanted.request, Array(wanted.targets))
        return i.ledger.sorts(of: request.act, by: bearers, towards: people.isEmpty ? nil : people, chat: request.chat, item: request.item)
            .filter { matches($0, wanted, i.world) }
    }

    private static func matches(_ duty: Duty, _ wanted: ResolvedAct, _ world: World) -> Bool {
        let request = wanted.request
        guard duty.act == request.act, wanted.targets.allSatisfy({ duty.mayBeAbout($0, world.roles(of: $0, chat: request.chat), in: world) }) else {
            return false
        }
        if request.other != .absent, duty.about != .absent, duty.about != request.other { return false }
        if !wanted.targets.isEmpty, duty.target != .absent, !wanted.targets.contains(duty.target) { return false }
        if request.chat != .absent, duty.chat != .absent, duty.chat != request.chat { return false }
        if duty.parts.contains(where: { $0.contradicts(request) }) || duty.scope.contradicts(request) { return false }
        return duty.item == nil || request.item == nil || duty.item == request.item
    }

    private static func standing(_ i: Interpreter, _ person: PersonID, _ wanted: ResolvedAct) -> [ClauseRef] {
        guard i.hasPolicy else { return [] }
        i.policies.asked?.note(wanted.request.act)
        return i.policies.dutiesByAct[wanted.request.act].filter { entry in
            guard entry.rule.isStanding, case .roles(let roles) = entry.rule.bearer, !entry.rule.parts.contains(where: { $0.contradicts(wanted.request) }),
                !entry.rule.scope.contradicts(wanted.request),
                wanted.targets.allSatisfy({ entry.rule.mayBeAbout($0, i.world.roles(of: $0, chat: wanted.request.chat), in: i.world) })
            else { return false }
            return !roles.isDisjoint(with: i.world.roles(of: person, chat: wanted.request.chat))
        }.map(\.clause)
    }

    /// Everybody who may do the act now, in order of appearance.
    static func able(_ i: Interpreter, _ q: Query) throws(ScriptError) -> [PersonID] {
        guard let act = q.act else { return [] }
        var trial = i.trial
        let resolved = try trial.resolve(act)
        guard resolved.obstacle == nil else { return [] }
        i.work.add(i.world.people.count * resolved.count / Work.Rate.people)
        // Whom a short form makes up on the way is nobody yet.
        let known = i.world.people.count
        return trial.world.present.prefix { $0.index < known }.filter { person in
            !Interruption.isWanted && (0..<resolved.count).allSatisfy { trial.isAllowed(resolved.request($0, by: person)) }
        }
    }

    /// The breaches of a clause, or of any, by somebody or by anybody.
    static func found(_ i: Interpreter, _ q: Query) -> [Breach] {
        i.work.add(i.ledger.breaches.count / Work.Rate.people)
        let id = q.clause.map { i.names[$0.id] }
        return i.ledger.breaches.filter { breach in
            (id == nil || i.policies.clause(breach.clause).id == id)
                && (q.clause?.policy.map { i.policies.has(i.names[$0], breach.clause) } ?? true)
                && (q.people.isEmpty || q.people.contains(breach.person))
        }
    }

    /// Whether a clause was broken, and so many times where it is said how many.
    static func breach(_ i: Interpreter, _ q: Query) -> Verdict {
        let found = found(i, q)
        let holds = q.comparison.map { $0.sign.holds(found.count, $0.number) } ?? !found.isEmpty
        return Verdict(holds, clauses: found.map(\.clause)) { i, _ in NormFacts.breaches(i) }
    }

    static func breaches(_ i: Interpreter) -> Text? {
        i.ledger.breaches.isEmpty
            ? Text("there are no breaches", "отступлений нет") : Text.joined(i.ledger.breaches.prefix(5).map { i.renderer.breach($0) }, "; ")
    }
}
