import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

/// What an act did to the world, beyond what the act itself says.
public struct Effect: Sendable {
    /// The result held already.
    public var isUnchanged = false
    /// The message, the link or the order that came about.
    public var item: Item?
    public var notes: [Text] = []

    public init(isUnchanged: Bool = false, item: Item? = nil, notes: [Text] = []) {
        (self.isUnchanged, self.item, self.notes) = (isUnchanged, item, notes)
    }

    public static let done = Effect()
    public static let unchanged = Effect(isUnchanged: true)
}

/// One act or event of the language: its forms, its kind, when the world can do it, and what it does.
///
/// Every act is one file in `Acts/` and one line in `ActTable`; parser, completion, help, formatter, conditions and
/// reference derive from it.
public final class Act: Sendable {
    public let forms: Forms
    public let kind: ActKind
    /// The noun for reports: "blocking", «блокировка».
    public let noun: Text
    /// What conditions may ask beyond what every act with a person or a chat has.
    public let attributes: [Attribute]
    /// Parts that are understood from what was mentioned where they are left out.
    public let definite: [Slot]
    /// What the act creates: its names are declared by it.
    public let creates: SlotSet
    /// Done by the world: nobody is named, nobody is asked.
    public let isDoneByWorld: Bool
    /// Nothing of the school's own, so that an outsider may do it too.
    public let isOpenToOutsiders: Bool
    /// What has to be there for the act to make sense: a duty to do it lapses with that.
    public let about: DutyObject?
    /// What the act may put an end to.
    public let ends: [DutyObject]
    /// Whether the person concerned leaves the school.
    public let leaves: Bool
    /// Why the world cannot do it now, or `nil`; with the properties of the platform that were looked at. `nil` itself where the
    /// world always can.
    public let obstacle: (@Sendable (World, Request, PolicySet) -> UnmetPrecondition?)?
    /// The properties of the platform that an allowed act confirms; `nil` where it never confirms any.
    public let confirms: (@Sendable (World, Request, PolicySet) -> [ClauseRef])?
    public let effect: @Sendable (inout World, Request) -> Effect
    /// In which ways it is read or told that nearly no other act is.
    public let traits: Traits
    /// How it is read and settled where that is particular to it.
    let hooks: Hooks
    /// What it is good for to a policy.
    public let supplies: Supplies
    /// What the words of policies are that its parts name.
    public let words: [Slot: WordSort]
    /// A line that runs, in both languages, after the world that the vocabulary's tests give it.
    public let example: Text

    init(
        _ forms: Forms, kind: ActKind, noun: Text, attributes: [Attribute] = [], definite: [Slot] = [], creates: SlotSet = [],
        byWorld: Bool = false, isOpenToOutsiders: Bool = false, about: DutyObject? = nil, ends: [DutyObject] = [], leaves: Bool = false,
        obstacle: (@Sendable (World, Request, PolicySet) -> UnmetPrecondition?)? = nil,
        confirms: (@Sendable (World, Request, PolicySet) -> [ClauseRef])? = nil,
        effect: @escaping @Sendable (inout World, Request) -> Effect = { _, _ in .done },
        traits: Traits = [], hooks: Hooks = Hooks(), supplies: Supplies = Supplies(), words: [Slot: WordSort] = [:],
        example: Text
    ) {
        (self.forms, self.kind, self.noun, self.attributes, self.definite) = (forms, kind, noun, attributes, definite)
        (self.creates, self.isDoneByWorld, self.obstacle, self.confirms) = (creates, byWorld, obstacle, confirms)
        (self.isOpenToOutsiders, self.about, self.ends, self.leaves) = (isOpenToOutsiders || byWorld, about, ends, leaves)
        (self.effect, self.traits, self.hooks, self.supplies, self.words, self.example) = (effect, traits, hooks, supplies, words, example)
    }

    var tellsOf: Bool { traits.contains(.tellsOfSomebody) }
    var makesMessage: Bool { traits.contains(.makesMessage) }

    /// A post in a channel is a power, in a chat a liberty; everything else has one kind.
    public func kind(of request: Request) -> ActKind { request.channel != .absent && kind == .liberty ? .power : kind }
}

/// Obstacles that several acts share.
enum Requirement {
    static func member(_ w: World, _ c: Request) -> UnmetPrecondition? {
        guard c.chat != .absent, c.target != .absent else { return nil }
        return w.has(c.target, in: c.chat) ? nil : UnmetPrecondition(Text("the person is not a member of the chat", "этот человек не состоит в чате"))
    }

    static func actorIsMember(_ w: World, _ c: Request) -> UnmetPrecondition? {
        guard c.chat != .absent, c.actor != .absent else { return nil }
        return w.has(c.actor, in: c.chat) ? nil : UnmetPrecondition(Text("who acts is not a member of the chat", "действующий не состоит в чате"))
    }

    static func actorIsNotBlocked(_ w: World, _ c: Request) -> UnmetPrecondition? {
        guard c.chat != .absent, c.actor != .absent, let block = w.block(of: c.actor, in: c.chat) else { return nil }
        let end = block.until == .never ? Text("without a term", "без срока") : Text("until \(block.until.text)", "до \(block.until.text)")
        return UnmetPrecondition(Text("blocked in the chat ", "доступ к чату заблокирован ") + end)
    }

    /// Posting, voting, calls: only members, and not while blocked.
    static func canSpeak(_ w: World, _ c: Request) -> UnmetPrecondition? { actorIsMember(w, c) ?? actorIsNotBlocked(w, c) }

    static func notOutsider(_ w: World, _ c: Request, _ p: PolicySet) -> UnmetPrecondition? { w.isOutsider(c.target) ? outside(true) : nil }

    /// An outsider comes to the school's own only by joining; what is done about him then is done about a participant.
    static func hasJoined(_ w: World, _ c: Request) -> UnmetPrecondition? {
        w.isOutsider(c.target) && !w.marks(of: c.target).contains(.joined) ? outside(true) : nil
    }

    /// Whether an outsider would come in, or would act as if inside.
    static func outside(_ entering: Bool) -> UnmetPrecondition {
        entering
            ? UnmetPrecondition(
                Text("an outsider has no way into the school's closed space", "постороннему нет входа в закрытое пространство школы"), .closedSpace)
            : UnmetPrecondition(Text("an outsider can do nothing of the school's", "постороннему недоступно ничего из школьного"), .closedSpace)
    }

    /// Who has left comes back first: enrolled again, if a student.
    static func notGone(_ w: World, _ person: PersonID) -> UnmetPrecondition? {
        guard person != .absent, w.marks(of: person).isGone else { return nil }
        return UnmetPrecondition(
            Text("the person has left the school and has to come back first", "этот человек выбыл или уволен и сначала должен вернуться в школу"))
    }

    static func schoolExists(_ w: World) -> UnmetPrecondition? {
        w.school.exists ? nil : UnmetPrecondition(Text("the school is not registered yet", "школа ещё не зарегистрирована"))
    }
}
