import SfmSyntax
import SfmTerms

/// What is known of one thing of the language: what `sfm help` prints and the reference holds.
struct Topic {
    struct Row {
        let label: String
        let values: [String]
        /// Written as it is typed, a line each; otherwise one line of prose.
        let isCode: Bool
    }

    let title: String
    /// The words by which help finds it, in both languages.
    let names: [String]
    var rows: [Row] = []

    init(_ title: String, names: [String]) { (self.title, self.names) = (title, names) }

    mutating func add(_ label: String, _ values: [String], isCode: Bool = false) {
        if !values.isEmpty { rows.append(Row(label: label, values: values, isCode: isCode)) }
    }

    /// For a terminal.
    var plain: String {
        var out = title + "\n"
        for row in rows {
            out += row.isCode ? "  \(row.label):\n" + row.values.map { "    \($0)\n" }.joined() : "  \(row.label): \(row.values.joined(separator: "; "))\n"
        }
        return out
    }

    var markdown: String {
        var out = "### \(Markdown.escaped(title))\n\n"
        for row in rows {
            if row.isCode, row.values.count > 1 {
                out += "- \(row.label):\n" + row.values.map { "  - \(Markdown.code($0))\n" }.joined()
            } else {
                out += "- \(row.label): " + (row.isCode ? Markdown.code(row.values[0]) : row.values.map(Markdown.escaped).joined(separator: "; ")) + "\n"
            }
        }
        return out + "\n"
    }
}

/// The little of Markdown that the reference needs.
enum Markdown {
    /// Text that stays text: signs with a meaning are escaped.
    static func escaped(_ text: String) -> String {
        String(text.flatMap { "\\`*_<>|[]".contains($0) ? ["\\", $0] : [$0] })
    }

    static func code(_ text: String) -> String { "`\(text)`" }

    /// A table; the cells are Markdown already.
    static func table(_ heads: [String], _ rows: [[String]]) -> String {
        let lines = [heads, heads.map { _ in "---" }] + rows
        return lines.map { "| \($0.joined(separator: " | ")) |\n" }.joined() + "\n"
    }

    /// Code within a table, where a bar would end the cell.
    static func cell(_ texts: [String]) -> String {
        texts.map { code(String($0.flatMap { $0 == "|" ? ["\\", "|"] : [$0] })) }.joined(separator: ", ")
    }
}
