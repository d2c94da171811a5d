import SfmSyntax
import SfmTerms

/// One small change of a policy, as a mistake of whoever writes it would be.
public struct Mutation: Sendable {
    /// What was changed; `rawValue` is what JSON says.
    public enum Kind: String, CaseIterable, Sendable {
        case ruleDropped, norm, actDropped, doerDropped, objectDropped, placeDropped, audienceDropped, partDropped, valueDropped
        case roleDropped, roleWidened, roleNarrowed
        case conditionDropped, conditionDenied, junction, number, count, term, window, consent, exceptionDropped
        case triggerDropped, each, recurrence, statement, ownWord, listItem, calendar

        public var words: Text {
            switch self {
            case .ruleDropped: Text("rule dropped", "правило убрано")
            case .norm: Text("another kind of rule", "правило другого вида")
            case .actDropped: Text("act dropped", "действие убрано")
            case .doerDropped: Text("who may dropped", "не сказано, кому")
            case .objectDropped: Text("object dropped", "не сказано, о ком")
            case .placeDropped: Text("place dropped", "место убрано")
            case .audienceDropped: Text("audience dropped", "не сказано, для кого")
            case .partDropped: Text("part dropped", "уточнение убрано")
            case .valueDropped: Text("one of several dropped", "одно из нескольких убрано")
            case .roleDropped: Text("role dropped", "роль убрана")
            case .roleWidened: Text("wider role", "роль шире")
            case .roleNarrowed: Text("narrower role", "роль уже")
            case .conditionDropped: Text("condition dropped", "условие убрано")
            case .conditionDenied: Text("condition turned around", "условие обращено")
            case .junction: Text("“and” for “or” or the reverse", "«и» вместо «или» или наоборот")
            case .number: Text("number one off", "число на единицу другое")
            case .count: Text("something else counted", "считается другое")
            case .term: Text("another term", "другой срок")
            case .window: Text("another time", "другое время")
            case .consent: Text("another consent", "согласие другое")
            case .exceptionDropped: Text("exception dropped", "исключение убрано")
            case .triggerDropped: Text("event dropped", "событие убрано")
            case .each: Text("“each” for “one of them” or the reverse", "«каждый» вместо «кто-нибудь» или наоборот")
            case .recurrence: Text("another frequency or day", "другая частота или день")
            case .statement: Text("part of “states” dropped or changed", "часть «устанавливает» убрана или другая")
            case .ownWord: Text("own word declared otherwise", "своё слово объявлено иначе")
            case .listItem: Text("item of a list dropped", "строка перечня убрана")
            case .calendar: Text("calendar changed", "календарь другой")
            }
        }
    }

    enum Change: Sendable {
        /// Without a new one the rule is dropped.
        case rule(RuleNode, RuleNode?, position: Int)
        case list(ListNode, ListNode, at: Int)
        case word(OwnWordNode, OwnWordNode, at: Int)
        case calendar(CalendarLine, CalendarLine?, at: Int)
    }

    public let kind: Kind
    /// The place of the clause; own words and the calendar belong to none.
    public let clause: Int?
    public let span: Span
    let change: Change

    /// What stands there, and what would; empty where that is nothing.
    public var texts: (before: Text, after: Text) {
        func both(_ words: (FormPrinter) -> String) -> Text { RuleRenderer.inBothLanguages { printer, _ in words(printer) } }
        let nothing = Text(same: "")
        switch change {
        case .rule(let before, let after, _): return (PolicyCompiler.ruleText(before), after.map(PolicyCompiler.ruleText) ?? nothing)
        case .list(let before, let after, _): return (Self.text(before), Self.text(after))
        case .word(let before, let after, _): return (both { $0.declaration(before) }, both { $0.declaration(after) })
        case .calendar(let before, let after, _): return (Self.text(before), after.map(Self.text) ?? nothing)
        }
    }

    private static func text(_ list: ListNode) -> Text {
        let items = list.items.map(FormPrinter.source).joined(separator: ", ")
        return Text("list \(list.name): \(items)", "перечень \(list.name): \(items)")
    }

    private static func text(_ line: CalendarLine) -> Text { Text(CalendarPrinter(.english).line(line), CalendarPrinter(.russian).line(line)) }
}
