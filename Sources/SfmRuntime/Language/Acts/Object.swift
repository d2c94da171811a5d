import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Act {
    /// A member is against the early release of somebody who is blocked.
    static let object = Act(
        Forms(
            "object", en: ["object {target} [to unblocking (of) {other}] [in chat {chat}]", "{target} objects [to unblocking (of) {other}]"],
            ru: [
                "возразить [против разблокировки {other}] [в чате {chat}]", "возразить {target}", "возражение {target}",
                "возражает {target} [против разблокировки {other}]", "{target} возразил [против разблокировки {other}]",
                "{target} против [разблокировки {other}]",
                "возразил {target}", "возражать",
            ], ruleRu: ["возражать", "возражение"], doer: true),
        kind: .liberty, noun: Text("objection", "возражение"), definite: [.chat],
        obstacle: { w, c, _ in Requirement.actorIsMember(w, c) ?? Blocking.noRelease(w, c) },
        effect: { w, c in Effect(isUnchanged: !w.object(c.actor, toReleaseOf: Blocking.subject(w, c), in: c.chat)) },
        hooks: Hooks(settles: Blocking.findBlocked), supplies: Supplies([.objections]) { [.unblock] },
        example: Text("object @ivanov to unblocking @sidorov", "@ivanov: возразить против разблокировки @sidorov"))
}
