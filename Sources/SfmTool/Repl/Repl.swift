import SfmModel
import SfmPolicy
import SfmRuntime
import SfmSyntax
import SfmTerms

/// One answer of the REPL.
package struct Reply: Sendable {
    package enum Next: Sendable {
        case goOn, readMore, quit
        /// The block at hand is wanted in the user's editor.
        case edit
    }

    package var text: SafeText
    package var next = Next.goOn
    /// Whether the line was a mistake or was refused: a piped session ends there.
    package var failed = false
    package var status = ExitStatus.ok
    /// How the line changed the session, for its journal; `nil` where it changed nothing.
    package var record: JournalRecord?
}

/// The conversation: a pure function from line to answer, whatever the line comes from.
package struct Repl {
    package var session = Session()
    package var language: Language
    private var isLanguageFixed: Bool
    let colour: Bool
    let plain: Bool
    private(set) var files: FileStore
    /// What only somebody at the keyboard may ask for: a piped text writes no file.
    package var isAtKeyboard = false
    /// Whether long lines are broken by whoever prints them, as wide as a terminal is.
    package var isFitted = false
    /// Whether a text loads only what a script could include: one on a pipe may be a stranger's.
    package var isConfined = false
    var library = Library()
    /// The lines of a block that has no end yet.
    private(set) var pending = ""
    private(set) var openBlocks = OpenBlocks()
    /// Where the lines come from: a name as a file has one, whose lines are counted, or «—» for the line that has just been typed.
    package var sourceName = Self.typed
    private var linesRead = 0
    /// What was wrong with the last text.
    private var mistakes: [Diagnostic] = []
    /// The line that was probably meant by the last one, to be taken by Enter.
    package private(set) var offered: String?
    private static let typed = "—"

    package init(language: Language?, fallback: Language, colour: Bool, plain: Bool, files: FileStore, session: Session = Session()) {
        self.session = session
        (self.language, isLanguageFixed) = (language ?? fallback, language != nil)
        (self.colour, self.plain, self.files) = (colour, plain, files)
    }

    package var isInBlock: Bool { !pending.isEmpty }

    /// The name of the policy in force, as the prompt shows it.
    package var prompt: SafeText {
        if isInBlock { return "… " }
        let ids = session.interpreter.policies.policies.map(\.id)
        let shown = ids.isEmpty ? language("no policy", "порядок не применён") : SafeText(ids.joined(separator: " + "))
        return shown.painted("1;34", colour) + " › "
    }

    /// Drops an unfinished block.
    package mutating func interrupt() { (pending, offered) = ("", nil) }

    private var countsLines: Bool { sourceName != Self.typed }

    /// A text whose last line has just been read, with its place.
    private func source(_ text: String) -> SourceFile {
        SourceFile(name: sourceName, bytes: Array(text.utf8), firstLine: countsLines ? linesRead - Self.breaks(text) : 1)
    }

    private static func breaks(_ text: String) -> Int { text.utf8.count { $0 == UInt8(ascii: "\n") } }

    /// What is said at the end of the lines: a block that is still open is a mistake.
    package func end() -> Reply? {
        guard isInBlock else { return nil }
        let source = source(pending)
        let head = Span(0, source.lineRange(of: 0).upperBound)
        return complain(
            PromptMistake(
                diagnostic: Diagnostic(
                    .unclosedBlock, Text("the block that begins here has no end", "у блока, который начинается здесь, нет конца"), head,
                    help: [Text("close it with a line: end", "закройте его строкой: конец")]), source: source))
    }

    package mutating func handle(_ line: String) -> Reply {
        linesRead += 1 + Self.breaks(line)
        let offer = offered
        offered = nil
        if pending.isEmpty, let offer, Self.agrees(line) { return take(offer) }
        if pending.isEmpty, line.utf8.allSatisfy({ $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }) { return Reply(text: "") }
        guard pending.utf8.count + line.utf8.count <= files.limit else { return tooLong() }
        if isAtKeyboard, isInBlock, let aside = aside(line) { return aside }
        if isAtKeyboard, let refusal = check(line) { return refusal }
        if pending.isEmpty {
            follow(line)
            let source = source(line)
            switch PromptReader.read(source) {
            case .success(let command): return answer(command, source)
            case .failure(let mistake): return complain(mistake)
            case nil: break
            }
        }
        if !pending.isEmpty, isAtKeyboard, case .success(.edit)? = PromptReader.read(source(line)) {
            pending = ""
            return Reply(text: "", next: .edit)
        }
        if pending.isEmpty {
            (pending, openBlocks) = (line, OpenBlocks(line))
        } else {
            pending += "\n" + line
            openBlocks.add(line)
            // Read with every line that comes a long block would cost its square.
            if !openBlocks.mayBeWhole { return Reply(text: "", next: .readMore) }
        }
        var text = pending
        library.forgetFiles()
        var result = submit(source(text), text, files)
        if result?.reply.failed == true, let declared = asDeclared(text, mistakes) {
            text = declared
            result = submit(source(text), text, files)
        }
        guard case (var reply, let isAccepted)? = result else {
            openBlocks.isNotWhole()
            return Reply(text: "", next: .readMore)
        }
        pending = ""
        if isAccepted { reply.record = .text(text) }
        return reply
    }

    /// What comes of a text, and whether it counts; `nil` where it ends inside a block.
    mutating func submit(_ source: SourceFile, _ text: String, _ store: FileStore) -> (reply: Reply, isAccepted: Bool)? {
        let count = session.acceptedCount
        // The line that has just been typed needs no place.
        var telling = Telling(OutcomeRenderer(language: language, colour: colour, plain: plain, sources: []), placesFailures: source.name != Self.typed)
        let submission = session.submit(source, text, files: store, library: &library) { telling.hear($0, $1) }
        mistakes = if case .invalid(let found, _) = submission { found } else { [] }
        guard var reply = reply(to: submission, telling) else { return nil }
        if isAtKeyboard, case .invalid(let mistakes, _) = submission { propose(meant(by: text, mistakes), &reply) }
        return (reply, session.acceptedCount > count)
    }

    /// Says of a line that is no text in UTF-8 what it seems to be.
    package mutating func refuse(_ bytes: [UInt8]) -> Reply {
        linesRead += 1
        pending = ""
        if !isLanguageFixed, let own = RunLanguage.ofLetters(bytes) { (language, isLanguageFixed) = (own, true) }
        let source = SourceFile(name: sourceName, bytes: bytes, firstLine: countsLines ? linesRead : 1)
        guard let diagnostic = Diagnostic.notUTF8(source) else { return Reply(text: "") }
        return complain(PromptMistake(diagnostic: diagnostic, source: source))
    }

    /// More than a file may have is not even looked at.
    private mutating func tooLong() -> Reply {
        pending = ""
        let diagnostic = Diagnostic.textTooLarge(limit: files.limit)
        return Reply(text: DiagnosticRenderer(language: language, colour: colour).render(diagnostic, sources: []), failed: true, status: .limit)
    }

    /// Does again what a journal holds; false where it does not come out as it did.
    package mutating func replay(_ record: JournalRecord) -> Bool {
        let count = session.acceptedCount
        switch record {
        case .text(let text): _ = session.submit(text, files: files, library: &library)
        case .load(let folder, let text): _ = session.submit(text, files: FileStore(root: folder, limit: files.limit), library: &library)
        case .undo(let n): return session.undo(n).count == n
        case .redo: return session.redo() != nil
        case .reset: session.reset()
        }
        return session.acceptedCount == count + 1
    }

    /// Where relative names of this session lead from.
    package mutating func move(to folder: String) { files = FileStore(root: folder, limit: files.limit) }

    /// Where nothing names a language the first line that shows one does: a conversation is in one language, until `lang` says otherwise.
    private mutating func follow(_ line: String) {
        guard !isLanguageFixed, let own = RunLanguage.of(Array(ReplWord.head(line, 4096).utf8)) else { return }
        // A word typed on the wrong keyboard layout tells of no language.
        let words = ReplWord.head(line, 4096).split(separator: " ").filter { !$0.hasPrefix("@") }
        guard ReplWord.parse(line) != nil || words.contains(where: { Sfm.grammar.knows(word: String($0)) }) else { return }
        (language, isLanguageFixed) = (own, true)
    }

    // MARK: - Offers

    /// Asks whether a line was meant.
    private mutating func propose(_ line: String?, _ reply: inout Reply) {
        guard let line else { return }
        offered = line
        reply.text += question(line)
    }

    /// Does the line that was meant, after it has been shown as it is.
    private mutating func take(_ line: String) -> Reply {
        linesRead -= 1
        var reply = handle(line)
        reply.text = "  \(line)\n" + reply.text
        return reply
    }

    // MARK: - Blocks

    /// Help and what there is are told within a block as well, and are no part of it.
    private mutating func aside(_ line: String) -> Reply? {
        let source = source(line)
        guard case .success(let command)? = PromptReader.read(source) else { return nil }
        switch command {
        case .help, .helpOfOwn, .show:
            var reply = answer(command, source)
            reply.next = .readMore
            return reply
        case .why, .decision, .may, .whoCan, .whatCan, .undo, .redo, .reset, .load, .save, .edit, .history, .language, .quit: return nil
        }
    }

    /// A block at the keyboard is checked with each line: a mistake costs that line alone.
    private mutating func check(_ line: String) -> Reply? {
        if isInBlock, case .success(.edit)? = PromptReader.read(source(line)) { return nil }
        guard let source = openBlocks.text(pending, with: line, isOpen: isInBlock) else { return nil }
        let number = Self.breaks(pending) + (isInBlock ? 1 : 0)
        let mistakes = session.mistakes(in: source, library: library).filter { mistake in
            mistake.span.file == 0 && source.line(of: Int(mistake.span.lower)) - 1 == number && !OpenBlocks.mayBeMended.contains(mistake.code)
        }
        guard !mistakes.isEmpty else { return nil }
        let renderer = DiagnosticRenderer(language: language, colour: colour)
        let told = mistakes.map { renderer.render(atPrompt($0), sources: [source]) }.joined()
        let note: SafeText = isInBlock ? language("this line is not taken; the block goes on\n", "эта строка не принята; блок продолжается\n") : ""
        return Reply(text: told + note, next: isInBlock ? .readMore : .goOn, failed: true, status: ExitStatus(of: mistakes))
    }

    // MARK: - Answers

    private func reply(to submission: Submission, _ telling: Telling) -> Reply? {
        switch submission {
        case .incomplete: return nil
        case .empty: return Reply(text: "")
        case .invalid(let diagnostics, let sources):
            let renderer = DiagnosticRenderer(language: language, colour: colour)
            return Reply(
                text: diagnostics.map { renderer.render(atPrompt($0), sources: sources) }.joined() + hint(diagnostics, sources), failed: true,
                status: ExitStatus(of: diagnostics))
        case .defined(let policies) where policies.isEmpty:
            return Reply(text: "\(good)\(language("the calendar is noted; show calendar tells it", "календарь принят; «показать календарь» его покажет"))\n")
        case .defined(let policies):
            return Reply(
                text: policies.map { policy in
                    let size = Plural.clause.counted(policy.clauses.count, language)
                    return "\(good)\(language("policy ", "порядок "))\(policy.id): \(size)\n"
                }
                .joined())
        case .ran, .scenarios: return telling.reply
        }
    }

    /// A word of the session itself that was misspelt or typed on the wrong keyboard layout.
    private func hint(_ diagnostics: [Diagnostic], _ sources: [SourceFile]) -> SafeText {
        guard diagnostics.count == 1, diagnostics[0].code == .unknownStatement, let line = sources.last.map({ String(decoding: $0.bytes, as: UTF8.self) }),
            let near = ReplWord.near(line), !diagnostics[0].fixes.contains(where: { $0.replacement == near.phrase })
        else { return "" }
        let why: SafeText = near.isLayout ? language(" (the keyboard layout was another)", " (набрано в другой раскладке)") : ""
        return "  \(language("did you mean: ", "может быть: "))\(near.phrase)\(why)\n"
    }

    var good: SafeText { OutcomeRenderer(language: language, colour: colour, plain: plain, sources: []).good() }

    // MARK: - Commands

    private mutating func answer(_ command: PromptCommand, _ source: SourceFile) -> Reply {
        switch command {
        case .help(let topic): return Reply(text: HelpText.repl(topic, language))
        case .helpOfOwn(let word, var mistake):
            let policies = session.interpreter.policies
            if let told = HelpText.own(word, policies, language) { return Reply(text: told) }
            let near = Suggestion.names(near: word, among: policies.words.all.flatMap { [$0.name.en, $0.name.ru] }.unique)
            if !near.isEmpty { mistake.diagnostic.help.append(Diagnostic.question(near)) }
            return complain(mistake)
        case .show(let request): return show(request, source)
        case .why: return why()
        case .decision(let question): return whyNot(question)
        case .may(let question): return may(question)
        case .whoCan(let question): return whoCan(question)
        case .whatCan(let person): return whatCan(person, source)
        case .undo(let count): return undo(count)
        case .redo:
            guard let text = session.redo() else {
                return Interruption.isWanted ? Reply(text: "") : refuse("there is nothing to do again", "возвращать нечего")
            }
            return Reply(text: "\(good)\(language("again: ", "снова: "))\(Self.short(text))\n", record: .redo)
        case .reset:
            session.reset()
            return Reply(text: good + language("a fresh world\n", "мир начат заново\n"), record: .reset)
        case .load(let name): return load(name)
        case .save(let name, let anew): return save(name, anew: anew)
        case .edit: return isAtKeyboard ? Reply(text: "", next: .edit) : refuse("there is no keyboard to edit at", "править можно только с клавиатуры")
        case .history: return Reply(text: session.accepted.flatMap { $0.split(separator: "\n") }.map { "\(String($0))\n" }.joined())
        case .language(let chosen): return setLanguage(chosen)
        case .quit: return Reply(text: "", next: .quit)
        }
    }

    func refuse(_ en: SafeText, _ ru: SafeText) -> Reply {
        let bad = OutcomeRenderer(language: language, colour: colour, plain: plain, sources: []).bad()
        return Reply(text: "\(bad)\(language(en, ru))\n", failed: true, status: .invalid)
    }

    /// A text of several lines by its first.
    private static func short(_ text: String) -> SafeText {
        let lines = LineEnd.lines(of: Array(text.utf8)).filter { !$0.isEmpty }
        return "\(lines.first ?? text)\(lines.count > 1 ? " …" : "")"
    }

    private mutating func undo(_ n: Int) -> Reply {
        let taken = session.undo(n)
        guard !taken.isEmpty else { return Interruption.isWanted ? Reply(text: "") : refuse("there is nothing to undo", "отменять нечего") }
        return Reply(
            text: taken.map { "\(good)\(language("undone: ", "отменено: "))\(Self.short($0))\n" }.joined(), record: .undo(taken.count))
    }

    private mutating func setLanguage(_ chosen: Language) -> Reply {
        (language, isLanguageFixed) = (chosen, true)
        return Reply(text: good + language("answers in English\n", "ответы по-русски\n"))
    }
}
