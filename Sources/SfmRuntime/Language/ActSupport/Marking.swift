import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Act {
    static func mark(
        _ id: String, _ isSet: Bool, _ noun: Text, _ english: [String], _ russian: [String], ruleRu: [String], example: Text
    ) -> Act {
        Act(
            Forms(id, en: english, ru: russian, ruleRu: ruleRu), kind: .power, noun: noun,
            obstacle: { _, c, p in
                guard let word = c.word, let holder = p.words.find(.mark, word.en)?.holder else {
                    return UnmetPrecondition(Text("no policy in force knows such a mark", "ни один действующий порядок не знает такой отметки"))
                }
                return lack(holder, c)
            },
            effect: { w, c in
                guard let mark = c.word else { return .unchanged }
                let changed =
                    c.target == .absent
                    ? w.set(mark, to: isSet, c.chat) : w.set(mark, to: isSet, c.target, in: c.chat)
                return Effect(isUnchanged: !changed)
            },
            words: [.word: .mark], example: example)
    }

    /// What is not said of whom or what a mark is about, or said too much.
    private static func lack(_ holder: MarkHolder, _ c: Request) -> UnmetPrecondition? {
        switch holder {
        case .person:
            if c.target == .absent { return UnmetPrecondition(Text("such a mark is about a person", "такая отметка — о человеке")) }
            return c.chat == .absent
                ? nil : UnmetPrecondition(Text("such a mark is about a person, whatever the chat", "такая отметка — о человеке, а не о чате"))
        case .chat:
            return c.target == .absent && c.chat != .absent ? nil : UnmetPrecondition(Text("such a mark is about a chat", "такая отметка — о чате"))
        case .personInChat:
            return c.target != .absent && c.chat != .absent
                ? nil : UnmetPrecondition(Text("such a mark is about a person in a chat", "такая отметка — о человеке в чате"))
        }
    }
}
