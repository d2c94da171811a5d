import SfmTerms

/// What is wrong with the parts of a rule.
extension Diagnostic {
    static func twoTimes(_ span: Span, both: String, either: [String]) -> Diagnostic {
        Diagnostic(
            .doubledPart, Text("two times joined by “and”: either of them, or both at once?", "два времени через «и»: любое из них или оба сразу?"), span,
            help: [
                Text("if either: two rules: \(either.joined(separator: " · "))", "если любое — два правила: \(either.joined(separator: " · "))"),
                Text("if both at once: \(both)", "если оба сразу: \(both)"),
            ])
    }

    static func neitherDoerNorTarget(_ span: Span, _ role: RoleNoun) -> Diagnostic {
        let who = role.inflected(.russian, .dative)
        return Diagnostic(
            .unexpectedRest,
            Text("a role here is neither who acts nor whom the act is about", "роль здесь — ни тот, кто действует, ни тот, над кем совершают действие"), span,
            help: [
                Text("who acts is said with by: … by \(role.inflected(.english))", "кто действует, стоит перед действием: запрещено \(who) …"),
                Text("whose it is no rule can ask: take it out", "чьё это, правило не различает: уберите"),
            ])
    }

    static func rolesBesideEachOther(_ span: Span) -> Diagnostic {
        Diagnostic(
            .doubledPart, Text("two roles beside each other: both, or one of the other?", "две роли подряд: обе или одна при другой?"), span,
            help: [
                Text("if both are meant: with a comma between them", "если имеются в виду обе — через запятую"),
                Text("if the parents of whom the act is about: parents of target", "если родители того, о ком речь: родители лица"),
            ])
    }

    static func toldOfRoles(_ span: Span, without line: String) -> Diagnostic {
        Diagnostic(
            .unexpectedRest,
            Text("a rule cannot ask of whom somebody is told, only who is told", "правило не различает, о ком сообщают, — только кому"), span,
            help: [Text("write: \(line)", "напишите: \(line)")])
    }

    static func toldOfWhat(_ span: Span, without line: String) -> Diagnostic {
        Diagnostic(
            .unexpectedRest, Text("a rule cannot ask what somebody is told of, only who is told", "правило не различает, о чём сообщают, — только кому"),
            span, help: [Text("write: \(line)", "напишите: \(line)")])
    }

    /// Of a chat or a message a rule does not ask whose it is.
    static func whoseItIs(_ span: Span, _ role: RoleNoun, isEvent: Bool) -> Diagnostic {
        let (by, chat) = (role.inflected(.russian, isEvent ? .genitive : .dative), role.inflected(.russian, plural: true, .genitive))
        return Diagnostic(
            .unexpectedRest, Text("whose it is, or who does it?", "чьё это или кто это делает?"), span,
            help: [
                Text(
                    "if that is who does it: by \(role.inflected(.english))",
                    isEvent ? "если это тот, кто делает: со стороны \(by)" : "если это тот, кто делает: \(by) — перед действием"),
                Text("if it is a chat for them: in chat of \(role.inflected(.english, plural: true))", "если это чат для них: в чате \(chat)"),
                Text("whose messages, links and the like they are no rule can ask", "чьи это сообщения, ссылки и прочее, правило не различает"),
            ])
    }

    static func ofAuthor(_ span: Span, without line: String) -> Diagnostic {
        Diagnostic(
            .unexpectedRest,
            Text("a duty may be towards the author, not towards others about the author", "обязанность бывает перед автором, но не перед другими — о нём"),
            span,
            help: [
                Text("without the author: \(line)", "без автора: \(line)"),
                Text("towards the author alone: tell author", "перед самим автором: сообщить автору"),
            ])
    }

    static func lengthUpTo(_ span: Span, without line: String, _ length: String) -> Diagnostic {
        Diagnostic(
            .unexpectedRest, Text("how long at most is a condition", "на какой срок не дольше — это условие"), span,
            help: [Text("write: \(line), если срок не более \(length)", "напишите: \(line), если срок не более \(length)")])
    }

    static func roleGiven(_ span: Span, as line: String) -> Diagnostic {
        Diagnostic(
            .unexpectedRest, Text("the role that somebody is given is said with “as”", "роль, которую дают, называют словом «ролью»"), span,
            help: [Text("write: \(line)", "напишите: \(line)")])
    }

    static func consentOfTwo(_ span: Span) -> Diagnostic {
        Diagnostic(
            .doubledPart, Text("consent of both, or of any of the two?", "согласие обоих или любого из двух?"), span,
            help: [
                Text(
                    "if both: a prohibition for each: forbid … without consent of parents of target · forbid … without consent of director",
                    "если обоих: запрет для каждого: запрещено … без согласия родителей лица · запрещено … без согласия директора"),
                Text("if any of them will do: with “or” between roles", "если любого из них: через «или» между ролями"),
            ])
    }

    static func andBesideOr(_ span: Span, each: String, one: String) -> Diagnostic {
        Diagnostic(
            .doubledPart, Text("“and” beside “or”: each of them, or one of them?", "«и» рядом с «или»: каждому из них или кому-то одному?"), span,
            help: [
                Text("if each of them: \(each)", "если каждому: \(each)"), Text("if one of them: \(one)", "если кому-то одному: \(one)"),
                Text("otherwise a rule for each", "иначе — по отдельному правилу"),
            ])
    }

    static func oneOfTargetAndOthers(_ span: Span, each: String) -> Diagnostic {
        Diagnostic(
            .doubledPart, Text("“or” joins roles; who the event is about is no role", "«или» соединяет роли, а лицо и его родители — не роль"), span,
            help: [
                Text("if each of them is meant: \(each)", "если имеется в виду каждый: \(each)"),
                Text("otherwise a rule for each", "иначе — по отдельному правилу"),
            ])
    }

    static func allAtOnce(_ span: Span, one: String?, all: String?) -> Diagnostic {
        var help: [Text] = []
        if let one { help.append(Text("if one of them is enough: \(one)", "если достаточно одного из них: \(one)")) }
        if let all { help.append(Text("if all of them at once: \(all)", "если всех сразу: \(all)")) }
        return Diagnostic(
            .doubledPart,
            Text(
                "an act is about one person: a duty towards all of them would be met with the first",
                "действие касается одного человека: обязанность перед всеми исполнилась бы уже с первым"),
            span,
            help: help.isEmpty
                ? [
                    Text("a rule cannot say it of each of them", "сказать это о каждом из них правило не может"),
                    Text("if one of them is enough: the role without “all” or “each”", "если достаточно одного из них: роль без «всех» и «каждого»"),
                ] : help)
    }
}
