import SfmTerms

/// A step as people say it, put into lines as the language has them: who acts first, the verb in any of its forms, parts in any order.
///
/// Only what is said is moved: every handle, text, number and date of the line is in each of them, and no word is left out but those that
/// mean nothing here. What they come to is for the parser to say, which reads each.
struct StepWording {
    /// A word of the line, with its text as it stands and in small letters.
    struct Word {
        let text: String
        let low: String
        let kind: TokenKind
        /// Where it stands.
        let span: Span
        /// Whether it is a noun for a role.
        let isRole: Bool

        init(text: String, kind: TokenKind, span: Span, isRole: Bool = false) {
            (self.text, low, self.kind, self.span, self.isRole) = (text, text.lowercased(), kind, span, isRole)
        }
    }

    /// The lines that may be meant, those with the fewest changes first; and whether they are a guess that somebody has to confirm.
    private(set) var lines: [String] = []
    private(set) var isGuess = false

    private let isRussian: Bool
    private static let longest = 40

    init(_ words: [Word], isRussian: Bool) {
        self.isRussian = isRussian
        guard words.count <= Self.longest else { return }
        var rest = words[...]
        let lead = Self.takeLead(&rest)
        if lead == .given || lead == .check, let first = rest.first, first.kind != .newline {
            lines.append(said(lead == .given ? "given" : "expect", lead == .given ? "дано" : "ожидаем") + " " + Self.text(quoted(rest)))
        }
        if lead == .given { return }
        if let modal = modal(rest) {
            lines += modal
            return
        }
        if lead == .check { return }
        if lead == .act { lines.append(Self.text(quoted(rest))) }
        lines += acts(rest)
    }

    private func said(_ english: String, _ russian: String) -> String { isRussian ? russian : english }

    // MARK: - What a line begins with

    private enum Lead { case given, act, check }

    private static let leads: [String: Lead] = [
        "дано": .given, "пусть": .given, "допустим": .given, "given": .given, "когда": .act, "затем": .act, "when": .act, "тогда": .check, "проверим": .check,
        "then": .check,
    ]

    /// «Дано, что …», «Когда: …», «Тогда …».
    private static func takeLead(_ words: inout ArraySlice<Word>) -> Lead? {
        // «Затем когда …» begins twice.
        guard let first = words.first, let lead = leads[first.low], words.dropFirst().first.map({ leads[$0.low] == nil }) ?? false else { return nil }
        words = words.dropFirst()
        if let sign = words.first, sign.kind == .colon || sign.kind == .comma { words = words.dropFirst() }
        if let that = words.first, ["что", "that"].contains(that.low) { words = words.dropFirst() }
        return lead
    }

    // MARK: - What is expected of a decision

    private static let modals: [(words: [String], decision: (ru: String, en: String))] = [
        (["не", "вправе"], ("отказ", "denied")), (["не", "имеет", "права"], ("отказ", "denied")), (["нельзя"], ("отказ", "denied")),
        (["не", "разрешено"], ("отказ", "denied")), (["запрещено"], ("запрет", "prohibited")), (["запрещается"], ("запрет", "prohibited")),
        (["вправе"], ("разрешение", "allowed")), (["имеет", "право"], ("разрешение", "allowed")), (["может"], ("разрешение", "allowed")),
        (["можно"], ("разрешение", "allowed")), (["разрешено"], ("разрешение", "allowed")),
        (["may", "not"], ("отказ", "denied")), (["is", "not", "allowed", "to"], ("отказ", "denied")), (["must", "not"], ("отказ", "denied")),
        (["is", "allowed", "to"], ("разрешение", "allowed")), (["may"], ("разрешение", "allowed")), (["can"], ("разрешение", "allowed")),
    ]

    /// «@оля не вправе исключить @лёша», «никто не вправе …», «нельзя …», «добавить @петя запрещено».
    private func modal(_ words: ArraySlice<Word>) -> [String]? {
        for (phrase, decision) in Self.modals {
            guard let place = words.indices.first(where: { k in words[k...].prefix(phrase.count).map(\.low) == phrase && words[k...].count >= phrase.count })
            else { continue }
            // «Не может» is a refusal by a norm or by the platform: which, nobody has said.
            if place > words.startIndex, ["не", "not", "cannot"].contains(words[place - 1].low) { return nil }
            let (before, after) = (words[..<place], words[(place + phrase.count)...])
            let subject = Self.withoutRoles(before)
            let lead = said("expect \(decision.en)", "ожидаем \(decision.ru)") + ": "
            if after.isEmpty, !before.isEmpty { return bareActs(before).map { lead + $0 } }
            if before.isEmpty { return bareActs(after).map { lead + $0 } }
            if ["никто", "nobody"].contains(before.first?.low), before.count == 1 {
                return bareActs(after).map { said("expect nobody can ", "ожидаем никто не может ") + $0 }
            }
            guard subject.count == 1, subject.first?.kind == .handle, let who = subject.first else { return nil }
            return bareActs(after).map { lead + who.text + ": " + $0 }
        }
        return nil
    }

    // MARK: - Acts

    private mutating func acts(_ words: ArraySlice<Word>) -> [String] {
        guard let place = words.firstIndex(where: { VerbParadigms.all[$0.low] != nil }), let form = VerbParadigms.all[words[place].low] else {
            return [Self.text(quoted(words))]
        }
        let (before, after) = (words[..<place], words[(place + 1)...])
        let subject = Self.withoutRoles(before)
        let who = subject.count == 1 && subject.first?.kind == .handle ? subject.first : nil
        switch form.use {
        case .finite:
            guard let who else { return [] }
            return ordered(form.head, after, []).map { who.text + ": " + $0 }
        case .bare:
            // «@оля – удалить сообщение 2»
            if let last = before.last, last.kind == .dash, let who = Self.withoutRoles(before.dropLast()).first, who.kind == .handle, before.count <= 3 {
                return ordered(form.head, after, []).map { who.text + ": " + $0 }
            }
            if let last = before.last, last.kind == .colon, let who = Self.withoutRoles(before.dropLast()).first, who.kind == .handle {
                return ordered(form.head, after, []).map { who.text + ": " + $0 }
            }
            // «@дима заблокировать»: with another person in the line nobody can tell who acts.
            if who != nil, after.contains(where: { $0.kind == .handle }) { return [] }
            return ordered(form.head, after, before.first?.kind == .dash ? before.dropFirst() : before)
        case .passive: return passive(form.head, before, after)
        }
    }

    /// «сообщение 2 удалено модератором @оля»; without a doer it may have been done, be given or be checked.
    private mutating func passive(_ head: String, _ before: ArraySlice<Word>, _ after: ArraySlice<Word>) -> [String] {
        guard let role = after.firstIndex(where: { word in word.isRole && Self.instrumental.contains { word.low.hasSuffix($0) } }) else { return [] }
        let next = after.index(after: role)
        guard next < after.endIndex, after[next].kind == .handle else {
            isGuess = true
            return ordered(head, after[..<role] + after[next...], before)
        }
        return ordered(head, after[..<role] + after[(next + 1)...], before).map { after[next].text + ": " + $0 }
    }

    /// An act that nobody is named for; its verb may stand in any form that has no subject.
    private func bareActs(_ words: ArraySlice<Word>) -> [String] {
        let words = words.first?.kind == .colon ? words.dropFirst() : words
        guard let place = words.firstIndex(where: { VerbParadigms.all[$0.low]?.use == .bare }), let form = VerbParadigms.all[words[place].low] else {
            return [Self.text(quoted(words))]
        }
        return ordered(form.head, words[(place + 1)...], words[..<place])
    }

    /// The verb, then what stood behind it and before it: as it was, and with the people first.
    private func ordered(_ head: String, _ after: ArraySlice<Word>, _ before: ArraySlice<Word>) -> [String] {
        let chunks = Self.chunks(Array(quoted(before))) + Self.chunks(Array(quoted(after)))
        let asTheyStand = ([head] + chunks.map { Self.text($0[...]) }).joined(separator: " ")
        let people = chunks.filter { $0.first?.kind == .handle } + chunks.filter { $0.first?.kind != .handle }
        let peopleFirst = ([head] + people.map { Self.text($0[...]) }).joined(separator: " ")
        let behindFirst = ([head] + (Self.chunks(Array(quoted(after))) + Self.chunks(Array(quoted(before)))).map { Self.text($0[...]) }).joined(separator: " ")
        return [behindFirst, asTheyStand, peopleFirst].reduce(into: []) { all, line in if !all.contains(line) { all.append(line) } }
    }

    /// «Модератором», «учителем», «ученицей»; «ученикам» is somebody else's case.
    private static let instrumental = ["ом", "ем", "ём", "ой", "ей"]

    private static let prepositions: Set = [
        "в", "во", "из", "на", "до", "с", "со", "от", "к", "о", "об", "по", "для", "за", "против", "in", "from", "for", "until", "to", "of", "because", "with",
        "about",
    ]

    /// Parts as a preposition or a person begins them.
    private static func chunks(_ words: [Word]) -> [[Word]] {
        var chunks: [[Word]] = []
        for word in words {
            let begins = word.kind == .handle || prepositions.contains(word.low)
            // «с @саша», and the people of one list, belong together.
            let hangsOn = chunks.last?.last.map { prepositions.contains($0.low) || $0.kind == .comma || ["и", "and"].contains($0.low) } ?? false
            if chunks.isEmpty || begins && !hangsOn { chunks.append([word]) } else { chunks[chunks.count - 1].append(word) }
        }
        return chunks
    }

    // MARK: - Words

    /// A noun for a role beside a person says nothing that has to be read.
    private static func withoutRoles(_ words: ArraySlice<Word>) -> ArraySlice<Word> {
        guard words.contains(where: { $0.kind == .handle }) else { return words }
        return words.filter { !$0.isRole && !["the", "a"].contains($0.low) }[...]
    }

    private static let containers: Set = [
        "чат", "чате", "чата", "чату", "группа", "группе", "группы", "группу", "класс", "классе", "класса", "chat", "group", "class",
    ]

    /// «в чате 7Б»: a name of a group's shape behind its noun gets its quotation marks.
    private func quoted(_ words: ArraySlice<Word>) -> ArraySlice<Word> {
        var out: [Word] = []
        var k = words.startIndex
        while k < words.endIndex {
            let word = words[k]
            if word.low == "№" {
                // «приказ № 12»
                k += 1
                if k < words.endIndex, words[k].kind == .number { out.append(Word(text: "\"\(words[k].text)\"", kind: .string, span: words[k].span)) }
                k += 1
                continue
            }
            out.append(word)
            k += 1
            guard Self.containers.contains(word.low), k < words.endIndex, words[k].kind != .string, Self.isGroupName(words[k].text) else { continue }
            out.append(Word(text: "\"\(words[k].text)\"", kind: .string, span: words[k].span))
            k += 1
        }
        return out[...]
    }

    /// «7Б», «10А»: a number and a letter.
    private static func isGroupName(_ text: String) -> Bool {
        let letters = text.drop { $0.isNumber }
        return (1...2).contains(text.count - letters.count) && letters.count == 1 && (letters.first?.isLetter ?? false)
    }

    private static func text(_ words: ArraySlice<Word>) -> String {
        var out = ""
        for word in words {
            if !out.isEmpty, word.kind != .comma, word.kind != .colon { out += " " }
            out += word.text
        }
        return out
    }
}
