import SfmRuntime
import SfmSyntax
import SfmTerms

/// How much of what can happen an exploration has seen, and what of it was looked for.
package struct ExplorationSeen: Sendable, Equatable {
    package var situations: Int
    /// How many steps away the farthest of them is.
    package var depth: Int
    /// Whether there are no others.
    package var isComplete: Bool
    /// Whether something was asked that has to hold in every one of them.
    package var asksOfAll: Bool
    /// How many steps lead to what had to be reachable, for each that is.
    package var ways: [Int]
    /// How many random walks came through them; 0 where they were gone through in order.
    package var walks = 0
    /// The acts that were named and never came about, as they are written.
    package var idle: [String] = []

    package init(situations: Int, depth: Int, isComplete: Bool, asksOfAll: Bool = true, ways: [Int] = []) {
        (self.situations, self.depth, self.isComplete, self.asksOfAll, self.ways) = (situations, depth, isComplete, asksOfAll, ways)
    }

    init(_ found: ExplorationResult, asked scenario: ScenarioNode) {
        self.init(situations: found.situations, depth: found.depth, isComplete: found.isComplete)
        asksOfAll = scenario.exploration?.properties.contains { $0.kind != .reachable } ?? true
        ways = found.verdicts.compactMap { verdict in
            guard case .found(let steps) = verdict else { return nil }
            return steps.count { if case .expectFact = $0.kind { false } else { true } }
        }
    }

    /// “14 812 situations”
    package var counted: Text { Text(Self.grouped(situations) + " ", Self.grouped(situations) + " ") + Plural.situation.noun(situations) }

    /// “all 14 812 situations were seen, there are no others”
    var whole: Text {
        let count = Self.grouped(situations)
        if walks > 0 { return counted + onWalks }
        guard isComplete else {
            return Text(
                "\(situations == 1 ? "the one situation" : "all \(count) situations") within \(steps.en) \(situations == 1 ? "was" : "were") seen",
                "просмотрены все ситуации в пределах \(steps.ru), их \(count)")
        }
        return situations == 1
            ? Text("there is but one situation", "есть лишь одна ситуация")
            : Text("all \(count) situations were seen, there are no others", "просмотрены все ситуации, их \(count), других нет")
    }

    /// What it comes to where nothing failed: “holds in all 14 812 situations, there are no others”.
    package var told: Text {
        var parts: [Text] = []
        if asksOfAll { parts.append(holds) }
        parts += ways.map { way in
            way == 0 ? Text("so from the very beginning", "так с самого начала") : Text("can come about", "достижимо") + Counterexample.length(way)
        }
        if !asksOfAll { parts.append(Text("situations seen: ", "просмотрено ситуаций: ") + Text(same: Self.grouped(situations))) }
        if !idle.isEmpty { parts.append(Text("never came about: ", "ни разу не случилось: ") + Text(same: idle.joined(separator: ", "))) }
        return parts.dropFirst().reduce(parts[0]) { $0 + Text(same: "; ") + $1 }
    }

    /// “on 200 random walks”
    private var onWalks: Text {
        Text(" on \(walks == 1 ? "one random walk" : "\(walks) random walks")", ", пройденные наугад; прогулок: \(walks)")
    }

    private var holds: Text {
        let count = Self.grouped(situations)
        if walks > 0 { return Text("holds wherever it was looked: ", "верно везде, где проверено: ") + counted + onWalks }
        if situations == 1 {
            return isComplete
                ? Text("holds in the only situation there is", "верно в единственной ситуации, других нет")
                : Text("holds in the one situation within \(steps.en)", "верно в единственной ситуации в пределах \(steps.ru)")
        }
        return isComplete
            ? Text("holds in all \(count) situations, there are no others", "верно во всех ситуациях: их \(count), других нет")
            : Text("holds in all \(count) situations within \(steps.en)", "верно во всех ситуациях в пределах \(steps.ru): их \(count)")
    }

    /// «В пределах 1 шага, 6 шагов».
    private var steps: Text { Text(depth == 1 ? "1 step" : "\(depth) steps", depth % 10 == 1 && depth % 100 != 11 ? "\(depth) шага" : "\(depth) шагов") }

    /// “14 812”; a number of four digits stands together.
    package static func grouped(_ number: Int) -> String {
        let digits = String(number)
        guard digits.utf8.count > 4 else { return digits }
        var out = ""
        for (k, digit) in digits.enumerated() {
            if k > 0, (digits.utf8.count - k).isMultiple(of: 3) { out += " " }
            out.append(digit)
        }
        return out
    }
}

extension FileResult {
    /// How many of what was run are explorations.
    package var explorations: Int { scenarios.indices.count { scenarios[$0].isExploration } }
    package var situations: Int { scenarios.reduce(0) { $0 + ($1.seen?.situations ?? 0) } }
}

extension Plural {
    package static let exploration = Plural("exploration", "explorations", ru: "исследование", "исследования", "исследований")
}

extension Plural {
    func noun(_ n: Int) -> Text { Text(noun(n, .english), noun(n, .russian)) }
}
