import SfmTerms

/// How an attribute is written in conditions: what its file declares and the grammar is built from.
public struct AttributeForms: Sendable {
    /// The stable English name in machine formats.
    public let id: String
    /// The words that introduce it; none where only a phrase of the grammar does.
    public let english: [String]
    public let russian: [String]
    /// What it is called in messages and lists.
    public let name: Text
    public let written: Written
    /// In which number and case its roles stand.
    public let rolesAre: RolesForm
    /// How else it is read.
    public let readAs: Phrase?

    /// - Parameters:
    ///   - shown: how Russian prints the words where that is not how they are read.
    ///   - name: what it is called, where the first of its words do not say it.
    public init(
        _ id: String, en english: [String] = [], ru russian: [String] = [], shown: String? = nil, name: Text? = nil, readAs: Phrase? = nil, _ written: Written,
        rolesAre: RolesForm = .one(.nominative)
    ) {
        (self.id, self.english, self.russian, self.readAs, self.written, self.rolesAre) = (id, english, russian, readAs, written, rolesAre)
        self.name = name ?? Text(english.first ?? id, shown ?? russian.first ?? id)
    }

    /// A phrase of the grammar by which an attribute is read beside its own words.
    public enum Phrase: Hashable, Sendable {
        /// `target is teacher`, `actor is director`, `target is actor`.
        case targetIsRole, actorIsRole, targetIsActor
        /// `actor is verified`: what the attribute of that name asks about the person concerned, asked about who acts.
        case ofActor(String)
        /// «никто не возражает»: nobody does what one of these verbs says.
        case nobody([String])
        /// «по личным мотивам».
        case byReason
        /// `in closed chat` behind the act of a rule.
        case closedChat
        /// `in chat of parents` behind the act of a rule.
        case chatOf
        /// What the attribute of that name asks of the words of a policy: `message is "urgent"`.
        case quoted(String)
        /// `target has "consent"`, «у исполнителя есть "…"», `chat has "archived"`.
        case targetHas, actorHas, chatHas
        /// `by parents of target`, «родителям лица» before the act.
        case actorIsParent
        /// `text is longer than 500`, «текст длиннее 500 знаков».
        case textIsLonger
        /// `count of ACT by actor`, «число ДЕЙСТВИЕ исполнителя».
        case countOfAct
        /// `"yes" in poll "…" has more than half of the members`.
        case majority
        /// `with consent of director`.
        case consent
        /// `actor is "duty administrator"`, `target is "…"`.
        case actorHolds, targetHolds
        /// What a rule counts itself: `more than 10 times a day`.
        case rate
        /// What is counted where the attribute of that name is asked with a comparison: «сообщений не менее 3».
        case countOf(String)
    }

    public enum RolesForm: Sendable {
        case one(GrammaticalCase)
        /// Behind a preposition, with which what introduces them ends: "chat is for".
        case many(GrammaticalCase)
    }

    /// What introduces roles, denied: "chat is not for", «чат не для».
    static func denied(_ subject: String, _ language: Language) -> String {
        var words = subject.split(separator: " ")
        words.insert(language("not", "не")[...], at: max(0, words.count - 1))
        return words.joined(separator: " ")
    }

    /// What stands in a condition beside the words, in rules and in sentences.
    public enum Written: Sendable {
        /// A question of yes or no: both answers as a rule has them and as a sentence has them.
        case flag(rule: Answers, sentence: Answers)
        /// A number of what the attribute's name says, which is plural.
        case count
        /// A term; what it is called in a sentence.
        case term(sentence: Text)
        case choice(Choice)
        /// Roles; how they are introduced in a rule, in a sentence and where an answer is explained.
        case roles(rule: Text, sentence: Text, explained: Text)
        /// Words that the policy declares: what introduces them in a rule and in a sentence, said and denied.
        case word(rule: Answers, sentence: Answers)
        /// A name, or a list that has it.
        case name(rule: Text, sentence: Text)
    }

    public struct Answers: Sendable {
        public let yes: Text
        public let no: Text

        public init(_ yes: Text, no: Text) { (self.yes, self.no) = (yes, no) }
    }

    /// One of several words.
    public struct Choice: Sendable {
        /// The slot that has the words.
        public let slot: Slot
        public let rule: Text
        public let sentence: Text
        /// How the words are introduced where an answer is explained, and whether that governs them: «для: общения».
        public let explained: Text
        public let governs: Bool
        /// Whether the words are adjectives: no dash stands before them.
        public let isAdjective: Bool
        /// What the words are in an English sentence, where that is something else.
        public let english: (@Sendable (UInt8) -> String?)?

        public init(
            _ slot: Slot, rule: Text, sentence: Text, explained: Text, governs: Bool = false, isAdjective: Bool = false,
            english: (@Sendable (UInt8) -> String?)? = nil
        ) {
            (self.slot, self.rule, self.sentence, self.explained) = (slot, rule, sentence, explained)
            (self.governs, self.isAdjective, self.english) = (governs, isAdjective, english)
        }

        public var table: [ChoiceWords.Entry] { slot.choices }
    }

    /// Words that may follow a question of yes or no and say nothing further: "application is complete".
    static let fillers = ["complete", "stated", "collective", "полная", "полна", "указан", "коллектива"]

    /// Its words as an entry of the vocabulary; `nil` where it has none of its own.
    func entry(_ index: Int) -> ChoiceWords.Entry? {
        english.isEmpty ? nil : ChoiceWords.Entry(value: UInt8(index), english, russian, shown: name.ru)
    }
}

extension Grammar {
    public subscript(attribute: AttributeID) -> AttributeForms { attributes[attribute.index] }

    /// The words of attributes as the vocabulary has them.
    public var attributeWords: [ChoiceWords.Entry] { attributes.enumerated().compactMap { $1.entry($0) } }
}
