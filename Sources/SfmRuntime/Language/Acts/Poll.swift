import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Act {
    /// A poll is put to a chat.
    static let poll = Act(
        Forms(
            "create poll", en: ["create poll {title} [with {options}] [in chat {chat}]"],
            ru: ["создать опрос {title} [с вариантами {options}] [в чате {chat}]", "создать опрос {title} [варианты {options}]"], ruleEn: ["create polls"],
            ruleRu: ["создавать опрос", "создавать опросы", "опрос", "создание опроса"]),
        kind: .liberty, noun: Text("poll", "опрос"),
        definite: [.chat], obstacle: { w, c, _ in Requirement.canSpeak(w, c) }, confirms: { _, _, p in p.clauses(stating: .functions) },
        effect: { w, c in
            w.ask(SfmModel.Poll(title: c.name, options: c.options, chat: c.chat, text: c.texts[c.name] ?? "", answerTexts: c.texts))
            return .done
        },
        hooks: Hooks(settles: { i, _, r in
            let names = i.names
            r.request.texts = Dictionary(([r.request.name] + r.request.options).map { ($0, names[$0]) }) { $1 }
        }),
        example: Text(
            "@petrova: create poll \"Trip?\" with \"yes\", \"no\" in chat \"10А\"",
            "@petrova: создать опрос \"Едем?\" с вариантами \"да\", \"нет\" в чате \"10А\""))
}
