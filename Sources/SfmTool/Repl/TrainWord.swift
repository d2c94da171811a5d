import SfmSyntax
import SfmTerms

/// What `sfm train` understands besides the REPL.
package enum TrainWord: SessionWord {
    case help, task, hint, check, reset, skip, solution, sandbox, back, menu, next, report, quit

    package static let table: [Entry] = [
        Entry(word: .help, en: ["help"], ru: ["помощь", "справка", "?"], help: Text("these words and what can be said", "эти слова и что можно сказать")),
        Entry(word: .task, en: ["task"], ru: ["задача", "рассказ"], help: Text("the story and the goals again", "рассказ и цели ещё раз")),
        Entry(
            word: .hint, en: ["hint"], ru: ["подсказка", "подскажи"],
            help: Text("the next hint; each costs a tenth of the points", "следующая подсказка; каждая стоит десятой части баллов")),
        Entry(
            word: .check, en: ["check"], ru: ["проверить", "проверь"],
            help: Text("which goals are met, and what the others lack", "какие цели достигнуты и чего не хватает остальным")),
        Entry(
            word: .reset, en: ["reset", "start again"], ru: ["заново", "сначала", "сбросить", "начать заново"],
            help: Text("the exercise from its beginning", "упражнение с самого начала")),
        Entry(word: .skip, en: ["skip"], ru: ["пропустить"], help: Text("leave it for later and take the next one", "отложить и взять следующее")),
        Entry(
            word: .solution, en: ["solution"], ru: ["решение"],
            help: Text(
                "a model solution, after an attempt; the exercise then brings no points",
                "образец решения — после своей попытки; баллов упражнение тогда не даст")),
        Entry(
            word: .sandbox, en: ["sandbox"], ru: ["песочница"],
            help: Text("try anything in the same world: nothing counts there", "пробовать что угодно в том же мире: там ничего не засчитывается")),
        Entry(word: .back, en: ["back"], ru: ["вернуться"], help: Text("from the sandbox to the exercise", "из песочницы к упражнению")),
        Entry(word: .menu, en: ["menu"], ru: ["меню"], help: Text("the list of exercises", "список упражнений")),
        Entry(word: .next, en: ["next"], ru: ["дальше", "далее"], help: Text("the next exercise that is not done", "следующее невыполненное упражнение")),
        Entry(
            word: .report, en: ["report"], ru: ["отчёт"],
            help: Text("report \"file.html\" or \"file.json\": what has been done", "отчёт \"файл.html\" или \"файл.json\": что сделано")),
        Entry(word: .quit, en: ["quit", "exit"], ru: ["выход", "выйти"], help: Text("leave; what is done is kept", "закончить; сделанное сохранится")),
    ]

    static let index = PhraseIndex(table)

    static func help(of phrase: String) -> Text { table.first { ($0.en + $0.ru).contains(phrase) }?.help ?? Text(same: "") }

    /// «Проверить» is a word of the language's as well: `expect`.
    private func leavesToLanguage(_ line: PromptLine) -> Bool { self == .check && !line.atEnd }

    /// The word that a line is, with the file that it names, read to the line's end; `nil` where the line is the REPL's.
    package static func read(_ source: SourceFile) -> Result<(word: TrainWord, file: String?), PromptMistake>? {
        // No word is as long, nor the name of a file behind one.
        guard source.bytes.count <= 8192, !index.candidates(source.text(Span(0, source.bytes.count))).isEmpty else { return nil }
        do throws(PromptMistake) {
            var line = try PromptLine(source)
            guard let word = line.begin(index, leavesToLanguage: { $0.leavesToLanguage($1) }) else { return nil }
            // «Справка о слове» is the REPL's.
            if word == .help, !line.atEnd { return nil }
            let file = word == .report ? try reportFile(&line) : nil
            try line.end()
            return .success((word, file))
        } catch {
            return .failure(error)
        }
    }

    /// With or without quotation marks.
    private static func reportFile(_ line: inout PromptLine) throws(PromptMistake) -> String {
        let start = line
        let usage = [Text("report \"file.html\"", "отчёт \"файл.html\""), Text("report \"file.json\"", "отчёт \"файл.json\"")]
        guard !line.atEnd else { throw line.missing(Text("a file", "файл"), help: usage) }
        let quoted = line.string()
        guard let name = quoted ?? line.remainder(), name.text.hasSuffix(".html") || name.text.hasSuffix(".json") else { throw start.stray(right: usage) }
        return name.text
    }
}
