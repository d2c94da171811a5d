import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Attribute {
    /// Whether whoever acts is a parent of the person concerned.
    static let actorIsParent = Attribute(
        AttributeForms(
            "actorIsParent", en: ["actor parent of target"], ru: ["исполнитель родитель лицо"], shown: "исполнитель — родитель лица", readAs: .actorIsParent,
            .flag(
                rule: .init(
                    Text("actor is parent of target", "исполнитель — родитель лица"),
                    no: Text("actor is not parent of target", "исполнитель — не родитель лица")),
                sentence: .init(
                    Text("whoever acts is a parent of that person", "действует родитель этого лица"),
                    no: Text("whoever acts is no parent of that person", "действует не родитель этого лица")))),
        heading: Text("one's own child", "свой ребёнок"), concerns: [.actor, .target], isAsked: \.haveTarget,
        .flag({ c, w, _ in c.target != .absent && w[person: c.target].parents.contains(c.actor) }))
}
