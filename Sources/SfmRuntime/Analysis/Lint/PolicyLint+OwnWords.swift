import SfmPolicy
import SfmSyntax
import SfmTerms

/// Words that a policy declares and does not use, marks that nobody can set, powers of its own that it gives to nobody.
extension PolicyLint {
    mutating func findIdleWords() {
        let used = usedNames
        func isOfViolations(_ act: Int) -> Bool { ActTable.all[act].words[.kinds] == .violationKind }
        let conditions = (everyRule.flatMap(\.rule.conditions) + everyDuty.flatMap(\.rule.conditions)).flatMap(\.predicates)
        let speaksOfViolations =
            everyDuty.contains { $0.rule.triggers.contains(where: isOfViolations) }
            || conditions.contains { $0.definition?.counts?.acts().contains { $0.words[.kinds] == .violationKind } ?? false }
        for word in node.words where !used.has(word.name) {
            // A rule about violations is one about each kind of them.
            if word.meaning.sort == .violationKind, speaksOfViolations { continue }
            findings.append(Finding(diagnostic: .unusedWord(word.meaning.sort, word.name, word.nameSpan), isAnswered: false))
        }
        let setMark = ActTable.index(of: Act.setMark)
        let (set, asked) = (marksOfActs.union(held { $0 == setMark }), firstPlaces(\.askedWords))
        for mark in policy.words.words(.mark) where !set.has(mark.name) {
            if let place = asked.place(of: mark.name) { report(.unsetMark(mark.name, span(place)), clause: place.clause) }
        }
        let (granted, named) = (held { _ in true }, firstPlaces(\.meant))
        for word in policy.words.words(.act) where word.act?.kind == .power && !granted.has(word.name) {
            if let place = named.place(of: word.name) { report(.nobodyMayOwn(word.name, span(place)), clause: place.clause) }
        }
    }

    /// Every name that a rule, or another word, makes use of.
    private var usedNames: Set<String> {
        var names: [Text] = []
        let (rules, duties) = (everyRule.map(\.rule) + extending.flatMap(\.rules), everyDuty.map(\.rule) + extending.flatMap(\.duties))
        for rule in rules { names += rule.conditions.flatMap(\.words) }
        for duty in duties { names += duty.conditions.flatMap(\.words) + duty.parts.flatMap(\.ownWords) + duty.holders + duty.towards.holders }
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

    /// The marks that own acts put on somebody or something.
    private var marksOfActs: Set<String> {
        Set(policy.words.all.flatMap { $0.act?.effects ?? [] }.flatMap { if case .sets(let mark) = $0 { [mark.en, mark.ru] } else { [String]() } })
    }

    /// The own words of acts that somebody may or must do.
    private func held(_ fits: (Int) -> Bool) -> Set<String> {
        let permits = everyRule.map(\.rule).filter { $0.effect == .permit && $0.scope.by?.isEmpty != true && fits($0.act) }
        let words = permits.flatMap(\.conditions).flatMap(\.meant) + everyDuty.map(\.rule).filter { fits($0.act) }.flatMap(\.parts).flatMap(\.ownWords)
        return Set(words.flatMap { [$0.en, $0.ru] })
    }

    /// Where the policy speaks of each word first.
    private func firstPlaces(_ words: (Condition) -> [Text]) -> [String: Place] {
        var out: [String: Place] = [:]
        let rules = policy.rules.map { (Place($0), $0.conditions) } + policy.duties.map { (Place($0), $0.conditions) }
        for (place, conditions) in rules {
            for name in conditions.flatMap(words).flatMap({ [$0.en, $0.ru] }) where out[name].map({ place < $0 }) ?? true { out[name] = place }
        }
        return out
    }
}

extension Set<String> {
    /// Whether a word is among them by either of its names.
    fileprivate func has(_ word: Text) -> Bool { contains(word.en) || contains(word.ru) }
}

extension [String: PolicyLint.Place] {
    /// That of a word, by whichever of its names comes first.
    fileprivate func place(of word: Text) -> PolicyLint.Place? { [self[word.en], self[word.ru]].compactMap { $0 }.min() }
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
