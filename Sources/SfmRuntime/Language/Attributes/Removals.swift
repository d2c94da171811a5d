import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Attribute {
    /// How often somebody was removed from chats.
    static let removals = counted("removals", en: "removals", ru: "исключение", shown: "исключений", Text("removals", "исключения"), .subject) { [.remove] }
}
