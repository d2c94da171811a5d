import SfmTerms

/// The phrases of a form as people type them: heads, labels, predicates; for completion and help.
public enum FormPhrases {
    /// What may begin a statement: «заблокировать», `create chat`.
    public static func heads(of forms: Forms) -> [String] {
        templates(forms).compactMap { template in
            if case .slot(.target, _, _)? = template.elements.first { return nil }
            return phrase(template.shape.head)
        }.unique
    }

    /// What may follow a person: «нарушил правила», `is blocked`.
    public static func predicates(of forms: Forms) -> [String] {
        templates(forms).compactMap { template in
            guard case .slot(.target, _, _)? = template.elements.first else { return nil }
            return phrase(Template(elements: Array(template.elements.dropFirst())).shape.head)
        }.unique
    }

    /// The labels with what belongs behind each.
    public static func labels(of forms: Forms) -> [(text: String, note: Text)] {
        var out: [(text: String, note: Text)] = []
        for template in templates(forms) {
            for part in template.shape.parts {
                guard let text = phrase(part.label), !out.contains(where: { $0.text == text }) else { continue }
                var note = Text("", "")
                if case .slot(let slot, _, _)? = part.slot { note = slot.description }
                out.append((text, note))
            }
        }
        return out
    }

    private static func templates(_ forms: Forms) -> [Template] { (forms.english + forms.russian).map(Template.init) }

    private static func phrase(_ elements: [Template.Element]) -> String? {
        let words = elements.compactMap { element -> String? in
            if case .word(let words) = element { words[0] } else { nil }
        }
        return words.isEmpty || words == ["—"] ? nil : words.joined(separator: " ")
    }
}
