import SfmScenarios
import SfmSyntax
import SfmTerms

/// The formats that `--report` writes.
enum ReportFormat: String, CaseIterable {
    case junit, tap, json, html, github, gitlab, markdown, sarif

    /// What each command can write.
    static let ofTest: [ReportFormat] = [.junit, .tap, .json, .html, .github, .gitlab, .markdown, .sarif]
    static let ofCheck: [ReportFormat] = [.sarif, .gitlab, .github, .json]
    static let ofTraining: [ReportFormat] = [.html, .json]

    /// Ends of file names that leave no doubt.
    var endings: [String] {
        switch self {
        case .junit: [".xml"]
        case .markdown: [".md", ".markdown"]
        case .html: [".html", ".htm"]
        case .sarif: [".sarif", ".sarif.json"]
        case .github, .gitlab: []
        case .tap, .json: ["." + rawValue]
        }
    }

    /// Whether a file of that name may hold it: one whose name promises another format may not. Three formats are JSON.
    func fits(_ path: String) -> Bool {
        guard let named = Self.of(path, among: Self.allCases) else { return true }
        return named == self || named == .json && (self == .gitlab || self == .sarif)
    }

    /// Whether it says how long a scenario took.
    var hasTimes: Bool { self == .junit || self == .html }

    /// Lines among those that the terminal shows, rather than a document of its own.
    var isLines: Bool { self == .github }

    /// The format that a file's name says, whatever its case; the longest ending counts.
    static func of(_ path: String, among known: [ReportFormat]) -> ReportFormat? {
        let path = path.lowercased()
        let fitting = known.flatMap { format in format.endings.filter(path.hasSuffix).map { (format: format, ending: $0) } }
        return fitting.max { $0.ending.utf8.count < $1.ending.utf8.count }?.format
    }

    /// The report of a run in this format.
    func render(_ report: TestReport, json: () -> String) -> String {
        switch self {
        case .junit:
            var reporter = JUnitReporter(report)
            return reporter.write()
        case .tap: return TAPReporter(report).text
        case .json: return json()
        case .html: return HTMLReporter(report).text
        case .github: return GitHubReporter.render(report)
        case .gitlab: return GitLabReporter.render(report)
        case .markdown: return MarkdownReporter(report).text
        case .sarif: return SARIFReporter.render(report, version: SfmTool.version)
        }
    }
}

/// One `--report FORMAT=PATH`; the format may be left out where the path's end says it.
struct ReportRequest {
    let format: ReportFormat
    /// `-` is standard output.
    let path: String

    var isStandardOutput: Bool { path == "-" }

    /// Whether both would be one document.
    private func excludes(_ other: ReportRequest) -> Bool {
        // A document stands there alone.
        if isStandardOutput, other.isStandardOutput { return !format.isLines || !other.format.isLines }
        return !isStandardOutput && !other.isStandardOutput && FileStore.Identity(path) == FileStore.Identity(other.path)
    }

    /// Every report asked for, in the formats of the command. No two go to one place, and none goes where a script may be or to a file that is read.
    static func all(of options: Options) throws(UsageError) -> [ReportRequest] {
        let read = options.arguments + (options.policies ?? []) + [options.settingsFile].compactMap { $0 }
        return try all(options.reports, among: options.entry?.reports ?? [], reading: read)
    }

    static func all(_ values: [String], among known: [ReportFormat], reading files: [String]) throws(UsageError) -> [ReportRequest] {
        var out: [ReportRequest] = []
        let read = values.isEmpty ? [] : Set(files.map(FileStore.Identity.init))
        for value in values {
            if SourceFile.isScript(value) { try check(value, read: []) }
            let request = try one(value, known)
            if !request.isStandardOutput { try check(request.path, read: read) }
            if out.contains(where: request.excludes) {
                throw UsageError(message: Text("two reports go to “\(request.path)”", "два отчёта пишутся в «\(request.path)»"))
            }
            out.append(request)
        }
        return out
    }

    /// Refuses a report that would take the place of a script or of something that the command reads.
    private static func check(_ path: String, read: Set<FileStore.Identity>) throws(UsageError) {
        if SourceFile.isScript(path) { throw UsageError(message: Text("a report is no script: “\(path)”", "отчёт — не сценарий: «\(path)»")) }
        // Scripts read tables, and which is known only once they have been read.
        if SourceFile.isTable(path) { throw UsageError(message: Text("a report is no table: “\(path)”", "отчёт — не таблица: «\(path)»")) }
        guard !read.contains(FileStore.Identity(path)) else {
            throw UsageError(
                message: Text(
                    "the report would overwrite “\(path)”, which is read; give it another name",
                    "отчёт записался бы поверх файла «\(path)», который команда читает; дайте отчёту другое имя"))
        }
    }

    private static func one(_ value: String, _ known: [ReportFormat]) throws(UsageError) -> ReportRequest {
        let parts = value.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        if parts.count == 2, !parts[1].isEmpty, let format = known.first(where: { $0.rawValue == parts[0] }) {
            guard format.fits(parts[1]) else {
                throw UsageError(
                    message: Text(
                        "“\(parts[1])” is not what a \(format.rawValue) report is called; give it another name",
                        "отчёту \(format.rawValue) не подходит имя «\(parts[1])»: по имени это другой формат; дайте другое имя"))
            }
            return ReportRequest(format: format, path: parts[1])
        }
        if parts.count == 1 || parts[0].utf8.contains(UInt8(ascii: "/")), let format = ReportFormat.of(value, among: known) {
            return ReportRequest(format: format, path: value)
        }
        let names = known.map(\.rawValue).joined(separator: ", ")
        throw UsageError(
            message: Text(
                "a report is FORMAT=PATH, not “\(value)”; FORMAT is one of: \(names)", "отчёт — это ФОРМАТ=ПУТЬ, а не «\(value)»; формат — одно из: \(names)"))
    }
}
