import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Attribute {
    /// Whether more than half of the members are for an answer.
    static let majority = Attribute(
        AttributeForms(
            "majority", name: Text("outcome of a poll", "итог опроса"), readAs: .majority,
            .flag(
                rule: .init(
                    Text("a poll has more than half of the members", "в опросе более половины участников"),
                    no: Text("no poll has it", "в опросе не более половины")),
                sentence: .init(
                    Text("more than half are for it", "за это более половины"), no: Text("not more than half are for it", "за это не более половины")))),
        heading: Text("outcome of a poll", "итог опроса"), isAsked: \.haveChat, .flag({ _, _, _ in false }))
}
