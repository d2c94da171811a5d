import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Act {
    /// A lesson is held in a chat by video.
    static let lesson = Act(
        Forms(
            "start lesson", en: ["start lesson [{title}] [in chat {chat}]", "hold lesson [{title}]"],
            ru: ["начать урок [{title}] [в чате {chat}]", "провести урок [{title}] [в чате {chat}]"], ruleEn: ["start lessons", "hold lessons"],
            ruleRu: ["начинать урок", "проводить урок", "начинать уроки", "урок", "начало урока", "проведение урока"]),
        kind: .power, noun: Text("lesson", "урок"),
        definite: [.chat], obstacle: { w, c, _ in Requirement.canSpeak(w, c) }, effect: Gatherings.start,
        example: Text("@petrova: start lesson \"Physics\" in chat \"10А\"", "@petrova: начать урок \"Физика\" в чате \"10А\""))
}
