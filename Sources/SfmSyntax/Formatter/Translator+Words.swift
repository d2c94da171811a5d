import SfmTerms

/// Words that the other language has not got survive in a remark behind their line, and come back from there.
///
/// `dismiss @t  # ru: уволена @t`: English knows no gender, Russian no end of variants for one English word.
extension Translator {
    private var other: Language { language(.russian, .english) }
    private func marker(_ language: Language) -> String { "# \(language.code): " }
    private func plain(to language: Language) -> Translator { Translator(grammar: grammar, to: language, limits: limits, files: files) }

    // MARK: - There

    /// With what a translation back would not say again; lines correspond, as both texts are laid out.
    func remarked(_ text: String, of source: SourceFile) -> String {
        guard let original = Formatter(grammar: grammar, limits: limits, files: files).format(source).text,
            let back = plain(to: other).direct(SourceFile(name: source.name, text: text)).text
        else { return text }
        let (there, here, again) = (Self.lines(text), Self.lines(original), Self.lines(back))
        guard there.count == here.count, there.count == again.count else { return text }
        return there.indices.map { k in
            guard there[k] != here[k], Self.squeezed(again[k]) != Self.squeezed(here[k]) else { return there[k] }
            let code = code(of: here[k])
            return code.isEmpty ? there[k] : there[k] + "  " + marker(other) + code
        }.joined(separator: "\n")
    }

    // MARK: - And back

    /// The text with the words from its remarks, where these still say the same as their lines.
    func restored(_ source: SourceFile) -> SourceFile {
        let mark = marker(language)
        guard let text = Formatter(grammar: grammar, limits: limits, files: files).format(source).text, text.contains(mark) else { return source }
        let lines = Self.lines(text)
        var words: [Int: String] = [:]
        for (k, line) in lines.enumerated() {
            let code = code(of: line)
            guard !code.isEmpty, let range = Self.last(mark, in: line), range.lowerBound >= code.endIndex(in: line) else { continue }
            words[k] = Self.indent(line) + line[range.upperBound...] + Self.remark(line[code.endIndex(in: line)..<range.lowerBound])
        }
        // What does not come out as it stands is somebody's own remark, or was changed since; without it others may come out otherwise.
        while !words.isEmpty {
            let candidate = lines.indices.map { words[$0] ?? lines[$0] }.joined(separator: "\n")
            let file = SourceFile(name: source.name, text: candidate)
            guard let forth = plain(to: other).direct(file).text.map(Self.lines), forth.count == lines.count else { return source }
            let wrong = words.keys.filter { Self.squeezed(self.code(of: forth[$0])) != Self.squeezed(self.code(of: lines[$0])) }
            if wrong.isEmpty { return file }
            for k in wrong { words[k] = nil }
        }
        return source
    }

    // MARK: - Lines

    private static func lines(_ text: String) -> [String] { text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }

    private static func indent(_ line: String) -> String { String(line.prefix { $0 == " " }) }

    private static func remark(_ text: Substring) -> String { text.trimmed.isEmpty ? "" : "  " + text.trimmed }

    private static func last(_ mark: String, in line: String) -> Range<String.Index>? { line.ranges(of: mark).last }

    /// Rows of tables differ in width with the others.
    private static func squeezed(_ line: String) -> String {
        line.contains("|") ? line.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ") : line
    }

    /// A line without indentation and remark.
    private func code(of line: String) -> String {
        var names = Names()
        let tokens = Lexer.lex(SourceFile(name: "", text: line), lexicon: grammar.lexicon, names: &names).tokens
        guard let last = tokens.last(where: { $0.kind != .newline && $0.kind != .end }), let first = tokens.first else { return "" }
        return SourceFile(name: "", text: line).text(Span(Int(first.lower), Int(last.upper)))
    }
}

extension String {
    /// Where a piece of a laid-out line ends in it.
    fileprivate func endIndex(in line: String) -> String.Index {
        let indent = line.prefix { $0 == " " }.utf8.count
        return line.utf8.index(line.startIndex, offsetBy: indent + utf8.count)
    }
}

extension Substring {
    fileprivate var trimmed: String {
        var text = self
        while text.first == " " { text = text.dropFirst() }
        while text.last == " " { text = text.dropLast() }
        return String(text)
    }
}

/// «Класс» is `class` as «группа» is `group`, in whichever case: a line keeps the word that it had.
struct GroupNoun {
    private static let russian = [
        "группа": "класс", "группы": "класса", "группу": "класс", "группой": "классом", "групп": "классов", "группам": "классам", "группами": "классами",
    ]

    /// Whether every group in a line is called a class.
    static func isClass(_ tokens: ArraySlice<Token>, _ source: SourceFile, _ grammar: Grammar) -> Bool {
        let group = grammar.lexicon.find("group")
        var found = false
        for (k, token) in zip(tokens.indices, tokens) where token.kind == .word {
            let word = source.text(token.span(0)).lowercased()
            if word.hasPrefix("класс"), !word.hasPrefix("классн") {
                found = true
            } else if word == "class" || word == "classes" {
                let next = k + 1 < tokens.endIndex ? source.text(tokens[k + 1].span(0)).lowercased() : ""
                if !next.hasPrefix("teacher") { found = true }
            } else if word.hasPrefix("групп") || token.word == group {
                return false
            }
        }
        return found
    }

    /// A printed line with its groups as classes; what stands in quotes stays.
    static func asClasses(_ line: String) -> String {
        var out: [String] = []
        var isQuoted = false
        for word in line.split(separator: " ", omittingEmptySubsequences: false).map(String.init) {
            let marks = word.replacing("\\\"", with: "").count { $0 == "\"" }
            out.append(isQuoted || marks > 0 ? word : replaced(word, after: out.last ?? ""))
            if marks % 2 == 1 { isQuoted.toggle() }
        }
        return out.joined(separator: " ")
    }

    private static func replaced(_ word: String, after before: String) -> String {
        let bare = word.prefix { $0.isLetter }
        let end = word[bare.endIndex...]
        switch bare {
        case "group": return "class" + end
        case "groups": return "classes" + end
        case "группе": return (before == "в" || before == "о" ? "классе" : "классу") + end
        case "группах": return "классах" + end
        default: return russian[String(bare)].map { $0 + end } ?? word
        }
    }
}
