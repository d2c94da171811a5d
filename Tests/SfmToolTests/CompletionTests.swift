import Foundation
import SfmTerms
import Testing

@testable import SfmTool

/// What shells offer: known words, values, files; never more than one word of a line.
@Suite struct CompletionTests {
    private let place: Workplace

    init() throws {
        place = try Workplace()
        try place.folder.write("Мои папки/лицей мой.sfm", "policy \"лицей\"\n  title \"Лицей\"\n  clause 1 \"Всё\"\n  clause 2.1 \"Ещё\"\nend\n")
        try place.folder.write("project.toml", "")
        try place.folder.write(
            "sub/a.sfm", "scenario \"Ключ $(touch pwned)\" [smoke, модерация]\nend\nscenario \"Ещё\" [smoke]\n  given student @a\nend\n")
    }

    /// The candidates of a line of bash, as it would put them in.
    private func offered(_ line: String, _ environment: [String: String] = [:]) throws -> [String] {
        try place.run(["sfm", CompleteCommand.name, "bash", line], environment).lines
    }

    @Test(arguments: [
        ("sfm te", ["test "]), ("sfm --lang ru te", ["test "]), ("sfm --jobs=2 --color never cov", ["coverage "]), ("sfm --lang ", ["ru ", "en "]),
        ("sfm check --lang=r", ["ru "]), ("LANG=C sfm x; FOO=1 sfm expl", ["explain "]), ("sfm report ", ["merge "]), ("sfm new ", ["policy "]),
        ("sfm test --report ju", ["junit="]), ("sfm check --report=sar", ["sarif="]), ("sfm test --report junit=su", ["sub/"]),
        ("sfm test --order ", ["file ", "random "]), ("sfm test sub --tag ", ["smoke ", "модерация "]), ("sfm test sub --tag \\!м", ["\\!модерация "]),
        ("sfm test sub --tag 'smoke and not мо", ["smoke and not модерация"]), ("sfm coverage --tag=smoke,мо", ["smoke,модерация "]),
        ("sfm test --filter К", ["Ключ\\ \\$\\(touch\\ pwned\\) "]), ("sfm ask --after sub/a.sfm --scenario Е", ["Ещё "]),
        ("sfm run --policy kosh", ["koshdo-2024 "]), ("sfm run --policy koshdo-2024,te", ["koshdo-2024,tekhnikum "]),
        ("sfm show kosh", ["koshdo-2024 "]), ("sfm show Мои\\ папки/лицей\\ мой.sfm ", ["1 ", "2.1 "]), ("sfm explain tekhn", ["tekhnikum "]),
        ("sfm explain SFM040", ["SFM0401 ", "SFM0402 ", "SFM0403 ", "SFM0404 ", "SFM0405 ", "SFM0406 ", "SFM0407 ", "SFM0408 ", "SFM0409 "]),
        ("sfm help --max-f", ["--max-fail ", "--max-file-bytes ", "--max-files "]), ("sfm пров", ["проверить ", "проверка "]),
        ("sfm тест sub --ta", ["--tag "]),
        ("sfm check --config ", ["bin/", "project.toml ", "sub/", "Мои\\ папки/"]), ("sfm report merge --report mark", ["markdown="]),
        ("sfm reference k", ["kate "]), ("sfm compare --act remin", ["remind "]), ("sfm help blocki", ["blocking "]), ("sfm test Мои", ["Мои\\ папки/"]),
        ("sfm test \"Мои", ["Мои папки/"]), ("sfm test 'Мои папки'/ли", ["/лицей\\ мой.sfm "]), ("sfm test sub/", ["sub/a.sfm "]), ("sfm su", ["sub/"]),
        ("sfm check --config pro", ["project.toml "]), ("sfm --config=pro", ["project.toml "]),
        ("sfm explain 20.2.6.", ["20.2.6.1 ", "20.2.6.2 ", "20.2.6.3 ", "20.2.6.4 ", "20.2.6.5 "]),
        ("sfm test sub --tag 'smoke ", ["smoke and ", "smoke и ", "smoke or ", "smoke или "]),
        ("sfm test sub --tag 'smoke an", ["smoke and "]), ("sfm --lang ru test sub --tag 'smoke и", ["smoke и ", "smoke или "]),
        ("sfm test sub --tag smoke\\ a", ["smoke\\ and\\ "]), ("sfm test sub --tag 'smoke and ", ["smoke and smoke", "smoke and модерация"]),
        ("sfm test sub --tag no", ["not\\ "]), ("sfm test sub --tag '(smoke) ", ["(smoke) and ", "(smoke) и ", "(smoke) or ", "(smoke) или "]),
        ("sfm test sub --filter 'Ещё o", ["Ещё or "]), ("sfm test sub --filter 'Ключ or Е", ["Ключ or Ещё"]),
        ("sfm new policy Own --with qu", ["quiet\\ hours "]), ("sfm new policy Own --with='Тихие часы,att", ["Тихие часы,attachments"]),
        ("sfm new policy Own --with answers, pho", ["photo\\ consent "]), ("sfm new policy Own --with тих", ["тихие\\ часы "]),
        ("sfm new policy Own --with answers, --lang r", ["ru "]),
        ("sfm nonsense ", []), ("sfm test --seed ", []), ("sfm test a > su", ["sub/"]), ("sfm --lang=xx te", ["test "]), ("sfm policies x", []),
    ])
    func candidates(line: String, wanted: [String]) throws {
        let found = try offered(line)
        #expect(line.contains("SFM040") ? found.starts(with: wanted.prefix(3)) : found == wanted, "\(found)")
    }

    @Test("options are those of the command, and all of them, each with its sentence", arguments: Language.allCases)
    func options(language: Language) throws {
        for command in CommandTable.all where command.name != CommandTable.help.name {
            let found = ToolRun([CompleteCommand.name, "words", "--lang", language.code, command.russian[0], "--"]).out.split(separator: "\n")
            let own = command.options.map(\.option) + OptionTable.ofEveryCommand + command.unnamed.sorted().map(OptionTable.named)
            #expect(found.map(String.init) == own.map { "\($0.name)\t\($0.meaning[language])" }, "\(command.name)")
        }
        #expect(try offered("sfm --re") == ["--resume "])
    }

    @Test func notesAreInTheReadersLanguage() throws {
        #expect(try place.run(["sfm", CompleteCommand.name, "words", "fm"], ["SFM_LANG": "ru"]).out == "fmt\tоформить файлы\n")
        #expect(try place.run(["sfm", CompleteCommand.name, "words", "--lang", "en", "fm"], ["SFM_LANG": "ru"]).out == "fmt\tlay scripts out\n")
        #expect(try place.run(["sfm", CompleteCommand.name, "words", "test", "sub", "--tag", ""], ["SFM_LANG": "ru"]).lines.first == "smoke\t2 сценария")
        for words in [[], ["bash"], ["nonsense", "x"], ["words"]] { #expect(try place.run(["sfm", CompleteCommand.name] + words).status == 0) }
    }

    /// Names that a shell would read something into; the last ones are never offered.
    private static let names = [
        "$(touch pwned).sfm", "it's.sfm", "q\"uo.sfm", "bang!.sfm", "a;b&c|d.sfm", "#h.sfm", "~t.sfm", "b\\s.sfm", "[x]*?.sfm", "{a,b}.sfm",
        "a \u{301}b;\u{301}.sfm", "\u{301}$\u{301}(x)'\u{301}.sfm", "-x.sfm",
    ]
    private static let unseen = ["line\nfeed.sfm", "tab\tx.sfm", "esc\u{1B}[31m.sfm", "bidi\u{202E}.sfm"]

    @Test("whatever a file is called, bash gets one word of it", arguments: names)
    func hostileNames(name: String) throws {
        for other in Self.unseen { try place.folder.write("dir/" + other, "") }
        try place.folder.write("dir/" + name, "")
        for (before, behind) in [("sfm test dir/", ""), ("sfm test \"dir/", "\""), ("sfm test 'dir/", "'"), ("cd dir; sfm test ", "")] {
            try place.folder.write("line", before)
            // As bash calls it, and then as it reads the line that comes of it.
            let text = #"""
                source "$1"; [[ $2 == cd* ]] && cd dir
                COMP_LINE=${2#cd dir; } COMP_POINT=${#COMP_LINE}; _sfm
                sfm() { printf '%s\n' "$#" "${@: -1}"; }
                for candidate in "${COMPREPLY[@]}"; do eval "${COMP_LINE%dir/}$candidate$3"; done
                """#
            let run = try place.run(["bash", "-c", text, "bash", ToolRun.root + "/packaging/completions/sfm.bash", before, behind])
            let folder = before.hasPrefix("cd") ? (name.hasPrefix("-") ? "./" : "") : "dir/"
            let cannot = behind == "'" && name.unicodeScalars.contains("'") || behind == "\"" && name.unicodeScalars.contains("!")
            #expect(run.lines == (cannot ? [] : ["2", folder + name]), "\(before): \(run.out) \(run.error)")
        }
        #expect(!place.exists("pwned") && !place.exists("dir/pwned"))
    }

    @Test("whoever has more than anybody reads gets the first of it, soon")
    func bounds() throws {
        try place.shell("mkdir many big && cd many && touch {10001..12001}.sfm")
        #expect(try offered("sfm test many/").count == 2_000)
        #expect(try offered("sfm test many/1200").count == 2)
        // Of the scripts of a folder so many are looked through.
        for k in 0...500 { try place.folder.write("few/\(1_000 + k).sfm", "scenario \"x\" [t\(k)]\nend\n") }
        let tags = try offered("sfm test few --tag ")
        #expect(tags.count == 500 && tags.contains("t499 ") && !tags.contains("t500 "))
        // And so many bytes: what does not fit any more is left out whole.
        let line = "scenario \"x\" [first]\nend\n"
        try place.folder.write("big/1.sfm", line + String(repeating: "#", count: (4 << 20) - line.utf8.count))
        try place.folder.write("big/2.sfm", "scenario \"y\" [second]\nend\n")
        #expect(try offered("sfm test big --tag ") == ["first "])
        try place.folder.write("big/1.sfm", line + String(repeating: "#", count: (4 << 20) - line.utf8.count + 1))
        #expect(try offered("sfm test big --tag ") == ["second "])
        // No word is longer than a name can be.
        try place.folder.write(
            "long.sfm", "scenario \"" + String(repeating: "я", count: 2_049) + "\"\nend\nscenario \"" + String(repeating: "ю", count: 2_048) + "\"\nend\n")
        #expect(try offered("sfm test long.sfm --filter ").map(\.unicodeScalars.first) == ["ю"])
    }

    @Test func fish() throws {
        let text = "source '\(ToolRun.root)/packaging/completions/sfm.fish'; for line in $argv; complete -C $line; end"
        let lines = ["sfm --lang en te", "sfm test Мои", "sfm test 'Мои папки/", "sfm check --lang=r", "sfm test sub --tag м", "sfm test ~/su"]
        let run = try place.run(["fish", "--no-config", "-c", text] + lines)
        #expect(
            run.lines.map { String($0.prefix { $0 != "\t" }) } == ["test", "Мои папки/", "Мои папки/лицей мой.sfm", "--lang=ru", "модерация", "~/sub/"],
            "\(run.out) \(run.error)")
    }

    /// A terminal within zsh itself: TAB is pressed, and the line that comes of it is run.
    @Test func zsh() throws {
        try place.folder.write(
            "try.zsh",
            """
            zmodload zsh/zpty
            for line in "$@"; do
                zpty -b z zsh -f -i
                zpty -w z "PS1= PROMPT2=; unsetopt beep; autoload -Uz compinit; compinit -u -D; source \\"$FILE\\"; sfm() { print -r -- RAN \\"\\$@\\" END; }"
                zpty -n -w z "$line"$'\\t\\n'
                zpty -r -m z seen $'*\\nRAN*END*'
                print -r -- "${${seen##*RAN }%% END*}"
                zpty -d z
            done

            """)
        let lines = ["sfm --lang en te", "sfm test Мои", "sfm test 'Мои папки/", "sfm check --lang=r", "sfm test sub --tag м"]
        let run = try place.run(["zsh", "-f", "try.zsh"] + lines, ["FILE": ToolRun.root + "/packaging/completions/_sfm", "TERM": "xterm"])
        #expect(
            run.lines == ["--lang en test", "test Мои папки/", "test Мои папки/лицей мой.sfm", "check --lang=ru", "test sub --tag модерация"],
            "\(run.out) \(run.error)")
    }
}
