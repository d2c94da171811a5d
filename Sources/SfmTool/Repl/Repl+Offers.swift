import SfmRuntime
import SfmSyntax
import SfmTerms

/// The line that was probably meant, to be taken by Enter: at the keyboard alone.
extension Repl {
    /// Whether a line says yes to what was offered.
    static func agrees(_ line: String) -> Bool {
        let word = ReplWord.fold(ReplWord.head(line, 20)).trimmed
        return ["", "да", "д", "yes", "y", "ok"].contains(word)
    }

    /// The whole right line that a mistake's fixes make of a text; `nil` where they make none, or several.
    func meant(by text: String, _ mistakes: [Diagnostic]) -> String? {
        guard mistakes.count == 1, let mistake = mistakes.first, mistake.span.file == 0, text.utf8.count <= 2000, !text.utf8.contains(UInt8(ascii: "\n")) else {
            return nil
        }
        let bytes = Array(text.utf8)
        var lines = mistake.fixes.compactMap { fix -> String? in
            guard fix.span.file == 0, Int(fix.span.upper) <= bytes.count, fix.span.lower <= fix.span.upper else { return nil }
            return String(decoding: bytes[..<Int(fix.span.lower)] + Array(fix.replacement.utf8) + bytes[Int(fix.span.upper)...], as: UTF8.self)
        }.unique
        if lines.isEmpty, mistake.code == .unknownStatement, let near = ReplWord.near(text) {
            let rest = text.drop { $0 == " " }.drop { $0 != " " }
            lines = [near.isLayout ? near.phrase : near.phrase + rest]
        }
        let right = lines.filter { $0 != text && isUnderstood($0) }
        return right.count == 1 ? right[0] : nil
    }

    /// Whether a line is right as it stands, whatever comes of it.
    private func isUnderstood(_ line: String) -> Bool {
        switch PromptReader.read(SourceFile(name: "", text: line)) {
        case .success?: return true
        case .failure?: return false
        case nil: return session.mistakes(in: SourceFile(name: "", text: line), library: library).isEmpty
        }
    }

    func question(_ line: String) -> SafeText { language("did you mean: \(line)? [yes]\n", "вы имели в виду: \(line)? [да]\n") }
}
