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

    func summary(of step: StepNode) -> SafeText {
        guard after.world.chats.count <= Self.mostChats else { return "" }
        // The clock tells of the blocks that it ends, a block of its own end.
        var (clock, block) = (false, false)
        switch step.kind {
        case .advance, .today: clock = true
        case .act(let node), .force(let node): block = ActTable.all[node.act].traits.contains(.tellsItsEnd)
        default: break
        }
        return after.world.chats.indices.flatMap { lines(ChatID($0), isClock: clock, isBlock: block) }.map { "  \($0)\n" }.joined()
    }

    private func lines(_ id: ChatID, isClock: Bool, isBlock: Bool) -> [String] {
        let chat = after.world[chat: id]
        let was = id.index < before.world.chats.count ? before.world[chat: id] : nil
        let name = after.names.quoted(chat.name, language)
        func people(_ ids: [PersonID]) -> String { ids.map { after.renderer.person($0) }.joined(separator: ", ") }
        var out: [String] = []
        // What a chat knows of somebody stays at its place: one look at each that lies near a change, and none at a chat that nothing was done to.
        if !chat.sharesRecords(with: was) {
            let old = was?.records ?? Pages()
            var (came, left, blocks) = ([PersonID](), [PersonID](), [String]())
            for k in chat.records.changed(since: old).joined() {
                let record = chat.records[k]
                let earlier = k < old.count ? old[k] : nil
                let wasMember = earlier?.isMember ?? false
                if record.isMember != wasMember { if wasMember { left.append(record.person) } else { came.append(record.person) } }
                let (ended, new) = (block(earlier, before), block(record, after))
                if let new, new.until != ended?.until, !isBlock {
                    let end = new.until == .never ? language("without a term", "без срока") : language("until ", "до ") + new.until.text
                    blocks.append(language("blocked in chat \(name): ", "блокировка в чате \(name): ") + people([record.person]) + ", " + end)
                } else if new == nil, ended != nil, !isClock {
                    blocks.append(language("no longer blocked in chat \(name): ", "блокировки в чате \(name) больше нет: ") + people([record.person]))
                }
            }
            if !came.isEmpty { out.append(language("now in chat \(name): ", "теперь в чате \(name): ") + people(came)) }
            if !left.isEmpty { out.append(language("no longer in chat \(name): ", "больше не в чате \(name): ") + people(left)) }
            out += blocks
        }
        if let was, was.moderator != chat.moderator {
            out.append(language("moderator of chat \(name): ", "модератор чата \(name): ") + after.renderer.person(chat.moderator))
        }
        return out
    }

    private func block(_ record: ChatRecord?, _ interpreter: Interpreter) -> Block? {
        guard let record, let block = record.block, block.holds(at: interpreter.world.now) else { return nil }
        return block
    }
}
