import SfmRuntime
import SfmSyntax
import SfmTerms

extension SpokenQuestion {
    /// The command of a line that is put like one of the table; `nil` where none fits to its last word.
    static func read(_ source: SourceFile) -> PromptCommand? {
        // No question is as long.
        guard source.bytes.count <= 2000, let line = try? PromptLine(source), let first = line.word,
            let rows = index[first] ?? (line.isAtHandle ? index[""] : nil)
        else { return nil }
        for row in rows {
            if let found = row.wording.match(line), let command = table[row.question].command(found) { return command }
        }
        return nil
    }

    private struct Row: Sendable {
        let question: Int
        let wording: Wording
    }

    /// The wordings by the words that they may begin with.
    private static let index: [String: [Row]] = {
        var out: [String: [Row]] = [:]
        for (k, question) in table.enumerated() {
            for text in question.en + question.ru {
                let wording = Wording(text)
                for first in wording.firstWords { out[first, default: []].append(Row(question: k, wording: wording)) }
            }
        }
        return out
    }()

    /// A row of the table taken apart.
    struct Wording: Sendable {
        indirect enum Part: Sendable {
            /// One of several phrases.
            case words([[String]])
            case optional([Part])
            case slot(Slot)
        }

        enum Slot: String, Sendable {
            case who, act, name, clause, policy
        }

        let parts: [Part]

        init(_ text: String) {
            var rest = Substring(text)
            parts = Self.parts(&rest)
        }

        private static func parts(_ rest: inout Substring) -> [Part] {
            var out: [Part] = []
            while let first = rest.first {
                switch first {
                case " ": rest.removeFirst()
                case "[":
                    rest.removeFirst()
                    out.append(.optional(parts(&rest)))
                case "]":
                    rest.removeFirst()
                    return out
                case "{":
                    let name = rest.dropFirst().prefix { $0 != "}" }
                    rest = rest.dropFirst(name.count + 2)
                    out.append(.slot(Slot(rawValue: String(name)) ?? .name))
                default:
                    let word = rest.prefix { $0 != " " && $0 != "]" && $0 != "[" }
                    rest = rest.dropFirst(word.count)
                    out.append(.words(word.split(separator: "|").map { $0 == "'" ? ["'"] : PhraseIndex<ReplWord>.words(String($0).replacing("_", with: " ")) }))
                }
            }
            return out
        }

        /// A person's handle may begin it: "".
        var firstWords: Set<String> { Self.firstWords(parts[...]) }

        private static func firstWords(_ parts: ArraySlice<Part>) -> Set<String> {
            switch parts.first {
            case .words(let phrases): return Set(phrases.map { $0[0] })
            case .optional(let inner): return firstWords(inner[...]).union(firstWords(parts.dropFirst()))
            case .slot: return [""]
            case nil: return []
            }
        }

        /// What a line says by this wording, if it is read to its end.
        func match(_ line: PromptLine) -> Found? { Self.match(parts[...], line, Found()) }

        /// The longest way first: what may be left out is left out where the rest does not fit behind it.
        private static func match(_ parts: ArraySlice<Part>, _ before: PromptLine, _ found: Found) -> Found? {
            guard let first = parts.first else { return before.atEnd ? found : nil }
            let rest = parts.dropFirst()
            var line = before
            line.passComma()
            switch first {
            case .optional(let inner): return match(inner + rest, line, found) ?? match(rest, line, found)
            case .words(let phrases):
                for phrase in phrases.sorted(by: { $0.count > $1.count }) {
                    var next = line
                    if next.accept(phrase), let whole = match(rest, next, found) { return whole }
                }
                return nil
            case .slot(let slot):
                var found = found
                return take(slot, &line, &found) ? match(rest, line, found) : nil
            }
        }

        private static func take(_ slot: Slot, _ line: inout PromptLine, _ found: inout Found) -> Bool {
            switch slot {
            case .who: found.who = line.doer()
            case .name: found.name = line.placeName()
            case .policy: found.policy = line.string()
            case .clause: found.clause = line.clauseNumber()
            case .act:
                guard line.beginsAct else { return false }
                found.act = try? line.act(by: found.who)
                return found.act != nil
            }
            switch slot {
            case .who: return found.who != nil
            case .name: return found.name != nil
            case .policy: return found.policy != nil
            case .clause: return found.clause != nil
            case .act: return true
            }
        }
    }
}
