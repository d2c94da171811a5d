import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Act {
    /// A messenger is used, for a chat or for work.
    static let messenger = Act(
        Forms(
            "use messenger", en: ["use messenger {title} [for {purpose}]"],
            ru: [
                "использовать мессенджер {title} [для {purpose}]", "применить мессенджер {title} [для {purpose}]",
                "применять мессенджер {title} [для {purpose}]",
            ], ruleEn: ["use messengers"],
            ruleRu: ["использовать мессенджер", "использовать мессенджеры", "применять мессенджеры", "использование мессенджера", "использование"]),
        kind: .liberty, noun: Text("use of a messenger", "использование мессенджера"), attributes: [.messenger, .purpose], isOpenToOutsiders: true,
        confirms: { _, c, p in
            p.statements.filter { $0.rule.mechanism == .messengerAccess && $0.rule.messenger?.lowercased() == c.listed?.lowercased() }.map(\.clause)
        },
        example: Text("@petrova: use messenger \"VK Мессенджер\" for work", "@petrova: использовать мессенджер \"VK Мессенджер\" для работы"))
}
