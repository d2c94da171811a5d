import SfmPolicy
import SfmTerms

extension Interpreter {
    /// Sets the clock to where a school that works by these policies begins: 1 September 09:00 of the school year in which the first of
    /// them speaks, and not before `Instant.start`.
    ///
    /// A policy that ships and comes into force a year later would say nothing of whatever is done at the usual start, and a scenario does
    /// not show its dates. Of a school's own policies the dates are before the eyes: there the clock stands where LANGUAGE.md 3 puts it.
    mutating func startClock(for policies: [Policy]) {
        // What has been set by `today is` stays, and nothing that was done is moved.
        guard world.now == .start, log.isEmpty else { return }
        // One that extends others says all that it has to say once the last of them speaks.
        let first = policies.map { policy in
            policy.withExtended.filter { $0.inForce?.from != nil && Library.shippedIDs.contains($0.id) }.compactMap { $0.inForce?.from }.max() ?? .min
        }.min()
        guard let first, first > Instant.start.day else { return }
        world.now = max(.start, .beginning(ofSchoolYear: Instant.schoolYear(of: first)))
    }
}
