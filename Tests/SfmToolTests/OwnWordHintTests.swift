import Foundation
import Testing

@testable import SfmTool

/// A policy's own word without its quotation marks, or misspelt: the whole right line is told.
@Suite struct OwnWordHintTests {
    private static let policy = """
        policy "album"
          mark "photo consent" of person
          role "photographer" is employee
          message kinds "album"
          act "take a picture" ru "сфотографировать": power, of person
          clause 1 "x"
            permit "take a picture" by "photographer"
        end
        use policy "album"
        background
          given school "L" with admin @adm
          given director @d
          given students @i in group "7B"
          given chat "7B" for students of group "7B" moderated by @d
        end

        """

    private func run(_ line: String, _ language: String = "en") throws -> ToolRun {
        let folder = try TemporaryFolder()
        try folder.write("t.sfm", Self.policy + "scenario \"x\"\n  \(line)\n  expect group \"7B\" exists\nend\n")
        return ToolRun(["check", "--lang", language, folder.path + "/t.sfm"])
    }

    @Test(arguments: [
        ("@d: take a picture of @i", "it is written: @d: \"take a picture\" of @i"),
        ("@d: Take a Picture of @i", "it is written: @d: \"take a picture\" of @i"),
        ("given @i has photo consent", "it is written: given @i has \"photo consent\""),
        ("@d: set photo consent of @i", "it is written: @d: set \"photo consent\" of @i"),
        ("@d: appoint @adm as photographer", "it is written: @d: appoint @adm as \"photographer\""),
        ("@d: post \"x\" in chat \"7B\" as album", "it is written: @d: post \"x\" in chat \"7B\" as \"album\""),
        ("@d: \"take a pictur\" of @i", "it is written: @d: \"take a picture\" of @i"),
        ("expect @i has \"photo-consent\"", "it is written: expect @i has \"photo consent\""),
        ("@d: сфотографирует @i", "it is written: @d: \"сфотографировать\" @i"),
    ])
    func wholeLine(line: String, wanted: String) throws {
        let run = try run(line)
        #expect(run.status == .invalid && run.out.contains(wanted), "\(run.out)")
    }

    @Test("in Russian too") func russian() throws {
        let run = try run("@d: сфотографировать @i", "ru")
        #expect(run.out.contains("слово порядка, его пишут в кавычках") && run.out.contains("пишется так: @d: \"сфотографировать\" @i"), "\(run.out)")
    }

    @Test("what has nothing to do with the word is told as ever", arguments: ["@d: blok @i", "@d: take @i", "given @i hes \"photo consent\""])
    func others(line: String) throws {
        let run = try run(line)
        #expect(run.status == .invalid && !run.out.contains("stands in quotes"), "\(run.out)")
    }

    @Test("a rule in a policy") func rules() throws {
        let folder = try TemporaryFolder()
        try folder.write("p.sfm", Self.policy.replacingOccurrences(of: "permit \"take a picture\" by", with: "permit take a picture by"))
        let run = ToolRun(["check", folder.path + "/p.sfm"])
        #expect(run.out.contains("it is written: permit \"take a picture\" by \"photographer\""), "\(run.out)")
    }
}
