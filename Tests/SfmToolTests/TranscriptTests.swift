import Foundation
import SfmTerms
import Testing

@testable import SfmTool

/// Whole conversations as a person has them, prompt by prompt: Tests/Golden/repl.
@Suite struct TranscriptTests {
    static let goldens = StageGoldens("repl")
    static let names = [
        "first-ten-minutes.en", "first-ten-minutes.ru", "questions.en", "questions.ru", "chats.en", "chats.ru", "own-words.en", "own-words.ru",
        "first-hour-methodologist.en", "first-hour-methodologist.ru", "first-hour-administrator.en", "first-hour-administrator.ru",
    ]

    @Test(arguments: names)
    func conversation(name: String) throws {
        let lines = try String(contentsOfFile: "\(Self.goldens.folder)/\(name).lines", encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false)
        var repl = Repl(
            language: nil, fallback: name.hasSuffix("ru") ? .russian : .english, colour: false, plain: false, files: FileStore(root: ".", limit: 1 << 20))
        repl.isAtKeyboard = true
        var out = ""
        for line in lines.dropLast() {
            out += repl.prompt.rawText + line + "\n"
            out += repl.handle(String(line)).text.rawText
        }
        Self.goldens.compare(out, name)
    }

    @Test func everyConversationIsRun() { Self.goldens.expectNoOrphans(among: Self.names) }
}

/// Questions about what is not there yet, or was brought about by the act asked about.
@Suite struct QuestionTests {
    private static func repl() -> Repl {
        Repl(language: .english, fallback: .english, colour: false, plain: false, files: FileStore(root: ".", limit: 1 << 20))
    }

    @Test func whoeverTheActBroughtAboutIsKnownToWhy() {
        var repl = Self.repl()
        for line in ["use policy \"koshdo-2024\"", "given school \"S\" with admin @a"] { _ = repl.handle(line) }
        let asked = repl.handle("@new: request join to school")
        #expect(!asked.failed, "\(asked.text)")
        #expect(repl.handle("why").text.rawText.hasPrefix("allowed: request join @new"))
    }

    @Test(arguments: ["who can violate @nobody", "why not violate @nobody", "why not invite parent to chat", "who can invite parent to chat"])
    func whatAQuestionMakesUpIsGoneAfterIt(_ question: String) {
        var repl = Self.repl()
        let school = ["register school", "create group \"7B\""]
        for line in school + (question.contains("violate") ? ["given chat \"7B\" for students"] : []) { _ = repl.handle(line) }
        let before = repl.session.interpreter.world
        let answer = repl.handle(question)
        #expect(!answer.failed, "\(answer.text)")
        _ = repl.handle("why")
        #expect(repl.session.interpreter.world.people.count == before.people.count)
        #expect(repl.session.interpreter.world.chats.count == before.chats.count)
    }

    /// Every line of the examples, out of its order and between all kinds of questions: each gets an answer.
    @Test(arguments: ["koshdo-2024"])
    func everyLineMayBeAskedAbout(_ policy: String) throws {
        let folder = ToolRun.root + "/Examples/" + policy
        var asked = 0
        for file in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() where file.hasSuffix(".ru.sfm") {
            var repl = Self.repl()
            _ = repl.handle("use policy \"\(policy)\"")
            for raw in try String(contentsOfFile: folder + "/" + file, encoding: .utf8).split(separator: "\n") {
                let line = raw.trimmingCharacters(in: .whitespaces)
                if ["#", "scenario", "сценарий", "background", "предыстория", "repeat", "повторить", "end", "конец", "|", "examples", "примеры"].contains(
                    where: line.hasPrefix)
                {
                    continue
                }
                _ = repl.handle(line)
                for question in ["why", "why not " + line, "who can " + line] {
                    asked += 1
                    #expect(!repl.handle(question).text.isEmpty, "\(file): \(question)")
                }
            }
            for topic in ShowTopic.table { #expect(!repl.handle("show " + topic.en[0]).text.isEmpty) }
            for person in repl.session.interpreter.world.people.indices {
                let handle = repl.session.interpreter.names[repl.session.interpreter.world.people[person].name]
                for question in ["show ", "what can "] { #expect(!repl.handle(question + handle).text.isEmpty) }
            }
            #expect(repl.session.script(title: "x", .russian) != nil, "\(file)")
        }
        #expect(asked > 300)
    }
}
