import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Attribute {
    /// Whether the status of the person concerned is confirmed.
    static let verified = Attribute(
        AttributeForms(
            "verified", en: ["verified"], ru: ["подтверждён", "статус подтверждён"], shown: "подтверждено",
            .flag(
                rule: .init(Text("target is verified", "лицо подтверждено"), no: Text("target is not verified", "лицо не подтверждено")),
                sentence: .init(
                    Text("the person's status is confirmed", "статус лица подтверждён"),
                    no: Text("the person's status is not confirmed", "статус лица не подтверждён")))),
        heading: Text("verification", "подтверждение статуса"), concerns: .target, isAsked: \.haveTarget,
        .flag({ c, w, _ in w.marks(of: c.target).contains(.verified) }))
}
