import SfmPolicy
import SfmSyntax
import SfmTerms

/// Every attribute of conditions; the order is the order of the reference and of ids.
public enum AttributeTable {
    public static let all: [Attribute] = [
        .violations, .reminders, .warnings, .objections, .duration, .reason, .message, .messageKind, .violationKind,
        .targetMark, .actorMark, .chatMark, .actorIsParent, .parentCopied, .textLength, .link, .chatNameLacksGroup,
        .blocks, .removals, .messages, .countOfAct, .rate, .majority, .consent, .actorHolds, .targetHolds, .moderators,
        .acknowledged, .apologized, .verified, .joined, .departed,
        .messenger, .channel, .purpose,
        .applicationSubmitted, .orderEnclosed, .orderOfAppointment, .appointedByOrder,
        .requestToSchool, .askedRole, .questionnaireEnclosed, .phoneGiven, .emailGiven,
        .subjectStated, .ownSubject, .collective, .actorVerified, .targetIsActor,
        .targetMember, .targetOfChatGroup, .chatAudience, .chatClosed, .chatMembers,
        .role, .targetRole, .actorRole,
    ]

    static subscript(id: AttributeID) -> Attribute { all[id.index] }

    /// The place of an attribute in the table.
    static func id(of attribute: Attribute) -> AttributeID {
        guard let id = ids[attribute] else { preconditionFailure("the attribute table lacks \(attribute.forms.id)") }
        return id
    }

    private static let ids: [Attribute: AttributeID] = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1, AttributeID($0)) })

    /// Those that conditions may ask of an act: what its parts bring with them, and what it has besides.
    public static func attributes(of act: Int) -> [Attribute] {
        // A chat that an act makes is not there yet when it is judged: all that can be asked of it is its name.
        let slots = SlotSet(Sfm.grammar.actParts[act].map(\.slot).filter { $0 != .chat || !ActTable.all[act].creates.contains(.chat) })
        let general = all.filter { $0.isAsked(slots) }
        return general + ActTable.all[act].attributes.filter { !general.contains($0) }
    }

    public static func list(_ attributes: [Attribute], _ language: Language) -> String { attributes.map { $0.name[language] }.joined(separator: ", ") }
}

extension Predicate {
    /// The attribute that it asks; `nil` for what stands beside the act.
    var definition: Attribute? { attribute.map { AttributeTable[$0] } }
}
