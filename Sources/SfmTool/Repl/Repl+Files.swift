import Glibc
import SfmRuntime
import SfmScenarios
import SfmSyntax
import SfmTerms

/// `load` and `save`: where a session meets files.
extension Repl {
    mutating func load(_ wanted: PromptLine.Name) -> Reply {
        let name = wanted.text
        let store = FileStore(root: ScriptPath.root(of: name), limit: files.limit)
        switch isConfined ? included(name) : chosen(name) {
        case .failure(let unloaded):
            let d = unloaded.diagnostic
            return Reply(text: DiagnosticRenderer(language: language, colour: colour).render(d, sources: []), failed: true, status: ExitStatus(of: [d]))
        case .success(let bytes):
            guard let text = String(validating: bytes, as: UTF8.self) else {
                let source = SourceFile(name: name, bytes: bytes)
                return Diagnostic.notUTF8(source).map { complain(PromptMistake(diagnostic: $0, source: source)) } ?? Reply(text: "")
            }
            library.forgetFiles()
            guard case (var reply, let isAccepted)? = submit(SourceFile(name: name, bytes: bytes), text, store) else {
                return refuse("a block of the file has no end", "у блока в файле нет конца")
            }
            if isAccepted { reply.record = .load(folder: FileStore.absolute(store.root), text: text) }
            return reply
        }
    }

    /// Why a file was not loaded.
    private struct Unloaded: Error {
        let diagnostic: Diagnostic

        init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }
    }

    /// Any file of the user's.
    private func chosen(_ name: String) -> Result<[UInt8], Unloaded> {
        FileStore.readNamed(name, limit: files.limit).mapError { Unloaded(ScriptSet.diagnostic($0, name, files.limit)) }
    }

    /// A file that a script in the working folder could include.
    private func included(_ name: String) -> Result<[UInt8], Unloaded> {
        guard let path = ScriptPath.inside("", name) else { return .failure(Unloaded(.trouble(.outside, name, .none))) }
        guard SourceFile.isScript(name) else { return .failure(Unloaded(.notAScript(name, .none))) }
        return files.read(path).mapError { trouble in
            if case .missing = trouble { return Unloaded(.trouble(trouble, name, .none, near: files.near(path))) }
            return Unloaded(.trouble(trouble, name, .none))
        }
    }

    // MARK: - Saving

    mutating func save(_ name: String, anew: Bool) -> Reply {
        guard isAtKeyboard else { return refuse("only somebody at the keyboard can save", "сохранять можно только с клавиатуры") }
        guard SourceFile.isScript(name), name.utf8.count > 4, !name.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
            return refuse("a test's file ends in .sfm", "имя файла с тестом кончается на .sfm")
        }
        guard session.acceptedCount > 0 else { return refuse("there is nothing to save yet", "сохранять пока нечего") }
        guard let (script, checks) = verified(name) else {
            return refuse(
                "the session does not pass when it runs as a test; nothing was written", "сеанс не проходит, если исполнить его как тест; файл не записан")
        }
        if !anew {
            if let trouble = FileWriter.create(name, with: Array(script.utf8)) {
                guard trouble == .exists else { return unwritten(name, trouble) }
                let shown = SafeText(name).quoted
                return refuse(
                    "\(shown) is there already; to replace it: save \(shown) anew", "\(shown) уже есть; чтобы заменить: сохранить \(shown) заново")
            }
        } else if let trouble = FileWriter.replace(name, with: Array(script.utf8), at: .named) {
            return unwritten(name, trouble)
        }
        let count = Plural("expectation", "expectations", ru: "проверка", "проверки", "проверок").counted(checks, language)
        return Reply(text: "\(good)\(name)\(language(" passes: ", ": тест проходит, "))\(count)\n")
    }

    private func unwritten(_ name: String, _ trouble: WriteTrouble) -> Reply {
        refuse("\(name): \(trouble.text.en)", "\(name): \(trouble.text.ru)")
    }

    /// The session as a test that comes to the same deeds and passes, with how many expectations it has.
    private func verified(_ name: String) -> (text: String, checks: Int)? {
        let title = String(ScriptPath.last(of: name).dropLast(4))
        let store = FileStore(root: ScriptPath.root(of: name), limit: files.limit)
        for withQuestions in [true, false] {
            guard let text = session.script(title: title, language, withQuestions: withQuestions) else { continue }
            var (loader, library) = (ScriptLoader(files: store, path: name), Library())
            let script = loader.load(SourceFile(name: name, text: text), library: &library)
            let runner = Runner()
            let result = runner.test(script, named: title)
            guard !Interruption.isWanted else { return nil }
            guard !script.hasErrors, !result.isInvalid, result.failed == 0, script.deeds(ofScenario: title) == session.interpreter.deeds else { continue }
            return (text, script.expectations)
        }
        return nil
    }
}
