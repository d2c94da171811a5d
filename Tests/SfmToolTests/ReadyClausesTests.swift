import Foundation
import SfmTerms
import Testing

@testable import SfmScenarios
@testable import SfmTool

/// The ready clauses of `Clauses/`: each holds by itself, any of them hold together, in both languages.
@Suite struct ReadyClausesTests {
    private static let items = ClauseLibrary.items

    private func file(_ name: String, _ language: Language) -> String { language("Clauses/\(name).sfm", "Clauses/\(name).ru.sfm") }

    /// Whatever is checked, tested and laid out is in order, without a warning.
    private func holds(_ folder: TemporaryFolder, _ count: Int) {
        let check = ToolRun(["check", folder.path, "--lang", "en"])
        #expect(check.status == .ok && check.out.hasSuffix("\(count) \(count == 1 ? "file" : "files"): in order\n"), "\(check.out)")
        let layout = ToolRun(["fmt", "--check", folder.path])
        #expect(layout.status == .ok, "\(layout.out)\(layout.error)")
        let test = ToolRun(["test", folder.path, "--lang", "en"])
        #expect(test.status == .ok, "\(test.out)")
    }

    @Test func theKindsAreThereAndTheLadder() {
        #expect(Self.items.count >= 16 && ShippedClauses.all.count == 2 * Self.items.count)
        for name in ["quiet hours", "photo consent", "moderation ladder", "тихие часы", "согласие на съёмку", "лестница мер"] {
            #expect(ClauseLibrary.item(named: name) != nil, "\(name)")
        }
    }

    @Test("the files have the form by which they are taken apart", arguments: Language.allCases) func form(_ language: Language) throws {
        let words = ClauseWords.of(language)
        for item in Self.items {
            let text = item.text(language)
            var lines = ["# \(text.purpose)", "\(words.policy) \"\(text.name)\""] + text.declarations.map(String.init) + text.clauses.map(String.init)
            lines += [words.end, "\(words.usePolicy) \"\(text.name)\"", ""] + text.background.map(String.init) + [""] + text.scenarios.map(String.init)
            let shipped = try String(contentsOfFile: ToolRun.root + "/" + file(item.file, language), encoding: .utf8)
            #expect(lines.joined(separator: "\n") + "\n" == shipped, "\(item.file)")
            #expect(text.purpose.hasSuffix(".") && !text.name.contains { $0 == "," || $0 == "-" || $0.isNumber || $0.isUppercase }, "\(item.file)")
            let numbers = text.clauses.filter { $0.hasPrefix("  \(words.clause) ") }.compactMap { $0.split(separator: " ").dropFirst().first }
            #expect(numbers == (1...text.count(words)).map { "\($0)" }, "\(item.file)")
            #expect(text.background == Self.items[0].text(language).background, "\(item.file)")
            let scenarios = text.scenarios.count { $0.hasPrefix(language("scenario ", "сценарий ")) }
            #expect((2...5).contains(scenarios), "\(item.file)")
        }
    }

    @Test func noTwoHaveOneName() {
        let names = Self.items.flatMap { [$0.file, $0.name.en, $0.name.ru] }
        for name in names {
            #expect(Self.items.contains { ClauseLibrary.item(named: name)?.file == $0.file && [$0.file, $0.name.en, $0.name.ru].contains(name) })
        }
        #expect(Set(Self.items.map(\.name.en)).count == Self.items.count && Set(Self.items.map(\.name.ru)).count == Self.items.count)
    }

    @Test("no word is declared by two of them, but for the same calendar", arguments: Language.allCases) func ownWords(_ language: Language) {
        var declared: [String: String] = [:]
        for item in Self.items {
            for line in item.text(language).declarations {
                for word in line.split(separator: "\"", omittingEmptySubsequences: false).enumerated().filter({ $0.offset % 2 == 1 }).map(\.element) {
                    #expect(declared[String(word), default: item.file] == item.file, "\(word)")
                    declared[String(word)] = item.file
                }
            }
        }
        #expect(declared.count > 10)
    }

    @Test("each by itself", arguments: Language.allCases) func alone(_ language: Language) throws {
        let folder = try TemporaryFolder()
        for item in Self.items { try folder.write(item.file + ".sfm", ClausePolicy(name: item.file, items: [item], language: language).text) }
        holds(folder, Self.items.count)
    }

    @Test("each with each", arguments: Language.allCases) func pairs(_ language: Language) throws {
        let folder = try TemporaryFolder()
        for (k, one) in Self.items.enumerated() {
            for other in Self.items[(k + 1)...] {
                let name = "\(one.file) \(other.file)"
                try folder.write(name + ".sfm", ClausePolicy(name: name, items: [one, other], language: language).text)
            }
        }
        holds(folder, Self.items.count * (Self.items.count - 1) / 2)
    }

    @Test("all together, in both orders: no clause and no scenario is lost", arguments: Language.allCases) func together(_ language: Language) throws {
        let folder = try TemporaryFolder()
        let words = ClauseWords.of(language)
        for (name, items) in [("all", Self.items), ("reversed", Self.items.reversed())] {
            let text = ClausePolicy(name: name, items: items, language: language).text
            let path = try folder.write(name + ".sfm", text)
            let count = Self.items.reduce(0) { $0 + $1.text(language).count(words) }
            let mutants = name == "reversed" ? ["--mutants=clauses"] : []
            let report = try #require(JSONValue(Array(ToolRun(["coverage", path, "--format", "json"] + mutants).out.utf8)))
            let policy = report["policies"]?.elements?.first
            #expect(policy?["clauses"]?.elements?.compactMap { $0["id"]?.string } == (1...count).map { "\($0)" })
            #expect(policy?["percent"]?.number == 100)
            // By the numbers that are cited too each clause has its own scenarios still.
            #expect(mutants.isEmpty || policy?["mutants"]?["survivors"]?.elements?.isEmpty == true)
            let single = Self.items.reduce(0) { $0 + $1.text(language).scenarios.count { $0.hasPrefix(language("scenario ", "сценарий ")) } }
            #expect(text.split(separator: "\n").count { $0.hasPrefix(language("scenario ", "сценарий ")) } == single)
        }
        holds(folder, 2)
    }

    @Test("no scenario would pass without its clause") func mutants() throws {
        let report = try #require(JSONValue(Array(ToolRun(["coverage", "Clauses", "--mutants=clauses", "--format", "json"]).out.utf8)))
        let policies = report["policies"]?.elements ?? []
        #expect(policies.count == 2 * Self.items.count)
        for policy in policies {
            #expect(policy["percent"]?.number == 100 && policy["mutants"]?["survivors"]?.elements?.isEmpty == true, "\(policy["id"]?.string ?? "")")
            #expect(policy["mutants"]?["tried"]?.number == policy["clauses"]?.elements?.count)
        }
    }

    @Test("twins have the same clauses, which come out alike") func twins() throws {
        func outcomes(_ item: ClauseItem, _ language: Language) throws -> [[String]] {
            let run = ToolRun(["coverage", file(item.file, language), "--format", "json"])
            let report = try #require(JSONValue(Array(run.out.utf8)))
            return (report["policies"]?.elements?.first?["clauses"]?.elements ?? []).map { clause in
                ["id", "kind", "allowed", "refused", "dutiesMet", "dutiesBreached", "impossible"].map {
                    clause[$0]?.string ?? clause[$0]?.number.map { "\($0)" } ?? ""
                }
            }
        }
        /// The clauses that are cited, scenario by scenario.
        func citations(_ item: ClauseItem, _ language: Language) -> [[String]] {
            item.text(language).scenarios.map { line in
                line.matches(of: language(/clause ([0-9]+)/, /п\. ([0-9]+)/)).map { String($0.output.1) }
            }
        }
        for item in Self.items {
            let english = try outcomes(item, .english)
            #expect(try !english.isEmpty && english == outcomes(item, .russian), "\(item.file)")
            #expect(citations(item, .english) == citations(item, .russian), "\(item.file)")
        }
    }
}
