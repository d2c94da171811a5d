import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Attribute {
    /// Whether the person concerned bears a mark of the policy's own, as such or in the chat.
    static let targetMark = Attribute(
        AttributeForms(
            "targetMark", name: Text("mark of target", "отметка лица"), readAs: .targetHas,
            .word(
                rule: .init(Text("target has", "у лица есть"), no: Text("target has no", "у лица нет")),
                sentence: .init(Text("that person has the mark", "у лица есть отметка"), no: Text("that person has no mark", "у лица нет отметки")))),
        heading: Text("marks", "отметки"), concerns: .target, isAsked: \.haveTarget,
        .marked({ c, w, mark in w.has(mark, c.target) || c.chat != .absent && w.has(mark, c.target, in: c.chat) }))
}
