import SfmSyntax
import SfmTerms

/// What a REPL understands besides the language.
package enum ReplWord: SessionWord {
    case help, show, whyNot, why, whoCan, whatCan, undo, redo, reset, load, save, edit, history, language, quit

    package static let table: [Entry] = [
        Entry(
            word: .help, en: ["help"], ru: ["помощь", "справка", "?", "как"],
            help: Text("what can be said, or more about a word", "что можно сказать; помощь СЛОВО — подробнее")),
        Entry(
            word: .show, en: ["show"], ru: ["показать", "покажи"],
            help: Text(
                "@x, " + ShowTopic.table.map { $0.en[0] }.joined(separator: ", "), "@x, " + ShowTopic.table.map { $0.ru[0] }.joined(separator: ", "))),
        Entry(
            word: .whyNot, en: ["why not", "why may not"], ru: ["почему нельзя", "почему запрещено", "почему можно", "почему разрешено"],
            help: Text("why an act would be refused: why not block @x for 1 month", "почему действие не разрешено: почему нельзя заблокировать @x на 1 месяц")),
        Entry(word: .why, en: ["why"], ru: ["почему", "почему отказ"], help: Text("the last decision in full", "последнее решение подробно")),
        Entry(
            word: .whoCan, en: ["who can", "who may"], ru: ["кто может", "кто вправе"],
            help: Text("who may do an act: who can block @x for 1 day", "кому разрешено: кто может заблокировать @x на 1 день")),
        Entry(
            word: .whatCan, en: ["what can", "what may"], ru: ["что может", "что вправе"],
            help: Text("what a person may do by the policy", "что порядок разрешает человеку")),
        Entry(
            word: .undo, en: ["undo"], ru: ["отменить", "отмена", "назад"],
            help: Text("take back the last line, or the last N", "отменить последнюю строку или последние N")),
        Entry(word: .redo, en: ["redo"], ru: ["вернуть", "возврат"], help: Text("do again what was taken back", "вернуть отменённое")),
        Entry(word: .reset, en: ["reset"], ru: ["сбросить", "начать заново"], help: Text("a fresh world", "начать с чистого листа")),
        Entry(word: .load, en: ["load"], ru: ["загрузить", "открыть"], help: Text("run a file's lines here", "исполнить строки файла")),
        Entry(
            word: .save, en: ["save"], ru: ["сохранить"],
            help: Text("the session as a test: save \"x.sfm\"", "записать сеанс сценарием: сохранить \"x.sfm\"")),
        Entry(
            word: .edit, en: ["edit"], ru: ["править"],
            help: Text("the block at hand, or the last one, in $EDITOR", "открыть блок (этот или последний) в редакторе $EDITOR")),
        Entry(word: .history, en: ["history"], ru: ["история"], help: Text("the lines accepted so far", "принятые строки")),
        Entry(word: .language, en: ["lang"], ru: ["язык"], help: Text("ru or en", "ru или en")),
        Entry(word: .quit, en: ["quit", "exit"], ru: ["выход", "выйти", "конец работы"], help: Text("leave", "закончить")),
    ]

    static let index = PhraseIndex(table)

    /// The word that a line begins with, with what follows; `nil` where the line is the language's own.
    package static func parse(_ line: String) -> (word: ReplWord, rest: String)? {
        guard !index.candidates(line).isEmpty, var words = try? PromptLine(SourceFile(name: "", text: line)) else { return nil }
        guard let word = words.begin(index, leavesToLanguage: { $0.leavesToLanguage($1) }) else { return nil }
        return (word, words.remainder()?.text ?? "")
    }

    /// Where the language has an act of the same words: `help @x` helps somebody, `help block` tells of blocking.
    func leavesToLanguage(_ line: PromptLine) -> Bool { self == .help && line.isAtHandle }

    /// The word that a line would begin with on the other keyboard layout, or but for a slip.
    static func near(_ line: String) -> (phrase: String, isLayout: Bool)? {
        let folded = fold(head(line, 400))
        for other in [KeyboardLayout.russian(folded), KeyboardLayout.latin(folded)] {
            guard let (word, _) = parse(other) else { continue }
            let phrase = (word.entry.en + word.entry.ru).filter { fold(other).hasPrefix(fold($0)) }.max { $0.count < $1.count }
            return phrase.map { ($0, true) }
        }
        let first = folded.split(separator: " ").first.map(String.init) ?? ""
        let phrases: [String] = table.flatMap { entry in entry.en + entry.ru }.filter { !$0.contains(" ") && $0.count > 2 }
        guard first.count > 2, let near = Suggestion.nearest(to: first, among: phrases), EditDistance.between(near, first, atMost: 1) != nil else { return nil }
        return (near, false)
    }

    /// The beginning of a line, which may be very long.
    static func head(_ line: String, _ length: Int) -> String { String(String.UnicodeScalarView(line.unicodeScalars.prefix(length))) }

    static func fold(_ text: String) -> String {
        let words = text.lowercased().split(whereSeparator: { $0 == " " || $0 == "\t" || $0 == "\u{A0}" })
        return String(words.joined(separator: " ").map { $0 == "ё" ? "е" : $0 == "’" ? "'" : $0 })
    }
}
