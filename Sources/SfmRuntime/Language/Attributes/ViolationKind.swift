import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Attribute {
    /// Of which kind the person's last violation in the chat was.
    static let violationKind = Attribute(
        AttributeForms(
            "violationKind", name: Text("kind of violation", "вид нарушения"), readAs: .quoted("violations"),
            .word(
                rule: .init(Text("violation is", "нарушение"), no: Text("violation is not", "нарушение не")),
                sentence: .init(Text("the last violation is", "последнее нарушение —"), no: Text("the last violation is not", "последнее нарушение — не")))),
        heading: Text("kind of violation", "вид нарушения"), concerns: .target, isAsked: { $0.contains(.target) && $0.contains(.chat) },
        .words(
            { c, w, _ in
                guard c.target != .absent, c.chat != .absent else { return [] }
                return w[chat: c.chat][c.target]?.violationKind.map { [$0] } ?? []
            }, isOfTheDeed: true))
}
