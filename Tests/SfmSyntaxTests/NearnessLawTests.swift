import SfmRuntime
import Testing

@testable import SfmSyntax

/// What finds what is near does less than to compare everything with everything, and finds the same.
@Suite struct NearnessLawTests {
    /// Optimal string alignment as its definition says, in a table.
    private static func distance(_ x: [UInt32], _ y: [UInt32]) -> Int {
        var table = (0...x.count).map { i in (0...y.count).map { j in i == 0 ? j : j == 0 ? i : 0 } }
        for i in x.indices {
            for j in y.indices {
                table[i + 1][j + 1] = min(table[i][j + 1] + 1, table[i + 1][j] + 1, table[i][j] + (x[i] == y[j] ? 0 : 1))
                if i > 0, j > 0, x[i] == y[j - 1], x[i - 1] == y[j] { table[i + 1][j + 1] = min(table[i + 1][j + 1], table[i - 1][j - 1] + 1) }
            }
        }
        return table[x.count][y.count]
    }

    private static func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

    /// A word with up to so many letters lost, added, changed and swapped.
    private static func spoilt(_ word: [UInt32], _ most: Int, of alphabet: [UInt32], _ random: inout Generator) -> [UInt32] {
        var out = word
        for _ in 0..<random.below(most + 1) {
            guard !out.isEmpty else { break }
            let (k, letter) = (random.below(out.count), alphabet[random.below(alphabet.count)])
            switch random.below(4) {
            case 0: out.remove(at: k)
            case 1: out.insert(letter, at: k)
            case 2: out[k] = letter
            default: out.swapAt(k, max(0, k - 1))
            }
        }
        return out
    }

    /// Letters that share their lowest bits among them.
    private static let alphabets: [[UInt32]] = [
        [0x61, 0x62], [0x61, 0x62, 0x63, 0x451, 0x4E1, 0x661], scalars("абвгдежзabcdefgh-"), [0x61, 0xE1, 0x161, 0x10061],
    ]

    @Test(arguments: alphabets) func distancesAreThoseOfTheTable(alphabet: [UInt32]) throws {
        var random = Generator(state: UInt64(alphabet.count))
        for round in 0..<1500 {
            // Few are as long as can be: the table is slow.
            let length = round % 100 == 0 ? EditDistance.longest : random.below(14)
            let a = (0..<length).map { _ in alphabet[random.below(alphabet.count)] }
            let b = round % 3 == 0 ? (0..<random.below(14)).map { _ in alphabet[random.below(alphabet.count)] } : Self.spoilt(a, 5, of: alphabet, &random)
            let wanted = Self.distance(a, b)
            let pattern = try #require(EditDistance.Pattern(a))
            let around: [UInt32] = [0x61, 0x62] + b + [0x61]
            for limit in 0...7 {
                let found = pattern.distance(to: around, 2, 2 + b.count, atMost: limit)
                #expect(found == (wanted <= limit ? wanted : nil), "\(a) \(b) \(limit)")
            }
            #expect((pattern.letters ^ EditDistance.Pattern.letters(b)).nonzeroBitCount <= 2 * wanted)
        }
    }

    @Test func whatIsTooLongIsComparedByItsBeginning() {
        #expect(EditDistance.Pattern(Array(repeating: 0x61, count: EditDistance.longest + 1)) == nil)
        let long = String(repeating: "аб", count: 40)
        #expect(EditDistance.between(long + "в", long + "г", atMost: 3) == 0)
        // Then a word of the vocabulary is never near to one that cannot be compared.
        #expect(Sfm.grammar.lists.lengths.count * 5 / 4 < EditDistance.longest)
    }

    /// Every form compared with the word, one after another.
    private static func near(_ word: [UInt32], isOtherReading: Bool, _ forms: [(form: String, scalars: [UInt32], lemma: Lemma)]) -> [PhraseSearch.Near] {
        var best: [Lemma: PhraseSearch.Near] = [:]
        for form in forms {
            let length = form.scalars.count
            let limit = length <= 2 ? 0 : isOtherReading ? (length > 3 ? 1 : 0) : max(1, length / 4)
            guard abs(length - word.count) <= limit else { continue }
            let found = distance(word, form.scalars)
            if found <= limit, found < best[form.lemma]?.distance ?? .max {
                best[form.lemma] = PhraseSearch.Near(lemma: form.lemma, form: form.form, distance: found)
            }
        }
        return best.values.sorted { $0.lemma < $1.lemma }
    }

    @Test(arguments: [false, true]) func theNearWordsAreThoseOfAll(isOtherReading: Bool) {
        let forms = Sfm.grammar.lexicon.forms.map { ($0.form, Self.scalars($0.form), $0.lemma) }
        var random = Generator(state: isOtherReading ? 5 : 3)
        let (letters, lists) = (Self.scalars("абвгдежзийклмнопрстуфхцчшщъыьэюяabcdefghijklmnopqrstuvwxyz"), Sfm.grammar.lists)
        var found = 0
        for _ in 0..<60 {
            let typed = Self.spoilt(forms[random.below(forms.count)].1, 3, of: letters, &random)
            let word = String(String.UnicodeScalarView(typed.compactMap(Unicode.Scalar.init)))
            let wanted = Self.near(typed, isOtherReading: isOtherReading, forms)
            #expect(PhraseSearch.near(word, isOtherReading: isOtherReading, lists) == wanted, "\(word)")
            if !wanted.isEmpty { found += 1 }
        }
        #expect(found > 10)
    }

    /// Of phrases of the same words the first is how it is spelt.
    @Test func spellingsAreTheFirst() {
        let lexicon = Sfm.grammar.lexicon
        let phrases = Sfm.grammar.spelledPhrases.map { ($0, $0.split(separator: " ").map { lexicon.find(String($0)) }) }
        #expect(phrases.count > 500)
        for k in stride(from: 0, to: phrases.count, by: 7) {
            let words = phrases[k].0.split(separator: " ").map(String.init)
            #expect(Sfm.grammar.spelling(words) == phrases.first { $0.1 == phrases[k].1 }?.0)
        }
        #expect(Sfm.grammar.spelling(["неведомое", "слово"]) == "неведомое слово")
    }

    /// A list of names gone through name by name, in each reading.
    private static func names(near name: String, among names: [String]) -> [String] {
        let wanted = name.lowercased()
        var best: (distance: Int, names: [String])?
        for variant in [wanted, KeyboardLayout.russian(wanted), KeyboardLayout.latin(wanted)] {
            for candidate in names {
                let folded = candidate.lowercased()
                let found = distance(scalars(variant), scalars(folded))
                guard found <= min(max(1, candidate.unicodeScalars.count / 3), best?.distance ?? .max), !Opposites.differ([variant], [folded]) else { continue }
                if found < best?.distance ?? .max { best = (found, []) }
                if best?.names.contains(candidate) == false { best?.names.append(candidate) }
            }
        }
        return Array((best?.names ?? []).prefix(3))
    }

    @Test func theNearNamesAreThoseOfAll() {
        let names = [
            "Иванов", "иванова", "Иванцов", "Петров", "petrov", "Петрова", "Ёлкин", "ivanov", "kim", "ким", "7Б", "7А", "Выход", "Вход", "участник",
            "неучастник",
        ]
        var random = Generator(state: 11)
        var found = 0
        for _ in 0..<400 {
            let letters = Self.spoilt(Self.scalars(names[random.below(names.count)]), 3, of: Self.scalars("иванокmр7"), &random)
            var typed = String(String.UnicodeScalarView(letters.compactMap(Unicode.Scalar.init)))
            if random.below(3) == 0 { typed = random.below(2) == 0 ? KeyboardLayout.latin(typed) : KeyboardLayout.russian(typed) }
            let wanted = Self.names(near: typed, among: names)
            #expect(Suggestion.names(near: typed, among: names) == wanted, "\(typed)")
            if !wanted.isEmpty { found += 1 }
        }
        #expect(found > 100)
    }

    @Test func keysAreThoseOfTheKeyboard() {
        #expect(KeyboardLayout.russian("Pf,kjrbhjdfnm `7") == "заблокировать ё7")
        #expect(KeyboardLayout.latin("Заблокировать Ё7ж") == "pf,kjrbhjdfnm `7;")
    }
}
