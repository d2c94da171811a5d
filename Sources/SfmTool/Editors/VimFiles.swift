import SfmSyntax
import SfmTerms

/// The colours and the settings for Vim.
enum VimFiles {
    /// Vim takes a keyword before any match: words that begin a longer phrase are matches, and of those the last one defined wins.
    static func syntax(_ words: EditorWords) -> String {
        let groups = [("sfmNoun", words.nouns), ("sfmAct", words.acts), ("sfmKeyword", words.keywords)]
        let heads = groups.reduce(into: Set<String>()) { $0.formUnion($1.1.heads) }
        func matches(_ group: String, _ patterns: [String]) -> [String] { patterns.map { "syn match \(group) /\\v<%(\($0))>/" } }
        var lines = [
            "\" Vim syntax file: sfm. Made by scripts/reference from the program's vocabulary.", "if exists(\"b:current_syntax\")", "  finish", "endif",
            "syn case ignore", "syn iskeyword @,48-57,_,192-255", "",
        ]
        for (group, phrases) in groups {
            lines += chunks(phrases.words(leavingOut: heads), 12).map { "syn keyword \(group) " + $0.joined(separator: " ") }
        }
        for (group, phrases) in groups { lines += matches(group, phrases.single(.vim, of: heads)) }
        for (group, phrases) in groups { lines += matches(group, phrases.longer(.vim)) }
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

    // MARK: - Settings

    /// Phrases that begin a line, as an expression.
    private static func beginning(_ keywords: [Keyword]) -> String {
        let phrases = keywords.flatMap { $0.entry.en + $0.entry.ru }
        let longestFirst = phrases.sorted { $0.count != $1.count ? $0.count > $1.count : $0 < $1 }
        return "\\v^\\s*%(" + longestFirst.map { $0.replacing(" ", with: "\\s+").replacing("е", with: "[её]") }.joined(separator: "|") + ")>"
    }

    static func plugin() -> String {
        // What `sfm check --format short` begins a message with.
        let formats = [Severity.error, .warning].flatMap { severity in
            Language.allCases.map { "%\(severity == .error ? "E" : "W")%f:%l:%v: \(severity.name[$0]) %m" }
        }
        return #"""
            " Vim filetype plugin: sfm. Made by scripts/reference from the program's vocabulary.
            " gq lays the lines out (gggqG the file), :make checks the file. let g:sfm_folding = 1 folds scenarios, policies and other blocks.
            if exists("b:did_ftplugin")
              finish
            endif
            let b:did_ftplugin = 1
            let s:cpo = &cpo
            set cpo&vim

            setlocal comments=:# commentstring=#\ %s
            setlocal iskeyword=@,48-57,_,192-255
            setlocal matchpairs+=«:»,“:”
            setlocal expandtab shiftwidth=2 softtabstop=2
            setlocal formatoptions-=t formatoptions+=croql
            " What is wrong with the text is said by :make; here it would end up in it.
            setlocal formatprg=sfm\ fmt\ -\ 2>/dev/null
            setlocal makeprg=sfm\ check\ --format\ short\ --\ %:S
            let &l:errorformat = '\#((formats + ["%-G%.%#"]).joined(separator: ","))'

            let s:open = '\#(beginning(Keyword.blocks.filter { $0 != .examples }))'
            let s:close = '\#(beginning([.end]))'
            let b:match_ignorecase = 1
            let b:match_words = s:open . ':' . s:close

            function! SfmFold(line) abort
              let l:text = getline(a:line)
              return l:text =~? s:open ? 'a1' : l:text =~? s:close ? 's1' : '='
            endfunction
            if get(g:, 'sfm_folding', 0)
              setlocal foldmethod=expr foldexpr=SfmFold(v:lnum)
            endif

            let b:undo_ftplugin = 'setlocal comments< commentstring< iskeyword< matchpairs< expandtab< shiftwidth< softtabstop<'
                  \ . ' formatoptions< formatprg< makeprg< errorformat< foldmethod< foldexpr< | unlet! b:match_ignorecase b:match_words'
            let &cpo = s:cpo
            unlet s:cpo

            """#
    }
}
