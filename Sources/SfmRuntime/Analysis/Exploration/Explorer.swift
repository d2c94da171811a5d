import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

/// What an exploration may take.
public struct ExplorationLimits: Sendable {
    /// Situations that are kept.
    public var states = 1_000_000
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
    private let node: ExplorationNode
    private let start: Interpreter
    private let limits: ExplorationLimits
    private let sight: ExplorationSight
    private let order: PeopleOrder
    /// What each property says, with everything named.
    private let properties: [PropertyNode]
    private let facts: [FactNode]
    private let tests: [(test: TimeTest, calendar: SchoolCalendar?)]
    private let windows: [CountSpec]
    private var moves: ExplorationMoves

    private var store = SituationStore()
    /// The situation before each, and what was done there.
    private var parents: [UInt32] = [0]
    private var deeds: [Deed] = [Deed(move: 0, isForced: false)]
    /// The worlds on the way to the one at hand, with the numbers of their situations.
    private var way: [(number: Int, interpreter: Interpreter)] = []
    private var result = ExplorationResult()
    /// Told at the end of each level how many situations have been seen, and how many steps away the farthest are.
    public var progress: ((_ situations: Int, _ depth: Int) -> Void)?

    /// What was done at a situation: a number of a move, or the clock.
    private struct Deed {
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
        let choices = acts.map { act in
            ExplorationMoves.Choice(
                act: act.act, word: act.word.map { interpreter.names.intern($0) }, values: NamedValues(act.act, interpreter.policies))
        }
        for text in choices.flatMap({ $0.values.texts.values.joined() + $0.values.kinds.flatMap { [$0.en, $0.ru] } }) { _ = interpreter.names.intern(text) }
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
        facts = properties.flatMap(\.facts)
        let tried = Set(choices.map(\.act))
        sight = ExplorationSight(interpreter.policies, acts: tried, facts: facts, durations: choices.flatMap(\.values.durations))
        order = PeopleOrder(interpreter.world.people.indices.map { PersonID($0) }, isOwn: true)
        let conditions = interpreter.policies.conditions(of: facts.contains { $0.slot(.act) != nil } ? nil : tried)
        tests = conditions.flatMap(\.askedOfTime)
        windows = conditions.flatMap(\.predicates).compactMap { if case .counted(let spec, _, _) = $0.operand, spec.window != nil { spec } else { nil } }
        moves = ExplorationMoves(choices, doers: node.people.isEmpty ? nil : people, names, language)
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
        var open = properties.indices.filter { _ in true }
        result.verdicts = properties.map { $0.kind == .reachable ? .notFound : .holds }
        let text = start.situation(sight, order, facts: facts)
        _ = store.insert(text.ends, text.bytes)
        way = [(0, start)]
        judge(0, start, &open)
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
        result.isComplete = level.isEmpty && result.limit == nil && !result.isInterrupted
        return result
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
            var next = interpreter
            let attempt = next.attempt(moves.all[move], mayForce: node.isAgainstPolicy)
            if attempt == .refused { continue }
            reach(next, from: number, by: Deed(move: move, isForced: attempt == .forced), &open)
            if open.isEmpty || result.limit != nil { return }
        }
        guard let moment = interpreter.nextMoment(tests, windows: windows) else { return }
        var next = interpreter
        _ = next.moveClock(to: moment)
        reach(next, from: number, by: .clock, &open)
    }

    private mutating func reach(_ interpreter: Interpreter, from number: Int, by deed: Deed, _ open: inout [Int]) {
        let text = interpreter.situation(sight, order, facts: facts)
        let (found, isNew) = store.insert(text.ends, text.bytes)
        guard isNew else { return }
        parents.append(UInt32(number))
        deeds.append(deed)
        judge(found, interpreter, &open)
        if store.count >= limits.states, !open.isEmpty { result.limit = .tooManyStates(limits.states, depth: result.depth + 1) }
    }

    /// Which of the open properties a situation settles.
    private mutating func judge(_ number: Int, _ interpreter: Interpreter, _ open: inout [Int]) {
        for k in open {
            let property = properties[k]
            let holding = property.facts.filter { (try? interpreter.verdict(on: $0).holds) ?? false }
            let all = holding.count == property.facts.count
            switch property.kind {
            case .never where all, .reachable where all:
                let expected = property.facts.map { StepNode(kind: .expectFact($0), span: property.span) }
                result.verdicts[k] = property.kind == .never ? .fails(steps(to: number) + expected) : .found(steps(to: number) + expected)
            case .always where !all:
                let broken = property.facts.first { fact in !((try? interpreter.verdict(on: fact).holds) ?? false) }
                var fact = broken ?? property.facts[0]
                fact.negated.toggle()
                result.verdicts[k] = .fails(steps(to: number) + [StepNode(kind: .expectFact(fact), span: property.span)])
            case .never, .always, .reachable: continue
            }
            open.removeAll { $0 == k }
        }
    }

    // MARK: - The way to a situation

    /// The numbers of the situations on the way to one, from the beginning.
    private func path(to number: Int) -> [Int] {
        var path = [number]
        while let last = path.last, last != 0 { path.append(Int(parents[last])) }
        return path.reversed()
    }

    /// The world of a situation, made again from the nearest one that is at hand.
    private mutating func world(_ number: Int) -> Interpreter {
        let path = path(to: number)
        var shared = 0
        while shared < min(path.count, way.count), path[shared] == way[shared].number { shared += 1 }
        way.removeLast(way.count - shared)
        for next in path[shared...] {
            var interpreter = way[way.count - 1].interpreter
            `repeat`(deeds[next], &interpreter)
            way.append((next, interpreter))
        }
        return way[way.count - 1].interpreter
    }

    private func `repeat`(_ deed: Deed, _ interpreter: inout Interpreter) {
        if deed.isClock {
            if let moment = interpreter.nextMoment(tests, windows: windows) { _ = interpreter.moveClock(to: moment) }
        } else {
            _ = interpreter.attempt(moves.all[deed.move], mayForce: deed.isForced)
        }
    }

    /// What was done on the way to a situation, as the steps of a scenario.
    private func steps(to number: Int) -> [StepNode] {
        var interpreter = start
        return path(to: number).dropFirst().map { next in
            let deed = deeds[next]
            defer { `repeat`(deed, &interpreter) }
            guard deed.isClock else {
                let act = moves.all[deed.move]
                return StepNode(kind: deed.isForced ? .force(act) : .act(act), span: .none)
            }
            let now = interpreter.world.now
            return StepNode.clock(from: now, to: interpreter.nextMoment(tests, windows: windows) ?? now)
        }
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
