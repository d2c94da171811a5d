import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Act {
    /// A chat is deleted with all that is in it; another may get its name.
    static let deleteChat = Act(
        Forms(
            "delete chat", en: ["delete chat {chat}"], ru: ["удалить чат {chat}"], ruleEn: ["delete chat", "delete chats"],
            ruleRu: ["удалять чат", "удалять чаты", "удаление чата"]),
        kind: .power, noun: Text("deletion of a chat", "удаление чата"), definite: [.chat], ends: [.membership, .block, .message, .gathering],
        effect: { w, c in
            w.delete(c.chat)
            return .done
        },
        example: Text("delete chat \"10А\"", "удалить чат \"10А\""))
}
