import SfmRuntime
import SfmSyntax
import SfmTerms

/// People and places as a question names them.
extension PromptLine {
    /// Who would do something: by name, by a role, or by both.
    struct Doer: Sendable {
        var handle: Name?
        var role: (role: Role, span: Span)?

        var asked: AskedDoer? {
            handle.map { .named($0.text, $0.span) } ?? role.map { .role($0.role, $0.span) }
        }
    }

    mutating func passComma() { if isAtComma { advance() } }

    /// «модератор @оля», «@оля», «модератор».
    mutating func doer() -> Doer? {
        var doer = Doer()
        let found = attempt { line in
            _ = line.accept(anyOf: ["the", "a", "an"])
            doer.role = line.roleNoun()
            line.passComma()
            doer.handle = line.handle()
            return doer.handle != nil || doer.role != nil ? true : nil
        }
        return found == nil ? nil : doer
    }

    /// A role in any case and number.
    private mutating func roleNoun() -> (role: Role, span: Span)? {
        for (lemmas, role) in Self.roles where startsWith(lemmas) {
            let first = span
            var last = first
            for _ in lemmas {
                last = span
                advance()
            }
            return (role, first.union(last))
        }
        return nil
    }

    private static let roles: [(lemmas: [UInt32], role: Role)] = RoleNoun.table.flatMap { noun in
        noun.phrases.compactMap { phrase -> (lemmas: [UInt32], role: Role)? in
            let lemmas = phrase.split(separator: " ").map { UInt32(Sfm.grammar.lexicon.find(String($0))) }
            return lemmas.contains(0) ? nil : (lemmas, noun.role)
        }
    }.sorted { $0.lemmas.count > $1.lemmas.count }

    /// The name of a chat or a group, in quotation marks or as the rest of the line.
    mutating func placeName() -> Name? {
        if let quoted = string() { return quoted }
        return isAtHandle ? nil : remainder()
    }

    /// With or without the full stop of «п.».
    mutating func clauseNumber() -> Name? {
        passFullStop()
        return clauseID()
    }

    /// Whether the words of an act stand here.
    var beginsAct: Bool {
        guard !atEnd else { return false }
        var parser = Parser(grammar: Sfm.grammar)
        return parser.beginsAct(source, at: Int(span.lower))
    }
}
