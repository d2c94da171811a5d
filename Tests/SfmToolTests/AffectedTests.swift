import Foundation
import Testing

/// `sfm test --affected FILES`: what reads a changed file runs, and nothing else.
@Suite struct AffectedTests {
    private let place: Workplace

    private static func scenario(_ title: String, _ head: String = "") -> String {
        head + "\nscenario \"\(title)\"\n  given student @a in group \"1\"\n  expect @a is student\nend\n"
    }

    private static let policy = "policy \"ours\"\n  clause 1 \"x\"\n    permit admin block user\nend\n"

    init() throws {
        place = try Workplace()
        try place.folder.write("порядки/наш порядок.sfm", Self.policy)
        try place.folder.write("порядки/wider.sfm", "policy \"wider\"\n  extends \"наш порядок.sfm\"\n  clause 2 \"y\"\n    forbid student block user\nend\n")
        try place.folder.write("порядки/other.sfm", Self.policy.replacingOccurrences(of: "ours", with: "other"))
        try place.folder.write("background.sfm", "use policy \"порядки/wider.sfm\"\n\nbackground\n  given school \"S\" with admin @admin\nend\n")
        try place.folder.write("direct.sfm", Self.scenario("direct", "use policy \"порядки/наш порядок.sfm\"\n"))
        try place.folder.write("through.sfm", Self.scenario("through", "include \"background.sfm\"\n"))
        try place.folder.write("apart.sfm", Self.scenario("apart", "use policy \"порядки/other.sfm\"\n"))
        try place.folder.write("alone.sfm", Self.scenario("alone"))
    }

    /// The titles of the scenarios that would run.
    private func affected(_ words: [String]) throws -> [String] {
        let run = try place.run(["sfm", "test", "--affected", "--list"] + words)
        return run.lines.map { String($0.split(separator: " ", maxSplits: 1)[1]) }.sorted()
    }

    @Test(arguments: [
        (["порядки/наш порядок.sfm"], ["direct", "through"]), (["./порядки/../порядки/wider.sfm"], ["through"]), (["порядки/other.sfm"], ["apart"]),
        (["background.sfm"], ["through"]), (["alone.sfm"], ["alone"]), (["apart.sfm", "background.sfm"], ["apart", "through"]),
        (["порядки"], ["apart", "direct", "through"]), ([], []), (["README.md", "gone.txt"], []),
        (["--policy", "порядки/wider.sfm", "порядки/наш порядок.sfm"], ["alone", "apart", "direct", "through"]),
    ])
    func whatAChangeTouches(words: [String], titles: [String]) throws {
        try place.folder.write("README.md", "nothing to run")
        #expect(try affected(words) == titles)
    }

    @Test("what is gone is missed by whoever reads it")
    func gone() throws {
        try FileManager.default.removeItem(atPath: place.path + "/порядки")
        for words in [["./порядки/наш порядок.sfm"], ["alone.sfm"], []] {
            let run = try place.run(["sfm", "test", "--affected"] + words)
            #expect(run.status == 2 && run.out.contains("direct.sfm:1:12") && run.out.contains("apart.sfm:1:12"), "\(run.out)")
            #expect(run.error.contains("“./порядки/наш порядок.sfm” is not there") == (words.first?.hasPrefix("./") == true))
            #expect(run.out.contains("alone.sfm") == (words == ["alone.sfm"]))
        }
    }

    @Test("files that are named from a folder above are no files that are gone")
    func namedFromAbove() throws {
        try place.folder.write("school/deep.sfm", Self.scenario("deep"))
        for (language, words) in [("en", "named as from “../..”"), ("ru", "относительно «../..»")] {
            let run = try place.run(["sh", "-c", "mkdir -p school/inner && cd school/inner && sfm test --affected school/deep.sfm --lang " + language])
            #expect(run.status == 2 && run.error.contains(words) && !run.out.contains("deep"), "\(run.out)\(run.error)")
        }
        #expect(try place.run(["sfm", "test", "--affected", "school/gone.sfm"]).status == 0)
        // What is gone from a folder that is here is gone, though another file above is called so.
        try place.folder.write("gone.sfm", Self.scenario("above"))
        let gone = try place.run(["sh", "-c", "cd school && sfm test --affected gone.sfm ./gone.sfm"])
        #expect(gone.status == 0 && gone.error.contains("is not there"), "\(gone.out)\(gone.error)")
    }

    @Test("a change that touches no scenario is in order; one with a mistake is not")
    func nothing() throws {
        try place.folder.write("порядки/new.sfm", Self.policy.replacingOccurrences(of: "ours", with: "new"))
        let run = try place.run(["sfm", "test", "--affected", "порядки/new.sfm"])
        #expect(run.status == 0 && run.out == "no scenario was found\n0 passed, 0 failed\n" && run.error.isEmpty, "\(run.out)\(run.error)")
        for (language, words) in [("en", "no scenario depends on what was changed"), ("ru", "от изменённого не зависит ни один сценарий")] {
            let words = "TAP version 14\n1..0 # SKIP \(words)\n"
            let tap = try place.run(["sfm", "test", "--affected", "порядки/new.sfm", "--report", "tap=-", "--lang", language])
            #expect(tap.status == 0 && tap.out.hasPrefix(words), "\(tap.out)")
        }
        try place.folder.write("порядки/new.sfm", "policy \"new\"\n  clause 1 \"x\"\n    permit nonsense\nend\n")
        #expect(try place.run(["sfm", "test", "--affected", "порядки/new.sfm"]).status == 2)
        for other in ["--watch", "--update", "coverage"] {
            let words = other == "coverage" ? ["coverage", "--affected"] : ["test", "--affected", other]
            #expect(try place.run(["sfm"] + words).status == 64, "\(other)")
        }
    }

    @Test("the paths of the project say where to look for what a change touches")
    func settings() throws {
        try place.folder.write("sfm.toml", "paths = [\"direct.sfm\", \"apart.sfm\"]\n")
        #expect(try affected(["порядки/наш порядок.sfm"]) == ["direct"])
        #expect(try affected(["--no-config", "порядки/наш порядок.sfm"]) == ["direct", "through"])
    }

    @Test("a link that lies in the folder is not followed because something else was named")
    func links() throws {
        try place.folder.write("away/secret.sfm", Self.scenario("secret", "use policy \"порядки/наш порядок.sfm\"\n"))
        try place.shell("mkdir inner && ln -s ../away/secret.sfm inner/link.sfm && cp alone.sfm inner")
        let run = try place.shell("cd inner && sfm test --affected alone.sfm")
        #expect(run.status == 0 && run.out.hasSuffix("1 passed, 0 failed\n") && !(run.out + run.error).contains("secret"), "\(run.out)\(run.error)")
    }
}
