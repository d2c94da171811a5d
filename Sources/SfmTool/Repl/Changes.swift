import SfmModel
import SfmRuntime
import SfmSyntax
import SfmTerms

/// What a step changed in the chats beyond what its own answer says: who came, who left, which blocks began and ended.
struct Changes {
    private let before: Interpreter
    private let after: Interpreter
    private let language: Language

    init(from before: Interpreter, to after: Interpreter, language: Language) {
        (self.before, self.after, self.language) = (before, after, language)
    }

    /// Among more chats than these nobody would look for a change.
    private static let mostChats = 500

    func text(of step: StepNode) -> String {
        guard after.world.chats.count <= Self.mostChats else { return "" }
        // The clock tells of the blocks that it ends, a block of its own end.
        var (clock, block) = (false, false)
        switch step.kind {
        case .advance, .today: clock = true
        case .act(let node), .force(let node): block = node.act == ActTable.index(of: "block")
        default: break
        }
        return after.world.chats.indices.flatMap { lines(Int32($0), isClock: clock, isBlock: block) }.map { "  " + Safe.text($0) + "\n" }.joined()
    }

    private func word(_ en: String, _ ru: String) -> String { language == .english ? en : ru }

    private func lines(_ id: ChatID, isClock: Bool, isBlock: Bool) -> [String] {
        let chat = after.world[chat: id]
        let was = Int(id) < before.world.chats.count ? before.world[chat: id] : nil
        let name = after.names.quoted(chat.name, language)
        func people(_ ids: [PersonID]) -> String { ids.map { after.narrator.person($0) }.joined(separator: ", ") }
        var out: [String] = []
        let came = chat.members.filter { !(was?.has($0) ?? false) }
        let left = (was?.members ?? []).filter { !chat.has($0) }
        if !came.isEmpty { out.append(word("now in chat \(name): ", "теперь в чате \(name): ") + people(came)) }
        if !left.isEmpty { out.append(word("no longer in chat \(name): ", "больше не в чате \(name): ") + people(left)) }
        for record in chat.records {
            let (old, new) = (blockBefore(record.person, id), after.world.block(of: record.person, in: id))
            let who = after.narrator.person(record.person)
            if let new, new.until != old?.until, !isBlock {
                let end = new.until == .never ? word("without a term", "без срока") : word("until ", "до ") + new.until.text
                out.append(word("blocked in chat \(name): \(who), ", "блокировка в чате \(name): \(who), ") + end)
            } else if new == nil, old != nil, !isClock {
                out.append(word("no longer blocked in chat \(name): \(who)", "блокировки в чате \(name) больше нет: \(who)"))
            }
        }
        if let was, was.moderator != chat.moderator {
            out.append(word("moderator of chat \(name): ", "модератор чата \(name): ") + after.narrator.person(chat.moderator))
        }
        return out
    }

    private func blockBefore(_ person: PersonID, _ chat: ChatID) -> Block? {
        Int(chat) < before.world.chats.count ? before.world.block(of: person, in: chat) : nil
    }
}
