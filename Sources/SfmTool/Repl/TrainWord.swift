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

    /// The word that a line is, with what follows it; `nil` where the line is the REPL's.
    package static func parse(_ line: String) -> (word: TrainWord, rest: String)? {
        // No word is as long, nor the name of a file behind one.
        guard line.utf8.count <= 8192 else { return nil }
        let folded = ReplWord.fold(line)
        for entry in table {
            for phrase in (entry.en + entry.ru).map(ReplWord.fold) {
                if folded == phrase { return (entry.word, "") }
                // «Отчёт "файл"» is the only word that takes anything.
                guard entry.word == .report, folded.hasPrefix(phrase + " ") else { continue }
                let rest = line.filter { !"\"«»“”„".contains($0) }.split(separator: " ", maxSplits: 1).dropFirst().first.map(String.init) ?? ""
                if rest.hasSuffix(".html") || rest.hasSuffix(".json") { return (.report, rest) }
            }
        }
        return nil
    }
}
