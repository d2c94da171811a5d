import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Attribute {
    /// How many moderators the chat has.
    static let moderators = Attribute(
        AttributeForms(
            "moderators", en: ["moderators of chat", "moderators"], ru: ["модератор чат"], shown: "модераторов чата",
            name: Text("moderators of chat", "модераторов чата"), .count),
        heading: Text("moderators of the chat", "модераторы чата"), isAsked: \.haveChat,
        .count({ c, w, _ in c.chat == .absent ? 0 : w.moderators(of: c.chat).count }, countsTheDeed: true))
}
