import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Attribute {
    /// Whether a subject of teaching is stated.
    static let subjectStated = Attribute(
        AttributeForms(
            "subjectStated", en: ["subject stated", "subject"], ru: ["предмет указан", "предмет"], shown: "предмет указан",
            .flag(
                rule: .init(Text("subject is stated", "предмет указан"), no: Text("subject is not stated", "предмет не указан")),
                sentence: .init(
                    Text("a subject is stated", "предмет указан"),
                    no: Text("no subject is stated", "предмет не указан")))),
        heading: Text("subject", "учебный предмет"), says: .subject,
        .flag({ c, _, _ in c.subject != .absent }))
}
