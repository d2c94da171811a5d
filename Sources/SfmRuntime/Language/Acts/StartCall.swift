import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Act {
    /// Somebody starts a call in a chat.
    static let startCall = Act(
        Forms(
            "start call", en: ["start call [in chat {chat}]"], ru: ["начать звонок [в чате {chat}]", "начать видеозвонок [в чате {chat}]"],
            ruleEn: ["start calls"], ruleRu: ["начинать звонок", "начинать звонки", "звонок", "начало звонка"]),
        kind: .liberty, noun: Text("call", "звонок"),
        definite: [.chat], obstacle: { w, c, _ in Requirement.canSpeak(w, c) }, confirms: { _, _, p in p.clauses(stating: .functions) },
        effect: Gatherings.start,
        example: Text("@petrova: start call in chat \"10А\"", "@petrova: начать звонок в чате \"10А\""))
}
