import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Act {
    /// What is particular to a few acts in how they are read or told.
    public struct Traits: OptionSet, Sendable {
        public let rawValue: UInt8
        public init(rawValue: UInt8) { self.rawValue = rawValue }

        /// Where no policy is in force, somebody whom nobody knows comes into the chat by it (LANGUAGE.md 4).
        public static let takesInNewcomers = Traits(rawValue: 1)
        /// Its names need not have been introduced: it is about papers that lie elsewhere.
        public static let namesFreely = Traits(rawValue: 2)
        /// Its value is one of a poll's answers.
        public static let answersAPoll = Traits(rawValue: 4)
        /// A kind of place without a name is any place of that kind, not the one mentioned last.
        public static let isAboutAnyPlace = Traits(rawValue: 8)
        /// When it ends by itself is told where it is done.
        public static let tellsItsEnd = Traits(rawValue: 16)
        /// Its title is a chat's name from then on.
        public static let namesChatAnew = Traits(rawValue: 32)
        /// It tells somebody of somebody.
        public static let tellsOfSomebody = Traits(rawValue: 64)
        /// It makes a message in a chat.
        public static let makesMessage = Traits(rawValue: 128)
    }

    /// What an act does of its own while it is read and once it has been done; each is `nil` for nearly every act.
    struct Hooks: Sendable {
        /// The act that it is where it names something that the platform itself brings.
        var becomes: (@Sendable (ActNode, Names) -> Act?)?
        /// What is made by it is called, where nobody says.
        var defaultName: String?
        /// Fills what is understood without being said, before anything else that was left out.
        var presumes: (@Sendable (inout Interpreter, ActNode, inout ResolvedAct) throws(ScriptError) -> Void)?
        /// The chat that it makes up where it says «в чат» and there is none.
        var makesUpChat: (@Sendable (inout Interpreter, inout ResolvedAct) -> ChatID?)?
        /// Fills the rest once it is known who acts, about whom and until when.
        var settles: (@Sendable (inout Interpreter, ActNode, inout ResolvedAct) throws(ScriptError) -> Void)?
        /// What else it is to the policies, and calls for the duties of.
        var alsoIs: (@Sendable (Request) -> Request?)?
    }

    /// What a policy needs an act for: the lint looks for somebody who may do it.
    public struct Supplies: Sendable {
        /// A role that it gives: always, or where it is done for that role.
        public struct Grant: Sendable {
            public let role: Role
            public let isStated: Bool
        }

        /// What conditions ask that it brings about.
        public let attributes: [Attribute]
        public let grants: [Grant]
        /// Properties of the platform that make no sense without it.
        public let mechanisms: [Mechanism]
        /// The acts of which one has to be possible for it to make sense.
        let needs: @Sendable () -> [Act]
        /// Whether one of those has to have been done before.
        public let isAfterThem: Bool

        init(
            _ attributes: [Attribute] = [], gives: [Role] = [], givesStated: [Role] = [], for mechanisms: [Mechanism] = [],
            after isAfterThem: Bool = false, needs: @escaping @Sendable () -> [Act] = { [] }
        ) {
            (self.attributes, self.mechanisms, self.needs, self.isAfterThem) = (attributes, mechanisms, needs, isAfterThem)
            grants = gives.map { Grant(role: $0, isStated: false) } + givesStated.map { Grant(role: $0, isStated: true) }
        }
    }
}
