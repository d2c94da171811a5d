import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Attribute {
    /// Of which kinds of the policy's own a message is.
    static let messageKind = Attribute(
        AttributeForms(
            "messageKind", name: Text("kind of message", "вид сообщения"), readAs: .quoted("mood"),
            .word(
                rule: .init(Text("message is", "сообщение"), no: Text("message is not", "сообщение не")),
                sentence: .init(
                    Text("the message is of the kind", "сообщение вида"), no: Text("the message is not of the kind", "сообщение не вида")))),
        heading: Text("kind of message", "вид сообщения"), .words({ c, _, _ in c.kinds }, isOfTheDeed: false))
}
