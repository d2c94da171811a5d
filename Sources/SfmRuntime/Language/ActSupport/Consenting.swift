import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Act {
    /// The places of somebody's consents to an act.
    static func consents(_ w: World, _ giver: PersonID, _ request: Request) -> [Int] {
        let all = w.consents[request.act] ?? []
        return all.indices.filter { (giver == .absent || all[$0].giver == giver) && all[$0].request.covers(request) && request.covers(all[$0].request) }
    }

    static let consenting = Hooks(settles: { i, node, r throws(ScriptError) in
        guard case .act(let act)? = node.slot(.act)?.value else { return }
        r.request.consented = try i.resolve(act, lenient: true).request
    })
}
