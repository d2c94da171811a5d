import SfmModel
import SfmTerms

/// Answers "may this be done now?" from the world, the ledger and the policies in force (LANGUAGE.md 5).
public struct PolicyEngine: Sendable {
    public let policies: PolicySet

    public init(_ policies: PolicySet) { self.policies = policies }

    /// Steps 2 to 4: prohibited, granted, otherwise allowed. The world's own preconditions were asked before.
    public func decide(_ request: Request, kind: ActKind, world: World, ledger: Ledger, mechanisms: [ClauseRef] = []) -> Decision {
        policies.asked?.note(request.act)
        var citations = Citations()
        for clause in mechanisms { citations.cite(clause, .states) }
        guard !policies.isEmpty, kind != .event else { return .made(.allowed, request, citations.all, world.now) }
        let (code, parties) = (policies.code, Parties(request, world))
        let forbids = code.forbids(request.act)
        var isProhibited = false
        for index in forbids where code.matches(index, request, world, parties) {
            // What the platform can do is of no account where somebody must not.
            if !isProhibited { (isProhibited, citations) = (true, Citations()) }
            citations.cite(policies.forbids[request.act][index - forbids.lowerBound], .forbid)
        }
        if isProhibited { return .made(.prohibited, request, citations.all, world.now) }
        let permits = code.permits(request.act)
        var isGranted = false
        for index in permits where code.matches(index, request, world, parties) {
            isGranted = true
            citations.cite(policies.permits[request.act][index - permits.lowerBound], .permit)
        }
        if !policies.dutiesByAct[request.act].isEmpty {
            for clause in duties(request, world, parties, ledger) {
                isGranted = true
                citations.cite(clause, .duty)
            }
        }
        if kind != .power || isGranted { return .made(.allowed, request, citations.all, world.now) }
        // What the platform can do says nothing about who may.
        var decision = Decision.made(.notGranted, request, [], world.now)
        decision.nearest = nearest(request, Context(world: world, request: request))
        return decision
    }

    /// The answer alone with the clause that it rests on first; nothing is gathered for people to read.
    public func ruling(on request: borrowing Request, kind: ActKind, world: borrowing World, ledger: borrowing Ledger) -> Ruling {
        policies.asked?.note(request.act)
        guard !policies.isEmpty, kind != .event else { return Ruling(.allowed) }
        let (code, parties) = (policies.code, Parties(request, world))
        let rules = code.rules(request.act)
        let match = code.first(of: rules, request, world, parties)
        if match < rules.upperBound {
            return Ruling(match < code.permits(request.act).lowerBound ? .prohibited : .allowed, code.clause(match))
        }
        if !policies.dutiesByAct[request.act].isEmpty, let clause = duties(request, world, parties, ledger).first { return Ruling(.allowed, clause) }
        return Ruling(kind == .power ? .notGranted : .allowed)
    }

    /// The clauses of the duties, pending or standing, by which the actor does this.
    func duties(_ request: borrowing Request, _ world: borrowing World, _ parties: Parties, _ ledger: borrowing Ledger) -> [ClauseRef] {
        let entries = policies.dutiesByAct[request.act]
        guard !entries.isEmpty else { return [] }
        var out: [ClauseRef] = []
        if ledger.hasPending {
            for duty in ledger.sorts(metBy: request, parties, in: copy world) where duty.grants(request.actor, in: copy world) { out.append(duty.clause) }
        }
        for entry in entries where entry.rule.isStanding {
            guard case .roles(let roles) = entry.rule.bearer, isBearer(entry.rule, roles, request, world, parties),
                entry.rule.scope.targetFits(request, parties), entry.rule.scope.placeFits(request),
                entry.rule.parts.hold(request), entry.rule.isTowards(request.target, parties.target, in: copy world)
            else { continue }
            if !entry.rule.conditions.isEmpty {
                let context = Context(world: copy world, request: copy request)
                guard entry.rule.conditions.allSatisfy({ $0.holds(context) }) else { continue }
            }
            out.append(entry.clause)
        }
        return out
    }

    /// Whether whoever acts is one of those whose standing duty it is.
    private func isBearer(_ rule: DutyRule, _ roles: RoleSet, _ request: borrowing Request, _ world: borrowing World, _ parties: Parties) -> Bool {
        let actor = request.actor
        for holder in rule.holders where world.holds(holder, actor) { return true }
        return !roles.isDisjoint(with: parties.actor) && rule.scope.isOwnGroup(of: roles.intersection(parties.actor), request, world)
    }

    /// The permits and standing duties, which grant as much, with the fewest failed parts; where the act has none, the duties to do it.
    private func nearest(_ request: Request, _ context: Context) -> [NearMiss] {
        var all = policies.permits[request.act].filter { $0.rule.conditions.mean(request) }.map { entry in
            miss(entry.clause, entry.rule.scope, entry.rule.conditions, isDuty: false, context)
        }
        let duties = policies.dutiesByAct[request.act].filter { (all.isEmpty || $0.rule.isStanding) && $0.rule.parts.map(Condition.part).mean(request) }
        all += duties.map { miss($0, context) }
        guard let fewest = all.map(\.failures).min() else { return [] }
        return all.filter { $0.failures == fewest }
    }

    /// How many parts of a permit do not hold, of the nearest of those that name who acts: the role, the group, what is asked of the
    /// actor. `nil` where none of them does.
    public func failures(ofPermitNaming request: Request, world: World) -> Int? {
        policies.asked?.note(request.act)
        let context = Context(world: world, request: request)
        let permits = policies.permits[request.act].filter { $0.rule.scope.by != nil && $0.rule.conditions.mean(request) }
        return
            (permits.map { miss($0.clause, $0.rule.scope, $0.rule.conditions, isDuty: false, context) }
            + policies.dutiesByAct[request.act].filter { $0.rule.isStanding }.map { miss($0, context) }).filter(\.namesActor).map(\.failures).min()
    }

    /// The same of the duties to do it.
    public func failures(ofDutyNaming request: Request, world: World) -> Int? {
        policies.asked?.note(request.act)
        let context = Context(world: world, request: request)
        let duties = policies.dutiesByAct[request.act].filter { if case .roles = $0.rule.bearer { true } else { false } }
        return duties.map { miss($0, context) }.filter(\.namesActor).map(\.failures).min()
    }

    func miss(_ clause: ClauseRef, _ scope: Scope, _ conditions: [Condition], isDuty: Bool, _ context: Context) -> NearMiss {
        var miss = NearMiss(clause: clause, scope: scope, conditions: conditions, isDuty: isDuty)
        miss.roleFails = !context.roleFits(scope)
        miss.targetFails = !context.targetFits(scope)
        miss.placeFails = !context.placeFits(scope)
        miss.failedConditions = conditions.indices.filter { !conditions[$0].holds(context) }
        return miss
    }

    /// A duty as what could grant the act: its bearer is who may.
    func miss(_ entry: PolicySet.Indexed<DutyRule>, _ context: Context) -> NearMiss {
        let conditions = entry.rule.parts.map(Condition.part) + (entry.rule.isStanding ? entry.rule.conditions : [])
        var miss = miss(entry.clause, entry.rule.scope, conditions, isDuty: true, context)
        if case .roles(let roles) = entry.rule.bearer { miss.roleFails = roles.isDisjoint(with: context.actorRoles) }
        if !entry.rule.isTowards(context.request.target, context.parties.target, in: context.world) { miss.targetFails = true }
        return miss
    }

    // MARK: - Duties that arise

    /// A rule that a deed calls upon.
    public struct CalledFor: Sendable {
        let entry: PolicySet.Indexed<DutyRule>
        /// What is left to ask once it has been done: what happens is one of those that are counted.
        let counts: [Condition]
        /// Whom it befalls among those whom the duty speaks of, before it happened.
        let befalls: Befallen
    }

    /// Whom a deed befalls among those whom a duty names.
    enum Befallen {
        /// One of those whom the duty is towards, or it names nobody.
        case its
        /// One of those whom its rule names beside them.
        case another
        case nobody
    }

    /// Whom a deed befalls among those whom duties name. The duties of one rule follow one another and share their list, in which that
    /// person is looked for once.
    private struct Befalling {
        let request: Request
        let world: World
        private var known: (list: AddresseeList, place: Int?)?

        init(_ request: Request, _ world: World) { (self.request, self.world) = (request, world) }

        /// «Исключить ученика при выбытии» is about whom it befalls where that is a pupil, else about any pupil.
        mutating func befallen(_ rule: DutyRule) -> Befallen {
            guard !rule.addressees.isEmpty, rule.concernsTarget, request.target != .absent else { return .its }
            guard let list = rule.list else { return rule.addressees.has(request.target, roles, in: world) ? .its : .nobody }
            if known?.list !== list { known = (list, list.place(of: request.target, roles, in: world)) }
            return known?.place.map { $0 == rule.place ? .its : .another } ?? .nobody
        }

        private var roles: RoleSet { world.roles(of: request.target, chat: request.chat) }
    }

    /// The duties that a deed will give rise to, if it changes anything; asked before it is done, as conditions see people as they were.
    public func duties(calledForBy request: Request, in world: World) -> [CalledFor] {
        policies.asked?.note(request.act)
        guard !policies.isEmpty, !policies.dutiesByTrigger[request.act].isEmpty else { return [] }
        let context = Context(world: world, request: request)
        var befalling = Befalling(request, world)
        return policies.dutiesByTrigger[request.act].compactMap { entry in
            guard context.matches(entry.rule.triggerScope) else { return nil }
            let counts = entry.rule.conditions.filter(\.countsTheDeed)
            guard entry.rule.conditions.allSatisfy({ $0.countsTheDeed || $0.holds(context) }) else { return nil }
            return CalledFor(
                entry: entry, counts: counts.map { $0.settled(in: context) }, befalls: befalling.befallen(entry.rule))
        }
    }

    /// The duties of these rules, once the deed is done: towards whom, in which chats and about what.
    public func arising(_ rules: [CalledFor], from request: Request, item: Item?, leaves: Bool, in world: World) -> [Duty] {
        let after = Context(world: world, request: request)
        var befalling = Befalling(request, world)
        return rules.filter { $0.counts.allSatisfy { $0.holds(after) } }.flatMap { called -> [Duty] in
            let entry = called.entry
            func duty(_ person: PersonID, _ chat: ChatID, _ target: PersonID) -> Duty {
                Duty(
                    clause: entry.clause, rule: entry.rule, person: person, chat: chat, target: target,
                    about: entry.rule.tellsOfTarget ? request.target : .absent, item: item ?? request.item,
                    group: entry.rule.scope.ownGroup ? Self.group(request, world) : .absent, led: Self.led(entry.rule, request, world),
                    leaver: leaves ? request.target : .absent, in: world)
            }
            // What it makes of somebody counts as well as what that person was before.
            let befalls = called.befalls == .nobody ? befalling.befallen(entry.rule) : called.befalls
            if befalls == .another { return [] }
            let people = concerned(entry.rule, befalls == .its, request, item, world)
            switch entry.rule.bearer {
            case .target: return request.target == .absent ? [] : people.map { duty(request.target, request.chat, $0) }
            case .parents:
                guard request.target != .absent else { return [] }
                return world[person: request.target].parents.flatMap { parent in people.map { duty(parent, request.chat, $0) } }
            case .actor: return request.actor == .absent ? [] : people.map { duty(request.actor, request.chat, $0) }
            case .roles(let roles) where entry.rule.timing.isEach && !roles.has(.moderator):
                return duty(.absent, .absent, .absent).holders(in: world).flatMap { holder in people.map { duty(holder, request.chat, $0) } }
            case .roles(let roles):
                let bearer = duty(.absent, .absent, .absent).first(of: roles.subtracting(RoleSet(.moderator)), in: world)
                guard roles.has(.moderator) else { return people.map { duty(bearer, request.chat, $0) } }
                let ofChats = people.flatMap { person in
                    chats(of: entry.rule.tellsOfTarget || !entry.rule.isInChat ? request.target : person, request, world).map { duty(bearer, $0, person) }
                }
                // A moderator where there is no chat is nobody, but another role beside him may have somebody.
                return ofChats.isEmpty && request.chat == .absent && bearer != .absent ? people.map { duty(bearer, .absent, $0) } : ofChats
            }
        }
    }

    /// Whose class teacher is meant where a duty is a class teacher's: that of the person's group, where it has one.
    private static func led(_ rule: DutyRule, _ request: Request, _ world: World) -> GroupID {
        guard case .roles(let roles) = rule.bearer, roles.has(.classTeacher), request.target != .absent else { return .absent }
        let group = world[person: request.target].group
        return group != .absent && world.hasClassTeacher(group) ? group : .absent
    }

    /// The group that a deed is about: its own, that of its chat, that of the person.
    private static func group(_ request: Request, _ world: World) -> GroupID {
        if request.group != .absent { return request.group }
        if request.chat != .absent { return world[chat: request.chat].group }
        return request.target == .absent ? .absent : world[person: request.target].group
    }

    /// Whom a duty is about, one each; nobody where it is about no person.
    private func concerned(_ rule: DutyRule, _ isItsRole: Bool, _ request: Request, _ item: Item?, _ world: World) -> [PersonID] {
        if rule.concernsAuthor { return author(request, item, world).map { [$0] } ?? [] }
        guard request.target != .absent, rule.concernsTarget || rule.concernsParents else { return [.absent] }
        return (rule.concernsTarget ? [isItsRole ? request.target : .absent] : []) + (rule.concernsParents ? Array(world[person: request.target].parents) : [])
            + (rule.namesOthers ? [.absent] : [])
    }

    /// Whoever wrote the message that a deed made or is about.
    private func author(_ request: Request, _ item: Item?, _ world: World) -> PersonID? {
        guard request.chat != .absent, case .message(let number)? = request.item ?? item, world[chat: request.chat].has(message: number) else { return nil }
        return world[chat: request.chat].messages[number - 1].author
    }

    /// The chats whose moderators have to do something: that of the deed, else those of whom it is about; that person is a member of them.
    private func chats(of person: PersonID, _ request: Request, _ world: World) -> [ChatID] {
        let subject = person != .absent ? person : request.chat == .absent ? request.target : .absent
        guard subject != .absent else { return request.chat == .absent ? [] : [request.chat] }
        let chats = request.chat != .absent ? [request.chat] : Array(world[person: subject].chats)
        return chats.filter { world.has(subject, in: $0) }
    }
}
