import Foundation
import FoundationXML
import SfmRuntime
import SfmSyntax
import SfmTerms
import Testing

@testable import SfmTool

/// The files for editors: expressions that every engine takes, and colours where they belong.
@Suite struct EditorFilesTests {
    private struct Rule {
        let name: String
        let pattern: String
    }

    private static func text(_ name: String) throws -> String {
        try #require(EditorGrammar.formats.first { $0.name == name }).text()
    }

    private static func textMate() throws -> [Rule] {
        let json = try JSONSerialization.jsonObject(with: Data(try text("textmate").utf8)) as? [String: Any]
        let patterns = try #require(json?["patterns"] as? [[String: String]])
        return try patterns.map { Rule(name: try #require($0["name"]), pattern: try #require($0["match"])) }
    }

    /// The expressions and the lists of Kate's file, read as XML.
    private final class KateFile: NSObject, XMLParserDelegate {
        var rules: [Rule] = []
        var lists: [String: Set<String>] = [:]
        private var list: String?
        private var item: String?

        init(_ text: String) throws {
            super.init()
            let parser = XMLParser(data: Data(text.utf8))
            parser.delegate = self
            try #require(parser.parse())
        }

        func parser(_: XMLParser, didStartElement element: String, namespaceURI _: String?, qualifiedName _: String?, attributes: [String: String]) {
            if element == "RegExpr" { rules.append(Rule(name: attributes["attribute"] ?? "", pattern: "(?i)" + (attributes["String"] ?? ""))) }
            if element == "list" { list = attributes["name"] }
            item = element == "item" ? "" : nil
        }

        func parser(_: XMLParser, foundCharacters text: String) { item?.append(text) }

        func parser(_: XMLParser, didEndElement element: String, namespaceURI _: String?, qualifiedName _: String?) {
            if element == "item", let list, let item { lists[list, default: []].insert(item) }
            item = nil
        }
    }

    @Test("no expression is longer than an engine compiles, and all compile")
    func expressions() throws {
        let place = try Workplace()
        let kate = try KateFile(try Self.text("kate"))
        for rule in try Self.textMate() + kate.rules {
            #expect(rule.pattern.utf16.count < 2_500, "\(rule.name): \(rule.pattern.utf16.count)")
            #expect(throws: Never.self) { try NSRegularExpression(pattern: rule.pattern) }
            // PCRE2 is what Kate compiles with: 1 is «nothing found», 2 a mistake.
            let run = try place.run(["pcre2grep", "-u", "-e", rule.pattern, "/dev/null"])
            #expect(run.status == 1, "\(rule.name): \(run.error)")
        }
        for line in try Self.text("vim").split(separator: "\n") { #expect(line.utf16.count < 2_500) }
        #expect(kate.lists.values.allSatisfy { $0.count > 20 } && kate.lists.count == 3)
    }

    /// Texts that an act may begin with, in both languages.
    private static let heads = ActTable.all.flatMap { FormPhrases.heads(of: $0.forms) }

    @Test("every act is coloured as one, as a whole, in the grammars of TextMate and Kate")
    func acts() throws {
        func matcher(_ rules: [Rule], _ name: String) throws -> [NSRegularExpression] {
            try rules.filter { $0.name == name }.map { try NSRegularExpression(pattern: $0.pattern) }
        }
        let kate = try KateFile(try Self.text("kate"))
        let (mate, other) = (try matcher(try Self.textMate(), "support.function.act.sfm"), try matcher(kate.rules, "Act"))
        let words = try #require(kate.lists["acts"])
        func whole(_ text: String, _ rules: [NSRegularExpression]) -> Bool {
            let all = NSRange(text.startIndex..., in: text)
            return rules.contains { $0.firstMatch(in: text, range: all)?.range == all }
        }
        #expect(Self.heads.count > 200)
        for head in Self.heads {
            #expect(whole(head, mate), "TextMate: \(head)")
            #expect(whole(head, other) || words.contains(head.lowercased()), "Kate: \(head)")
            #expect(!whole(head + "x", mate) && !whole("x" + head, other))
        }
    }

    // MARK: - Vim

    /// What Vim says, a line each, of the script run behind the settings of this repository.
    private func vim(_ place: Workplace, _ script: String, _ environment: [String: String] = [:]) throws -> [String] {
        let start =
            "set rtp^=\(ToolRun.root.replacingOccurrences(of: " ", with: "\\ "))/editors/vim\nfiletype plugin on\nsyntax on\nlet g:sfm_folding = 1\n"
            + "edit \(place.path)/Мои\\ тексты/при\\ мер\\ 'x'.sfm\nlet out = []\n"
        try place.folder.write("script.vim", start + script + "\ncall writefile(out, '\(place.path)/answer')\nqall!\n")
        let run = try place.run(["vim", "-N", "-u", "NONE", "-i", "NONE", "-es", "-S", "script.vim"], environment)
        #expect(run.status == 0, "\(run.out) \(run.error)")
        return try place.text("answer").split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    }

    private static let example = """
        # днём
        сценарий "x"
        дано учник @a
        ожидаем отказ по п. 24: @a: удалить сообщение "днём"
        конец
        scenario "y"
          repeat 2 times
            @b: send invitation
          end
        end

        """

    @Test(arguments: ["ru", "en"])
    func vimChecksAndLaysOut(language: String) throws {
        let place = try Workplace()
        try place.folder.write("Мои тексты/при мер 'x'.sfm", Self.example)
        let answers = try vim(
            place,
            """
            call add(out, join([&filetype, &commentstring, &shiftwidth], '|'))
            silent make!
            for e in getqflist()
              call add(out, join([fnamemodify(bufname(e.bufnr), ':t'), e.lnum, e.col, e.type, e.text[:6]], '|'))
            endfor
            call add(out, join(map(range(1, line('$')), 'foldlevel(v:val)'), ''))
            normal! gggqG
            call add(out, getline(3))
            set ft=
            call add(out, &commentstring . '|' . &makeprg . '|' . &foldmethod)
            """, ["SFM_LANG": language])
        #expect(answers.first == "sfm|# %s|2" && answers.suffix(3) == ["0111112221", "  дано учник @a", "/*%s*/|make|manual"], "\(answers)")
        #expect(answers.contains("при мер 'x'.sfm|3|6|E|SFM0215"), "\(answers)")
    }

    @Test("Vim paints an act, not the noun that it begins with")
    func vimPaints() throws {
        let place = try Workplace()
        try place.folder.write("Мои тексты/при мер 'x'.sfm", Self.heads.joined(separator: "\n") + "\n")
        let answers = try vim(
            place,
            """
            for l in range(1, line('$'))
              let end = len(getline(l)) - len(matchstr(getline(l), '.$')) + 1
              call add(out, synIDattr(synID(l, 1, 1), 'name') . '|' . synIDattr(synID(l, end, 1), 'name') . '|' . getline(l))
            endfor
            """)
        #expect(answers.count == Self.heads.count)
        for (answer, head) in zip(answers, Self.heads) { #expect(answer == "sfmAct|sfmAct|" + head) }
    }
}
