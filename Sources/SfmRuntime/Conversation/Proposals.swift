import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

/// Expectations that hold now: what a test would say of something that was asked or shown. English lines; saving translates them.
public struct Proposals {
    let interpreter: Interpreter
    /// The language of words that policies name in both.
    var language = Language.english

    private var world: World { interpreter.world }
    private func name(_ id: NameID) -> String { FormPrinter.source(interpreter.names[id]) }
    private func person(_ id: PersonID) -> String { interpreter.names[world[person: id].name] }
    private func people(_ ids: [PersonID]) -> String { ids.sorted().map(person).joined(separator: ", ") }

    // MARK: - Decisions

    public func decision(_ decision: Decision, _ node: ActNode) -> String { lead(decision) + ": " + actText(node) }

    /// `expect not granted by clause 24`: the outcome itself, of which `denied` would leave open which one it is, with every clause that the decision cites.
    public func lead(_ decision: Decision, _ language: Language = .english) -> String {
        let kind: ExpectedDecision =
            switch decision.outcome {
            case .allowed: .allowed
            case .prohibited: .prohibited
            case .notGranted: .notGranted
            case .impossible: .impossible
            }
        let ids = decision.clauses.map { interpreter.policies.clause($0).id }
        // A clause and an appendix are not cited in one breath.
        let isAppendix = ids.first?.hasPrefix("app.") ?? false
        var seen = Set<String>()
        let unique = ids.filter { seen.insert($0).inserted && $0.hasPrefix("app.") == isAppendix }.prefix(Self.mostClauses)
        let lead = language("expect ", "ожидаем ") + kind.phrase(language)
        guard !unique.isEmpty else { return lead }
        if language == .english { return lead + " by clause " + unique.joined(separator: ", ") }
        let numbers = unique.map { isAppendix ? String($0.dropFirst(4)) : $0 }.joined(separator: ", ")
        return lead + (isAppendix ? " по прил. " : " по п. ") + numbers
    }

    private static let mostClauses = 3

    public func whoCan(_ node: ActNode, _ able: [PersonID]) -> String {
        var act = node
        act.actor = nil
        return able.isEmpty ? "expect nobody can " + actText(act) : "expect who can " + actText(act) + " are " + people(able)
    }

    func duty(of id: PersonID, _ node: ActNode) -> String { "expect \(person(id)) has duty to \(actText(node))" }

    private func actText(_ node: ActNode) -> String {
        FormPrinter(grammar: interpreter.grammar, names: interpreter.names, language: .english, quotes: .source).act(node)
    }

    // MARK: - What is shown

    public func chat(_ id: ChatID) -> [String] {
        let chat = world[chat: id]
        let members = chat.members
        var out = ["expect members of chat \(name(chat.name)) " + (members.isEmpty ? "= 0" : "are " + people(members))]
        for record in chat.records { out += standing(record, id) }
        for mark in marks({ $0 == .chat }) where world.has(mark, id) { out.append("expect chat \(name(chat.name)) has \(quoted(mark))") }
        if chat.visibleMessages > 0 { out.append("expect messages in chat \(name(chat.name)) = \(chat.visibleMessages)") }
        return out
    }

    func moderators(of id: ChatID) -> [String] {
        let moderators = world.moderators(of: id).map { person($0) }
        guard let first = moderators.first else { return [] }
        let chat = name(world[chat: id].name)
        return [
            "expect "
                + (moderators.count == 1 ? "moderator of chat \(chat) is \(first)" : "moderators of chat \(chat) are " + moderators.joined(separator: ", "))
        ]
    }

    private func standing(_ record: ChatRecord, _ id: ChatID) -> [String] {
        let (who, chat) = (person(record.person), name(world[chat: id].name))
        var out: [String] = []
        if record.violations > 0 { out.append("expect violations of \(who) in chat \(chat) = \(record.violations)") }
        if let block = world.block(of: record.person, in: id) {
            out.append("expect \(who) is blocked in chat \(chat)" + (block.until == .never ? "" : " until \(block.until.dayText)"))
        }
        for mark in marks({ $0 == .personInChat }) where world.has(mark, record.person, in: id) {
            out.append("expect \(who) has \(quoted(mark)) in chat \(chat)")
        }
        return out
    }

    private func marks(_ isMeant: (MarkHolder) -> Bool) -> [Text] {
        interpreter.policies.words.words(.mark).filter { $0.holder.map(isMeant) ?? false }.map(\.name)
    }

    private func quoted(_ name: Text) -> String { FormPrinter.source(name[language]) }

    /// The marks of policies that are on somebody, and the offices.
    private func ownWords(_ id: PersonID) -> [String] {
        marks { $0 == .person }.filter { world.has($0, id) }.map { "expect \(person(id)) has \(quoted($0))" }
            + interpreter.policies.words.words(.role).map(\.name).filter { world.holds($0, id) }.map { "expect \(person(id)) is \(quoted($0))" }
    }

    /// Those of the first people who have any.
    private var ownWords: [String] {
        guard !interpreter.policies.words.isEmpty else { return [] }
        interpreter.work.add(world.people.count / Work.Rate.people)
        var out: [String] = []
        for k in world.people.indices where out.count < Self.mostWords { out += ownWords(PersonID(k)) }
        return out
    }

    private static let mostWords = 20

    public func person(shown id: PersonID) -> [String] {
        ownWords(id)
            + world[person: id].chats.flatMap { chat -> [String] in
                guard let record = world[chat: chat][id] else { return [] }
                let membership = "expect \(person(id)) is " + (record.isMember ? "" : "not ") + "member of chat \(name(world[chat: chat].name))"
                return [membership] + standing(record, chat)
            }
    }

    public var duties: [String] {
        if interpreter.ledger.pending.isEmpty { return ["expect no pending duties"] }
        // Duties that differ in the event alone are said alike.
        return interpreter.ledger.sorts.sorted { $0.id < $1.id }.map { duty in
            var request = interpreter.request(for: duty)
            let bearer = request.actor
            request.actor = .absent
            var names = interpreter.names
            let node = ActDecompiler(world: world, language: language).node(for: request, names: &names)
            let act = FormPrinter(grammar: interpreter.grammar, names: names, language: .english, quotes: .source).act(node)
            return bearer == .absent ? "expect nobody has duty to \(act)" : "expect \(person(bearer)) has duty to \(act)"
        }
    }

    public var breaches: [String] {
        if interpreter.ledger.breaches.isEmpty { return ["expect no breaches"] }
        var (counts, places) = ([(line: String, count: Int)](), [String: Int]())
        for breach in interpreter.ledger.breaches {
            let line = " of clause \(interpreter.policies.clause(breach.clause).id)" + (breach.person == .absent ? "" : " by \(person(breach.person))")
            let place = places[line] ?? counts.count
            if place == counts.count { counts.append((line, 0)) }
            places[line] = place
            counts[place].count += 1
        }
        return counts.map { $0.count == 1 ? "expect breach\($0.line)" : "expect breaches\($0.line) = \($0.count)" }
    }

    public var links: [String] {
        let told = world.links.filter { $0.state != .open || $0.isOpen(at: world.now) }
        return told.map { "expect link \(interpreter.names[$0.name]) is \(ChoiceWords.phrase(ChoiceWords.linkStates, $0.state.rawValue, .english))" }
    }

    /// How things stand: for a session that checked nothing itself.
    public var state: [String] {
        var out = world.chats.indices.prefix(Self.mostChats).filter { !world.chats[$0].isDeleted }.flatMap { chat(ChatID($0)) } + links + ownWords
        if interpreter.hasPolicy { out += duties + breaches }
        if out.isEmpty { out = world.groups.map { "expect group \(name($0.name)) exists" } }
        if out.isEmpty, world.school.isRegistered { out = ["expect school is registered"] }
        return out.isEmpty ? ["expect today is \(world.now.dayText)"] : out
    }

    private static let mostChats = 20
}

extension Interpreter {
    public var proposals: Proposals { Proposals(interpreter: self) }

    public func proposals(in language: Language) -> Proposals { Proposals(interpreter: self, language: language) }
}
