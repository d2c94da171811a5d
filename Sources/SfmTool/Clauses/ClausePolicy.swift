import SfmRuntime
import SfmSyntax
import SfmTerms

/// A policy made of ready clauses: what they declare once, the clauses numbered on, and behind them all their scenarios.
struct ClausePolicy {
    let name: String
    let items: [ClauseItem]
    let language: Language

    /// The file, laid out: numbers of more digits widen the tables.
    var text: String {
        let text = lines.joined(separator: "\n") + "\n"
        return Formatter(grammar: Sfm.grammar).format(SourceFile(name: name, text: text)).text ?? text
    }

    private var lines: [String] {
        let words = ClauseWords.of(language)
        let texts = items.map { $0.text(language) }
        var declared: [String] = []
        for line in texts.flatMap(\.declarations) where !declared.contains(String(line)) { declared.append(String(line)) }
        var (clauses, scenarios): ([String], [String]) = ([], [])
        var offset = 0
        for text in texts {
            clauses += ["  # \(text.purpose)"] + text.clauses.map { renumbered($0, by: offset, words) }
            scenarios += ["", "# \(text.name)"] + text.scenarios.map { renumbered($0, by: offset, words) }
            offset += text.count(words)
        }
        let background = texts.first?.background.map(String.init) ?? []
        return head + ["\(words.policy) \"\(name)\""] + declared + clauses + [words.end, "\(words.usePolicy) \"\(name)\"", ""] + background + scenarios
    }

    private var head: [String] {
        language(
            [
                "# \(name). Made of ready clauses: strike out what you do not need, change what differs, the scenarios with it;",
                "# add adopted DATE by order \"…\" once the policy is approved.",
            ],
            [
                "# \(name). Порядок составлен из готовых пунктов: лишнее вычеркните, отличия поправьте — и в сценариях тоже;",
                "# строку утверждён ДАТА приказом \"…\" добавьте, когда порядок утвердят.",
            ])
    }

    /// The line with the numbers of its clauses raised; what stands in quotes is no number.
    private func renumbered(_ line: Substring, by offset: Int, _ words: ClauseWords) -> String {
        guard offset > 0 else { return String(line) }
        var parts = line.split(separator: "\"", omittingEmptySubsequences: false).map(String.init)
        for k in stride(from: 0, to: parts.count, by: 2) {
            var pieces = parts[k].split(separator: " ", omittingEmptySubsequences: false)
            for i in pieces.indices.dropFirst() where words.citations.contains(pieces[i - 1]) {
                let digits = pieces[i].prefix { $0.isNumber }
                if let number = Int(digits) { pieces[i] = "\(number + offset)\(pieces[i].dropFirst(digits.count))" }
            }
            parts[k] = pieces.joined(separator: " ")
        }
        return parts.joined(separator: "\"")
    }
}
