import SfmRuntime
import SfmSyntax
import SfmTerms

/// What TAB offers: what fits at the cursor, in the language that is being typed. Everything comes from the tables.
struct Completer {
    let session: Session
    let language: Language
    let isInBlock: Bool

    /// What stands before the cursor decides.
    func complete(_ before: String) -> Completion {
        let line = before.split(separator: "\n", omittingEmptySubsequences: false).last.map(String.init) ?? ""
        if let open = openString(line) { return names(open.text, open.quote, after: open.before) }
        let word = String(line.reversed().prefix { $0 != " " && $0 != "\t" && $0 != "," }.reversed())
        if word.hasPrefix("@") { return offer(word, session.names(of: .person).map { ($0, "") }) }
        if let clause = clauses(line, word) { return clause }
        let bare = String(line.drop { $0 == " " || $0 == "\t" })
        if let topics = topics(bare) { return topics }
        let found = phrases(bare)
        guard found.candidates.isEmpty, word.count > 1 else { return found }
        // The same keys on the other layout: «pf,kj» is «забло».
        for other in [KeyboardLayout.russian(bare), KeyboardLayout.latin(bare)] where other != bare.lowercased() {
            let found = phrases(other)
            if !found.candidates.isEmpty, found.replace > 1 { return found }
        }
        return found
    }

    /// What can be shown, after `show`.
    private func topics(_ line: String) -> Completion? {
        guard let (word, rest) = ReplWord.parse(line), word == .show, line.contains(" ") else { return nil }
        return offer(rest, ShowTopic.table.flatMap { entry in (entry.en + entry.ru).map { ($0, entry.help[language]) } })
    }

    // MARK: - Names

    /// The string that is still open at the cursor.
    private func openString(_ line: String) -> (text: String, quote: Character, before: String)? {
        var open: (start: String.Index, quote: Character)?
        for index in line.indices {
            let c = line[index]
            if let o = open {
                let closes = o.quote == "\"" ? c == "\"" : o.quote == "«" ? c == "»" : c == "“" || c == "”"
                if closes { open = nil }
            } else if "\"«“„".contains(c) {
                open = (index, c)
            }
        }
        guard let open else { return nil }
        return (String(line[line.index(after: open.start)...]), open.quote, String(line[..<open.start]))
    }

    private func names(_ typed: String, _ quote: Character, after before: String) -> Completion {
        let folded = ReplWord.fold(before)
        let last = folded.split(separator: " ").last.map(String.init) ?? ""
        let close = quote == "\"" ? "\"" : quote == "«" ? "»" : "”"
        var all: [(String, String)] = []
        // As it can be written between the marks at hand: between «» and “” nothing stands for a line feed or a closing mark.
        func written(_ name: String) -> String? {
            if quote == "\"" { return String(FormPrinter.source(name).dropFirst()) }
            return name.unicodeScalars.contains { $0.properties.generalCategory == .control || "»”“".unicodeScalars.contains($0) } ? nil : name + close
        }
        func add(_ kind: NameKind, _ note: Text) {
            all += session.names(of: kind).compactMap { name in written(name).map { ($0, note[language]) } }
        }
        if isWord(last, ["policy", "порядок", "порядка", "extends", "дополняет"]) {
            all = Library.shippedIDs.map { ($0 + close, "") }
        } else if isWord(last, ["group", "группа", "группы", "группу", "группе", "класс", "класса", "классе"]) {
            add(.group, Text("", ""))
        } else if isWord(last, ["chat", "чат", "чата", "чате", "чату"]) {
            add(.chat, Text("", ""))
        } else if isWord(last, ["channel", "канал", "канала", "канале"]) {
            add(.channel, Text("", ""))
        } else if isWord(last, ["order", "приказ", "приказа", "приказом"]) {
            add(.order, Text("", ""))
        } else {
            add(.chat, Text("chat", "чат"))
            add(.group, Text("group", "группа"))
            add(.channel, Text("channel", "канал"))
        }
        return offer(typed, all)
    }

    private func isWord(_ word: String, _ words: [String]) -> Bool { words.contains(word) }

    /// Clause numbers after `clause` and «п.».
    private func clauses(_ line: String, _ word: String) -> Completion? {
        let folded = ReplWord.fold(String(line.dropLast(word.count)))
        guard
            ["clause", "п.", "пункту", "пункт", "пп."].contains(where: { folded.hasSuffix($0) })
                || ["п.", "пп."].contains(where: { word.lowercased().hasPrefix($0) })
        else { return nil }
        let typed =
            word.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false).first.map { ["п", "пп"].contains($0.lowercased()) } == true
            ? String(word.drop { $0 != "." }.dropFirst()) : word
        let all = session.interpreter.policies.policies.flatMap { policy in policy.clauses.filter { $0.kind != .info }.map { ($0.id, $0.title[language]) } }
        return offer(typed, all)
    }

    // MARK: - Phrases

    private enum Place { case statement, fact, expectation, act }

    private func phrases(_ line: String) -> Completion {
        var rest = line
        var place = Place.statement
        if let colon = rest.firstIndex(of: ":"), rest.hasPrefix("@") || place == .statement {
            let head = ReplWord.fold(String(rest[..<colon]))
            if head.hasPrefix("@") || isDecision(head) {
                rest = String(rest[rest.index(after: colon)...].drop { $0 == " " })
                place = .act
                if rest.hasPrefix("@"), let second = rest.firstIndex(of: ":") { rest = String(rest[rest.index(after: second)...].drop { $0 == " " }) }
            }
        }
        if place == .statement {
            for entry in Keyword.table {
                for phrase in entry.en + entry.ru where ReplWord.fold(rest).hasPrefix(phrase + " ") {
                    guard let next = Self.place(after: entry.keyword) else { continue }
                    place = next
                    rest = dropWords(rest, phrase.split(separator: " ").count)
                    break
                }
                if place != .statement { break }
            }
        }
        if place == .statement, let question = question(rest) { (rest, place) = (question, .act) }
        return inside(rest, place) ?? heads(rest, place)
    }

    private func question(_ rest: String) -> String? {
        guard let (word, tail) = ReplWord.parse(rest + " "), [.whoCan, .whyNot].contains(word) else { return nil }
        return tail
    }

    private static func place(after keyword: Keyword) -> Place? {
        switch keyword {
        case .given, .goal: .fact
        case .expect: .expectation
        case .force, .lead, .and: .act
        default: nil
        }
    }

    private func isDecision(_ head: String) -> Bool {
        let words = [Keyword.allowed, .denied, .prohibited, .notGranted, .impossible].flatMap { $0.entry.en + $0.entry.ru }
        return words.contains { head.contains($0) }
    }

    private func dropWords(_ text: String, _ n: Int) -> String {
        var rest = Substring(text)
        for _ in 0..<n { rest = rest.drop { $0 == " " }.drop { $0 != " " } }
        return String(rest.drop { $0 == " " })
    }

    /// Inside an act or a fact: the labels and choices that may still follow.
    private func inside(_ rest: String, _ place: Place) -> Completion? {
        let forms = (place == .fact ? FactTable.all.map(\.forms) : ActTable.all.map(\.forms)) + (place == .expectation ? FactTable.all.map(\.forms) : [])
        let folded = ReplWord.fold(rest) + (rest.hasSuffix(" ") ? " " : "")
        var best: (forms: Forms, head: String)?
        for form in forms {
            for head in FormPhrases.heads(of: form) where folded.hasPrefix(head + " ") && (best.map { head.count > $0.head.count } ?? true) {
                best = (form, head)
            }
        }
        if let best {
            let tail = String(folded.dropFirst(best.head.count))
            var all = FormPhrases.labels(of: best.forms).filter { !tail.contains(" " + $0.text + " ") }.map { ($0.text, $0.note[language]) }
            all += RoleNoun.table.flatMap { noun in [noun.inflected(.english), noun.inflected(.russian, .accusative)] }.map {
                ($0, language("role", "роль"))
            }
            return match(tail, all, afresh: true)
        }
        guard place == .fact || place == .expectation else { return nil }
        if folded.hasPrefix("@"), folded.contains(" ") {
            let all = FactTable.all.flatMap { FormPhrases.predicates(of: $0.forms) }.map { ($0, "") }
            return match(String(folded.drop { $0 != " " }), all)
        }
        if let noun = RoleNoun.table.flatMap(\.phrases).first(where: { folded.hasPrefix($0 + " ") }),
            let person = FactTable.all.first(where: { $0.forms.english[0].hasPrefix("{role}") })
        {
            return match(String(folded.dropFirst(noun.count)), FormPhrases.labels(of: person.forms).map { ($0.text, $0.note[language]) })
        }
        return nil
    }

    private func heads(_ rest: String, _ place: Place) -> Completion {
        var all: [(String, String)] = []
        switch place {
        case .statement:
            var keywords: [Keyword] = [
                .usePolicy, .given, .expect, .force, .advance, .today, .fulfilDuties, .actAs, .actAsAnyone, .repeatBlock, .scenario, .background, .end,
                .exercise,
            ]
            if isInBlock { keywords += [.story, .points, .goal, .hint, .offLimits, .solution, .skip, .knownFailure] }
            all += keywords.flatMap { $0.entry.en + $0.entry.ru }.map { ($0, "") }
            all += ReplWord.table.flatMap { entry in (entry.en + entry.ru).map { ($0, entry.help[language]) } }
            all += acts
        case .act: all = acts
        case .expectation:
            all = [Keyword.allowed, .denied, .prohibited, .notGranted, .impossible].flatMap { $0.entry.en + $0.entry.ru }.map { ($0, "") } + facts
        case .fact: all = facts
        }
        return match(rest, all)
    }

    private var acts: [(String, String)] { ActTable.all.flatMap { act in FormPhrases.heads(of: act.forms).map { ($0, act.noun[language]) } } }

    private var facts: [(String, String)] {
        FactTable.all.flatMap { FormPhrases.heads(of: $0.forms) }.map { ($0, "") }
            + RoleNoun.table.flatMap { [$0.inflected(.english), $0.inflected(.russian)] }.map { ($0, "") }
    }

    /// The longest tail of what was typed that begins one of the phrases.
    private func match(_ text: String, _ all: [(String, String)], afresh: Bool = false) -> Completion {
        let words = text.split(separator: " ", omittingEmptySubsequences: true).map(String.init)
        let open = text.isEmpty || text.hasSuffix(" ")
        // After a finished part the next one begins: "parent " is not the beginning of "parent activist" alone.
        if open, afresh { return offer("", all) }
        for n in stride(from: min(words.count, 4), through: open ? 0 : 1, by: -1) {
            let typed = words.suffix(n).joined(separator: " ") + (open && n > 0 ? " " : "")
            let found = offer(typed, all)
            if !found.candidates.isEmpty { return found }
        }
        return Completion(replace: 0, candidates: [])
    }

    /// The phrases that begin as typed; without anything typed, those of the language at hand.
    private func offer(_ typed: String, _ all: [(String, String)]) -> Completion {
        let folded = typed.lowercased()
        var seen = Set<String>()
        var candidates: [CompletionCandidate] = []
        for (text, note) in all {
            // Nothing that is completed ends a line or moves the cursor.
            guard !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else { continue }
            guard text.lowercased().replacingYo.hasPrefix(folded.replacingYo), text.lowercased() != folded else { continue }
            if typed.isEmpty, !text.hasPrefix("@"), RunLanguage.of(Array(text.utf8)).map({ $0 != language }) ?? false { continue }
            if seen.insert(text).inserted { candidates.append(CompletionCandidate(text: text, note: note)) }
        }
        return Completion(replace: typed.unicodeScalars.count, candidates: candidates.sorted { $0.text < $1.text })
    }
}

extension String {
    fileprivate var replacingYo: String { String(map { $0 == "ё" ? "е" : $0 }) }
}
