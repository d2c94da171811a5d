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
        for act in ActTable.all { out += "  " + FormPrinter.usage(act.forms)[language] + "\n" }
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
        for act in ActTable.all {
            let usage = FormPrinter.usage(act.forms)
            let heads = act.forms.english + act.forms.russian + [act.noun.en, act.noun.ru]
            guard heads.contains(where: { ReplWord.fold($0).contains(folded) }) else { continue }
            out += "  " + usage[language] + "\n    " + (language == .english ? "as in: " : "например: ") + act.example[language] + "\n"
        }
        for fact in FactTable.all where (fact.forms.english + fact.forms.russian).contains(where: { ReplWord.fold($0).contains(folded) }) {
            out += "  " + (language == .english ? "fact: " : "утверждение: ") + FormPrinter.usage(fact.forms)[language] + "\n"
        }
        for entry in ReplWord.table where (entry.en + entry.ru).contains(folded) { out += "  " + entry.help[language] + "\n" }
        if let code = DiagnosticCode(text: topic) { out += DiagnosticCatalogue.text(code, language) }
        return out.isEmpty ? (language == .english ? "  nothing about “\(Safe.text(topic))”\n" : "  о «\(Safe.text(topic))» ничего нет\n") : out
    }
}
