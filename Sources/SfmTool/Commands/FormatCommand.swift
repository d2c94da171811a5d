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
        let bytes = StandardInput.read(limit: limit)
        _ = environment.language(counting: [RunLanguage.of(bytes)])
        return finish(SourceFile(name: "-", bytes: bytes), nil, environment)
    }

    private static func format(_ path: String, _ scripts: ScriptSet, _ environment: Environment) -> ExitStatus {
        let limit = environment.options.limits.syntax.fileBytes
        switch scripts.bytes(of: path, limit: limit) {
        case .success(let bytes): return finish(SourceFile(name: path, bytes: bytes), scripts.tables(for: path), environment)
        case .failure(let trouble):
            let diagnostic = ScriptSet.diagnostic(trouble, path, limit)
            environment.say(diagnostic)
            return ExitStatus(of: [diagnostic])
        }
    }

    /// Says what is wrong, then prints, writes or compares.
    private static func finish(_ source: SourceFile, _ tables: (any TableFiles)?, _ environment: Environment) -> ExitStatus {
        let options = environment.options
        let limits = options.limits.syntax
        let result =
            options.translation.map { Translator(grammar: Sfm.grammar, to: $0, limits: limits, keepsWords: true, files: tables).translate(source) }
            ?? Formatter(grammar: Sfm.grammar, limits: limits, files: tables).format(source)
        let language = environment.language()
        let renderer = DiagnosticRenderer(language: language, colour: false)
        for diagnostic in result.diagnostics { environment.console.report(renderer.render(diagnostic, sources: result.sources) + "\n") }
        let mistakes: ExitStatus = result.diagnostics.isEmpty ? .ok : ExitStatus(of: result.diagnostics)
        guard let formatted = result.text else { return mistakes }
        let text = LineEnds(of: source.bytes).applied(formatted)
        let changes = Array(text.utf8) != source.bytes
        if options.checksOnly {
            if changes {
                environment.print("\(source.name)\n")
                environment.console.report(firstDifference(source, text, language))
            }
            return worse(mistakes, changes ? .failed : .ok)
        }
        guard options.writes else {
            // At a terminal each line stands by itself, whatever ends it in the file.
            environment.write(document: environment.console.outIsTerminal ? formatted : text)
            return mistakes
        }
        let place = environment.options.place(of: source.name)
        if changes, let trouble = FileWriter.replace(source.name, with: Array(text.utf8), at: place, expecting: source.bytes) {
            return environment.console.unwritten(source.name, trouble, language)
        }
        return mistakes
    }

    /// Where a file is not as it should be for the first time, and how that line should read or end.
    private static func firstDifference(_ source: SourceFile, _ text: String, _ language: Language) -> SafeText {
        let (old, new) = (Lines(source.bytes), Lines(Array(text.utf8)))
        let line = zip(old.texts, new.texts).prefix { $0 == $1 }.count
        func place(_ line: Int) -> SafeText { "\(source.name):\(line + 1): " }
        func shown(_ line: String) -> SafeText {
            let text = SafeText(Sanitizer.cut(line, to: 120))
            return language("“\(text)”", "«\(text)»")
        }
        // Lines that read alike end otherwise.
        let ends = zip(old.ends, new.ends).prefix { $0 == $1 }.count
        if ends < line, ends < old.ends.count, ends < new.ends.count {
            let (found, wanted) = (old.ends[ends], new.ends[ends])
            return place(ends)
                + language("the line ends with \(found), and should with \(wanted)\n", "строка кончается знаком \(found), а должна — знаком \(wanted)\n")
        }
        switch (line < old.texts.count, line < new.texts.count) {
        case (true, true):
            return "\(place(line))\(shown(old.texts[line]))\(language(" should be ", " — должно быть "))\(shown(new.texts[line]))\n"
        case (true, false): return place(line) + language("nothing should follow here\n", "дальше ничего быть не должно\n")
        default: return place(line) + language("the last line does not end\n", "последняя строка не завершена\n")
        }
    }

    /// The lines of a text and the names of their ends.
    private struct Lines {
        let texts: [String]
        private(set) var ends: [String] = []

        init(_ bytes: [UInt8]) {
            texts = LineEnd.lines(of: bytes)
            LineEnd.forEach(in: bytes, bytes.indices) { ends.append(LineEnd.name(bytes[$0])) }
        }
    }

    private static func worse(_ a: ExitStatus, _ b: ExitStatus) -> ExitStatus { a.rawValue >= b.rawValue ? a : b }
}

/// How a file marks its beginning and ends its lines: a layout of it keeps to that.
struct LineEnds {
    private static let mark = "\u{FEFF}"

    private let hasMark: Bool
    private let style: LineEnd.Style

    init(of bytes: [UInt8]) { (hasMark, style) = (Lexer.bomLength(bytes) > 0, LineEnd.Style(of: bytes)) }

    /// A text of ours with that mark and these ends.
    func applied(_ text: String) -> String { (hasMark ? Self.mark : "") + style.applied(text) }
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
