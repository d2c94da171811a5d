import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Attribute {
    /// For whom the chat is: all whom it is said to be for are among these. A chat of which nothing is said is for none of them.
    static let chatAudience = Attribute(
        AttributeForms(
            "chatAudience", en: ["chat for"], ru: ["чат для"], readAs: .chatOf,
            .roles(
                rule: Text("chat is for", "чат для"), sentence: Text("the chat is for", "чат для"), explained: Text("the chat is for: ", "чат для: ")),
            rolesAre: .many(.genitive)),
        heading: Text("which chat", "какой чат"), isAsked: \.haveChat,
        .within({ c, w, _ in c.chat == .absent ? [] : w[chat: c.chat].audience }))
}
