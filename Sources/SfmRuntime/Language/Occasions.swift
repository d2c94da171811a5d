import SfmModel
import SfmPolicy
import SfmTerms

/// Where the duties stand that time brings about: which rules have begun, when each comes next, which states hold.
struct Occasions: Sendable {
    /// A rule that has begun.
    struct Begun: Sendable {
        let entry: PolicySet.Indexed<DutyRule>
        /// When it comes next; `nil` where it does not, or depends on a state.
        var next: Instant?
        /// The chats in which its state holds, where it waits for one.
        var holding = Set<ChatID>()
    }

    /// A term in which each who holds a role has something to do, those who come to hold it later as well.
    struct Open: Sendable {
        /// The duty of nobody yet.
        let duty: Duty
        /// Whom it has been laid on, or who has met it before.
        var bound: Set<PersonID>
        let deadline: Instant
    }

    /// What the duties of all whom one deed binds have in common.
    struct Cause: Hashable {
        let rule: ObjectIdentifier
        let target: PersonID
        let chat: ChatID

        init(_ duty: Duty) { (rule, target, chat) = (ObjectIdentifier(duty.rule), duty.target, duty.chat) }
    }

    /// Whether a background is still being played: nothing begins in it.
    var waits = false
    /// Whether what is in force has begun; what comes into force later begins at once.
    var hasBegun = false
    var rules: [Begun] = []
    var open: [Open] = []
}
