import Foundation
import Testing

@testable import SfmTool

/// `sfm test --update` where policies have words of their own, and where it is time that is expected: the renewed line holds, is laid out and
/// says as much as the old one.
@Suite struct UpdateOwnWordsTests {
    private static let head = """
        policy "p"
          message kinds "urgent"
          role "duty administrator" is employee
          mark "photo consent" of person
          mark "archived" of chat
          mark "told" of person in chat
          act "award": power, of person, sets "photo consent"
          event "bullying": of person, in chat
          clause 1 "x"
            permit "award" by "duty administrator"
            permit warn by moderator
            oblige moderator to remind target when "bullying" within 2 working days
          clause 2 "y"
            permit set "photo consent" by director
            forbid post in chat from 21:00 to 7:00 except messages "urgent"
        end
        use policy "p"

        background
          given school "S" with admin @a
          given director @d
          given teacher @t
          given class teacher @m of group "7B"
          given students @p, @k in group "7B"
          given chat "7B" for students of group "7B" moderated by @m
        end

        scenario "x"
          today is 06.09.2024 22:00
          given @k was born 05.03.2011
          "bullying" of @p in chat "7B"
          force @m: block @k in chat "7B" for 5 days

        """

    private func updated(_ line: String) throws -> (line: String, whole: ToolRun, layout: ToolRun) {
        let folder = try TemporaryFolder()
        let path = folder.path + "/t.sfm"
        try folder.write("t.sfm", Self.head + "  \(line)\nend\n")
        _ = ToolRun(["test", "--update", "--yes", path])
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let new = text.dropFirst(Self.head.count).replacingOccurrences(of: "\nend\n", with: "")
        return (new.trimmingCharacters(in: .whitespaces), ToolRun(["test", path]), ToolRun(["fmt", "--check", path]))
    }

    @Test(arguments: [
        ("expect no pending duties", "expect @m has duty to remind @p in chat \"7B\""),
        ("expect nobody can set \"photo consent\" of @p", "expect who can set \"photo consent\" of @p are @d"),
        ("expect who can \"award\" of @p are @d", "expect nobody can \"award\" of @p"),
        ("expect today is 07.09.2024", "expect today is 06.09.2024"), ("expect today is 06.09.2024 10:00", "expect today is 06.09.2024 22:00"),
        ("expect moderator of chat \"7B\" is @d", "expect moderator of chat \"7B\" is @m"),
        ("expect @k is blocked in chat \"7B\" until 10.09.2024", "expect @k is blocked in chat \"7B\" until 11.09.2024"),
        ("expect @p is blocked in chat \"7B\" until 10.09.2024", "expect @p is not blocked in chat \"7B\""),
        ("expect @k was born 01.01.2010", "expect @k was born 05.03.2011"), ("expect nobody has duty to remind @p", "expect @m has duty to remind @p"),
        ("expect @p has \"photo consent\"", "expect @p has no \"photo consent\""),
        ("expect chat \"7B\" has \"archived\"", "expect chat \"7B\" has no \"archived\""),
        ("expect @p has \"told\" in chat \"7B\"", "expect @p has no \"told\" in chat \"7B\""),
        ("expect @t is \"duty administrator\"", "expect @t is not \"duty administrator\""),
        ("expect allowed: @t: \"award\" of @p", "expect not granted by clause 1: @t: \"award\" of @p"),
        ("expect allowed: @p: post \"x\" in chat \"7B\"", "expect prohibited by clause 2: @p: post \"x\" in chat \"7B\""),
        ("expect denied: @p: post \"x\" in chat \"7B\" as \"urgent\"", "expect allowed: @p: post \"x\" in chat \"7B\" as \"urgent\""),
        ("expect warnings of @p in chat \"7B\" = 3", "expect warnings of @p in chat \"7B\" = 0"),
    ])
    func line(old: String, new: String) throws {
        let (line, run, layout) = try updated(old)
        #expect(line == new)
        #expect(run.status == .ok && layout.status == .ok, "\(run.out) \(layout.out)")
    }

    @Test("a scenario that checks nothing is given the marks and offices that there are") func filledIn() throws {
        let folder = try TemporaryFolder()
        let (path, text) = (folder.path + "/t.sfm", Self.head.components(separatedBy: "scenario")[0])
        try folder.write(
            "t.sfm",
            text + "scenario \"x\"\n  given @p has \"photo consent\"\n  given @k has \"told\" in chat \"7B\"\n  given @t is \"duty administrator\"\nend\n")
        _ = ToolRun(["test", "--update", "--yes", path])
        let new = try String(contentsOfFile: path, encoding: .utf8)
        for line in ["expect @p has \"photo consent\"", "expect @k has \"told\" in chat \"7B\"", "expect @t is \"duty administrator\""] {
            #expect(new.contains("  " + line + "\n"), "\(new)")
        }
        #expect(ToolRun(["test", path]).status == .ok)
    }

    @Test("what no expectation mends is named") func left() throws {
        let folder = try TemporaryFolder()
        try folder.write("t.sfm", Self.head + "  expect @p was born 01.01.2010\nend\n")
        let run = ToolRun(["test", "--update", folder.path + "/t.sfm"])
        #expect(run.status == .failed && run.out.contains("line 28: “x”"), "\(run.out)")
    }
}
