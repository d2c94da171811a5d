import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Attribute {
    /// Whether the person concerned belongs to the group that the chat is of, a parent through the child.
    static let targetOfChatGroup = Attribute(
        AttributeForms(
            "targetOfChatGroup", en: ["of the chat's group", "of chat's group", "of group of chat", "of the group of the chat"],
            ru: ["из группа чат", "из класс чат"], shown: "из группы чата",
            .flag(
                rule: .init(
                    Text("target is of the chat's group", "лицо из группы чата"), no: Text("target is not of the chat's group", "лицо не из группы чата")),
                sentence: .init(
                    Text("the person is of the chat's group", "лицо из группы чата"),
                    no: Text("the person is not of the chat's group", "лицо не из группы чата")))),
        heading: Text("group of the chat", "группа чата"), concerns: .target, isAsked: { $0.haveTarget && $0.haveChat },
        .flag({ c, w, _ in c.chat != .absent && w[chat: c.chat].group != .absent && w.belongs(c.target, to: w[chat: c.chat].group) }))
}
