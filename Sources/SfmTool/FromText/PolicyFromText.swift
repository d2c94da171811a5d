import SfmRuntime
import SfmSyntax
import SfmTerms

/// A policy made of a regulation's text: its clauses with their numbers and titles in short, the rules that its sentences say plainly, for review,
/// and a note wherever there is nothing to execute yet.
struct PolicyFromText {
    let name: String
    let source: String
    let language: Language
    private let outline: Outline
    private let names: ClauseNames
    private let limited: Set<Int>
    /// The numbers of clauses that others take something back from: «Пункт 3 не распространяется на …».
    private let excepted: Set<String>
    /// The items that are clauses, in their order.
    let clauses: [Int]
    /// How much of a clause is left out, where the language would not take all of it.
    private var left: [Int: Left] = [:]
    private var rules: [Int: [(sentence: String, line: String)]] = [:]

    private enum Left: Int {
        case rules, words
    }

    init(name: String, source: String, language: Language, outline: Outline) {
        (self.name, self.language, self.outline) = (name, language, outline)
        self.source = String(String.UnicodeScalarView(source.unicodeScalars.filter { $0.value >= 0x20 && !Scalars.isForbidden($0.value) }))
        names = ClauseNames(outline, language)
        limited = Self.limited(outline)
        excepted = Self.excepted(outline)
        clauses = outline.items.indices.filter { Self.isClause(outline.items[$0]) }
    }

    private static func isClause(_ item: Outline.Item) -> Bool {
        if item.text.isEmpty { return false }
        switch item.kind {
        case .section, .heading: return false
        case .appendix: return !item.hasChildren
        case .number, .bracketed, .letter, .bullet, .paragraph: return !item.hasChildren || !item.isHeading && item.listHead != item.text
        }
    }

    var unplaced: [(line: Int, reason: Outline.Reason)] { outline.unplaced }

    /// The clauses that have a rule to review.
    var withRules: [Int] { clauses.filter { left[$0] == nil && rules[$0] != nil } }

    /// The policy's text, laid out; every line of it is one that the language reads.
    mutating func text(_ limits: ScriptLimits) -> String {
        for k in clauses {
            let found = readRules(of: k)
            if !found.isEmpty { rules[k] = found }
        }
        // What closes the last item of a list may be said of them all.
        let read = clauses.filter { rules[$0] != nil && listHead(of: $0) != nil }
        let tailed = tailed(Set(read.compactMap { outline.items[$0].parent }))
        for k in read where outline.items[k].parent.map(tailed.contains) ?? false { left[k] = .rules }
        // What is wrong is in single clauses, as two names that look alike; whatever it is, the file has no mistake.
        for round in 0..<4 {
            let text = Formatter(grammar: Sfm.grammar, limits: limits.syntax).format(SourceFile(name: "", text: draft)).text ?? draft
            let wrong = mistaken(text, limits)
            if wrong.isEmpty { return text }
            for k in round < 2 ? wrong : clauses { left[k] = left[k] == nil && round != 3 ? .rules : .words }
        }
        return draft
    }

    /// The clauses in which something is wrong.
    private func mistaken(_ text: String, _ limits: ScriptLimits) -> [Int] {
        var loader = ScriptLoader(limits: limits, path: "")
        var library = Library()
        let script = loader.load(SourceFile(name: "", text: text), library: &library)
        let lines = Set(script.diagnostics.filter { $0.severity == .error }.map { script.sources[0].line(of: Int($0.span.lower)) })
        guard !lines.isEmpty else { return [] }
        var (wrong, clause) = (Set<Int>(), 0)
        for (k, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if Self.opensClause(line) { clause += 1 }
            if lines.contains(k + 1) { wrong.insert(min(max(clause, 1), clauses.count) - 1) }
        }
        return wrong.isEmpty ? clauses : wrong.sorted().map { clauses[$0] }
    }

    private static func opensClause(_ line: Substring) -> Bool {
        ["  clause ", "  пункт ", "  прил. "].contains(where: line.hasPrefix)
    }
}

// MARK: - Rules

extension PolicyFromText {
    /// The rules of a clause whose every sentence says one plainly.
    private func readRules(of k: Int) -> [(sentence: String, line: String)] {
        let item = outline.items[k]
        guard !item.hasChildren, !isExcepted(k), item.text.utf8.count <= Self.longest, mayStandAlone(k) else { return [] }
        let namesNobody = !outline.ancestors(of: k).contains { $0.isHeading && RoleWords.names($0.text) }
        var sentences = Sentences.all(of: item.text)
        if let head = listHead(of: k) {
            guard sentences.count == 1, let parent = item.parent, !limited.contains(parent) else { return [] }
            // «The moderator may: not delete messages»: whether it may not or need not nobody knows.
            if ["not", "не"].contains(NormWords.folded(item.text).split(separator: " ").first.map(String.init) ?? "") { return [] }
            if NormWords.hasNorm(head) || !NormWords.isNeutral(head) {
                guard !NormWords.hasNorm(item.text) else { return [] }
                sentences = [head.trimmed(of: ": ") + " " + item.text]
            }
        }
        var out: [(sentence: String, line: String)] = []
        for sentence in sentences {
            guard let line = PlainSentence.rule(of: sentence, namesNobodyAbove: namesNobody) else { return [] }
            out.append((sentence, line))
        }
        return out
    }

    /// Those of some lists whose last item goes on.
    private func tailed(_ lists: Set<Int>) -> Set<Int> {
        var last: [Int: Int] = [:]
        for k in outline.items.indices { if let parent = outline.items[k].parent, lists.contains(parent) { last[parent] = k } }
        return Set(last.filter { rules[$0.value] == nil && hasTail($0.value) }.keys)
    }

    /// Whether the last item of a list says one norm plainly and then something more.
    private func hasTail(_ k: Int) -> Bool {
        guard let head = listHead(of: k) else { return false }
        let words = outline.items[k].text.split(separator: " ")
        guard words.count < 60 else { return true }
        return words.indices.dropFirst().contains { end in
            PlainSentence.rule(of: head.trimmed(of: ": ") + " " + words[..<end].joined(separator: " "), namesNobodyAbove: true) != nil
        }
    }

    private static let longest = 1500

    private func isExcepted(_ k: Int) -> Bool {
        !excepted.isEmpty
            && ([outline.items[k]] + outline.ancestors(of: k)).contains { item in
                if case .number(let parts) = item.kind { excepted.contains(parts.map(String.init).joined(separator: ".")) } else { false }
            }
    }

    private static func excepted(_ outline: Outline) -> Set<String> {
        var out: Set<String> = []
        for paragraph in outline.items.lazy.flatMap(\.paragraphs) where NormWords.takesBack(paragraph) {
            let words = paragraph.lowercased().replacing("п.", with: "п. ").split(separator: " ")
            for (word, number) in zip(words, words.dropFirst()) where NormWords.clauses.contains(String(word)) {
                out.insert(String(number).trimmed(of: ".,;:()"))
            }
        }
        return out
    }

    /// Whether what stands above says no more than what it is about: «При нарушении правил», «На уроках» limit what is below. Of the list that an
    /// item is in it is the words before the colon that count.
    private func mayStandAlone(_ k: Int) -> Bool {
        let item = outline.items[k]
        return outline.ancestors(of: k).enumerated().allSatisfy { depth, above in
            if above.isHeading { return NormWords.isNeutral(above.text) }
            guard let head = above.listHead else { return depth > 0 || !item.kind.isListed }
            return depth == 0 || !NormWords.hasNorm(head) && NormWords.isNeutral(head)
        }
    }

    /// What the list that an item is in begins with, «Ученикам запрещается:».
    private func listHead(of k: Int) -> String? { outline.items[k].parent.flatMap { outline.items[$0].listHead } }

    /// The lists in which something, or behind which something, may be about the rest of them.
    private static func limited(_ outline: Outline) -> Set<Int> {
        var out = Set(outline.items.indices.filter { outline.items[$0].hasTail })
        for item in outline.items {
            guard let parent = item.parent else { continue }
            let text = NormWords.folded(item.text.prefix(40))
            if NormWords.limits.contains(where: text.hasPrefix) || item.kind == .bullet && item.text.hasSuffix(":") { out.insert(parent) }
        }
        return out
    }
}

// MARK: - Lines

extension PolicyFromText {
    private var draft: String {
        var out = opening
        let isClause = Set(clauses)
        for (k, item) in outline.items.enumerated() {
            if isClause.contains(k) { out += clause(k) } else if !item.text.isEmpty || item.kind.isSection { out += ["", "  # \(heading(item))"] }
        }
        out.append(language("end", "конец"))
        return out.joined(separator: "\n") + "\n"
    }

    private var opening: [String] {
        let title = Self.quoted(name, language)
        return language(
            [
                "# \(name). Read from \(source); the titles and notes are the text's own words.",
                "# A rule below “\(ReviewMark.word(.english))” was read out of that sentence: compare the two and strike the line out.",
                "policy \(title)", "  title \(title)",
            ],
            [
                "# \(name). Прочитано из \(source); названия пунктов и примечания взяты из самого текста.",
                "# Правило под строкой «\(ReviewMark.word(.russian))» прочитано из этой фразы: сверьте их и вычеркните строку.",
                "порядок \(title)", "  название \(title)",
            ])
    }

    private func clause(_ k: Int) -> [String] {
        let item = outline.items[k]
        let id = names.ids[k]
        let head = language("clause \(id)", id.hasPrefix("app.") ? "прил. \(id.dropFirst(4))" : "пункт \(id)")
        let note = language("note", "примечание")
        if left[k] == .words {
            let place = language("line \(item.line) of the text", "строка \(item.line) текста")
            return ["  \(head) \"\(place)\"", "    \(note) \"\(NotYet.words(language))\""]
        }
        let title = title(of: k)
        var out = ["  \(head) \(Self.quoted(title, language))"]
        if left[k] == nil, let rules = rules[k] {
            for rule in rules {
                out += [
                    "    # \(ReviewMark.word(language)): \(language("“", "«"))\(Self.short(rule.sentence.trimmed(of: " ;,"), 160))\(language("”", "»"))",
                    "    \(rule.line)",
                ]
            }
        } else {
            var text = item.text
            if let head = listHead(of: k) { text = Self.short(head, 300) + " " + text }
            let isSaid = Self.bare(text) == Self.bare(title)
            let says = isSaid ? "" : ": " + Self.short(text, 500)
            out.append("    \(note) \(Self.quoted(NotYet.words(language) + says, language))")
        }
        if let origin = names.origins[k] { out.append("    \(note) \(Self.quoted(origin[language], language))") }
        return out
    }

    /// With the words that its list begins with, where both are short: «Ученикам запрещается писать ночью».
    private func title(of k: Int) -> String {
        let own = outline.items[k].text
        guard let head = listHead(of: k), head.utf8.count + own.utf8.count <= 2 * ShortTitle.longest, NormWords.hasNorm(head) else {
            return ShortTitle.of(own)
        }
        return ShortTitle.of(head.trimmed(of: ": ") + " " + own)
    }

    private func heading(_ item: Outline.Item) -> String {
        let number: String
        switch item.kind {
        case .section(let name):
            // «раздел2»
            let word = name.prefix { $0.isLowercase }
            let shown = word.isEmpty ? name : word.prefix(1).uppercased() + word.dropFirst() + " " + name.dropFirst(word.count)
            number = item.text.isEmpty ? shown : shown + ". "
        case .appendix(let n):
            let goesOn = item.text.first?.isLowercase == true
            number = language("Appendix \(n)", "Приложение \(n)") + (item.text.isEmpty ? "" : goesOn ? " " : ". ")
        case .number(let parts): number = parts.map(String.init).joined(separator: ".") + ". "
        case .bracketed(let n): number = "\(n)) "
        case .letter(let letter): number = letter + ") "
        case .bullet: number = "— "
        case .heading, .paragraph: number = ""
        }
        return number + Self.short(item.text, 140)
    }

    /// What a title and its text have to have in common to say the same.
    private static func bare(_ text: String) -> String { text.replacing(":", with: "").trimmed(of: ".;, ").lowercased() }

    /// The text, or its beginning up to the end of a word.
    private static func short(_ text: String, _ most: Int) -> String {
        let text = text.trimmed(of: " ")
        guard let end = text.index(text.startIndex, offsetBy: most, limitedBy: text.endIndex), end != text.endIndex else { return text }
        let head = text[..<end]
        return String(head[..<(head.lastIndex(of: " ") ?? end)]).trimmed(of: ",;: ") + "…"
    }

    /// In the language's quotes, with the quotes of the text within as print has them.
    private static func quoted(_ text: String, _ language: Language) -> String {
        var out = ""
        var isOpen = false
        for sign in text {
            switch sign {
            case "\"":
                out += isOpen ? language("”", "»") : language("“", "«")
                isOpen.toggle()
            case "\\": out += "\\\\"
            default: out.append(sign)
            }
        }
        return "\"\(out)\""
    }
}
