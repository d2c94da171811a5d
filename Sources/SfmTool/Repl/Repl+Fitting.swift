import SfmModel
import SfmRuntime
import SfmSyntax
import SfmTerms

/// What fits at a place of the conversation, for whoever is stuck.
extension Repl {
    /// A mistake as the prompt tells it: help is a word there and no command of the shell, and a few lines that fit come before it.
    func atPrompt(_ diagnostic: Diagnostic) -> Diagnostic {
        var copy = diagnostic
        copy.help = copy.help.flatMap { help -> [Text] in
            guard help == Diagnostic.seeHelp else { return [help] }
            return [Text("what fits here: ", "здесь подойдёт: ") + Text.joined(fitting, "; "), Text("what can be said: help", "что можно сказать: помощь")]
        }
        return copy
    }

    /// Two or three lines that fit, with the names that are known.
    var fitting: [Text] {
        if isInBlock, openBlocks.isOpen { return fittingInBlock }
        let world = session.interpreter.world
        guard session.interpreter.hasPolicy else {
            return [Text("use policy \"koshdo-2024\"", "применить порядок \"koshdo-2024\""), Text("show policies", "показать порядки")]
        }
        guard !world.people.isEmpty else {
            return [
                Text("given school \"School 5\" with admin @anna", "дано школа \"Школа 5\" с администратором @анна"),
                Text("show clauses", "показать пункты"),
            ]
        }
        let names = session.interpreter.names
        let people = world.people.map { names[$0.name] }
        guard let chat = world.chats.first(where: { !$0.isDeleted }) else {
            let student = Text(same: people[people.count - 1])
            return [
                Text("given chat \"7B\" for students of group \"7B\"", "дано чат \"7Б\" для учеников группы \"7Б\""),
                Text("what can ", "что может ") + student + Text(same: "?"), Text("show people", "показать людей"),
            ]
        }
        let name = FormPrinter.source(names[chat.name])
        let member = chat.members.sorted().first.map { names[world[person: $0].name] } ?? people[0]
        return [
            Text("\(member): post \"…\" in chat \(name)", "\(member): написать \"…\" в чате \(name)"),
            Text("what can \(member) do?", "что может \(member)?"), Text("show duties", "показать обязанности"),
        ]
    }

    private var fittingInBlock: [Text] {
        let context = BlockContext(pending)
        guard context.isPolicy else {
            return [
                Text("given student @name in group \"7B\"", "дано ученик @имя в группе \"7Б\""),
                Text("expect denied: @name: …", "ожидаем отказ: @имя: …"), Text("end", "конец"),
            ]
        }
        guard context.hasClause else { return [Text("clause 1 \"…\"", "пункт 1 \"…\""), Text("help clause", "помощь пункт"), Text("end", "конец")] }
        return [
            Text("permit block by moderator when violations > 3", "разрешено модератору блокировать, если нарушений более 3"),
            Text("note \"…\"", "примечание \"…\""), Text("help rule", "помощь правило"),
        ]
    }
}
