import SfmRuntime
import SfmSyntax
import SfmTerms

/// Counterexamples as text of the file whose explorations found them.
package struct CounterexampleText {
    private let script: Script
    private let source: SourceFile

    /// `nil` where there is no text.
    package init?(_ script: Script) {
        guard let source = script.sources.first else { return nil }
        (self.script, self.source) = (script, source)
    }

    private var lineEnd: String { source.bytes.contains(UInt8(ascii: "\r")) ? "\r\n" : "\n" }

    private func joined(_ lines: [String]) -> String { lines.map { $0 + lineEnd }.joined() }

    /// The file without its scenarios, explorations and exercises, and the counterexamples in their place.
    package func file(of counterexamples: [Counterexample]) -> [UInt8] {
        let extents = (script.scenarios.map(\.extent) + script.exercises.map(\.extent)).filter { $0.file == 0 }
        var lines = Set<Int>()
        for extent in extents {
            let (first, last) = (source.lineNumber(of: Int(extent.lower)), source.lineNumber(of: Int(extent.upper)))
            lines.formUnion(first...max(first, last))
        }
        // What is said right above a block is said of it.
        let all = texts
        for extent in extents {
            var above = source.lineNumber(of: Int(extent.lower)) - 1
            while above > 1, all.indices.contains(above - 1), isComment(all[above - 1]) {
                lines.insert(above)
                above -= 1
            }
        }
        var kept: [[UInt8]] = []
        for (k, line) in all.enumerated() where !lines.contains(k + 1) {
            let isBlank = line.allSatisfy { [0x20, 0x09, 0x0D].contains($0) }
            if isBlank, kept.last?.isEmpty ?? true { continue }
            kept.append(isBlank ? [] : line)
        }
        while kept.last?.isEmpty ?? false { kept.removeLast() }
        let head = kept.flatMap { ($0.last == 0x0D ? Array($0.dropLast()) : $0) + Array(lineEnd.utf8) }
        let scenarios = counterexamples.map { joined($0.lines) }.joined(separator: lineEnd)
        return head + Array((head.isEmpty ? "" : lineEnd).utf8) + Array(scenarios.utf8)
    }

    /// The lines of the text, without what ends them.
    private var texts: [[UInt8]] {
        source.bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
    }

    private func isComment(_ line: [UInt8]) -> Bool { line.first { $0 != 0x20 && $0 != 0x09 } == UInt8(ascii: "#") }

    /// What keeps the counterexamples of a run in the file itself, each behind its exploration; what is told there already is left out.
    package func additions(of result: FileResult) -> [Edit] {
        var titles = Set(script.scenarios.map(\.title))
        var edits: [Edit] = []
        for (scenario, outcome) in zip(script.scenarios, result.scenarios) where scenario.extent.file == 0 && scenario.mark == nil {
            var text = ""
            for found in outcome.counterexamples where !script.scenarios.contains(where: { found.isTold(by: $0, of: script) }) {
                var number = 1
                while titles.contains(Counterexample.title(scenario.title, number, found.language)) { number += 1 }
                let named = found.titled(Counterexample.title(scenario.title, number, found.language))
                titles.insert(named.title)
                text += lineEnd + joined([Self.comment[found.language]] + named.lines)
            }
            guard !text.isEmpty else { continue }
            // Behind the line that the exploration ends with; where no line follows, that one is ended first.
            let upper = Int(scenario.extent.upper)
            let next = source.bytes[min(upper, source.bytes.count)...].firstIndex(of: 0x0A)
            let place = next.map { $0 + 1 } ?? source.bytes.count
            edits.append(Edit(span: Span(place, place, file: 0), replacement: (next == nil ? lineEnd : "") + text))
        }
        return edits
    }

    /// Stands above what was kept.
    private static let comment = Text(
        "# Found by the exploration above: passes as long as this can happen.",
        "# Найдено исследованием выше: проходит, пока такое может случиться.")
}

extension SourceFile {
    /// The line of the text itself, from 1.
    fileprivate func lineNumber(of offset: Int) -> Int { 1 + bytes[..<min(offset, bytes.count)].count { $0 == 0x0A } }
}
