import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

/// What the policies in force say of one person and one act.
public struct Power: Sendable {
    public enum Kind: Sendable { case granted, duty, forbidden }

    public let kind: Kind
    public let act: Int
    public let clause: ClauseRef
    /// Which of the policies' own acts or marks it is.
    public let words: [Text]
    /// What it is limited to, in words.
    public let limits: Text
}

extension Interpreter {
    /// Everything that the policies grant, demand or forbid a person by what the person is.
    public func powers(of person: PersonID) -> [Power] {
        let moderated = world[person: person].chats.first { world.moderators(of: $0).contains(person) } ?? .absent
        let roles = world.roles(of: person, chat: moderated)
        var out: [Power] = []
        var asked = Request(act: 0)
        (asked.actor, asked.chat) = (person, moderated)
        let context = Context(world: world, request: asked)
        // An office that the person does not hold gives no power.
        func mayHold(_ condition: Condition) -> Bool {
            let phrases = condition.predicates.map { $0.definition?.forms.readAs }
            return !phrases.allSatisfy { $0 == .actorHolds || $0 == .actorIsRole } || condition.holds(context)
        }
        for act in ActTable.all.indices {
            func add(_ kind: Power.Kind, _ clause: ClauseRef, _ scope: Scope, _ conditions: [Condition]) {
                guard scope.by.map({ !$0.isDisjoint(with: roles) }) ?? true, conditions.allSatisfy(mayHold) else { return }
                let words = conditions.flatMap { condition -> [Text] in
                    if case .test(let predicate) = condition, case .part(.words(let words)) = predicate.operand { words.map(\.word) } else { [] }
                }
                let others =
                    words.isEmpty
                    ? conditions
                    : conditions.filter { condition in
                        if case .test(let predicate) = condition, case .part(.words) = predicate.operand { false } else { true }
                    }
                out.append(Power(kind: kind, act: act, clause: clause, words: words, limits: renderer.limits(act, scope, others)))
            }
            for entry in policies.permits[act] { add(.granted, entry.clause, entry.rule.scope, entry.rule.conditions) }
            for entry in policies.dutiesByAct[act] {
                guard entry.rule.isStanding, case .roles(let bearers) = entry.rule.bearer,
                    !bearers.isDisjoint(with: roles) || entry.rule.holders.contains(where: { world.holds($0, person) })
                else { continue }
                add(.duty, entry.clause, entry.rule.scope, entry.rule.parts.map(Condition.part) + entry.rule.conditions)
            }
            // What is forbidden to everybody alike says nothing of this person.
            for entry in policies.forbids[act] where entry.rule.scope.by != nil || ActTable.all[act].kind == .liberty {
                add(.forbidden, entry.clause, entry.rule.scope, entry.rule.conditions)
            }
        }
        return out
    }
}

extension DecisionRenderer {
    fileprivate func limits(_ act: Int, _ scope: Scope, _ conditions: [Condition]) -> Text {
        var writer = ConditionRenderer(world: world, renderer: self)
        writer.showsValues = false
        var parts = scope.ownGroup ? [Text("own group", "своя группа")] : []
        let targets = scope.targets.union(scope.asRoles).roles
        if !targets.isEmpty {
            parts.append(Text.joined(targets.map(role)))
        }
        parts += writer.places(scope)
        let context = Context(world: world, request: Request(act: act))
        parts += conditions.map { writer.condition($0, context) }
        return Text.joined(parts, "; ")
    }
}
