import SfmScenarios
import SfmSyntax
import SfmTerms

/// Files for editors, shells and the manual, made of the program's tables.
enum EditorGrammar {
    static let formats: [(name: String, file: String, text: @Sendable () -> String)] = [
        ("textmate", "editors/sfm.tmLanguage.json", { textMate(EditorWords()) }),
        ("vim", "editors/vim/syntax/sfm.vim", { vim(EditorWords()) }),
        ("kate", "editors/kate/sfm.xml", { kate(EditorWords()) }),
        ("bash", "packaging/completions/sfm.bash", ShellCompletions.bash),
        ("zsh", "packaging/completions/_sfm", ShellCompletions.zsh),
        ("fish", "packaging/completions/sfm.fish", ShellCompletions.fish),
        ("man", "packaging/man/sfm.1", { ManPage(.english).text }),
        ("man-ru", "packaging/man/ru/sfm.1", { ManPage(.russian).text }),
    ]

    // MARK: - TextMate

    private static func textMate(_ words: EditorWords) -> String {
        func alternatives(_ phrases: [EditorWords.Phrase]) -> String {
            let all = phrases.map { EditorWords.pattern($0, space: "\\s+") { "(?:" + $0 + ")" } }
            return "(?i)(?<![\\p{L}\\d_@])(?:" + all.joined(separator: "|") + ")(?![\\p{L}\\d_])"
        }
        let rules: [(scope: String, match: String)] = [
            ("comment.line.number-sign.sfm", "#.*$"),
            ("string.quoted.double.sfm", #""(?:\\.|[^"\\])*""#),
            ("string.quoted.other.sfm", "«[^»]*»|“[^”]*”|„[^“]*“"),
            ("variable.other.handle.sfm", "@[\\p{L}\\d_](?:[\\p{L}\\d_.-]*[\\p{L}\\d_])?"),
            ("constant.other.clause.sfm", "(?i)(?:(?<=clause )|(?<=п\\. )|(?<=п\\.)|(?<=пункту )|(?<=пункт ))(?:app\\.)?\\d+(?:\\.\\d+)*"),
            ("constant.numeric.date.sfm", "\\b\\d{2}\\.\\d{2}\\.\\d{4}(?: \\d{2}:\\d{2})?|\\b\\d{4}-\\d{2}-\\d{2}(?: \\d{2}:\\d{2})?"),
            ("keyword.control.sfm", alternatives(words.keywords)),
            ("support.function.act.sfm", alternatives(words.acts)),
            ("support.type.noun.sfm", alternatives(words.nouns)),
            ("constant.numeric.sfm", "\\b\\d+\\b"),
            ("variable.parameter.cell.sfm", "<[^<>\\n]+>"),
        ]
        var json = "{\n  \"name\": \"sfm\",\n  \"scopeName\": \"source.sfm\",\n  \"fileTypes\": [\"sfm\"],\n  \"patterns\": [\n"
        json += rules.map { "    { \"name\": \(JSONWriter.quoted($0.scope)), \"match\": \(JSONWriter.quoted($0.match)) }" }.joined(separator: ",\n")
        return json + "\n  ]\n}\n"
    }

    // MARK: - Vim

    private static func vim(_ words: EditorWords) -> String {
        func matches(_ group: String, _ phrases: [EditorWords.Phrase]) -> [String] {
            let single = phrases.filter { $0.count == 1 }.flatMap { $0[0] }
            let plain = single.filter { !$0.contains(".") && !$0.contains("-") }
            let longer = phrases.filter { $0.count > 1 }
            var out: [String] = []
            for chunk in chunks(plain.flatMap { $0.contains("ё") ? [$0, $0.replacing("ё", with: "е")] : [$0] }, 12) {
                out.append("syn keyword \(group) " + chunk.joined(separator: " "))
            }
            for phrase in longer {
                out.append("syn match \(group) /\\v<" + EditorWords.pattern(phrase, space: "\\s+") { "%(" + $0 + ")" } + ">/")
            }
            return out
        }
        var lines = [
            "\" Vim syntax file: sfm. Made by scripts/reference from the program's vocabulary.", "if exists(\"b:current_syntax\")", "  finish", "endif",
            "syn case ignore", "syn iskeyword @,48-57,_,192-255", "",
        ]
        lines += matches("sfmNoun", words.nouns) + matches("sfmAct", words.acts) + matches("sfmKeyword", words.keywords)
        lines += [
            "", #"syn match sfmNumber /\v<\d+>/"#, #"syn match sfmDate /\v<\d{2}\.\d{2}\.\d{4}( \d{2}:\d{2})?>|<\d{4}-\d{2}-\d{2}( \d{2}:\d{2})?>/"#,
            #"syn match sfmClause /\v(clause |п\. ?|пункту? )@<=(app\.)?\d+(\.\d+)*/"#, #"syn match sfmHandle /\v\@\k([[:alnum:]_.-]|[^\x00-\x7F])*/"#,
            #"syn match sfmCell /<[^<>]*>/"#, #"syn region sfmString start=/"/ skip=/\\./ end=/"/ oneline contains=sfmCell"#,
            "syn region sfmString start=/«/ end=/»/ oneline contains=sfmCell", #"syn match sfmComment /#.*$/ contains=@Spell"#, "",
            "hi def link sfmKeyword Statement", "hi def link sfmAct Function", "hi def link sfmNoun Type", "hi def link sfmNumber Number",
            "hi def link sfmDate Number", "hi def link sfmClause Constant", "hi def link sfmHandle Identifier", "hi def link sfmCell Special",
            "hi def link sfmString String", "hi def link sfmComment Comment", "let b:current_syntax = \"sfm\"",
        ]
        return lines.joined(separator: "\n") + "\n"
    }

    private static func chunks(_ words: [String], _ size: Int) -> [[String]] {
        stride(from: 0, to: words.count, by: size).map { Array(words[$0..<min($0 + size, words.count)]) }
    }

    // MARK: - Kate

    private static func kate(_ words: EditorWords) -> String {
        func rule(_ attribute: String, _ phrases: [EditorWords.Phrase]) -> String {
            let all = phrases.map { EditorWords.pattern($0, space: "\\s+") { "(?:" + $0 + ")" } }
            let pattern = "(?<![\\p{L}\\d_@])(?:" + all.joined(separator: "|") + ")(?![\\p{L}\\d_])"
            return "        <RegExpr attribute=\"\(attribute)\" insensitive=\"true\" String=\"\(Escape.xml(pattern))\"/>"
        }
        func plain(_ attribute: String, _ pattern: String) -> String {
            "        <RegExpr attribute=\"\(attribute)\" insensitive=\"true\" String=\"\(Escape.xml(pattern))\"/>"
        }
        let rules = [
            "        <DetectChar attribute=\"Comment\" context=\"Comment\" char=\"#\"/>", plain("String", #""(?:\\.|[^"\\])*""#),
            plain("String", "«[^»]*»|“[^”]*”|„[^“]*“"), plain("Handle", "@[\\p{L}\\d_](?:[\\p{L}\\d_.-]*[\\p{L}\\d_])?"),
            plain("Number", "\\b\\d{2}\\.\\d{2}\\.\\d{4}(?: \\d{2}:\\d{2})?"), rule("Keyword", words.keywords), rule("Act", words.acts),
            rule("Noun", words.nouns), plain("Number", "\\b\\d+(?:\\.\\d+)*\\b"),
        ]
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE language>
            <!-- Made by scripts/reference from the program's vocabulary. -->
            <language name="sfm" version="1" kateversion="5.0" section="Other" extensions="*.sfm">
              <highlighting>
                <contexts>
                  <context name="Normal" attribute="Normal" lineEndContext="#stay">
            \(rules.joined(separator: "\n"))
                  </context>
                  <context name="Comment" attribute="Comment" lineEndContext="#pop"/>
                </contexts>
                <itemDatas>
                  <itemData name="Normal" defStyleNum="dsNormal"/>
                  <itemData name="Comment" defStyleNum="dsComment"/>
                  <itemData name="String" defStyleNum="dsString"/>
                  <itemData name="Handle" defStyleNum="dsVariable"/>
                  <itemData name="Number" defStyleNum="dsDecVal"/>
                  <itemData name="Keyword" defStyleNum="dsKeyword"/>
                  <itemData name="Act" defStyleNum="dsFunction"/>
                  <itemData name="Noun" defStyleNum="dsDataType"/>
                </itemDatas>
              </highlighting>
              <general>
                <comments><comment name="singleLine" start="#"/></comments>
                <keywords casesensitive="0"/>
              </general>
            </language>

            """
    }
}
