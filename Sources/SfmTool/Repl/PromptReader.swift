import SfmRuntime
import SfmSyntax
import SfmTerms

/// What somebody at the prompt wants besides the language, with everything that was said of it.
package enum PromptCommand {
    /// The words to tell of; none for an overview.
    case help(String)
    /// About a word that a policy in force declares.
    case helpOfOwn(String, ifUnknown: PromptMistake)
    case show(ShowRequest)
    /// The last decision.
    case why
    /// The decision about an act, whatever it is.
    case decision(ActQuestion)
    /// Whether an act is allowed.
    case may(ActQuestion)
    case whoCan(ActQuestion)
    case whatCan(PromptLine.Name)
    case undo(Int)
    case redo, reset
    case load(PromptLine.Name)
    case save(String, anew: Bool)
    case edit, history
    case language(Language)
    case quit
}

/// Reads questions and commands.
///
/// Invariant: a command comes out of `read` alone, and there only where the line has been read to its end: no word of a question is passed over.
struct PromptReader {
    private var line: PromptLine

    /// `nil` where the line is the language's own.
    static func read(_ source: SourceFile) -> Result<PromptCommand, PromptMistake>? {
        // A question may begin with the words of a command and go on in another way.
        if let question = SpokenQuestion.read(source) { return .success(question) }
        return ReplWord.index.candidates(source.text(Span(0, min(source.bytes.count, 4096)))).isEmpty ? nil : readCommand(source)
    }

    private static func readCommand(_ source: SourceFile) -> Result<PromptCommand, PromptMistake>? {
        do throws(PromptMistake) {
            var reader = try PromptReader(line: PromptLine(source))
            guard let word = reader.line.begin(ReplWord.index, leavesToLanguage: { $0.leavesToLanguage($1) }) else { return nil }
            let (command, alternatives) = try reader.command(word)
            try reader.line.end(or: alternatives)
            return .success(command)
        } catch {
            return .failure(error)
        }
    }

    /// A command and the longer lines that it could have been.
    private mutating func command(_ word: ReplWord) throws(PromptMistake) -> (PromptCommand, or: [Text]) {
        switch word {
        case .help:
            let before = line
            if let word = line.string() {
                var mistake = before.stray(right: [before.whole])
                let name = Parser.clipped(word.text)
                mistake.diagnostic.message = Text(
                    "no policy in force declares a word “\(name)”", "ни один действующий порядок не вводит слова «\(name)»")
                return (.helpOfOwn(word.text, ifUnknown: mistake), [Text("help \"WORD\"", "помощь \"СЛОВО\"")])
            }
            return (.help(try topic()), [Text("help WORD", "помощь СЛОВО")])
        case .show:
            let request = try show()
            return (.show(request), request.topic?.entry.usage ?? [])
        case .why: return try why()
        case .whyNot: return (.decision(try line.act()), [])
        case .whoCan: return (.whoCan(try line.act()), [])
        case .whatCan: return (.whatCan(try whatCan()), [])
        case .undo: return (.undo(try count()), [Text("undo 3", "отменить 3")])
        case .redo: return (.redo, [])
        case .reset: return (.reset, [])
        case .load: return (.load(try file(Text("load \"file.sfm\"", "загрузить \"файл.sfm\""))), [])
        case .save:
            let name = try file(Text("save \"file.sfm\"", "сохранить \"файл.sfm\""))
            let anew = line.accept(anyOf: ["anew", "over", "заново", "поверх"])
            return (.save(name.text, anew: anew), [Text("save \"file.sfm\" anew", "сохранить \"файл.sfm\" заново")])
        case .edit: return (.edit, [])
        case .history: return (.history, [])
        case .language: return (.language(try language()), [])
        case .quit: return (.quit, [])
        }
    }

    private mutating func topic() throws(PromptMistake) -> String {
        if line.atEnd { return "" }
        if let known = line.longest(HelpText.knows) { return known }
        let word = Parser.clipped(line.source.text(line.span))
        let near = HelpText.nearest(word).map { Text("help \($0)", "помощь \($0)") }
        var mistake = line.stray(right: [line.whole] + [near].compactMap { $0 })
        mistake.diagnostic.message = Text("there is nothing to tell of “\(word)”", "о «\(word)» ничего нет")
        throw mistake
    }

    private mutating func count() throws(PromptMistake) -> Int {
        let before = line
        guard let number = line.number() else { return 1 }
        guard let n = Int(number.text), n > 0 else { throw before.stray(right: [Text("undo 3", "отменить 3")]) }
        return n
    }

    private mutating func file(_ usage: Text) throws(PromptMistake) -> PromptLine.Name {
        guard let name = line.string(), !name.text.isEmpty else { throw line.missing(Text("a file's name in quotes", "имя файла в кавычках"), help: [usage]) }
        return name
    }

    private mutating func language() throws(PromptMistake) -> Language {
        if line.accept(anyOf: ["ru", "русский", "russian"]) { return .russian }
        if line.accept(anyOf: ["en", "английский", "english"]) { return .english }
        throw line.missing(Text("ru or en", "ru или en"), help: [Text("lang ru", "язык ru"), Text("lang en", "язык en")])
    }

    private mutating func whatCan() throws(PromptMistake) -> PromptLine.Name {
        guard let person = line.handle() else {
            throw line.missing(Slot.target.description, help: [Text("what can @x do?", "что может @x?")])
        }
        _ = line.accept(anyOf: ["do", "делать", "сделать"])
        return person
    }

    // MARK: - Why

    private static let whys = [
        Text("why not block @x for 1 day?", "почему нельзя заблокировать @x на 1 день?"),
        Text("why can't @y block @x for 1 day?", "почему @y не может заблокировать @x на 1 день?"),
    ]
    private static let auxiliaries = ["can", "can't", "cannot", "may", "is", "isn't"]
    private static let verdicts = [
        "can", "can't", "cannot", "can not", "may", "may not", "not", "не может", "не вправе", "нельзя", "может", "вправе", "можно",
    ]

    /// why := [ [auxiliary] person verdict act ]
    private mutating func why() throws(PromptMistake) -> (PromptCommand, or: [Text]) {
        if line.atEnd { return (.why, []) }
        let start = line
        let asks = line.accept(anyOf: Self.auxiliaries)
        guard let person = line.handle(), !line.atEnd else { throw start.stray(right: [start.whole] + Self.whys) }
        guard line.accept(anyOf: Self.verdicts) || asks else { throw line.stray(right: Self.whys.reversed()) }
        return (.decision(try line.act(by: PromptLine.Doer(handle: person))), [])
    }

    // MARK: - Show

    private mutating func show() throws(PromptMistake) -> ShowRequest {
        if line.atEnd { return ShowRequest(.world) }
        if let person = line.handle() {
            var request = ShowRequest(nil)
            request.person = person
            return request
        }
        guard let found = ShowTopic.index.first(where: { line.accept($0.phrase) }) else { throw unknownTopic() }
        var request = ShowRequest(found.topic)
        let entry = found.topic.entry
        while entry.parts.contains(where: { take($0, &request) }) {}
        if found.topic == .clause, request.clause == nil { throw line.missing(Slot.clause.description, help: entry.usage) }
        return request
    }

    private func unknownTopic() -> PromptMistake {
        var mistake = line.stray(right: [line.whole])
        let topics = ShowTopic.table
        mistake.diagnostic.help += [
            Text(
                "can be shown: @x, " + topics.map { $0.en[0] }.joined(separator: ", "),
                "можно показать: @x, " + topics.map { $0.ru[0] }.joined(separator: ", "))
        ]
        let word = line.word ?? ""
        if let near = Suggestion.nearest(to: word, among: topics.flatMap { $0.en + $0.ru }) {
            mistake.diagnostic.help.insert(Text("did you mean: show \(near)", "может быть: показать \(near)"), at: 0)
        }
        return mistake
    }

    /// Whether a part stands here that the request has not got yet.
    private mutating func take(_ part: ShowTopic.Part, _ request: inout ShowRequest) -> Bool {
        switch part {
        case .person: return take(\.person, &request, ["of", "by", "у", "от", "со стороны"]) { $0.handle() }
        case .byClause:
            return take(\.clause, &request, ["of", "by", "from", "по", "от", "с"]) { line in
                ["clause", "пункт", "п."].contains { line.accept(formOf: $0) } || line.accept(anyOf: ["п.", "п"]) ? line.clauseNumber() : nil
            }
        case .time: return takeTime(&request)
        case .chatName: return take(\.chat, &request, []) { $0.string() }
        case .groupName: return take(\.group, &request, []) { $0.string() }
        case .chat: return request.group == nil && take(\.chat, &request, ["of", "in", "в", "из"]) { Self.named(&$0, ["chat", "чат"]) }
        case .group:
            let nouns = ["group", "class", "группа", "класс"]
            return request.chat == nil && take(\.group, &request, ["of", "in", "в", "из"]) { Self.named(&$0, nouns) }
        case .policyName:
            return take(\.policy, &request, ["of", "of policy", "порядка"]) { $0.string() }
        case .policyClause:
            return take(\.clause, &request, []) { line in
                line.accept(anyOf: ["clause", "пункт", "п."]) ? line.clauseID() : line.number()
            }
        case .clause:
            guard request.clause == nil else {
                return take(\.policy, &request, ["of"]) { line in
                    _ = line.accept(anyOf: ["policy", "порядка"])
                    return line.string()
                }
            }
            request.clause = line.clauseID()
            return request.clause != nil
        }
    }

    /// A noun in some case with a name behind it.
    private static func named(_ line: inout PromptLine, _ nouns: [String]) -> PromptLine.Name? {
        nouns.contains { line.accept(formOf: $0) } ? line.string() : nil
    }

    /// «с 05.09.2024», «до 10.09.2024», «за 05.09.2024».
    private mutating func takeTime(_ request: inout ShowRequest) -> Bool {
        let found = line.attempt { line -> (since: Bool, until: Bool, day: PromptLine.Day)? in
            let isBeginning = line.accept(anyOf: ["since", "from", "after", "с", "со", "начиная с", "после"])
            let isEnd = !isBeginning && line.accept(anyOf: ["until", "till", "to", "up to", "до", "по"])
            if !isBeginning, !isEnd, !line.accept(anyOf: ["on", "of", "for", "за", "от"]) { return nil }
            return line.day().map { (!isEnd, !isBeginning, $0) }
        }
        guard let found, !(found.since && request.since != nil), !(found.until && request.until != nil) else { return false }
        if found.since { request.since = found.day }
        if found.until { request.until = found.day }
        return true
    }

    private mutating func take(
        _ place: WritableKeyPath<ShowRequest, PromptLine.Name?>, _ request: inout ShowRequest, _ prepositions: [String],
        _ read: (inout PromptLine) -> PromptLine.Name?
    ) -> Bool {
        guard request[keyPath: place] == nil else { return false }
        request[keyPath: place] = line.attempt { line in
            _ = line.accept(anyOf: prepositions)
            return read(&line)
        }
        return request[keyPath: place] != nil
    }
}
