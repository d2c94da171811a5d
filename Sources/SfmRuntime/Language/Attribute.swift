import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

/// What conditions may ask of an act: its words, its type, whom it concerns, of which acts it is asked, and how it is evaluated.
///
/// Every attribute is one file in `Attributes/` and one line in `AttributeTable`; parser, completion, help, formatter, decisions,
/// explanations, comparison, lint and reference derive from it.
public final class Attribute: Sendable {
    public let forms: AttributeForms
    /// The people without whom it says nothing of an act.
    let concerns: Concerned
    /// What it asks that a rule can say beside its act as well.
    private let question: Question?
    private let reading: AttributeReading
    /// Whether every act with these parts has it; other acts that have it say so themselves.
    let isAsked: @Sendable (SlotSet) -> Bool
    /// Under which heading comparisons tell of it.
    let heading: Heading
    /// The deeds that it counts out of what was done, where it does.
    let counts: CountedActs?
    /// Whether it asks for names and texts of the act (`Request.said`).
    let asksTexts: Bool
    /// Whether it may hold though nobody has done anything for it.
    let mayHoldByItself: Bool

    /// What comparisons of policies tell of together.
    public struct Heading: Hashable, Sendable {
        /// The name in machine formats.
        public let id: String
        public let name: Text

        public static func == (a: Heading, b: Heading) -> Bool { a.id == b.id }
        public func hash(into hasher: inout Hasher) { hasher.combine(id) }
    }

    init(
        _ forms: AttributeForms, heading: Text, at id: String? = nil, concerns: Concerned = [], says question: Question? = nil,
        mayHoldByItself: Bool = false, asksTexts: Bool = false, counts: CountedActs? = nil,
        isAsked: @escaping @Sendable (SlotSet) -> Bool = { _ in false }, _ reading: AttributeReading
    ) {
        (self.forms, self.concerns, self.question, self.reading) = (forms, concerns, question, reading)
        (self.asksTexts, self.counts) = (asksTexts, counts)
        (self.mayHoldByItself, self.isAsked, self.heading) = (mayHoldByItself, isAsked, Heading(id: id ?? forms.id, name: heading))
    }

    /// What the words of policies are that it is compared with.
    public var sort: WordSort {
        switch forms.readAs {
        case .targetHas, .actorHas, .chatHas: .mark
        case .actorHolds, .targetHolds: .role
        case .quoted(let id): id == "violations" ? .violationKind : .messageKind
        default: .messageKind
        }
    }

    public var name: Text { forms.name }

    func says(_ question: Question) -> Bool { self.question == question }

    /// Its place in the table.
    public var id: AttributeID { AttributeTable.id(of: self) }

    /// The condition that compares it with something of its type.
    func test(_ operand: Predicate.Operand) -> Condition { .test(Predicate(id, question, concerns, reading, operand, asksTexts: asksTexts)) }
}

/// A number that a chat keeps of each of its people.
enum KeptCount: Sendable {
    case violations, reminders, warnings
}

/// Which acts an attribute counts, and whether those that somebody did or those that were done to somebody.
struct CountedActs: Sendable {
    let part: Counted.Part
    /// The number of them that the world keeps, where it keeps one that can be asked without going through what was done.
    var kept: KeptCount?
    let acts: @Sendable () -> [Act]

    func spec(_ count: CountNode, kinds: [Text], _ calendar: SchoolCalendar?) -> CountSpec {
        CountSpec(
            acts: acts().map { ActTable.index(of: $0) }, kinds: kinds, part: part, ofActor: count.ofActor, inChat: count.inChat || !count.ofActor,
            window: count.window, calendar: calendar)
    }
}

extension Attribute: Hashable {
    public static func == (a: Attribute, b: Attribute) -> Bool { a === b }
    public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

extension SlotSet {
    /// Whether an act with these parts names a person, and whether it happens in a chat.
    var haveTarget: Bool { contains(.target) || contains(.invitee) }
    var haveChat: Bool { contains(.chat) || contains(.place) }
}
