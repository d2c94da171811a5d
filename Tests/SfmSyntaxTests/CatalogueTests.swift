import SfmTerms
import Testing

@testable import SfmSyntax

@Suite struct CatalogueTests {
    @Test(arguments: DiagnosticCode.allCases)
    func everyCodeIsExplained(code: DiagnosticCode) throws {
        let entry = try #require(DiagnosticCatalogue.entry(code))
        for text in [entry.title, entry.explanation, entry.wrong, entry.mended] {
            #expect(!text.en.isEmpty && !text.ru.isEmpty)
        }
        #expect(entry.wrong != entry.mended)
        for language in Language.allCases {
            let sentences = entry.explanation[language].split(whereSeparator: { ".;!?".contains($0) }).count
            #expect(sentences >= 2, "\(code.text): too short")
            #expect(DiagnosticCatalogue.explanation(code, language).hasPrefix(code.text))
        }
    }

    @Test func everyCodeOnce() {
        #expect(DiagnosticCatalogue.all.count == DiagnosticCode.allCases.count)
        #expect(Set(DiagnosticCatalogue.all.map(\.code)).count == DiagnosticCatalogue.all.count)
        #expect(Set(DiagnosticCatalogue.all.map(\.title.ru)).count == DiagnosticCatalogue.all.count)
        #expect(Set(DiagnosticCode.allCases.map(\.text)).count == DiagnosticCode.allCases.count)
    }

    @Test func codesAreFoundByTheirText() {
        for code in DiagnosticCode.allCases { #expect(DiagnosticCode(text: code.text.lowercased()) == code) }
        #expect(DiagnosticCode(text: "SFM9999") == nil)
    }
}
