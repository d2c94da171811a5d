import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Attribute {
    static let targetHolds = Attribute(
        AttributeForms(
            "targetHolds", name: Text("target's own role", "своя должность лица"), readAs: .targetHolds,
            .word(
                rule: .init(Text("target is", "лицо"), no: Text("target is not", "лицо не")),
                sentence: .init(Text("that person is", "лицо в роли"), no: Text("that person is not", "лицо не в роли")))),
        heading: Text("offices of the policy's own, of whom it is about", "свои должности лица"), concerns: .target, isAsked: \.haveTarget,
        .marked({ c, w, role in w.holds(role, c.target) }))
}
