import SfmTerms

/// What each diagnostic code means, for `sfm explain`.
public enum DiagnosticCatalogue {
    public struct Entry: Sendable {
        public let code: DiagnosticCode
        public let title: Text
        /// What it means, why it is so, the way out.
        public let explanation: Text
        /// A line that raises it, and the line mended.
        public let wrong: Text
        public let mended: Text

        init(
            _ code: DiagnosticCode, _ title: Text, _ explanation: Text, wrong: Text, mended: Text
        ) {
            (self.code, self.title, self.explanation, self.wrong, self.mended) = (code, title, explanation, wrong, mended)
        }
    }

    /// Every code once, in the order of the codes.
    public static let all: [Entry] =
        characters + statements + values + names + policies + words + files + checks + exercises + explorations + warnings + limits

    public static func entry(_ code: DiagnosticCode) -> Entry? { all.first { $0.code == code } }

    /// What `sfm explain SFM0301` prints.
    public static func explanation(_ code: DiagnosticCode, _ language: Language) -> String {
        guard let entry = entry(code) else { return code.text + "\n" }
        var out = "\(code.text): \(entry.title[language])\n\n\(wrapped(entry.explanation[language]))\n"
        out += language("Wrong:\n", "Неверно:\n")
        out += indented(entry.wrong[language])
        out += language("Mended:\n", "Исправлено:\n")
        return out + indented(entry.mended[language])
    }

    private static func indented(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { "  \($0)\n" }.joined()
    }

    /// Lines of a width that reads well.
    private static func wrapped(_ text: String) -> String {
        var out = ""
        var line = ""
        for word in text.split(separator: " ") {
            if !line.isEmpty, DisplayWidth.of(line) + 1 + DisplayWidth.of(String(word)) > 80 {
                out += line + "\n"
                line = ""
            }
            line += (line.isEmpty ? "" : " ") + word
        }
        return out + line + "\n"
    }
}
