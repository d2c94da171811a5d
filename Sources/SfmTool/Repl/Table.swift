import SfmSyntax

/// Rows of cells below each other, as wide as the widest, whatever alphabet they are in.
enum Table {
    static func layOut(_ rows: [[SafeText]], indent: SafeText = "  ") -> SafeText {
        let columns = rows.map(\.count).max() ?? 0
        let widths = (0..<columns).map { c in rows.map { c < $0.count ? DisplayWidth.of($0[c]) : 0 }.max() ?? 0 }
        return rows.map { row in
            let line = indent + zip(row, widths).map { DisplayWidth.padded($0, $1) }.joined(separator: "  ")
            return line.withoutBlanksAtEnd + "\n"
        }.joined()
    }
}
