import Foundation
import SfmPolicy
import SfmRuntime
import SfmTerms
import Testing

@testable import SfmSyntax
@testable import SfmTool

/// What a script may cost: each limit at its edge and one beyond it, and work that is counted where it must not outgrow the input.
@Suite struct LimitTests {
    /// Checks a text; the status that one more of something comes to.
    private func status(_ text: String, _ options: [String] = []) throws -> (status: ToolRun.Status, out: String) {
        let folder = try TemporaryFolder()
        let run = ToolRun(["check", try folder.write("a.sfm", text), "--lang", "en"] + options)
        return (run.status, run.out)
    }

    private func expectEdge(_ code: String, _ inside: String, _ beyond: String, _ options: [String] = []) throws {
        let (good, bad) = (try status(inside, options), try status(beyond, options))
        #expect(good.status == .ok, "\(good.out)")
        #expect(bad.status == .limit && bad.out.contains(code), "\(bad.out)")
    }

    @Test func marksBehindOneLetter() throws {
        func text(_ marks: Int) -> String {
            "create group \"e" + String(repeating: "\u{301}\u{323}", count: marks / 2) + (marks % 2 > 0 ? "\u{301}" : "") + "\"\n"
        }
        try expectEdge("SFM0906", text(30), text(31))
        try expectEdge("SFM0906", text(40), text(41), ["--max-marks", "40"])
        func escaped(_ marks: Int) -> String { "create group \"e" + String(repeating: #"\u{301}"#, count: marks) + "\"\n" }
        try expectEdge("SFM0906", escaped(30), escaped(31))
        // Marks on letters of their own are as many as anybody likes.
        #expect(try status("create group \"" + String(repeating: "e\u{301}", count: 1000) + "\"\n").status == .ok)
        #expect(try status("# " + String(repeating: "\u{301}", count: 31) + "\ncreate group \"a\"\n").status == .limit, "in comments, too")
    }

    private func policies(_ count: Int) -> String {
        (0..<count).map { "policy \"p\($0)\"\n  clause 1 \"c\"\n    permit block by moderator\nend\n" }.joined()
    }

    @Test func policiesOfAScript() throws {
        try expectEdge("SFM0907", policies(3), policies(4), ["--max-policies", "3"])
        #expect(ScriptLimits().policies == 1000)
    }

    @Test func clausesOfAPolicy() throws {
        func text(_ count: Int) -> String { "policy \"p\"\n" + (1...count).map { "  clause \($0) \"c\"\n    note \"n\"\n" }.joined() + "end\n" }
        try expectEdge("SFM0908", text(3), text(4), ["--max-clauses", "3"])
        // As many as a place of sixteen bits can tell apart; no number lets more in.
        #expect(try status(text(65_536), ["--max-clauses", "65535"]).status == .limit)
        #expect(try status("", ["--max-clauses", "65536"]).status == .usage)
    }

    private func chain(_ depth: Int, isReversed: Bool = false) -> String {
        let policies = (0...depth).map {
            "policy \"p\($0)\"\n" + ($0 > 0 ? "  extends \"p\($0 - 1)\"\n" : "") + "  clause \($0) \"c\"\n    permit block by moderator\nend\n"
        }
        return (isReversed ? policies.reversed() : policies).joined()
    }

    @Test func policiesThatExtendOneAnother() throws {
        try expectEdge("SFM0909", chain(64), chain(65))
        try expectEdge("SFM0909", chain(64, isReversed: true), chain(65, isReversed: true))
        try expectEdge("SFM0909", chain(3), chain(4), ["--max-extends", "3"])
    }

    /// Two policies a level that both extend both of the level below: the ways through them double with each level, the policies do not.
    @Test func aLatticeCostsWhatItHolds() throws {
        var text = ""
        for level in 0...64 {
            for side in ["a", "b"] {
                text += "policy \"p\(level)\(side)\"\n"
                if level > 0 { text += "  extends \"p\(level - 1)a\"\n  extends \"p\(level - 1)b\"\n" }
                text += "  clause \(level).\(side == "a" ? 1 : 2) \"c\"\n    permit block by moderator\nend\n"
            }
        }
        let (out, policies) = try definedPolicies(text)
        #expect(out.isEmpty)
        #expect(policies.last?.withExtended.count == 129)
    }

    private func definedPolicies(_ text: String) throws -> ([String], [Policy]) {
        var library = Library()
        var loader = ScriptLoader(path: "a.sfm")
        let script = loader.load(SourceFile(name: "a.sfm", text: text), library: &library)
        return (script.diagnostics.filter { $0.severity == .error }.map(\.message.en), script.definedPolicies)
    }

    @Test func bytesOfAllIncludesTogether() throws {
        let folder = try TemporaryFolder()
        try folder.write("i.sfm", "create group \"a\"\n")
        let file = try folder.write("a.sfm", String(repeating: "include \"i.sfm\"\n", count: 4))
        #expect(ToolRun(["check", file, "--max-included-bytes", "\(4 * 17)"]).status == .ok)
        let beyond = ToolRun(["check", file, "--max-included-bytes", "\(4 * 17 - 1)"])
        #expect(beyond.status == .limit && beyond.out.contains("SFM0910"))
    }

    /// Names chosen so that the quick hash of all is one and the same: two registers each, where the second undoes the first.
    @Test func namesThatCollideFindTheirPlace() {
        let names = (0..<3000).map { k -> [UInt8] in
            let first = UInt64(k) &* 0x9E37_79B9_7F4A_7C15
            let middle = LetterRuns.mix(LetterRuns.seed(16), first)
            return withUnsafeBytes(of: (first.littleEndian, middle.littleEndian)) { Array($0) }
        }
        #expect(Set(names.map { name in name.withUnsafeBufferPointer { LetterRuns.hash($0) } }).count == 1)
        var table = Names()
        func intern(_ name: [UInt8]) -> NameID { name.withUnsafeBufferPointer { table.intern(bytes: $0) } }
        let ids = names.map(intern)
        #expect(ids == (0..<3000).map { NameID($0) }, "numbers are given in order of appearance, whatever the table looks like")
        #expect(names.map(intern) == ids)
        #expect(table.longestRun < 200, "a name is found within a few steps")
        // Names that nobody has chosen keep the quick hash.
        #expect(table.intern("@ivanov") == 3000 && table.intern("@ivanov") == 3000 && table[3000] == "@ivanov")
    }
}
