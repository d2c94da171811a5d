import SfmPolicy
import SfmSyntax
import SfmTerms

/// The words of rules and their parts in both languages.
enum RuleRenderer {
    private static func printer(_ language: Language) -> FormPrinter {
        FormPrinter(grammar: Sfm.grammar, names: Names(), language: language, quotes: .source)
    }

    static func inBothLanguages(_ words: (FormPrinter, RuleDecompiler) -> String) -> Text {
        Text(words(printer(.english), RuleDecompiler(language: .english)), words(printer(.russian), RuleDecompiler(language: .russian)))
    }

    static func quoted(_ title: Text) -> Text { Text("“\(title.en)”", "«\(title.ru)»") }

    static func roles(_ roles: RoleSet) -> Text {
        if roles.isEmpty { return Text("nobody", "никто") }
        return Text(
            roles.roles.map { RoleNoun.of($0).inflected(.english) }.joined(separator: ", "),
            roles.roles.map { RoleNoun.of($0).inflected(.russian) }.joined(separator: ", "))
    }

    static func places(_ places: [PlaceKind]) -> Text {
        Text.joined(
            places.map {
                Text(ChoiceWords.phrase(ChoiceWords.places, $0.rawValue, .english), ChoiceWords.phrase(ChoiceWords.places, $0.rawValue, .russian))
            })
    }

    static func condition(_ condition: Condition, of act: Int) -> Text {
        if let test = condition.partTest { return test.phrase(of: act) }
        return inBothLanguages { $0.condition($1.condition(condition)) }
    }
}

extension Threshold {
    /// «заблокировать: нарушений больше 3».
    public var words: Text {
        let heads =
            acts.filter { own.isEmpty || !Sfm.grammar.acts[$0].isOwn }.map { act in RuleRenderer.inBothLanguages { printer, _ in printer.head(ofAct: act) } }
            + (acts.contains { Sfm.grammar.acts[$0].isOwn } ? own.map(RuleRenderer.quoted) : [])
        let limit =
            switch subject {
            case .condition(let predicate, let isNegated):
                RuleRenderer.condition(isNegated ? .not(.test(predicate)) : .test(predicate), of: acts.first ?? 0)
            case .window(_, let window): Text("counted ", "счёт ") + window.words
            case .term(let deadline): Text(CalendarPrinter(.english).deadline(deadline), CalendarPrinter(.russian).deadline(deadline))
            case .period(let recurrence): Text(CalendarPrinter(.english).recurrence(recurrence), CalendarPrinter(.russian).recurrence(recurrence))
            }
        return Text.joined(heads) + Text(same: ": ") + limit
    }
}
