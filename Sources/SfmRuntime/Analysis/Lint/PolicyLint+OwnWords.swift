import SfmPolicy
import SfmSyntax
import SfmTerms

/// Words that a policy declares and does not use, marks that nobody can set, powers of its own that it gives to nobody.
extension PolicyLint {
    mutating func findIdleWords() {
        let used = usedNames
        func isOfViolations(_ act: Int) -> Bool { ActTable.all[act].words[.kinds] == .violationKind }
        let asked = (everyRule.flatMap(\.rule.conditions) + everyDuty.flatMap(\.rule.conditions)).flatMap(\.predicates)
        let speaksOfViolations =
            everyDuty.contains { $0.rule.triggers.contains(where: isOfViolations) }
            || asked.contains { $0.definition?.counts?.acts().contains { $0.words[.kinds] == .violationKind } ?? false }
        for word in node.words where !used.contains(where: word.name.isCalled) {
            // A rule about violations is one about each kind of them.
            if word.meaning.sort == .violationKind, speaksOfViolations { continue }
            findings.append(Finding(diagnostic: .unusedWord(word.meaning.sort, word.name, word.nameSpan), isAnswered: false))
        }
        let own = policy.words.all
        let setMark = ActTable.index(of: Act.setMark)
        for mark in own where mark.sort == .mark && !isSet(mark.name, by: setMark, own) {
            guard let (place, span) = firstAsking(of: mark.name) else { continue }
            report(.unsetMark(mark.name, span), clause: place)
        }
        for word in own where word.act?.kind == .power && !isGranted(word.name) {
            guard let (place, span) = firstNaming(word.name) else { continue }
            report(.nobodyMayOwn(word.name, span), clause: place)
        }
    }

    /// Every name that a rule, or another word, makes use of.
    private var usedNames: Set<String> {
        var names: [Text] = []
        let (rules, duties) = (everyRule.map(\.rule) + extending.flatMap(\.rules), everyDuty.map(\.rule) + extending.flatMap(\.duties))
        for rule in rules { names += rule.conditions.flatMap(\.words) }
        for duty in duties { names += duty.conditions.flatMap(\.words) + duty.parts.flatMap(\.ownWords) + duty.holders + duty.towards }
        for word in policy.words.all {
            // A liberty with effects needs no rule.
            if word.act?.kind == .liberty, word.act?.effects.isEmpty == false { names.append(word.name) }
            names += word.conditions.flatMap(\.words)
            for effect in word.act?.effects ?? [] {
                switch effect {
                case .sets(let mark), .clears(let mark): names.append(mark)
                case .addsTarget, .removesTarget, .removesActor: continue
                }
            }
        }
        return Set(names.flatMap { [$0.en, $0.ru] })
    }

    /// Whether an own act puts a mark on somebody, or somebody may or must.
    private func isSet(_ mark: Text, by setMark: Int, _ own: [OwnWord]) -> Bool {
        let acts = own.contains { $0.act?.effects.contains { if case .sets(let name) = $0 { name.sharesName(with: mark) } else { false } } ?? false }
        return acts || everyRule.contains { $0.rule.act == setMark && $0.rule.effect == .permit && $0.rule.conditions.flatMap(\.meant).contains(mark) }
            || everyDuty.contains { $0.rule.act == setMark && $0.rule.parts.flatMap(\.ownWords).contains(where: mark.sharesName) }
    }

    /// Whether somebody may or must do an own power.
    private func isGranted(_ act: Text) -> Bool {
        everyRule.contains { $0.rule.effect == .permit && $0.rule.scope.by?.isEmpty != true && $0.rule.conditions.flatMap(\.meant).contains(act) }
            || everyDuty.contains { $0.rule.parts.flatMap(\.ownWords).contains(where: act.sharesName) }
    }

    /// The first rule that asks whether a mark is there.
    private func firstAsking(of mark: Text) -> (clause: Int, Span)? {
        first { $0.flatMap(\.askedWords).contains(where: mark.sharesName) }
    }

    /// The first rule that speaks of an own act.
    private func firstNaming(_ act: Text) -> (clause: Int, Span)? { first { $0.flatMap(\.meant).contains(act) } }

    private func first(_ fits: ([Condition]) -> Bool) -> (clause: Int, Span)? {
        let places =
            policy.rules.filter { fits($0.conditions) }.map { Place($0) } + policy.duties.filter { fits($0.conditions) }.map { Place($0) }
        return places.min { ($0.clause, $0.position) < ($1.clause, $1.position) }.map { ($0.clause, span($0)) }
    }
}

extension [Text] {
    fileprivate func contains(_ word: Text) -> Bool { contains(where: word.sharesName) }
}

extension Condition {
    /// The words that tell which of a policy's own acts or marks a rule is about.
    fileprivate var meant: [Text] {
        predicates.flatMap { predicate -> [Text] in
            if case .part(.words(let words)) = predicate.operand { words.map(\.word) } else { [] }
        }
    }

    /// The words that it asks somebody or something for.
    fileprivate var askedWords: [Text] {
        predicates.flatMap { predicate -> [Text] in if case .words(let words) = predicate.operand { words } else { [] } }
    }

    /// All words of the policy's own in it.
    fileprivate var words: [Text] {
        predicates.flatMap { predicate -> [Text] in
            switch predicate.operand {
            case .words(let words): words
            case .counted(let spec, _, _): spec.kinds
            case .part(let part): part.ownWords
            case .consent(.roles(_, let holders)): holders
            case .flag, .count, .term, .choice, .roles, .names, .majority, .consent, .time: []
            }
        }
    }
}

extension PartTest {
    fileprivate var ownWords: [Text] {
        switch self {
        case .kinds(let kinds): kinds
        case .words(let words): words.map(\.word)
        case .forAll, .attachments, .purposes, .reasons, .stated, .named, .lasts, .until, .numbers, .tells: []
        }
    }
}
