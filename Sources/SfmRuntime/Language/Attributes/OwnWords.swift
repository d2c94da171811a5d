import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Attribute {
    /// Of which kinds of the policy's own a message is.
    static let messageKind = Attribute(
        AttributeForms(
            "messageKind", name: Text("kind of message", "вид сообщения"), readAs: .quoted("mood"),
            .word(
                rule: .init(Text("message is", "сообщение"), no: Text("message is not", "сообщение не")),
                sentence: .init(Text("the message is", "сообщение —"), no: Text("the message is not", "сообщение — не")))),
        heading: Text("kind of message", "вид сообщения"), .words({ c, _, _ in c.kinds }))

    /// Of which kind the person's last violation in the chat was.
    static let violationKind = Attribute(
        AttributeForms(
            "violationKind", name: Text("kind of violation", "вид нарушения"), readAs: .quoted("violations"),
            .word(
                rule: .init(Text("violation is", "нарушение"), no: Text("violation is not", "нарушение не")),
                sentence: .init(Text("the last violation is", "последнее нарушение —"), no: Text("the last violation is not", "последнее нарушение — не")))),
        heading: Text("kind of violation", "вид нарушения"), concerns: .target, isAsked: { $0.contains(.target) && $0.contains(.chat) },
        .words({ c, w, _ in
            guard c.target != .absent, c.chat != .absent else { return [] }
            return w[chat: c.chat][c.target]?.violationKind.map { [$0] } ?? []
        }))

    /// Whether the person concerned bears a mark of the policy's own, as such or in the chat.
    static let targetMark = Attribute(
        AttributeForms(
            "targetMark", name: Text("mark of target", "отметка лица"), readAs: .targetHas,
            .word(
                rule: .init(Text("target has", "у лица есть"), no: Text("target has no", "у лица нет")),
                sentence: .init(Text("that person has", "у лица есть"), no: Text("that person has no", "у лица нет")))),
        heading: Text("marks", "отметки"), concerns: .target, isAsked: \.haveTarget,
        .marked({ c, w, mark in w.has(mark, c.target) || c.chat != .absent && w.has(mark, c.target, in: c.chat) }))

    static let actorMark = Attribute(
        AttributeForms(
            "actorMark", name: Text("mark of actor", "отметка исполнителя"), readAs: .actorHas,
            .word(
                rule: .init(Text("actor has", "у исполнителя есть"), no: Text("actor has no", "у исполнителя нет")),
                sentence: .init(Text("whoever acts has", "у того, кто действует, есть"), no: Text("whoever acts has no", "у того, кто действует, нет")))),
        heading: Text("marks of who acts", "отметки исполнителя"), concerns: .actor, isAsked: { _ in true },
        .marked({ c, w, mark in w.has(mark, c.actor) || c.chat != .absent && w.has(mark, c.actor, in: c.chat) }))

    static let chatMark = Attribute(
        AttributeForms(
            "chatMark", name: Text("mark of chat", "отметка чата"), readAs: .chatHas,
            .word(
                rule: .init(Text("chat has", "у чата есть"), no: Text("chat has no", "у чата нет")),
                sentence: .init(Text("the chat has", "у чата есть"), no: Text("the chat has no", "у чата нет")))),
        heading: Text("marks of the chat", "отметки чата"), isAsked: \.haveChat, .marked({ c, w, mark in w.has(mark, c.chat) }))
}
