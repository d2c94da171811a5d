import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Attribute {
    /// Whether the person concerned asks to be let into the school, a group of it or the staff room, and not into a chat.
    static let requestToSchool = Attribute(
        AttributeForms(
            "requestToSchool", en: ["request to school"], ru: ["заявка в школа"], shown: "заявка в школу",
            .flag(
                rule: .init(Text("request is to school", "заявка в школу"), no: Text("request is not to school", "заявка не в школу")),
                sentence: .init(
                    Text("the request is to join the school", "заявка — на вступление в школу"),
                    no: Text("the request is not to join the school", "заявка — не на вступление в школу")))),
        heading: Text("participation", "участие в школе"), concerns: .target, .flag({ c, w, _ in w[person: c.target].requestedPlace != .chat }))
}
