import SfmTerms

/// What each diagnostic code means, for `sfm explain`.
package enum DiagnosticCatalogue {
    package static func text(_ code: DiagnosticCode, _ language: Language) -> String { code.text + "\n" }
}
