import SfmTerms

/// Whom the acts of a rule are about.
extension Parser {
    /// targets := [TO] ( TARGET | PARENTS-OF-TARGET | OTHER-CHATS | roles )
    mutating func parseTargets(_ q: inout QualifierNode, _ acts: [RuleActNode]) -> Bool {
        let start = i
        let isConcerning = accept(.concerning) || acceptOfWhom(acts)
        if !isConcerning { _ = accept(.to) }
        // «Сообщить о лице» is of whom, «сообщить лицу» is whom.
        if isConcerning, acts.allSatisfy({ tells([$0]) }), accept(.target) { return add(.ofTarget, from: start, to: &q) }
        if startsParents(i) || match(grammar.particle(.target), at: i) != nil { return parseAddressees(&q, acts, from: start) }
        if match(grammar.particle(.author), at: i) != nil { return parseAuthor(&q, acts, from: start, isConcerning: isConcerning) }
        if accept(.otherChats) { return add(.otherChats, from: start, to: &q) }
        if at(.string) {
            if let diagnostic = givenRole(acts) {
                diagnostics.append(diagnostic)
                i += 1
                return false
            }
            if i > start ? acts.contains(where: namesSomebody) : i == behindActs && acts.contains(where: { grammar.beginsWithSomebody($0.act) }) {
                return parseAddressees(&q, acts, from: start)
            }
        }
        if isConcerning, tells(acts), text(tokens[start]).lowercased() != "в" { return failOfWhom(start) }
        if isInstrumental(i), dative(at: i) == .no || makes(acts), let roles = parseRoles() {
            return add(.slot(.role, .roles(roles)), from: start, to: &q)
        }
        let isNobodys = !acts.contains(where: { namesSomebody($0) || grammar.asksToWhom($0.act) }) && !makes(acts)
        if belongsToObject(start, acts, isNobodys), let roles = parseRoles() {
            diagnostics.append(.whoseItIs(spanFrom(start), RoleNoun.of(roles[0]), isEvent: narrowed == .event))
            return false
        }
        if i == start, isNobodys, isInNorm || isRussian(i) && q.by == nil, let roles = parseRoles() {
            // «При сообщении родителя»: of what is about nobody it is whose deed it is.
            guard isInNorm else { return add(.by(roles), from: start, to: &q) }
            // «Удалять сообщения учителя»: whose messages no rule can ask, and who may or may not is said in the dative.
            diagnostics.append(.neitherDoerNorTarget(spanFrom(start), RoleNoun.of(roles[0])))
            return false
        }
        if match(grammar.roots.roles, at: i) != nil || narrowed == .duty && startsEach(i) {
            // «Исключить родителя ученика»: two roles without a comma are not a list.
            if i == start, start > behindActs, !q.targets.isEmpty, jointBefore(start) == nil {
                _ = parseRoles()
                diagnostics.append(.rolesBesideEachOther(spanFrom(start)))
                return false
            }
            return parseAddressees(&q, acts, from: start)
        }
        return i > start ? failRole() : false
    }

    /// «Назначать "дежурный"»: what somebody becomes is said by «ролью».
    private func givenRole(_ acts: [RuleActNode]) -> Diagnostic? {
        guard i == behindActs, acts.contains(where: { act in makes([act]) && grammar.actParts[act.act].contains { $0.slot == .kinds } }) else { return nil }
        return .roleGiven(span, as: line(with: [(Int(span.lower)..<Int(span.lower), isRussian(i - 1) ? "ролью " : "as ")]))
    }

    /// «Сообщать родителям об учениках», «о нарушении»: of whom or what somebody is told no rule can ask.
    private mutating func failOfWhom(_ start: Int) -> Bool {
        let isRole = parseRoles() != nil
        while !isRole, at(.word), !atEndOfWhat { i += 1 }
        guard i > start + 1 else { return failRole() }
        let line = line(without: start)
        diagnostics.append(isRole ? .toldOfRoles(spanFrom(start), without: line) : .toldOfWhat(spanFrom(start), without: line))
        return false
    }

    /// «Чат учеников», `chat of students`: a role that belongs to what the act is about, and not who does it.
    private func belongsToObject(_ start: Int, _ acts: [RuleActNode], _ isNobodys: Bool) -> Bool {
        let isOf = i > start && tokens[start].word != 0 && tokens[start].word == grammar.lexicon.find("of")
        let isGenitive = i == behindActs && isRussian(i) && dative(at: i) != .certain && acts.last.map { words(of: $0).count > 1 } ?? false
        guard isOf || isGenitive && narrowed != .duty else { return false }
        // «Выходить из чата родителей»: who leaves, or whose chat.
        return isNobodys || start > 0 && match(grammar.roots.places, at: start - 1) != nil && acts.allSatisfy { grammar.acts[$0.act].doerIsTarget }
    }

    /// Whoever wrote the message that an event is about; nobody else's parents, and not of whom others are told.
    private mutating func parseAuthor(_ q: inout QualifierNode, _ acts: [RuleActNode], from start: Int, isConcerning: Bool) -> Bool {
        let isBeside = start > behindActs && jointBefore(start) == nil && (!q.targets.isEmpty || !q.towards.isEmpty || q.target || q.parentsOfTarget)
        guard !isBeside, !(isConcerning && tells(acts)) else {
            _ = accept(.author)
            diagnostics.append(.ofAuthor(spanFrom(start), without: line(without: start)))
            return false
        }
        return parseAddressees(&q, acts, from: start)
    }

    /// What joins a token to what stands before it.
    private func jointBefore(_ k: Int) -> Joint? {
        guard k > 0 else { return nil }
        if tokens[k - 1].kind == .comma { return .comma }
        return match(grammar.particle(.and), at: k - 1) != nil ? .and : match(grammar.particle(.or), at: k - 1) != nil ? .or : nil
    }

    /// Takes what introduces of whom somebody is told: `about`.
    private mutating func acceptOfWhom(_ acts: [RuleActNode]) -> Bool {
        guard let (targets, next) = ruleLabel(acts), targets.contains(where: { $0.slot == .other }) else { return false }
        i = next
        return true
    }

    /// Whether one of the acts is to tell somebody of somebody.
    private func tells(_ acts: [RuleActNode]) -> Bool { acts.contains { act in grammar.actParts[act.act].contains { $0.slot == .other } } }

    /// Whether something begins here that does not say what somebody is told of.
    private var atEndOfWhat: Bool {
        at(.event) || at(.condition) || at(.within) || at(.except) || at(.and) || at(.or) || startsParents(i) || startsEach(i)
            || [Particle.target, .by, .to].contains { match(grammar.particle($0), at: i) != nil } || match(grammar.roots.roles, at: i) != nil
    }

    // MARK: - Several of them

    /// How two of those whom a rule names are joined.
    private enum Joint {
        case comma, and, or
    }

    /// Those whom a rule names, as they are read.
    private struct Addressees {
        var (roles, holders) = ([Role](), [String]())
        var (target, parents, author) = (false, false, false)
    }

    /// addressees := addressee { ("," | AND | OR) addressee }
    ///
    /// A duty is towards each of them, and towards one of those that «или» joins; other rules are about any of them.
    mutating func parseAddressees(_ q: inout QualifierNode, _ acts: [RuleActNode], from start: Int) -> Bool {
        // A name has no case.
        let isDative = at(.string) || dative(at: i) != .no
        var read = Addressees()
        var joints: [(joint: Joint, at: Int)] = []
        guard parseAddressee(into: &read, acts) else { return false }
        while let joint = jointHere, startsAddressee(i + 1, acts, isDative: isDative) {
            joints.append((joint, i))
            i += 1
            guard parseAddressee(into: &read, acts) else { return false }
        }
        let slot: Slot = tellsRoles(acts) ? .audience : .target
        guard read.roles.isEmpty || add(.slot(slot, .roles(read.roles)), from: start, to: &q),
            read.holders.isEmpty || add(.towardsHolders(read.holders), from: start, to: &q), !read.target || add(.target, from: start, to: &q),
            !read.parents || add(.parentsOfTarget, from: start, to: &q), !read.author || add(.author, from: start, to: &q)
        else { return false }
        guard narrowed == .duty, let either = joints.first(where: { $0.joint == .or }) else { return true }
        let isMixed = joints.contains { $0.joint == .and }
        guard isMixed || read.target || read.parents || read.author else { return add(.oneOfThose, from: start, to: &q) }
        let words = isRussian(either.at) ? (and: "и", or: "или") : (and: "and", or: "or")
        func line(_ joint: String) -> String {
            self.line(with: joints.filter { $0.joint != .comma }.map { (Int(tokens[$0.at].lower)..<Int(tokens[$0.at].upper), joint) })
        }
        let (each, one) = (line(words.and), line(words.or))
        diagnostics.append(isMixed ? .andBesideOr(spanFrom(start), each: each, one: one) : .oneOfTargetAndOthers(spanFrom(start), each: each))
        return false
    }

    /// addressee := [EACH] PARENTS-OF-TARGET | TARGET | string | ROLE
    private mutating func parseAddressee(into read: inout Addressees, _ acts: [RuleActNode]) -> Bool {
        let first = i
        if startsParents(i) {
            // The parents of somebody are one duty each anyway.
            if let next = behindAll(at: i) ?? match(grammar.particle(.each), at: i)?.next { i = next }
            read.parents = accept(.parentsOfTarget)
            return read.parents
        }
        if accept(.target) {
            read.target = true
            return true
        }
        if accept(.author) {
            read.author = true
            return true
        }
        if at(.string) {
            read.holders.append(names[token.name])
            i += 1
            return true
        }
        let isAll = narrowed == .duty && acceptEach() || acceptAll()
        guard let role = parseRole() else { return failRole() }
        if narrowed == .duty, !tellsRoles(acts), isAll || role == .anyone && acts.contains(where: { grammar.asksToWhom($0.act) }) {
            diagnostics.append(allAtOnce(first, role, acts))
            return false
        }
        if !read.roles.contains(role) { read.roles.append(role) }
        return true
    }

    private var jointHere: Joint? { at(.comma) ? .comma : at(.and) ? .and : at(.or) ? .or : nil }

    /// Takes `each` before a role.
    private mutating func acceptEach() -> Bool {
        guard let m = match(grammar.particle(.each), at: i), match(grammar.roots.roles, at: m.next) != nil else { return false }
        i = m.next
        return true
    }

    /// Whether each of a role, or each parent of somebody, stands at a token.
    func startsEach(_ k: Int) -> Bool {
        match(grammar.particle(.each), at: k).map { each in
            match(grammar.roots.roles, at: each.next) != nil || match(grammar.particle(.parentsOfTarget), at: each.next) != nil
        } ?? false
    }

    /// Whether the parents of somebody stand at a token, each or all of them.
    func startsParents(_ k: Int) -> Bool {
        [k, behindAll(at: k), narrowed == .duty ? match(grammar.particle(.each), at: k)?.next : nil].contains { next in
            next.map { match(grammar.particle(.parentsOfTarget), at: $0) != nil } ?? false
        }
    }

    /// Whether one more of those whom a rule is about stands behind what joins them.
    private func startsAddressee(_ k: Int, _ acts: [RuleActNode], isDative: Bool) -> Bool {
        if startsParents(k) || [Particle.target, .author].contains(where: { match(grammar.particle($0), at: k) != nil }) { return narrowed == .duty }
        if tokens[k].kind == .string { return tokens[k - 2].kind == .string || narrowed == .duty && acts.contains(where: namesSomebody) }
        let role = narrowed == .duty ? match(grammar.particle(.each), at: k)?.next ?? k : k
        guard match(grammar.roots.roles, at: role) != nil, match(grammar.roots.ruleHeads, at: k) == nil else { return false }
        // «Для учеников, классному руководителю»: another case begins another part.
        return isDative || dative(at: k) != .certain
    }

    /// What is meant where a duty is towards all of a role: an act is about one of them.
    private func allAtOnce(_ first: Int, _ role: Role, _ acts: [RuleActNode]) -> Diagnostic {
        let (noun, isRussian) = (RoleNoun.of(role), isRussian(first))
        let (lower, upper) = (Int(acts[0].span.lower), Int(tokens[i - 1].upper))
        let deed = sources[Int(file)].text(Span(lower, Int(tokens[first].lower), file: file))
        func whole(_ words: String) -> String { line(with: [(lower..<upper, words)]) }
        let printer = RulePrinter(FormPrinter(grammar: grammar, names: names, language: isRussian ? .russian : .english, quotes: .source))
        let one = isRussian ? noun.inflected(.russian, plural: true, .dative) : noun.inflected(.english, plural: true)
        let inform = grammar.acts.indices.first { act in grammar.actParts[act].contains { $0.slot == .audience && $0.positional } }
        let all = inform.map { act in
            let whom = isRussian ? noun.inflected(.russian, plural: true, .accusative) : noun.inflected(.english, plural: true)
            return whole(printer.heads([RuleActNode(act: act, span: .none)], perfective: true) + " " + whom)
        }
        let asks = acts.contains { grammar.asksToWhom($0.act) }
        return .allAtOnce(spanFrom(first), one: role == .anyone || !asks ? nil : whole(deed.trimmingBlanks + " " + one), all: asks ? all : nil)
    }
}
