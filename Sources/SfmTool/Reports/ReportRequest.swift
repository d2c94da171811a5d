import SfmSyntax
import SfmTerms

/// The formats that `--report` writes.
enum ReportFormat: String, CaseIterable {
    case junit, tap, json, html, github, gitlab, markdown, sarif

    /// What each command can write.
    static let ofTest: [ReportFormat] = [.junit, .tap, .json, .html, .github, .gitlab, .markdown]
    static let ofCheck: [ReportFormat] = [.sarif, .gitlab, .github, .json]
    static let ofTraining: [ReportFormat] = [.html, .json]

    /// What a command of that name can write.
    static func of(command: String) -> [ReportFormat] {
        switch command {
        case "test": ofTest
        case "check": ofCheck
        case "train": ofTraining
        default: []
        }
    }

    /// Ends of file names that leave no doubt.
    private var endings: [String] {
        switch self {
        case .junit: [".xml"]
        case .markdown: [".md"]
        case .github, .gitlab: []
        case .tap, .json, .html, .sarif: ["." + rawValue]
        }
    }

    /// Whether it says how long a scenario took.
    var hasTimes: Bool { self == .junit || self == .html }

    /// Lines among those that the terminal shows, rather than a document of its own.
    var isLines: Bool { self == .github }

    static func of(_ path: String, among known: [ReportFormat]) -> ReportFormat? {
        known.first { $0.endings.contains(where: path.hasSuffix) }
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
        if isStandardOutput, other.isStandardOutput { return !format.isLines && !other.format.isLines }
        return !isStandardOutput && !other.isStandardOutput && FileStore.Identity(path) == FileStore.Identity(other.path)
    }

    /// Every report asked for. No two go to one place, and none goes where a script may be or to a file that is read.
    static func all(of options: Options, among known: [ReportFormat]) throws(UsageError) -> [ReportRequest] {
        var out: [ReportRequest] = []
        let read = options.reports.isEmpty ? [] : Set((options.arguments + (options.policies ?? [])).map(FileStore.Identity.init))
        for value in options.reports {
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
    static func check(_ path: String, read: Set<FileStore.Identity>) throws(UsageError) {
        if SourceFile.isScript(path) { throw UsageError(message: Text("a report is no script: “\(path)”", "отчёт — не сценарий: «\(path)»")) }
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
            return ReportRequest(format: format, path: parts[1])
        }
        if parts.count == 1 || parts[0].utf8.contains(UInt8(ascii: "/")), let format = ReportFormat.of(value, among: known) {
            return ReportRequest(format: format, path: value)
        }
        let names = known.map(\.rawValue).joined(separator: ", ")
        throw UsageError(message: Text("--report is FORMAT=PATH, where FORMAT is one of: \(names)", "--report — это ФОРМАТ=ПУТЬ; формат — одно из: \(names)"))
    }
}
