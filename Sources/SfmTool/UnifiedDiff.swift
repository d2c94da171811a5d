import SfmSyntax

/// What changed between two texts, line by line, in the form that `diff -u` made usual.
enum UnifiedDiff {
    private static let context = 2

    static func diff(_ name: String, _ old: String, _ new: String) -> SafeText {
        let (a, b) = (lines(old), lines(new))
        let common = longestCommon(a, b)
        var out: SafeText = "--- \(name)\n+++ \(name)\n"
        var rows: [(mark: SafeText, line: String, old: Int, new: Int)] = []
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
            for row in hunk { out += "\(row.mark)\(row.line)\n" }
            k = last + 1
        }
        return out
    }

    private static func lines(_ text: String) -> [String] {
        var out = LineEnd.lines(of: Array(text.utf8))
        if out.last == "" { out.removeLast() }
        return out
    }

    /// The pairs of equal lines that stay where they are: about the lines that each text has once, between which little is left to
    /// compare. Where much is left it is taken line for line, so that the cost grows with the texts alone.
    private static func longestCommon(_ a: [String], _ b: [String]) -> [(Int, Int)] {
        var found: [(Int, Int)] = []
        pair(a[...], b[...], depth: 0, into: &found)
        return found
    }

    private static let fewPairs = 10_000
    private static let mostDepth = 8

    private static func pair(_ a: ArraySlice<String>, _ b: ArraySlice<String>, depth: Int, into found: inout [(Int, Int)]) {
        var (a, b) = (a, b)
        while let x = a.first, x == b.first {
            found.append((a.startIndex, b.startIndex))
            (a, b) = (a.dropFirst(), b.dropFirst())
        }
        var tail: [(Int, Int)] = []
        while let x = a.last, x == b.last {
            tail.append((a.endIndex - 1, b.endIndex - 1))
            (a, b) = (a.dropLast(), b.dropLast())
        }
        if !a.isEmpty, !b.isEmpty { pairMiddle(a, b, depth: depth, into: &found) }
        found += tail.reversed()
    }

    private static func pairMiddle(_ a: ArraySlice<String>, _ b: ArraySlice<String>, depth: Int, into found: inout [(Int, Int)]) {
        if a.count * b.count <= fewPairs { return found += shortest(a, b) }
        let anchors = depth < mostDepth ? anchors(a, b) : []
        guard !anchors.isEmpty else {
            if a.count == b.count { found += zip(a.indices, b.indices).filter { a[$0] == b[$1] } }
            return
        }
        var (i, j) = (a.startIndex, b.startIndex)
        for (x, y) in anchors {
            pair(a[i..<x], b[j..<y], depth: depth + 1, into: &found)
            found.append((x, y))
            (i, j) = (x + 1, y + 1)
        }
        pair(a[i...], b[j...], depth: depth + 1, into: &found)
    }

    /// The lines that both have once, as far as they stand in the same order.
    private static func anchors(_ a: ArraySlice<String>, _ b: ArraySlice<String>) -> [(Int, Int)] {
        func once(_ lines: ArraySlice<String>) -> [String: Int?] {
            Dictionary(zip(lines, lines.indices.map { Optional($0) })) { _, _ in nil }
        }
        let (ours, theirs) = (once(a), once(b))
        var out: [(Int, Int)] = []
        for x in a.indices {
            guard ours[a[x]] == .some(x), let y = theirs[a[x]] ?? nil, y > out.last?.1 ?? -1 else { continue }
            out.append((x, y))
        }
        return out
    }

    private static func shortest(_ a: ArraySlice<String>, _ b: ArraySlice<String>) -> [(Int, Int)] {
        var (removed, added) = (Set<Int>(), Set<Int>())
        for change in b.difference(from: a) {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): added.insert(offset)
            }
        }
        return Array(
            zip(
                a.indices.filter { !removed.contains($0 - a.startIndex) },
                b.indices.filter { !added.contains($0 - b.startIndex) }))
    }
}
