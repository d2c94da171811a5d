import SfmModel
import SfmPolicy
import SfmTerms

/// Limits that no act is asked about: the terms of duties, and the states that duties wait for.
extension Interpreter {
    /// Counts the side of a duty's term that the clock stands at.
    mutating func noteTerm(_ rule: DutyRule, _ clause: ClauseRef, _ deadline: Instant) {
        guard countsCoverage else { return }
        let all = policies.policy(clause).limits
        for limit in policies.limits(of: rule) where all[limit].isTerm {
            coverage.reach(all[limit].side(ofDeadline: deadline, at: world.now), limit: limit, policy: Int(clause.policy), in: policies)
        }
    }

    /// Counts the sides of a state's limits that a chat is at.
    mutating func noteState(of chat: ChatID, _ limits: [Int], _ clause: ClauseRef) {
        guard !limits.isEmpty, !world[chat: chat].isDeleted else { return }
        let all = policies.policy(clause).limits
        for limit in limits where all[limit].isOfState {
            guard let duty = all[limit].duty else { continue }
            var request = Request(act: duty.act)
            request.chat = chat
            coverage.reach(all[limit].side(Context(world: world, request: request)), limit: limit, policy: Int(clause.policy), in: policies)
        }
    }

    /// Counts what the clock stands next to once it has moved: a term that ends soon, a state that is about to begin.
    mutating func noteStandstill() {
        guard countsCoverage, hasPolicy else { return }
        if ledger.hasPending {
            work.add(ledger.sortCount / Work.Rate.people)
            for duty in ledger.sorts { if let deadline = duty.deadline, deadline >= world.now { noteTerm(duty.rule, duty.clause, deadline) } }
        }
        for place in occasions.states {
            let entry = occasions.rules[place].entry
            let limits = policies.limits(of: entry.rule)
            guard !limits.isEmpty, !work.isSpent else { continue }
            work.add(1 + world.chats.count / Work.Rate.people)
            for chat in world.chats.indices { noteState(of: ChatID(chat), limits, entry.clause) }
        }
    }
}
