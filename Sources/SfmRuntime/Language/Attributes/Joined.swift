import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Attribute {
    /// Whether the person concerned has joined the school.
    static let joined = Attribute(
        AttributeForms(
            "joined", en: ["joined", "joined school", "participant of school", "joined to school"], ru: ["состоит в школа", "присоединился к школа"],
            shown: "состоит в школе",
            .flag(
                rule: .init(Text("target has joined", "лицо состоит в школе"), no: Text("target has not joined", "лицо не состоит в школе")),
                sentence: .init(
                    Text("the person has joined the school", "лицо состоит в школе"),
                    no: Text("the person has not joined the school", "лицо не состоит в школе")))),
        heading: Text("participation", "участие в школе"), concerns: .target, isAsked: \.haveTarget,
        .flag({ c, w, _ in w.marks(of: c.target).contains(.joined) }))
}
