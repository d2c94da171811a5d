import SfmRuntime
import SfmSyntax
import SfmTerms

/// Formatter and translator: what is laid out stays as it is laid out, and what was in order stays so in both languages.
func fuzzFormatter(_ bytes: [UInt8]) {
    let formatter = Formatter(grammar: Sfm.grammar)
    let first = formatter.format(SourceFile(name: "fuzz.sfm", bytes: bytes))
    guard let text = first.text else { return }
    let second = formatter.format(SourceFile(name: "fuzz.sfm", text: text))
    precondition(second.text == text, "laying out twice changes the text")
    guard first.diagnostics.isEmpty else { return }
    precondition(second.diagnostics.isEmpty, "laying out made a mistake")
    for language in Language.allCases {
        let translated = Translator(grammar: Sfm.grammar, to: language).translate(SourceFile(name: "fuzz.sfm", text: text))
        guard let text = translated.text else { preconditionFailure("a translation lost the text") }
        precondition(formatter.format(SourceFile(name: "fuzz.sfm", text: text)).diagnostics.isEmpty, "a translation made a mistake")
    }
}
