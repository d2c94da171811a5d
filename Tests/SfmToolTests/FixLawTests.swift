import Foundation
import SfmRuntime
import SfmScenarios
import SfmSyntax
import Testing

@testable import SfmTool

/// What `check --fix` may never do, over mistyped lines of all examples.
@Suite struct FixLawTests {
    private static let files: [String] = {
        let all = FileManager.default.enumerator(atPath: ToolRun.root + "/Examples")?.compactMap { $0 as? String } ?? []
        return all.filter { $0.hasSuffix(".sfm") }.sorted().map { "Examples/" + $0 }
    }()

    /// Ways in which a line goes wrong at the keyboard.
    enum Row: CaseIterable {
        case letterLost, letterAdded, letterChanged, spaceLost, otherLayout, lookAlike, quoteLost, quoteChanged, fullStop, invisible
    }

    /// A text with one slip in one of its lines, or `nil` where the line has no place for it.
    static func mistyped(_ text: String, _ slip: Row, _ random: inout SeededNumbers) -> (text: String, line: Int)? {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let filled = lines.indices.filter { !lines[$0].drop { $0 == " " }.isEmpty && !lines[$0].contains("#") }
        guard let line = filled.isEmpty ? nil : filled[Int(random.next() % UInt64(filled.count))] else { return nil }
        var letters = Array(lines[line])
        func places(_ holds: (Character) -> Bool) -> [Int] { letters.indices.filter { holds(letters[$0]) } }
        func pick(_ places: [Int]) -> Int? { places.isEmpty ? nil : places[Int(random.next() % UInt64(places.count))] }
        switch slip {
        case .letterLost:
            guard let k = pick(places(\.isLetter)) else { return nil }
            letters.remove(at: k)
        case .letterAdded:
            guard let k = pick(places(\.isLetter)) else { return nil }
            letters.insert(letters[k], at: k)
        case .letterChanged:
            guard let k = pick(places(\.isLetter)) else { return nil }
            letters[k] = letters[k].unicodeScalars.first.map { $0.value < 0x80 ? "x" : "щ" } ?? "x"
        case .spaceLost:
            guard let k = pick(places { $0 == " " }.filter { $0 > 0 && letters[$0 - 1] != " " }) else { return nil }
            letters.remove(at: k)
        case .otherLayout:
            guard let k = pick(places(\.isLetter)) else { return nil }
            let word = word(around: k, letters)
            let typed = String(letters[word])
            letters.replaceSubrange(word, with: KeyboardLayout.latin(typed) == typed.lowercased() ? KeyboardLayout.russian(typed) : KeyboardLayout.latin(typed))
        case .lookAlike:
            guard let k = pick(places { twins[$0] != nil }), let twin = twins[letters[k]] else { return nil }
            letters[k] = twin
        case .quoteLost:
            guard let k = pick(places { "\"«»".contains($0) }) else { return nil }
            letters.remove(at: k)
        case .quoteChanged:
            guard let k = pick(places { "\"«»".contains($0) }) else { return nil }
            letters[k] = random.next() % 2 == 0 ? "»" : "“"
        case .fullStop: letters.append(".")
        case .invisible:
            guard let k = pick(places(\.isLetter)) else { return nil }
            letters.insert("\u{200B}", at: k)
        }
        lines[line] = String(letters)
        return (lines.joined(separator: "\n"), line)
    }

    private static func word(around k: Int, _ letters: [Character]) -> ClosedRange<Int> {
        var (lower, upper) = (k, k)
        while lower > 0, letters[lower - 1].isLetter { lower -= 1 }
        while upper + 1 < letters.count, letters[upper + 1].isLetter { upper += 1 }
        return lower...upper
    }

    private static let twins: [Character: Character] = {
        let pairs = zip("АВЕКМНОРСТХаеорсух", "ABEKMHOPCTXaeopcyx")
        return Dictionary(uniqueKeysWithValues: pairs.map { ($0, $1) } + pairs.map { ($1, $0) })
    }()

    private static func errors(_ script: Script) -> Int { script.diagnostics.count { $0.severity == .error } }

    /// Norms, expectations, negations and acts, a line each: what a fix may not turn around.
    static func polarity(_ script: Script) -> [String] {
        func words(_ step: StepNode) -> [String] {
            switch step.kind {
            case .given(let fact): ["given \(fact.negated) \(fact.fact)"]
            case .expectFact(let fact): ["expect \(fact.negated) \(fact.fact)"]
            case .expectDecision(let decision, _, let act): ["expect \(decision) \(act.act)"]
            case .act(let act): ["act \(act.act)"]
            case .force(let act): ["force \(act.act)"]
            case .repeated(_, let steps): steps.flatMap(words)
            default: ["step"]
            }
        }
        let rules = script.ownPolicies.flatMap { $0.node.clauses.flatMap { $0.rules.map { "\($0.kind) \($0.acts.map(\.act))" } } }
        let steps = script.background + script.looseSteps + script.scenarios.flatMap(\.steps) + script.exercises.flatMap(\.scenario.steps)
        return rules + steps.flatMap(words)
    }

    @Test(arguments: Row.allCases)
    func aFixLeavesFewerMistakesOrTheFileAsItWas(slip: Row) throws {
        let folder = try TemporaryFolder()
        var random = SeededNumbers(seed: UInt64(Row.allCases.firstIndex(of: slip) ?? 0))
        var written = 0
        for path in random.shuffled(Self.files).prefix(24) {
            let original = try String(contentsOfFile: ToolRun.root + "/" + path, encoding: .utf8)
            guard original.utf8.count < 9000, !original.contains("include"), !original.contains("подключить"),
                let (text, line) = Self.mistyped(original, slip, &random)
            else { continue }
            let name = (path as NSString).lastPathComponent
            let file = try folder.write(name, text)
            var scripts = ScriptSet(options: try Options(["check", "--fix", file]))
            let before = scripts.load(file)
            let outcome = Fixer.mend(file, scripts)
            let mended = try Data(contentsOf: URL(fileURLWithPath: file))
            guard case .changed(let changes, _) = outcome else {
                #expect(mended == Data(text.utf8), "\(path):\(line + 1): \(outcome)")
                continue
            }
            written += 1
            let after = scripts.load(file)
            #expect(Self.errors(after) < Self.errors(before), "\(path):\(line + 1)")
            // Outside of what is said to have changed every byte stays.
            #expect(Self.undone(Array(mended), changes) == Array(text.utf8), "\(path):\(line + 1): \(changes)")
            let source = scripts.load(try folder.write("original-" + name, original))
            if Self.errors(after) == 0 { #expect(Self.polarity(after) == Self.polarity(source), "\(path):\(line + 1)") }
            if slip == .lookAlike || slip == .invisible { #expect(mended == Data(original.utf8), "\(path):\(line + 1): \(changes)") }
        }
        switch slip {
        case .letterLost, .letterAdded, .letterChanged: #expect(written < 4, "a letter too many or too few is a question")
        case .quoteLost, .quoteChanged, .spaceLost: break
        case .fullStop: #expect(written < 4, "a line may end as in prose")
        case .otherLayout, .lookAlike, .invisible: #expect(written > 4, "\(slip)")
        }
    }

    private static func undone(_ mended: [UInt8], _ changes: [Fixer.Change]) -> [UInt8] {
        var out = mended
        for change in changes.reversed() { out.replaceSubrange(Int(change.span.lower)..<Int(change.span.upper), with: Array(change.from.utf8)) }
        return out
    }

    /// Whatever is offered for a word that is a letter away says and denies the same.
    @Test(arguments: [Row.letterLost, .letterAdded, .letterChanged, .spaceLost])
    func noSuggestionTurnsALineAround(slip: Row) throws {
        var random = SeededNumbers(seed: 7)
        var offered = 0
        for path in random.shuffled(Self.files).prefix(60) {
            let original = try String(contentsOfFile: ToolRun.root + "/" + path, encoding: .utf8)
            guard original.utf8.count < 6000, let (text, _) = Self.mistyped(original, slip, &random) else { continue }
            var (loader, library) = (ScriptLoader(path: path), Library())
            let script = loader.load(SourceFile(name: path, text: text), library: &library)
            for d in script.diagnostics where d.fixes.count == 1 && d.span.file == 0 {
                offered += 1
                var bytes = Array(text.utf8)
                bytes.replaceSubrange(Int(d.fixes[0].span.lower)..<Int(d.fixes[0].span.upper), with: Array(d.fixes[0].replacement.utf8))
                let negations = [original, String(decoding: bytes, as: UTF8.self)].map { text in
                    text.split { !$0.isLetter }.count { ["не", "нет", "not", "no", "никому", "nobody", "нельзя"].contains($0.lowercased()) }
                }
                #expect(negations[0] == negations[1], "\(path): \(d.fixes[0])")
            }
        }
        #expect(offered > 0)
    }
}
