import SfmScenarios

/// The colours for Kate and whatever else uses KSyntaxHighlighting.
enum KateGrammar {
    static func xml(_ words: EditorWords) -> String {
        func rule(_ attribute: String, _ pattern: String) -> String {
            "        <RegExpr attribute=\"\(attribute)\" insensitive=\"true\" String=\"\(Escape.xml(pattern))\"/>"
        }
        let groups = [("Keyword", "keywords", words.keywords), ("Act", "acts", words.acts), ("Noun", "nouns", words.nouns)]
        // Phrases of several words come before the lists: a list takes its word wherever that stands.
        let rules =
            [
                "        <DetectSpaces attribute=\"Normal\"/>", "        <DetectChar attribute=\"Comment\" context=\"Comment\" char=\"#\"/>",
                rule("String", EditorGrammar.string), rule("String", EditorGrammar.quoted), rule("Handle", EditorGrammar.handle),
                rule("Number", EditorGrammar.date), rule("Clause", EditorGrammar.clause),
            ] + groups.flatMap { group in group.2.longer(.perl).map { rule(group.0, EditorGrammar.whole($0)) } }
            + groups.map { "        <keyword attribute=\"\($0.0)\" context=\"#stay\" String=\"\($0.1)\"/>" } + [
                rule("Number", "\\b\\d+(?:\\.\\d+)*\\b"), rule("Cell", "<[^<>]+>"),
            ]
        let lists = groups.map { group in
            "    <list name=\"\(group.1)\">\n" + group.2.words().map { "      <item>\(Escape.xml($0))</item>\n" }.joined() + "    </list>"
        }
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE language>
            <!-- Made by scripts/reference from the program's vocabulary. -->
            <language name="sfm" version="2" kateversion="5.0" section="Other" extensions="*.sfm">
              <highlighting>
            \(lists.joined(separator: "\n"))
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
                  <itemData name="Clause" defStyleNum="dsConstant"/>
                  <itemData name="Cell" defStyleNum="dsSpecialChar"/>
                  <itemData name="Keyword" defStyleNum="dsKeyword"/>
                  <itemData name="Act" defStyleNum="dsFunction"/>
                  <itemData name="Noun" defStyleNum="dsDataType"/>
                </itemDatas>
              </highlighting>
              <general>
                <comments><comment name="singleLine" start="#"/></comments>
                <keywords casesensitive="0"/>
                <folding indentationsensitive="1"/>
              </general>
            </language>

            """
    }
}
