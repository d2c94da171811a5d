import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Attribute {
    /// How often somebody was blocked.
    static let blocks = counted("blocks", en: "blocks", ru: "блокировка", shown: "блокировок", Text("blocks", "блокировки"), .subject) { [.block] }
}
