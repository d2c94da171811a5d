import SfmScenarios
import SfmSyntax
import SfmTerms

/// What has been done in a course, to hand in: a page to print or JSON. Of the learner it holds the name typed, and nothing else.
struct TrainingReport {
    private let training: Training
    private var language: Language { training.language }

    init(_ training: Training) { self.training = training }

    func render(_ format: ReportFormat) -> String { format == .json ? json : html }

    private func state(_ record: TrainingRecord) -> (id: String, shown: String) {
        if record.result != nil { return ("done", language("done", "выполнено")) }
        if record.isSkipped { return ("skipped", language("put off", "отложено")) }
        return record.attempts > 0 ? ("begun", language("begun", "начато")) : ("untouched", language("not begun", "не начато"))
    }

    // MARK: - JSON

    private var json: String {
        var json = JSONWriter()
        json.object { out in
            out.member("name")
            out.string(training.progress.name ?? "")
            out.member("points")
            out.number(training.total.points)
            out.member("of")
            out.number(training.total.worth)
            out.member("exercises")
            out.array { out in
                for item in training.course.items { out.object { write(item, training.progress[training.course.key, item.id], &$0) } }
            }
        }
        return json.text + "\n"
    }

    private func write(_ item: CourseItem, _ record: TrainingRecord, _ out: inout JSONWriter) {
        for (name, value) in [("id", item.id), ("title", item.node.title), ("theme", item.theme), ("state", state(record).id)] {
            out.member(name)
            out.string(value)
        }
        let numbers = [
            ("points", record.result?.points ?? 0), ("of", item.node.worth), ("attempts", record.attempts), ("hints", record.hints),
            ("breaches", record.result?.breaches ?? 0), ("minutes", record.result?.minutes ?? 0),
        ]
        for (name, value) in numbers {
            out.member(name)
            out.number(value)
        }
        out.member("solutionShown")
        out.bool(record.isSolutionShown)
    }

    // MARK: - HTML

    private var html: String {
        let title = language("Training report", "Отчёт об обучении")
        let (points, worth) = training.total
        let heads = [
            language("Exercise", "Упражнение"), language("Theme", "Тема"), language("State", "Состояние"), language("Points", "Баллы"),
            language("Attempts", "Попытки"),
            language("Hints", "Подсказки"), language("Breaches", "Отступления"), language("Time by the model's clock", "Время по часам модели"),
        ]
        var out = ""
        if let name = training.progress.name, !name.isEmpty { out += "<p>\(Escape.xml(name))</p>\n" }
        out += "<p>" + language("Points: \(points) of \(worth)", "Баллов: \(points) из \(worth)") + "</p>\n"
        out += "<div class=\"wide\">\n<table>\n<thead><tr>" + heads.map { "<th scope=\"col\">\($0)</th>" }.joined() + "</tr></thead>\n<tbody>\n"
        for item in training.course.items { out += row(item, training.progress[training.course.key, item.id]) }
        return HTMLPage.render(title, language, out + "</tbody>\n</table>\n</div>\n")
    }

    private func row(_ item: CourseItem, _ record: TrainingRecord) -> String {
        let shown = record.isSolutionShown ? language(" (solution shown)", " (решение показано)") : ""
        let cells = [
            item.node.title, item.theme, state(record).shown + shown, "\(record.result?.points ?? 0) / \(item.node.worth)", "\(record.attempts)",
            "\(record.hints)", record.result.map { "\($0.breaches)" } ?? "—", record.result.map { time($0.minutes) } ?? "—",
        ]
        return "<tr>" + cells.map { "<td>\(Escape.xml($0))</td>" }.joined() + "</tr>\n"
    }

    /// "2 days 3 hours", as far as there are any.
    private func time(_ minutes: Int) -> String {
        let parts: [(Int, Plural)] = [(minutes / 1440, .day), (minutes / 60 % 24, .hour), (minutes % 60, .minute)]
        let shown = parts.filter { $0.0 > 0 }.map { Typography.counted($0.0, $0.1, language) }
        return shown.isEmpty ? Typography.counted(0, .minute, language) : shown.joined(separator: " ")
    }
}
