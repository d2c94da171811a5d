import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Act {
    /// A call, lesson or meeting ends.
    static let endCall = Act(
        Forms(
            "end call", en: ["end call [in chat {chat}]", "end lesson [in chat {chat}]", "end meeting [in chat {chat}]"],
            ru: ["завершить звонок [в чате {chat}]", "завершить урок", "завершить собрание", "закончить звонок", "закончить урок"],
            ruleRu: ["завершать звонок", "завершать звонки", "завершение звонка", "завершение", "завершение урока", "завершение собрания"]),
        kind: .liberty, noun: Text("end of a call", "завершение звонка"),
        definite: [.chat], about: .gathering, ends: [.gathering],
        obstacle: { w, c, _ in
            Requirement.canSpeak(w, c)
                ?? (w[chat: c.chat].gathering == nil ? UnmetPrecondition(Text("no call is going on", "звонок сейчас не идёт")) : nil)
        },
        effect: { w, c in
            w[chat: c.chat].gathering = nil
            return .done
        },
        example: Text("@petrova: end call in chat \"Биология\"", "@petrova: завершить звонок в чате \"Биология\""))
}
