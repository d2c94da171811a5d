import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

/// What an exploration may take.
public struct ExplorationLimits: Sendable {
    /// Situations that are kept.
    public var states = 1_000_000
    /// Whether people who can stand for each other are taken as one: fewer situations, the same answers.
    public var symmetry = true
    /// Acts that are tried.
    public var tries = 100_000_000

    public init() {}
}

/// What came of an exploration.
public struct ExplorationResult: Sendable {
    /// What came of one of its properties.
    public enum Verdict: Sendable {
        /// It holds as far as was looked.
        case holds
        /// It does not: the steps that lead there, and what holds then.
        case fails([StepNode])
        /// Nothing that was looked at is such.
        case notFound
        /// The steps that lead there.
        case found([StepNode])
    }

    public var verdicts: [Verdict] = []
    public var situations = 0
    /// By which the steps are told.
    public var names = Names()
    /// How many acts were tried.
    public var tries = 0
    /// How many steps the situation that is farthest from the beginning is away.
    public var depth = 0
    /// Whether nothing else can come about.
    public var isComplete = false
    /// What was named and never came about, by its place among the acts: then nothing is said of what would follow from it.
    public var idle: [Int] = []
    /// Why it did not get to its end.
    public var limit: Diagnostic?
    public var isInterrupted = false

    /// Whether every property that must hold does, as far as was looked.
    public var fails: Bool {
        verdicts.contains { verdict in
            switch verdict {
            case .fails, .notFound: true
            case .holds, .found: false
            }
        }
    }
}

/// Goes through everything that can happen in a script's world, breadth first, so that whatever it finds is as short as can be.
///
/// A situation is known by a key that is exact (`SituationStore`). How it was reached is kept, and not the world itself: to look further the
/// world is made again from the one before it, and as neighbours have the same way, most of that is at hand.
public struct Explorer {
    let node: ExplorationNode
    let start: Interpreter
    let limits: ExplorationLimits
    let sight: ExplorationSight
    let everybody: [PersonID]
    private let symmetry: PeopleSymmetry
    /// What each property says, with everything named.
    let properties: [PropertyNode]
    /// The facts of all of them, one behind another.
    let facts: [AskedFact]
    /// Where the facts of each property stand among these.
    private let places: [Range<Int>]
    let tests: [(test: TimeTest, calendar: SchoolCalendar?)]
    let windows: [CountSpec]
    var moves: ExplorationMoves

    var store = SituationStore()
    /// The situation before each, and what was done there.
    private var parents: [UInt32] = [0]
    private var deeds: [Deed] = [Deed(move: 0, isForced: false)]
    /// The worlds on the way to the one at hand, with the numbers of their situations.
    private var way: [Stop] = []
    var result = ExplorationResult()
    /// Told at the end of each level how many situations have been seen, and how many steps away the farthest are.
    public var progress: ((_ situations: Int, _ depth: Int) -> Void)?
    /// The choices of which something came about.
    var happened: Set<Int> = []

    /// A world on the way, with the numbers of its parts, as people appeared.
    struct Stop {
        let number: Int
        let interpreter: Interpreter
        let parts: [UInt32]
    }

    /// What was done at a situation: a number of a move, or the clock.
    struct Deed {
        private let bits: UInt32

        init(move: Int, isForced: Bool) { bits = UInt32(move) << 1 | (isForced ? 1 : 0) }

        static let clock = Deed(move: Int(Int32.max), isForced: false)

        var move: Int { Int(bits >> 1) }
        var isForced: Bool { bits & 1 == 1 }
        var isClock: Bool { bits >> 1 == UInt32(Int32.max) }
    }

    /// Fails where the background does, or where the question cannot be asked there.
    public init(_ scenario: ScenarioNode, of script: Script, limits: ExplorationLimits = ExplorationLimits()) throws(Failure) {
        guard let node = scenario.exploration else { preconditionFailure("an exploration that is none") }
        var interpreter = try script.beginning()
        // What it costs is counted here, and not as a scenario's.
        interpreter.work = .unlimited
        interpreter.countsCoverage = false
        interpreter.isObserved = false
        let language = script.language(of: scenario)
        let acts = node.acts.isEmpty ? interpreter.spokenOf : node.acts
        let names = ExplorationMoves.PreparedNames(&interpreter.names, language)
        var choices: [ExplorationMoves.Choice] = []
        for act in acts { choices.append(ExplorationMoves.Choice(act, &interpreter)) }
        for values in choices.map(\.values) {
            for text in CallPart.allCases.flatMap({ values.texts[$0] ?? [] }) + values.kinds.flatMap({ [$0.en, $0.ru] }) { _ = interpreter.names.intern(text) }
        }
        interpreter.world.prepare(marks: interpreter.policies.words.all.map(\.name))
        var people: Set<PersonID> = []
        for case .handle(let name, _) in node.people { people.insert(interpreter.world.person(named: name)) }
        do throws(ScriptError) {
            var named: [PropertyNode] = []
            for property in node.properties {
                var one = property
                for k in one.facts.indices { one.facts[k] = try interpreter.explicit(property.facts[k]) }
                named.append(one)
            }
            properties = named
        } catch {
            throw Failure(Text(same: error.diagnostic.code.text + ": ") + error.diagnostic.message, details: error.diagnostic.help, at: error.diagnostic.span)
        }
        let asked = properties.flatMap(\.facts)
        let tried = Set(choices.map { ActTable.index(of: $0.kind) })
        let namesChange = tried.contains { ActTable.all[$0].traits.contains(.namesChatAnew) }
        var last = 0
        places = properties.map { property in
            defer { last += property.facts.count }
            return last..<last + property.facts.count
        }
        facts = asked.map { AskedFact($0, in: interpreter, namesChange: namesChange) }
        sight = ExplorationSight(interpreter.policies, acts: tried, facts: asked, durations: choices.flatMap(\.values.durations))
        everybody = interpreter.world.people.indices.map { PersonID($0) }
        let conditions = interpreter.policies.conditions(of: asked.contains { $0.slot(.act) != nil } ? nil : tried)
        tests = conditions.flatMap(\.askedOfTime)
        windows = conditions.flatMap(\.predicates).compactMap { if case .counted(let spec, _, _) = $0.operand, spec.window != nil { spec } else { nil } }
        moves = ExplorationMoves(choices, doers: node.people.isEmpty ? nil : people, names, language)
        let doers = node.people.isEmpty ? nil : people
        let named = Set(asked.flatMap { $0.people(in: interpreter) })
        symmetry = limits.symmetry ? PeopleSymmetry(interpreter, sight, named: named, doers: doers, tried: tried) : .none
        (self.node, self.limits, start) = (node, limits, interpreter)
        result.names = interpreter.names
        if let impossible = choices.first(where: { !ExplorationMoves.canSay($0.act) }) {
            let span = acts.first { $0.act == impossible.act }?.span ?? scenario.titleSpan
            guard node.acts.isEmpty else { throw Failure(Self.cannotTry(impossible.act), at: span) }
        }
    }

    private static func cannotTry(_ act: Int) -> Text {
        let noun = ActTable.all[act].noun
        return Text("an exploration cannot say what this act needs: ", "исследование не может назвать то, что нужно этому действию: ") + noun
    }

    // MARK: - Searching

    public mutating func explore() -> ExplorationResult {
        var open = begin()
        var level = 0..<1
        while !level.isEmpty, !open.isEmpty, result.limit == nil, !result.isInterrupted {
            if let depth = node.depth, result.depth >= depth { break }
            let first = store.count
            for number in level where !open.isEmpty && result.limit == nil {
                if Interruption.isWanted {
                    result.isInterrupted = true
                    break
                }
                expand(number, &open)
            }
            level = first..<store.count
            if !level.isEmpty { result.depth += 1 }
            progress?(store.count, result.depth)
        }
        result.situations = store.count
        noteIdle()
        result.isComplete = level.isEmpty && result.limit == nil && !result.isInterrupted
        return result
    }

    /// Looks at the beginning; the properties that it leaves open.
    mutating func begin() -> [Int] {
        var open = Array(properties.indices)
        result.verdicts = properties.map { $0.kind == .reachable ? .notFound : .holds }
        let answers = facts.map { $0.answer(in: start) }
        let parts = parts(of: start, after: nil)
        _ = store.insert(key(parts, start, answers))
        way = [Stop(number: 0, interpreter: start, parts: parts)]
        judge(answers, &open) { _ in [] }
        return open
    }

    /// What was named and never came about.
    mutating func noteIdle() {
        if !node.acts.isEmpty { result.idle = moves.choices.indices.filter { !happened.contains($0) } }
    }

    /// Tries everything in a situation.
    private mutating func expand(_ number: Int, _ open: inout [Int]) {
        let interpreter = world(number)
        guard let tried = moves.tried(in: interpreter) else {
            result.limit = .tooManyMoves(ExplorationMoves.most)
            return
        }
        for move in tried {
            result.tries += 1
            guard result.tries <= limits.tries else {
                result.limit = .tooManyTries(limits.tries, situations: store.count, depth: result.depth)
                return
            }
            guard let (next, attempt) = interpreter.trying(moves, move, mayForce: node.isAgainstPolicy) else { continue }
            happened.insert(Int(moves.choiceOf[move]))
            reach(next, from: number, by: Deed(move: move, isForced: attempt == .forced), &open)
            if open.isEmpty || result.limit != nil { return }
        }
        guard let moment = interpreter.nextMoment(tests, windows: windows) else { return }
        var next = interpreter
        _ = next.moveClock(to: moment)
        reach(next, from: number, by: .clock, &open)
    }

    private mutating func reach(_ interpreter: Interpreter, from number: Int, by deed: Deed, _ open: inout [Int]) {
        let answers = facts.map { $0.answer(in: interpreter) }
        let (found, isNew) = store.insert(key(parts(of: interpreter, after: way.last), interpreter, answers))
        guard isNew else { return }
        parents.append(UInt32(number))
        deeds.append(deed)
        judge(answers, &open) { $0.deeds(to: found) }
        if store.count >= limits.states, !open.isEmpty { result.limit = .tooManyStates(limits.states, depth: result.depth + 1) }
    }

    // MARK: - Keys

    /// The numbers of the parts of a situation; what the one before it has as it is need not be told again.
    mutating func parts(of interpreter: Interpreter, after last: Stop?) -> [UInt32] {
        let world = interpreter.world
        let earlier = last.flatMap { $0.interpreter.world.people.count == world.people.count ? $0 : nil }
        let isSameMoment = earlier.map { $0.interpreter.world.now == world.now } ?? false
        let samePeople = earlier.map { $0.interpreter.world.people.isSame(as: world.people) } ?? false
        var text = SituationText(sight.world, now: world.now)
        var parts: [UInt32] = []
        parts.reserveCapacity(earlier?.parts.count ?? 0)
        func add(_ part: SituationPart) -> UInt32 {
            text.begin()
            world.describe(part, into: &text)
            return store.part(text)
        }
        parts.append(add(.school))
        if samePeople, let earlier { parts += earlier.parts[1...everybody.count] } else { for person in everybody { parts.append(add(.person(person))) } }
        for k in world.chats.indices {
            parts.append(add(.chat(ChatID(k))))
            let first = parts.count
            if isSameMoment, let earlier, k < earlier.interpreter.world.chats.count, world.chats[k].sharesRecords(with: earlier.interpreter.world.chats[k]) {
                parts += earlier.parts[first..<first + everybody.count]
            } else {
                for person in everybody { parts.append(add(.record(ChatID(k), person))) }
            }
        }
        parts.append(add(.rest))
        text.begin()
        interpreter.describeDuties(sight, into: &text)
        parts.append(store.part(text))
        return parts
    }

    /// The key of a situation: its parts with those who can stand for each other in an order of their own, and what the question's facts come to.
    mutating func key(_ parts: [UInt32], _ interpreter: Interpreter, _ answers: [AskedFact.Answer?]) -> [UInt32] {
        let people = everybody.count
        let chats = interpreter.world.chats.count
        var key = parts
        let order = symmetry.order { person in
            [parts[1 + person.index]] + (0..<chats).map { parts[1 + people + $0 * (people + 1) + 1 + person.index] }
        }
        if let order {
            var text = SituationText(sight.world, now: interpreter.world.now, places: PeopleSymmetry.places(order))
            for (place, part) in interpreter.world.parts(order).enumerated() {
                // What is told of one person is that of whoever stands there now.
                let person: PersonID? =
                    switch part {
                    case .person(let person), .record(_, let person): person
                    case .school, .chat, .rest: nil
                    }
                let known = person.map { parts[place - rank(ofPart: place, people) + $0.index] } ?? parts[place]
                if store.namesPeople(known) {
                    text.begin()
                    interpreter.world.describe(part, into: &text)
                    key[place] = store.part(text)
                } else {
                    key[place] = known
                }
            }
            text.begin()
            interpreter.describeDuties(sight, into: &text)
            key[key.count - 1] = store.part(text)
        }
        for (fact, answer) in zip(facts, answers) { key.append(UInt32(bitPattern: Int32(clamping: fact.number(answer)))) }
        return key
    }

    /// Which person's a part is that is told of one, by its place among all parts.
    private func rank(ofPart part: Int, _ people: Int) -> Int { part <= people ? part - 1 : (part - people - 1) % (people + 1) - 1 }

    /// Which of the open properties a situation settles.
    mutating func judge(_ answers: [AskedFact.Answer?], _ open: inout [Int], by deeds: (Explorer) -> [Deed]) {
        for k in open where isSettled(k, answers) {
            result.verdicts[k] = verdict(on: k, by: deeds(self))
            open.removeAll { $0 == k }
        }
    }

    /// Whether a situation settles a property: it is what must never be, or is looked for, or not what must always be.
    func isSettled(_ property: Int, _ answers: [AskedFact.Answer?]) -> Bool {
        let all = places[property].allSatisfy { answers[$0]?.holds ?? false }
        return properties[property].kind == .always ? !all : all
    }

    /// What deeds that settle a property say of it.
    mutating func verdict(on k: Int, by deeds: [Deed]) -> ExplorationResult.Verdict {
        let property = properties[k]
        let (steps, interpreter) = steps(deeds)
        let expected = property.facts.map { StepNode(kind: .expectFact($0), span: property.span) }
        switch property.kind {
        case .never: return .fails(steps + expected)
        case .reachable: return .found(steps + expected)
        case .always:
            let broken = places[k].first { !(facts[$0].answer(in: interpreter)?.holds ?? false) } ?? places[k].lowerBound
            return .fails(steps + denial(of: facts[broken].node, in: interpreter, property.span))
        }
    }

    /// What holds in a situation where a fact does not: the fact that says more than its denial where there is one.
    private mutating func denial(of fact: FactNode, in interpreter: Interpreter, _ span: Span) -> [StepNode] {
        if !fact.negated, let lines = FactTable.all[fact.fact].instead?(interpreter, fact), !lines.isEmpty {
            var parser = Parser(grammar: Sfm.grammar)
            parser.names = result.names
            let said = parser.parse(SourceFile(name: "", text: lines.map { $0 + "\n" }.joined())).looseSteps
            if parser.diagnostics.isEmpty, !said.isEmpty {
                result.names = parser.names
                return said
            }
        }
        var other = fact
        other.negated.toggle()
        return [StepNode(kind: .expectFact(other), span: span)]
    }

    // MARK: - The way to a situation

    /// The numbers of the situations on the way to one, from the beginning.
    private func path(to number: Int) -> [Int] {
        var path = [number]
        while let last = path.last, last != 0 { path.append(Int(parents[last])) }
        return path.reversed()
    }

    /// The world of a situation, made again from the nearest one that is at hand.
    mutating func world(_ number: Int) -> Interpreter {
        let path = path(to: number)
        var shared = 0
        while shared < min(path.count, way.count), path[shared] == way[shared].number { shared += 1 }
        way.removeLast(way.count - shared)
        for next in path[shared...] {
            let last = way[way.count - 1]
            var interpreter = last.interpreter
            `repeat`(deeds[next], &interpreter)
            way.append(Stop(number: next, interpreter: interpreter, parts: parts(of: interpreter, after: last)))
        }
        return way[way.count - 1].interpreter
    }

    func `repeat`(_ deed: Deed, _ interpreter: inout Interpreter) {
        if deed.isClock {
            if let moment = interpreter.nextMoment(tests, windows: windows) { _ = interpreter.moveClock(to: moment) }
        } else {
            if let next = interpreter.trying(moves, deed.move, mayForce: deed.isForced)?.after { interpreter = next }
        }
    }

    /// What was done on the way to a situation.
    func deeds(to number: Int) -> [Deed] { path(to: number).dropFirst().map { deeds[$0] } }

    /// The same as the steps of a scenario.
    func steps(to number: Int) -> [StepNode] { steps(deeds(to: number)).steps }

    /// Deeds as the steps of a scenario, and the world that comes of them.
    func steps(_ deeds: [Deed]) -> (steps: [StepNode], after: Interpreter) {
        var interpreter = start
        let steps = deeds.map { deed in
            defer { `repeat`(deed, &interpreter) }
            guard deed.isClock else {
                let act = moves.all[deed.move]
                return StepNode(kind: deed.isForced ? .force(act) : .act(act), span: .none)
            }
            let now = interpreter.world.now
            return StepNode.clock(from: now, to: interpreter.nextMoment(tests, windows: windows) ?? now)
        }
        return (steps, interpreter)
    }
}

extension StepNode {
    /// The clock going on to a moment, as one would say it.
    static func clock(from now: Instant, to moment: Instant) -> StepNode {
        let minutes = moment.minutes - now.minutes
        if minutes.isMultiple(of: 1440) { return StepNode(kind: .advance(Duration(days: Int32(minutes / 1440))), span: .none) }
        if minutes < 2 * 1440, minutes.isMultiple(of: 60) { return StepNode(kind: .advance(Duration(minutes: Int32(minutes))), span: .none) }
        return StepNode(kind: .today(moment, hasTime: true), span: .none)
    }
}

extension PolicySet {
    /// What the rules ask that speak of some acts, and those that wait for a time or a state; of all where no acts are named.
    func conditions(of acts: Set<Int>?) -> [Condition] {
        let rules = policies.flatMap(\.rules).filter { acts?.contains($0.act) ?? true }.flatMap(\.conditions)
        let duties = policies.flatMap(\.duties).filter { duty in
            acts.map { $0.contains(duty.act) || !duty.triggers.isDisjoint(with: $0) || duty.timing.occasion != .deed } ?? true
        }
        return rules + duties.flatMap(\.conditions) + words.all.flatMap(\.conditions)
    }
}

extension Interpreter {
    /// The world after a move, where it comes to anything. Nothing is copied for what is refused.
    func trying(_ moves: ExplorationMoves, _ move: Int, mayForce: Bool) -> (after: Interpreter, attempt: Attempt)? {
        guard var request = moves.requests[move] else {
            var next = self
            let attempt = next.attempt(moves.all[move], mayForce: mayForce)
            return attempt == .refused ? nil : (next, attempt)
        }
        settleTime(&request)
        let attempt = outcome(of: request, mayForce: mayForce)
        if attempt == .refused { return nil }
        var next = self
        next.carryOut(request, attempt)
        return (next, attempt)
    }

    /// Everything that the policies in force speak of: what rules are about, and what duties arise from; in the order of the table.
    var spokenOf: [RuleActNode] {
        let duties = policies.policies.flatMap(\.duties)
        let spoken = Set(policies.policies.flatMap(\.rules).map(\.act) + duties.map(\.act) + duties.flatMap(\.triggers))
        let own = policies.words.all.compactMap { word in word.act.map { RuleActNode(act: ActTable.ownAct($0.kind), span: .none, word: word.name.en) } }
        return spoken.filter { !Sfm.grammar.namesWord($0) }.sorted().map { RuleActNode(act: $0, span: .none) } + own
    }
}

extension ExplorationMoves {
    /// Whether everything that an act cannot do without can be named.
    static func canSay(_ act: Int) -> Bool {
        !Sfm.grammar.actParts[act].contains { part in
            (part.required || ActTable.all[act].definite.contains(part.slot))
                && [.act, .options, .members, .clause, .policy, .until, .at, .phone, .email].contains(part.slot)
        }
    }
}

extension FactNode {
    /// Everybody whom the fact names, in the act that it is about as well.
    fileprivate func people(in interpreter: Interpreter) -> [PersonID] {
        func named(_ slots: [SlotNode]) -> [PersonID] {
            slots.flatMap { slot -> [PersonID] in
                switch slot.value {
                case .people(let people): people.compactMap { if case .handle(let name, _) = $0 { interpreter.world.person(named: name) } else { nil } }
                case .audience(let audience):
                    audience.people.compactMap { if case .handle(let name, _) = $0 { interpreter.world.person(named: name) } else { nil } }
                case .act(let act):
                    named(act.slots)
                        + (act.actor.flatMap { if case .handle(let name, _) = $0 { interpreter.world.person(named: name) } else { nil } }.map { [$0] } ?? [])
                default: []
                }
            }
        }
        return named(slots)
    }
}
