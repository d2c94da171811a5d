import SfmPolicy
import SfmRuntime
import SfmSyntax
import SfmTerms

/// Everything that help and reference can tell, made from the tables of the language.
struct Topics {
    let language: Language
    /// By act, where the policies that come with the program speak of it: «koshdo-2024 24, 26».
    private let clauses: [[String]]
    /// Every topic with its names as they are looked for.
    private let known = Kept<[Known]>()

    private struct Known: Sendable {
        let topic: Topic
        let names: [String]
    }

    init(_ language: Language) {
        self.language = language
        clauses = Self.clausesByAct()
    }

    /// The topics of that name; where there is none, those whose name holds the words.
    func find(_ words: String, exactly: Bool = false) -> [Topic] {
        // No topic has a longer name, and looking for one in all of them takes its time.
        guard words.utf8.count <= 400 else { return [] }
        let folded = ReplWord.fold(words)
        guard !folded.isEmpty else { return [] }
        let all = known.value {
            (acts + facts + keywords + attributes + roles + mechanisms).map { Known(topic: $0, names: $0.names.map(ReplWord.fold)) }
        }
        let exact = all.filter { $0.names.contains(folded) }
        return (exact.isEmpty && !exactly ? all.filter { $0.names.contains { $0.contains(folded) } } : exact).map(\.topic)
    }

    private static func clausesByAct() -> [[String]] {
        var library = Library()
        var out: [[String]] = Array(repeating: [], count: ActTable.all.count)
        for id in Library.shippedIDs {
            guard let policy = library.shippedPolicy(id) else { continue }
            var found: [Int: Set<Int>] = [:]
            for rule in policy.rules { found[rule.act, default: []].insert(rule.clause) }
            for duty in policy.duties {
                for act in [duty.act] + duty.triggers { found[act, default: []].insert(duty.clause) }
            }
            for (act, clauses) in found { out[act].append("\(id) " + clauses.sorted().map { policy.clauses[$0].id }.joined(separator: ", ")) }
        }
        return out
    }

    private func needs(_ row: Prerequisite?) -> [String] {
        row.map { [$0.needs.map { $0.noun[language] }.joined(separator: language(" or ", " или "))] } ?? []
    }

    /// The acts without which a property of the platform makes no sense.
    func presupposed(by entry: ChoiceWords.Entry) -> [String] { needs(Mechanism(rawValue: entry.value).flatMap { Prerequisite.of(.mechanism($0)) }) }

    // MARK: - Acts and facts

    var acts: [Topic] { ActTable.all.indices.map(act) }

    private func act(_ index: Int) -> Topic {
        let act = ActTable.all[index]
        let noun = act.noun[language]
        var topic = Topic(language("\(act.forms.id): \(noun)", noun), names: act.forms.heads + [act.noun.en, act.noun.ru])
        topic.add(language("kind", "вид"), [act.kind.meaning[language]])
        topic.add(language("written", "пишется"), act.forms.usages(language), isCode: true)
        topic.add(language("in rules", "в правилах"), act.kind == .event ? [] : [act.forms.ruleHeads(language).joined(separator: ", ")], isCode: true)
        topic.add(language("as in", "например"), [act.example[language]], isCode: true)
        let row = Prerequisite.of(.act(index))
        topic.add(language("presupposes", "предполагает"), needs(row))
        topic.add(language("conditions may ask", "в условии можно спросить"), [AttributeTable.list(AttributeTable.attributes(of: index), language)])
        topic.add(language("spoken of in", "об этом говорят"), clauses[index])
        return topic
    }

    var facts: [Topic] {
        FactTable.all.map { fact in
            let usages = fact.forms.usages(language)
            var topic = Topic(language("fact: ", "утверждение: ") + usages[0], names: fact.forms.heads)
            topic.add(language("written", "пишется"), usages, isCode: true)
            topic.add(language("use", "где годится"), [fact.set == nil ? language("expect", "ожидаем") : language("given, expect", "дано, ожидаем")])
            return topic
        }
    }

    // MARK: - Words

    var keywords: [Topic] {
        Keyword.table.map { entry in
            let phrases = language(entry.en, entry.ru)
            var topic = Topic(phrases[0], names: entry.en + entry.ru)
            topic.add(language("what it does", "что делает"), [entry.keyword.meaning[language]])
            if let example = entry.keyword.example {
                topic.add(language("as in", "например"), example[language].split(separator: "\n").map(String.init), isCode: true)
            }
            topic.add(language("also written", "пишут и так"), phrases.count > 1 ? [phrases.dropFirst().joined(separator: ", ")] : [], isCode: true)
            return topic
        }
    }

    var attributes: [Topic] {
        AttributeTable.all.map { attribute in
            let (name, forms) = (attribute.name, attribute.forms)
            var topic = Topic(language("condition: ", "условие: ") + name[language], names: [name.en, name.ru] + forms.english + forms.russian)
            topic.add(language("asked of", "о каких действиях"), [asked(attribute)])
            return topic
        }
    }

    /// The acts of which a condition may ask it; all of them in a word.
    func asked(_ attribute: Attribute) -> String {
        let acts = ActTable.all.indices.filter { AttributeTable.attributes(of: $0).contains(attribute) }
        if acts.count == ActTable.all.count { return language("every act", "о любом") }
        return acts.map { language(ActTable.all[$0].forms.id, ActTable.all[$0].noun.ru) }.joined(separator: ", ")
    }

    var roles: [Topic] {
        RoleNoun.table.map { noun in
            var topic = Topic(language("role: ", "роль: ") + noun.inflected(language), names: noun.phrases)
            topic.add(language("also written", "пишут и так"), also(noun).isEmpty ? [] : [also(noun).joined(separator: ", ")], isCode: true)
            topic.add(language("is also", "это и"), brings(noun.role))
            let row = Prerequisite.of(.role(noun.role))
            topic.add(language("given by", "роль даёт"), needs(row))
            return topic
        }
    }

    /// The further names of a role, in this language.
    func also(_ noun: RoleNoun) -> [String] { language(noun.alsoEnglish, noun.alsoRussian) }

    /// The roles that somebody of this role has as well.
    func brings(_ role: Role) -> [String] {
        let closed = RoleSet(role).closed.subtracting(RoleSet(role)).subtracting(RoleSet(.anyone))
        return closed.isEmpty ? [] : [closed.roles.map { RoleNoun.of($0).inflected(language) }.joined(separator: ", ")]
    }

    var mechanisms: [Topic] {
        ChoiceWords.mechanisms.map { entry in
            var topic = Topic(language("property: ", "свойство: ") + language(entry.en[0], entry.shown), names: entry.en + entry.ru + [entry.shown])
            topic.add(language("presupposes", "предполагает"), presupposed(by: entry))
            topic.add(language("stated as", "в пункте"), ["\(language("states", "свойство")) \(language(entry.en[0], entry.shown))"], isCode: true)
            return topic
        }
    }
}
