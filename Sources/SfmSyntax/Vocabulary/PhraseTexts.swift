import SfmTerms

/// How the phrases of the vocabulary are written, by the place of the grammar where they stand.
///
/// The tables of the grammar hold lemmas, and many phrases are entered by them; what is offered is written as people write it.
final class PhraseTexts: Sendable {
    struct Entry: Sendable {
        let words: [String]
        let lemmas: [Lemma]
        let value: Int
        let sort: Expectations.Sort

        /// The words that are left behind those that have been said; `nil` where the phrase begins otherwise or is said.
        func rest(behind said: [Lemma], _ copulas: LemmaSet) -> [String]? {
            var k = 0
            for word in said {
                while k < lemmas.count, lemmas[k] != word, copulas.contains(lemmas[k]) { k += 1 }
                guard k < lemmas.count, lemmas[k] == word else { return nil }
                k += 1
            }
            return k < words.count ? Array(words[k...]) : nil
        }
    }

    private let entries: [PhraseTable.Root: [Entry]]

    func of(_ root: PhraseTable.Root) -> [Entry] { entries[root] ?? [] }

    init(_ grammar: Grammar) {
        var all: [PhraseTable.Root: [Entry]] = [:]
        func add(_ phrases: [String], _ root: PhraseTable.Root, _ value: Int, _ sort: Expectations.Sort = .other) {
            for phrase in phrases {
                let words = phrase.split(separator: " ").map(String.init)
                let lemmas = words.map { grammar.lexicon.find($0.lowercased().replacing("ё", with: "е")) }
                if !lemmas.isEmpty, !lemmas.contains(0) { all[root, default: []].append(Entry(words: words, lemmas: lemmas, value: value, sort: sort)) }
            }
        }
        let roots = grammar.roots
        for entry in Keyword.table { add(entry.en + entry.ru, roots.keywords, Int(entry.keyword.rawValue), .keyword(entry.keyword)) }
        for entry in Particle.table { add(entry.en + entry.ru.flatMap(Particle.written), grammar.particle(entry.particle), 0) }
        for noun in RoleNoun.table { add(noun.phrases, roots.roles, Int(noun.role.rawValue), .role) }
        for unit in TimeUnit.table.map(\.unit) { add(unit.forms, roots.units, Int(unit.rawValue)) }
        for (entries, root) in [
            (ChoiceWords.comparisons, roots.comparisons), (ChoiceWords.mechanisms, roots.mechanisms), (DeclarationWord.table, roots.declarations),
        ] {
            for entry in entries { add(entry.en + entry.written, root, Int(entry.value)) }
        }
        for entry in ChoiceWords.places { add(entry.en + PlaceKind.written(entry), roots.places, Int(entry.value)) }
        for (k, attribute) in grammar.attributes.enumerated() where !attribute.english.isEmpty && !attribute.isPhraseOfPeople {
            add(attribute.english + [attribute.name.ru], roots.attributes, k)
        }
        for slot in Slot.allCases {
            for entry in slot.choices { add(entry.en + entry.written, roots.choices[Int(slot.rawValue)], Int(entry.value)) }
        }
        for (k, forms) in grammar.acts.enumerated() {
            for text in forms.english + forms.russian {
                let (head, isSubject, parts) = Self.read(text)
                add(head, isSubject ? roots.actSubjects : roots.actHeads, k, .act(k))
                if !forms.isRuledApart, !isSubject { add(head, roots.ruleHeads, k, .act(k)) }
                for (label, slot) in parts { add(label, roots.actLabels[k], k, slot.map { .part($0) } ?? .other) }
            }
            for text in forms.ruleEnglish + forms.ruleRussian { add(Self.read(text).head, roots.ruleHeads, k, .act(k)) }
        }
        for (k, forms) in grammar.facts.enumerated() {
            for text in forms.english + forms.russian {
                let (head, isSubject, parts) = Self.read(text)
                add(head, isSubject ? roots.factSubjects : roots.factHeads, k)
                for (label, slot) in parts { add(label, roots.factLabels[k], k, slot.map { .part($0) } ?? .other) }
            }
        }
        entries = all
    }

    /// The ways to write the head of a form, whether a person stands before it, and those of its labels.
    private static func read(_ text: String) -> (head: [String], isSubject: Bool, parts: [(label: [String], slot: Slot?)]) {
        var elements = Template(text).elements
        var isSubject = false
        if case .slot(.target, _, _)? = elements.first {
            elements.removeFirst()
            isSubject = true
        }
        let shape = Template(elements: elements).shape
        let parts = shape.parts.map { part -> ([String], Slot?) in
            guard case .slot(let slot, _, _)? = part.slot else { return (Grammar.readings(part.label), nil) }
            return (Grammar.readings(part.label), slot)
        }
        return (Grammar.readings(shape.head), isSubject, parts)
    }
}

extension Grammar {
    var phraseTexts: PhraseTexts { keptTexts.value { PhraseTexts(self) } }
}

extension ChoiceWords.Entry {
    /// The Russian phrases as they are written: the first one is entered by its lemmas where it is printed otherwise.
    fileprivate var written: [String] { [shown] + ru.dropFirst() }
}

extension AttributeForms {
    /// What is read by its two people, and whose words alone nobody says.
    fileprivate var isPhraseOfPeople: Bool { readAs == .actorIsParent || readAs == .targetIsActor }
}

extension PlaceKind {
    fileprivate static func written(_ entry: ChoiceWords.Entry) -> [String] {
        switch PlaceKind(rawValue: entry.value) {
        case .chat?: ["чат", "чате", "чата", "чату"]
        case .group?: ["группе", "классе", "группу", "класс", "группы", "класса"]
        case .school?: ["школе", "школу", "школы"]
        case .staffRoom?: ["учительской", "учительскую"]
        case .channel?: ["канале", "канал", "канала"]
        case nil: entry.ru
        }
    }
}

extension TimeUnit {
    /// Every form that stands behind a number, or behind «в», «за», «до конца».
    fileprivate var forms: [String] {
        let texts: [Text] = [counted(1), counted(2), counted(5)]
        let numbered: [String] = texts.flatMap { (text: Text) -> [String] in [Self.word(text.en), Self.word(text.ru)] }
        let others: [String] =
            switch self {
            case .minute: ["минута"]
            case .hour: ["часа", "часов"]
            case .day: ["день", "дня", "дней"]
            case .week: ["неделя", "недели"]
            case .month: ["месяца", "месяцев"]
            case .year: ["года", "лет"]
            }
        return (numbered + others).unique
    }

    /// Whether a form stands behind a number; what is no unit may.
    static func fits(_ form: String, _ count: Int) -> Bool {
        guard let unit = TimeUnit.table.map(\.unit).first(where: { $0.forms.contains(form) }) else { return true }
        let text = unit.counted(count)
        return word(text.en) == form || word(text.ru) == form
    }

    /// What stands behind the number.
    private static func word(_ counted: String) -> String { counted.split { $0 == " " || $0 == "\u{A0}" }.last.map(String.init) ?? counted }
}

extension Particle {
    /// A Russian phrase that is entered by its lemmas, as it is written.
    static func written(_ phrase: String) -> [String] { forms[phrase] ?? [phrase] }

    private static let forms: [String: [String]] = [
        "по пункт": ["по п.", "по пункту"], "согласно пункт": ["согласно п.", "согласно пункту"], "порядок": ["порядка"],
        "свой группа": ["своей группы"], "действующий лицо": ["действующего лица"], "исполнитель": ["исполнитель", "исполнителя"],
        "лицо": ["лицо", "лица"], "родитель лицо": ["родителям лица", "родителей лица", "родители лица", "родитель лица"],
        "родитель этого лицо": ["родителям этого лица"], "его родитель": ["его родителям"], "родитель этого человек": ["родителям этого человека"],
        "иной": ["иных"], "иной задач": ["иных задач"], "иной целей": ["иных целей"], "приказ": ["приказом"], "в перечень": ["в перечне"],
        "из перечень": ["из перечня"], "входит в перечень": ["входит в перечень"], "по предмет": ["по предмету"], "с предмет": ["с предметом"],
        "по учебному предмет": ["по учебному предмету"], "в закрытый чат": ["в закрытом чате"], "сообщение": ["сообщений", "сообщения"],
        "автор": ["автор", "автору", "автора"], "автор сообщение": ["автору сообщения"], "с согласие": ["с согласия"], "без согласие": ["без согласия"],
        "группа": ["группы"], "в опрос": ["в опросе"], "более половины участник": ["более половины участников"],
        "больше половины участник": ["больше половины участников"], "рабочий": ["рабочих", "рабочего", "рабочий"], "рабочий день": ["рабочий день"],
        "следующего рабочий день": ["следующего рабочего дня"], "учебный год": ["учебного года", "учебный год"], "квартал": ["квартала", "квартал"],
        "в выходной": ["в выходные"], "по выходной": ["по выходным"], "в выходной день": ["в выходные дни"], "в рабочий день": ["в рабочие дни"],
        "по рабочий день": ["по рабочим дням"], "в рабочий время": ["в рабочее время"], "в рабочий час": ["в рабочие часы"],
        "вне рабочий время": ["вне рабочего времени"], "в нерабочий время": ["в нерабочее время"], "в чат тишина": ["в чате тишина"],
    ]
}
