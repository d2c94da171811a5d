import Foundation
import Testing

@testable import SfmTool

/// A session becomes a test; a test that has come out otherwise gets new expectations.
@Suite struct SavedSessionTests {
    private func session(_ folder: TemporaryFolder, _ language: String, _ lines: [String]) -> (repl: Repl, last: Reply) {
        var repl = Repl(
            language: language == "ru" ? .russian : .english, fallback: .english, colour: false, plain: true,
            files: FileStore(root: folder.path, limit: 1 << 20))
        repl.isAtKeyboard = true
        var last = Reply(text: "")
        for line in lines { last = repl.handle(line.replacingOccurrences(of: "FOLDER", with: folder.path)) }
        return (repl, last)
    }

    private static let school = [
        "use policy \"koshdo-2024\"", "given school \"S\" with admin @a", "given class teacher @t of group \"7B\"", "given students @x, @y in group \"7B\"",
        "given chat \"7B\" for students of group \"7B\" moderated by @t",
    ]

    @Test func whatWasUndoneIsLeftOutAndWhatWasRefusedOrAskedIsExpected() throws {
        let folder = try TemporaryFolder()
        let asked = [
            "violate @y", "undo", "violate @x", "block @x for 2 days", "@t: remove @x because personal", "unblock @x", "who can remind @x?", "show chat \"7B\"",
            "why not block @x for 1 day", "show duties", "remind @x", "save \"FOLDER/saved.sfm\"",
        ]
        let (_, reply) = session(folder, "en", Self.school + asked)
        #expect(reply.text.rawText.contains("passes: "), "\(reply.text.rawText)")
        let text = try String(contentsOfFile: folder.path + "/saved.sfm", encoding: .utf8)
        #expect(!text.contains("violate @y"))
        for line in [
            "expect not granted by clause 24: block @x for 2 days", "expect prohibited by clause 26: @t: remove @x because personal",
            "expect who can remind @x are @t", "expect members of chat \"7B\" are @t, @x, @y", "expect violations of @x in chat \"7B\" = 1",
            "expect not granted by clause 24: block @x for 1 day", "expect @t has duty to remind @x in chat \"7B\"",
        ] { #expect(text.contains(line + "\n"), "\(line) in\n\(text)") }
        #expect(text.contains("expect impossible"))
        #expect(ToolRun(["test", folder.path + "/saved.sfm"]).status == .ok)
        #expect(ToolRun(["fmt", "--check", folder.path + "/saved.sfm"]).status == .ok)
    }

    @Test func itIsSavedInTheSessionsLanguage() throws {
        let folder = try TemporaryFolder()
        _ = session(folder, "ru", Self.school + ["violate @x", "сохранить \"FOLDER/сеанс.sfm\""])
        let text = try String(contentsOfFile: folder.path + "/сеанс.sfm", encoding: .utf8)
        #expect(text.contains("сценарий \"сеанс\"\n  нарушение @x\n  ожидаем участники чата \"7B\" — @t, @x, @y\n"), "\(text)")
        #expect(!text.contains("expect"))
    }

    @Test func nothingIsOverwrittenUnlessTold() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("mine.sfm", "# mine\n")
        let (_, reply) = session(folder, "en", Self.school + ["save \"FOLDER/mine.sfm\""])
        #expect(reply.failed && reply.text.rawText.contains("anew"))
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "# mine\n")
        let (_, second) = session(folder, "en", Self.school + ["save \"FOLDER/mine.sfm\" anew"])
        #expect(!second.failed, "\(second.text)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["mine.sfm"])
    }

    @Test(arguments: ["save", "save \"\"", "save \"FOLDER/x.txt\"", "save \"FOLDER/no/x.sfm\"", "save \"FOLDER/.sfm\"", "save \"FOLDER/x.sfm\" please"])
    func badNamesWriteNothing(_ line: String) throws {
        let folder = try TemporaryFolder()
        #expect(session(folder, "en", Self.school + [line]).last.failed || line.hasSuffix("/.sfm\""))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0 != ".sfm" }.isEmpty)
    }

    @Test func aPipeSavesNothing() throws {
        let folder = try TemporaryFolder()
        var (repl, _) = session(folder, "en", Self.school)
        repl.isAtKeyboard = false
        let replies = ["save \"\(folder.path)/x.sfm\"", "edit"].map { repl.handle($0).failed }
        #expect(replies == [true, true])
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }

    // MARK: - sfm test --update

    private static let outdated = """
        use policy "koshdo-2024"

        background
          given school "S" with admin @a
          given class teacher @t of group "7B"
          given students @x, @y in group "7B"
          given chat "7B" for students of group "7B" moderated by @t
        end

        scenario "One"
          violate @x
          @t: block @x for 2 days
          expect violations of @x = 3  # kept
          expect denied by clause 26: block @x for 2 days
          expect members of chat "7B" are @t
          expect @x is blocked
          expect who can remind @x are @a
        end

        """

    @Test func expectationsAreRenewedOnlyWithYes() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("t.sfm", Self.outdated)
        let shown = ToolRun(["test", "--update", path])
        #expect(shown.status == .failed)
        #expect(shown.out.contains("-  @t: block @x for 2 days\n"))
        #expect(shown.out.contains("+  expect not granted by clause 24: @t: block @x for 2 days\n"))
        #expect(try String(contentsOfFile: path, encoding: .utf8) == Self.outdated)
        #expect(ToolRun(["test", "--update", "--yes", path], environment: ["CI": "1"]).status == .usage)
        #expect(ToolRun(["test", "--update", "--yes", path]).status == .ok)
        let text = try String(contentsOfFile: path, encoding: .utf8)
        for line in [
            "expect violations of @x = 1  # kept", "expect not granted by clause 24: block @x for 2 days", "expect members of chat \"7B\" are @t, @x, @y",
            "expect @x is not blocked", "expect who can remind @x are @t",
        ] { #expect(text.contains("  " + line + "\n"), "\(line) in\n\(text)") }
        #expect(ToolRun(["test", path]).status == .ok)
        #expect(ToolRun(["test", "--update", path]).out.isEmpty)
    }

    @Test func aRepeatedStepIsLeftAloneWhereItWantsDifferentThings() throws {
        let folder = try TemporaryFolder()
        let text = """
            scenario "A repeat"
              given student @x in group "7B"
              given chat "7B" for students of group "7B"
              repeat 2 times
                violate @x
                expect violations of @x = 2
              end
              repeat 2 times
                expect violations of @x = 3
              end
            end

            """
        let path = try folder.write("t.sfm", text)
        #expect(ToolRun(["test", "--update", "--yes", path]).status == .failed)
        let renewed = text.replacingOccurrences(of: "= 3", with: "= 2")
        #expect(try String(contentsOfFile: path, encoding: .utf8) == renewed)
    }

    @Test func aFileThatChecksNothingIsFilledIn() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(
            "t.sfm",
            "сценарий \"Раз\"\n  дано ученик @x в группе \"7Б\"\n  дано чат \"7Б\" для учеников группы \"7Б\"\n  дано нарушений @x = 1\nконец\n")
        #expect(ToolRun(["test", path]).status == .invalid)
        #expect(ToolRun(["run", path]).status == .ok)
        #expect(ToolRun(["test", "--update", "--yes", path]).status == .ok)
        let text = try String(contentsOfFile: path, encoding: .utf8)
        #expect(text.hasSuffix("  дано нарушений @x = 1\n  ожидаем участники чата \"7Б\" — @x\n  ожидаем нарушений @x в чате \"7Б\" = 1\nконец\n"), "\(text)")
        #expect(ToolRun(["test", path]).status == .ok)
    }

    /// Acts alone check something, for a refusal fails the scenario; to be asked to be filled in is another matter.
    @Test func actsAloneCheckSomething() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(
            "t.sfm", "scenario \"1\"\n  given student @x in group \"7B\"\n  given chat \"7B\" for students of group \"7B\"\n  violate @x\nend\n")
        #expect(ToolRun(["test", path]).status == .ok)
        #expect(ToolRun(["check", path]).status == .ok)
        #expect(ToolRun(["test", "--update", "--yes", path]).status == .ok)
        let text = try String(contentsOfFile: path, encoding: .utf8)
        #expect(text.hasSuffix("  violate @x\n  expect members of chat \"7B\" are @x\n  expect violations of @x in chat \"7B\" = 1\nend\n"))
    }

    // MARK: - sfm ask

    @Test func aQuestionIsAnsweredAfterAFile() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("t.sfm", Self.outdated.replacingOccurrences(of: "  @t: block @x for 2 days\n", with: ""))
        // Failed expectations do not go through either.
        #expect(ToolRun(["ask", "who can remind @x", "--after", path]).status == .failed)
        _ = ToolRun(["test", "--update", "--yes", path])
        let answer = ToolRun(["ask", "who can remind @x?", "--after", path])
        #expect(answer.status == .ok)
        #expect(answer.out == "can:\n  @t  clause 23\n")
        let json = ToolRun(["ask", "who can block @x for 1 day", "--after", path, "--format", "json"])
        let object = try #require(try JSONSerialization.jsonObject(with: Data(json.out.utf8)) as? [String: Any])
        #expect((object["people"] as? [Any])?.isEmpty == true)
        #expect(object["outcome"] as? String == "notGranted")
        #expect(object["clauses"] as? [[String: String]] == [["policy": "koshdo-2024", "clause": "24"]])
        #expect(ToolRun(["ask", "who can fly", "--after", path]).status == .invalid)
        #expect(ToolRun(["ask", "violate @x", "--after", path]).status == .usage)
    }
}
