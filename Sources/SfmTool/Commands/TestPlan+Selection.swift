import SfmRuntime
import SfmScenarios
import SfmSyntax
import SfmTerms

/// What is said of a selection that takes nothing, or has words that fit nothing.
extension TestPlan {
    /// Says why nothing was selected: which condition fits nothing by itself, with what comes near, or that no scenario fits all of them.
    func sayNothingMatches(_ environment: Environment) {
        guard selects else { return }
        let language = environment.language()
        func say(_ text: Text) { environment.console.report("sfm: \(message: text[language])\n") }
        var scripts = ScriptSet(options: options)
        let scenarios = files.flatMap { file in
            let script = scripts.load(file)
            return script.scenariosToRun(named: ScriptPath.last(of: file)).map { (node: $0, path: script.path) }
        }
        let selection = run.selection
        let fitting = scenarios.count { selection.fitsFilters($0.node, of: $0.path) }
        let tagged = selection.tags.map { tag in scenarios.count { Selection.fits(tag, $0.node) } }
        let titles = scenarios.map(\.node.title)
        if fitting == 0 {
            for (k, filter) in selection.filters.enumerated() {
                let lost = filter.words.indices.first { word in !hits.filters.contains([k, word]) }.map { filter.words[$0] }
                let near = lost.flatMap { Self.nearestTitle($0, titles) }
                say(
                    Text("nothing matches ", "") + label(filter) + Text("", " не подходит ни к чему")
                        + (near.map { Text("; the nearest title: “\($0)”", "; ближайшее название: «\($0)»") } ?? Text(same: "")))
            }
        }
        sayLiteral(environment)
        for (tag, count) in zip(selection.tags, tagged) where count == 0 { say(nothingLeft(tag, scenarios.flatMap(\.node.tags))) }
        guard (selection.filters.isEmpty || fitting > 0) && tagged.allSatisfy({ $0 > 0 }) else { return }
        // Each by itself takes something.
        var all: [Text] = []
        if let first = selection.filters.first {
            let names = selection.filters.dropFirst().reduce(label(first)) { $0 + Text(" or ", " или ") + label($1) }
            all.append(names + counted(fitting))
        }
        all += zip(selection.tags, tagged).map { label($0) + counted($1) }
        if !selection.lines.isEmpty { all.append(Text("the lines named", "указанные строки")) }
        if !selection.titles.isEmpty { all.append(Text("--last-failed", "--last-failed")) }
        let list = all.dropFirst().reduce(all[0]) { $0 + Text(same: ", ") + $1 }
        say(Text("no scenario fits all of this together: ", "ни один сценарий не подходит под всё сразу: ") + list)
    }

    private func counted(_ n: Int) -> Text { Text(same: " (") + Plural.scenario.counted(n) + Text(same: ")") }

    /// What the command line, or the settings, call a condition.
    private func label(_ query: ScenarioQuery) -> Text {
        let option = query.kind == .filter ? "--filter" : "--tag"
        let (en, ru) = query.kind == .filter ? ("“\(query.text)”", "«\(query.text)»") : (query.text, query.text)
        guard let file = source(of: option) else { return Text("\(option) \(en)", "\(option) \(ru)") }
        let name = OptionTable.named(option).setting?.name ?? Text(same: option)
        return Text("\(name.en) “\(query.text)” of \(file)", "\(name.ru) «\(query.text)» из \(file)")
    }

    /// The file of settings that a condition comes from; `nil` where it is of the command line.
    private func source(of option: String) -> String? { options.given.contains(option) ? nil : options.settingsFile }

    private func nothingLeft(_ tag: ScenarioQuery, _ tags: [String]) -> Text {
        let known = tags.unique
        let with = source(of: "--tag").map { "метками «\(tag.text)» из \($0)" } ?? "--tag \(tag.text)"
        let text = Text("no scenario is left with \(label(tag).en)", "с \(with) не остаётся ни одного сценария")
        let folded = Set(known.map(Selection.folded))
        let lost = tag.words.first { word in !folded.contains(Selection.folded(word)) }
        if let near = lost.flatMap({ Suggestion.nearest(to: $0, among: known) }) {
            return text + Text("; the nearest tag: \(near)", "; ближайшая метка: \(near)")
        }
        guard !known.isEmpty else { return text }
        return text + Text("; tags there are: ", "; есть метки: ") + Text(same: known.sorted().prefix(12).joined(separator: ", "))
    }

    /// Says which filters a title holds word for word though, read as what they say, they do not take it.
    private func sayLiteral(_ environment: Environment) {
        let language = environment.language()
        for k in hits.literal.sorted() {
            let text = run.selection.filters[k].text
            let quoted = Sanitizer.shellWord("\"\(text)\"")
            let words =
                language == .english
                ? "“\(text)” stands in a title word for word; to look for it so: --filter \(quoted)"
                : "«\(text)» дословно есть в названии; чтобы искать именно так: --filter \(quoted)"
            environment.console.report("sfm: \(message: words)\n")
        }
    }

    /// Says which words of a selection that took something fitted nothing by themselves: one of them may be a slip.
    func sayUnusedWords(_ environment: Environment) {
        // A shard does not see the whole.
        guard selects, !isShard else { return }
        let language = environment.language()
        func say(_ en: String, _ ru: String) { environment.console.report("sfm: \(message: language(en, ru))\n") }
        for (k, filter) in run.selection.filters.enumerated() {
            for (word, text) in filter.words.enumerated() where !hits.filters.contains([k, word]) {
                let (label, isWhole) = (label(filter), !filter.isCompound)
                let place = source(of: "--filter") == nil ? Text("of \(label.en)", "из \(label.ru)") : Text("of \(label.en)", "(\(label.ru))")
                say(
                    isWhole ? "nothing matches \(label.en)" : "nothing matches “\(text)” \(place.en)",
                    isWhole ? "\(label.ru) не подходит ни к чему" : "«\(text)» \(place.ru) не подходит ни к чему")
            }
        }
        sayLiteral(environment)
        let file = source(of: "--tag")
        for word in run.selection.tags.flatMap(\.words).map(Selection.folded) where !hits.tags.contains(word) {
            let near = Suggestion.nearest(to: word, among: hits.tags.sorted())
            say(
                "no scenario has the tag \(word)" + (file.map { " of \($0)" } ?? "") + (near.map { "; the nearest tag: \($0)" } ?? ""),
                "метки \(word)" + (file.map { " из \($0)" } ?? "") + " нет ни у одного сценария" + (near.map { "; ближайшая метка: \($0)" } ?? ""))
        }
    }

    /// The title that is like the text, or has a word that begins like one of its words.
    private static func nearestTitle(_ text: String, _ titles: [String]) -> String? {
        if let near = Suggestion.nearest(to: text, among: titles) { return near }
        func words(_ text: String) -> [String] { text.split { !$0.isLetter && !$0.isNumber }.map { Selection.folded(String($0)) } }
        for word in words(text) where word.count > 3 {
            let beginnings = titles.map { words($0).filter { $0.count > 3 }.map { String($0.prefix(word.count)) } }
            let all = Array(Set(beginnings.joined())).sorted()
            if let near = Suggestion.nearest(to: word, among: all), let k = beginnings.firstIndex(where: { $0.contains(near) }) { return titles[k] }
        }
        return nil
    }
}
