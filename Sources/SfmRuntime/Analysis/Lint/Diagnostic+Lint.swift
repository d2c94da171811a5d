import SfmPolicy
import SfmSyntax
import SfmTerms

/// Why a rule matches no act.
enum Mismatch {
    case event
    case gap(Reach.Gap)
    /// What it asks of time never holds at once.
    case times([TimeTest])
}

/// What `sfm check` warns of in policies.
extension Diagnostic {
    /// Every warning can be answered by the author.
    static let answer = Text(
        "if it is meant so, say why in a note of the clause: the note answers the warning",
        "если так и задумано, поясните это в примечании к пункту: примечание снимает предупреждение")

    /// What `--all-warnings` adds to those that a note answers.
    public static let answered = Text("answered by the note", "снято примечанием")

    private static func warning(_ code: DiagnosticCode, _ message: Text, _ span: Span, _ wayOut: Text, answer: Text = answer) -> Diagnostic {
        Diagnostic(code, message, span, severity: .warning, help: [wayOut, answer])
    }

    private static func noun(_ act: Int) -> Text { ActTable.all[act].noun }

    static func emptyClause(_ id: String, _ span: Span) -> Diagnostic {
        var d = warning(
            .emptyClause, Text("clause \(id) says nothing", "пункт \(id) ничего не говорит"), span,
            Text("add a rule, or a note if the clause only informs", "добавьте правило или, если пункт только сообщает, примечание"))
        d.help = [d.help[0]]
        return d
    }

    static func dutyWithoutTerm(_ span: Span) -> Diagnostic {
        warning(
            .dutyWithoutTerm, Text("the duty has no term, so it can never be breached", "у обязанности нет срока, поэтому её нельзя нарушить"), span,
            Text("say when it must be done by: within 3 days", "укажите срок: в течение 3 дней"))
    }

    static func dutyOnDays(_ span: Span, _ days: Text) -> Diagnostic {
        warning(
            .dutyWithoutTerm,
            Text(
                "the duty says on which days, but not that it comes again, so it can never be breached",
                "у обязанности названы дни, но не сказано, что она повторяется, поэтому её нельзя нарушить"), span,
            Text("if it comes again and again: ", "если она повторяется: ") + days)
    }

    static func unusedWord(_ sort: WordSort, _ name: Text, _ span: Span) -> Diagnostic {
        Diagnostic(
            .unusedWord,
            Text("no rule makes use of the \(sort.noun.en) “\(name.en)”", "ни одно правило не использует: \(sort.noun.ru) «\(name.ru)»"), span,
            severity: .warning,
            help: [Text("write the rule that it is for, or take the declaration out", "напишите правило, для которого слово введено, или уберите объявление")])
    }

    static func unsetMark(_ name: Text, _ span: Span) -> Diagnostic {
        warning(
            .unsetMark, Text("the rule asks for the mark “\(name.en)”, which nobody can set", "правило спрашивает отметку «\(name.ru)», а поставить её некому"),
            span,
            Text(
                "say who may: permit set \"\(name.en)\" by ROLE; or which act sets it: sets \"\(name.en)\"",
                "скажите, кто вправе: разрешено РОЛИ ставить \"\(name.ru)\"; или какое действие её ставит: ставит \"\(name.ru)\""))
    }

    static func nobodyMayOwn(_ name: Text, _ span: Span) -> Diagnostic {
        warning(
            .nobodyMay, Text("the rule speaks of “\(name.en)”, which nobody may do", "правило говорит о «\(name.ru)», а делать это некому"), span,
            Text("say who may: permit \"\(name.en)\" by ROLE", "скажите, кому это разрешено: разрешено РОЛИ \"\(name.ru)\""))
    }

    static func sameClause(_ earlier: String, _ first: Span, _ span: Span) -> Diagnostic {
        var d = warning(
            .sameClause, Text("clause \(earlier) says the same already", "то же самое уже сказано в п. \(earlier)"), span,
            Text("leave one of them, or say how they differ", "оставьте один из них или запишите, чем они отличаются"))
        d.related = [(first, Text("here first", "впервые здесь"))]
        return d
    }

    static func coveredPermit(_ act: Int, by clause: String, of policy: String?, _ forbid: Span?, _ span: Span) -> Diagnostic {
        let of = policy.map { Text(" of “\($0)”", " порядка «\($0)»") } ?? Text(same: "")
        var d = warning(
            .coveredPermit,
            Text("the permission never helps: ", "разрешение никогда не сработает: ") + noun(act)
                + Text(" is always prohibited by clause \(clause)", " всегда под запретом по п. \(clause)") + of, span,
            Text("narrow the prohibition by a condition, or take the permission out", "сузьте запрет условием или уберите разрешение"))
        d.related = forbid.map { [($0, Text("the prohibition", "запрет"))] } ?? []
        return d
    }

    static func impossibleRule(_ mismatch: Mismatch, _ act: Int, _ span: Span) -> Diagnostic {
        let (why, wayOut) = Self.why(mismatch, act)
        return warning(.impossibleRule, Text("the rule never applies: ", "правило никогда не сработает: ") + why, span, wayOut)
    }

    private static func why(_ mismatch: Mismatch, _ act: Int) -> (Text, Text) {
        let name = noun(act)
        func says(_ en: String, _ ruBefore: String, _ ruAfter: String) -> Text {
            Text("“\(name.en)” \(en)", "\(ruBefore.isEmpty ? "" : ruBefore + " ")«\(name.ru)» \(ruAfter)")
        }
        let takeOut = Text("take that part of the rule out, or name another act", "уберите эту часть правила или назовите другое действие")
        switch mismatch {
        case .event:
            return (
                says("happens by itself and is never asked about", "", "— событие, его не разрешают и не запрещают"),
                Text("say what follows from it: oblige … when …", "запишите, что из него следует: обязан … при …")
            )
        case .times(let tests):
            let named = tests.map { test in CalendarReading.inBoth { $0.test(test) } }
            return (
                Text("these are never at once: ", "это не бывает одновременно: ") + Text.joined(named, "; "),
                Text("if either of them is meant: a rule for each", "если подходит любое из них — по отдельному правилу")
            )
        case .gap(let gap): return why(gap, act, says, takeOut)
        }
    }

    private static func why(_ gap: Reach.Gap, _ act: Int, _ says: (String, String, String) -> Text, _ takeOut: Text) -> (Text, Text) {
        switch gap {
        case .nobody:
            return (Text("it is about nobody", "оно никого не касается"), Text("name the roles that it is for", "назовите роли, к которым оно относится"))
        case .doer: return (says("happens by itself, nobody does it", "", "— событие, исполнителя у него нет"), takeOut)
        case .moderatorWithoutChat:
            return (
                says("happens in no chat, so nobody does it as a moderator", "действие", "совершается не в чате, поэтому модератора здесь нет"),
                Text("name another role", "назовите другую роль")
            )
        case .target: return (says("is done to nobody", "действие", "ни к кому не относится, а правило называет, к кому"), takeOut)
        case .role: return (says("names no role", "в действии", "не называют роль"), takeOut)
        case .place:
            let places = CallShape.of(act).places.elements.map { place in
                Text(ChoiceWords.phrase(ChoiceWords.places, place.rawValue, .english), ChoiceWords.phrase(ChoiceWords.places, place.rawValue, .russian))
            }
            return (
                says("is never done in such a place", "действие", "в таком месте не совершают"),
                places.isEmpty ? takeOut : Text("it is done in a place of this kind: ", "место может быть таким: ") + Text.joined(places)
            )
        case .audience: return (says("has no audience", "в действии", "не указывают, для кого оно"), takeOut)
        case .audienceOfOthers:
            return (
                Text("a chat for others has no stated audience", "иные чаты — те, у которых не сказано, для кого они"),
                Text("keep either the audience or “for others”", "оставьте что-то одно: роли или «иных»")
            )
        case .subject: return (says("has no subject", "в действии", "не указывают предмет"), takeOut)
        case .initiative: return (says("has no initiative", "в действии", "не указывают, чья это инициатива"), takeOut)
        case .mood: return (says("has no kind of message", "в действии", "нет сообщения"), takeOut)
        case .group: return (says("has to do with no group", "действие", "не связано с группой"), takeOut)
        case .field, .part: return (says("has no such part", "в действии", "такой части нет"), takeOut)
        case .conditions:
            return (
                Text("its conditions exclude one another", "его условия исключают друг друга"),
                Text("correct the numbers, or write “or” in place of “and”", "исправьте числа или вместо «и» напишите «или»")
            )
        }
    }

    // MARK: - Powers without a holder

    static func emptyPermit(_ span: Span) -> Diagnostic {
        warning(
            .nobodyMay, Text("the permission is given to nobody", "разрешение никому не дано"), span,
            Text("name the roles that may, or forbid the act", "назовите роли, которым это разрешено, или запретите действие"))
    }

    static func forbiddenToNobody(_ need: Prerequisite.Need, _ span: Span) -> Diagnostic {
        nobody(Text("this forbids what nobody may do anyway", "запрещено то, на что и так ни у кого нет права"), [need], span)
    }

    static func idleDuty(_ needs: [Prerequisite.Need], _ span: Span) -> Diagnostic {
        nobody(
            Text("the duty never arises: nobody may do what it follows", "обязанность не возникнет: никто не вправе сделать то, что её вызывает"), needs, span)
    }

    static func nobodyMay(_ row: Prerequisite, _ span: Span) -> Diagnostic {
        nobody(row.reliance.text, row.needs, span)
    }

    private static func nobody(_ message: Text, _ needs: [Prerequisite.Need], _ span: Span) -> Diagnostic {
        let list = Text(needs.map(\.noun.en).joined(separator: " or "), needs.map(\.noun.ru).joined(separator: " или "))
        let act = Sfm.grammar.acts[needs[0].act]
        let role =
            needs[0].role.map { Text(" as \(RoleNoun.of($0).inflected(.english))", " как \(RoleNoun.of($0).inflected(.russian, .accusative))") }
            ?? Text(same: "")
        return warning(
            .nobodyMay, message + Text(": ", ": ") + list, span,
            Text("say who may: permit \(act.ruleHead(.english))", "скажите, кому это разрешено: разрешено РОЛИ \(act.ruleHead(.russian))")
                + role + Text(" by ROLE", ""))
    }
}

extension Prerequisite.Reliance {
    /// What is relied on, up to the acts that would supply it.
    fileprivate var text: Text {
        switch self {
        case .act(let act):
            let noun = ActTable.all[act].noun
            return Text("\(noun.en) presupposes an act that nobody may do", "к действию «\(noun.ru)» нужно и другое, на которое ни у кого нет права")
        case .attributes(let attributes):
            let name = attributes[0].name
            return Text("the condition asks “\(name.en)”, which nobody may bring about", "условие спрашивает «\(name.ru)», но права на это ни у кого нет")
        case .role(let role):
            let noun = RoleNoun.of(role)
            return Text(
                "the rule relies on the role “\(noun.inflected(.english))”, which nobody may give",
                "правило рассчитывает на роль «\(noun.inflected(.russian))», а дать её никто не вправе")
        case .mechanism(let mechanism):
            let (en, ru) = (
                ChoiceWords.phrase(ChoiceWords.mechanisms, mechanism.rawValue, .english),
                ChoiceWords.phrase(ChoiceWords.mechanisms, mechanism.rawValue, .russian)
            )
            return Text(
                "the property “\(en)” presupposes an act that nobody may do", "свойство «\(ru)» предполагает действие, на которое ни у кого нет права")
        }
    }
}
