import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Act {
    /// A block ends before its time.
    static let unblock: Act = Act(
        Forms(
            "unblock", en: ["unblock [{target}] [in chat {chat}]", "unblock early {target}"],
            ru: ["разблокировать [{target}] [в чате {chat}]", "досрочно разблокировать {target}", "снять блокировку с {target}", "снять блокировку {target}"],
            ruleEn: ["unblock early"], ruleRu: ["разблокировать", "досрочно разблокировать", "снимать блокировку", "разблокировка"]),
        kind: .power, noun: Text("unblocking", "разблокировка"), definite: [.target, .chat], about: .block, ends: [.block],
        obstacle: { w, c, _ in
            w.block(of: c.target, in: c.chat) == nil ? UnmetPrecondition(Text("the person is not blocked", "этот человек не заблокирован")) : nil
        },
        effect: { w, c in
            w.record(c.target, in: c.chat) { $0.block = nil }
            return .done
        },
        supplies: Supplies(after: true) { [.block, .restrict] },
        example: Text("unblock @sidorov", "разблокировать @sidorov"))
}
