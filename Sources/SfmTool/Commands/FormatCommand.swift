import Glibc
import SfmRuntime
import SfmSyntax
import SfmTerms

/// `sfm fmt PATHS`: lays scripts out, or with `--to` says them in the other language.
enum FormatCommand {
    static func run(_ environment: Environment) throws(UsageError) -> ExitStatus {
        let options = environment.options
        guard !options.arguments.isEmpty else {
            throw UsageError(message: Text("format which file? - is standard input", "какой файл оформить? - означает стандартный ввод"))
        }
        if options.writes, options.checksOnly {
            throw UsageError(message: Text("--write and --check exclude each other", "--write и --check вместе не бывают"))
        }
        if options.arguments == ["-"] { return try formatInput(environment) }
        if options.arguments.contains("-") {
            throw UsageError(message: Text("- stands alone", "- стоит один, без файлов"))
        }
        guard let files = environment.scripts(at: options.arguments) else { return .invalid }
        if !options.writes, !options.checksOnly, files.count != 1 || files != options.arguments {
            throw UsageError(
                message: Text("several files need --write or --check", "для нескольких файлов нужно --write или --check"))
        }
        let scripts = ScriptSet(options: options)
        return files.reduce(files.isEmpty ? .nothing : .ok) { worse($0, format($1, scripts, environment)) }
    }

    private static func formatInput(_ environment: Environment) throws(UsageError) -> ExitStatus {
        if environment.options.writes {
            throw UsageError(message: Text("standard input cannot be written to", "в стандартный ввод писать нельзя"))
        }
        let limit = environment.options.limits.syntax.fileBytes
        return finish(SourceFile(name: "-", bytes: StandardInput.read(limit: limit)), environment)
    }

    private static func format(_ path: String, _ scripts: ScriptSet, _ environment: Environment) -> ExitStatus {
        let limit = environment.options.limits.syntax.fileBytes
        switch scripts.bytes(of: path, limit: limit) {
        case .success(let bytes): return finish(SourceFile(name: path, bytes: bytes), environment)
        case .failure(let trouble):
            let diagnostic = ScriptSet.diagnostic(trouble, path, limit)
            environment.say(diagnostic)
            return ExitStatus(of: [diagnostic])
        }
    }

    /// Says what is wrong, then prints, writes or compares.
    private static func finish(_ source: SourceFile, _ environment: Environment) -> ExitStatus {
        let options = environment.options
        let limits = options.limits.syntax
        let result =
            options.translation.map { Translator(grammar: Sfm.grammar, to: $0, limits: limits).translate(source) }
            ?? Formatter(grammar: Sfm.grammar, limits: limits).format(source)
        let renderer = DiagnosticRenderer(language: environment.language(ofFile: ScriptSet.language(of: source.bytes)), colour: false)
        for diagnostic in result.diagnostics { environment.console.report(renderer.render(diagnostic, sources: result.sources) + "\n") }
        let mistakes: ExitStatus = result.diagnostics.isEmpty ? .ok : ExitStatus(of: result.diagnostics)
        guard let text = result.text else { return mistakes }
        let changes = Array(text.utf8) != source.bytes
        if options.checksOnly {
            if changes { environment.print(Safe.text(source.name) + "\n") }
            return worse(mistakes, changes ? .failed : .ok)
        }
        guard options.writes else {
            environment.print(text)
            return mistakes
        }
        if changes, let problem = FileWriter.replace(source.name, with: Array(text.utf8)) {
            environment.console.report("sfm: \(Safe.text(source.name)): \(problem)\n")
            return .unwritable
        }
        return mistakes
    }

    private static func worse(_ a: ExitStatus, _ b: ExitStatus) -> ExitStatus { a.rawValue >= b.rawValue ? a : b }
}

/// Standard input as a whole.
enum StandardInput {
    /// Reads to the end, or one byte past the limit, which tells that there is more.
    static func read(limit: Int) -> [UInt8] {
        var out: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while out.count <= limit {
            let n = buffer.withUnsafeMutableBytes { Glibc.read(0, $0.baseAddress, $0.count) }
            if n < 0, errno == EINTR { continue }
            if n <= 0 { break }
            out += buffer[0..<n]
        }
        return out
    }
}
