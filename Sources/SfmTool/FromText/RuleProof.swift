import SfmPolicy
import SfmRuntime
import SfmSyntax
import SfmTerms

/// Whether the language reads a line as the rule that a sentence was taken for: whole, without a remark, and in no other way than its words say.
struct RuleProof {
    /// A line and what it is meant to be.
    struct Claim {
        let line: String
        let norm: NormWords.Norm
        /// Where its doer stands in it, in bytes; `nil` where it names none.
        let doer: Range<Int>?
    }

    let holds: Bool

    init(_ claim: Claim) {
        guard let (rule, start) = Self.read(claim.line) else {
            holds = false
            return
        }
        holds = Self.isMeant(rule, claim, start) && Self.isPlain(rule) { Self.words(at: $0, in: claim.line, start) }
    }

    /// Whether a text names roles and says nothing else.
    static func isRoles(_ text: String) -> Bool {
        guard !text.isEmpty else { return false }
        let russian = text.utf8.contains { $0 >= 0xD0 }
        let line = russian ? "разрешено \(text) писать" : "permit post by \(text)"
        guard let (rule, start) = read(line), rule.qualifiers.parts.count == 1, case .by(let roles) = rule.qualifiers.parts[0].part else { return false }
        let from = start + (russian ? "разрешено " : "permit post by ").utf8.count
        return !roles.isEmpty && stands(rule.qualifiers.parts[0].span, at: from..<from + text.utf8.count, in: line, start)
    }

    private static let head = "policy \"p\"\nclause 1 \"c\"\n"

    /// The only rule of a policy that is nothing but this line, with the place where the line begins.
    private static func read(_ line: String) -> (rule: RuleNode, start: Int)? {
        var parser = Parser(grammar: Sfm.grammar)
        let script = parser.parse(SourceFile(name: "", text: head + line + "\nend\n"))
        guard parser.diagnostics.isEmpty, let policy = script.policies.first, let clause = policy.clauses.first else { return nil }
        guard policy.clauses.count == 1, clause.rules.count == 1, clause.lists.isEmpty, clause.notes.isEmpty, policy.words.isEmpty else { return nil }
        var compiler = PolicyCompiler(policy)
        let compiled = compiler.compile(extending: [])
        guard compiler.diagnostics.isEmpty else { return nil }
        // A rule that never applies is none that anybody meant.
        let isDead = PolicyLint.findings(policy, compiled).contains { $0.diagnostic.code == .impossibleRule }
        return isDead ? nil : (clause.rules[0], head.utf8.count)
    }

    /// Whether a part stands where it is meant to, a closing bracket and an English `by` aside.
    private static func stands(_ span: Span, at place: Range<Int>, in line: String, _ start: Int) -> Bool {
        guard Int(span.lower) >= start, Int(span.lower) <= place.lowerBound, Int(span.upper) <= place.upperBound, Int(span.upper) > place.lowerBound else {
            return false
        }
        let bytes = Array(line.utf8)
        let before = bytes[(Int(span.lower) - start)..<(place.lowerBound - start)]
        let behind = bytes[(Int(span.upper) - start)..<(place.upperBound - start)]
        return (before.isEmpty || before.elementsEqual("by ".utf8)) && behind.allSatisfy { $0 == UInt8(ascii: ")") }
    }

    /// Whether its kind and its doer are those of the sentence.
    private static func isMeant(_ rule: RuleNode, _ claim: Claim, _ start: Int) -> Bool {
        let doer = claim.doer.map { $0.lowerBound + start..<$0.upperBound + start }
        switch (rule.kind, claim.norm) {
        case (.permit, .permit), (.forbid, .forbid):
            guard let doer else { return rule.qualifiers.by == nil }
            guard let roles = rule.qualifiers.by, !roles.isEmpty else { return false }
            return stands(rule.qualifiers.span(of: .by([])), at: doer, in: claim.line, start)
        case (.oblige(.roles(let roles), let negated), .oblige):
            guard let doer, !roles.isEmpty else { return false }
            return (negated || rule.time.isEach || bears(rule, roles)) && stands(rule.bearerSpan, at: doer, in: claim.line, start)
        default: return false
        }
    }

    /// Whether a duty of these is one of a person who is known. That of several, of whom any one could do it, is no duty of each of them, as
    /// the sentence means it; where nothing can be missed that makes no difference.
    private static func bears(_ rule: RuleNode, _ roles: [Role]) -> Bool {
        guard roles.count == 1 else { return false }
        let isStanding = rule.triggers.isEmpty && rule.term == nil && rule.time.recurrence == nil && rule.time.day == nil
        return isStanding || [.moderator, .director, .admin, .classTeacher, .administration].contains(roles[0])
    }

    // MARK: - What the language reads otherwise than people do

    private static func words(at span: Span, in line: String, _ start: Int) -> [String] {
        let bytes = Array(line.utf8)[max(0, Int(span.lower) - start)..<max(0, Int(span.upper) - start)]
        return String(decoding: bytes, as: UTF8.self).lowercased().split(separator: " ").map(String.init)
    }

    private static func isPlain(_ rule: RuleNode, _ words: (Span) -> [String]) -> Bool {
        let parts = rule.qualifiers.parts.map(\.part)
        guard rule.also.isEmpty, (rule.qualifiers.parts + rule.triggerQualifiers.parts).allSatisfy({ isPlain($0.part, words($0.span)) }) else { return false }
        // What narrows one of several acts would narrow them all.
        if rule.acts.count > 1, !parts.allSatisfy({ $0.isDoer || $0.isTime }) { return false }
        // «С 21:00 до 7:00, по субботам»: either of them, or both at once, the sentence does not say.
        guard parts.count(where: \.isTime) <= 1 else { return false }
        // «Писать лично, кроме учителей»: who excepted people are, those who write or those written to, the sentence does not say.
        guard rule.exceptions.allSatisfy(\.isCondition) else { return false }
        // «Разрешается писать с 8:00 до 20:00» means that at other hours it is not, which a permission does not say.
        if case .permit = rule.kind, parts.contains(where: { $0.isTime }) { return false }
        guard case .oblige = rule.kind else { return true }
        // «Или» leaves a choice, and at an event the person is known whom the duty is about.
        return rule.acts.count == 1 && (rule.triggers.isEmpty || !parts.contains { $0.isOfSomebody })
    }

    /// Whether a part means in a rule what its words mean in a sentence.
    private static func isPlain(_ part: RulePart, _ words: [String]) -> Bool {
        switch part {
        case .by, .ownGroup, .rate, .when: true
        // «Добавить в чат учеников» says whom, «писать в чате учеников» where.
        case .chatOf: ["в чате", "в чатах", "in chat", "in chats", "in the"].contains(words.prefix(2).joined(separator: " "))
        // «Без согласия родителей» would be content with anybody's.
        case .consent, .target, .parentsOfTarget, .byParents, .author, .byHolders, .towardsHolders, .oneOfThose, .ofTarget, .together, .otherChats: false
        case .slot(_, .duration), .slot(_, .date), .slot(_, .numbers): false
        // «В школе», «в классе» may be where people are and not what the platform calls so.
        case .slot(_, .places(let places, _)): places.allSatisfy { [.chat, .channel, .staffRoom].contains($0) }
        // «Родителя ученика» and «родителям об ученике» are no two of a list.
        case .slot(_, .roles(let roles)): roles.count == 1 + words.count { ["и", "или", "либо", "and", "or"].contains($0) || $0.hasSuffix(",") }
        case .slot(_, .choices), .slot(_, .names), .slot(_, .stated): true
        }
    }
}

extension ExceptionNode {
    fileprivate var isCondition: Bool { if case .condition = self { true } else { false } }
}

extension RulePart {
    fileprivate var isTime: Bool { if case .when = self { true } else { false } }

    fileprivate var isOfSomebody: Bool { if case .slot(_, .roles) = self { true } else { false } }
}
