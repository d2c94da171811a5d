import SfmPolicy
import SfmTerms

/// A square a clause: full where a scenario exercised it.
struct CoverageChart {
    private let rows: [Coverage.Row]
    private let language: Language

    init(_ rows: [Coverage.Row], _ language: Language) { (self.rows, self.language) = (rows, language) }

    private static let columns = 32
    private static let side = 20

    var svg: String {
        guard !rows.isEmpty else { return "" }
        let (columns, side) = (Self.columns, Self.side)
        let width = min(rows.count, columns) * side
        let height = (rows.count + columns - 1) / columns * side
        let name = language == .english ? "clauses exercised" : "проверенные пункты"
        var out = "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-label=\"\(name)\" width=\"\(width)\" height=\"\(height)\""
        out += " viewBox=\"0 0 \(width) \(height)\">\n"
        for (k, row) in rows.enumerated() {
            let (x, y) = (k % columns * side + 1, k / columns * side + 1)
            let state = row.isExercised ? (language == .english ? "exercised" : "проверен") : (language == .english ? "not exercised" : "не проверен")
            out += "<rect class=\"\(row.isExercised ? "hit" : "missed")\" x=\"\(x)\" y=\"\(y)\" width=\"\(side - 3)\" height=\"\(side - 3)\" rx=\"2\">"
            out += "<title>\(Escape.xml("\(row.clause.id) — \(row.clause.title[language]): \(state)"))</title></rect>\n"
        }
        return out + "</svg>\n"
    }
}

/// How many people the chats had after each step of a scenario; nothing where that never changed.
struct MembershipChart {
    private struct Curve {
        let name: String
        /// From the first step after which the chat was there.
        var points: [(step: Int, members: Int)]
    }

    private let curves: [Curve]
    private let records: [StepRecord]
    private let language: Language

    private static let most = 6

    init(_ records: [StepRecord], _ language: Language) {
        (self.records, self.language) = (records, language)
        var all: [Curve] = []
        for (step, record) in records.enumerated() {
            for (k, chat) in record.chats.enumerated() {
                if k == all.count { all.append(Curve(name: chat.name, points: [])) }
                all[k].points.append((step, chat.members))
            }
        }
        curves = Array(all.filter { $0.points.contains { $0.members > 0 } }.filter { Set($0.points.map(\.members)).count > 1 }.prefix(Self.most))
    }

    var svg: String {
        guard !curves.isEmpty, let first = records.first, let last = records.last else { return "" }
        let (left, top, width, height) = (34, 10, 600, 110)
        let peak = max(1, curves.flatMap(\.points).map(\.members).max() ?? 1)
        let steps = max(1, records.count - 1)
        func x(_ step: Int) -> Int { left + step * width / steps }
        func y(_ members: Int) -> Int { top + height - members * height / peak }
        let name = language == .english ? "Members of chats, step by step" : "Участники чатов по шагам"
        var out = "<p class=\"quiet\">\(name)</p>\n<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-label=\"\(name)\" width=\"660\""
        out += " height=\"\(150 + 18 * curves.count)\" viewBox=\"0 0 660 \(150 + 18 * curves.count)\">\n"
        for (value, at) in [(0, y(0)), (peak, y(peak))] {
            out += "<line class=\"axis\" x1=\"\(left)\" y1=\"\(at)\" x2=\"\(left + width)\" y2=\"\(at)\"/>\n"
            out += "<text x=\"\(left - 6)\" y=\"\(at + 4)\" text-anchor=\"end\">\(value)</text>\n"
        }
        out += "<text x=\"\(left)\" y=\"\(top + height + 18)\">\(Escape.xml(first.time))</text>\n"
        out += "<text x=\"\(left + width)\" y=\"\(top + height + 18)\" text-anchor=\"end\">\(Escape.xml(last.time))</text>\n"
        for (k, curve) in curves.enumerated() {
            var path = ""
            for (n, point) in curve.points.enumerated() {
                path += n == 0 ? "M\(x(point.step)) \(y(point.members))" : "H\(x(point.step))V\(y(point.members))"
            }
            let row = top + height + 38 + 18 * k
            out += "<path class=\"curve c\(k)\" d=\"\(path)\"/>\n"
            out += "<line class=\"curve c\(k)\" x1=\"\(left)\" y1=\"\(row - 4)\" x2=\"\(left + 34)\" y2=\"\(row - 4)\"/>\n"
            let counts = "\(curve.points.first?.members ?? 0) → \(curve.points.last?.members ?? 0)"
            out += "<text x=\"\(left + 42)\" y=\"\(row)\">\(Escape.xml(Self.shortened(curve.name))): \(counts)</text>\n"
        }
        return out + "</svg>\n"
    }

    private static func shortened(_ name: String) -> String {
        name.unicodeScalars.count <= 60 ? name : String(String.UnicodeScalarView(name.unicodeScalars.prefix(60))) + "…"
    }
}
