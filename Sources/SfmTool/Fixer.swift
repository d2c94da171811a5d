import SfmRuntime
import SfmSyntax
import SfmTerms

/// Applies what is certain to a file on disk, and says each thing that it changed.
struct Fixer {
    /// A change that was written, by its place in the file as it is now.
    struct Change {
        let code: DiagnosticCode
        let from: String
        let to: String
        fileprivate(set) var lower: Int
        fileprivate let length: Int

        var span: Span { Span(lower, lower + length) }

        /// "fixed: “прегласить” → “пригласить”".
        var words: Text {
            if code == .legacyEncoding { return Text("fixed: converted from \(from) to \(to)", "исправлено: переведено из \(from) в \(to)") }
            if from.isEmpty { return Text("fixed: put in “\(to)”", "исправлено: вставлено «\(to)»") }
            if to.isEmpty { return Text("fixed: deleted “\(from)”", "исправлено: удалено «\(from)»") }
            return Text("fixed: “\(from)” → “\(to)”", "исправлено: «\(from)» → «\(to)»")
        }
    }

    /// What became of a file.
    enum Outcome {
        case changed([Change], SourceFile)
        /// The fixes that there are leave as many mistakes as before; of more than can be tried, those that were.
        case leftAsItWas(tried: Int?)
        case nothingCertain
        case notWritten(WriteTrouble)
    }

    private var scripts: ScriptSet
    private let file: String

    /// A text with what was changed on the way to it.
    private struct State {
        var bytes: [UInt8]
        var script: Script
        var changes: [Change] = []

        var errors: Int { script.diagnostics.count { $0.severity == .error } }
    }

    private init(_ file: String, _ scripts: ScriptSet) {
        self.file = file
        self.scripts = scripts
        // All of them are counted: where only the first hundred were, fewer could look like as many.
        self.scripts.limits.syntax.diagnostics = max(self.scripts.limits.syntax.diagnostics, Self.mostMistakes)
    }

    private static let mostMistakes = 20_000
    /// A mended mistake may have hidden another.
    private static let rounds = 16
    /// So many times the file is read with one fix more, where all of them together do not help.
    private static let mostTries = 64

    /// Mends a file. It is written once, if at all, and only where the mistakes have become fewer.
    static func mend(_ file: String, _ scripts: ScriptSet) -> Outcome {
        var fixer = Fixer(file, scripts)
        let script = fixer.scripts.load(file)
        guard let original = script.sources.first, original.name == file, !original.bytes.isEmpty else { return .nothingCertain }
        let start = fixer.converted(State(bytes: original.bytes, script: script))
        let fixes = certain(start.script)
        guard !fixes.isEmpty || !start.changes.isEmpty else { return .nothingCertain }
        var (best, tries) = (fixer.best(from: start), mostTries)
        if best.errors >= start.errors, fixes.count > 1 {
            best = start
            while let better = fixer.better(than: best, &tries) { best = better }
        }
        // What could not be read may have more mistakes than could be seen.
        if best.errors >= start.errors { best = start }
        guard !best.changes.isEmpty else { return .leftAsItWas(tried: tries == 0 ? mostTries : nil) }
        let place = scripts.options.place(of: file)
        if let trouble = FileWriter.replace(file, with: best.bytes, at: place, expecting: original.bytes) { return .notWritten(trouble) }
        return .changed(best.changes, SourceFile(name: file, bytes: best.bytes))
    }

    /// The state with one fix more that leaves fewer mistakes, if one of those that may still be tried does.
    private mutating func better(than state: State, _ tries: inout Int) -> State? {
        for fix in Self.certain(state.script) {
            guard tries > 0 else { return nil }
            tries -= 1
            let next = applied([fix], to: state)
            if next.errors < state.errors { return next }
        }
        return nil
    }

    /// The text in UTF-8 where it is certain what it was in: nothing of it is lost, and everything else can be looked at.
    private mutating func converted(_ state: State) -> State {
        let isOther = state.script.diagnostics.contains { $0.code == .legacyEncoding && $0.span.file == 0 }
        guard isOther, let (text, encoding) = TextEncoding.converted(state.bytes) else { return state }
        let bytes = Array(text.utf8)
        let change = Change(code: .legacyEncoding, from: encoding.name, to: "UTF-8", lower: 0, length: 0)
        return State(bytes: bytes, script: scripts.load(file, bytes: bytes), changes: [change])
    }

    /// The state with the fewest mistakes, where all that is certain is done round by round.
    private mutating func best(from start: State) -> State {
        var (state, best) = (start, start)
        for _ in 0..<Self.rounds {
            let fixes = Self.certain(state.script)
            guard !fixes.isEmpty else { break }
            state = applied(fixes, to: state)
            if state.errors < best.errors { best = state }
        }
        return best
    }

    private typealias Fix = (code: DiagnosticCode, edit: Edit)

    /// The fixes of the file itself, from its beginning; of those that overlap the first.
    private static func certain(_ script: Script) -> [Fix] {
        let count = script.sources.first?.bytes.count ?? 0
        let all = script.diagnostics.compactMap { d in d.certainFix.map { (d.code, $0.edit) } }
            .filter { $0.1.span.file == 0 && $0.1.span.lower <= $0.1.span.upper && Int($0.1.span.upper) <= count }
            .sorted { ($0.1.span.lower, $0.1.span.upper) < ($1.1.span.lower, $1.1.span.upper) }
        var out: [Fix] = []
        for fix in all where out.last.map({ $0.edit.span.upper <= fix.1.span.lower && $0.edit.span != fix.1.span }) ?? true { out.append(fix) }
        return out
    }

    private mutating func applied(_ fixes: [Fix], to state: State) -> State {
        var next = State(bytes: [], script: state.script)
        next.bytes.reserveCapacity(state.bytes.count + 64)
        var earlier = state.changes[...]
        var (at, moved) = (0, 0)
        func keep(before limit: Int) {
            while let change = earlier.first, change.lower < limit {
                var change = earlier.removeFirst()
                change.lower += moved
                next.changes.append(change)
            }
        }
        for fix in fixes {
            let (lower, upper) = (Int(fix.edit.span.lower), Int(fix.edit.span.upper))
            keep(before: lower)
            next.bytes += state.bytes[at..<lower]
            let to = Array(fix.edit.replacement.utf8)
            let from = String(decoding: state.bytes[lower..<upper], as: UTF8.self)
            next.changes.append(Change(code: fix.code, from: from, to: fix.edit.replacement, lower: next.bytes.count, length: to.count))
            next.bytes += to
            (at, moved) = (upper, next.bytes.count - upper)
        }
        keep(before: .max)
        next.bytes += state.bytes[at...]
        next.script = scripts.load(file, bytes: next.bytes)
        return next
    }
}
