import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Attribute {
    static let actorMark = Attribute(
        AttributeForms(
            "actorMark", name: Text("mark of actor", "отметка исполнителя"), readAs: .actorHas,
            .word(
                rule: .init(Text("actor has", "у исполнителя есть"), no: Text("actor has no", "у исполнителя нет")),
                sentence: .init(
                    Text("whoever acts has the mark", "у исполнителя есть отметка"), no: Text("whoever acts has no mark", "у исполнителя нет отметки")))),
        heading: Text("marks of who acts", "отметки исполнителя"), concerns: .actor, isAsked: { _ in true },
        .marked({ c, w, mark in w.has(mark, c.actor) || c.chat != .absent && w.has(mark, c.actor, in: c.chat) }))
}
