import SfmTerms
import Testing

@testable import SfmSyntax

/// `Tests/Golden/format/NAME.sfm` beside `NAME.expected`, and `NAME.ru.expected` or `NAME.en.expected` for a translation.
@Suite struct FormatGoldenTests {
    private static let goldens = SyntaxGoldens("format")

    @Test func thereAreCases() { Self.goldens.expectWhole() }

    @Test(arguments: goldens.cases)
    func layout(_ path: String) throws {
        try Self.goldens.compare(FormatLaws.formatted(try FormatFiles.source(path)), SyntaxGoldens.stem(path) + ".expected")
    }

    @Test(arguments: goldens.cases, Language.allCases)
    func translation(_ path: String, _ language: Language) throws {
        let expected = SyntaxGoldens.stem(path) + ".\(language.code).expected"
        guard Self.goldens.exists(expected) else { return }
        try Self.goldens.compare(FormatLaws.translated(try FormatFiles.source(path), language), expected)
    }

    @Test func everyExpectationHasItsCase() { Self.goldens.expectNoOrphans(variants: [".ru", ".en"]) }
}
