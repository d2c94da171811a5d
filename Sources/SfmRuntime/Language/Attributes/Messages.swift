import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Attribute {
    /// How many messages somebody wrote.
    static let messages = counted(
        "messages", en: "messages", ru: nil, shown: "сообщений", Text("messages", "сообщения"), .doer, readAs: .countOf("mood")
    ) { [.post, .answer] }
}
