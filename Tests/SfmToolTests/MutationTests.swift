import Foundation
import SfmScenarios
import Testing

@testable import SfmRuntime
@testable import SfmSyntax

/// Whatever the bytes, lexer, parser and checker answer: seeded, so that a failure comes back.
@Suite struct MutationTests {
    private static let seeds: [[UInt8]] = {
        let folder = ToolRun.root + "/Tests/Golden/check/"
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        let files = names.filter { $0.hasSuffix(".sfm") && !$0.hasPrefix("0905") && !$0.hasPrefix("place-long") }.sorted()
            .compactMap { FileManager.default.contents(atPath: folder + $0) }.map { Array($0) }
        return files + [Array((ShippedPolicies.all.first?.text ?? "").utf8.prefix(3000))]
    }()

    private static let pieces: [[UInt8]] =
        [
            "\"", "«", "@", "(", ")", "not ", "конец\n", "end\n", "repeat 3 times\n", "|", "<", "\\", "\\u{41}", "#", "\n", "\r\n", "п. ", "99999999999", "-1",
            ".", "..",
            "examples\n| a |\n| b |\n", "policy \"x\"\n", "clause 1 \"x\"\n", "and ", ", ", ": ", "при ", "если ", "\u{301}", "👩‍👩‍👧", "\t", "№", "=", ">=",
        ].map { Array($0.utf8) } + [[0xFF], [0xD0], [0x00], [0xE2, 0x80]]

    private func load(_ bytes: [UInt8], _ library: inout Library) {
        var loader = ScriptLoader(path: "fuzz.sfm")
        let script = loader.load(SourceFile(name: "fuzz.sfm", bytes: bytes), library: &library)
        let renderer = DiagnosticRenderer(language: .russian)
        for d in script.diagnostics {
            let text = renderer.render(d, sources: script.sources).rawText
            #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
        }
        #expect(script.diagnostics.count <= 102)
    }

    @Test func randomBytes() {
        var random = SeededNumbers(seed: 1)
        var library = Library()
        for _ in 0..<300 {
            let n = Int.random(in: 0..<300, using: &random)
            load((0..<n).map { _ in UInt8.random(in: 0...255, using: &random) }, &library)
        }
    }

    @Test(arguments: 1...16)
    func mutations(round: Int) {
        var random = SeededNumbers(seed: UInt64(round) * 1_000_003)
        var library = Library()
        for _ in 0..<150 {
            guard var bytes = Self.seeds.randomElement(using: &random), !bytes.isEmpty else { return }
            for _ in 0..<Int.random(in: 1...6, using: &random) { mutate(&bytes, &random) }
            load(bytes, &library)
        }
    }

    private func mutate(_ bytes: inout [UInt8], _ random: inout SeededNumbers) {
        guard !bytes.isEmpty else { return }
        let at = Int.random(in: 0..<bytes.count, using: &random)
        let to = min(bytes.count, at + Int.random(in: 0...20, using: &random))
        switch Int.random(in: 0..<6, using: &random) {
        case 0: bytes.removeSubrange(at..<to)
        case 1: bytes.insert(contentsOf: bytes[at..<to], at: Int.random(in: 0..<bytes.count, using: &random))
        case 2: bytes[at] = UInt8.random(in: 0x20...0x7E, using: &random)
        case 3: bytes = Array(bytes[..<at])
        default: bytes.insert(contentsOf: Self.pieces.randomElement(using: &random) ?? [], at: at)
        }
    }

    /// Nested input is answered on a stack far smaller than the usual one.
    @Test func nestedInputOnASmallStack() {
        let thread = Thread {
            var library = Library()
            let deep = 64
            let texts = [
                String(repeating: "repeat 2 times\n", count: 20_000),
                String(repeating: "repeat 1 times\n", count: deep) + "create group \"a\"\n" + String(repeating: "end\n", count: deep),
                "policy \"p\"\nclause 1 \"x\"\npermit block by moderator when " + String(repeating: "not (", count: deep / 2 - 1) + "violations > 3"
                    + String(repeating: ")", count: deep / 2 - 1) + "\nend\n",
                "policy \"p\"\nclause 1 \"x\"\npermit block by moderator when " + String(repeating: "(", count: 100_000) + "\nend\n",
                String(repeating: "scenario \"a\"\n", count: 5000), String(repeating: "\"", count: 9999), String(repeating: "expect who can ", count: 5000),
            ]
            for text in texts {
                var loader = ScriptLoader(path: "deep.sfm")
                _ = loader.load(SourceFile(name: "deep.sfm", text: text), library: &library)
            }
            Self.finished.signal()
        }
        thread.stackSize = 512 * 1024
        thread.start()
        #expect(Self.finished.wait(timeout: .now() + 60) == .success)
    }

    private static let finished = DispatchSemaphore(value: 0)
}
