import Testing

@testable import SfmScenarios

/// What `--filter` and `--tag` ask: words, `and`, `or`, `not`, parentheses, in both languages.
@Suite struct ScenarioQueryTests {
    private static func holds(_ text: String, _ tags: [String]) throws -> Bool {
        try ScenarioQuery(text, .tag).holds(tags.map(Selection.folded))
    }

    @Test(arguments: [
        ("a", "a"), ("a and b", "ab abc"), ("a и b", "ab abc"), ("a or b and c", "a ab ac abc bc"), ("(a or b) and c", "ac bc abc"),
        ("not a", "b c bc -"), ("не a и не b", "c -"), ("not (a or b)", "c -"), ("!a", "b c bc -"), ("a,b", "a b ab ac bc abc"), ("!a,b", "c -"),
        ("!(a, b)", "c -"), ("A AND B", "ab abc"), ("a либо b или c", "a b c ab ac bc abc"), ("not not a", "a ab ac abc"), ("((a))", "a ab ac abc"),
        ("\"a\" and not «b»", "a ac"), ("a and not b or c", "a c ac bc abc"),
    ])
    func tags(text: String, expected: String) throws {
        for tags in ["-", "a", "b", "c", "ab", "ac", "bc", "abc"] {
            let own = tags == "-" ? [] : tags.map(String.init)
            let isExpected = expected.split(separator: " ").contains { $0 == tags } || text == "a" && own.contains("a")
            #expect(try Self.holds(text, own) == isExpected, "\(text) of \(tags)")
        }
    }

    private static func fits(_ text: String, _ title: String) throws -> Bool {
        try ScenarioQuery(text, .filter).holds([Selection.folded(title)])
    }

    /// A word of a title is no operator where none may stand.
    @Test(arguments: [
        ("is not blocked", "He is not blocked", true), ("is not blocked", "He is blocked", false), ("не может писать", "Родитель не может писать", false),
        ("Родитель не может", "Родитель не может писать", true), ("block and unblock", "Block, then unblock", true),
        ("\"block and unblock\"", "Block, then unblock", false), ("«мама и папа»", "Мама и папа в чате", true), ("мама и папа", "Папа и мама", true),
        ("п. 24 (срок)", "Блокировка по п. 24 (срок)", true), ("(block or chat) and not (x)", "A chat", true), ("chat*", "Chat of parents", true),
        ("chat* and not *parents", "Chat of parents", false), ("«10А» принимает", "Класс «10А» принимает", true), ("ордер", "орден", false),
        ("android", "Android and iOS", true), ("иван", "Иван", true), ("или", "x", false),
    ])
    func filters(text: String, title: String, expected: Bool) throws {
        if text == "или" {
            #expect(throws: ScenarioQuery.Mistake.self) { try ScenarioQuery(text, .filter) }
        } else {
            #expect(try Self.fits(text, title) == expected)
        }
    }

    @Test(arguments: [
        ("", 0), ("  ", 2), ("a and", 5), ("a b", 2), ("(a", 0), ("a)", 1), ("and a", 0), ("not", 3), ("a or or b", 5), ("a,,b", 0), ("()", 1),
        ("a (b)", 2), ("a and (b or", 11), ("!", 0),
    ])
    func mistakesHaveTheirPlace(text: String, place: Int) {
        do {
            _ = try ScenarioQuery(text, .tag)
            Issue.record("read: \(text)")
        } catch {
            #expect(error.at == place && !error.message.en.isEmpty && error.message.ru != error.message.en, "\(text): \(error.at)")
        }
    }

    @Test func nestingHasACeiling() throws {
        func nested(_ n: Int) -> String { String(repeating: "(", count: n) + "a" + String(repeating: ")", count: n) }
        #expect(try Self.holds(nested(63), ["a"]))
        #expect(throws: ScenarioQuery.Mistake.self) { try ScenarioQuery(nested(64), .tag) }
        #expect(throws: ScenarioQuery.Mistake.self) { try ScenarioQuery(String(repeating: "not ", count: 100_000) + "a", .tag) }
    }

    /// Whatever is written, the two sides of De Morgan's laws and of distribution agree.
    @Test func lawsOfLogic() throws {
        var numbers = SeededNumbers(seed: 11)
        func random(_ depth: Int) -> String {
            switch depth == 0 ? 0 : numbers.next() % 4 {
            case 0: ["a", "b", "c"][Int(numbers.next() % 3)]
            case 1: "not (\(random(depth - 1)))"
            case 2: "(\(random(depth - 1))) and (\(random(depth - 1)))"
            default: "(\(random(depth - 1))) или (\(random(depth - 1)))"
            }
        }
        for _ in 0..<40 {
            let (x, y, z) = (random(3), random(3), random(3))
            for tags in [[], ["a"], ["b"], ["a", "b"], ["c"], ["a", "b", "c"]] {
                #expect(try Self.holds("not ((\(x)) and (\(y)))", tags) == Self.holds("не (\(x)) или не (\(y))", tags))
                #expect(try Self.holds("(\(x)) and ((\(y)) or (\(z)))", tags) == Self.holds("(\(x)) и (\(y)) или (\(x)) и (\(z))", tags))
            }
        }
    }
}
