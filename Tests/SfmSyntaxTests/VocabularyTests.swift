import SfmRuntime
import SfmTerms
import Testing

@testable import SfmSyntax

/// The bilingual tables: nothing empty, nothing said twice, nothing lost.
@Suite struct VocabularyTests {
    private static func isRussian(_ text: String) -> Bool { text.unicodeScalars.contains { (0x400...0x52F).contains($0.value) } }

    // MARK: - No empty cell

    @Test(arguments: Keyword.allCases)
    func everyKeywordHasBothLanguages(word: Keyword) {
        let entry = word.entry
        #expect(entry.keyword == word, "the table is in the order of the cases")
        #expect(!entry.en.isEmpty && !entry.ru.isEmpty)
        #expect((entry.en + entry.ru).allSatisfy { !$0.isEmpty && $0.first != " " && $0.last != " " && !$0.contains("  ") })
        #expect(entry.en.allSatisfy { !Self.isRussian($0) } && entry.ru.allSatisfy(Self.isRussian))
        #expect(Set(entry.en + entry.ru).count == entry.en.count + entry.ru.count)
    }

    @Test func everyParticleOnce() {
        #expect(Particle.table.map(\.particle) == Particle.allCases)
        for entry in Particle.table { #expect(!entry.en.isEmpty, "\(entry.particle)") }
    }

    @Test(arguments: Role.allCases)
    func everyRoleHasFiveCasesTwice(role: Role) {
        let noun = RoleNoun.of(role)
        #expect(noun.role == role, "the table is in the order of the cases")
        #expect(!noun.english.one.isEmpty && !noun.english.many.isEmpty)
        for forms in [noun.singular, noun.plural] {
            #expect(forms.count == 5)
            #expect(forms.allSatisfy { !$0.isEmpty && Self.isRussian($0) })
        }
    }

    @Test(arguments: Role.allCases)
    func theDativeIsToldByItsEnding(role: Role) {
        let noun = RoleNoun.of(role)
        for forms in [noun.singular, noun.plural] {
            for (grammaticalCase, form) in forms.enumerated() {
                let reading = Declension.dative(form.split(separator: " ").map(String.init))
                // What is also another case's form may be told either way.
                if forms.count(where: { $0 == form }) > 1 { continue }
                let isRight = grammaticalCase == 2 ? reading != .no : reading == .no || (grammaticalCase == 4 && reading == .orInstrumental)
                #expect(isRight, "\(form)")
            }
        }
        #expect(Declension.dative(["ученице"]) == .certain && Declension.dative(["ученицу"]) == .no && Declension.dative(["учениц"]) == .no)
        #expect(Declension.dative(["третьему", "лицу"]) == .certain && Declension.dative(["классным", "руководителем"]) == .no)
        #expect(Declension.dative(["обучающимся"]) == .orInstrumental && Declension.dative(["администрации"]) == .orGenitive)
    }

    private static let choices: [(String, [ChoiceWords.Entry])] = [
        ("places", ChoiceWords.places), ("reasons", ChoiceWords.reasons), ("moods", ChoiceWords.moods), ("linkStates", ChoiceWords.linkStates),
        ("orderStages", ChoiceWords.orderStages), ("comparisons", ChoiceWords.comparisons), ("attributes", Sfm.grammar.attributeWords),
        ("purposes", ChoiceWords.purposes), ("mechanisms", ChoiceWords.mechanisms),
    ]

    @Test func everyChoiceHasBothLanguages() {
        for (name, entries) in Self.choices {
            for entry in entries {
                #expect(!entry.en.isEmpty && !entry.ru.isEmpty && !entry.shown.isEmpty, "\(name) \(entry.value)")
                #expect((entry.en + entry.ru).allSatisfy { !$0.isEmpty })
            }
            #expect(Set(entries.map(\.value)).count == entries.count, "\(name): every value once")
        }
    }

    @Test func everyChoiceIsCovered() {
        #expect(Set(ChoiceWords.comparisons.map(\.value)) == Set(Comparison.allCases.map(\.rawValue)))
        #expect(Set(ChoiceWords.moods.map(\.value)) == Set(Mood.allCases.map(\.rawValue)))
        #expect(Set(ChoiceWords.mechanisms.map(\.value)) == Set(Mechanism.allCases.map(\.rawValue)))
        #expect(Set(TimeUnit.table.map(\.unit)) == Set(TimeUnit.allCases))
    }

    // MARK: - No overlap

    /// The sets of keywords that the parser asks for in one place.
    private static let positions: [(String, KeywordSet)] = [
        ("items", .items), ("steps", .steps), ("decisions", .decisions), ("policy", .policy), ("clause", .clause), ("examples", .examples),
        ("exercise", .exerciseLines), ("off limits", .offLimits),
    ]

    @Test func noTwoKeywordsOfOnePositionShareAPhrase() {
        var lexicon = Lexicon()
        for forms in WordForms.all { lexicon.merge(forms) }
        for (position, allowed) in Self.positions {
            var taken: [[Lemma]: Keyword] = [:]
            for entry in Keyword.table where allowed.has(entry.keyword) {
                for phrase in entry.en + entry.ru {
                    let lemmas = phrase.split(separator: " ").map { lexicon.lemma($0) }
                    if let other = taken[lemmas], other != entry.keyword {
                        Issue.record("\(position): “\(phrase)” is both \(other) and \(entry.keyword)")
                    }
                    taken[lemmas] = entry.keyword
                }
            }
        }
    }

    @Test func noPhraseOfAChoiceMeansTwoThings() {
        var lexicon = Lexicon()
        for forms in WordForms.all { lexicon.merge(forms) }
        for (name, entries) in Self.choices {
            var taken: [[Lemma]: UInt8] = [:]
            for entry in entries {
                for phrase in entry.en + entry.ru {
                    let lemmas = phrase.split(separator: " ").map { lexicon.lemma($0) }
                    if let other = taken[lemmas], other != entry.value { Issue.record("\(name): “\(phrase)” is both \(other) and \(entry.value)") }
                    taken[lemmas] = entry.value
                }
            }
        }
    }

    @Test func noRolePhraseMeansTwoRoles() {
        var lexicon = Lexicon()
        for forms in WordForms.all { lexicon.merge(forms) }
        var taken: [[Lemma]: Role] = [:]
        for noun in RoleNoun.table {
            for phrase in noun.phrases {
                let lemmas = phrase.split(separator: " ").map { lexicon.lemma($0) }
                if let other = taken[lemmas], other != noun.role { Issue.record("“\(phrase)” is both \(other) and \(noun.role)") }
                taken[lemmas] = noun.role
            }
        }
    }

    /// A line that shares a form with an earlier one would lose it without a word.
    @Test func everyWordFormBelongsToOneLine() {
        var lines: [String: String] = [:]
        for line in WordForms.all {
            let words = line.split(separator: " ").map(String.init)
            for form in Set(words.map { $0.lowercased().map { $0 == "ё" ? "е" : String($0) }.joined() }) {
                if let other = lines[form] { Issue.record("“\(form)” is a form of “\(other)” and of “\(words[0])”") }
                lines[form] = words[0]
            }
        }
    }

    @Test func everyFormLeadsToItsLine() {
        var lexicon = Lexicon()
        for forms in WordForms.all { lexicon.merge(forms) }
        for line in WordForms.all {
            let words = line.split(separator: " ").map(String.init)
            let lemma = lexicon.find(words[0])
            #expect(lemma != 0 && words.allSatisfy { lexicon.find($0) == lemma && lexicon.find($0.uppercased()) == lemma }, "\(words[0])")
        }
    }

    @Test func yoAndYeAreOneLetterInKeywords() {
        var lexicon = Lexicon()
        lexicon.merge("утверждён утверждена")
        #expect(lexicon.find("утвержден") == lexicon.find("УТВЕРЖДЁН"))
        #expect(lexicon.find("утвержден") != 0)
    }

    // MARK: - Near misses

    @Test func suggestionsKnowLayoutsAndAlphabets() {
        #expect(KeyboardLayout.russian("ghbukfcbnm") == "пригласить")
        #expect(KeyboardLayout.russian("lfyj") == "дано")
        #expect(KeyboardLayout.latin("скуфеу") == "create")
        #expect(Confusables.of("10A") == Confusables.of("10А"))
        #expect(Confusables.of("артём") == Confusables.of("артем"))
        #expect(Suggestion.nearest(to: "@ивнов", among: ["@петров", "@иванов"]) == "@иванов")
        #expect(Suggestion.nearest(to: "@bdfyjd", among: ["@петров", "@иванов"]) == "@иванов")
        #expect(Suggestion.nearest(to: "@совершенно-другой", among: ["@петров", "@иванов"]) == nil)
    }

    @Test func distanceCountsSwapsOnce() {
        #expect(EditDistance.between("сзодать", "создать", atMost: 2) == 1)
        #expect(EditDistance.between("abc", "", atMost: 2) == nil)
        #expect(EditDistance.between("", "", atMost: 0) == 0)
    }
}

@Suite struct SlotNameTests {
    @Test(arguments: Slot.allCases) func everySlotHasItsName(slot: Slot) { #expect(Slot(name: Array("\(slot)".utf8)) == slot) }

    @Test func otherNamesAreNone() {
        #expect(Slot(name: Array("targe".utf8)) == nil)
        #expect(Slot(name: []) == nil)
    }
}
