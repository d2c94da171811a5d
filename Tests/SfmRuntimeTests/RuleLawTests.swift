import SfmModel
import SfmPolicy
import SfmTerms
import Testing

@testable import SfmRuntime
@testable import SfmSyntax

/// What is written is what is meant (LANGUAGE.md 12): every part that an act has either narrows the compiled rule, and then the rule
/// matches acts with that part alone, or is refused at its word.
@Suite struct RuleLawTests {
    enum Kind: String, CaseIterable, Sendable {
        case permit, forbid, duty, event
    }

    /// One part of one act, in a rule of one kind and in one language.
    struct Case: CustomTestStringConvertible, Sendable {
        let act: Int
        let part: RulePart
        let kind: Kind
        let language: Language

        var testDescription: String { "\(kind) \(ActTable.all[act].forms.id) \(part) \(language)" }

        func rule(with part: RulePart?) -> RuleNode {
            let one = RuleActNode(act: act, span: .none, word: Sfm.grammar.namesWord(act) ? "Б" : nil)
            switch kind {
            case .permit, .forbid:
                var rule = RuleNode(kind: kind == .permit ? .permit : .forbid, acts: [one], span: .none)
                if let part { rule.qualifiers.add(part) }
                return rule
            case .duty:
                var rule = RuleNode(kind: .oblige(.roles([.director]), negated: false), acts: [one], span: .none)
                if let part { rule.qualifiers.add(part) }
                return rule
            case .event:
                let monitor = RuleActNode(act: ActTable.index(of: "monitor use"), span: .none)
                var rule = RuleNode(kind: .oblige(.roles([.director]), negated: false), acts: [monitor], span: .none)
                rule.triggers = [one]
                if let part { rule.triggerQualifiers.add(part) }
                return rule
            }
        }

        /// As the translator writes it: by the first phrase of the act that swallows nothing of what follows.
        func text(with part: RulePart?) -> String {
            let (rule, forms) = (rule(with: part), FormPrinter(grammar: Sfm.grammar, names: Names(), language: language, quotes: .source))
            let texts = (0..<4).lazy.map { RulePrinter(forms, variant: $0).rule(rule) }
            let meant = TreeDump(grammar: Sfm.grammar, names: Names()).dump(rule)
            return texts.first { text in
                var reader = StatementReader(grammar: Sfm.grammar, limits: .standard)
                return reader.policyLine(text)?.clauses[0].rules.first.map { TreeDump(grammar: Sfm.grammar, names: Names()).dump($0) } == meant
            } ?? RulePrinter(forms).rule(rule)
        }
    }

    /// The acts that have parts, by their ids.
    static let acts: [String] = ActTable.all.map(\.forms.id)

    private func cases(_ id: String) -> [Case] {
        let act = ActTable.index(of: id)
        return Self.parts(of: act).flatMap { part in
            Kind.allCases.flatMap { kind -> [Case] in
                if ActTable.all[act].isDoneByWorld, kind != .event { return [] }
                if case .by = part, kind == .duty || ActTable.all[act].isDoneByWorld { return [] }
                // What a duty depends on is its condition.
                if [.slot(.closed, .stated), .chatOf([.parent])].contains(part), kind == .duty { return [] }
                if part == .ownGroup, ActTable.all[act].isDoneByWorld { return [] }
                return Language.allCases.map { Case(act: act, part: part, kind: kind, language: $0) }
            }
        }
    }

    /// Everything that the act has in steps and rules may ask of it.
    static func parts(of act: Int) -> [RulePart] {
        var out: [RulePart] = [.by([.moderator]), .when(windows[act % windows.count])]
        for part in Sfm.grammar.actParts[act] {
            let slot = part.slot
            let name = RuleValue.names(["Б"])
            switch slot {
            case .target, .invitee: out.append(.slot(.target, .roles([.student])))
            case .audience: out += [.slot(.audience, .roles([.parent]))] + (part.positional ? [] : [.otherChats])
            case .role: out.append(.slot(.role, .roles([.teacher])))
            case .place: out += [.slot(.place, .places([.chat], names: [])), .slot(.place, .places([.group], names: ["Б"]))]
            case .chat: out += kinds(.chat, act) + (ActTable.all[act].creates.contains(.chat) ? [] : [.slot(.closed, .stated), .chatOf([.parent])])
            case .group: out += kinds(.group, act) + [.ownGroup]
            case .channel: out += kinds(.channel, act)
            case .school: if part.positional { out.append(.slot(.place, .places([.school], names: ["Б"]))) }
            case .order, .phone, .email, .link, .subject:
                out.append(.slot(slot, name))
                if !part.required, !part.positional, !ActTable.all[act].creates.contains(slot) { out.append(.slot(slot, .stated)) }
            // What stands behind these is who it is for, and never a text.
            case .text where Sfm.grammar.beginsWithSomebody(act): out.append(.towardsHolders(["Б"]))
            // A text that is called as a kind is asked about.
            case .text: out.append(.slot(slot, .names(["Г"])))
            case .title, .about, .value, .options, .kinds: out.append(.slot(slot, name))
            // It is part of the act itself.
            case .word, .another: continue
            case .duration: out.append(.slot(.duration, .duration(Duration(days: 3))))
            case .until, .at: out.append(.slot(slot, .date(Instant(minutes: 28_000_000 / 1440 * 1440), hasTime: false)))
            case .number: out.append(.slot(.number, .numbers([3])))
            case .reason: out += [.slot(.reason, .choices([Reason.departure.rawValue])), .slot(.reason, name)]
            case .mood: out += Mood.allCases.map { .slot(.mood, .choices([$0.rawValue])) } + [.slot(.mood, .choices([1, 2]))]
            case .field: out += SchoolField.allCases.map { .slot(.field, .choices([$0.rawValue])) }
            case .attachment: out += Attachment.allCases.map { .slot(.attachment, .choices([$0.rawValue])) } + [.slot(.attachment, .choices([1, 3]))]
            case .purpose: out += Purpose.allCases.map { .slot(.purpose, .choices([$0.rawValue])) }
            case .questionnaire, .collective, .unclaimed: out.append(.slot(slot, .stated))
            // Rules speak of no person but the one whom the act is about.
            case .other, .appointing, .copied, .told: continue
            case .act: continue
            case .moderator, .admin, .members, .policy, .compare, .linkState, .orderStage, .unverified, .exists, .inForce, .closed, .clause, .anyone:
                Issue.record("an act has a part that rules know nothing of: \(slot)")
            }
        }
        return out
    }

    /// One each of the times at which a rule may speak; each act has one of them.
    private static let windows: [TimeWindow] = {
        guard let seven = ClockTime(hour: 7, minute: 0), let nine = ClockTime(hour: 21, minute: 30), let june = YearDay(month: 6, day: 1),
            let may = YearDay(month: 5, day: 31)
        else { preconditionFailure("there is such a time") }
        let day = Instant(day: 20_000)
        return [
            .hours(ClockRange(from: nine, to: seven)), .weekends, .workingDays, .weekdays(WeekdaySet([.monday, .friday])), .workingHours(inside: true),
            .workingHours(inside: false), .yearly(june, may), .since(day, hasTime: false), .until(day, hasTime: false), .periods(["Б"]), .periods(["А", "Б"]),
        ]
    }()

    private static func kinds(_ place: PlaceKind, _ act: Int) -> [RulePart] {
        let named = RulePart.slot(.place, .places([place], names: ["Б"]))
        let slot: Slot = place == .chat ? .chat : place == .group ? .group : .channel
        return ActTable.all[act].creates.contains(slot) ? [named] : [named, .slot(.place, .places([place], names: []))]
    }

    /// What the words of a policy that the act has in the rules of these tests mean.
    private static func declarations(_ act: Int) -> String {
        let parts = "of person, in chat, in group, with text"
        let own: String =
            switch ActTable.all[act].kind {
            case .liberty: "act \"Б\": liberty, \(parts)"
            case .power: "act \"Б\": power, \(parts)"
            case .event: "event \"Б\": \(parts)"
            }
        return "message kinds \"Б\"\nviolation kinds \"Б\"\nmark \"Б\" of person\nrole \"Б\" is employee\n\(own)\n"
    }

    private func compile(_ text: String, _ act: Int) throws -> Policy {
        var parser = Parser(grammar: Sfm.grammar)
        let script = parser.parse(SourceFile(name: "p.sfm", text: "policy \"p\"\n\(Self.declarations(act))  clause 1 \"c\"\n    \(text)\nend\n"))
        #expect(parser.diagnostics.map(\.message.en) == [], "\(text)")
        let node = try #require(script.policies.first)
        var compiler = PolicyCompiler(node)
        let policy = compiler.compile(extending: [])
        #expect(compiler.diagnostics.map(\.message.en) == [], "\(text)")
        return policy
    }

    private struct Narrowed: Equatable {
        var scope: Scope
        var conditions: [Condition]
        var parts: [PartTest]
        var towards = Addressees()
    }

    private func narrowed(_ policy: Policy, _ c: Case) throws -> Narrowed {
        switch c.kind {
        case .permit, .forbid:
            let rule = try #require(policy.rules.first { $0.act == c.act }, "\(c.text(with: c.part))")
            return Narrowed(scope: rule.scope, conditions: rule.conditions, parts: [])
        case .duty:
            let rule = try #require(policy.duties.first { $0.act == c.act }, "\(c.text(with: c.part))")
            return Narrowed(scope: rule.scope, conditions: rule.conditions, parts: rule.parts, towards: rule.towards)
        case .event:
            let rule = try #require(policy.duties.first { $0.triggers.contains(c.act) }, "\(c.text(with: c.part))")
            return Narrowed(scope: rule.triggerScope, conditions: rule.conditions, parts: [])
        }
    }

    @Test("taking a part away changes the compiled rule", arguments: acts)
    func partsNarrow(_ act: String) throws { for c in cases(act) { try narrows(c) } }

    private func narrows(_ c: Case) throws {
        let with = try narrowed(compile(c.text(with: c.part), c.act), c)
        let without = try narrowed(compile(c.text(with: nil), c.act), c)
        #expect(with != without, "\(c.text(with: c.part))")
        // What was printed is what was meant.
        let use: Narrowing.Use = [.permit: .permit, .forbid: .forbid, .duty: .duty, .event: .event][c.kind]!
        var q = QualifierNode()
        q.add(c.part)
        let meant = Narrowing(q, of: c.act, use)
        #expect(with.scope == meant.scope, "\(c.text(with: c.part))")
        let tests = (with.parts + with.conditions.tests).filter { if case .words = $0 { false } else { true } }
        #expect(tests == meant.tests, "\(c.text(with: c.part))")
    }

    @Test("what was compiled reads back as what was meant", arguments: acts)
    func partsReadBack(_ act: String) throws { for c in cases(act) where c.language == .english { try readsBack(c) } }

    private func readsBack(_ c: Case) throws {
        let meant = try narrowed(compile(c.text(with: c.part), c.act), c)
        for text in try compile(c.text(with: c.part), c.act).wording(ofClauseAt: 0) {
            #expect(try narrowed(compile(text.en, c.act), c) == meant, "\(text.en)")
            // «Подтверждать статус учителя»: the phrase holds the word for the role already.
            if c.part == .slot(.role, .roles([.teacher])), ActTable.all[c.act].forms.id == "verify" { continue }
            #expect(try narrowed(compile(text.ru, c.act), c) == meant, "\(text.ru)")
        }
    }

    @Test("a rule with a part matches acts with it, and no act without it", arguments: acts)
    func partsMatch(_ act: String) throws { for c in cases(act) where c.kind == .forbid && c.language == .english { try matches(c) } }

    private func matches(_ c: Case) throws {
        guard case .slot(let slot, _) = c.part, ![.target, .role, .audience].contains(slot) else { return }
        let policy = try compile(c.text(with: c.part), c.act)
        let set = PolicySet([policy], actCount: ActTable.all.count)
        var names = Names()
        let (name, person) = (names.intern("Б"), names.intern("@a"))
        _ = names.intern("Г")
        var world = World()
        let actor = world.admit(person)
        let (chat, group, channel) = (world.makeChat(Chat(name: name)), world.makeGroup(name), world.makeChannel(name))
        _ = (group, channel, world.makeOrder(name))
        if slot == .closed { world[chat: chat].isClosed = true }
        var plain = Request(act: c.act)
        plain.actor = actor
        var request = plain
        let rule = try #require(policy.rules.first { $0.act == c.act })
        request.take(rule.scope)
        if slot == .closed { request.chat = chat }
        for test in rule.conditions.tests { request.take(test, names, in: world) }
        if slot == .subject { request.subject = name }
        if case .slot(_, .stated) = c.part {
            (request.value, request.phone, request.email, request.link) = (name, name, name, slot == .unclaimed ? .absent : LinkID(0))
        }
        if slot == .link { request.link = world.makeLink(Link(name: name, place: .school)) }
        if slot == .unclaimed { plain.link = LinkID(0) }
        if case .slot(.link, .names) = c.part { request.say(names, in: world) }
        if slot != .link { request.say(names, in: world) }
        func matches(_ request: Request) -> Bool { Context(world: world, request: request).matches(rule) }
        #expect(matches(request), "\(c.text(with: c.part))")
        #expect(!matches(plain) || c.part == .slot(.mood, .choices([0])), "\(c.text(with: c.part))")
        // Deciding by the laid out rules says the same.
        let engine = PolicyEngine(set)
        #expect(engine.ruling(on: request, kind: .liberty, world: world, ledger: Ledger()).outcome == .prohibited, "\(c.text(with: c.part))")
    }

    @Test(
        "what rules cannot ask about is refused at its word",
        arguments: [
            "permit issue order appointing teacher", "forbid share account with student", "forbid object to unblocking of students",
            "forbid post with photo \"x.jpg\"", "permit remind target by moderator", "forbid remove parents of target", "permit block @ivanov by moderator",
            "oblige moderator to remind target by admin when violate within 1 day", "oblige moderator to remind when violate target within 1 day",
            "permit block by moderator by admin", "forbid post and", "forbid vote with photo", "forbid post with picture", "permit block in chat \"A\", group",
            "oblige moderator not to post when violate", "oblige moderator not to post within 1 day", "oblige target not to post",
            "oblige admin to help within 1 day within 2 days when violate", "states closed space \"X\"", "states links for students from admin from director",
            "разрешено модератору напоминать лицу", "запрещено исключать родителей лица", "запрещено писать с фото \"x.jpg\"", "запрещено голосовать с фото",
            "обязан модератор не писать при нарушении", "обязано лицо не писать", "запрещено писать и", "разрешено модератору блокировать @иванов",
        ])
    func refused(_ line: String) {
        var parser = Parser(grammar: Sfm.grammar)
        _ = parser.parse(SourceFile(name: "p.sfm", text: "policy \"p\"\n  clause 1 \"c\"\n    \(line)\nend\n"))
        #expect(!parser.diagnostics.isEmpty, "\(line)")
        for diagnostic in parser.diagnostics { #expect(!diagnostic.help.isEmpty || !diagnostic.fixes.isEmpty || diagnostic.code == .expected, "\(line)") }
    }
}
