import SfmSyntax

/// What changed between two texts, line by line, in the form that `diff -u` made usual.
enum UnifiedDiff {
    private static let context = 2

    static func text(_ name: String, _ old: String, _ new: String) -> String {
        let (a, b) = (lines(old), lines(new))
        let common = longestCommon(a, b)
        var out = "--- \(Safe.text(name))\n+++ \(Safe.text(name))\n"
        var rows: [(mark: Character, line: String, old: Int, new: Int)] = []
        var (i, j) = (0, 0)
        for (x, y) in common + [(a.count, b.count)] {
            while i < x {
                rows.append(("-", a[i], i, j))
                i += 1
            }
            while j < y {
                rows.append(("+", b[j], i, j))
                j += 1
            }
            if i < a.count {
                rows.append((" ", a[i], i, j))
                (i, j) = (i + 1, j + 1)
            }
        }
        var k = 0
        while let change = rows[k...].firstIndex(where: { $0.mark != " " }) {
            let first = max(k, change - context)
            var last = change
            while let next = rows[(last + 1)...].firstIndex(where: { $0.mark != " " }), next - last <= 2 * context { last = next }
            last = min(rows.count - 1, last + context)
            let hunk = rows[first...last]
            let (removed, added) = (hunk.count { $0.mark != "+" }, hunk.count { $0.mark != "-" })
            out += "@@ -\(rows[first].old + 1),\(removed) +\(rows[first].new + 1),\(added) @@\n"
            for row in hunk { out += "\(row.mark)\(Safe.text(row.line))\n" }
            k = last + 1
        }
        return out
    }

    private static func lines(_ text: String) -> [String] {
        var out = LineEnd.lines(of: Array(text.utf8))
        if out.last == "" { out.removeLast() }
        return out
    }

    /// The pairs of equal lines that stay where they are.
    private static func longestCommon(_ a: [String], _ b: [String]) -> [(Int, Int)] {
        b.difference(from: a).isEmpty ? Array(zip(a.indices, b.indices)) : pairs(b.difference(from: a), a.count, b.count)
    }

    private static func pairs(_ difference: CollectionDifference<String>, _ n: Int, _ m: Int) -> [(Int, Int)] {
        var (removed, added) = (Set<Int>(), Set<Int>())
        for change in difference {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): added.insert(offset)
            }
        }
        return Array(zip((0..<n).filter { !removed.contains($0) }, (0..<m).filter { !added.contains($0) }))
    }
}
