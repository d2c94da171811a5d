import SfmTerms

/// Says a script in the other language.
package struct Translator: Sendable {
    let grammar: Grammar
    let language: Language
    let limits: SyntaxLimits

    package init(grammar: Grammar, to language: Language, limits: SyntaxLimits = .standard) {
        (self.grammar, self.language, self.limits) = (grammar, language, limits)
    }

    package func translate(_ source: SourceFile) -> FormattedScript { Formatter(grammar: grammar, limits: limits).format(source) }
}
