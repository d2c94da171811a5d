import SfmPolicy
import SfmTerms

/// The table of coverage in words: in the terminal and in the report.
extension Coverage {
    package static func heads(_ language: Language) -> [String] {
        language == .english
            ? ["clause", "kind", "allowed", "refused", "met", "breached", "impossible", "shown"]
            : ["пункт", "вид", "разр.", "отказ", "исполн.", "наруш.", "невозм.", "подтв."]
    }

    /// The same where there is room.
    static func wholeHeads(_ language: Language) -> [String] {
        language == .english
            ? ["clause", "kind", "allowed", "refused", "duty met", "duty breached", "impossible", "shown"]
            : ["пункт", "вид", "разрешено", "отказано", "исполнено", "нарушено", "невозможно", "подтверждено"]
    }

    package static func name(_ kind: ClauseKind, _ language: Language) -> String {
        guard language == .russian else { return kind.rawValue }
        switch kind {
        case .info: return "сведения"
        case .power: return "полномочие"
        case .prohibition: return "запрет"
        case .duty: return "обязанность"
        case .standing: return "постоянная"
        case .liberty: return "право"
        case .mechanic: return "устройство"
        }
    }
}

extension Coverage.Row {
    /// What stands under the heads.
    package func cells(_ language: Language) -> [String] {
        let c = counts
        return [clause.id, Coverage.name(clause.kind, language)]
            + [c.allowed, c.refused, c.dutiesMet, c.dutiesBreached, c.impossible, c.confirmed].map(String.init)
    }
}
