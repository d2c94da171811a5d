import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Attribute {
    /// Whether the person concerned is who acts.
    static let targetIsActor = Attribute(
        AttributeForms(
            "targetIsActor", en: ["target actor"], ru: ["лицо само"], shown: "лицо — сам действующий", readAs: .targetIsActor,
            .flag(
                rule: .init(Text("target is actor", "лицо — исполнитель"), no: Text("target is not actor", "лицо — не исполнитель")),
                sentence: .init(
                    Text("the person is whoever acts", "лицо — сам исполнитель"),
                    no: Text("the person is somebody else than who acts", "лицо — не сам исполнитель")))),
        heading: Text("oneself or another", "сам или другой"), concerns: [.actor, .target], isAsked: \.haveTarget,
        .flag({ c, _, _ in c.target == c.actor }))
}
