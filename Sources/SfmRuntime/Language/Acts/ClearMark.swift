import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Act {
    /// It is taken away again.
    static let clearMark = mark(
        "clear mark", false, Text("clearing of a mark", "снятие отметки"), ["clear {word} [of {target}] [of chat {chat}] [in chat {chat}]"],
        ["снять {word} [о {target}] [о чате {chat}] [в чате {chat}]", "снять отметку {word} [о {target}]"],
        ruleRu: ["снимать", "снятие", "снимать отметку"],
        example: Text("clear \"consent\" of @ivanov", "снять \"согласие\" о @ivanov"))
}
