import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

/// Walks a script before it runs: every name must have been introduced by something earlier, no two names may look alike,
/// every cited clause must exist.
public struct Checker: Sendable {
    private let tables = Tables.all
    /// In the order in which they were introduced.
    private var known = Pages<(name: NameID, kind: NameKind)>()
    /// How many of them have a skeleton in `skeletons`.
    private var filed = 0
    /// By name, a bit for each kind that it is known as.
    private var marks = NameTable<UInt16>(absent: 0)
    /// By kind and skeleton; filled only once a name has come that could look like another.
    private var skeletons = Parts<Int, NameID>()
    private var mayHaveTwins = false
    /// The words that policies of the script declare.
    var words = OwnWords()
    /// Whether a policy is in force: the conveniences of LANGUAGE.md 4 exist only without one.
    public var hasPolicy = false
    public private(set) var diagnostics: [Diagnostic] = []
    /// Steps with every repeat unrolled, saturating.
    public private(set) var steps = 0
    /// Steps that may turn out otherwise than the script says; all but what is given.
    public private(set) var checks = 0
    /// What the program calls the links that a script does not name.
    private var ownLinks = OwnLinkNames()
    /// Whether a chat may have come about that is called as its group is.
    private var mayHaveGroupChat = false

    public init() {}

    public mutating func takeDiagnostics() -> [Diagnostic] {
        defer { diagnostics = [] }
        return diagnostics
    }

    public func names(of kind: NameKind) -> [NameID] { known.compactMap { $0.kind == kind ? $0.name : nil } }

    private func isKnown(_ name: NameID, _ kind: NameKind) -> Bool {
        marks[name] & (1 << kind.rawValue) != 0
    }

    /// Counts and checks a block of steps; names that it introduces stay known.
    public mutating func check(_ block: [StepNode], names: Names, policies: PolicySet?, times: Int = 1) {
        block.forEachInPlace { check($0, names, policies, times) }
    }

    @inline(never)
    private mutating func check(_ step: StepNode, _ names: Names, _ policies: PolicySet?, _ times: Int) {
        switch step.kind {
        case .repeated(let n, let inner):
            let (product, overflow) = times.multipliedReportingOverflow(by: n)
            let before = steps
            check(inner, names: names, policies: policies, times: overflow ? Int.max : product)
            // A block without steps takes its turns all the same.
            if steps == before { count(overflow ? Int.max : product) }
            return
        case .given(let fact):
            check(fact, names, declaring: true)
            if let policies { checkWords(of: fact, names, policies) }
        // Were they one case, the whole step would be copied.
        case .act(let act):
            checks += 1
            check(act, names, times: times)
            if let policies { checkWords(of: act, names, policies) }
        case .force(let act):
            checks += 1
            check(act, names, times: times)
            if let policies { checkWords(of: act, names, policies) }
        case .expectFact(let fact):
            checks += 1
            check(fact, names, declaring: false)
            if let policies { checkWords(of: fact, names, policies) }
            if let policies, case .clause(let clause)? = fact.slot(.clause)?.value { check(clause, names, policies) }
        case .expectDecision(_, let clauses, let act):
            checks += 1
            check(act, names, expecting: true)
            if let policies { checkWords(of: act, names, policies) }
            if let policies { for clause in clauses { check(clause, names, policies) } }
        case .actAs(let person): if let person { use([person], names) }
        case .usePolicy: hasPolicy = true
        case .advance, .advanceTo, .today, .fulfilDuties: checks += 1
        case .beginning: return
        case .include: break
        }
        count(times)
    }

    private mutating func count(_ times: Int) {
        let (sum, overflow) = steps.addingReportingOverflow(times)
        steps = overflow ? Int.max : sum
    }

    private mutating func check(_ clause: ClauseNode, _ names: Names, _ policies: PolicySet) {
        guard tellsMore else { return }
        let id = names[clause.id]
        guard policies.find(clause: id, policy: clause.policy.map { names[$0] }).isEmpty else { return }
        if let policy = clause.policy, !policies.policies.contains(where: { $0.id == names[policy] }) {
            let name = names[policy]
            return report(
                Diagnostic(
                    .unknownClause, Text("policy “\(name)” is not in force", "порядок «\(name)» не применён"), clause.span,
                    help: policies.isEmpty ? [] : [Self.inForce(policies)]))
        }
        var d = Diagnostic(
            .unknownClause, Text("no policy in force has a clause \(id)", "ни в одном действующем порядке нет пункта \(id)"), clause.span)
        let all = policies.policies.flatMap { $0.clauses.map(\.id) }
        if policies.isEmpty {
            d.help = [Text("put a policy in force first: use policy \"…\"", "сначала примените порядок: применить порядок \"…\"")]
        } else if let near = all.filter(id.hasPrefix).max(by: { $0.count < $1.count }) ?? all.first(where: { $0.hasPrefix(id + ".") })
            ?? Suggestion.nearest(to: id, among: all)
        {
            d.help = [Text("did you mean clause \(near)?", "может быть, п. \(near)?")]
        }
        if !policies.isEmpty { d.help.append(Self.inForce(policies)) }
        report(d)
    }

    private static func inForce(_ policies: PolicySet) -> Text {
        let list = policies.policies.map(\.id).joined(separator: ", ")
        return Text("in force: \(list)", (policies.policies.count == 1 ? "действует: " : "действуют: ") + list)
    }

    // MARK: - Acts and facts

    /// Taken out of where they are kept once a script.
    private struct Tables {
        let acts = ActTable.all
        let facts = FactTable.all

        static let all = Tables()
    }

    private mutating func check(_ node: ActNode, _ names: Names, expecting: Bool = false, times: Int = 1) {
        let act = declared(node, names) ?? tables.acts[node.act]
        if let actor = node.actor {
            // Whoever asks to be let in may be new: `@x: подать заявку на вступление`.
            act.forms.doerIsTarget && act.creates.contains(.target) ? introduce([actor], names) : use([actor], names)
            checkDoer(actor, act, node, names)
        }
        if !expecting { countLinks(act, node, times, names) }
        let conjures = !hasPolicy && act.traits.contains(.takesInNewcomers)
        node.slots.forEachInPlace { slot in
            let declares = act.creates.contains(slot.slot) && !expecting || (slot.slot == .target && (conjures || act.creates.contains(.target)))
            check(slot, declares: declares, loose: act.creates.contains(slot.slot) || act.traits.contains(.namesFreely), names)
            if act.traits.contains(.namesChatAnew), !expecting, slot.slot == .title, case .name(let name?) = slot.value {
                introduce(name, .chat, slot.valueSpan, names)
            }
            if act.traits.contains(.answersAPoll), case .name(let answer?) = slot.value, slot.slot == .value { checkAnswer(answer, slot.valueSpan, names) }
        }
    }

    /// A link that an act makes and does not name is called by the program; so is the chat that an invitation may presuppose, by its group.
    private mutating func countLinks(_ act: Act, _ node: ActNode, _ times: Int, _ names: Names) {
        guard act.creates.contains(.link) else { return }
        if !hasPolicy, case .place(.chat, nil)? = node.slot(.place)?.value { mayHaveGroupChat = true }
        if case .name(let name?)? = node.slot(.link)?.value { ownLinks.skip(names[name]) } else { ownLinks.make(times) }
    }

    /// An event has no doer, and where the person concerned is the doer nobody else is.
    private mutating func checkDoer(_ actor: PersonNode, _ act: Act, _ node: ActNode, _ names: Names) {
        if act.isDoneByWorld { return report(NameChecks.eventHasNoDoer(actor.span)) }
        guard act.forms.doerIsTarget, case .handle(let who, let span) = actor, case .people(let people)? = node.slot(.target)?.value else { return }
        let others = people.contains { if case .handle(let name, _) = $0 { name != who } else { false } }
        if others { report(NameChecks.wrongDoer(span)) }
    }

    mutating func report(_ diagnostic: Diagnostic) {
        if tellsMore { diagnostics.append(diagnostic) }
    }

    /// Beyond these nothing is told, so nothing need be looked for.
    var tellsMore: Bool { diagnostics.count < Self.most }

    /// One scenario alone does not report more.
    private static let most = 200

    private mutating func check(_ node: FactNode, _ names: Names, declaring: Bool) {
        let fact = tables.facts[node.fact]
        if declaring, let reason = fact.reasonNotToGive(node) { report(NameChecks.cannotBeGiven(reason, node.span)) }
        node.slots.forEachInPlace { slot in
            if case .act(let act) = slot.value { return check(act, names, expecting: true) }
            // A group that a fact names comes about with it: `class teacher @t of group "10А"`.
            let declares = declaring && (fact.introduces.contains(slot.slot) || slot.slot == .group)
            if slot.slot == .link, declares, case .name(let name?) = slot.value, !isKnown(name, .link) { ownLinks.skip(names[name]) }
            check(slot, declares: declares, loose: false, names)
        }
    }

    private mutating func check(_ slot: SlotNode, declares: Bool, loose: Bool, _ names: Names) {
        switch slot.value {
        case .people(let people): declares ? introduce(people, names) : use(people, names)
        case .audience(let audience): use(audience.people, names)
        case .names(let answers): for answer in answers { introduce(answer, .answer, slot.span, names) }
        case .place(let kind, let name?):
            let nameKind: NameKind? = kind == .chat ? .chat : kind == .group ? .group : nil
            if let nameKind, !SystemNames.isStaffRoom(name, names) { use(name, nameKind, slot.valueSpan, names) }
        case .name(let name?):
            guard let kind = slot.slot.nameKind else { return }
            if kind == .channel, SystemNames.isChannel(name, names) { return }
            if kind == .group, SystemNames.isStaffRoom(name, names) { return }
            if declares || kind == .subject { introduce(name, kind, slot.valueSpan, names) } else if !loose { use(name, kind, slot.valueSpan, names) }
        default: break
        }
    }

    // MARK: - Names

    private mutating func introduce(_ people: SmallArray<PersonNode>, _ names: Names) {
        for case .handle(let name, let span) in people { introduce(name, .person, span, names) }
    }

    private mutating func use(_ people: SmallArray<PersonNode>, _ names: Names) {
        for case .handle(let name, let span) in people { use(name, .person, span, names) }
    }

    private mutating func introduce(_ name: NameID, _ kind: NameKind, _ span: Span, _ names: Names) {
        guard !isKnown(name, kind) else { return }
        mayHaveTwins = mayHaveTwins || names.mayLookLikeAnother(name)
        if mayHaveTwins, let twin = fileSkeletons(name, kind, names), twin != name {
            report(NameChecks.lookAlike(name, kind: kind, of: twin, names: names, span: span))
            return
        }
        known.append((name, kind))
        marks[name] |= 1 << kind.rawValue
    }

    /// Files the names not yet filed, and one more; the earlier name that it looks like, if any.
    private mutating func fileSkeletons(_ name: NameID, _ kind: NameKind, _ names: Names) -> NameID? {
        fileSkeletons(names)
        let twin = file(name, kind, names)
        filed += twin == nil || twin == name ? 1 : 0
        return twin
    }

    private mutating func fileSkeletons(_ names: Names) {
        while filed < known.count {
            _ = file(known[filed].name, known[filed].kind, names)
            filed += 1
        }
    }

    private mutating func file(_ name: NameID, _ kind: NameKind, _ names: Names) -> NameID? {
        let picture = Self.picture(kind, names.skeleton(name))
        let twin = twin(picture, of: name, names)
        if twin == nil { skeletons[picture] = name }
        return twin
    }

    /// A number for a skeleton among the names of a kind; skeletons that are the same have another one in another kind.
    private static func picture(_ kind: NameKind, _ skeleton: UInt64) -> Int { Int(truncatingIfNeeded: skeleton &+ UInt64(kind.rawValue)) }

    /// A filed name of a picture; equal numbers alone prove nothing.
    private func twin(_ picture: Int, of name: NameID, _ names: Names) -> NameID? {
        guard let found = skeletons[picture] else { return nil }
        return found == name || Confusables.of(names[found]) == Confusables.of(names[name]) ? found : nil
    }

    /// An answer that no poll has is found when somebody votes; one that only looks like an answer can be seen before.
    private mutating func checkAnswer(_ name: NameID, _ span: Span, _ names: Names) {
        guard !isKnown(name, .answer) else { return }
        fileSkeletons(names)
        if twin(Self.picture(.answer, names.skeleton(name)), of: name, names) != nil { use(name, .answer, span, names) }
    }

    /// Whether the program itself gave the name.
    private func isOwn(_ name: NameID, _ kind: NameKind, _ names: Names) -> Bool {
        switch kind {
        case .link: ownLinks.contains(names[name])
        case .chat: mayHaveGroupChat && isKnown(name, .group)
        case .person, .group, .channel, .order, .policy, .subject, .answer, .list, .word: false
        }
    }

    private mutating func use(_ name: NameID, _ kind: NameKind, _ span: Span, _ names: Names) {
        guard !isKnown(name, kind), diagnostics.count < Self.most, !isOwn(name, kind, names) else { return }
        fileSkeletons(names)
        let twin = twin(Self.picture(kind, names.skeleton(name)), of: name, names)
        report(NameChecks.unknown(name, kind: kind, known: self.names(of: kind), twin: twin, names: names, span: span))
    }
}

/// The names L1, L2 … that the program gives to links; the number is that of the link among all links, or the next that is free.
private struct OwnLinkNames: Sendable {
    private var links = 0
    private var given = Set<Int>()
    private var taken = Set<Int>()
    /// Of lines that run very often: all that they may come to.
    private var many: [Range<Int>] = []

    /// Counts a link with a name of its own.
    mutating func skip(_ name: String) {
        links += 1
        if let number = Self.number(name) { taken.insert(number) }
    }

    /// Counts links that the program names, so many as often as the line runs.
    mutating func make(_ count: Int) {
        for _ in 0..<min(count, Self.few) {
            links += 1
            var number = links
            while given.contains(number) || taken.contains(number) { number += 1 }
            given.insert(number)
        }
        guard count > Self.few else { return }
        let rest = min(count - Self.few, Self.most)
        many.append(links + 1..<links + 1 + rest + taken.count)
        links += rest
    }

    func contains(_ name: String) -> Bool {
        guard let number = Self.number(name) else { return false }
        return given.contains(number) || many.contains { $0.contains(number) }
    }

    private static func number(_ name: String) -> Int? {
        guard name.first == "L", let number = Int(name.dropFirst()), name == "L\(number)" else { return nil }
        return number
    }

    private static let few = 1000
    /// Nothing runs more often.
    private static let most = 1 << 32
}

/// Names that the platform itself brings.
enum SystemNames {
    static func isStaffRoom(_ id: NameID, _ names: Names) -> Bool { names.isOne(id, "учительская", "staff room") }

    /// The system channels of every school.
    static func isChannel(_ id: NameID, _ names: Names) -> Bool { names.isOne(id, "общешкольный", "сотрудники") }
}

extension Slot {
    /// What kind of thing the slot's name names, where names of that kind must have been introduced.
    var nameKind: NameKind? {
        switch self {
        case .chat: .chat
        case .group: .group
        case .channel: .channel
        case .link: .link
        case .order: .order
        case .subject: .subject
        default: nil
        }
    }
}

extension SlotNode {
    /// Where the name itself stands, without the label before it.
    var valueSpan: Span { nameSpan ?? span }
}
