import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Act {
    /// The act that a policy's own is by its kind.
    static func own(_ kind: ActKind) -> Act {
        switch kind {
        case .liberty: ownLiberty
        case .power: ownPower
        case .event: ownEvent
        }
    }

    static func own(_ id: String, _ kind: ActKind, _ noun: Text, example: Text) -> Act {
        // Something happens to somebody: «"травля" о @x»; an act is done to him: «"наградить" @x».
        let (usual, other) = kind == .event ? ("[о {target}]", "[{target}]") : ("[{target}]", "[о {target}]")
        return Act(
            Forms(
                id, en: ["{word} [of {target}] [in chat {chat}] [in group {group}] [with text {text}]", "{word} [{target}]"],
                ru: ["{word} \(usual) [в чате {chat}] [в группе {group}] [с текстом {text}]", "{word} \(other)"], own: true),
            kind: kind, noun: noun, byWorld: kind == .event, isOpenToOutsiders: false, ends: [.membership, .block],
            obstacle: { w, c, p in OwnActs.obstacle(w, c, p) },
            effect: { w, c in OwnActs.perform(&w, c) },
            hooks: Hooks(presumes: { i, node, r throws(ScriptError) in try OwnActs.presume(&i, node, &r) }),
            words: [.word: .act], example: example)
    }
}

/// What acts of the policies' own do, as they are declared.
private enum OwnActs {
    static func presume(_ i: inout Interpreter, _ node: ActNode, _ r: inout ResolvedAct) throws(ScriptError) {
        guard let own = r.request.own else { return }
        if own.parts.contains(.chat), r.request.chat == .absent, node.slot(.chat) == nil { r.request.chat = try i.definiteChat(node.span) }
        if own.parts.contains(.group), r.request.group == .absent, node.slot(.group) == nil { r.request.group = try i.definiteGroup(node.span) }
    }

    static func obstacle(_ w: World, _ c: Request, _ p: PolicySet) -> UnmetPrecondition? {
        guard let own = c.own, let word = p.words.find(.act, own.name.en) else {
            return UnmetPrecondition(Text("no policy in force knows such an act", "ни один действующий порядок не знает такого действия"))
        }
        if own.parts.contains(.person), c.target == .absent { return UnmetPrecondition(Text("it does not say about whom", "не сказано, о ком речь")) }
        if own.parts.contains(.text), c.name == .absent { return UnmetPrecondition(Text("its text is missing", "не хватает текста")) }
        if let excess = excess(own, c) { return excess }
        let context = Context(world: w, request: c)
        guard let unmet = word.conditions.first(where: { !$0.holds(context) }) else { return nil }
        return UnmetPrecondition(
            Text("it is possible only when ", "это возможно, только если ") + RuleRenderer.condition(unmet, of: c.act) + wayOut(of: unmet, c))
    }

    /// What would make it possible, where that is a mark that is missing: "— set “stage” of the chat first".
    private static func wayOut(of condition: Condition, _ c: Request) -> Text {
        guard case .test(let predicate) = condition, case .words(let marks) = predicate.operand, let mark = marks.first else { return Text(same: "") }
        let whom: Text
        switch predicate.definition?.forms.readAs {
        case .chatHas: whom = Text("of the chat", "о чате")
        case .targetHas: whom = Text("of that person", "об этом лице")
        case .actorHas: whom = Text("of whoever does it", "о том, кто это делает")
        default: return Text(same: "")
        }
        return Text(": first set “\(mark.en)” ", ": сначала поставьте «\(mark.ru)» ") + whom
    }

    /// A part that such an act has not got.
    private static func excess(_ own: OwnAct, _ c: Request) -> UnmetPrecondition? {
        let said: [(OwnPart, Bool, Text)] = [
            (.person, c.target != .absent, Text("it is about nobody", "оно ни о ком")), (.chat, c.chat != .absent, Text("it is in no chat", "оно не в чате")),
            (.text, c.name != .absent, Text("it has no text", "у него нет текста")),
        ]
        return said.first { $0.1 && !own.parts.contains($0.0) }.map { UnmetPrecondition($0.2) }
    }

    static func perform(_ w: inout World, _ c: Request) -> Effect {
        guard let own = c.own, !own.effects.isEmpty else { return .done }
        var changed = false
        for effect in own.effects {
            switch effect {
            case .sets(let mark): changed = set(mark, true, &w, c, own) || changed
            case .clears(let mark): changed = set(mark, false, &w, c, own) || changed
            case .addsTarget:
                if !w.has(c.target, in: c.chat) {
                    w.addMember(c.target, to: c.chat)
                    changed = true
                }
            case .removesTarget: changed = remove(c.target, &w, c) || changed
            case .removesActor: changed = remove(c.actor, &w, c) || changed
            }
        }
        return Effect(isUnchanged: !changed)
    }

    private static func remove(_ person: PersonID, _ w: inout World, _ c: Request) -> Bool {
        guard person != .absent, c.chat != .absent, w.has(person, in: c.chat) else { return false }
        w.removeMember(person, from: c.chat)
        return true
    }

    private static func set(_ mark: Text, _ isSet: Bool, _ w: inout World, _ c: Request, _ own: OwnAct) -> Bool {
        switch own.holders[mark] ?? .person {
        case .person: c.target != .absent && w.set(mark, to: isSet, c.target)
        case .chat: c.chat != .absent && w.set(mark, to: isSet, c.chat)
        case .personInChat: c.target != .absent && c.chat != .absent && w.set(mark, to: isSet, c.target, in: c.chat)
        }
    }
}
