import Foundation

@testable import SfmTool

/// A folder of scripts whose names, titles and strings try to break out of every format.
struct HostileScripts {
    /// As they stand between the quotes of a script.
    static let titles = [
        "<script>alert(1)</script>", "]]>", "<![CDATA[x", "a & b 'x'", "\\\" onload=\\\"y", "&amp;&#0;&lt;", "::error::owned", "::warning file=x::two",
        "##vso[task.setvariable]x", "##[group]x", "##teamcity[x]", "100%0A::error::x", "%0D%25", "# not ok 1", "a # SKIP", "back\\\\slash \\\\# both",
        "one\\n::warning::two", "x,line=1,title=y:z", "[link](javascript:alert(1))", "| a | b |", "```", "</pre><h1>x", "</details></li></svg>", "<!-- --> -->",
        "1..5", "Bail out!", "--- ...", "ok 1 - x", "👩‍👩‍👧 🎉", "@everyone www.example.org", "#\u{20E3} %\u{301} ,\u{301} |\u{301} <\u{338}",
        "Ёлка «ёж»", String(repeating: "long ", count: 900),
    ]

    static let files = [
        "::error::x", "a<b>&\"'", "##vso[task]x", "]]>", "100%0A", "back\\slash # x", "новая\nстрока", "-dash", "a,b;c=d", "🎉 x", "\u{202E}rtl", "tab\tx",
        "zero\u{200B}width", "\u{2066}isolated\u{2069}", "soft\u{AD}hyphen \u{E0041}", "\u{FEFF}mark\rreturn", "\u{1B}[31mred\u{9B}0m",
    ]

    let folder: TemporaryFolder
    /// What the titles are once they have been read.
    let shown: [String]

    init() throws {
        folder = try TemporaryFolder()
        shown = Self.titles
        var text = "use policy \"./policy.sfm\"\n"
        for (k, title) in Self.titles.enumerated() { text += Self.scenario(title, k, of: title) }
        try folder.write("titles.sfm", text)
        for (k, name) in Self.files.enumerated() { try folder.write("\(name).sfm", Self.scenario("in a file \(k)", k, of: name.filter(\.isLetter))) }
        // A file with a mistake that repeats the text, and policies with hostile words of their own.
        try folder.write("zz ::error::<b>.sfm", Self.titles.prefix(12).map { "creat group \"\($0)\"\n" }.joined())
        try folder.write("policy.sfm", Self.policy)
    }

    static func scenario(_ title: String, _ k: Int, of text: String) -> String {
        """
        scenario "\(title) \(k)"
          given student @ivań_\(k) in group "g \(text)"
          given chat "\(text)" for students of group "g \(text)"
          @ivań_\(k): post "\(text)" in chat "\(text)"
          expect @ivań_\(k) is blocked in chat "\(text)"
          expect prohibited: remove @ivań_\(k) from chat "\(text)"
        end

        """
    }

    private static let policy = """
        policy "<b>::error::"
          clause 1 "]]> <script> ##vso[x] | # \\n::error::"
            permit post by students
          clause 2 "<svg onload=x> \\"quoted\\""
            note "</pre>"
        end

        """

    /// One title in a folder of its own; the file is named as given.
    static func alone(_ k: Int, in file: String) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write(file + ".sfm", scenario(titles[k], k, of: "x"))
        return folder
    }

    func run(_ words: [String], _ language: String) -> ToolRun { ToolRun(words + [folder.path, "--lang", language]) }
}
