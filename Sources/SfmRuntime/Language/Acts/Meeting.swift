import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Act {
    /// A meeting is held in a chat by video.
    static let meeting = Act(
        Forms(
            "start meeting", en: ["start meeting [{title}] [in chat {chat}]", "hold meeting [{title}]"],
            ru: ["начать собрание [{title}] [в чате {chat}]", "провести собрание [{title}] [в чате {chat}]"], ruleEn: ["start meetings", "hold meetings"],
            ruleRu: [
                "начинать собрание", "проводить собрание", "проводить собрания", "начинать собрания", "собрание", "начало собрания", "проведение собрания",
            ]),
        kind: .power, noun: Text("meeting", "собрание"),
        definite: [.chat], obstacle: { w, c, _ in Requirement.canSpeak(w, c) }, effect: Gatherings.start,
        example: Text("@petrova: start meeting \"Parents evening\" in chat \"10А\"", "@petrova: начать собрание \"Родительское\" в чате \"10А\""))
}
