import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Attribute {
    /// How many object to the release of the person concerned.
    static let objections = Attribute(
        AttributeForms(
            "objections", en: ["objections"], ru: ["возражение"], shown: "возражений", readAs: .nobody(["возражает", "objects"]), .count),
        heading: Text("objections", "возражения"), concerns: .target, isAsked: { $0.contains(.target) && $0.contains(.chat) },
        .count({ c, w, parties in parties.hasRecords ? w.block(of: c.target, in: c.chat)?.objections.count ?? 0 : 0 }, countsTheDeed: false))
}
