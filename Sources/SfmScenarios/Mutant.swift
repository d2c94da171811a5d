import SfmPolicy
import SfmRuntime
import SfmTerms

/// One clause taken away, with the files that could miss it: those first that it was seen in.
package struct Mutant: Sendable {
    package let policy: String
    /// The policy's name in reports.
    let name: String
    package let clause: Clause
    /// Places of the results that it is tried on.
    package let files: [Int]

    /// A mutant for every clause of the policies in force that has something to take away.
    package static func all(_ results: [FileResult]) -> [Mutant] {
        var out: [Mutant] = []
        for entry in Coverage(results).policies {
            for c in entry.policy.clausesWithRules {
                let clause = entry.policy.clauses[c]
                var (seen, others): ([Int], [Int]) = ([], [])
                for (k, result) in results.enumerated() where !result.isInvalid && result.passed > 0 {
                    guard let place = result.policies.indices.first(where: { Coverage.Key(result, $0) == entry.key }),
                        let own = result.policies[place].clauses.firstIndex(where: { $0.id == clause.id })
                    else { continue }
                    let counts = result.coverage.counts(ofPolicyAt: place)
                    if own < counts.count, counts[own] != CoverageCounters.Counts() { seen.append(k) } else { others.append(k) }
                }
                // Where nothing passed nothing can be missed.
                if !(seen + others).isEmpty { out.append(Mutant(policy: entry.policy.id, name: entry.name, clause: clause, files: seen + others)) }
            }
        }
        return out
    }
}

/// How much of a policy scenarios would miss.
package protocol MutantScore {
    /// The policy's name in reports.
    var policy: String { get }
    var tried: Int { get }
    var missed: Int { get }
}

extension MutantScore {
    /// How many per cent of the changes scenarios notice, rounded down: all of them is 100 and nothing less.
    package var score: Int { tried == 0 ? 100 : (tried - missed) * 100 / tried }
}

/// What came of changing policies, by what was changed.
package enum Mutants: Sendable {
    case clauses([MutantReport])
    case rules([RuleMutantReport])

    package var scores: [any MutantScore] {
        switch self {
        case .clauses(let reports): reports
        case .rules(let reports): reports
        }
    }

    func write(of policy: String, _ language: Language, folder: String, _ out: inout JSONWriter) {
        switch self {
        case .clauses(let reports): reports.first { $0.policy == policy }?.write(&out)
        case .rules(let reports): reports.first { $0.policy == policy }?.write(language, folder: folder, &out)
        }
    }
}

/// How many clauses of a policy scenarios would miss, and which none would.
package struct MutantReport: MutantScore, Sendable {
    package let policy: String
    package let tried: Int
    package let survivors: [Clause]
    package var missed: Int { survivors.count }

    /// A policy each, in the order of the mutants.
    package static func all(_ mutants: [Mutant], missed: [Bool]) -> [MutantReport] {
        var order: [String] = []
        for mutant in mutants where order.last != mutant.name { order.append(mutant.name) }
        return order.map { policy in
            let own = zip(mutants, missed).filter { $0.0.name == policy }
            return MutantReport(policy: policy, tried: own.count, survivors: own.filter { !$0.1 }.map(\.0.clause))
        }
    }

    func write(_ out: inout JSONWriter) {
        out.member("mutants")
        out.object { out in
            out.member("tried")
            out.number(tried)
            out.member("survivors")
            out.array { out in for clause in survivors { out.string(clause.id) } }
        }
    }
}
