import SfmRuntime
import SfmTerms

/// One of several parts of a run: `2/5`.
package struct Shard: Sendable, Equatable {
    package let index: Int
    package let count: Int

    package init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 2, let index = parts[0], let count = parts[1], count >= 1, count <= 10_000, (1...count).contains(index) else { return nil }
        (self.index, self.count) = (index, count)
    }

    /// A file belongs to the shard that its path and contents name, whatever other files there are.
    package func holds(_ hash: UInt64) -> Bool { Int(hash % UInt64(count)) == index - 1 }
}

/// What a report of a shard says about the whole that it is a part of.
package struct ShardMark: Sendable {
    package let shard: Shard
    /// The files of the whole, and those of them that fell to this shard.
    package let total: Int
    package let held: Int
    /// Tells wholes apart: paths, contents and what was selected.
    package let digest: String
    /// The places in the whole of the files reported, in the order of the report.
    package let places: [Int]
    /// Tells the paths of the files reported.
    package let paths: String
    /// In which the run answered.
    package let language: Language

    package init(shard: Shard, total: Int, held: Int, digest: String, places: [Int], paths: [String], language: Language) {
        (self.shard, self.total, self.held, self.digest, self.places, self.language) = (shard, total, held, digest, places, language)
        self.paths = Self.digest(ofPaths: paths)
    }

    static func digest(ofPaths paths: [String]) -> String {
        var hash = StableHash()
        for path in paths { hash.add(path) }
        return hash.text
    }

    func write(_ out: inout JSONWriter) {
        out.member("shard")
        out.object { out in
            out.member("index")
            out.number(shard.index)
            out.member("count")
            out.number(shard.count)
            out.member("total")
            out.number(total)
            out.member("held")
            out.number(held)
            out.member("digest")
            out.string(digest)
            out.member("places")
            out.array { out in for place in places { out.number(place) } }
            out.member("paths")
            out.string(paths)
            out.member("language")
            out.string(language.code)
        }
    }
}

/// One report out of those of all shards.
package struct MergedReport: Sendable {
    /// What is wrong with the reports, in words.
    package struct Refusal: Error, Sendable {
        package let message: Text
    }

    /// A report as read, with the name of its file.
    private struct Part {
        let name: String
        let mark: JSONValue
        let index: Int
        let seed: UInt64?
        let files: [(place: Int, result: FileResult)]
    }

    /// The files as they came out, without their steps.
    package let results: [FileResult]
    /// That of the shards.
    package let language: Language
    /// Where they ran in a random order: the whole is in that order too.
    package let seed: UInt64?
    /// Whether the times of scenarios were taken.
    package var hasTimes: Bool { results.contains { $0.scenarios.contains { $0.nanoseconds > 0 } } }

    /// The reports of all shards of one run, in any order; a missing, doubled or foreign one is refused.
    package init(_ reports: [(name: String, bytes: [UInt8])]) throws(Refusal) {
        var parts: [Part] = []
        for report in reports {
            let part = try Self.part(report.name, report.bytes)
            if let twin = parts.first(where: { $0.index == part.index && Self.isSameRun($0.mark, part.mark) }) {
                throw Refusal(
                    message: Text(
                        "shard \(part.index) is there twice: “\(twin.name)” and “\(part.name)”",
                        "часть \(part.index) дана дважды: «\(twin.name)» и «\(part.name)»"))
            }
            if let first = parts.first, !Self.isSameRun(first.mark, part.mark) || first.seed != part.seed {
                throw Refusal(
                    message: Text("“\(part.name)” is of another run than “\(first.name)”", "«\(part.name)» — от другого прогона, чем «\(first.name)»"))
            }
            parts.append(part)
        }
        guard let first = parts.first, let count = first.mark["count"]?.number, let total = first.mark["total"]?.number else {
            throw Refusal(message: Text("there is no report to merge", "нет ни одного отчёта"))
        }
        let missing = (1...count).filter { index in !parts.contains { $0.index == index } }
        guard missing.isEmpty else {
            let list = missing.map { "\($0)/\(count)" }.joined(separator: ", ")
            throw Refusal(message: Text("not all shards are there; missing: \(list)", "не хватает частей: \(list)"))
        }
        let held = parts.reduce(0) { $0 &+ ($1.mark["held"]?.number ?? 0) }
        let all = parts.flatMap(\.files).sorted { $0.place < $1.place }
        let paths = Set(all.map { PathKey($0.result.path) })
        let isExact = held == total && zip(all, all.dropFirst()).allSatisfy { $0.place < $1.place } && all.allSatisfy { (0..<total).contains($0.place) }
        guard isExact, paths.count == all.count else {
            throw Refusal(message: Text("the shards do not make up the whole exactly", "части не складываются в целое"))
        }
        seed = first.seed
        guard let seed else {
            results = all.map(\.result)
            language = Self.language(first.mark)
            return
        }
        var numbers = SeededNumbers(seed: seed)
        var rank = Array(repeating: 0, count: total)
        for (place, file) in numbers.shuffled(Array(0..<total)).enumerated() { rank[file] = place }
        results = all.sorted { rank[$0.place] < rank[$1.place] }.map(\.result)
        language = Self.language(first.mark)
    }

    private static func language(_ mark: JSONValue) -> Language { mark["language"]?.string == Language.russian.code ? .russian : .english }

    /// Whether the bytes are the report of a shard, in order or not.
    package static func isShard(_ bytes: [UInt8]) -> Bool { JSONValue(bytes)?["shard"] != nil }

    private static func part(_ name: String, _ bytes: [UInt8]) throws(Refusal) -> Part {
        guard let value = JSONValue(bytes), let files = value["files"]?.elements else {
            throw Refusal(message: Text("“\(name)” is not a report of sfm test --format json", "«\(name)» — не отчёт sfm test --format json"))
        }
        guard let mark = value["shard"] else {
            throw Refusal(message: Text("“\(name)” is not the report of a shard", "«\(name)» — отчёт не части, а целого прогона"))
        }
        let marked = mark["places"]?.elements ?? []
        let places = marked.compactMap(\.number)
        guard let index = mark["index"]?.number, let count = mark["count"]?.number, Shard("\(index)/\(count)") != nil,
            let held = mark["held"]?.number, let total = mark["total"]?.number, (0...max(0, total)).contains(held), total >= 0,
            places.count == files.count, places.count == marked.count, value.isShardReport,
            mark["paths"]?.string == ShardMark.digest(ofPaths: files.compactMap { $0["path"]?.string }),
            case let results = files.compactMap(FileRecord.read), results.count == files.count
        else {
            throw Refusal(message: Text("“\(name)” is damaged", "отчёт «\(name)» повреждён"))
        }
        return Part(
            name: name, mark: mark, index: index, seed: value["seed"]?.string.flatMap { UInt64($0) },
            files: zip(places, results).map { (place: $0, result: $1) })
    }

    private static func isSameRun(_ a: JSONValue, _ b: JSONValue) -> Bool {
        a["digest"]?.string == b["digest"]?.string && a["count"]?.number == b["count"]?.number && a["total"]?.number == b["total"]?.number
    }
}
