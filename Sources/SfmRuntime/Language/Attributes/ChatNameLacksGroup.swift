import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Attribute {
    /// Whether the name of the chat does not say of which group it is.
    static let chatNameLacksGroup = Attribute(
        AttributeForms(
            "chatNameLacksGroup", en: ["name of chat lacks the group", "name of chat lacks group"], ru: ["в название чат нет группа"],
            shown: "в названии чата нет группы",
            .flag(
                rule: .init(
                    Text("name of chat lacks the group", "в названии чата нет группы"),
                    no: Text("not (name of chat lacks the group)", "не (в названии чата нет группы)")),
                sentence: .init(
                    Text("the name of the chat does not say of which group it is", "в названии чата нет его группы"),
                    no: Text("the name of the chat says of which group it is", "в названии чата есть его группа")))),
        heading: Text("name of the chat", "название чата"), asksTexts: true, isAsked: { $0.contains(.chat) },
        .flag({ c, _, _ in
            // A new name is a title.
            guard let said = c.said, let name = said.texts[.title] ?? said.texts[.chat], let group = said.group else { return false }
            return !name.lowercased().contains(group.lowercased())
        }))
}
