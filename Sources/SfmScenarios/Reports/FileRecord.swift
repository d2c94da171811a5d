import SfmRuntime
import SfmSyntax
import SfmTerms

/// What the report of a shard keeps of a file beside what every JSON report says: enough to write any other report of it later, where
/// the files themselves may not be at hand. Steps and coverage are not kept.
enum FileRecord {
    static let member = "record"
    /// No scenario takes longer: thirteen days, in nanoseconds.
    private static let longest = 1 << 50

    // MARK: - Writing

    static func write(_ result: FileResult, folder: String, _ out: inout JSONWriter) {
        out.member("sources")
        out.array { out in
            let used = used(result)
            for (k, source) in result.sources.enumerated() {
                if used.contains(k) { out.object { write(source, folder, &$0) } } else { out.value(.null) }
            }
        }
        out.member("diagnostics")
        out.array { out in for diagnostic in result.diagnostics { out.object { write(diagnostic, &$0) } } }
        out.member("scenarios")
        out.array { out in for scenario in result.scenarios { out.object { write(scenario, &$0) } } }
    }

    /// The texts that something points at; a row points at the table that it stands in.
    private static func used(_ result: FileResult) -> Set<Int> {
        var spans = result.scenarios.flatMap { $0.failures + $0.known }.map(\.span)
        for d in result.diagnostics { spans += [d.span] + d.related.map(\.span) + d.fixes.map(\.span) }
        var out = Set(spans.map { Int($0.file) })
        for file in out where result.sources.indices.contains(file) { if let row = result.sources[file].row { out.insert(Int(row.span.file)) } }
        return out
    }

    private static func write(_ source: SourceFile, _ folder: String, _ out: inout JSONWriter) {
        out.member("name")
        out.string(TestReport.relative(source.name, to: folder))
        // A text that is none is kept byte for byte.
        if let text = String(validating: source.bytes, as: UTF8.self) {
            out.member("text")
            out.string(text)
        } else {
            out.member("bytes")
            out.string(String(String.UnicodeScalarView(source.bytes.map { Unicode.Scalar($0) })))
        }
        out.member("line")
        out.number(source.firstLine)
        guard let row = source.row else { return }
        out.member("row")
        out.object { out in
            write(row.span, &out)
            out.member("line")
            out.number(row.line)
            if let table = row.table {
                out.member("table")
                out.string(TestReport.relative(table, to: folder))
            }
            out.member("text")
            out.string(row.text)
            out.member("count")
            out.number(row.count)
            out.member("lines")
            out.array { out in for line in row.lines { out.number(line) } }
        }
    }

    private static func write(_ span: Span, _ out: inout JSONWriter) {
        out.member("span")
        out.array { out in for n in [Int(span.lower), Int(span.upper), Int(span.file)] { out.number(n) } }
    }

    private static func write(_ text: Text, _ out: inout JSONWriter) {
        out.array { out in
            out.string(text.en)
            out.string(text.ru)
        }
    }

    private static func write(_ texts: [Text], _ name: String, _ out: inout JSONWriter) {
        out.member(name)
        out.array { out in for text in texts { write(text, &out) } }
    }

    private static func write(_ d: Diagnostic, _ out: inout JSONWriter) {
        out.member("code")
        out.string(d.code.text)
        out.member("error")
        out.bool(d.severity == .error)
        out.member("message")
        write(d.message, &out)
        write(d.span, &out)
        write(d.label.map { [$0] } ?? [], "label", &out)
        write(d.help, "help", &out)
        out.member("related")
        out.array { out in
            for (span, note) in d.related {
                out.object {
                    write(span, &$0)
                    $0.member("note")
                    write(note, &$0)
                }
            }
        }
        out.member("fixes")
        out.array { out in
            for fix in d.fixes {
                out.object {
                    write(fix.span, &$0)
                    $0.member("certain")
                    $0.bool(fix.grade == .certain)
                    $0.member("replacement")
                    $0.string(fix.replacement)
                }
            }
        }
    }

    private static func write(_ scenario: ScenarioResult, _ out: inout JSONWriter) {
        out.member("tags")
        out.array { out in for tag in scenario.tags { out.string(tag) } }
        out.member("time")
        out.number(Int(clamping: scenario.nanoseconds))
        if let seen = scenario.seen {
            out.member("asksOfAll")
            out.bool(seen.asksOfAll)
            out.member("ways")
            out.array { out in for steps in seen.ways { out.number(steps) } }
        }
        out.member("failures")
        out.array { out in
            for failure in scenario.failures + scenario.known {
                out.object { out in
                    out.member("message")
                    write(failure.message, &out)
                    write(failure.details, "details", &out)
                    write(failure.span, &out)
                    out.member("clauses")
                    out.array { out in for cited in failure.citations { write(Text(cited.policy, cited.clause), &out) } }
                }
            }
        }
    }

    // MARK: - Reading

    /// The file as it came out, from its object in a report; `nil` where the object is none that was written.
    static func read(_ file: JSONValue) -> FileResult? {
        guard let path = file["path"]?.string, let record = file[member], let recorded = record["scenarios"]?.elements,
            let said = file["scenarios"]?.elements, recorded.count == said.count,
            let sources = all(record["sources"], { $0 == .null ? SourceFile(name: "", bytes: []) : source($0) }),
            let diagnostics = all(record["diagnostics"], diagnostic), diagnostics.count == file["diagnostics"]?.elements?.count ?? 0
        else { return nil }
        let result = FileResult(path: path, sources: sources)
        (result.diagnostics, result.hitLimit) = (diagnostics, diagnostics.contains { $0.code.isLimit })
        for (said, recorded) in zip(said, recorded) {
            guard let scenario = scenario(said, recorded) else { return nil }
            result.scenarios.append(scenario)
        }
        return spans(of: result).allSatisfy { isInside($0, sources) } ? result : nil
    }

    private static func spans(of result: FileResult) -> [Span] {
        result.scenarios.flatMap { $0.failures + $0.known }.map(\.span) + result.sources.compactMap { $0.row?.span }
            + result.diagnostics.flatMap { d in [d.span] + d.related.map(\.span) + d.fixes.map(\.span) }
    }

    /// Nothing points beyond a text that is there.
    private static func isInside(_ span: Span, _ sources: [SourceFile]) -> Bool {
        guard sources.indices.contains(Int(span.file)) else { return true }
        return span.lower <= span.upper && Int(span.upper) <= sources[Int(span.file)].bytes.count
    }

    private static func all<Part>(_ list: JSONValue?, _ read: (JSONValue) -> Part?) -> [Part]? {
        guard let elements = list?.elements else { return nil }
        let parts = elements.compactMap(read)
        return parts.count == elements.count ? parts : nil
    }

    private static func source(_ value: JSONValue) -> SourceFile? {
        guard let name = value["name"]?.string, let line = value["line"]?.number, (1...JSONValue.mostCounted).contains(line) else { return nil }
        var bytes = value["text"]?.string.map { Array($0.utf8) }
        if let raw = value["bytes"]?.string, raw.unicodeScalars.allSatisfy({ $0.value < 256 }) { bytes = raw.unicodeScalars.map { UInt8($0.value) } }
        guard let bytes else { return nil }
        var row: TableRow?
        if let value = value["row"] {
            guard let span = span(value), let line = value["line"]?.number, let text = value["text"]?.string, let count = value["count"]?.number,
                let lines = all(value["lines"], \.number)
            else { return nil }
            row = TableRow(span: span, line: line, table: value["table"]?.string, text: text, count: count, lines: lines)
        }
        return SourceFile(name: name, bytes: bytes, firstLine: line, row: row)
    }

    private static func span(_ value: JSONValue) -> Span? {
        guard let numbers = all(value["span"], \.number), numbers.count == 3, numbers.allSatisfy({ (0...Int(UInt32.max)).contains($0) }),
            numbers[2] <= Int(UInt16.max)
        else { return nil }
        return Span(numbers[0], numbers[1], file: UInt16(numbers[2]))
    }

    private static func bilingual(_ value: JSONValue?) -> Text? {
        guard let value, let texts = all(value, \.string), texts.count == 2 else { return nil }
        return Text(texts[0], texts[1])
    }

    private static func diagnostic(_ value: JSONValue) -> Diagnostic? {
        guard let code = value["code"]?.string.flatMap(DiagnosticCode.init(text:)), let message = bilingual(value["message"]), let span = span(value),
            case .bool(let isError)? = value["error"], let label = all(value["label"], bilingual), let help = all(value["help"], bilingual),
            let related = all(value["related"], { part in self.span(part).flatMap { span in bilingual(part["note"]).map { (span: span, note: $0) } } }),
            let fixes = all(value["fixes"], fix)
        else { return nil }
        var out = Diagnostic(code, message, span, severity: isError ? .error : .warning, label: label.first, help: help, fixes: fixes)
        out.related = related
        return out
    }

    private static func fix(_ value: JSONValue) -> FixIt? {
        guard let span = span(value), let replacement = value["replacement"]?.string, case .bool(let isCertain)? = value["certain"] else { return nil }
        return .recorded(span, replacement, isCertain: isCertain)
    }

    private static func scenario(_ said: JSONValue, _ recorded: JSONValue) -> ScenarioResult? {
        guard let title = said["name"]?.string, let line = said["line"]?.number, let steps = said["steps"]?.number,
            let outcome = said["status"]?.string.flatMap(ScenarioResult.Outcome.init), let tags = all(recorded["tags"], \.string),
            let time = recorded["time"]?.number, (0...longest).contains(time), let failures = all(recorded["failures"], failure),
            failures.count == said["failures"]?.elements?.count
        else { return nil }
        var out = ScenarioResult(title: title, line: line, tags: tags)
        (out.steps, out.nanoseconds) = (steps, UInt64(time))
        if let exploration = said["exploration"] {
            out.isExploration = true
            if exploration["situations"] != nil {
                guard let seen = seen(exploration, recorded) else { return nil }
                out.seen = seen
            }
        }
        switch outcome {
        case .passed, .failed: out.failures = failures
        case .skipped, .knownFailure:
            out.mark = ScenarioMark(kind: outcome == .skipped ? .skip : .knownFailure, reason: said["reason"]?.string ?? "", span: .none)
            out.known = failures
        }
        return out
    }

    private static func seen(_ value: JSONValue, _ recorded: JSONValue) -> ExplorationSeen? {
        guard let situations = value["situations"]?.number, let depth = value["depth"]?.number, case .bool(let isComplete)? = value["complete"],
            case .bool(let asksOfAll)? = recorded["asksOfAll"], let ways = all(recorded["ways"], \.number)
        else { return nil }
        var seen = ExplorationSeen(situations: situations, depth: depth, isComplete: isComplete, asksOfAll: asksOfAll, ways: ways)
        seen.walks = value["walks"]?.number ?? 0
        seen.idle = value["idle"].flatMap { all($0, \.string) } ?? []
        return seen
    }

    private static func failure(_ value: JSONValue) -> Failure? {
        guard let message = bilingual(value["message"]), let details = all(value["details"], bilingual), let span = span(value),
            let clauses = all(value["clauses"], bilingual)
        else { return nil }
        return Failure(message, details: details, at: span, citations: clauses.map { CitedClause(policy: $0.en, clause: $0.ru) })
    }
}
