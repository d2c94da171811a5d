import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Attribute {
    static let chatMark = Attribute(
        AttributeForms(
            "chatMark", name: Text("mark of chat", "отметка чата"), readAs: .chatHas,
            .word(
                rule: .init(Text("chat has", "у чата есть"), no: Text("chat has no", "у чата нет")),
                sentence: .init(Text("the chat has the mark", "у чата есть отметка"), no: Text("the chat has no mark", "у чата нет отметки")))),
        heading: Text("marks of the chat", "отметки чата"), isAsked: \.haveChat, .marked({ c, w, mark in w.has(mark, c.chat) }))
}
