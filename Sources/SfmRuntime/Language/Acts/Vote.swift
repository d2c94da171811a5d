import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Act {
    /// Somebody votes in the last poll of a chat.
    static let vote = Act(
        Forms(
            "vote", en: ["vote {target} (for) {value} [in chat {chat}]"],
            ru: [
                "проголосовать за {value} [в чате {chat}]", "проголосовать {target} за {value}", "{target} проголосовал за {value}",
                "проголосовал {target} за {value}",
            ], ruleRu: ["голосовать", "голосование"], doer: true),
        kind: .liberty, noun: Text("vote", "голос"),
        definite: [.chat],
        obstacle: { w, c, _ in
            if let silent = Requirement.canSpeak(w, c) { return silent }
            guard let poll = w.poll(in: c.chat) else { return UnmetPrecondition(Text("there is no poll in the chat", "опроса в этом чате нет")) }
            return poll.accepts(c.value) ? nil : UnmetPrecondition(Text("the poll has no such answer", "такого варианта в опросе нет"))
        },
        effect: { w, c in Effect(isUnchanged: !w.vote(c.actor, for: c.value, in: c.chat)) },
        traits: .answersAPoll,
        example: Text("vote @ivanov \"yes\" in chat \"Биология\"", "@ivanov: проголосовать за \"yes\" в чате \"Биология\""))
}
