import SfmPolicy
import SfmSyntax
import SfmTerms

/// A field a clause, with its number: full where a scenario exercised it.
struct CoverageChart {
    private let rows: [Coverage.Row]
    private let language: Language

    init(_ rows: [Coverage.Row], _ language: Language) { (self.rows, self.language) = (rows, language) }

    private static let columns = 12
    private static let (wide, high) = (46, 24)

    var html: String {
        guard !rows.isEmpty else { return "" }
        let (columns, wide, high) = (Self.columns, Self.wide, Self.high)
        let width = min(rows.count, columns) * wide
        let height = (rows.count + columns - 1) / columns * high
        let (hit, missed) = language(("exercised", "not exercised"), ("проверен", "не проверен"))
        let name = language("clauses exercised", "проверенные пункты")
        var out = "<div class=\"wide\">\n<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-label=\"\(name)\" width=\"\(width)\" height=\"\(height)\""
        out += " viewBox=\"0 0 \(width) \(height)\">\n"
        for (k, row) in rows.enumerated() {
            let (x, y) = (k % columns * wide + 1, k / columns * high + 1)
            let state = row.isExercised ? hit : missed
            out += "<rect class=\"\(row.isExercised ? "hit" : "missed")\" x=\"\(x)\" y=\"\(y)\" width=\"\(wide - 4)\" height=\"\(high - 4)\" rx=\"2\">"
            out += "<title>\(Escape.xml("\(row.clause.id) — \(row.clause.title[language]): \(state)"))</title></rect>\n"
            out += "<text\(row.isExercised ? " class=\"on\"" : "") x=\"\(x + wide / 2 - 2)\" y=\"\(y + high - 10)\" text-anchor=\"middle\">"
            out += "\(Escape.xml(Self.shortened(row.clause.id)))</text>\n"
        }
        out += "</svg>\n</div>\n<ul class=\"legend inline\">\n"
        for (kind, words) in [("hit", hit), ("missed", missed)] {
            out += "<li><svg xmlns=\"http://www.w3.org/2000/svg\" aria-hidden=\"true\" width=\"24\" height=\"16\" viewBox=\"0 0 24 16\">"
            out += "<path class=\"\(kind)\" d=\"M1 2H23V14H1Z\"/></svg> \(words)</li>\n"
        }
        return out + "</ul>\n"
    }

    /// So much of a clause's number fits its field.
    private static func shortened(_ id: String) -> String { id.count <= 6 ? id : String(id.prefix(5)) + "…" }
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
    private static let (left, top, width, height) = (40, 44, 520, 110)

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

    /// What holds after a step lasts until the next; the last has room of its own.
    private func x(_ step: Int) -> Int { Self.left + step * Self.width / max(1, records.count) }
    private func y(_ members: Int, _ peak: Int) -> Int { Self.top + Self.height - members * Self.height / peak }

    var html: String {
        guard !curves.isEmpty else { return "" }
        let (left, top, width, height) = (Self.left, Self.top, Self.width, Self.height)
        let highest = max(1, curves.flatMap(\.points).map(\.members).max() ?? 1)
        let every = Self.interval(highest, most: 4)
        let peak = (highest + every - 1) / every * every
        let name = language("Members of the chats, step by step", "Участники чатов по шагам")
        let (wide, high) = (left + width + 20, top + height + 40)
        var out = "<p class=\"quiet\">\(name)</p>\n<div class=\"wide\">\n<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-label=\"\(name)\""
        out += " width=\"\(wide)\" height=\"\(high)\" viewBox=\"0 0 \(wide) \(high)\">\n"
        out += textElement(language("members", "участников"), 0, 12)
        for members in stride(from: 0, through: peak, by: every) {
            let at = y(members, peak)
            out += line("axis", left, at, left + width, at) + textElement(String(members), left - 6, at + 4, "end")
        }
        for step in ticks { out += textElement(String(step + 1), x(step), top + height + 18, "middle") }
        out += textElement(language("step, the background included", "шаг, считая предысторию"), left + width, top + height + 36, "end") + clock
        for (k, curve) in curves.enumerated() {
            var path = ""
            for (n, point) in curve.points.enumerated() {
                path += n == 0 ? "M\(x(point.step)) \(y(point.members, peak))" : "H\(x(point.step))V\(y(point.members, peak))"
            }
            out += "<path class=\"curve c\(k)\" d=\"\(path)H\(left + width)\"/>\n"
        }
        return out + "</svg>\n</div>\n" + legend
    }

    private var legend: String {
        var out = "<ul class=\"legend\">\n"
        for (k, curve) in curves.enumerated() {
            let counts = "\(curve.points.first?.members ?? 0) → \(curve.points.last?.members ?? 0)"
            out += "<li><svg xmlns=\"http://www.w3.org/2000/svg\" aria-hidden=\"true\" width=\"36\" height=\"8\" viewBox=\"0 0 36 8\">"
            out += "<line class=\"curve c\(k)\" x1=\"0\" y1=\"4\" x2=\"36\" y2=\"4\"/></svg> \(Escape.xml(Self.shortened(curve.name))): \(counts)</li>\n"
        }
        return out + "</ul>\n"
    }

    /// Steps that are numbered under the axis.
    private var ticks: [Int] {
        let every = Self.interval(records.count, most: 10)
        return [0] + stride(from: every - 1, to: records.count, by: every).filter { $0 > 0 }
    }

    /// The date at the beginning and wherever the clock has moved, as far as there is room.
    private var clock: String {
        var (out, last, free) = ("", "", 0)
        for (step, record) in records.enumerated() where record.time != last {
            let at = x(step)
            if !last.isEmpty { out += line("clock", at, Self.top, at, Self.top + Self.height) }
            last = record.time
            guard at >= free else { continue }
            let isLate = at + 100 > Self.left + Self.width
            guard !isLate || at - 100 >= free - 100 else { continue }
            out += textElement(record.time, isLate ? Self.left + Self.width : at, Self.top - 10, isLate ? "end" : "start")
            free = isLate ? Int.max : at + 110
        }
        return out
    }

    private func textElement(_ text: String, _ x: Int, _ y: Int, _ anchor: String = "start") -> String {
        "<text x=\"\(x)\" y=\"\(y)\" text-anchor=\"\(anchor)\">\(Escape.xml(text))</text>\n"
    }

    private func line(_ name: String, _ x1: Int, _ y1: Int, _ x2: Int, _ y2: Int) -> String {
        "<line class=\"\(name)\" x1=\"\(x1)\" y1=\"\(y1)\" x2=\"\(x2)\" y2=\"\(y2)\"/>\n"
    }

    /// 1, 2, 5, 10, 20 …: the smallest that needs no more marks than there may be.
    private static func interval(_ range: Int, most: Int) -> Int {
        var (unit, n) = (1, 0)
        let factors = [1, 2, 5]
        while range > factors[n] * unit * most {
            n += 1
            if n == factors.count { (unit, n) = (unit * 10, 0) }
        }
        return factors[n] * unit
    }

    private static func shortened(_ name: String) -> String {
        Sanitizer.cut(name, to: 60)
    }
}
