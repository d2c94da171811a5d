import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Attribute {
    /// Whether whoever acts, or the person concerned, holds an office of the policy's own.
    static let actorHolds = Attribute(
        AttributeForms(
            "actorHolds", name: Text("actor's own role", "своя должность исполнителя"), readAs: .actorHolds,
            .word(
                rule: .init(Text("actor is", "исполнитель"), no: Text("actor is not", "исполнитель не")),
                sentence: .init(Text("whoever acts is", "исполнитель в роли"), no: Text("whoever acts is not", "исполнитель не в роли")))),
        heading: Text("offices of the policy's own", "свои должности"), concerns: .actor, isAsked: { _ in true },
        .marked({ c, w, role in w.holds(role, c.actor) }))
}
