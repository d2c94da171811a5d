import SfmRuntime
import SfmScenarios
import SfmSyntax
import SfmTerms

/// `sfm test --save FILE`: what explorations found as a file that `sfm test` passes as it is.
struct SavedCounterexamples {
    private let environment: Environment
    private let path: String
    private let language: Language

    init?(_ environment: Environment, _ language: Language) {
        guard let path = environment.options.save else { return nil }
        (self.environment, self.path, self.language) = (environment, path, language)
    }

    /// Refuses what can be told before anything runs.
    static func check(_ environment: Environment) throws(UsageError) {
        guard let path = environment.options.save else { return }
        guard SourceFile.isScript(path) else {
            throw UsageError(message: Text("--save writes a test: its name ends in .sfm", "--save записывает тест: его имя кончается на .sfm"))
        }
        guard environment.policyNames == nil else {
            throw UsageError(
                message: Text(
                    "--save writes what a file finds under its own policies: without --policy",
                    "--save записывает то, что файл находит при своих порядках: без --policy"))
        }
    }

    /// Writes the file, where something was found; says what was done. A refusal gives the status.
    func write(_ results: [FileResult], or status: ExitStatus) -> ExitStatus {
        let found = results.filter { $0.scenarios.contains { !$0.counterexamples.isEmpty } }
        guard let result = found.first else {
            say("nothing to save: no exploration found anything", "сохранять нечего: исследования ничего не нашли")
            return status
        }
        guard found.count == 1 else {
            let names = found.map { SafeText($0.path) }.joined(separator: ", ")
            say("--save writes what one file found; test one of them: \(names)", "--save записывает найденное одним файлом; проверьте один из них: \(names)")
            return .usage
        }
        var scripts = ScriptSet(options: environment.options)
        let script = scripts.load(result.path)
        guard !script.hasErrors, let text = CounterexampleText(script) else {
            say("\(result.path) was changed meanwhile", "\(result.path): за это время файл изменился")
            return .unwritable
        }
        // What the file names is named from its folder.
        if !script.reads.isEmpty, FileStore.absolute(folder(of: result.path)) != FileStore.absolute(folder(of: path)) {
            let name = SafeText(script.reads[0]).quoted
            say(
                "\(path): the file names \(name) from its own folder; save into the same folder",
                "\(path): файл называет \(name) по пути от своей папки; сохраняйте в ту же папку")
            return .usage
        }
        let counterexamples = result.scenarios.flatMap(\.counterexamples)
        let bytes = text.file(of: counterexamples)
        let saved = scripts.load(path, bytes: bytes)
        let proof = Runner(limits: environment.options.limits).test(saved, named: ScriptPath.last(of: path))
        guard !saved.hasErrors, !proof.isInvalid, proof.failed == 0, proof.passed == proof.scenarios.count else {
            say(
                "\(path): what was found does not pass as a test of its own; nothing was written",
                "\(path): найденное не проходит как отдельный тест; ничего не записано")
            return .failed
        }
        if let trouble = FileWriter.create(path, with: bytes), !isThere(bytes, trouble) { return environment.console.unwritten(path, trouble, language) }
        let count = Plural.scenario.counted(counterexamples.count, language)
        say("\(path): \(count), sfm test passes it", "\(path): \(count), sfm test его проходит")
        return status
    }

    /// Whether the file holds just what was to be written.
    private func isThere(_ bytes: [UInt8], _ trouble: WriteTrouble) -> Bool {
        guard trouble == .exists, case .success(let old) = FileStore.readNamed(path, limit: bytes.count) else { return false }
        return old == bytes
    }

    private func folder(of path: String) -> String {
        let root = ScriptPath.root(of: path)
        return root.isEmpty ? "." : root
    }

    private func say(_ en: SafeText, _ ru: SafeText) { environment.console.report("sfm: \(language(en, ru))\n") }
}
