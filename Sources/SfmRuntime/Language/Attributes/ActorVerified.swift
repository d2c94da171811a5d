import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Attribute {
    /// Whether the status of who acts is confirmed; people of the staff are verified from the start.
    static let actorVerified = Attribute(
        AttributeForms(
            "actorVerified", name: Text("actor is verified", "исполнитель подтверждён"), readAs: .ofActor("verified"),
            .flag(
                rule: .init(Text("actor is verified", "исполнитель подтверждён"), no: Text("actor is not verified", "исполнитель не подтверждён")),
                sentence: .init(
                    Text("the status of whoever acts is confirmed", "статус исполнителя подтверждён"),
                    no: Text("the status of whoever acts is not confirmed", "статус исполнителя не подтверждён")))),
        heading: Text("verification", "подтверждение статуса"), concerns: .actor, mayHoldByItself: true, isAsked: { _ in true },
        .flag({ c, w, _ in w.marks(of: c.actor).contains(.verified) }))
}
