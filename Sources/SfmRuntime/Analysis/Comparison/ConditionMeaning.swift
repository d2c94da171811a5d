import SfmModel
import SfmPolicy
import SfmTerms

/// What a condition says, whatever its words: the order of its parts, the name of a list, which of two comparisons that say the same.
indirect enum ConditionMeaning: Hashable, Sendable {
    case all(Set<ConditionMeaning>)
    case any(Set<ConditionMeaning>)
    case not(ConditionMeaning)
    /// One of these names, in small letters.
    case named(AttributeID?, Set<String>)
    /// A number, and what of the log is counted.
    case number(AttributeID?, CountSpec?, NumberTest)
    case test(AttributeID?, Predicate.Operand)

    /// The tests that it is made of, denied or not.
    var tests: Set<ConditionMeaning> {
        switch self {
        case .all(let parts), .any(let parts): parts.reduce(into: []) { $0.formUnion($1.tests) }
        case .not(let inner): Set(inner.tests.map(ConditionMeaning.not))
        case .named, .number, .test: [self]
        }
    }

    /// Several together; what is joined in the same way within them joins them.
    fileprivate static func joined(_ parts: [ConditionMeaning], any isAny: Bool) -> ConditionMeaning {
        let flat = parts.reduce(into: Set<ConditionMeaning>()) { all, part in
            switch part {
            case .all(let inner) where !isAny: all.formUnion(inner)
            case .any(let inner) where isAny: all.formUnion(inner)
            default: all.insert(part)
            }
        }
        if flat.count == 1, let only = flat.first { return only }
        return isAny ? .any(flat) : .all(flat)
    }
}

/// What is asked of a number: "more than 3" is "at least 4".
enum NumberTest: Hashable, Sendable {
    case atLeast(Int)
    case below(Int)
    case exactly(Int)

    init(_ sign: Comparison, _ n: Int) {
        switch sign {
        case .greater: self = .atLeast(n + 1)
        case .atLeast: self = .atLeast(n)
        case .less: self = .below(n)
        case .atMost: self = .below(n + 1)
        case .equal: self = n == 0 ? .below(1) : .exactly(n)
        }
    }

    /// What is left where it is not so, if a test says it.
    var denied: NumberTest? {
        switch self {
        case .atLeast(let n): .below(n)
        case .below(let n): .atLeast(n)
        case .exactly: nil
        }
    }
}

extension Condition {
    var meaning: ConditionMeaning { meaning(isDenied: false) }

    private func meaning(isDenied: Bool) -> ConditionMeaning {
        switch self {
        case .and(let parts): return .joined(parts.map { $0.meaning(isDenied: isDenied) }, any: isDenied)
        case .or(let parts): return .joined(parts.map { $0.meaning(isDenied: isDenied) }, any: !isDenied)
        case .not(let inner): return inner.meaning(isDenied: !isDenied)
        case .test(let predicate): return predicate.meaning(isDenied: isDenied)
        }
    }
}

extension [Condition] {
    /// The conditions that must hold each by itself: an exception for two cases denies both.
    var conjuncts: [Condition] { flatMap(\.conjuncts) }
}

extension Condition {
    fileprivate var conjuncts: [Condition] {
        switch self {
        case .and(let parts): parts.flatMap(\.conjuncts)
        case .not(.or(let parts)): parts.flatMap { Condition.not($0).conjuncts }
        case .not(.not(let inner)): inner.conjuncts
        case .not(.and(let parts)) where parts.count == 1: Condition.not(parts[0]).conjuncts
        case .or(let parts) where parts.count == 1: parts[0].conjuncts
        case .or, .not, .test: [self]
        }
    }
}

extension Predicate {
    fileprivate func meaning(isDenied: Bool) -> ConditionMeaning {
        switch operand {
        case .count(let sign, let n): return number(nil, NumberTest(sign, n), isDenied)
        case .counted(let spec, let sign, let n): return number(spec.normal, NumberTest(sign, n), isDenied)
        case .time(.window(.workingHours(let isInside)), _):
            return .test(attribute, .time(.window(.workingHours(inside: isInside != isDenied)), nil))
        default:
            let plain: ConditionMeaning =
                if case .names(_, let items) = operand { .named(attribute, Set(items.map(Norm.folded))) } else { .test(attribute, operand.normal) }
            return isDenied ? .not(plain) : plain
        }
    }

    private func number(_ spec: CountSpec?, _ test: NumberTest, _ isDenied: Bool) -> ConditionMeaning {
        guard isDenied else { return .number(attribute, spec, test) }
        return test.denied.map { .number(attribute, spec, $0) } ?? .not(.number(attribute, spec, test))
    }
}

extension Predicate.Operand {
    /// The same whatever the order of its words and whichever calendar tells its days, which is an aspect of its own.
    fileprivate var normal: Predicate.Operand {
        switch self {
        case .words(let words): .words(words.inOrder)
        case .term(let sign, let duration): .term(sign, duration.normal)
        case .part(let part): .part(part.normal)
        case .time(.silent(let duration), _): .time(.silent(duration.normal), nil)
        case .time(.window(let window), _): .time(.window(window.normal), nil)
        case .time(let test, _): .time(test, nil)
        case .consent(.roles(let roles, let holders)): .consent(.roles(roles, holders: holders.inOrder))
        case .flag, .count, .choice, .roles, .names, .counted, .majority, .consent: self
        }
    }
}

extension TimeWindow {
    fileprivate var normal: TimeWindow { if case .periods(let names) = self { .periods(Set(names).sorted()) } else { self } }
}

extension CountSpec {
    /// A rule that counts its own deeds does so under a name of its own, which says nothing.
    fileprivate var normal: CountSpec {
        let isOwn = kinds.contains { $0.en.hasPrefix("\u{1}") }
        var window = window
        if case .last(let duration)? = window { window = .last(duration.normal) }
        return CountSpec(acts: acts.map(\.ownAsOne).sorted(), kinds: isOwn ? [] : kinds.inOrder, part: part, ofActor: ofActor, inChat: inChat, window: window)
    }
}

extension Duration {
    /// A week is seven days and a day 24 hours; a month is no number of days.
    fileprivate var normal: Duration {
        let (length, isTooLong) = days.multipliedReportingOverflow(by: 24 * 60)
        let (sum, overflows) = minutes.addingReportingOverflow(length)
        return isTooLong || overflows ? Duration(months: months, days: days, minutes: minutes) : Duration(months: months, minutes: sum)
    }
}

extension Deadline {
    var normal: Deadline { if case .within(let duration) = self { .within(duration.normal) } else { self } }
}

extension PartTest {
    /// The same whatever the order of its words.
    var normal: PartTest {
        switch self {
        case .kinds(let kinds): .kinds(kinds.inOrder)
        case .words(let words):
            .words(
                Set(words.map { ActWord(act: $0.act.ownAsOne, word: $0.word) }).sorted { ($0.act, $0.word.en, $0.word.ru) < ($1.act, $1.word.en, $1.word.ru) })
        case .named(let part, let names): .named(part, Set(part.isText ? names.map(Norm.folded) : names).sorted())
        case .numbers(let numbers): .numbers(Set(numbers).sorted())
        case .lasts(let duration): .lasts(duration.normal)
        case .forAll, .attachments, .purposes, .reasons, .stated, .until, .tells: self
        }
    }
}

extension Int {
    /// The act: of those that policies declare their words tell which is meant, and the declarations what kind it is.
    var ownAsOne: Int { ActTable.all.indices.contains(self) && ActTable.all[self].forms.isOwn ? ActTable.ownAct(.liberty) : self }
}

extension CallPart {
    /// Whether it is compared whatever its case (`PartTest.holds`).
    fileprivate var isText: Bool {
        switch self {
        case .text, .title, .about, .reason, .options, .subject, .value: true
        case .chat, .group, .channel, .school, .order, .link, .phone, .email, .questionnaire, .unclaimed, .kinds, .word: false
        }
    }
}

extension [Text] {
    fileprivate var inOrder: [Text] { Set(self).sorted { ($0.en, $0.ru) < ($1.en, $1.ru) } }
}
