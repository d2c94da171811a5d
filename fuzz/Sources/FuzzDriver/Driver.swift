import SfmRuntime
import SfmSyntax
import SfmTerms

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ argc: UnsafeMutablePointer<CInt>, _ argv: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ body: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// What is done with every input; set once by a target's `main.swift` before the driver starts.
nonisolated(unsafe) private var body: ([UInt8]) -> Void = { _ in }

/// Hands the command line to libFuzzer, which calls the target for every input and never returns anything of use.
public func fuzz(_ target: @escaping ([UInt8]) -> Void) {
    body = target
    var argc = CommandLine.argc
    var argv = CommandLine.unsafeArgv
    _ = runDriver(&argc, &argv) { data, size in
        body(Array(UnsafeBufferPointer(start: data, count: size)))
        return 0
    }
}

/// What every target demands: few diagnostics, each with both texts, none of which carries a control character outwards.
package func checkDiagnostics(_ diagnostics: [Diagnostic], _ sources: [SourceFile]) {
    precondition(diagnostics.count <= SyntaxLimits.standard.diagnostics + 2, "too many diagnostics")
    for diagnostic in diagnostics {
        precondition(!diagnostic.message.en.isEmpty && !diagnostic.message.ru.isEmpty, "a diagnostic without words")
        for language in Language.allCases {
            let text = DiagnosticRenderer(language: language).render(diagnostic, sources: sources)
            precondition(!text.unicodeScalars.contains { ($0.value < 0x20 && $0 != "\n") || (0x7F...0x9F).contains($0.value) }, "a control character")
        }
    }
}

/// The bytes as a script, read and checked but not run.
package func load(_ bytes: [UInt8], steps: Int = 2_000) -> Script {
    var limits = ScriptLimits()
    limits.steps = steps
    limits.syntax.fileBytes = 100_000
    var library = Library()
    var loader = ScriptLoader(limits: limits, path: "fuzz.sfm")
    return loader.load(SourceFile(name: "fuzz.sfm", bytes: bytes), library: &library)
}
