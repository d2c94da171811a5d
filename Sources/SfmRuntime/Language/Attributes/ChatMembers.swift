import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Attribute {
    /// How many people are in the chat of the act before it is done.
    static let chatMembers = Attribute(
        AttributeForms("chatMembers", en: ["members of chat"], ru: ["участник чат"], shown: "участников чата", .count),
        heading: Text("size of the chat", "размер чата"), isAsked: \.haveChat,
        .count({ c, w, _ in c.chat == .absent ? 0 : w[chat: c.chat].memberCount }, countsTheDeed: false))
}
