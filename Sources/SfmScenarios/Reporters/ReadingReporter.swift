import SfmPolicy
import SfmRuntime
import SfmSyntax
import SfmTerms

/// `sfm show`, `show policy`: policies read back, clause by clause.
package struct ReadingReporter {
    private let language: Language
    private let width: Int

    package init(language: Language, width: Int = Wrap.width) { (self.language, self.width) = (language, width) }

    /// Whole policies, each once, behind each those that it extends.
    package func render(_ policies: [Policy]) -> SafeText {
        Self.withExtended(policies).map { whole(PolicyReading($0)) }.joined(separator: "\n")
    }

    /// The clauses of one number, of whichever of the policies have it.
    package func render(clause: String, of policies: [Policy]) -> SafeText {
        let all = Self.withExtended(policies)
        return all.flatMap { policy in
            PolicyReading(policy).clauses.filter { $0.id == clause }.map { clauseText($0, of: all.count > 1 ? policy.id : nil) }
        }.joined(separator: "\n")
    }

    /// A policy, then what it extends; none twice.
    package static func withExtended(_ policies: [Policy]) -> [Policy] {
        var out: [Policy] = []
        for policy in policies.flatMap({ $0.withExtended.reversed() }) where !out.contains(where: { $0 === policy }) { out.append(policy) }
        return out
    }

    private func whole(_ reading: PolicyReading) -> SafeText {
        let policy = reading.policy
        let id = policy.title[language] == policy.id ? "" : " (\(policy.id))"
        var out: SafeText = "\(title: policy.title[language])\(id)\n"
        for line in reading.head { out += wrapped(line[language]) }
        for clause in reading.clauses { out += "\n" + clauseText(clause, of: nil) }
        let notes = reading.clauses.filter(\.isNotesOnly).map(\.id)
        if !notes.isEmpty { out += "\n" + Wrap.wrapped(SafeText(NotesOnly.words(notes, of: reading.clauses.count, language)), indent: 0, width: width) }
        return out
    }

    private func clauseText(_ clause: PolicyReading.Clause, of policy: String?) -> SafeText {
        let title = clause.title[language]
        let cited = DecisionRenderer.cite(clause.id, of: policy, language)
        let head = SafeText(language(cited.prefix(1).uppercased() + cited.dropFirst(), cited))
        var out: SafeText = "\(head)\(title.isEmpty ? "" : ". \(title: title)")\n"
        for sentence in clause.sentences { out += wrapped(sentence[language]) }
        for list in clause.lists { out += wrapped(language("The list ", "Перечень ") + quoted(list.name) + ": " + list.items.joined(separator: ", ") + ".") }
        if clause.isNotesOnly { out += wrapped(PolicyReading.nothing[language]) }
        for note in clause.notes { out += wrapped(language("Note: ", "Примечание: ") + note[language]) }
        return out
    }

    private func quoted(_ name: String) -> String { language("“\(name)”", "«\(name)»") }

    private func wrapped(_ text: String) -> SafeText { Wrap.wrapped(SafeText(text), indent: 4, first: "  ", width: width) }

    // MARK: - For machines

    /// `{"policies":[…]}`, as README documents it; of one clause only that.
    package func json(_ policies: [Policy], clause: String? = nil) -> String {
        var json = JSONWriter()
        json.object { out in
            out.member("policies")
            out.array { out in
                for policy in Self.withExtended(policies) where clause.map({ id in policy.clauses.contains { $0.id == id } }) ?? true {
                    out.object { write(PolicyReading(policy), clause, &$0) }
                }
            }
        }
        return json.text + "\n"
    }

    private func write(_ reading: PolicyReading, _ wanted: String?, _ out: inout JSONWriter) {
        let policy = reading.policy
        string("id", policy.id, &out)
        string("title", policy.title[language], &out)
        if let (date, order) = policy.adopted {
            string("adopted", date.dayText, &out)
            if let order { string("order", order, &out) }
        }
        strings("head", reading.head.map { $0[language] }, &out)
        strings("extends", policy.extends.map(\.id), &out)
        let clauses = reading.clauses.filter { wanted == nil || $0.id == wanted }
        out.member("clauses")
        out.array { out in for clause in clauses { out.object { write(clause, &$0) } } }
        strings("notesOnly", clauses.filter(\.isNotesOnly).map(\.id), &out)
    }

    private func write(_ clause: PolicyReading.Clause, _ out: inout JSONWriter) {
        string("id", clause.id, &out)
        string("kind", clause.kind.rawValue, &out)
        string("title", clause.title[language], &out)
        strings("text", clause.sentences.map { $0[language] }, &out)
        out.member("lists")
        out.array { out in
            for list in clause.lists {
                out.object {
                    string("name", list.name, &$0)
                    strings("items", list.items, &$0)
                }
            }
        }
        strings("notes", clause.notes.map { $0[language] }, &out)
        out.member("notesOnly")
        out.bool(clause.isNotesOnly)
    }

    private func string(_ name: String, _ value: String, _ out: inout JSONWriter) {
        out.member(name)
        out.string(value)
    }

    private func strings(_ name: String, _ values: [String], _ out: inout JSONWriter) {
        out.member(name)
        out.array { out in for value in values { out.string(value) } }
    }
}
