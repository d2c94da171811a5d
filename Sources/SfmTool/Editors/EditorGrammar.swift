import SfmScenarios
import SfmSyntax

/// Files for editors, shells and the manual, made of the program's tables.
enum EditorGrammar {
    static let formats: [(name: String, file: String, text: @Sendable () -> String)] = [
        ("textmate", "editors/sfm.tmLanguage.json", { textMate(EditorWords()) }),
        ("vim", "editors/vim/syntax/sfm.vim", { VimFiles.syntax(EditorWords()) }),
        ("vim-ftplugin", "editors/vim/ftplugin/sfm.vim", VimFiles.plugin),
        ("kate", "editors/kate/sfm.xml", { KateGrammar.xml(EditorWords()) }),
        ("bash", "packaging/completions/sfm.bash", ShellCompletions.bash),
        ("zsh", "packaging/completions/_sfm", ShellCompletions.zsh),
        ("fish", "packaging/completions/sfm.fish", ShellCompletions.fish),
        ("man", "packaging/man/sfm.1", { ManPage(.english).text }),
        ("man-ru", "packaging/man/ru/sfm.1", { ManPage(.russian).text }),
    ]

    /// A pattern of words between what is no part of a word.
    static func whole(_ pattern: String) -> String { "(?<![\\p{L}\\d_@])(?:\(pattern))(?![\\p{L}\\d_])" }

    static let handle = "@[\\p{L}\\d_](?:[\\p{L}\\d_.-]*[\\p{L}\\d_])?"
    static let clause = "(?:(?<=clause )|(?<=п\\. )|(?<=п\\.)|(?<=пункту )|(?<=пункт ))(?:app\\.)?\\d+(?:\\.\\d+)*"
    static let date = "\\b\\d{2}\\.\\d{2}\\.\\d{4}(?: \\d{2}:\\d{2})?|\\b\\d{4}-\\d{2}-\\d{2}(?: \\d{2}:\\d{2})?"
    static let string = #""(?:\\.|[^"\\])*""#
    static let quoted = "«[^»]*»|“[^”]*”|„[^“]*“"

    private static func textMate(_ words: EditorWords) -> String {
        func rules(_ scope: String, _ patterns: [String]) -> [(scope: String, match: String)] { patterns.map { (scope, "(?i)" + whole($0)) } }
        let groups = [("keyword.control.sfm", words.keywords), ("support.function.act.sfm", words.acts), ("support.type.noun.sfm", words.nouns)]
        let all: [(scope: String, match: String)] =
            [
                ("comment.line.number-sign.sfm", "#.*$"), ("string.quoted.double.sfm", string), ("string.quoted.other.sfm", quoted),
                ("variable.other.handle.sfm", handle), ("constant.other.clause.sfm", "(?i)" + clause), ("constant.numeric.date.sfm", date),
            ] + groups.flatMap { rules($0.0, $0.1.longer(.perl)) } + groups.flatMap { rules($0.0, $0.1.single(.perl)) } + [
                ("constant.numeric.sfm", "\\b\\d+\\b"), ("variable.parameter.cell.sfm", "<[^<>\\n]+>"),
            ]
        var json = "{\n  \"name\": \"sfm\",\n  \"scopeName\": \"source.sfm\",\n  \"fileTypes\": [\"sfm\"],\n  \"patterns\": [\n"
        json += all.map { "    { \"name\": \(JSONWriter.quoted($0.scope)), \"match\": \(JSONWriter.quoted($0.match)) }" }.joined(separator: ",\n")
        return json + "\n  ]\n}\n"
    }
}
