import SfmRuntime
import SfmSyntax

/// Applies fix-its to a file on disk.
enum Fixer {
    /// A mended mistake may have hidden another; in the end the file is written once, if it changed at all.
    static func mend(_ file: String, _ scripts: inout ScriptSet, _ environment: Environment) {
        var script = scripts.load(file)
        guard let original = script.sources.first, original.name == file else { return }
        var best = original.bytes
        var fewest = script.diagnostics.count
        for _ in 0..<rounds {
            guard let bytes = mended(script) else { break }
            script = scripts.load(file, bytes: bytes)
            // Fixes that bring more mistakes than they mend are no fixes.
            guard script.diagnostics.count <= fewest else { break }
            (best, fewest) = (bytes, script.diagnostics.count)
        }
        guard best != original.bytes else { return }
        if let trouble = FileWriter.replace(file, with: best, at: environment.options.place(of: file), expecting: original.bytes) {
            _ = environment.console.unwritten(file, trouble, environment.language(ofFile: ScriptSet.language(of: original.bytes)))
        }
    }

    private static let rounds = 16

    /// The text with the fixes of its diagnostics, or `nil` where there is none.
    private static func mended(_ script: Script) -> [UInt8]? {
        guard let source = script.sources.first else { return nil }
        var bytes = source.bytes
        // From the end, so that earlier places stay where they are; overlapping fixes wait for the next round.
        let fixes = script.diagnostics.compactMap(\.fix).filter { $0.span.file == 0 }.sorted { $0.span.lower > $1.span.lower }
        var limit = bytes.count
        for fix in fixes where Int(fix.span.upper) <= limit && fix.span.lower <= fix.span.upper {
            bytes.replaceSubrange(Int(fix.span.lower)..<Int(fix.span.upper), with: Array(fix.replacement.utf8))
            limit = Int(fix.span.lower)
        }
        return bytes == source.bytes ? nil : bytes
    }
}
