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

    package var text: String
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
    /// Whether a text loads only what a script could include: one on a pipe may be a stranger's.
    package var isConfined = false
    var library = Library()
    /// The lines of a block that has no end yet.
    private var pending = ""

    package init(language: Language?, fallback: Language, colour: Bool, plain: Bool, files: FileStore, session: Session = Session()) {
        self.session = session
        (self.language, isLanguageFixed) = (language ?? fallback, language != nil)
        (self.colour, self.plain, self.files) = (colour, plain, files)
    }

    package var isInBlock: Bool { !pending.isEmpty }

    /// The name of the policy in force, as the prompt shows it.
    package var prompt: String {
        if isInBlock { return "… " }
        let ids = session.interpreter.policies.policies.map(\.id)
        let shown = ids.isEmpty ? word("no policy", "порядок не применён") : ids.joined(separator: " + ")
        return (colour ? "\u{1B}[1;34m" : "") + Safe.text(shown) + (colour ? "\u{1B}[0m" : "") + " › "
    }

    func word(_ en: String, _ ru: String) -> String { language == .english ? en : ru }

    /// Drops an unfinished block.
    package mutating func interrupt() { pending = "" }

    package mutating func handle(_ line: String) -> Reply {
        if pending.isEmpty, line.utf8.allSatisfy({ $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }) { return Reply(text: "") }
        guard pending.utf8.count + line.utf8.count <= files.limit else { return tooLong() }
        if pending.isEmpty {
            follow(line)
            if let (word, rest) = ReplWord.parse(line) { return run(word, rest) }
        }
        if !pending.isEmpty, isAtKeyboard, ReplWord.parse(line)?.word == .edit {
            pending = ""
            return Reply(text: "", next: .edit)
        }
        let text = pending.isEmpty ? line : pending + "\n" + line
        library.forgetFiles()
        let (before, count) = (session.interpreter, session.accepted.count)
        let submission = session.submit(text, files: files, library: &library)
        if case .incomplete = submission {
            pending = text
            return Reply(text: "", next: .readMore)
        }
        pending = ""
        var reply = tell(submission, before)
        if session.accepted.count > count { reply.record = .text(text) }
        return reply
    }

    /// More than a file may have is not even looked at.
    private mutating func tooLong() -> Reply {
        pending = ""
        let diagnostic = Diagnostic.textTooLarge(limit: files.limit)
        return Reply(text: DiagnosticRenderer(language: language, colour: colour).render(diagnostic, sources: []), failed: true, status: .limit)
    }

    /// Does again what a journal holds; false where it does not come out as it did.
    package mutating func replay(_ record: JournalRecord) -> Bool {
        let count = session.accepted.count
        switch record {
        case .text(let text): _ = session.submit(text, files: files, library: &library)
        case .load(let folder, let text): _ = session.submit(text, files: FileStore(root: folder, limit: files.limit), library: &library)
        case .undo(let n): return session.undo(n).count == n
        case .redo: return session.redo() != nil
        case .reset: session.reset()
        }
        return session.accepted.count == count + 1
    }

    /// Where relative names of this session lead from.
    package mutating func move(to folder: String) { files = FileStore(root: folder, limit: files.limit) }

    /// The answer comes in the language of the question, until `lang` says otherwise.
    private mutating func follow(_ line: String) {
        guard !isLanguageFixed else { return }
        var unquoted = ""
        var inQuotes = false
        for c in ReplWord.head(line, 4096) {
            if "\"«»“”„".contains(c) { inQuotes.toggle() } else if !inQuotes { unquoted.append(c) }
        }
        let words = unquoted.split(separator: " ").filter { !$0.hasPrefix("@") }.joined(separator: " ")
        // A word typed on the wrong keyboard layout is no change of mind.
        guard ReplWord.parse(line) != nil || words.split(separator: " ").contains(where: { Sfm.grammar.knows(word: String($0)) }) else { return }
        if let own = ScriptSet.language(of: Array(words.utf8)) { language = own }
    }

    // MARK: - Answers

    func tell(_ submission: Submission, _ before: Interpreter) -> Reply {
        switch submission {
        case .empty, .incomplete: return Reply(text: "")
        case .invalid(let diagnostics, let sources):
            let renderer = DiagnosticRenderer(language: language, colour: colour)
            return Reply(
                text: diagnostics.map { renderer.render(Self.atPrompt($0), sources: sources) }.joined() + hint(diagnostics, sources), failed: true,
                status: ExitStatus(of: diagnostics))
        case .defined(let policies):
            return Reply(
                text: policies.map { good + word("policy ", "порядок ") + Safe.text($0.id) + ": " + Plural.clause.counted($0.clauses.count, language) + "\n" }
                    .joined())
        case .ran(let trace): return tell(trace, before)
        case .scenarios(let all):
            var reply = Reply(text: "")
            for (title, trace) in all {
                let inner = tell(trace, nil)
                reply.text += word("scenario ", "сценарий ") + FormPrinter.source(Safe.title(title)) + "\n" + inner.text
                if inner.failed { (reply.failed, reply.status) = (true, .failed) }
            }
            return reply
        }
    }

    /// At the prompt help is a word, not a command of the shell.
    static func atPrompt(_ diagnostic: Diagnostic) -> Diagnostic {
        var copy = diagnostic
        copy.help = copy.help.map { $0 == Diagnostic.seeHelp ? Text("what can be said: help", "что можно сказать: помощь") : $0 }
        return copy
    }

    /// A word of the session itself that was misspelt or typed on the wrong keyboard layout.
    private func hint(_ diagnostics: [Diagnostic], _ sources: [SourceFile]) -> String {
        guard diagnostics.count == 1, diagnostics[0].code == .unknownStatement, let line = sources.last.map({ String(decoding: $0.bytes, as: UTF8.self) }),
            let near = ReplWord.near(line), !diagnostics[0].fixes.contains(where: { $0.replacement == near.phrase })
        else { return "" }
        let why = near.isLayout ? word(" (the keyboard layout was another)", " (набрано в другой раскладке)") : ""
        return "  " + word("did you mean: ", "может быть: ") + near.phrase + why + "\n"
    }

    /// With a state to begin from, what each step changed besides is told as well.
    private func tell(_ trace: [(step: StepNode, result: StepResult, after: Interpreter)], _ start: Interpreter?) -> Reply {
        var before = start
        var teller = Teller(language: language, colour: colour, plain: plain, sources: [])
        var reply = Reply(text: "")
        for (step, result, after) in trace {
            reply.text += teller.tell(step, result, after)
            if let earlier = before, case .success = result { reply.text += Changes(from: earlier, to: after, language: language).text(of: step) }
            if start != nil { before = after }
            if case .failure(let failure) = result {
                (reply.failed, reply.status) = (true, .failed)
                if failure.decision != nil { reply.text += "  " + word("more: why", "подробнее: почему") + "\n" }
            }
        }
        return reply
    }

    var good: String { Teller(language: language, colour: colour, plain: plain, sources: []).good() }

    // MARK: - Commands

    private mutating func run(_ word: ReplWord, _ rest: String) -> Reply {
        switch word {
        case .help: return Reply(text: HelpText.repl(rest, language))
        case .show: return show(rest)
        case .why: return why()
        case .whyNot: return whyNot(rest)
        case .whoCan: return whoCan(rest)
        case .whatCan: return whatCan(rest)
        case .undo: return undo(Int(rest) ?? 1)
        case .redo:
            guard let text = session.redo() else { return refuse("there is nothing to do again", "возвращать нечего") }
            return Reply(text: good + self.word("again: ", "снова: ") + Self.short(text) + "\n", record: .redo)
        case .reset:
            session.reset()
            return Reply(text: good + self.word("a fresh world", "мир начат заново") + "\n", record: .reset)
        case .load: return load(rest)
        case .save: return save(rest)
        case .edit: return isAtKeyboard ? Reply(text: "", next: .edit) : refuse("there is no keyboard to edit at", "править можно только с клавиатуры")
        case .history: return Reply(text: session.accepted.map { Safe.text($0) + "\n" }.joined())
        case .language: return setLanguage(rest)
        case .quit: return Reply(text: "", next: .quit)
        }
    }

    func refuse(_ en: String, _ ru: String) -> Reply {
        let bad = Teller(language: language, colour: colour, plain: plain, sources: []).bad()
        return Reply(text: bad + word(en, ru) + "\n", failed: true, status: .invalid)
    }

    /// A text of several lines by its first.
    private static func short(_ text: String) -> String {
        let lines = text.split(separator: "\n")
        return Safe.text(lines.first.map(String.init) ?? text) + (lines.count > 1 ? " …" : "")
    }

    private mutating func undo(_ n: Int) -> Reply {
        let taken = session.undo(n)
        guard !taken.isEmpty else { return refuse("there is nothing to undo", "отменять нечего") }
        return Reply(
            text: taken.map { good + word("undone: ", "отменено: ") + Self.short($0) + "\n" }.joined(), record: .undo(taken.count))
    }

    private mutating func setLanguage(_ text: String) -> Reply {
        switch ReplWord.fold(text) {
        case "ru", "русский", "russian": language = .russian
        case "en", "английский", "english": language = .english
        default: return refuse("lang ru or lang en", "язык ru или язык en")
        }
        isLanguageFixed = true
        return Reply(text: good + word("answers in English", "ответы по-русски") + "\n")
    }
}
