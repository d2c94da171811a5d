import SfmPolicy
import SfmRuntime
import SfmTerms

/// How many small changes of a policy's rules scenarios notice, and which none does.
package struct RuleMutantReport: MutantScore, Sendable {
    /// A change that no scenario notices.
    package struct Survivor: Sendable {
        /// `nil` for what belongs to no clause: own words, the calendar.
        package let clause: Clause?
        package let kind: Mutation.Kind
        package let file: String
        package let line: Int
        package let before: Text
        /// Empty where nothing is left of it.
        package let after: Text
        /// A scenario that passes before the change and fails after it, where one has been looked for and found (LANGUAGE.md 16).
        package var scenario: String?

        package init(_ mutation: Mutation, of policy: Policy, file: String, line: Int) {
            (clause, kind) = (mutation.clause.map { policy.clauses[$0] }, mutation.kind)
            (before, after) = mutation.texts
            (self.file, self.line) = (file, line)
        }
    }

    package let policy: String
    package let tried: Int
    /// Changes left out, as what they make is provably the same.
    package let same: Int
    package let survivors: [Survivor]
    package var missed: Int { survivors.count }

    package init(policy: String, tried: Int, same: Int, survivors: [Survivor]) {
        (self.policy, self.tried, self.same, self.survivors) = (policy, tried, same, survivors)
    }

    func write(_ language: Language, folder: String, _ out: inout JSONWriter) {
        out.member("mutants")
        out.object { out in
            for (name, number) in [("tried", tried), ("noticed", tried - missed), ("same", same), ("score", score)] {
                out.member(name)
                out.number(number)
            }
            out.member("survivors")
            out.array { out in for survivor in survivors { out.object { Self.write(survivor, language, folder, &$0) } } }
        }
    }

    private static func write(_ survivor: Survivor, _ language: Language, _ folder: String, _ out: inout JSONWriter) {
        func member(_ name: String, _ text: String?) {
            guard let text else { return }
            out.member(name)
            out.string(text)
        }
        member("clause", survivor.clause?.id)
        member("file", TestReport.relative(survivor.file, to: folder))
        out.member("line")
        out.number(survivor.line)
        member("kind", survivor.kind.rawValue)
        member("text", survivor.kind.words[language])
        member("before", survivor.before[language])
        member("after", survivor.after[language])
        member("scenario", survivor.scenario)
    }
}
