import Foundation
import SfmTerms
import Testing

@testable import SfmTool

/// Whole conversations as a person has them, prompt by prompt: Tests/Golden/repl.
@Suite struct TranscriptTests {
    static let goldens = StageGoldens("repl")
    static let names = ["first-ten-minutes.en", "first-ten-minutes.ru", "questions.en", "questions.ru"]

    @Test(arguments: names)
    func conversation(name: String) throws {
        let lines = try String(contentsOfFile: "\(Self.goldens.folder)/\(name).lines", encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false)
        var repl = Repl(
            language: nil, fallback: name.hasSuffix("ru") ? .russian : .english, colour: false, plain: false, files: FileStore(root: ".", limit: 1 << 20))
        repl.isAtKeyboard = true
        var out = ""
        for line in lines.dropLast() {
            out += repl.prompt + line + "\n"
            out += repl.handle(String(line)).text
        }
        Self.goldens.compare(out, name)
    }

    @Test func everyConversationIsRun() { Self.goldens.expectNoOrphans(among: Self.names) }
}
