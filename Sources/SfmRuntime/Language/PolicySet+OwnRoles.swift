import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension PolicySet {
    /// Why somebody cannot have a role of a policy's own: it is for people of one role, or no policy in force knows it.
    func obstacle(toRole own: Text, of person: PersonID, _ chat: ChatID, in world: World) -> UnmetPrecondition? {
        guard let word = words.find(.role, own.en), case .role(let base) = word.meaning else {
            return UnmetPrecondition(Text("no policy in force knows such a role", "ни один действующий порядок не знает такой роли"))
        }
        guard !world.roles(of: person, chat: chat).has(base) else { return nil }
        let noun = RoleNoun.of(base)
        return UnmetPrecondition(
            Text("“\(own.en)” is for somebody who is \(noun.withArticle)", "«\(own.ru)» — только для того, кто \(noun.inflected(.russian))"))
    }
}
