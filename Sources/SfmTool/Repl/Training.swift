import Glibc
import SfmRuntime
import SfmSyntax
import SfmTerms

/// A learner on the way through a course: the menu, an exercise with its world, the sandbox beside it.
///
/// Everything that the REPL understands is handed to it; what counts is the world that comes of it.
package struct Training {
    /// An exercise that is being done.
    struct Attempt {
        let number: Int
        var repl: Repl
        /// Which goals held after the last line.
        var met: [Bool]
        /// Whether anything was tried since the beginning.
        var isTried = false
        /// Free play; the exercise stays as it is.
        var sandbox: Repl?
    }

    let course: Course
    package var progress: TrainingProgress
    package internal(set) var language: Language
    let colour: Bool
    let plain: Bool
    let files: FileStore
    var attempt: Attempt?
    private var asksName: Bool
    /// The rows of the terminal that the course is shown on, if any.
    var rows: () -> Int? = { nil }

    package init(
        _ course: Course, progress: TrainingProgress, language: Language, colour: Bool, plain: Bool, files: FileStore, asksName: Bool = false
    ) {
        (self.course, self.progress, self.language) = (course, progress, language)
        self.progress.meet(course.key, exercises: course.items.map(\.id)) { $0 != Course.shippedKey && access($0, F_OK) != 0 }
        (self.colour, self.plain, self.files) = (colour, plain, files)
        self.asksName = asksName && progress.name == nil
    }

    var good: SafeText { OutcomeRenderer(language: language, colour: colour, plain: plain, sources: []).good() }
    var bad: SafeText { OutcomeRenderer(language: language, colour: colour, plain: plain, sources: []).bad() }
    var open: SafeText { plain ? "--: " : "○ " }

    func refuse(_ en: SafeText, _ ru: SafeText) -> Reply { Reply(text: "\(bad)\(language(en, ru))\n", failed: true, status: .failed) }

    // MARK: - The conversation

    package var prompt: SafeText {
        if asksName { return language("your name (may be empty) › ", "ваше имя (можно не называть) › ") }
        guard let attempt else { return paint(language("course", "курс")) + " › " }
        if let sandbox = attempt.sandbox { return sandbox.isInBlock ? sandbox.prompt : paint(language("sandbox", "песочница")) + " › " }
        return attempt.repl.isInBlock ? attempt.repl.prompt : paint(language("exercise \(attempt.number + 1)", "упражнение \(attempt.number + 1)")) + " › "
    }

    private func paint(_ text: SafeText) -> SafeText { text.painted("1;34", colour) }

    /// What is said before the first line.
    package var greeting: SafeText { asksName ? "" : menu }

    /// The REPL at hand, for completion.
    package var repl: Repl? { attempt.map { $0.sandbox ?? $0.repl } }

    /// Drops an unfinished block.
    package mutating func interrupt() {
        attempt?.repl.interrupt()
        attempt?.sandbox?.interrupt()
    }

    /// Says of a line that is no text in UTF-8 what it seems to be.
    mutating func refuse(_ bytes: [UInt8]) -> Reply {
        interrupt()
        let source = SourceFile(name: "—", bytes: bytes)
        return Diagnostic.notUTF8(source).map { complain(PromptMistake(diagnostic: $0, source: source)) } ?? Reply(text: "")
    }

    package mutating func handle(_ line: String) -> Reply {
        if asksName {
            asksName = false
            progress.name = String(line.trimmed.unicodeScalars.prefix(100).map(Character.init))
            return Reply(text: menu)
        }
        if repl?.isInBlock != true {
            switch TrainWord.read(SourceFile(name: "—", text: line)) {
            case .success(let (word, file)): return follow(word, file)
            case .failure(let mistake): return complain(mistake)
            case nil: break
            }
        }
        if repl?.isInBlock != true, let refusal = absent(line) { return refusal }
        guard attempt != nil else { return choose(line.trimmed) }
        return attempt?.sandbox != nil ? play(line) : submit(line)
    }

    /// Words of the REPL that a course has not, with what it has instead.
    private func absent(_ line: String) -> Reply? {
        switch ReplWord.parse(line)?.word {
        case .save:
            refuse(
                "a course saves no tests: what is done is kept by itself, and report \"file.html\" hands it in",
                "в курсе тесты не сохраняют: сделанное запоминается само, а сдать его можно так: отчёт \"файл.html\"")
        case .edit:
            refuse(
                "a course has no editor: bring the line back with the up arrow and change it, or say it anew",
                "в курсе нет редактора: верните строку стрелкой вверх и исправьте её или наберите заново")
        default: nil
        }
    }

    /// The number of an exercise at the menu.
    private mutating func choose(_ text: String) -> Reply {
        if text.isEmpty { return Reply(text: "") }
        guard let number = Int(text), course.items.indices.contains(number - 1) else {
            let last = course.items.count
            let words = [TrainWord.next, .menu, .help, .quit].map { $0.phrase(language) }.joined(separator: ", ")
            return refuse("a number from 1 to \(last), or one of: \(words)", "номер от 1 до \(last) или слово: \(words)")
        }
        return begin(number - 1)
    }

    // MARK: - Words

    private func complain(_ mistake: PromptMistake) -> Reply {
        let renderer = DiagnosticRenderer(language: language, colour: colour)
        return Reply(text: renderer.render(mistake.diagnostic, sources: [mistake.source]), failed: true, status: .failed)
    }

    private mutating func follow(_ word: TrainWord, _ file: String?) -> Reply {
        let isFree = attempt?.sandbox != nil
        switch word {
        case .help: return Reply(text: help)
        case .menu:
            attempt = nil
            return Reply(text: menu)
        case .next: return next(after: attempt?.number)
        case .report: return report(file ?? "")
        case .quit: return Reply(text: "", next: .quit)
        case .back:
            guard isFree else { return refuse("you are not in the sandbox", "вы не в песочнице") }
            attempt?.sandbox = nil
            return Reply(text: language("back at the exercise; nothing of the sandbox is left\n", "снова упражнение; от песочницы ничего не осталось\n"))
        case .task, .hint, .check, .reset, .skip, .solution, .sandbox:
            guard let attempt else { return refuse("choose an exercise first", "сначала выберите упражнение") }
            guard !isFree else {
                return refuse("this is the sandbox; to the exercise: back", "это песочница; к упражнению: вернуться")
            }
            return follow(word, in: attempt)
        }
    }

    private mutating func follow(_ word: TrainWord, in attempt: Attempt) -> Reply {
        switch word {
        case .task: return Reply(text: task(attempt))
        case .hint: return hint(attempt)
        case .check: return Reply(text: check(attempt))
        case .reset:
            progress[course.key, course.items[attempt.number].id].open = []
            return begin(attempt.number)
        case .solution: return solution(attempt)
        case .skip:
            let id = course.items[attempt.number].id
            if progress[course.key, id].result == nil { progress[course.key, id].isSkipped = true }
            return next(after: attempt.number)
        default:
            self.attempt?.sandbox = attempt.repl
            return Reply(
                text: language("the sandbox: nothing counts here; leave it with: back\n", "песочница: здесь ничего не засчитывается; выйти — вернуться\n"))
        }
    }

    /// The first exercise that is not done, those after a place first.
    private func undone(after place: Int?) -> Int? {
        let all = Array(course.items.indices)
        let start = place.map { $0 + 1 } ?? 0
        let open = (all[start...] + all[..<start]).filter { $0 != place && progress[course.key, course.items[$0].id].result == nil }
        // What was left in the middle is gone on with.
        if let begun = open.first(where: { !progress[course.key, course.items[$0].id].open.isEmpty }) { return begun }
        // What was skipped comes when nothing else is left.
        return open.first { !progress[course.key, course.items[$0].id].isSkipped } ?? open.first
    }

    private mutating func next(after place: Int?) -> Reply {
        if let next = undone(after: place) { return begin(next) }
        attempt = nil
        return Reply(text: language("there is no other exercise left\n", "других невыполненных упражнений нет\n") + menu)
    }

    /// Which exercise comes next, as a line.
    var nextLine: SafeText {
        guard let next = undone(after: nil) else { return language("the course is done\n", "курс пройден\n") }
        let title = SafeText(title: course.items[next].node.title)
        return language("next: \(next + 1). \(title) — type: next\n", "дальше: \(next + 1). \(title) — введите: дальше\n")
    }

    private var help: SafeText {
        var out: SafeText = language("the course\n", "курс\n")
        for entry in TrainWord.table { out += "  \(DisplayWidth.padded(entry.word.phrase(language), 16))\(entry.help[language])\n" }
        guard attempt != nil else { return out }
        return "\(out)\n\(HelpText.repl("", language))"
    }

    private func report(_ path: String) -> Reply {
        let format = ReportFormat.of(path, among: ReportFormat.ofTraining) ?? .html
        if let trouble = FileWriter.replace(path, with: Array(TrainingReport(self).render(format).utf8), at: .report) {
            return refuse("not written: \(path): \(trouble.text.en)", "не записан: \(path): \(trouble.text.ru)")
        }
        return Reply(text: good + language("written: \(path)\n", "записан: \(path)\n"))
    }

    // MARK: - The menu

    package var menu: SafeText {
        let whole = wholeMenu
        // What does not fit the screen with the prompt below it is shown more closely.
        guard let rows = rows(), whole.lines.count > rows else { return whole }
        return head + themes.map { closeLine($0) }.joined() + nextLine
    }

    private var wholeMenu: SafeText {
        var out = head
        for theme in themes {
            if !theme.isEmpty { out += "\(theme)\n" }
            for (k, item) in course.items.enumerated() where item.theme == theme { out += line(k, item) }
        }
        return out + nextLine
    }

    private var head: SafeText {
        let done = course.items.count { progress[course.key, $0.id].result != nil }
        let (points, worth) = total
        return language(
            "\(done) of \(course.items.count) done, \(points) of \(worth) points\n",
            "выполнено \(done) из \(course.items.count), баллов \(points) из \(worth)\n")
    }

    private var themes: [String] {
        var themes: [String] = []
        for item in course.items where !themes.contains(item.theme) { themes.append(item.theme) }
        return themes
    }

    /// A theme with its exercises one behind the other.
    private func closeLine(_ theme: String) -> SafeText {
        let items: [SafeText] = course.items.enumerated().filter { $0.element.theme == theme }.map { k, item in
            let points = progress[course.key, item.id].result?.points ?? 0
            // The number stays with its title, and the points behind it.
            return "\(k + 1).\u{A0}\(mark(item).words.joined())\u{A0}\(title: item.node.title)\u{A0}\(points)/\(item.node.worth)"
        }
        return "\(theme.isEmpty ? "" : "\(theme): ")\(items.joined(separator: "; "))\n"
    }

    private func mark(_ item: CourseItem) -> SafeText { progress[course.key, item.id].result != nil ? good : open }

    private func line(_ k: Int, _ item: CourseItem) -> SafeText {
        let record = progress[course.key, item.id]
        let number: SafeText = "\(SafeText(repeating: " ", count: 3 - String(k + 1).count))\(k + 1). "
        var note: SafeText = "\(record.result?.points ?? 0)/\(item.node.worth)"
        if record.result == nil, record.isSkipped { note += language(", put off", ", отложено") }
        if record.result == nil, !record.isSkipped, record.attempts > 0 { note += language(", begun", ", начато") }
        return "\(number)\(mark(item))\(title: item.node.title) — \(note)\n"
    }

    /// The points reached and those that there are.
    var total: (points: Int, worth: Int) {
        course.items.reduce((0, 0)) { ($0.0 + (progress[course.key, $1.id].result?.points ?? 0), $0.1 + $1.node.worth) }
    }
}

extension String {
    /// Without blanks at both ends.
    var trimmed: String {
        var text = Substring(self)
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
