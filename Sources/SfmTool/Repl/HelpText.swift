import SfmPolicy
import SfmRuntime
import SfmSyntax
import SfmTerms

/// The REPL's help, made from the tables of acts, facts and words.
enum HelpText {
    static func repl(_ topic: String, _ language: Language) -> SafeText {
        topic.isEmpty ? overview(language) : about(topic, language) ?? "  \(nothing(topic, language))"
    }

    private static func overview(_ language: Language) -> SafeText {
        var out: SafeText = language("commands\n", "команды\n")
        for entry in ReplWord.table {
            let phrase = entry.word.phrase(language)
            out += "  \(DisplayWidth.padded(phrase, 16))\(entry.help[language])\n"
        }
        out += language("\nacts (help ACT tells more)\n", "\nдействия (помощь ДЕЙСТВИЕ — подробнее)\n")
        for theme in ActTable.ranges {
            out += " \(theme.title[language])\n"
            for act in ActTable.all[theme.acts] { out += "  \(FormPrinter.usage(act.forms)[language])\n" }
        }
        out += language(
            "\nquestions are put as people put them: can @x block @y for 3 days? how many violations does @x have? who is in chat \"7B\"?\n",
            "\nспрашивать можно как обычно: может ли @x заблокировать @y на 3 дня? сколько нарушений у @x? кто в чате \"7Б\"?\n")
        out += language(
            "how a clause is written: help clause, help rule, help condition, help term\n",
            "как написать пункт: помощь пункт, помощь правило, помощь условие, помощь срок\n")
        out += language(
            "\nalso: given FACT, expect FACT, expect denied by clause 24: ACT, force ACT, advance 14 days, as @x, fulfil duties, use policy \"koshdo-2024\"\n",
            "\nещё: дано УТВЕРЖДЕНИЕ, ожидаем УТВЕРЖДЕНИЕ, ожидаем отказ по п. 24: ДЕЙСТВИЕ, вопреки порядку ДЕЙСТВИЕ,\n"
                + "через 14 дней, от имени @x, исполнить обязанности, применить порядок \"koshdo-2024\"\n")
        return out
    }

    /// What there is to say about a word: an act, a fact, a statement, a condition, a role, a code, a command of the conversation.
    static func about(_ topic: String, _ language: Language) -> SafeText? {
        if let code = DiagnosticCode(text: topic) { return SafeText(lines: DiagnosticCatalogue.explanation(code, language)) }
        let writing = ClauseHelp.find(topic)
        // How a clause is written says more than what else holds the word.
        var texts = Topics(language).find(topic, exactly: writing != nil).map { SafeText(lines: $0.plain) }
        if let writing { texts.insert(writing.text(language), at: 0) }
        for entry in ReplWord.table where (entry.en + entry.ru).contains(ReplWord.fold(topic)) {
            texts.append("\(entry.word.phrase(language)): \(entry.help[language])\n")
        }
        return texts.isEmpty ? nil : texts.joined(separator: "\n")
    }

    /// What a policy's own word is, and what the clauses of the policies in force say of it; `nil` where none of them declares it.
    static func own(_ word: String, _ policies: PolicySet, _ language: Language) -> SafeText? {
        var out: SafeText = ""
        for policy in policies.policies {
            for line in PolicyReading(policy).about(word) { out += "  \(line[language])\n" }
        }
        return out.isEmpty ? nil : out
    }

    /// Whether there is anything to say about a word, without saying it.
    static func knows(_ topic: String) -> Bool {
        if DiagnosticCode(text: topic) != nil { return true }
        let folded = ReplWord.fold(topic)
        guard !folded.isEmpty, topic.utf8.count <= 400 else { return false }
        return ClauseHelp.find(topic) != nil || names.contains { $0.contains(folded) } || ReplWord.table.contains { ($0.en + $0.ru).contains(folded) }
    }

    private static let names: [String] = {
        let all = Topics(.english)
        return (all.acts + all.facts + all.keywords + all.attributes + all.roles + all.mechanisms).flatMap(\.names).map(ReplWord.fold)
    }()

    /// The act whose words are nearest to a topic that is none.
    static func nearest(_ topic: String) -> String? { Suggestion.nearest(to: topic, among: ActTable.all.flatMap(\.forms.heads)) }

    static func nothing(_ topic: String, _ language: Language) -> SafeText { nothing(topic, language, near: nearest(topic)) }

    static func nothing(_ topic: String, _ language: Language, near: String?) -> SafeText {
        let hint: SafeText = near.map { language("; did you mean “\($0)”?", "; может быть, «\($0)»?") } ?? ""
        return language("nothing about “\(topic)”\(hint)\n", "о «\(topic)» ничего нет\(hint)\n")
    }
}
