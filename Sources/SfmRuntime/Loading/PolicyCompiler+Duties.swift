import SfmPolicy
import SfmSyntax
import SfmTerms

/// Duties that could never arise, or of which nobody could know whom they bind or whom they are about (LANGUAGE.md 12).
extension PolicyCompiler {
    mutating func checkOccasion(_ rule: RuleNode, _ subject: RuleSubject) {
        if rule.triggers.isEmpty { return checkStanding(rule, subject) }
        // One word may stand for several acts; one of them is enough.
        var words: [Span] = []
        for trigger in rule.triggers where !words.contains(trigger.span) { words.append(trigger.span) }
        for word in words {
            let readings = rule.triggers.filter { $0.span == word }
            let acts = readings.map(\.act)
            guard let lack = lack(rule, subject, readings) else { continue }
            diagnostics.append(.unknownParty(lack, of: acts[0], word, right: right(rule, lack)))
            return
        }
    }

    private mutating func checkStanding(_ rule: RuleNode, _ subject: RuleSubject) {
        if let term = rule.term, term.needsStart, !rule.hasStart {
            var plain = rule
            plain.term = nil
            diagnostics.append(.termWithoutStart(Self.ruleText(plain), rule.termSpan))
        }
        switch subject {
        case .target, .parentsOfTarget, .actor: diagnostics.append(.unknownParty(.occasion, of: nil, rule.bearerSpan, right: right(rule, .occasion)))
        case .roles, .holders, .nobody:
            guard let part = [RulePart.target, .ofTarget, .parentsOfTarget, .author].first(where: rule.qualifiers.has) else { return }
            diagnostics.append(.unknownParty(.occasion, of: nil, rule.qualifiers.span(of: part), right: right(rule, .occasion)))
        }
    }

    private func lack(_ rule: RuleNode, _ subject: RuleSubject, _ readings: [RuleActNode]) -> MissingParty? {
        let acts = readings.map(\.act)
        let shapes = readings.map(shape)
        let namesPerson = shapes.contains { $0.namesTarget || $0.doerIsTarget }
        switch subject {
        case .target, .parentsOfTarget: if !namesPerson { return .bearer }
        case .actor: if !shapes.contains(where: \.hasDoer) { return .doer }
        case .roles(let roles):
            let places = rule.triggerQualifiers.places
            let isInChat = zip(acts, shapes).contains { act, shape in
                (shape.hasChat || ActTable.all[act].creates.contains(.chat)) && (places.isEmpty || places.contains(.chat))
            }
            if roles.set.has(.moderator), !namesPerson, !isInChat { return .chat }
        case .holders, .nobody: break
        }
        let hasMessage = acts.contains { act in Sfm.grammar.actParts[act].contains { $0.slot == .number } || ActTable.all[act].makesMessage }
        if rule.qualifiers.has(.author), !hasMessage { return .object }
        return !namesPerson && (rule.qualifiers.has(.target) || rule.qualifiers.has(.ofTarget) || rule.qualifiers.has(.parentsOfTarget)) ? .object : nil
    }

    /// What the calls of an act look like; of the policy's own its declaration says it.
    func shape(_ act: RuleActNode) -> CallShape {
        var shape = CallShape.of(act.act)
        guard ActTable.all[act.act].words[.word] == .act, let own = act.word.flatMap({ words.find(.act, $0)?.act }) else { return shape }
        shape.namesTarget = own.parts.contains(.person)
        shape.hasChat = own.parts.contains(.chat)
        return shape
    }

    /// A rule near to the one that is wrong, as it would be right.
    private func right(_ rule: RuleNode, _ lack: MissingParty) -> Text {
        var rule = rule
        switch lack {
        case .bearer, .doer: rule.kind = .oblige(.roles([.director]), negated: false)
        case .chat: rule.kind = .oblige(.roles([.admin]), negated: false)
        case .object: break
        case .occasion:
            rule.triggers = ActTable.all.firstIndex { $0.isDoneByWorld && $0.definite.contains(.chat) }.map { [RuleActNode(act: $0, span: .none)] } ?? []
        }
        if lack == .object { rule.qualifiers = rule.qualifiers.filter { $0 != .target && $0 != .parentsOfTarget && $0 != .author } }
        return Self.ruleText(rule)
    }

    static func ruleText(_ rule: RuleNode) -> Text { RuleRenderer.inBothLanguages { printer, _ in printer.rule(rule) } }
}

/// What cannot be known when a duty arises.
enum MissingParty {
    case bearer, doer, object, chat
    /// There is no event at all.
    case occasion
}

extension Diagnostic {
    static func termWithoutStart(_ plain: Text, _ span: Span) -> Diagnostic {
        Diagnostic(
            .termWithoutStart, Text("nothing starts this term: the duty has no event", "этот срок ни от чего не отсчитывается: у обязанности нет события"),
            span,
            help: [
                Text("without the term: \(plain.en)", "без срока: \(plain.ru)"),
                Text("with an event: \(plain.en) when EVENT within DURATION", "с событием: \(plain.ru) при СОБЫТИИ в течение СРОКА"),
            ])
    }

    static func unknownParty(_ lack: MissingParty, of act: Int?, _ span: Span, right: Text) -> Diagnostic {
        let noun = act.map { ActTable.all[$0].noun } ?? Text(same: "")
        func event(_ en: String, _ ru: String) -> Text { Text("“\(noun.en)” \(en)", "«\(noun.ru)» \(ru)") }
        let (why, help): (Text, Text) =
            switch lack {
            case .bearer:
                (
                    event("names no person, so nobody knows whose duty this is", "ни о ком не говорит, и неизвестно, чья это обязанность"),
                    Text("or name an event with a person, as: when violate", "или назовите событие с человеком, например: при нарушении")
                )
            case .doer:
                (
                    event("happens by itself, so there is no “actor”", "происходит само, исполнителя у него нет"),
                    Text("or name the person concerned: oblige target to …", "или назовите того, о ком речь: обязано лицо …")
                )
            case .object:
                (
                    event("names no person, so nobody knows whom the duty is about", "ни о ком не говорит, и неизвестно, о ком эта обязанность"),
                    Text("or name an event with a person, as: when violate", "или назовите событие с человеком, например: при нарушении")
                )
            case .chat:
                (
                    event(
                        "names neither a chat nor a person, so there is no moderator",
                        "не говорит ни о чате, ни о человеке, и неизвестно, какой модератор обязан"),
                    Text("or name an event in a chat, as: when post", "или назовите событие в чате, например: когда написать")
                )
            case .occasion:
                (
                    Text(
                        "nothing has happened, so nobody knows who that is: the duty has no event",
                        "ничего не произошло, и неизвестно, кто это: у обязанности нет события"),
                    Text("or name a role", "или назовите роль")
                )
            }
        return Diagnostic(.unknownParty, why, span, help: [Text("as in: \(right.en)", "например: \(right.ru)"), help])
    }
}
