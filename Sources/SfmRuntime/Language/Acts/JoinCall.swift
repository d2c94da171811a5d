import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Act {
    /// Somebody joins what goes on in a chat by voice or video.
    static let joinCall = Act(
        Forms(
            "join call", en: ["join call {target} [in chat {chat}]", "join lesson {target}", "join meeting {target}"],
            ru: [
                "присоединиться к звонку [в чате {chat}]", "присоединиться к звонку {target}", "присоединиться к уроку [{target}]",
                "присоединиться к собранию [{target}]", "войти в звонок [{target}]", "{target} присоединился к звонку", "{target} присоединился к уроку",
                "{target} присоединился к собранию", "{target} вошёл в звонок", "присоединился к звонку {target}",
            ], ruleRu: ["присоединяться к звонку", "присоединяться к звонкам", "присоединяться к уроку", "присоединение к звонку", "присоединение к уроку"],
            doer: true),
        kind: .liberty, noun: Text("joining a call", "присоединение к звонку"),
        definite: [.chat], about: .gathering,
        obstacle: { w, c, _ in
            Requirement.canSpeak(w, c)
                ?? (w[chat: c.chat].gathering == nil ? UnmetPrecondition(Text("no call is going on", "звонок сейчас не идёт")) : nil)
        },
        confirms: { _, _, p in p.clauses(stating: .functions) },
        effect: { w, c in
            Effect(isUnchanged: !(w[chat: c.chat].gathering?.present.insert(c.actor) ?? false))
        },
        example: Text("join call @ivanov in chat \"Биология\"", "@ivanov: присоединиться к звонку в чате \"Биология\""))
}
