import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Attribute {
    /// Whether the chat of the act is closed.
    static let chatClosed = Attribute(
        AttributeForms(
            "chatClosed", en: ["chat closed"], ru: ["чат закрыт"], readAs: .closedChat,
            .flag(
                rule: .init(Text("chat is closed", "чат закрыт"), no: Text("chat is not closed", "чат не закрыт")),
                sentence: .init(Text("the chat is closed", "чат закрыт"), no: Text("the chat is not closed", "чат не закрыт")))),
        heading: Text("closed chats", "закрытые чаты"), isAsked: \.haveChat,
        .flag({ c, w, _ in c.chat != .absent && w[chat: c.chat].isClosed }))
}
