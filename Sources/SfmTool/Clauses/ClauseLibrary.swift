import SfmSyntax
import SfmTerms

/// The ready clauses that come with the program.
enum ClauseLibrary {
    static let items: [ClauseItem] = {
        let texts = Dictionary(uniqueKeysWithValues: ShippedClauses.all.map { ($0.name, $0.text) })
        return ShippedClauses.all.compactMap { english in
            texts[english.name + ".ru"].map { russian in
                ClauseItem(file: english.name, english: ClauseText(english.text, .english), russian: ClauseText(russian, .russian))
            }
        }
    }()

    /// Those of the names, each once, in the order in which they are named first.
    static func named(_ names: [String]) throws(UsageError) -> [ClauseItem] {
        var found: [ClauseItem] = []
        for name in names {
            guard let item = item(named: name) else { throw unknown(name) }
            if !found.contains(where: { $0.file == item.file }) { found.append(item) }
        }
        return found
    }

    /// By its name in either language, or as its file is called.
    static func item(named name: String) -> ClauseItem? {
        let folded = fold(name)
        return items.first { fold($0.english.name) == folded || fold($0.russian.name) == folded || fold($0.file) == folded }
    }

    /// Letters of either size, ё as е, a dash as a space; the quotation marks around a name are none of it.
    private static func fold(_ name: String) -> String {
        ReplWord.fold(String(name.filter { !"«»“”„\"'".contains($0) }.map { $0 == "-" ? " " : $0 }))
    }

    private static func unknown(_ name: String) -> UsageError {
        let near = Suggestion.nearest(to: name.lowercased(), among: items.flatMap { [$0.name.en, $0.name.ru] })
        let known = near.map { Text("; did you mean “\($0)”? There are: ", "; может быть, «\($0)»? Есть: ") } ?? Text("; there are: ", "; есть: ")
        return UsageError(
            message: Text("no ready clauses are called “\(name)”", "готовых пунктов «\(name)» нет") + known + Text.joined(items.map(\.name)))
    }

    /// What to say besides where the policy has no name, or one too many, which may be the words of an item without quotes.
    static func hint(_ options: Options) -> Text {
        guard !options.clauses.isEmpty else { return Text(same: "") }
        let names = options.clauses.map { "\"\($0)\"" }.joined(separator: ", ")
        return options.arguments.count < 2
            ? Text(": sfm new policy \"Our school\" --with \(names)", ": sfm new порядок \"Наша школа\" --with \(names)")
            : Text(
                "; so do ready clauses, with commas between them: --with \"quiet hours\", \"photo consent\"",
                "; готовым пунктам — тоже, через запятую: --with \"тихие часы\", \"согласие на съёмку\"")
    }

    /// A line each, as the help of `--with` lists them.
    static var list: Text {
        Text.joined(items.map { $0.name + Text(same: " — ") + $0.purpose }, "\n")
    }
}
