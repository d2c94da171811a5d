import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Attribute {
    /// What kind of message is posted.
    static let message = Attribute(
        AttributeForms(
            "mood", en: ["message"], ru: ["сообщение"],
            .choice(
                .init(
                    .mood, rule: Text("message is", "сообщение"), sentence: Text("the message is", "сообщение"), explained: Text("message: ", "сообщение: "),
                    isAdjective: true))),
        heading: Text("kind of message", "какое сообщение"), says: .message, .choice({ c, _, _ in c.mood.rawValue }))
}
