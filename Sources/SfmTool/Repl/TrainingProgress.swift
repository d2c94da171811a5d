import Glibc
import SfmSyntax
import SfmTerms

/// What somebody has made of one exercise.
package struct TrainingRecord: Equatable, Sendable {
    /// The best way to the goals so far.
    package struct Result: Equatable, Sendable {
        package var points: Int
        package var breaches: Int
        /// By the clock of the world.
        package var minutes: Int
    }

    /// How often it was begun in earnest.
    package var attempts = 0
    package var hints = 0
    package var isSolutionShown = false
    package var isSkipped = false
    package var result: Result?
}

/// What a hint and a breach cost, and what is left.
package struct TrainingScore: Equatable, Sendable {
    package let worth: Int
    package let hints: Int
    package let breaches: Int
    package let isSolutionShown: Bool

    package init(worth: Int, hints: Int, breaches: Int, isSolutionShown: Bool) {
        (self.worth, self.hints, self.breaches, self.isSolutionShown) = (worth, hints, breaches, isSolutionShown)
    }

    /// A tenth of the points a hint, a fifth a breach, at least one each.
    package var hintCost: Int { hints * max(1, worth / 10) }
    package var breachCost: Int { breaches * max(1, worth / 5) }
    package var points: Int { isSolutionShown ? 0 : max(0, worth - hintCost - breachCost) }
}

/// What somebody has made of the courses: a plain text, a line an exercise, columns between tabs.
package struct TrainingProgress: Equatable, Sendable {
    struct Key: Hashable {
        let course: String
        let exercise: String
    }

    /// What the learner typed when asked; `nil` before that.
    package var name: String?
    private var records: [Key: TrainingRecord] = [:]
    /// In the order in which they were begun, so that the file changes little.
    private var order: [Key] = []

    package init() {}

    package subscript(_ course: String, _ exercise: String) -> TrainingRecord {
        get { records[Key(course: course, exercise: exercise)] ?? TrainingRecord() }
        set {
            let key = Key(course: course, exercise: exercise)
            if records.updateValue(newValue, forKey: key) == nil { order.append(key) }
        }
    }

    // MARK: - Text

    private static let header = "# sfm train: name | exercise, course, exercise, attempts, hints, solution shown, skipped, points, breaches, minutes\n"

    /// Lines that are not understood are left out; their numbers are given back.
    package static func parse(_ text: String) -> (progress: TrainingProgress, damaged: [Int]) {
        var progress = TrainingProgress()
        var damaged: [Int] = []
        for (k, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() where !line.isEmpty && !line.hasPrefix("#") {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map { unescaped($0) }
            if fields.count == 2, fields[0] == "name" {
                progress.name = fields[1]
            } else if fields.count == 10, fields[0] == "exercise", let record = record(Array(fields[3...])) {
                progress[fields[1], fields[2]] = record
            } else {
                damaged.append(k + 1)
            }
        }
        return (progress, damaged)
    }

    private static func record(_ fields: [String]) -> TrainingRecord? {
        func number(_ k: Int) -> Int? { Int(fields[k]).flatMap { (0...1_000_000_000).contains($0) ? $0 : nil } }
        func flag(_ k: Int) -> Bool? { ["yes": true, "no": false][fields[k]] }
        guard let attempts = number(0), let hints = number(1), let shown = flag(2), let skipped = flag(3) else { return nil }
        var record = TrainingRecord(attempts: attempts, hints: hints, isSolutionShown: shown, isSkipped: skipped)
        if fields[4...] == ["-", "-", "-"] { return record }
        guard let points = number(4), let breaches = number(5), let minutes = number(6) else { return nil }
        record.result = TrainingRecord.Result(points: points, breaches: breaches, minutes: minutes)
        return record
    }

    package var text: String {
        var out = Self.header
        if let name { out += "name\t" + Self.escaped(name) + "\n" }
        for key in order {
            let record = records[key] ?? TrainingRecord()
            let result = record.result.map { [$0.points, $0.breaches, $0.minutes].map(String.init) } ?? ["-", "-", "-"]
            let flags = [record.isSolutionShown, record.isSkipped].map { $0 ? "yes" : "no" }
            let fields = ["exercise", key.course, key.exercise, String(record.attempts), String(record.hints)] + flags + result
            out += fields.map(Self.escaped).joined(separator: "\t") + "\n"
        }
        return out
    }

    private static func escaped(_ text: String) -> String {
        var out = ""
        for c in text.unicodeScalars {
            switch c {
            case "\\": out += "\\\\"
            case "\t": out += "\\t"
            case "\n": out += "\\n"
            default: out.unicodeScalars.append(c)
            }
        }
        return out
    }

    private static func unescaped(_ text: Substring) -> String {
        var out = String.UnicodeScalarView()
        var rest = text.unicodeScalars[...]
        while let c = rest.popFirst() {
            guard c == "\\", let next = rest.popFirst() else {
                out.append(c)
                continue
            }
            out.append(next == "t" ? "\t" : next == "n" ? "\n" : next)
        }
        return String(out)
    }
}

/// Keeps the progress in a file; where that does not work it is said once, and the course goes on.
package final class ProgressFile {
    private let path: String?
    private var problem: String?
    private var isTold = false
    private var kept = TrainingProgress()

    package init(path: String?) { self.path = path }

    /// What is kept, and what is to be said of it.
    package func read(_ language: Language) -> (progress: TrainingProgress, complaint: String) {
        guard let path else {
            problem = language == .english ? "there is no folder for it" : "для него нет папки"
            return (TrainingProgress(), complaint(language))
        }
        switch FileStore.readNamed(path, limit: 1 << 20) {
        case .failure(.missing): return (TrainingProgress(), "")
        case .failure(let trouble):
            problem = ScriptSet.diagnostic(trouble, path, 1 << 20).message[language]
            return (TrainingProgress(), complaint(language))
        case .success(let bytes):
            let (progress, damaged) = TrainingProgress.parse(String(decoding: bytes, as: UTF8.self))
            kept = progress
            guard !damaged.isEmpty else { return (progress, "") }
            let lines = damaged.map(String.init).joined(separator: ", ")
            return (
                progress,
                language == .english
                    ? "\(Safe.text(path)): not understood and left out: line \(lines)\n"
                    : "\(Safe.text(path)): не поняты и пропущены строки: \(lines)\n"
            )
        }
    }

    /// Writes what has changed; what is to be said where it does not work.
    package func keep(_ progress: TrainingProgress, _ language: Language) -> String {
        guard progress != kept, problem == nil, let path else { return "" }
        FileWriter.createFolders(of: path)
        if let trouble = FileWriter.replace(path, with: Array(progress.text.utf8)) {
            problem = "\(path): \(trouble[language])"
            return complaint(language)
        }
        kept = progress
        return ""
    }

    private func complaint(_ language: Language) -> String {
        guard let problem, !isTold else { return "" }
        isTold = true
        return (language == .english ? "progress is not kept: " : "ход обучения не сохраняется: ") + Safe.text(problem) + "\n"
    }
}
