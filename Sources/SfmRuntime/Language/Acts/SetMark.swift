import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Act {
    /// A mark that a policy declares is put on somebody or something.
    static let setMark = mark(
        "set mark", true, Text("setting of a mark", "отметка"), ["set {word} [of {target}] [of chat {chat}] [in chat {chat}]"],
        ["поставить {word} [о {target}] [о чате {chat}] [в чате {chat}]", "поставить отметку {word} [о {target}]"],
        ruleRu: ["ставить", "постановка", "ставить отметку"],
        example: Text("set \"consent\" of @ivanov", "поставить \"согласие\" о @ivanov"))
}
