import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms
import Testing

@testable import SfmRuntime
@testable import SfmSyntax

/// A part of a rule that is understood is said: rules that differ as compiled read differently, in either language.
@Suite struct ReadingLawTests {
    /// Rules are read as those of a policy, whose clauses they may cite.
    private static let policy = Policy(
        id: "p", title: Text(same: "p"), platform: Text(same: ""), adopted: nil, terms: [:],
        clauses: ["1", "2", "app.1"].map { Clause(id: $0, title: Text(same: ""), kind: .info, notes: []) }, rules: [], duties: [], statements: [],
        lists: [], extends: [])

    /// Expects that all of them read differently, and that each is a sentence of its language alone.
    private static func expectDifferent(_ all: [(what: String, text: Text)], names: Bool = false) {
        for language in Language.allCases {
            var seen: [String: String] = [:]
            for (what, text) in all {
                let said = text[language]
                if let other = seen.updateValue(what, forKey: said) { Issue.record("\(other) and \(what) read alike: \(said)") }
                #expect(!said.contains { "{}[]".contains($0) } && !said.contains("  ") && said.hasSuffix(".") && !said.hasSuffix(" ."), "\(what): \(said)")
                guard !names else { continue }
                let foreign = said.unicodeScalars.contains {
                    language == .english ? (0x400...0x4FF).contains($0.value) : $0.isASCII && $0.properties.isAlphabetic
                }
                #expect(!foreign, "\(what): \(said)")
            }
        }
    }

    private static func labels(_ value: Any) -> Set<String> { Set(Mirror(reflecting: value).children.compactMap(\.label)) }

    // MARK: - Scopes

    private typealias Change = (inout Scope) -> Void

    /// For every field of a scope what it may be besides nothing.
    private static var scopes: [String: [Change]] {
        [
            "by": [{ $0.by = [] }, { $0.by = RoleSet(.moderator) }, { $0.by = RoleSet(.anyone) }, { $0.by = [RoleSet(.teacher), RoleSet(.director)] }],
            "ownGroup": [{ $0.ownGroup = true }],
            "targets": [{ $0.targets = RoleSet(.student) }, { $0.targets = RoleSet(.participant) }, { $0.targets = [RoleSet(.student), RoleSet(.parent)] }],
            "places": PlaceKind.allCases.map { place in { $0.places = ChoiceSet([place]) } } + [{ $0.places = ChoiceSet([.chat, .channel]) }],
            "audience": [{ $0.audience = RoleSet(.student) }, { $0.audience = [RoleSet(.student), RoleSet(.parent)] }],
            "otherChats": [{ $0.otherChats = true }],
            "withSubject": [{ $0.withSubject = true }],
            "collective": [{ $0.collective = true }],
            "asRoles": [{ $0.asRoles = RoleSet(.teacher) }, { $0.asRoles = [RoleSet(.admin), RoleSet(.moderator)] }],
            "moods": Mood.allCases.map { mood in { $0.moods = ChoiceSet([mood]) } } + [{ $0.moods = ChoiceSet([.negative, .excess]) }],
            "fields": SchoolField.allCases.map { field in { $0.fields = ChoiceSet([field]) } } + [{ $0.fields = ChoiceSet([.site, .email]) }],
        ]
    }

    private static let allScopes: [(what: String, scope: Scope)] =
        [("nothing", Scope())]
        + scopes.sorted { $0.key < $1.key }.flatMap { field, changes in
            changes.enumerated().map { k, change in
                var scope = Scope()
                change(&scope)
                return ("\(field) \(k)", scope)
            }
        }

    @Test func everyFieldIsTried() {
        #expect(Set(Self.scopes.keys) == Self.labels(Scope()), "a field of Scope that this law and ProsePrinter do not know")
        let (rule, duty, statement) = (Self.rule(.permit, 0), Self.duty(), Self.statement(.closedSpace))
        #expect(Self.labels(rule) == ["effect", "clause", "position", "act", "scope", "conditions", "lists", "rateName"])
        #expect(
            Self.labels(duty) == [
                "clause", "position", "bearer", "act", "scope", "triggers", "triggerScope", "conditions", "timing", "concernsTarget",
                // What has to be there follows from the act.
                "concernsParents", "concernsAuthor", "tellsOfTarget", "holders", "towards", "parts", "object",
                // Whom else its rule names the sentences beside it say.
                "list", "place", "isInChat",
            ])
        #expect(Self.labels(statement) == ["clause", "position", "mechanism", "audience", "from", "role", "places", "messenger"])
    }

    private static func rule(_ effect: Rule.Effect, _ act: Int, _ scope: Scope = Scope(), _ conditions: [Condition] = [], _ lists: [Int] = []) -> Rule {
        Rule(effect: effect, clause: 0, position: 0, act: act, scope: scope, conditions: conditions, lists: lists)
    }

    private static func said(_ rule: Rule) -> Text { PolicyReading.sentence(rule, acts: [rule.act], policy) }

    @Test(arguments: ActTable.all.indices)
    func everyPartOfARuleIsSaid(act: Int) {
        let id = ActTable.all[act].forms.id
        // Nobody can be named to whom an act without a person is done.
        let hasPerson = Sfm.grammar.actParts[act].contains { $0.slot == .target || $0.slot == .invitee }
        let scopes = Self.allScopes.filter { hasPerson || !$0.what.hasPrefix("targets") }
        let all = allEffects.flatMap { effect in
            scopes.map { ("\(effect) \(id) \($0.what)", Self.said(Self.rule(effect, act, $0.scope))) }
        }
        Self.expectDifferent(all)
    }

    /// With the parts that the law of rules knows of each act, as they come out of compiled rules.
    @Test(arguments: ActTable.all.indices)
    func everyPartOfAnActIsSaid(act: Int) {
        for kind in RuleLawTests.Kind.allCases {
            let parts: [RulePart?] = [nil] + RuleLawTests.parts(of: act)
            let said = parts.map { part in
                let node = RuleLawTests.Case(act: act, part: part ?? .ownGroup, kind: kind, language: .english).rule(with: part)
                return (
                    "\(kind) \(ActTable.all[act].forms.id) \(part.map { "\($0)" } ?? "nothing")",
                    RuleRenderer.inBothLanguages { p, _ in ProsePrinter(p).sentence(node) + "." }
                )
            }
            // A duty is its bearer's: who may besides is no part of it.
            Self.expectDifferent(kind == .duty || kind == .event ? said.filter { !$0.0.contains("by([") } : said, names: true)
        }
    }

    private let allEffects: [Rule.Effect] = [.permit, .forbid]

    @Test func everyActIsSaid() {
        Self.expectDifferent(ActTable.all.indices.map { (ActTable.all[$0].forms.id, Self.said(Self.rule(.permit, $0))) })
        Self.expectDifferent(ActTable.all.indices.map { (ActTable.all[$0].forms.id, Self.said(Self.duty(act: $0))) })
        Self.expectDifferent(ActTable.all.indices.map { (ActTable.all[$0].forms.id, Self.said(Self.duty(triggers: [$0]))) })
        let ids = Set(ActTable.all.map(\.forms.id))
        #expect(Set(SpokenAct.table.keys) == ids, "\(ids.symmetricDifference(SpokenAct.table.keys))")
    }

    @Test func listsAreCited() {
        let condition = Attribute.messenger.isIn(list: Text("names", "имена"), ["Viber"])
        let act = ActTable.index(of: "use messenger")
        Self.expectDifferent(
            [[], [0], [2], [0, 2]].map { lists in ("\(lists)", Self.said(Self.rule(.forbid, act, Scope(), [condition], lists))) }, names: true)
    }

    // MARK: - Conditions

    private static let roleSets = [RoleSet(.teacher), RoleSet(.administration), RoleSet(.anyone), [RoleSet(.student), RoleSet(.parent)]]

    /// Conditions on an attribute, by its type; one of a new type does not compile here.
    private static func simple(_ attribute: Attribute) -> [Condition] {
        switch attribute.forms.written {
        case .flag: return [attribute.holds]
        case .count: return Comparison.allCases.flatMap { sign in [0, 1, 2, 3].map { attribute.counts(sign, $0) } }
        case .term:
            let terms = [Duration(days: 1), Duration(days: 7), Duration(days: 7, inWeeks: true), Duration(months: 1), Duration(minutes: 60)]
            return Comparison.allCases.flatMap { sign in terms.map { attribute.lasts(sign, $0) } }
        case .choice(let choice):
            let values = choice.table.map { UInt32(1) << UInt32($0.value) }
            return (values + [values[0] | values[1]]).map { attribute.test(.choice($0)) }
        case .roles: return roleSets.map(attribute.isRole)
        case .word: return [attribute.test(.words([Text(same: "Б")])), attribute.test(.words([Text(same: "В")]))]
        case .name:
            return [
                attribute.isIn(list: Text("names", "имена"), ["Viber"]), attribute.isIn(list: Text("names", "имена"), ["Viber", "Skype"]),
                attribute.isIn(list: Text("others", "другие"), ["Viber"]), attribute.isIn(list: Text(same: "Viber"), ["Viber"]),
                attribute.isIn(list: Text(same: "Skype"), ["Skype"]),
            ]
        }
    }

    private static let simple = AttributeTable.all.flatMap(simple)

    @Test func everyConditionIsSaid() {
        let (a, b, c) = (Attribute.verified.holds, Attribute.joined.holds, Attribute.violations.counts(.greater, 3))
        let joined: [[Condition]] = [
            [a, b], [b, a], [a, b, c], [.or([a, b])], [.or([b, a])], [.or([a, .and([b, c])])], [.or([.and([a, b]), c])], [.or([a, b]), c],
            [.and([a, .or([b, c])])], [.not(.and([a, b]))], [.not(.or([a, b]))], [.not(a), b], [.not(.not(a))], [.or([a, .or([b, c])])], [.or([a, b, c])],
        ]
        var all = Self.simple.map { [$0] } + Self.simple.map { [.not($0)] } + joined
        all.insert([], at: 0)
        // "Not more than 3" and "at most 3" may read alike.
        var meanings = Set<Set<ConditionMeaning>>()
        all = all.filter { meanings.insert(Set($0.conjuncts.map(\.meaning))).inserted }
        let act = ActTable.index(of: "use messenger")
        Self.expectDifferent(all.map { ("\($0)", Self.said(Self.rule(.forbid, act, Scope(), $0))) }, names: true)
        let duties = all.map { ("\($0)", Self.said(Self.duty(triggers: [act], conditions: $0))) }
        Self.expectDifferent(duties, names: true)
    }

    // MARK: - Duties

    private static func duty(
        bearer: Bearer = .roles(RoleSet(.moderator)), act: Int = ActTable.index(of: "remind"), scope: Scope = Scope(),
        triggers: Set<Int> = [ActTable.index(of: "violate")], triggerScope: Scope = Scope(), conditions: [Condition] = [], within: Duration? = nil,
        timing: DutyTiming? = nil,
        target: Bool = false, parents: Bool = false, towards: Addressees = Addressees()
    ) -> DutyRule {
        DutyRule(
            clause: 0, position: 0, bearer: bearer, act: act, scope: scope, triggers: triggers, triggerScope: triggerScope, conditions: conditions,
            timing: timing ?? DutyTiming(within.map { .within($0) }), concernsTarget: target, concernsParents: parents,
            towards: towards)
    }

    private static func timing(_ change: (inout DutyTiming) -> Void) -> DutyTiming {
        var timing = DutyTiming()
        change(&timing)
        return timing
    }

    private static func said(_ duty: DutyRule) -> Text { PolicyReading.sentence(duty, acts: [duty.act], policy) }

    @Test(arguments: [[], ["violate"], ["remind"], ["post"], ["depart", "dismiss"], ["invite"]] as [[String]])
    func everyPartOfADutyIsSaid(events: [String]) {
        let triggers = Set(events.map(ActTable.index))
        let (who, teacher) = (Bearer.roles(RoleSet(.moderator)), Bearer.roles(RoleSet(.teacher)))
        var all: [(String, Text)] = [
            ("teacher", Self.said(Self.duty(bearer: teacher, triggers: triggers))),
            ("two", Self.said(Self.duty(bearer: .roles([RoleSet(.teacher), RoleSet(.director)]), triggers: triggers))),
            ("anyone", Self.said(Self.duty(bearer: .roles(RoleSet(.anyone)), triggers: triggers))),
            ("nobody", Self.said(Self.duty(bearer: .roles([]), triggers: triggers))),
            ("target", Self.said(Self.duty(bearer: .target, triggers: triggers))),
            ("actor", Self.said(Self.duty(bearer: .actor, triggers: triggers))),
            ("the parents", Self.said(Self.duty(bearer: .parents, triggers: triggers))),
            ("parents", Self.said(Self.duty(triggers: triggers, parents: true))),
            ("an own role", Self.said(Self.duty(triggers: triggers, towards: Addressees(holders: [Text("nurse", "медсестра")])))),
            (
                "an own role or the director",
                Self.said(Self.duty(triggers: triggers, towards: Addressees(roles: RoleSet(.director), holders: [Text("nurse", "медсестра")])))
            ),
            ("days", Self.said(Self.duty(triggers: triggers, within: Duration(days: 3)))),
            ("month", Self.said(Self.duty(triggers: triggers, within: Duration(months: 1)))),
            ("working days", Self.said(Self.duty(triggers: triggers, timing: DutyTiming(.workingDays(3))))),
            ("working hours", Self.said(Self.duty(triggers: triggers, timing: DutyTiming(.workingMinutes(180))))),
            ("end of month", Self.said(Self.duty(triggers: triggers, timing: DutyTiming(.endOf(.month))))),
            ("each", Self.said(Self.duty(triggers: triggers, timing: Self.timing { $0.isEach = true }))),
            ("month by month", Self.said(Self.duty(triggers: triggers, timing: Self.timing { $0.occasion = .every(Recurrence(.unit(.month))) }))),
            ("twice a month", Self.said(Self.duty(triggers: triggers, timing: Self.timing { $0.occasion = .every(Recurrence(.unit(.month), times: 2)) }))),
            ("a day", Self.said(Self.duty(triggers: triggers, timing: Self.timing { $0.occasion = .day(.once(20_000)) }))),
            ("weekends", Self.said(Self.duty(triggers: triggers, conditions: [.test(Predicate(.window(.weekends), nil))]))),
            ("condition", Self.said(Self.duty(triggers: triggers, conditions: [Attribute.verified.holds]))),
        ]
        all += Self.allScopes.map { ("scope \($0.what)", Self.said(Self.duty(bearer: who, scope: $0.scope, triggers: triggers))) }
        // Without an event there is nothing that could be narrowed, and nobody whom it has befallen.
        if !triggers.isEmpty {
            all += Self.allScopes.dropFirst().map { ("event \($0.what)", Self.said(Self.duty(triggers: triggers, triggerScope: $0.scope))) }
            all += [
                ("whom", Self.said(Self.duty(triggers: triggers, target: true))),
                ("whom and parents", Self.said(Self.duty(triggers: triggers, target: true, parents: true))),
                ("actor, whom", Self.said(Self.duty(bearer: .actor, triggers: triggers, target: true))),
                ("other event", Self.said(Self.duty(triggers: triggers.union([ActTable.index(of: "block")])))),
            ]
        }
        Self.expectDifferent(all)
    }

    // MARK: - Statements

    private static func statement(
        _ mechanism: Mechanism, audience: RoleSet = [], from: RoleSet = [], role: Role? = nil, places: [PlaceKind] = [], messenger: String? = nil
    ) -> Statement {
        Statement(clause: 0, position: 0, mechanism: mechanism, audience: audience, from: from, role: role, places: ChoiceSet(places), messenger: messenger)
    }

    @Test func everyPartOfAStatementIsSaid() {
        var all: [(String, Text)] = []
        for mechanism in Mechanism.allCases {
            let statements = [
                Self.statement(mechanism), Self.statement(mechanism, audience: RoleSet(.student)), Self.statement(mechanism, audience: RoleSet(.parent)),
                Self.statement(mechanism, audience: [RoleSet(.student), RoleSet(.parent)]), Self.statement(mechanism, from: RoleSet(.teacher)),
                Self.statement(mechanism, audience: RoleSet(.teacher), role: .teacher), Self.statement(mechanism, role: .teacher),
                Self.statement(mechanism, places: [.chat]), Self.statement(mechanism, places: [.chat, .group]), Self.statement(mechanism, messenger: "MAX"),
                Self.statement(mechanism, audience: RoleSet(.student), from: RoleSet(.teacher), role: .student, places: [.chat], messenger: "MAX"),
            ]
            all += statements.enumerated().map { ("\(mechanism) \($0)", PolicyReading.sentence($1)) }
        }
        Self.expectDifferent(all, names: true)
    }

    // MARK: - The policies that come with the program

    /// Between which days a policy is in force stands at its head, and not in each of its sentences.
    private static func own(_ conditions: [Condition]) -> [Condition] {
        conditions.filter { if case .inForce? = $0.asked?.test { false } else { true } }
    }

    @Test func differentNormsOfThePoliciesReadDifferently() {
        var library = Library()
        var seen: [Language: [String: String]] = [.english: [:], .russian: [:]]
        var count = 0
        for id in Library.shippedIDs {
            guard let policy = library.shippedPolicy(id) else {
                Issue.record("\(id) is not there")
                continue
            }
            let rules = policy.rules.map {
                ("\($0.effect) \($0.act) \($0.scope) \(Self.own($0.conditions))", PolicyReading.sentence($0, acts: [$0.act], policy))
            }
            let duties = policy.duties.map { duty in
                // A standing duty is about nobody in particular.
                let whom = duty.isStanding ? "" : "\(duty.concernsTarget) \(duty.concernsParents)"
                let key =
                    "\(duty.bearer) \(duty.act) \(duty.scope) \(duty.triggers.sorted()) \(duty.triggerScope) \(Self.own(duty.conditions)) \(duty.timing) \(whom)"
                return (key, PolicyReading.sentence(duty, acts: [duty.act], policy))
            }
            let statements = policy.statements.map { s in
                ("\(s.mechanism) \(s.audience) \(s.from) \(s.role as Any) \(s.places) \(s.messenger as Any)", PolicyReading.sentence(s))
            }
            for (key, text) in rules + duties + statements {
                count += 1
                for language in Language.allCases {
                    if let other = seen[language]?.updateValue(key, forKey: text[language]) { #expect(other == key, "\(text[language])") }
                }
            }
            let reading = PolicyReading(policy)
            #expect(reading.clauses.map(\.id) == policy.clauses.map(\.id))
            for clause in reading.clauses { #expect(clause.isNotesOnly == (clause.sentences.isEmpty && clause.lists.isEmpty), "\(id) \(clause.id)") }
        }
        #expect(count > 300)
    }

    @Test(
        "plurals of notes",
        arguments: [
            (1, "1 clause of 40 is notes only: 1", "1 пункт из 40 содержит только примечания: 1"),
            (2, "2 clauses of 40 are notes only: 1, 2", "2 пункта из 40 содержат только примечания: 1, 2"),
            (5, "5 clauses of 40 are notes only: 1, 2, 3, 4, 5", "5 пунктов из 40 содержат только примечания: 1, 2, 3, 4, 5"),
        ])
    func notesOnly(count: Int, english: String, russian: String) {
        let clauses = (1...count).map(String.init)
        #expect(NotesOnly.words(clauses, of: 40, .english) == english)
        #expect(NotesOnly.words(clauses, of: 40, .russian) == russian)
        #expect(NotesOnly.short(21, of: 40, .russian) == "21 пункт из 40 содержит только примечания")
        #expect(NotesOnly.short(11, of: 40, .russian) == "11 пунктов из 40 содержат только примечания")
    }
}
