import SfmRuntime
import SfmScenarios
import SfmSyntax
import SfmTerms

/// `sfm new policy "NAME" --text FILE`: reads a regulation and writes what it could make of it, and says what that is.
struct TextReading {
    let environment: Environment
    let name: String
    let file: String
    let output: String

    static func run(_ environment: Environment, name: String, text: String) throws(UsageError) -> ExitStatus {
        if environment.options.base != nil {
            throw UsageError(
                message: Text(
                    "--text and --from exclude each other: a policy is read from a text or started from a policy",
                    "--text и --from вместе не бывают: порядок либо читают из текста, либо начинают с готового"))
        }
        if !environment.options.clauses.isEmpty {
            throw UsageError(
                message: Text(
                    "--text and --with exclude each other: a policy is read from a text or made of ready clauses",
                    "--text и --with вместе не бывают: порядок либо читают из текста, либо составляют из готовых пунктов"))
        }
        let reading = TextReading(environment: environment, name: name, file: text, output: environment.options.output ?? NewCommand.fileName(name))
        switch reading.made() {
        case .failure(let stopped): return stopped.status
        case .success(let (policy, text, language)):
            if let problem = NewCommand.create(reading.output, Array(text.utf8)) {
                environment.console.report("sfm: \(reading.output): \(problem[language])\n")
                return .unwritable
            }
            environment.tell(reading.summary(policy, language))
            return .ok
        }
    }

    /// What came of it: the policy's text, or why there is none, which has been said.
    private func made() -> Result<(policy: PolicyFromText, text: String, language: Language), Stopped> {
        let limits = environment.options.limits
        let bytes: [UInt8]
        switch FileStore.readNamed(file, limit: limits.syntax.fileBytes) {
        case .success(let read): bytes = read
        case .failure(let trouble):
            let diagnostic = ScriptSet.diagnostic(trouble, file, limits.syntax.fileBytes)
            environment.say(diagnostic)
            return .failure(Stopped(status: ExitStatus(of: [diagnostic])))
        }
        let regulation: RegulationText
        switch RegulationText.decoded(bytes) {
        case .success(let text): regulation = RegulationText(text)
        case .failure(let trouble): return .failure(refuse(trouble))
        }
        let language = environment.language(counting: [regulation.language])
        let own = environment.options.language ?? regulation.language
        var policy = PolicyFromText(name: name, source: ScriptPath.last(of: file), language: own, outline: OutlineReader.outline(of: regulation))
        guard !policy.clauses.isEmpty else {
            return .failure(stop(.nothing, Text("no clause was found, nothing is written", "пунктов не найдено, ничего не записано"), language))
        }
        if policy.clauses.count > limits.clauses {
            let (found, most) = (policy.clauses.count, limits.clauses)
            let why = Text(
                "\(found) clauses, and a policy has \(most) at the most; --max-clauses N raises the limit. Nothing is written",
                "пунктов \(found), а в порядке их не больше \(most); предел поднимает --max-clauses N. Ничего не записано")
            return .failure(stop(.limit, why, language))
        }
        let text = policy.text(limits)
        guard text.utf8.count <= limits.syntax.fileBytes else {
            let why = Text(
                "the policy would be larger than \(limits.syntax.fileBytes) bytes; --max-file-bytes N raises the limit. Nothing is written",
                "порядок вышел бы больше \(limits.syntax.fileBytes) байт; предел поднимает --max-file-bytes N. Ничего не записано")
            return .failure(stop(.limit, why, language))
        }
        return .success((policy, text, language))
    }

    private func refuse(_ trouble: RegulationText.Trouble) -> Stopped {
        let language = environment.language()
        switch trouble {
        case .document:
            return stop(
                .invalid,
                Text(
                    "is no plain text; in the word processor choose “Save as”, plain text (.txt), encoding UTF-8",
                    "не обычный текст; в редакторе выберите «Сохранить как», обычный текст (.txt), кодировка UTF-8"), language)
        case .encoding:
            return stop(
                .invalid,
                Text(
                    "is not in UTF-8, and in what it is cannot be told for certain; save it in UTF-8",
                    "не в UTF-8, а в чём — точно не сказать; сохраните его в UTF-8"),
                language)
        }
    }

    private func stop(_ status: ExitStatus, _ why: Text, _ language: Language) -> Stopped {
        environment.console.report("sfm: \(file): \(why[language])\n")
        return Stopped(status: status)
    }

    /// How much of the text has become what, and what to do next.
    private func summary(_ policy: PolicyFromText, _ language: Language) -> SafeText {
        let (all, rules) = (policy.clauses.count, policy.withRules.count)
        let count = Plural.clause.counted(all, language)
        var out: SafeText = language(
            "\(output): \(count), of these with a rule to review: \(rules), with a note alone: \(all - rules)\n",
            "\(output): \(count), из них с правилом на проверку: \(rules), только с примечанием: \(all - rules)\n")
        let places = Self.places(policy.unplaced, language)
        if !places.isEmpty {
            let head: SafeText = language("lines of the text that are in no clause: ", "строки текста, которые не вошли ни в один пункт: ")
            out += Wrap.wrapped(head + SafeText(places), indent: 4, first: "  ")
        }
        let word = Sanitizer.shellWord(output)
        out += language(
            "  sfm check \(word)     whether it is in order\n  sfm show \(word)      how its rules were understood\n  sfm coverage \(word)  what is left\n",
            "  sfm check \(word)     всё ли в порядке\n  sfm show \(word)      как поняты правила\n  sfm coverage \(word)  что осталось\n")
        return out
    }

    /// «1–14 (до первого номера), 57 (номер страницы)».
    static func places(_ lines: [(line: Int, reason: Outline.Reason)], _ language: Language) -> String {
        var runs: [(first: Int, last: Int, reason: Outline.Reason)] = []
        for (line, reason) in lines {
            // Blank lines between two do not part them.
            if let last = runs.last, last.reason == reason, line - last.last <= 3 {
                runs[runs.count - 1].last = line
            } else {
                runs.append((line, line, reason))
            }
        }
        let shown = runs.prefix(mostPlaces).map { run in
            (run.first == run.last ? "\(run.first)" : "\(run.first)–\(run.last)") + " (\(run.reason.words[language]))"
        }
        let more = runs.count - shown.count
        return shown.joined(separator: ", ") + (more > 0 ? language(" and \(more) more places", " и ещё мест: \(more)") : "")
    }

    private static let mostPlaces = 20
}
