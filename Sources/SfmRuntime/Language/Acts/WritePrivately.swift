import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Act {
    /// A message to one person, outside of every chat; others may be copied in.
    static let writePrivately = Act(
        Forms(
            "write privately", en: ["write privately (to) {target} [{text}] [copying {copied}]"],
            ru: [
                "написать лично {target:dative} [{text}] [с копией {copied:dative}]", "написать в личные сообщения {target:dative} [{text}] [копия {copied}]",
            ],
            ruleEn: ["write privately"], ruleRu: ["писать лично", "писать в личные сообщения"]),
        kind: .liberty, noun: Text("private message", "личное сообщение"), attributes: [.parentCopied], isOpenToOutsiders: true,
        obstacle: { _, c, _ in
            c.target == c.actor && c.actor != .absent ? UnmetPrecondition(Text("nobody writes to themselves", "самому себе не пишут")) : nil
        },
        example: Text("@petrova: write privately to @ivanov \"See me tomorrow\"", "@petrova: написать лично @ivanov \"Зайди завтра\""))
}
