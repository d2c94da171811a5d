import SfmRuntime
import SfmSyntax
import SfmTerms

/// The journal of a session at a terminal: begun, or gone on with, and what is said about it.
enum Journaling {
    /// `nil` where there is no place to keep one.
    static func begin(_ repl: inout Repl, _ environment: Environment) -> Journal? {
        let console = environment.console
        guard let folder = console.stateFile("journal") else {
            console.report(repl.language("the session is not kept: there is no HOME\n", "сеанс не сохраняется: нет домашней папки (HOME)\n"))
            return nil
        }
        let left = Journal.abandoned(in: folder)
        if environment.options.resumes {
            guard let last = left.last, let (journal, contents) = Journal.resume(last.path) else {
                console.tell(nothing(Journal.nothing(in: folder), folder, repl))
                return Journal(folder: folder, root: FileStore.absolute("."))
            }
            return resume(journal, contents, &repl, folder, console)
        }
        if let last = left.last { console.tell(offer(last, left.count, repl)) }
        return Journal(folder: folder, root: FileStore.absolute("."))
    }

    /// Why there is nothing to go on with, and what can be done.
    private static func nothing(_ why: Journal.Nothing, _ folder: String, _ repl: Repl) -> SafeText {
        let (en, ru): (SafeText, SafeText) =
            switch why {
            case .none:
                (
                    "There is no journal of a session that did not end well: an ordinary end removes it (they are kept in \(folder)).",
                    "Журнала прерванного сеанса нет: при обычном завершении он удаляется (журналы лежат в \(folder))."
                )
            case .empty(let path):
                (
                    "The journal is empty, as nothing was done in that session; it can be deleted: \(path)",
                    "Журнал пуст: в том сеансе ничего не сделано; файл можно удалить: \(path)"
                )
            case .foreign(let path):
                (
                    "This is not a journal of sfm, put it elsewhere: \(path)\nA script is loaded by: load \"FILE\"",
                    "Это не журнал sfm, перенесите файл в другое место: \(path)\nСценарий загружает команда: загрузить \"ФАЙЛ\""
                )
            }
        return repl.language("\(en)\nA fresh session begins.\n", "\(ru)\nНачат новый сеанс.\n")
    }

    private static func offer(_ last: Journal.Abandoned, _ count: Int, _ repl: Repl) -> SafeText {
        let lines = Plural.entry.counted(last.records, repl.language)
        let others: SafeText = count > 1 ? repl.language(", and \(count - 1) older", ", и более старых: \(count - 1)") : ""
        return repl.language(
            "A session that did not end well is kept (\(lines)\(others)); to go on with it: sfm --resume\n",
            "Остался прерванный сеанс (\(lines)\(others)); продолжить его: sfm --resume\n")
    }

    /// Does again what the journal holds. One that cannot be followed is set aside whole, and the session begins afresh.
    private static func resume(_ journal: Journal, _ contents: JournalContents, _ repl: inout Repl, _ folder: String, _ console: Console) -> Journal {
        let fresh = repl
        repl.move(to: contents.folder)
        let followed = contents.records.prefix { repl.replay($0) }.count
        guard contents.damagedLine == nil, followed == contents.records.count else {
            repl = fresh
            let kept = journal.setAside() ?? ""
            let place: SafeText =
                contents.damagedLine.map { repl.language("line \($0)", "строка \($0)") } ?? repl.language("entry \(followed + 1)", "запись \(followed + 1)")
            console.tell(
                repl.language(
                    "The journal cannot be followed (\(place)); it is kept as \(kept). A fresh session begins.\n",
                    "Журнал не воспроизводится (\(place)); он сохранён как \(kept). Начат новый сеанс.\n"))
            return Journal(folder: folder, root: FileStore.absolute("."))
        }
        console.tell("\(repl.good)\(repl.language("gone on with: ", "продолжен сеанс: "))\(Plural.entry.counted(followed, repl.language))\n")
        if let torn = contents.torn {
            let shown = SafeText(Sanitizer.cut(torn, to: 80))
            console.tell(
                repl.language("  left out, as it was not written to its end: \(shown)\n", "  не учтено, так как записано не до конца: \(shown)\n"))
        }
        return journal
    }
}

extension Plural {
    fileprivate static let entry = Plural("entry", "entries", ru: "запись", "записи", "записей")
}
