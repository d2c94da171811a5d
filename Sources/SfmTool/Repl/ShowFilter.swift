import SfmModel
import SfmPolicy
import SfmRuntime
import SfmTerms

/// Whom and what a question after `show` is about: of whom, in which chat, by which clause, from when to when.
struct ShowFilter {
    let person: PersonID?
    let group: GroupID?
    let chat: ChatID?
    private let clause: String?
    private let since: Instant?
    private let until: Instant?
    private let printer: WorldPrinter

    init(_ request: ShowRequest, _ printer: WorldPrinter) {
        self.printer = printer
        (person, chat) = (printer.person(request), printer.chat(request))
        group = request.group.flatMap { printer.groupIndex($0.text) }.map { GroupID($0) }
        (clause, since, until) = (request.clause?.text, request.since?.instant, request.until?.instant.adding(Duration(days: 1)))
    }

    /// Whether it is about everything.
    var isOpen: Bool { person == nil && group == nil && chat == nil && clause == nil && since == nil && until == nil }

    func hasPerson(_ id: PersonID) -> Bool {
        person.map { $0 == id } ?? group.map { id != .absent && printer.belongs(id, to: $0) } ?? true
    }

    func hasClause(_ ref: ClauseRef) -> Bool {
        guard let clause else { return true }
        let id = printer.interpreter.policies.clause(ref).id
        return id == clause || id.hasPrefix(clause + ".")
    }

    func hasTime(_ time: Instant) -> Bool { (since.map { $0 <= time } ?? true) && (until.map { time < $0 } ?? true) }

    func has(_ entry: LogEntry) -> Bool {
        let request = entry.request
        return hasTime(entry.time) && (hasPerson(request.actor) || hasPerson(request.target)) && (chat == nil || request.chat == chat)
            && (clause == nil || entry.clauses.contains { hasClause($0) })
    }
}
