import Glibc
import SfmModel
import SfmPolicy
import SfmRuntime
import SfmSyntax
import SfmTerms

/// What is asked, as the interpreter hands it to the engine. Copying one would cost more than answering it.
struct Question: ~Copyable {
    let request: Request
    let kind: ActKind
}

/// Whether an act is allowed and the number of the clause that says so; 0 where none does.
struct Answer: Equatable {
    let isAllowed: Bool
    let clause: Int

    init(isAllowed: Bool, clause: Int) { (self.isAllowed, self.clause) = (isAllowed, clause) }

    /// The clauses of the policy are numbered as they stand.
    init(_ outcome: Outcome, _ clause: ClauseRef?) {
        self.init(isAllowed: outcome == .allowed, clause: clause.map { Int($0.clause) + 1 } ?? 0)
    }
}

/// A file of numbers, one after another.
struct Numbers {
    private let bytes: [UInt8]
    private var at = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func next() -> Int {
        while at < bytes.count, bytes[at] < 0x30 { at += 1 }
        var out = 0
        while at < bytes.count, bytes[at] >= 0x30 {
            out = out * 10 + Int(bytes[at] - 0x30)
            at += 1
        }
        return out
    }

    mutating func id<Kind>() -> Identifier<Kind> { Identifier(next()) }

    mutating func flag() -> Bool { next() != 0 }
}

/// The people, the chats and the requests of a file that generate.py wrote.
struct Workload: ~Copyable {
    private(set) var world = World()
    let requests: UnsafeMutableBufferPointer<Question>
    /// The answers that are known, apart: they are no part of what is measured.
    private(set) var known: [Answer] = []

    private static let roles: [Role] = [.student, .parent, .teacher, .admin, .outsider]
    private static let reasons: [Reason] = [.rules, .personal, .other]
    /// The acts by their numbers in the file, with the parts that each of them can name.
    private static let acts = [
        "block", "unblock", "remind", "restrict", "add", "remove", "post", "delete message", "start lesson", "invite", "acquaint", "appoint",
        "start meeting",
    ].map { id in
        let index = ActTable.index(of: id)
        return (index: index, parts: Set(Sfm.grammar.actParts[index].map(\.slot)))
    }

    init(_ bytes: [UInt8]) {
        var numbers = Numbers(bytes)
        let (people, chats, asked) = (numbers.next(), numbers.next(), numbers.next())
        requests = .allocate(capacity: asked)
        for person in 0..<people { addPerson(named: NameID(person), &numbers) }
        // Names are numbers; those of the chats come after those of the people.
        for chat in 0..<chats { addChat(named: NameID(people + chat), &numbers) }
        for k in 0..<asked {
            requests.initializeElement(at: k, to: request(&numbers))
            known.append(Answer(isAllowed: numbers.flag(), clause: numbers.next()))
        }
    }

    deinit {
        requests.deinitialize()
        requests.deallocate()
    }

    private mutating func addPerson(named name: NameID, _ numbers: inout Numbers) {
        let id = world.admit(name, Self.roles[numbers.next()])
        if numbers.flag() { world[person: id].marks.formUnion(.departed) }
        if numbers.flag() { world[person: id].marks.formUnion(.verified) }
    }

    private mutating func addChat(named name: NameID, _ numbers: inout Numbers) {
        var chat = Chat(name: name)
        chat.moderator = numbers.id()
        let id = world.makeChat(chat)
        let now = world.now
        for _ in 0..<numbers.next() {
            world.record(numbers.id(), in: id) { record in
                record.isMember = true
                record.violations = Int32(numbers.next())
                record.knowsRules = numbers.flag()
                let (isBlocked, apologized, objections) = (numbers.flag(), numbers.flag(), numbers.next())
                guard isBlocked else { return }
                var block = Block(start: now, until: now.adding(Duration(days: 30)))
                (block.apologized, block.objections) = (apologized, Roster(PersonID(0)..<PersonID(objections)))
                record.block = block
            }
        }
    }

    private func request(_ numbers: inout Numbers) -> Question {
        let (index, parts) = Self.acts[numbers.next()]
        var request = Request(act: index)
        let (actor, chat, target, days): (PersonID, ChatID, PersonID, Int) = (numbers.id(), numbers.id(), numbers.id(), numbers.next())
        let (reason, mood, isInSchool) = (Self.reasons[numbers.next()], Mood.allCases[numbers.next()], numbers.flag())
        (request.actor, request.chat, request.place) = (actor, chat, .chat)
        if parts.contains(.target) || parts.contains(.invitee) { request.target = target }
        if parts.contains(.until) {
            let duration = Duration(days: Int32(days))
            (request.duration, request.until) = (duration, world.now.adding(duration))
        }
        if parts.contains(.reason) { request.reason = reason }
        if parts.contains(.mood) { request.mood = mood }
        if parts.contains(.role) { request.role = .moderator }
        if parts.contains(.place), isInSchool { (request.chat, request.place) = (.absent, .school) }
        return Question(request: request, kind: ActTable.all[index].kind(of: request))
    }
}
