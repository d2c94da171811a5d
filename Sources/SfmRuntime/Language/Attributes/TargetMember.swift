import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Attribute {
    /// Whether the person concerned is in the chat.
    static let targetMember = Attribute(
        AttributeForms(
            "targetMember", en: ["member"], ru: ["участник"], shown: "участник",
            .flag(
                rule: .init(Text("target is member", "лицо участник"), no: Text("target is not member", "лицо не участник")),
                sentence: .init(
                    Text("the person is a member of the chat", "лицо — участник чата"),
                    no: Text("the person is not a member of the chat", "лицо — не участник чата")))),
        heading: Text("membership", "участие в чате"), concerns: .target, isAsked: { $0.haveTarget && $0.haveChat },
        .flag({ c, w, _ in c.chat != .absent && w.has(c.target, in: c.chat) }))
}
