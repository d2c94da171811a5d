import SfmSyntax
import Testing

/// Text for a terminal: what is not ours comes into it made harmless, whichever way it comes.
@Suite struct SafeTextTests {
    /// Escapes, ends of lines, marks that turn text around or hide it, commands of CI systems.
    private static let hostile = [
        "\u{1B}[2Jx", "a\u{9B}31mb", "a\nb", "a\r\nb", "\r", "a\u{202E}b", "\u{2066}", "a\u{200B}b", "a\u{7}b", "a\tb", "::error::x", "  ::warning file=x::y",
        "a##[error]b", "##vso[task.complete]", "##teamcity[x]", "\n::error::x", "a\n##[group]",
    ]

    private static func isHarmless(_ line: Substring) -> Bool {
        !line.unicodeScalars.contains { Scalars.isForbidden($0.value) || $0 == "\r" || $0 == "\t" } && !line.drop { $0 == " " }.hasPrefix("::")
            && !line.contains("##[") && !line.contains("##vso[") && !line.contains("##teamcity[")
    }

    private static func isHarmless(_ text: SafeText) -> Bool { text.rawText.split(separator: "\n").allSatisfy(isHarmless) }

    @Test(arguments: hostile)
    func holdsNothingThatATerminalObeys(text: String) {
        let forms: [SafeText] = [
            "\(text)", "\(text[...])", "\(title: text)", "\(message: text)", SafeText(text), SafeText(title: text), SafeText(message: text),
            "\(SafeText(text))",
            "a \(text) b", "" + SafeText(text), [SafeText(text), "\(text)"].joined(separator: ", "), SafeText(text).painted("31", false),
            SafeText(text).asBeginning, SafeText(text).withoutIndent, SafeText(text).withoutBlanksAtEnd, SafeText(repeating: "\(text)", count: 2),
        ]
        for form in forms { #expect(Self.isHarmless(form) && !form.rawText.contains("\n"), "\(form.rawText)") }
        // Of several lines the ends stay, and each line is as harmless as one.
        for lines in [SafeText(lines: text), "\(lines: text)"] {
            #expect(Self.isHarmless(lines), "\(lines.rawText)")
            #expect(lines.lines.count == text.split(separator: "\n", omittingEmptySubsequences: false).count)
        }
        #expect(SafeText(text).words.map(\.asBeginning).allSatisfy(Self.isHarmless))
        #expect(SafeText(text).quoted.rawText.hasPrefix("\"") && Self.isHarmless(SafeText(text).quoted))
    }

    @Test func aLongTextIsCutWhereThatIsSaid() {
        let long = String(repeating: "a", count: 700)
        #expect(SafeText(title: long).rawText.count == 161 && SafeText(message: long).rawText.count == 401 && SafeText(long).size == 700)
    }

    @Test func whatIsOursStandsAsItIs() {
        let own: SafeText = "\u{1B}[1mone\n::two\n"
        #expect(own.rawText == "\u{1B}[1mone\n::two\n")
        #expect(("\(own)\("three\n")" as SafeText).rawText == "\u{1B}[1mone\n::two\nthree\n")
        #expect(("\(7) \(Int64(-2))" as SafeText).rawText == "7 -2")
        #expect(SafeText("a").painted("31", true).rawText == "\u{1B}[31ma\u{1B}[0m")
    }

    @Test func isTakenApartAndPutTogether() {
        let text: SafeText = "  one two\n\nthree  \n"
        #expect(text.lines.map(\.rawText) == ["  one two", "", "three  ", ""] && text.lines.joined(separator: "\n") == text)
        #expect(text.lines[0].indent == 2 && text.lines[0].withoutIndent == "one two" && text.lines[2].withoutBlanksAtEnd == "three")
        #expect(("a  b " as SafeText).words == ["a", "b"] && ("a-b" as SafeText).replacing("-", with: " – ") == "a – b")
        #expect(DisplayWidth.padded("字" as SafeText, 4).rawText == "字  " && DisplayWidth.padded("abc" as SafeText, 2) == "abc")
        #expect(SafeText(repeating: "ab", count: -1).isEmpty)
        #expect(("a-b-1" as SafeText).parts(afterLast: "-") == ["a-b-", "1"] && ("a-" as SafeText).parts(afterLast: "-") == ["a-"])
        var buffer = SafeTextBuffer()
        buffer.add("а")
        buffer.add(blanks: 2)
        buffer.add("\(String("b\n"))")
        #expect(buffer.text.rawText == "а  b\\n")
    }
}
