import Glibc
import SfmRuntime
import SfmSyntax
import SfmTerms

/// `sfm new policy "NAME"`: a policy file to edit, started from one that comes with the program, made of ready clauses (`--with`) or read from a
/// regulation (`--text`).
enum NewCommand {
    static func run(_ environment: Environment) throws(UsageError) -> ExitStatus {
        let options = environment.options
        guard let kind = options.arguments.first, kinds.contains(kind.lowercased()) else {
            throw UsageError(message: Text("new what? as in: sfm new policy \"Our school\"", "что создать? например: sfm new порядок \"Наша школа\""))
        }
        guard options.arguments.count == 2 else {
            throw UsageError(
                message: Text("the new policy needs one name, in quotes", "новому порядку нужно одно название, в кавычках")
                    + ClauseLibrary.hint(options))
        }
        let name = options.arguments[1]
        let base = options.base ?? "koshdo-2024"
        guard let source = Library.shippedSource(base) else { throw unknown(base) }
        try check(name)
        if let output = options.output, !SourceFile.isScript(output) {
            throw UsageError(message: Text("the name of a policy's file ends in .sfm", "имя файла порядка кончается на .sfm"))
        }
        if let text = options.text { return try TextReading.run(environment, name: name, text: text) }
        let language = environment.language()
        // Whoever asks for «порядок» wants it in Russian, whatever the answers are in.
        let own = environment.options.language ?? (kind.lowercased() == "policy" ? language : .russian)
        let file = options.output ?? fileName(name)
        guard let items = try ClauseQuestion(environment: environment, file: file).answer() else { return .nothing }
        let text =
            items.isEmpty
            ? PolicyDraft(name: name, base: base, language: own).adapted(source) : ClausePolicy(name: name, items: items, language: own).text
        guard let problem = create(file, Array(text.utf8)) else {
            environment.print(next(file, items.isEmpty ? "check" : "test", language))
            return .ok
        }
        environment.console.report("sfm: \(file): \(problem[language])\n")
        return .unwritable
    }

    static let kinds = ["policy", "порядок", "положение", "регламент"]

    private static func unknown(_ base: String) -> UsageError {
        let known = Library.shippedIDs.joined(separator: ", ")
        if let near = Suggestion.nearest(to: base, among: Library.shippedIDs) {
            return UsageError(
                message: Text(
                    "no policy “\(base)” comes with the program; did you mean “\(near)”?", "порядка «\(base)» в программе нет; может быть, «\(near)»?"))
        }
        return UsageError(
            message: Text("no policy “\(base)” comes with the program; known: \(known)", "порядка «\(base)» в программе нет; известны: \(known)"))
    }

    private static func check(_ name: String) throws(UsageError) {
        if name.allSatisfy(\.isWhitespace)
            || name.unicodeScalars.contains(where: { $0.value < 32 || $0 == "\"" || $0 == "\\" || Scalars.isForbidden($0.value) })
        {
            throw UsageError(message: Text("a policy's name is one line without quotes", "название порядка — одна строка без кавычек"))
        }
        if Library.shippedIDs.contains(name) {
            throw UsageError(
                message: Text(
                    "a policy of the name “\(name)” comes with the program; give yours another", "порядок «\(name)» уже есть в программе; назовите свой иначе"))
        }
    }

    /// The name in small letters, what a file name should not have replaced by a dash.
    static func fileName(_ name: String) -> String {
        var out = ""
        for scalar in name.lowercased().unicodeScalars {
            if scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) {
                out.unicodeScalars.append(scalar)
            } else if !out.hasSuffix("-"), !out.isEmpty {
                out += "-"
            }
        }
        while out.hasSuffix("-") { out.removeLast() }
        return (out.isEmpty ? "policy" : String(out.prefix(60))) + ".sfm"
    }

    /// Never over a file that is there.
    static func create(_ path: String, _ bytes: [UInt8]) -> Text? {
        guard let problem = FileWriter.create(path, with: bytes) else { return nil }
        guard problem == .exists else { return problem.text }
        return Text("is there already; choose another name with --output", "уже есть; выберите другое имя: --output")
    }

    private static func next(_ file: String, _ command: SafeText, _ language: Language) -> SafeText {
        // A script names a file in its own folder or below it.
        let reference = file.hasPrefix("/") || file.split(separator: "/").contains("..") ? ScriptPath.last(of: file) : file
        return language(
            "\(file) is ready to edit\n  sfm \(command) \(file)\n  in scenarios: use policy \"./\(reference)\"\n",
            "\(file) — можно править\n  sfm \(command) \(file)\n  в сценариях: применить порядок \"./\(reference)\"\n")
    }
}

/// The text of a shipped policy as the start of a school's own: in one language, under a new name, not yet adopted.
struct PolicyDraft {
    let name: String
    let base: String
    let language: Language

    func adapted(_ source: String) -> String {
        var out: [String] = []
        var isHead = true
        let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
        let own = ownWords(lines)
        for line in lines {
            let words = line.drop { $0 == " " }
            if isHead {
                if words.hasPrefix("#") { continue }
                if words.hasPrefix("policy ") {
                    out += opening + ["policy \"\(name)\""]
                    continue
                }
                if words.hasPrefix("title ") {
                    out.append("  title \"\(name)\"")
                    continue
                }
                // What the other school calls things is its own, and Russian.
                if words.hasPrefix("adopted ") || (language == .english && words.hasPrefix("calls ")) { continue }
                isHead = !words.hasPrefix("clause ")
            }
            out.append(monolingual(line, own))
        }
        let text = out.joined(separator: "\n")
        let translated = Translator(grammar: Sfm.grammar, to: language).translate(SourceFile(name: base, text: text))
        return translated.text ?? text
    }

    private var opening: [String] {
        language == .english
            ? [
                "# \(name). Started from \(base): strike out what you do not need, change what differs,",
                "# add adopted DATE by order \"…\" once the policy is approved.",
            ]
            : [
                "# \(name). Основа — \(base): лишнее вычеркните, отличия поправьте,",
                "# строку утверждён ДАТА приказом \"…\" добавьте, когда порядок утвердят.",
            ]
    }

    /// `"…" en "…"` becomes the text in the draft's language, and so does a word of the policy's own wherever a rule names it.
    private func monolingual(_ line: Substring, _ words: [(kept: String, other: String)]) -> String {
        let single = line.replacing(/"([^"]*)" en "([^"]*)"/) { "\"\(language == .russian ? $0.1 : $0.2)\"" }
        guard !single.drop(while: { $0 == " " }).hasPrefix("note ") else { return String(single) }
        return words.reduce(String(single)) { $0.replacing("\"\($1.other)\"", with: "\"\($1.kept)\"") }
    }

    /// The words that the lines before the first clause declare, in the draft's language and in the other.
    private func ownWords(_ lines: [Substring]) -> [(kept: String, other: String)] {
        lines.prefix { !$0.drop { $0 == " " }.hasPrefix("clause ") }.filter { !$0.drop { $0 == " " }.hasPrefix("title ") }.flatMap { line in
            line.matches(of: /"([^"]*)" en "([^"]*)"/).map { match in
                let (russian, english) = (String(match.1), String(match.2))
                return language == .russian ? (kept: russian, other: english) : (kept: english, other: russian)
            }
        }
    }
}
