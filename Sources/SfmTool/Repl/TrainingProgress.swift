import SfmScenarios
import SfmSyntax

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
    /// What was accepted so far of an attempt that has not come to its end; empty where there is none.
    package var open: [String] = []

    /// Two changes of one record as one: what two windows did adds up, the better result stays.
    func merged(with theirs: TrainingRecord, since base: TrainingRecord) -> TrainingRecord {
        if self == base { return theirs }
        if theirs == base { return self }
        var out = self
        out.attempts = theirs.attempts + max(0, attempts - base.attempts)
        out.hints = max(hints, theirs.hints)
        out.isSolutionShown = isSolutionShown || theirs.isSolutionShown
        out.result = [result, theirs.result].compactMap { $0 }.max { $0.points < $1.points }
        out.isSkipped = isSkipped && out.result == nil
        return out
    }
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
    /// What the exercises of a course are called, to know it again where its folder was moved.
    private var fingerprints: [String: String] = [:]
    /// Lines that are not understood, as of a later version: they stay.
    private var others: [String] = []

    package init() {}

    package subscript(_ course: String, _ exercise: String) -> TrainingRecord {
        get { records[Key(course: course, exercise: exercise)] ?? TrainingRecord() }
        set {
            let key = Key(course: course, exercise: exercise)
            if records.updateValue(newValue, forKey: key) == nil { order.append(key) }
        }
    }

    /// What was done by this side since `base`, and by the other meanwhile.
    package func merged(with theirs: TrainingProgress, since base: TrainingProgress) -> TrainingProgress {
        var out = theirs
        if name != base.name { out.name = name }
        for key in order { out[key.course, key.exercise] = self[key.course, key.exercise].merged(with: theirs[key.course, key.exercise], since: base[key.course, key.exercise]) }
        out.fingerprints.merge(fingerprints) { _, mine in mine }
        return out
    }

    /// Takes note of what a course consists of. Where nothing is known of it under its key, it goes on with what was known of a
    /// course of the same exercises whose place is gone.
    package mutating func meet(_ course: String, exercises: [String], isGone: (String) -> Bool) {
        let fingerprint = StableHash.digits(exercises.reduce(into: StableHash()) { $0.add($1) }.value)
        defer { fingerprints[course] = fingerprint }
        guard !order.contains(where: { $0.course == course }) else { return }
        let moved = fingerprints.filter { $0.value == fingerprint && $0.key != course && isGone($0.key) }.keys.sorted()
        guard let old = moved.first(where: { key in order.contains { $0.course == key } }) else { return }
        for key in order where key.course == old { self[course, key.exercise] = self[old, key.exercise] }
    }

    // MARK: - Text

    private static let header = "# sfm train: name | exercise, course, exercise, attempts, hints, solution shown, skipped, points, breaches, minutes\n"

    /// Lines that are not understood are kept as they are; their numbers are given back.
    package static func parse(_ text: String) -> (progress: TrainingProgress, damaged: [Int]) {
        var progress = TrainingProgress()
        var damaged: [Int] = []
        for (k, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() where !line.isEmpty && !line.hasPrefix("#") {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map { unescaped($0) }
            if fields.count == 2, fields[0] == "name" {
                progress.name = fields[1]
            } else if fields.count == 10, fields[0] == "exercise", let record = record(Array(fields[3...])) {
                let open = progress[fields[1], fields[2]].open
                progress[fields[1], fields[2]] = record
                progress[fields[1], fields[2]].open = open
            } else if fields.count == 3, fields[0] == "course" {
                progress.fingerprints[fields[1]] = fields[2]
            } else if fields.count > 3, fields[0] == "open" {
                progress[fields[1], fields[2]].open = Array(fields[3...])
            } else {
                damaged.append(k + 1)
                progress.others.append(String(line))
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
            out += Self.line(fields)
            if !record.open.isEmpty { out += Self.line(["open", key.course, key.exercise] + record.open) }
        }
        for (course, fingerprint) in fingerprints.sorted(by: { $0.key < $1.key }) where order.contains(where: { $0.course == course }) {
            out += Self.line(["course", course, fingerprint])
        }
        for line in others { out += line + "\n" }
        return out
    }

    private static func line(_ fields: [String]) -> String { fields.map(escaped).joined(separator: "\t") + "\n" }

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
