import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

/// Words that a policy declares for itself (LANGUAGE.md 13): what they mean, and where its rules name them.
extension PolicyCompiler {
    /// Who consents has to be somebody: one of a declared role, a parent of whom the act names.
    mutating func check(_ consent: ConsentNode, _ isMissing: Bool, _ acts: [RuleActNode], _ span: Span) {
        switch consent {
        case .roles(_, let holders): for name in holders { _ = declaredName(.role, name, span) }
        case .parentsOfTarget, .eachParentOfTarget:
            guard let act = acts.first, !acts.contains(where: { shape($0).namesTarget }) else { return }
            let noun = act.word.map { Text("“\($0)”", "«\($0)»") } ?? Text("“\(ActTable.all[act.act].forms.id)”", "«\(ActTable.all[act.act].noun.ru)»")
            diagnostics.append(
                Diagnostic(
                    .wrongAttribute,
                    Text("\(noun.en) names nobody whose parents could consent", "в действии \(noun.ru) никто не назван: чьи родители согласны?"),
                    span,
                    help: [
                        isMissing
                            ? Text("of any parent: without consent of parents", "если любого родителя: без согласия родителей")
                            : Text("of any parent: with consent of parents", "если любого родителя: с согласия родителей")
                    ]))
        }
    }

    mutating func declareWords(extending extended: [Policy]) {
        for policy in extended.flatMap(\.withExtended) { for word in policy.words.all { words.add(word) } }
        var looks: [WordSort: Twins] = [:]
        // Acts say what they do with marks, wherever these are declared.
        for node in node.words.filter({ $0.meaning.sort != .act }) + node.words.filter({ $0.meaning.sort == .act }) {
            let sort = node.meaning.sort
            for name in Set([node.name.en, node.name.ru]).sorted() {
                if let twin = looks[sort, default: Twins()].twin(of: name) {
                    diagnostics.append(NameChecks.lookAlike(name, kind: .word, of: twin, span: node.nameSpan))
                }
                looks[sort, default: Twins()].insert(name)
            }
            let word = OwnWord(name: node.name, meaning: meaning(of: node))
            if let other = words.add(word) {
                diagnostics.append(
                    .otherMeaning(node, first: self.node.words.first { $0.name.sharesName(with: other.name) && $0.meaning.sort == sort }?.nameSpan))
            } else {
                declared.add(word)
            }
        }
    }

    private mutating func meaning(of node: OwnWordNode) -> OwnWord.Meaning {
        switch node.meaning {
        case .messageKind: return .messageKind
        case .violationKind: return .violationKind
        case .role(let role): return .role(role)
        case .mark(let holder): return .mark(holder)
        case .act(let act):
            var effects: [OwnAct.Effect] = []
            var holders: [Text: MarkHolder] = [:]
            for (effect, span) in act.effects {
                switch effect {
                case .sets(let mark), .clears(let mark):
                    guard let known = declaredWord(.mark, mark, span) else { continue }
                    if case .sets = effect { effects.append(.sets(known.name)) } else { effects.append(.clears(known.name)) }
                    holders[known.name] = known.holder
                    if let lack = Self.lack(known.holder ?? .person, act.parts) { diagnostics.append(.effectWithoutPart(lack, node, span)) }
                case .addsTarget, .removesTarget, .removesActor:
                    effects.append(effect == .addsTarget ? .addsTarget : effect == .removesTarget ? .removesTarget : .removesActor)
                    if let lack = Self.lack(of: effect, act) { diagnostics.append(.effectWithoutPart(lack, node, span)) }
                }
            }
            let own = OwnAct(name: node.name, kind: act.kind, parts: act.parts, effects: effects, holders: holders)
            var lists: [Int] = []
            let index = ActTable.ownAct(act.kind)
            let conditions = act.condition.map { compile($0, acts: [RuleActNode(act: index, span: node.nameSpan)], &lists) } ?? []
            return .act(own, when: conditions)
        }
    }

    /// The part that an act needs and has not got for what it does.
    private static func lack(_ holder: MarkHolder, _ parts: [OwnPart]) -> OwnPart? {
        let needed: [OwnPart] =
            switch holder {
            case .person: [.person]
            case .chat: [.chat]
            case .personInChat: [.person, .chat]
            }
        return needed.first { !parts.contains($0) }
    }

    private static func lack(of effect: OwnEffectNode, _ act: OwnActNode) -> OwnPart? {
        if !act.parts.contains(.chat) { return .chat }
        return effect != .removesActor && !act.parts.contains(.person) ? .person : nil
    }

    // MARK: - Where rules name them

    /// The word of that name, where a policy declares it; a diagnostic where none does.
    mutating func declaredWord(_ sort: WordSort, _ name: String, _ span: Span) -> OwnWord? {
        if let known = words.find(sort, name) { return known }
        guard diagnostics.count < Self.most else { return nil }
        diagnostics.append(.undeclared(sort, name, span, known: words.names(sort), inPolicy: true))
        return nil
    }

    /// The name of what a condition compares with; a mark has to be one of what it asks about.
    mutating func declaredName(askedBy attribute: Attribute, _ name: String, _ span: Span) -> Text {
        guard let word = declaredWord(attribute.sort, name, span) else { return Text(same: name) }
        if let holder = word.holder, (holder == .chat) != (attribute.forms.readAs == .chatHas) { diagnostics.append(.markOfAnother(word.name, holder, span)) }
        return word.name
    }

    mutating func declaredName(_ sort: WordSort, _ name: String, _ span: Span) -> Text { declaredWord(sort, name, span)?.name ?? Text(same: name) }

    /// The acts with those of the policy's own as what they are declared to be.
    mutating func resolved(_ acts: [RuleActNode]) -> [RuleActNode] {
        acts.map { act in
            guard let name = act.word, let sort = ActTable.all[act.act].words[.word], let word = declaredWord(sort, name, act.span) else { return act }
            var act = act
            if let own = word.act { act.act = ActTable.ownAct(own.kind) }
            return act
        }
    }

    /// What tells these acts from others of their kind.
    func meant(_ acts: [RuleActNode]) -> PartTest? {
        let words = acts.compactMap { act -> ActWord? in
            guard let name = act.word, let sort = ActTable.all[act.act].words[.word] else { return nil }
            return ActWord(act: act.act, word: self.words.name(sort, name))
        }
        return words.isEmpty ? nil : .words(words)
    }

    /// The kinds that a rule names beside its acts have to be declared.
    mutating func checkKinds(_ rule: RuleNode) {
        for (q, acts) in [(rule.qualifiers, rule.acts), (rule.triggerQualifiers, rule.triggers)] + rule.also.map({ ($0.qualifiers, $0.acts) }) {
            guard case .names(let kinds)? = q[.kinds], let sort = acts.lazy.compactMap({ ActTable.all[$0.act].words[.kinds] }).first else { continue }
            for kind in kinds { _ = declaredWord(sort, kind, q.span(of: .slot(.kinds, .stated))) }
        }
        checkTexts(rule)
    }

    /// «При сообщении "жалоба"» where messages are of a kind of that name: its kind, or its text?
    private mutating func checkTexts(_ rule: RuleNode) {
        for (q, acts) in [(rule.qualifiers, rule.acts), (rule.triggerQualifiers, rule.triggers)] + rule.also.map({ ($0.qualifiers, $0.acts) }) {
            guard acts.contains(where: { ActTable.all[$0.act].words[.kinds] == .messageKind }), case .names(let texts)? = q[.text],
                let text = texts.first(where: { words.find(.messageKind, $0) != nil })
            else { continue }
            diagnostics.append(
                Diagnostic(
                    .doubledPart, Text("“\(text)”: the text of a message, or messages of that kind?", "«\(text)» — текст сообщения или сообщения такого вида?"),
                    q.span(of: .slot(.text, .stated)),
                    help: [
                        Text("if messages of that kind: as \"\(text)\"", "если сообщения такого вида: как \"\(text)\""),
                        Text("if that text: give the kind another name", "если такой текст: назовите вид иначе"),
                    ]))
        }
    }

    /// That a rule does not speak of what it excepts.
    mutating func excepted(_ exception: ExceptionNode, _ rule: RuleNode, _ acts: [RuleActNode], _ lists: inout [Int]) -> [Condition] {
        switch exception {
        case .condition(let node): return [.not(.and(compile(node, acts: acts, &lists)))]
        case .holders(let names, let span):
            let bases = names.compactMap { name -> Role? in if case .role(let base)? = words.find(.role, name)?.meaning { base } else { nil } }
            return [.not(excepted(bases, rule, acts, span) { .test(.readAs($0 ? .targetHolds : .actorHolds), .words(names), span) })]
        case .messages(let kinds, let span):
            return [.not(one(.test(.readAs(.quoted("mood")), .words(kinds), span), acts, &lists))]
        case .roles(let roles, let span):
            return [.not(excepted(roles, rule, acts, span) { .test(.readAs($0 ? .targetIsRole : .actorIsRole), .roles(roles), span) })]
        }
    }

    /// Who of these roles is excepted: of what befalls somebody it is whom, of what is done who does it. «Запрещено учителям писать лично ученикам,
    /// кроме "староста"»: none of the staff is a pupil. Where somebody may be either, it is a question.
    private mutating func excepted(
        _ roles: [Role], _ rule: RuleNode, _ acts: [RuleActNode], _ span: Span, _ asked: (_ ofTarget: Bool) -> ConditionNode
    ) -> Condition {
        var lists: [Int] = []
        let isTarget = exceptsTarget(roles, rule)
        let meant = one(asked(isTarget ?? false), acts, &lists)
        if isTarget == nil, let act = acts.first?.act {
            let other = one(asked(true), acts, &lists)
            diagnostics.append(.exceptedFromWhom(span, ifWho: RuleRenderer.condition(meant, of: act), ifWhom: RuleRenderer.condition(other, of: act)))
        }
        return meant
    }

    /// `nil` where either may be meant.
    private func exceptsTarget(_ roles: [Role], _ rule: RuleNode) -> Bool? {
        guard rule.triggers.isEmpty else { return rule.triggers.allSatisfy { ActTable.all[$0.act].isDoneByWorld } }
        let (excepted, targets) = (roles.set, rule.qualifiers.targets.set)
        guard let by = (rule.qualifiers.by ?? rule.kind.bearers)?.set, !by.isEmpty, by.isDisjoint(with: excepted) else { return false }
        for (some, others) in [(Self.staff, Self.pupils), (Self.pupils, Self.staff)] where by.isSubset(of: some) && excepted.isSubset(of: others) {
            return !targets.isDisjoint(with: others)
        }
        return targets.isDisjoint(with: excepted) ? false : nil
    }

    /// Nobody has a role of each of these.
    private static let staff = [Role.teacher, .classTeacher, .subjectTeacher, .director, .deputy, .administration, .employee].set
    private static let pupils = [Role.student, .studentActivist].set
}

extension Diagnostic {
    static func exceptedFromWhom(_ span: Span, ifWho: Text, ifWhom: Text) -> Diagnostic {
        Diagnostic(
            .whoOrWhom, Text("excepted is who acts, or whom the act is about?", "исключение — о том, кто действует, или о том, над кем?"), span,
            help: [
                Text("if who acts: except when \(ifWho.en)", "если о том, кто действует: кроме случаев, когда \(ifWho.ru)"),
                Text("if whom the act is about: except when \(ifWhom.en)", "если о том, над кем: кроме случаев, когда \(ifWhom.ru)"),
            ])
    }

    static func otherMeaning(_ word: OwnWordNode, first: Span?) -> Diagnostic {
        let noun = word.meaning.sort.noun
        var d = Diagnostic(
            .duplicateWord,
            Text(
                "the \(noun.en) “\(word.name.en)” is declared twice, and means another thing each time",
                "\(noun.ru) «\(word.name.ru)»: объявлено дважды и по-разному"),
            word.nameSpan, help: [Text("give one of them another name", "назовите одно из них иначе")])
        if let first, first != word.nameSpan { d.related = [(first, Text("here first", "впервые здесь"))] }
        return d
    }

    static func effectWithoutPart(_ part: OwnPart, _ word: OwnWordNode, _ span: Span) -> Diagnostic {
        Diagnostic(
            .effectWithoutPart,
            Text(
                "“\(word.name.en)” has no “\(part.words.en)” that this effect could be about",
                "у «\(word.name.ru)» нет части «\(part.words.ru)», к которой это относилось бы"),
            span,
            help: [Text("add it behind the colon: \(part.words.en)", "добавьте после двоеточия: \(part.words.ru)")])
    }

    static func undeclared(_ sort: WordSort, _ name: String, _ span: Span, known: [String], inPolicy: Bool) -> Diagnostic {
        let noun = sort.noun
        var d = Diagnostic(
            .unknownWord,
            inPolicy
                ? Text("this policy declares no \(noun.en) “\(name)”", "в этом порядке не объявлено: \(noun.ru) «\(name)»")
                : Text("no policy in force declares the \(noun.en) “\(name)”", "ни один действующий порядок не объявляет: \(noun.ru) «\(name)»"), span)
        if let twin = NameChecks.twin(of: name, among: known) {
            NameChecks.mark(&d, typed: name, meant: twin, .word)
            return d
        }
        let near = Suggestion.names(near: name, among: known)
        if !near.isEmpty { d.help = [Diagnostic.question(near)] }
        d.fixes = near.map { .otherLayout(span, typed: name, meant: $0, written: FormPrinter.source($0)) }
        if near.isEmpty { d.help.append(sort.declaration) }
        return d
    }
}

extension Diagnostic {
    /// A mark that is asked of, or put on, what it is not about.
    static func markOfAnother(_ mark: Text, _ holder: MarkHolder, _ span: Span) -> Diagnostic {
        let (en, ru) =
            switch holder {
            case .person: ("a person", "о лице")
            case .chat: ("a chat", "о чате")
            case .personInChat: ("a person in a chat", "о лице в чате")
            }
        return Diagnostic(
            .effectWithoutPart, Text("“\(mark.en)” is a mark of \(en)", "«\(mark.ru)» — отметка \(ru)"), span,
            help: [
                Text("of a person: target has “…”, of a chat: chat has “…”", "о лице: у лица есть «…», о чате: у чата есть «…»")
            ])
    }

    /// A part that an act of a policy's own has not got.
    static func partOfNoAct(_ act: Text, _ part: OwnPart, _ span: Span) -> Diagnostic {
        Diagnostic(
            .effectWithoutPart, Text("“\(act.en)” is declared without “\(part.words.en)”", "«\(act.ru)» объявлено без части «\(part.words.ru)»"), span,
            help: [Text("leave it out here, or add it to the declaration", "уберите её здесь или добавьте в объявление")])
    }
}

extension OwnPart {
    var words: Text {
        switch self {
        case .person: Text("of person", "о лице")
        case .chat: Text("in chat", "в чате")
        case .group: Text("in group", "в группе")
        case .text: Text("with text", "с текстом")
        }
    }
}

extension WordSort {
    /// How a policy declares such a word.
    var declaration: Text {
        switch self {
        case .messageKind: Text("declare it in the policy: message kinds \"…\"", "объявите его в порядке: виды сообщений \"…\"")
        case .violationKind: Text("declare it in the policy: violation kinds \"…\"", "объявите его в порядке: виды нарушений \"…\"")
        case .role: Text("declare it in the policy: role \"…\" is employee", "объявите её в порядке: роль \"…\" — работник")
        case .mark: Text("declare it in the policy: mark \"…\" of person", "объявите её в порядке: отметка \"…\" о лице")
        case .act: Text("declare it in the policy: act \"…\": liberty, in chat", "объявите его в порядке: действие \"…\": право, в чате")
        }
    }
}

extension RuleNode.Kind {
    /// Who must not, where it is said as a duty.
    fileprivate var bearers: [Role]? { if case .oblige(.roles(let roles), negated: true) = self { roles } else { nil } }
}
