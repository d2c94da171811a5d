import SfmTerms
import Testing

@testable import SfmSyntax

/// Names keep their numbers, whether all copies share them or not.
@Suite struct NamesTests {
    /// Short and long ones, in both alphabets.
    private let texts = (0..<300).flatMap { ["@u\($0)", "Группа с длинным названием № \($0)", "g\($0)"] }

    @Test func sharedNamesStayTheSame() {
        var (plain, shared) = (Names(), Names())
        for (k, text) in texts.enumerated() {
            if k == 450 { shared.share() }
            #expect(plain.intern(text) == shared.intern(text))
        }
        #expect(plain.count == shared.count && shared.count == texts.count)
        for text in texts {
            let id = plain.find(text)
            #expect(id != .absent && shared.find(text) == id && shared.intern(text) == id)
            #expect(shared[id] == text && shared.quoted(id, .english) == plain.quoted(id, .english))
            #expect(shared.skeleton(id) == plain.skeleton(id) && shared.mayLookLikeAnother(id) == plain.mayLookLikeAnother(id))
        }
        #expect(shared.find("@nobody") == .absent && shared[.absent] == "?")
    }

    @Test func whatACopyMakesUpIsItsOwn() {
        var names = Names()
        let first = names.intern("@a")
        names.share()
        var copy = names
        let made = copy.intern("Школа")
        #expect(names.find("Школа") == .absent && copy[made] == "Школа" && copy[first] == "@a")
        #expect(names.intern("Лицей") == made, "numbers go on from what is shared")
    }
}
