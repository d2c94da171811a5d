import SfmSyntax
import SfmTerms

/// A sentence that says one norm, as a line of a policy made of its own words.
///
/// Invariant: a line comes of it only where the language reads every word of the sentence, but for the few that `NormWords` lets go.
struct PlainSentence {
    /// A word of the sentence as it stands and as it is compared.
    private struct Word {
        let text: String
        let folded: String
    }

    private let words: [Word]
    private let language: Language
    private let phrase: NormWords.Phrase
    /// Where the norm stands among the words.
    private let place: Range<Int>

    /// The rule that a sentence says plainly; `nil` where it says none or more than one. A prohibition without a doer is one for everybody only
    /// where nothing above it speaks of somebody.
    static func rule(of sentence: String, namesNobodyAbove: Bool) -> String? {
        let language: Language = sentence.utf8.contains { $0 == 0xD0 || $0 == 0xD1 } ? .russian : .english
        guard let plain = PlainSentence(sentence, language) else { return nil }
        return plain.candidates(namesNobodyAbove: namesNobodyAbove).first { RuleProof($0).holds }?.line
    }

    private init?(_ sentence: String, _ language: Language) {
        guard sentence.utf8.count <= Self.longest, let words = Self.words(of: sentence) else { return nil }
        let folded = words.map(\.folded)
        var found: (phrase: NormWords.Phrase, place: Range<Int>)?
        var k = 0
        while k < folded.count {
            let here = NormWords.phrases(language).filter { folded[k...].starts(with: $0.words) }.max { $0.words.count < $1.words.count }
            guard let here else {
                k += 1
                continue
            }
            guard found == nil else { return nil }
            found = (here, k..<k + here.words.count)
            k += here.words.count
        }
        guard let found else { return nil }
        (self.words, self.language, phrase, place) = (words, language, found.phrase, found.place)
        guard words.indices.allSatisfy({ place.contains($0) || !limits($0) }) else { return nil }
    }

    /// A sentence that is longer says more than a rule.
    private static let longest = 600

    /// Words with the commas between them; `nil` where there is a sign that no rule has.
    private static func words(of sentence: String) -> [Word]? {
        var out: [Word] = []
        let text = sentence.trimmed(of: ".;,! ")
        let isWritten = text.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || ("0"..."9").contains($0) || " ,-«»“”\":.()".unicodeScalars.contains($0) }
        guard isWritten else { return nil }
        for word in text.replacing(",", with: " , ").split(separator: " ") {
            let isAfterBound = ["с", "до", "from", "to"].contains(out.last?.folded ?? "")
            // «С 10.01 до 20.01» may be days as well as hours.
            let isTime = word.wholeMatch(of: /\d{1,2}(:\d\d|\.(00|15|30|45))/) != nil
            if word.contains(".") || word.contains(":"), !isTime || !isAfterBound { return nil }
            var shown = isTime ? String(word).replacing(".", with: ":") : String(word)
            if out.isEmpty { shown = shown.prefix(1).lowercased() + String(shown.dropFirst()) }
            out.append(Word(text: shown, folded: NormWords.folded(shown)))
        }
        // In brackets stands what parents are called, and nothing else.
        let brackets = out.indices.filter { out[$0].text.contains("(") || out[$0].text.contains(")") }
        guard brackets.allSatisfy({ out[$0].folded.contains("законн") || out[$0].folded.contains("представител") }) else { return nil }
        return out
    }

    /// Whether a word turns or limits what the sentence says.
    private func limits(_ k: Int) -> Bool {
        let word = words[k].folded
        guard NormWords.limiting.contains(word) else { return false }
        let next = k + 1 < words.count ? words[k + 1].folded : ""
        if word == "не" { return !(NormWords.measures.contains(next) || phrase.norm == .oblige && k == place.upperBound) }
        // «Третьи лица» are a role.
        return !(word.hasPrefix("лиц") && k > 0 && words[k - 1].folded.hasPrefix("треть"))
    }

    // MARK: - Lines

    private func candidates(namesNobodyAbove: Bool) -> [RuleProof.Claim] {
        let (before, after) = (Array(words[..<place.lowerBound]), Array(words[place.upperBound...]))
        let forAll = phrase.norm == .forbid && namesNobodyAbove
        guard language == .russian else { return english(before, after, forAll).map { [$0] } ?? [] }
        if phrase.isImpersonal { return impersonal(before, after, forAll).map { [$0] } ?? [] }
        // «Модератор вправе удалять сообщения», «удалять сообщения вправе модератор»
        let sides = RoleWords.nameDoer(after.map(\.text)) ? [(after, before)] : [(before, after), (after, before)]
        return sides.compactMap { doer, act in
            guard let doer = Doer(doer.map(\.text), of: phrase), let act = self.act(act, of: doer) else { return nil }
            return claim([doer.text, phrase.rule, act], doer: 0)
        }
    }

    private func impersonal(_ before: [Word], _ after: [Word], _ forAll: Bool) -> RuleProof.Claim? {
        // «Писать ночью запрещается»: who may not is not said.
        if after.isEmpty { return forAll ? act(before, of: nil).map { claim([phrase.rule, $0], doer: nil) } : nil }
        // «Ученикам запрещается писать», «запрещается ученикам писать»
        let count = before.isEmpty ? (1..<max(1, after.count)).last { Doer(after[..<$0].map(\.text), of: phrase) != nil } ?? 0 : 0
        let (named, rest) = before.isEmpty ? (Array(after[..<count]), Array(after[count...])) : (before, after)
        guard !named.isEmpty else { return forAll ? act(rest, of: nil).map { claim([phrase.rule, $0], doer: nil) } : nil }
        guard let doer = Doer(named.map(\.text), of: phrase), let act = act(rest, of: doer) else { return nil }
        return claim([phrase.rule, doer.text, act], doer: 1)
    }

    private func english(_ before: [Word], _ after: [Word], _ forAll: Bool) -> RuleProof.Claim? {
        if phrase.isImpersonal { return before.isEmpty && forAll ? act(after, of: nil).map { claim([phrase.rule, $0], doer: nil) } : nil }
        guard let doer = Doer(before.map(\.text), of: phrase) else { return nil }
        if phrase.norm == .oblige { return act(after, of: doer).map { claim(["oblige", doer.text, "to", $0], doer: 1) } }
        let tail = after.firstIndex { ["when", "if", "except", ","].contains($0.folded) } ?? after.count
        return act(Array(after[..<tail]), of: doer).map { claim([phrase.rule, $0, "by", doer.text, text(Array(after[tail...]))], doer: 3) }
    }

    /// What is done, in words enough to be known.
    private func act(_ words: [Word], of doer: Doer?) -> String? {
        let text = text(words)
        guard text.contains(" ") || Self.bare.contains(NormWords.folded(text)) else { return nil }
        return doer?.inItsChat(text) ?? text
    }

    /// Words in a row, without those that say nothing.
    private func text(_ words: [Word]) -> String {
        words.filter { !NormWords.fillers.contains($0.folded) }.map(\.text).joined(separator: " ").replacing(" ,", with: ",")
    }

    /// Acts that one word says as a whole; another verb alone may mean more than the act that it names.
    private static let bare: Set<String> = [
        "писать", "написать", "голосовать", "проголосовать", "извиниться", "извиняться", "post", "vote", "apologize", "apologise",
    ]

    private func claim(_ parts: [String], doer: Int?) -> RuleProof.Claim {
        var (line, place) = ("", Range<Int>?.none)
        for (k, part) in parts.enumerated() where !part.isEmpty {
            if !line.isEmpty { line += " " }
            if k == doer { place = line.utf8.count..<line.utf8.count + part.utf8.count }
            line += part
        }
        return RuleProof.Claim(line: line, norm: phrase.norm, doer: place)
    }
}

/// Who a sentence speaks of, in words that the vocabulary has for roles.
private struct Doer {
    let text: String
    /// «Участники чата»: what they do they do in a chat.
    private let isOfChat: Bool

    /// A Russian norm says by its case who bears it.
    init?(_ words: [String], of phrase: NormWords.Phrase) {
        let norm = phrase.norm
        var rest = words.filter { !NormWords.fillers.contains(NormWords.folded($0)) && !Particle.articles.contains($0.lowercased()) }
        // For a duty it matters whether all of them bear it, and each has a word in the language.
        var each: [String] = []
        if rest.count > 1, NormWords.each.contains(NormWords.folded(rest[0])) { each = [rest.removeFirst()] }
        if norm != .oblige { each = [] }
        if norm != .oblige, rest.count > 1, NormWords.wholes.contains(NormWords.folded(rest[0])) { rest.removeFirst() }
        var isOfChat = false
        if rest.count > 1, ["чата", "чатов"].contains(NormWords.folded(rest[rest.count - 1])) {
            let noun = NormWords.folded(rest[rest.count - 2])
            guard noun.hasPrefix("модератор") || noun.hasPrefix("участни") else { return nil }
            isOfChat = noun.hasPrefix("участни")
            rest.removeLast()
        }
        if rest.count > 2, rest.suffix(2).map(NormWords.folded) == ["of", "chat"] {
            let noun = NormWords.folded(rest[rest.count - 3])
            guard ["moderator", "moderators", "member", "members", "participant", "participants"].contains(noun) else { return nil }
            isOfChat = !noun.hasPrefix("moderator")
            rest.removeLast(2)
            // «Member» alone is nobody's role.
            if noun.hasPrefix("member") { rest[rest.count - 1] = noun == "member" ? "participant" : "participants" }
        }
        for count in [2, 1] where rest.count > count && !Self.isKnown(rest) {
            if NormWords.ofSchool.contains(NormWords.folded(rest.suffix(count).joined(separator: " "))) { rest.removeLast(count) }
        }
        guard Self.isKnown(rest) else { return nil }
        let isRussian = rest[0].utf8.contains { $0 >= 0xD0 }
        guard !isRussian || (phrase.isImpersonal ? RoleWords.areDative(rest) : RoleWords.areNominative(rest)) else { return nil }
        (text, self.isOfChat) = ((each + rest).joined(separator: " ").replacing(" ,", with: ","), isOfChat)
    }

    /// What they do, said to be in a chat where that is who they are.
    func inItsChat(_ act: String) -> String {
        guard isOfChat else { return act }
        let words = NormWords.folded(act).split(separator: " ")
        if words.contains(where: { $0.hasPrefix("чат") || $0.hasPrefix("chat") }) { return act }
        return act + (text.utf8.contains { $0 >= 0xD0 } ? " в чате" : " in chat")
    }

    /// Whether words are roles and nothing else: «учителя и родители (законные представители)».
    private static func isKnown(_ words: [String]) -> Bool {
        RoleWords.begin(words) && RuleProof.isRoles(words.joined(separator: " ").replacing(" ,", with: ","))
    }
}
