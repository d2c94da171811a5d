import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Attribute {
    /// Whether a parent of the person concerned is copied in.
    static let parentCopied = Attribute(
        AttributeForms(
            "parentCopied", en: ["parent of target copied", "parent copied"], ru: ["родитель лицо в копии", "родитель в копии"], shown: "родитель лица в копии",
            .flag(
                rule: .init(
                    Text("parent of target is copied", "родитель лица в копии"), no: Text("parent of target is not copied", "родитель лица не в копии")),
                sentence: .init(
                    Text("a parent of that person is copied in", "родитель этого лица в копии"),
                    no: Text("no parent of that person is copied in", "родитель этого лица не в копии")))),
        heading: Text("parents copied in", "родители в копии"), concerns: .target,
        .flag({ c, w, _ in c.target != .absent && c.copied.contains { w[person: c.target].parents.contains($0) } }))
}
