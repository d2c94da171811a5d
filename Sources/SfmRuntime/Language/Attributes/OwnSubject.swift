import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Attribute {
    /// Whether the chat is on a subject that its creator teaches in that group.
    static let ownSubject = Attribute(
        AttributeForms(
            "ownSubject", en: ["subject own"], ru: ["предмет свой"], shown: "предмет свой",
            .flag(
                rule: .init(Text("subject is own", "предмет свой"), no: Text("subject is not own", "предмет не свой")),
                sentence: .init(
                    Text("whoever acts teaches that group the subject", "исполнитель ведёт в группе этот предмет"),
                    no: Text("whoever acts does not teach that group the subject", "исполнитель не ведёт в группе этот предмет")))),
        heading: Text("own subject", "свой предмет"), concerns: .actor,
        .flag({ c, w, _ in
            let teaches = w[person: c.actor].teaches
            // What is not known of somebody's subjects and groups speaks against nobody.
            return c.subject == .absent || teaches.isEmpty || teaches.contains {
                ($0.subject == .absent || $0.subject == c.subject) && (c.group == .absent || $0.group == .absent || $0.group == c.group)
            }
        }))
}
