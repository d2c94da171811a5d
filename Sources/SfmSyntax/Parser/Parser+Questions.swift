import SfmTerms

/// Who a question says would do an act.
public enum AskedDoer: Sendable {
    case named(String, Span)
    case role(Role, Span)
}

/// Lines of a conversation that hold more than a script's, such as an act behind "why not".
extension Parser {
    /// Parses what stands in a text from a byte on as one act in the infinitive, as after "why not" and "who can"; question marks may close it.
    ///
    /// `doer` is who would do it, named by the words before; otherwise the act itself may name one.
    public mutating func parseAct(_ source: SourceFile, from start: Int = 0, by doer: AskedDoer? = nil) -> ActNode? {
        begin(source)
        dropClosingMarks()
        while Int(token.lower) < start, !atLineEnd { i += 1 }
        let act: ActNode?
        if let doer {
            let actor: PersonNode =
                switch doer {
                case .named(let handle, let span): .handle(names.intern(handle), span)
                case .role(let role, let span): .role(role, span)
                }
            act = parseAct(actor: actor, root: grammar.roots.ruleHeads)
        } else if at(.handle), tokens[i + 1].kind == .colon {
            act = parseActWithActor()
        } else {
            act = parseAct(actor: nil, root: grammar.roots.ruleHeads)
        }
        if act != nil, diagnostics.isEmpty { endQuestion() }
        return act
    }

    /// Whatever stands behind the act is a mistake, on this line or below.
    private mutating func endQuestion() {
        if atLineEnd { skipBlankLines() }
        if !at(.end) { diagnostics.append(rest()) }
    }

    private mutating func dropClosingMarks() {
        guard var end = tokens.firstIndex(where: { $0.kind == .newline }) else { return }
        while end > 0, tokens[end - 1].kind == .question {
            tokens.remove(at: end - 1)
            end -= 1
        }
    }

    /// How many words of a text belong to the act or the keyword that it begins with; 0 where it begins with neither.
    public mutating func headLength(of source: SourceFile) -> Int {
        begin(source)
        let ends = [keyword(.steps)?.next, keyword(.items)?.next, keyword(.decisions)?.next, match(grammar.roots.actHeads, at: 0)?.next]
        return ends.compactMap { $0 }.max() ?? 0
    }

    /// Whether an act begins at a byte of a text.
    public mutating func beginsAct(_ source: SourceFile, at start: Int) -> Bool {
        begin(source)
        guard let k = tokens.firstIndex(where: { Int($0.lower) >= start }) else { return false }
        return tokens[k].kind == .string || match(grammar.roots.ruleHeads, at: k) != nil || match(grammar.roots.actHeads, at: k) != nil
    }

    /// The acts whose words are all that stands from a byte of a text on: «создать чат».
    public mutating func bareActs(_ source: SourceFile, from start: Int) -> [Int] {
        begin(source)
        dropClosingMarks()
        while Int(token.lower) < start, !atLineEnd { i += 1 }
        guard let head = match(grammar.roots.ruleHeads, at: i), tokens[head.next].kind == .newline || tokens[head.next].kind == .end else { return [] }
        return grammar.phrases.hasSeveral(head.node) ? grammar.phrases.values(of: head.node).map { Int($0) } : [Int(value(head))]
    }
}
