import SfmPolicy
import SfmTerms

@testable import SfmRuntime

/// Conditions as tests write them, each of the type that the attribute has.
extension Attribute {
    var holds: Condition { test(.flag) }
    func counts(_ sign: Comparison, _ n: Int) -> Condition { test(.count(sign, n)) }
    func lasts(_ sign: Comparison, _ duration: Duration) -> Condition { test(.term(sign, duration)) }
    func isOne<Value: RawRepresentable & CaseIterable & Sendable>(of values: [Value]) -> Condition where Value.RawValue == UInt8 {
        test(.choice(ChoiceSet(values).bits))
    }
    func isRole(_ roles: RoleSet) -> Condition { test(.roles(roles)) }
    func isIn(list: Text, _ items: [String]) -> Condition { test(.names(list: list, items)) }
}
