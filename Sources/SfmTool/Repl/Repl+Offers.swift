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

    /// A line with the names of people as they are declared, where all that is wrong with it is that they stand in another case and each can
    /// be one person only: «@оля: добавить @диму». What a line may bring in anew is no mistake and stays as it is.
    func asDeclared(_ text: String, _ mistakes: [Diagnostic]) -> String? {
        guard !mistakes.isEmpty, text.utf8.count <= 2000, !text.utf8.contains(UInt8(ascii: "\n")) else { return nil }
        let (world, names) = (session.interpreter.world, session.interpreter.names)
        let known = world.people.map { names[$0.name] }
        var bytes = Array(text.utf8)
        for mistake in mistakes.sorted(by: { $0.span.lower > $1.span.lower }) {
            guard mistake.code == .unknownName, mistake.span.file == 0, Int(mistake.span.upper) <= bytes.count else { return nil }
            let range = Int(mistake.span.lower)..<Int(mistake.span.upper)
            let typed = String(decoding: bytes[range], as: UTF8.self)
            let meant = typed.hasPrefix("@") ? DeclinedName.meant(by: typed, among: known) : []
            guard meant.count == 1 else { return nil }
            bytes.replaceSubrange(range, with: Array(meant[0].utf8))
        }
        return String(decoding: bytes, as: UTF8.self)
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
