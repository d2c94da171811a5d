import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Act {
    /// Teaching material is uploaded.
    static let material = Act(
        Forms(
            "upload material", en: ["upload material {title} [to chat {chat}] [to group {group}] [in chat {chat}] [in group {group}] [as {mood}]"],
            ru: ["разместить материал {title} [в чате {chat}] [в группе {group}] [как {mood}]", "загрузить материал {title}", "выложить материал {title}"],
            ruleEn: ["upload materials"], ruleRu: ["размещать материал", "размещать материалы", "загружать материалы", "размещение материала"]),
        kind: .liberty, noun: Text("material", "материал"), obstacle: { w, c, _ in Requirement.canSpeak(w, c) },
        confirms: { _, _, p in p.clauses(stating: .functions) },
        example: Text("@petrova: upload material \"Lecture\" to chat \"10А\"", "@petrova: разместить материал \"Лекция\" в чате \"10А\""))
}
