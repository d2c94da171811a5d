import Foundation
import Testing

/// The goldens of one stage: `NAME.expected` beside what it is made from.
struct StageGoldens {
    let folder: String

    init(_ stage: String) { folder = ToolRun.root + "/Tests/Golden/" + stage }

    static var updates: Bool {
        let environment = ProcessInfo.processInfo.environment
        return environment["UPDATE_GOLDEN"] == "1"
    }

    static var isCI: Bool { ProcessInfo.processInfo.environment["CI"].map { !$0.isEmpty && $0 != "false" } ?? false }

    private func files(_ ending: String) -> [String] {
        let all = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return all.filter { $0.hasSuffix(ending) }.map { String($0.dropLast(ending.count)) }.sorted()
    }

    /// The inputs of the folder itself; what stands in folders inside it belongs to them.
    var names: [String] {
        files(".sfm").filter { name in
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: "\(folder)/\(name).sfm", isDirectory: &isFolder) && !isFolder.boolValue
        }
    }

    /// Further words of the command line, from `NAME.args`.
    func words(_ name: String) -> [String] {
        let text = (try? String(contentsOfFile: "\(folder)/\(name).args", encoding: .utf8)) ?? ""
        return text.split { $0 == " " || $0 == "\n" }.map(String.init)
    }

    func expected(_ name: String) -> String? { try? String(contentsOfFile: "\(folder)/\(name).expected", encoding: .utf8) }

    func expectNoOrphans(among names: [String]) {
        let orphans = Set(files(".expected")).union(files(".args")).subtracting(names)
        #expect(orphans.isEmpty, "expectations without an input: \(orphans.sorted())")
    }

    /// Compares, or with UPDATE_GOLDEN=1 rewrites and fails all the same; rewriting is refused where CI is set.
    func compare(_ actual: String, _ name: String) {
        let known = expected(name)
        guard known != actual else { return }
        guard Self.updates else {
            if let known {
                Issue.record("\(folder)/\(name).expected differs: \(Self.difference(known, actual))")
            } else {
                Issue.record("\(folder)/\(name).expected is missing; UPDATE_GOLDEN=1 writes it")
            }
            return
        }
        guard !Self.isCI else {
            Issue.record("UPDATE_GOLDEN is refused where CI is set")
            return
        }
        try? actual.write(toFile: "\(folder)/\(name).expected", atomically: true, encoding: .utf8)
        Issue.record("\(name).expected was rewritten: look at it and run again")
    }

    private static func difference(_ a: String, _ b: String) -> String {
        let (x, y) = (a.split(separator: "\n", omittingEmptySubsequences: false), b.split(separator: "\n", omittingEmptySubsequences: false))
        for k in 0..<max(x.count, y.count) {
            let (p, q) = (k < x.count ? String(x[k]) : "(end)", k < y.count ? String(y[k]) : "(end)")
            if p != q { return "line \(k + 1)\n  expected: \(p)\n  actual:   \(q)" }
        }
        return "nothing but line ends"
    }
}
