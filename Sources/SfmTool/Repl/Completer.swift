import SfmModel
import SfmPolicy
import SfmRuntime
import SfmSyntax
import SfmTerms

/// What TAB offers: what fits at the cursor, in the language that is being typed. The parser says what it would go on with.
struct Completer {
    let session: Session
    let language: Language
    /// The lines of the block that is being written.
    let pending: String

    init(session: Session, language: Language, pending: String = "") { (self.session, self.language, self.pending) = (session, language, pending) }

    /// A place of a line: what is read before it, as what, and the word that has been begun there.
    private struct Place {
        let before: String
        let reading: ProbedText
        let word: String
        let isInPolicy: Bool
    }

    /// What stands before the cursor decides.
    func complete(_ before: String) -> Completion {
        let lines = before.split(separator: "\n", omittingEmptySubsequences: false)
        let line = lines.last.map(String.init) ?? ""
        var context = BlockContext(pending)
        for earlier in lines.dropLast() { context.add(String(earlier)) }
        if let open = Self.openString(line) { return names(open.text, open.quote, place(open.before, "", context), line: open.before) }
        let word = String(line.reversed().prefix { !" \t,:(".contains($0) }.reversed())
        if word.hasPrefix("@") { return offer(word, session.names(of: .person).map { ($0, "") }, in: language) }
        if !context.isPolicy, let clause = clauses(line, word) { return clause }
        let bare = String(line.drop { $0 == " " || $0 == "\t" })
        if let topics = topics(bare) { return topics }
        let head = String(line.dropLast(word.count))
        let found = phrases(place(head, word, context), line: line, isInBlock: context.isOpen)
        guard found.candidates.isEmpty, word.count > 1 else { return found }
        // The same keys on the other layout: «pf,kj» is «забло».
        for other in [KeyboardLayout.russian(bare), KeyboardLayout.latin(bare)] where other != bare.lowercased() {
            let word = String(other.reversed().prefix { $0 != " " && $0 != "\t" && $0 != "," }.reversed())
            let found = phrases(place(String(other.dropLast(word.count)), word, context), line: other, isInBlock: context.isOpen)
            if !found.candidates.isEmpty, found.replace > 1 { return found }
        }
        return found
    }

    private func place(_ before: String, _ word: String, _ context: BlockContext) -> Place {
        if !context.isOpen, let (question, rest) = ReplWord.parse(before + "x"), [.whoCan, .whyNot].contains(question) {
            return Place(before: String(rest.dropLast()), reading: .question, word: word, isInPolicy: false)
        }
        return Place(before: context.text(before: before) + before, reading: .script, word: word, isInPolicy: context.isPolicy)
    }

    /// What can be shown, after `show`.
    private func topics(_ line: String) -> Completion? {
        guard let (word, rest) = ReplWord.parse(line), word == .show, line.contains(" ") else { return nil }
        return offer(rest, ShowTopic.table.flatMap { entry in (entry.en + entry.ru).map { ($0, entry.help[language]) } }, in: language)
    }

    // MARK: - Names

    /// The string that is still open at the cursor.
    private static func openString(_ line: String) -> (text: String, quote: Character, before: String)? {
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

    private func names(_ typed: String, _ quote: Character, _ place: Place, line: String) -> Completion {
        let close = quote == "\"" ? "\"" : quote == "«" ? "»" : "”"
        // As it can be written between the marks at hand: between «» and “” nothing stands for a line feed or a closing mark.
        func written(_ name: String) -> String? {
            if quote == "\"" { return String(FormPrinter.source(name).dropFirst()) }
            return name.unicodeScalars.contains { $0.properties.generalCategory == .control || "»”“".unicodeScalars.contains($0) } ? nil : name + close
        }
        var all: [(String, String)] = []
        if let (word, _) = ReplWord.parse(line + "x"), word == .help {
            all = WordSort.allCases.flatMap { own($0) }
        } else {
            let expected = Sfm.grammar.expectations(behind: place.before, as: place.reading)
            all = expected.names.flatMap { names(of: $0, near: place) }
            // Behind what is not understood a name may be any.
            if !expected.isUnderstood, expected.names.isEmpty { all = [NameKind.chat, .group, .channel].flatMap { known($0) } }
        }
        return offer(typed, all.compactMap { name, note in written(name).map { ($0, note) } }, in: language)
    }

    private func known(_ kind: NameKind) -> [(String, String)] {
        let note: Text =
            switch kind {
            case .chat: Text("chat", "чат")
            case .group: Text("group", "группа")
            case .channel: Text("channel", "канал")
            default: Text("", "")
            }
        return session.names(of: kind).map { ($0, note[language]) }
    }

    /// The words of a sort that the policies in force declare, and the policy that is being written.
    private func own(_ sort: WordSort, _ isMeant: (MarkHolder) -> Bool = { _ in true }) -> [(String, String)] {
        var all = session.interpreter.policies.words.words(sort).filter { $0.holder.map(isMeant) ?? true }.map(\.name)
        if !pending.isEmpty {
            var parser = Parser(grammar: Sfm.grammar)
            let script = parser.parse(SourceFile(name: "", text: pending + "\n"))
            // A policy knows its own words, and those of what it extends.
            if let last = script.policies.last, last.extends.isEmpty, BlockContext(pending).isPolicy { all = [] }
            for word in script.policies.flatMap(\.words) where word.meaning.sort == sort {
                if case .mark(let holder) = word.meaning, !isMeant(holder) { continue }
                all.append(word.name)
            }
        }
        return all.flatMap { name in
            (name.en == name.ru ? [name.en] : [name[language], name[language == .english ? .russian : .english]]).map { ($0, sort.noun[language]) }
        }
    }

    /// What a text in quotes may name.
    private func names(of name: ExpectationProbe.Name, near place: Place) -> [(String, String)] {
        switch name {
        case .ofAct(let slot, let act): ActTable.all[act].words[slot].map { own($0) } ?? names(of: slot)
        case .ofFact(let slot, let fact):
            FactTable.all[fact].words[slot].map { sort in
                let isOfPerson = Sfm.grammar.factParts[fact].contains { $0.slot == .target }
                return own(sort) { ($0 != .chat) == isOfPerson }
            } ?? names(of: slot)
        case .place(.chat): known(.chat)
        case .place(.group): known(.group)
        case .place(.channel): known(.channel)
        case .place: []
        case .word(let sort): own(sort)
        case .attribute(let id):
            switch Sfm.grammar[id].readAs {
            case .chatHas: own(.mark) { $0 == .chat }
            case .targetHas, .actorHas: own(.mark) { $0 != .chat }
            default: own(AttributeTable.all[id.index].sort)
            }
        case .period: periods.map { ($0, language("period", "период")) }
        case .policy: Library.shippedIDs.map { ($0, "") }
        case .table: []
        }
    }

    private func names(of slot: Slot) -> [(String, String)] {
        switch slot {
        case .chat: known(.chat)
        case .group: known(.group)
        case .channel: known(.channel)
        case .order: known(.order)
        case .link: known(.link)
        case .policy: session.interpreter.policies.policies.map { ($0.id, "") }
        default: []
        }
    }

    /// The periods of the calendars at hand.
    private var periods: [String] {
        let calendars = [session.interpreter.stepCalendar] + session.interpreter.policies.policies.compactMap(\.calendar)
        var parser = Parser(grammar: Sfm.grammar)
        let written =
            pending.isEmpty ? [] : parser.parse(SourceFile(name: "", text: pending + "\n")).policies.flatMap { $0.calendar.days?.periods.map(\.name) ?? [] }
        // A policy with a calendar of its own goes by that one.
        return (written.isEmpty ? calendars.flatMap { $0.lines.periods.map(\.name) } : written).unique
    }

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
        return offer(typed, all, in: language)
    }

    // MARK: - Phrases

    private func phrases(_ place: Place, line: String, isInBlock: Bool) -> Completion {
        let spoken = RunLanguage.of(Array(line.utf8)) ?? language
        let expected = Sfm.grammar.expectations(behind: place.before, as: place.reading)
        let typed = place.word.lowercased().replacingYo
        let ownParts = place.isInPolicy ? nil : ownParts(line)
        let few = typed.isEmpty ? Brief(expected.phrases, behind: place.before) : nil
        var all: [(String, String)] = expected.phrases.filter { phrase in
            phrase.text.lowercased().replacingYo.hasPrefix(typed) && (!typed.isEmpty || Self.isOf(spoken, phrase.text))
                && Self.isDeclared(phrase.sort, ownParts) && (few?.has(phrase) ?? true)
                && Sfm.grammar.goesOn(place.before, with: phrase.text, as: place.reading)
        }.map { ($0.text, note(of: $0.sort)) }
        if !isInBlock, place.reading == .script { all += commands(line, place.word) }
        if typed.isEmpty || Self.quotes.contains(typed) {
            let names = expected.names.flatMap { self.names(of: $0, near: place) }
            all += names.map { (FormPrinter.source($0.0), $0.1) }
            if ownParts?.contains(.person) ?? true, Sfm.grammar.goesOn(place.before, with: "@a", as: place.reading) {
                all += session.names(of: .person).map { ($0, "") }
            }
        }
        return offer(place.word, all, in: spoken)
    }

    /// The parts of the act of a policy's own that a line says last; `nil` where it says none.
    private func ownParts(_ line: String) -> [OwnPart]? {
        let texts = line.split(separator: "\"", omittingEmptySubsequences: false).enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) }
        guard let name = texts.last(where: { session.interpreter.policies.words.find(.act, $0) != nil }) else { return nil }
        return session.interpreter.policies.words.find(.act, name)?.act?.parts
    }

    /// Whether an act of a policy's own has been declared with a part.
    private static func isDeclared(_ sort: Expectations.Sort, _ parts: [OwnPart]?) -> Bool {
        guard let parts else { return true }
        return switch sort {
        case .part(.target), .role: parts.contains(.person)
        case .part(.chat): parts.contains(.chat)
        case .part(.group): parts.contains(.group)
        case .part(.text): parts.contains(.text)
        default: true
        }
    }

    private static let quotes: Set = ["\"", "«", "“", "„"]

    /// The words of the conversation itself; of those of several words the rest.
    private func commands(_ line: String, _ word: String) -> [(String, String)] {
        let folded = ReplWord.fold(line.drop { $0 == " " } + "|").dropLast()
        let said = folded.count - word.count
        return ReplWord.table.flatMap { entry in
            (entry.en + entry.ru).filter { $0.hasPrefix(folded) }.map { (String($0.dropFirst(said)), entry.help[language]) }
        }
    }

    private func note(of sort: Expectations.Sort) -> String {
        switch sort {
        case .act(let act): ActTable.all[act].noun[language]
        case .role: language("role", "роль")
        case .part(let slot): [.choice, .namedChoice, .flag].contains(slot.kind) ? "" : slot.description[language]
        case .keyword, .other: ""
        }
    }

    private static func isOf(_ language: Language, _ text: String) -> Bool { RunLanguage.of(Array(text.utf8)).map { $0 == language } ?? true }

    /// The phrases that begin as typed; without anything typed, those of the language at hand.
    private func offer(_ typed: String, _ all: [(String, String)], in spoken: Language) -> Completion {
        let folded = typed.lowercased()
        var seen = Set<String>()
        var candidates: [CompletionCandidate] = []
        for (text, note) in all {
            // Nothing that is completed ends a line or moves the cursor.
            guard !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else { continue }
            guard text.lowercased().replacingYo.hasPrefix(folded.replacingYo), text.lowercased() != folded else { continue }
            if typed.isEmpty, !text.hasPrefix("@"), !text.hasPrefix("\""), !text.hasSuffix("\""), !Self.isOf(spoken, text) { continue }
            if seen.insert(text).inserted { candidates.append(CompletionCandidate(text: text, note: note)) }
        }
        return Completion(replace: typed.unicodeScalars.count, candidates: candidates.sorted { $0.text < $1.text })
    }
}

/// What is left of all that may stand at a place where nothing has been typed yet: each role once, in the case that is likely, and each
/// part once.
private struct Brief {
    private let ends: Set<Expectations.Phrase>
    private let roles: Set<String>

    init(_ phrases: [Expectations.Phrase], behind text: String) {
        var ends = Set<Expectations.Phrase>()
        for phrase in phrases {
            guard case .part = phrase.sort else { continue }
            let words = phrase.text.split(separator: " ")
            for k in words.indices.dropFirst() { ends.insert(.init(text: words[k...].joined(separator: " "), sort: phrase.sort)) }
        }
        self.ends = ends
        let before = text.split { " \t\n".contains($0) }.last.map { ReplWord.fold(String($0)) } ?? ""
        let (isMany, nounCase): (Bool, GrammaticalCase) =
            switch before {
            case "разрешено", "запрещено": (true, .dative)
            case "для", "от", "из", "у", "кроме", "чате", "чат", "permit", "forbid", "for", "to", "by", "of": (true, .genitive)
            case "согласия": (false, .genitive)
            case "ролью": (false, .instrumental)
            default: (false, .nominative)
            }
        roles = Set(RoleNoun.table.flatMap { [$0.inflected(.english, plural: isMany), $0.inflected(.russian, plural: isMany, nounCase)] })
    }

    func has(_ phrase: Expectations.Phrase) -> Bool { phrase.sort == .role ? roles.contains(phrase.text) : !ends.contains(phrase) }
}

extension String {
    fileprivate var replacingYo: String { String(map { $0 == "ё" ? "е" : $0 }) }
}
