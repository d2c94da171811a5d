import SfmRuntime
import SfmSyntax
import SfmTerms

/// The REPL's help, made from the tables of acts, facts and words.
enum HelpText {
    static func repl(_ topic: String, _ language: Language) -> String {
        topic.isEmpty ? overview(language) : about(topic, language)
    }

    private static func overview(_ language: Language) -> String {
        var out = language == .english ? "commands\n" : "команды\n"
        for entry in ReplWord.table {
            let phrase = (language == .english ? entry.en : entry.ru)[0]
            out += "  " + DisplayWidth.padded(phrase, 16) + entry.help[language] + "\n"
        }
        out += language == .english ? "\nacts (help ACT tells more)\n" : "\nдействия (помощь ДЕЙСТВИЕ — подробнее)\n"
        for theme in ActTheme.all {
            out += " " + theme.title[language] + "\n"
            for act in ActTable.all[theme.acts] { out += "  " + FormPrinter.usage(act.forms)[language] + "\n" }
        }
        out +=
            language == .english
            ? "\nalso: given FACT, expect FACT, expect denied by clause 24: ACT, force ACT, advance 14 days, as @x, fulfil duties, use policy \"koshdo-2024\"\n"
            : "\nещё: дано УТВЕРЖДЕНИЕ, ожидаем УТВЕРЖДЕНИЕ, ожидаем отказ по п. 24: ДЕЙСТВИЕ, вопреки порядку ДЕЙСТВИЕ,\n"
                + "через 14 дней, от имени @x, исполнить обязанности, применить порядок \"koshdo-2024\"\n"
        return out
    }

    private static func about(_ topic: String, _ language: Language) -> String {
        let folded = ReplWord.fold(topic)
        var out = ""
        let named = ActTable.all.filter { act in (FormPhrases.heads(of: act.forms) + [act.noun.en, act.noun.ru]).contains { mentions($0, folded) } }
        let acts = named.isEmpty ? ActTable.all.filter { act in (act.forms.english + act.forms.russian).contains { mentions($0, folded) } } : named
        for act in acts {
            out += "  " + FormPrinter.usage(act.forms)[language] + "\n    " + (language == .english ? "as in: " : "например: ") + act.example[language] + "\n"
        }
        for fact in FactTable.all where FormPhrases.heads(of: fact.forms).contains(where: { mentions($0, folded) }) {
            out += "  " + (language == .english ? "fact: " : "утверждение: ") + FormPrinter.usage(fact.forms)[language] + "\n"
        }
        for entry in ReplWord.table where (entry.en + entry.ru).contains(folded) { out += "  " + entry.help[language] + "\n" }
        if let code = DiagnosticCode(text: topic) { out += DiagnosticCatalogue.text(code, language) }
        return out.isEmpty ? (language == .english ? "  nothing about “\(Safe.text(topic))”\n" : "  о «\(Safe.text(topic))» ничего нет\n") : out
    }

    private static func mentions(_ phrase: String, _ folded: String) -> Bool { ReplWord.fold(phrase).contains(folded) }
}
