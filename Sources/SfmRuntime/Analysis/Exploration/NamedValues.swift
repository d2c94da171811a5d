import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

/// What the policies in force name of the parts of one act: what they do not tell apart an exploration need not try.
struct NamedValues {
    /// With the next one beyond, from where a condition may come out otherwise.
    private(set) var durations: [Duration] = []
    private(set) var reasons: Set<UInt8> = []
    private(set) var purposes: Set<UInt8> = []
    private(set) var moods: Set<UInt8> = []
    private(set) var attachments: Set<UInt8> = []
    private(set) var kinds: [Text] = []
    private(set) var audiences: Set<RoleSet> = []
    private(set) var roles: Set<Role> = []
    private(set) var texts: [CallPart: [String]] = [:]
    private(set) var collective = false

    init(_ act: Int, _ policies: PolicySet) {
        guard !policies.isEmpty else { return }
        for entry in policies.permits[act] + policies.forbids[act] { see(entry.rule.scope, entry.rule.conditions) }
        for entry in policies.dutiesByAct[act] {
            see(entry.rule.scope, entry.rule.isStanding ? entry.rule.conditions : [])
            for part in entry.rule.parts { see(part) }
        }
        for entry in policies.dutiesByTrigger[act] { see(entry.rule.triggerScope, entry.rule.conditions) }
        durations = durations.reduce(into: []) { all, one in for value in [one, one.next] where !all.contains(value) { all.append(value) } }
    }

    private mutating func see(_ scope: Scope, _ conditions: [Condition]) {
        for mood in Mood.allCases where scope.moods.contains(mood) { moods.insert(mood.rawValue) }
        if !scope.audience.isEmpty { audiences.insert(scope.audience) }
        roles.formUnion(scope.asRoles.roles)
        collective = collective || scope.collective
        for predicate in conditions.flatMap(\.predicates) { see(predicate) }
    }

    private mutating func see(_ predicate: Predicate) {
        switch (predicate.operand, predicate.question) {
        case (.term(_, let duration), _): durations.append(duration)
        case (.choice(let bits), .reason): reasons.formUnion(Self.values(bits))
        case (.choice(let bits), .purpose): purposes.formUnion(Self.values(bits))
        case (.choice(let bits), .message): moods.formUnion(Self.values(bits))
        case (.roles(let set), .givenRole): roles.formUnion(set.roles)
        case (.words(let words), _): if predicate.concerns.isEmpty { add(words) }
        case (.part(let part), _): see(part)
        default: return
        }
    }

    private mutating func see(_ part: PartTest) {
        switch part {
        case .kinds(let kinds): add(kinds)
        case .attachments(let set): for kind in Attachment.allCases where set.contains(kind) { attachments.insert(kind.rawValue) }
        case .purposes(let set): for one in Purpose.allCases where set.contains(one) { purposes.insert(one.rawValue) }
        case .reasons(let set): for one in Reason.allCases where set.contains(one) { reasons.insert(one.rawValue) }
        case .named(let part, let names): texts[part, default: []] += names.filter { !(texts[part] ?? []).contains($0) }
        case .lasts(let duration): durations.append(duration)
        case .forAll(let roles), .tells(let roles, _): audiences.insert(roles)
        case .words, .stated, .until, .numbers: return
        }
    }

    private mutating func add(_ words: [Text]) {
        for word in words where !kinds.contains(where: { $0.sharesName(with: word) }) { kinds.append(word) }
    }

    private static func values(_ bits: UInt32) -> [UInt8] { (0..<32).filter { bits & 1 << UInt32($0) != 0 } }
}

extension Duration {
    /// The first one beyond: by a day, or by an hour where it is shorter than one.
    fileprivate var next: Duration {
        adding(months == 0 && days == 0 ? Duration(minutes: 60) : Duration(days: 1)) ?? self
    }
}
