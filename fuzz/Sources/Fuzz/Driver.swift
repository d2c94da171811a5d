import SfmRuntime
import SfmSyntax
import SfmTerms

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ argc: UnsafeMutablePointer<CInt>, _ argv: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ body: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// What can be tried, by its name.
private let targets: [String: @Sendable ([UInt8]) -> Void] = [
    "parser": fuzzParser, "formatter": fuzzFormatter, "policy": fuzzPolicy, "interpreter": fuzzInterpreter, "journal": fuzzJournal,
]

/// What is done with every input; set once before the driver starts.
nonisolated(unsafe) private var body: ([UInt8]) -> Void = { _ in }

/// Hands the command line behind the target's name to libFuzzer, which calls the target for every input and never returns anything of use.
/// `false` where there is no such target.
func fuzz() -> Bool {
    guard CommandLine.argc > 1, let target = targets[CommandLine.arguments[1]] else { return false }
    body = target
    var argc = CommandLine.argc - 1
    var argv = CommandLine.unsafeArgv + 1
    argv[0] = CommandLine.unsafeArgv[0]
    _ = runDriver(&argc, &argv) { data, size in
        body(Array(UnsafeBufferPointer(start: data, count: size)))
        return 0
    }
    return true
}

/// What every target demands: few diagnostics, each with both texts, none of which carries a control character outwards.
func checkDiagnostics(_ diagnostics: [Diagnostic], _ sources: [SourceFile]) {
    precondition(diagnostics.count <= SyntaxLimits.standard.diagnostics + 2, "too many diagnostics")
    for diagnostic in diagnostics {
        precondition(!diagnostic.message.en.isEmpty && !diagnostic.message.ru.isEmpty, "a diagnostic without words")
        for language in Language.allCases {
            let text = DiagnosticRenderer(language: language).render(diagnostic, sources: sources).rawText
            precondition(!text.unicodeScalars.contains { ($0.value < 0x20 && $0 != "\n") || (0x7F...0x9F).contains($0.value) }, "a control character")
        }
    }
}

/// The bytes as a script, read and checked but not run.
func load(_ bytes: [UInt8], steps: Int = 2_000) -> Script {
    var limits = ScriptLimits()
    limits.steps = steps
    limits.syntax.fileBytes = 100_000
    var library = Library()
    var loader = ScriptLoader(limits: limits, path: "fuzz.sfm")
    return loader.load(SourceFile(name: "fuzz.sfm", bytes: bytes), library: &library)
}
