import Glibc
import SfmRuntime
import SfmScenarios
import SfmSyntax
import SfmTerms

/// What `sfm.toml` says, on its way into a command line. The command line comes first: what it says already stays.
struct Settings {
    private let file: ProjectFile
    private let command: Command
    private(set) var options: Options
    /// The keys that made a difference.
    private(set) var used: [Text] = []
    private var mistakes: [Diagnostic] = []
    private var seen = Set<String>()

    private init(_ file: ProjectFile, _ command: Command, _ options: Options) { (self.file, self.command, self.options) = (file, command, options) }

    /// The command line with the settings of the project, which are said once; the one given for a command that has none.
    static func applied(_ environment: Environment, _ command: Command) -> Result<Environment, Stopped> {
        guard command.takes("--config") else { return .success(environment) }
        let taken = ProjectFile.find(environment.options).flatMap { file in
            file.map { read($0, command, environment.options) } ?? .success(nil)
        }
        switch taken {
        case .success(nil): return .success(environment)
        case .success(var settings?):
            settings.options.settingsFile = settings.file.path
            let made = Environment(console: environment.console, options: settings.options)
            settings.say(made)
            return .success(made)
        case .failure(let bad):
            let own = bad.language.flatMap { environment.options.language == nil && environment.console.ownLanguage == nil ? $0 : nil }
            let renderer = DiagnosticRenderer(language: own ?? environment.language(), colour: false)
            for diagnostic in bad.diagnostics { environment.console.report(renderer.render(diagnostic, sources: bad.source.map { [$0] } ?? []) + "\n") }
            return .failure(Stopped(status: .invalid))
        }
    }

    private static func read(_ file: ProjectFile, _ command: Command, _ options: Options) -> Result<Settings?, BadSettings> {
        let reader = TomlReader(file.source) { table, key in Setting.rightLine(of: key, in: table) }
        var settings = Settings(file, command, options)
        settings.mistakes = reader.mistakes
        for (name, span) in reader.tables where !Setting.isLimits(name) {
            settings.refuse(
                Text("there is no table “\(name)”", "нет таблицы «\(name)»"), span, [Text("the only one is: [limits]", "есть только одна: [limits]")])
        }
        for entry in reader.entries { settings.take(entry) }
        guard settings.mistakes.isEmpty else {
            let said = reader.entries.lazy.compactMap { $0.table == nil && isLanguage($0.key) ? language(of: $0) : nil }.first
            let mistakes = settings.mistakes.sorted { $0.span.lower < $1.span.lower }
            return .failure(BadSettings(diagnostics: mistakes, source: file.source, language: said))
        }
        return .success(settings)
    }

    /// Where the settings come from and which of them count.
    private func say(_ environment: Environment) {
        guard !used.isEmpty else { return }
        let language = environment.language()
        let list = used.map { $0[language] }.joined(separator: ", ")
        let path = SafeText(file.path)
        environment.console.report(
            language("sfm: settings from \(path): \(list)\n", "sfm: настройки из \(path): \(list)\n"))
    }

    private mutating func refuse(_ message: Text, _ span: Span, _ help: [Text] = []) {
        mistakes.append(Diagnostic(.badSettings, message, span, help: help))
    }

    // MARK: - Keys

    private mutating func take(_ entry: TomlReader.Entry) {
        if let table = entry.table {
            if Setting.isLimits(table) { takeLimit(entry) }
            return
        }
        guard let setting = Setting.find(entry.key) else {
            let near = Suggestion.nearest(to: entry.key, among: Setting.all.flatMap { [$0.name.en, $0.name.ru] }).flatMap(Setting.find)
            let all = Setting.all.map(\.name.en).joined(separator: ", ")
            let help =
                near.map { Text("did you mean: \($0.line(as: $0.name.en))", "может быть: \($0.line(as: $0.name.en))") }
                ?? Text("there are: \(all) and the table [limits]", "есть: \(all) и таблица [limits]")
            return refuse(Text("there is no setting “\(entry.key)”", "нет настройки «\(entry.key)»"), entry.keySpan, [help])
        }
        guard seen.insert(setting.name.en).inserted else {
            return refuse(Text("“\(entry.key)” is set twice", "«\(entry.key)» задано дважды"), entry.keySpan)
        }
        setting.take(&self, entry, setting)
    }

    /// Whether a setting is to count: the command has a use for it, and the command line does not say it.
    private mutating func counts(_ setting: Setting, unless isSaid: Bool) -> Bool {
        guard setting.commands.contains(command.name), !isSaid else { return false }
        used.append(setting.name)
        return true
    }

    /// Says what is expected of a setting, and the whole line as it could be.
    private mutating func refuseValue(_ entry: TomlReader.Entry) {
        let expected = Setting.find(entry.key)?.expected ?? Setting.number
        let help = Setting.rightLine(of: entry.key, in: entry.table).map { [$0] } ?? []
        refuse(Text("“\(entry.key)” needs \(expected.en)", "для «\(entry.key)» нужно: \(expected.ru)"), entry.span, help)
    }

    /// One text, or a list of them.
    private mutating func texts(_ entry: TomlReader.Entry) -> [(text: String, span: Span)]? {
        switch entry.value {
        case .string(let text) where !text.isEmpty: return [(text, entry.span)]
        case .list(let texts) where !texts.isEmpty && texts.allSatisfy({ !$0.text.isEmpty }): return texts
        case .string, .list, .number, .bool:
            refuseValue(entry)
            return nil
        }
    }

    private static func isLanguage(_ key: String) -> Bool { Setting.find(key).map(\.name) == OptionTable.named("--lang").setting?.name }

    private static func language(of entry: TomlReader.Entry) -> Language? {
        guard case .string(let name) = entry.value else { return nil }
        return Language.allCases.first { $0.code == name }
    }

    mutating func takeLanguage(_ entry: TomlReader.Entry, _ setting: Setting) {
        guard let language = Self.language(of: entry) else { return refuseValue(entry) }
        if counts(setting, unless: options.language != nil) { options.projectLanguage = language }
    }

    mutating func takePaths(_ entry: TomlReader.Entry, _ setting: Setting) {
        guard let texts = texts(entry) else { return }
        for (text, span) in texts { if let refusal = file.refusal(of: text, mayBeMissing: false) { refuse(refusal, span) } }
        let isAffected = options.tests.takesAffected
        guard counts(setting, unless: !options.arguments.isEmpty && !isAffected) else { return }
        let paths = texts.map { file.folder + $0.text }
        // Beside files that were changed they say where to look for what that touches.
        if isAffected { options.tests.roots = paths } else { options.arguments = paths }
    }

    mutating func takePolicies(_ entry: TomlReader.Entry, _ setting: Setting) {
        guard let texts = texts(entry) else { return }
        for (text, span) in texts where SourceFile.isScript(text) {
            if let refusal = file.refusal(of: text, mayBeMissing: false) { refuse(refusal, span) }
        }
        // New expectations and shards are of one run, with what the scripts themselves put in force.
        let isSeveral = Environment.expanded(texts.map(\.text)).count > 1
        if counts(setting, unless: options.policies != nil || options.updates || options.tests.shard != nil && isSeveral) {
            options.policies = texts.map { SourceFile.isScript($0.text) ? file.folder + $0.text : $0.text }
        }
    }

    mutating func takeQueries(
        _ entry: TomlReader.Entry, _ kind: ScenarioQuery.Kind, _ path: WritableKeyPath<TestOptions, [ScenarioQuery]>, _ setting: Setting
    ) {
        guard let texts = texts(entry) else { return }
        var queries: [ScenarioQuery] = []
        for (text, span) in texts {
            do throws(ScenarioQuery.Mistake) {
                queries.append(try ScenarioQuery(text, kind))
            } catch {
                refuse(Text("character \(error.at + 1): ", "знак \(error.at + 1): ") + error.message, span)
            }
        }
        if counts(setting, unless: !options.tests[keyPath: path].isEmpty || options.updates) { options.tests[keyPath: path] = queries }
    }

    mutating func takeReports(_ entry: TomlReader.Entry, _ setting: Setting) {
        guard let texts = texts(entry) else { return }
        var reports: [String] = []
        for (text, span) in texts {
            let request: ReportRequest
            do throws(UsageError) {
                guard let one = try ReportRequest.all([text], among: ReportFormat.ofTest, reading: []).first else { continue }
                request = one
            } catch {
                refuse(error.message, span, Setting.rightLine(of: entry.key, in: nil).map { [$0] } ?? [])
                continue
            }
            if request.isStandardOutput {
                refuse(Text("only the command line writes to standard output", "на стандартный вывод пишет только командная строка"), span)
            } else if let refusal = file.refusal(of: request.path, mayBeMissing: true) {
                refuse(refusal, span)
            }
            reports.append("\(request.format.rawValue)=\(file.folder)\(request.path)")
        }
        let isSaid = !options.reports.isEmpty || options.lists || options.updates
        guard mistakes.isEmpty, counts(setting, unless: isSaid) else { return }
        options.reports = reports
        // Above the working folder nothing else makes them.
        if !file.folder.isEmpty { for report in reports { FileWriter.createFolders(of: String(report.drop { $0 != "=" }.dropFirst()), mode: 0o777) } }
    }

    mutating func takeMaxFail(_ entry: TomlReader.Entry, _ setting: Setting) {
        guard case .number(let n) = entry.value, n > 0 else { return refuseValue(entry) }
        // A shard is run to its end: the reports of all of them are put together.
        let isSaid = options.tests.mostFailures != nil || options.tests.shard != nil || options.lists || options.updates
        if counts(setting, unless: isSaid) { options.tests.mostFailures = n }
    }

    private mutating func takeLimit(_ entry: TomlReader.Entry) {
        guard let limit = Setting.limit(entry.key) else {
            let known = LimitOption.all.map(\.setting)
            let bare = entry.key.hasPrefix("max-") ? String(entry.key.dropFirst(4)) : entry.key
            let near = known.contains(bare) ? bare : Suggestion.nearest(to: entry.key, among: known)
            let help = near.map { Text("did you mean: \($0) = …", "может быть: \($0) = …") }
            let all = known.joined(separator: ", ")
            return refuse(
                Text("there is no limit “\(entry.key)”", "нет предела «\(entry.key)»"), entry.keySpan, [help ?? Text("there are: \(all)", "есть: \(all)")])
        }
        guard seen.insert(limit.name).inserted else {
            return refuse(Text("“\(entry.key)” is set twice", "«\(entry.key)» задано дважды"), entry.keySpan)
        }
        guard case .number(let n) = entry.value, n > 0 else { return refuseValue(entry) }
        guard n <= limit.value else {
            return refuse(
                Text("here a limit is only lowered: \(limit.value) at most", "здесь предел можно только опустить: самое большее \(limit.value)"), entry.span,
                [Text("the command line raises it: \(limit.name) \(n)", "поднимает его командная строка: \(limit.name) \(n)")])
        }
        guard !options.given.contains(limit.name) else { return }
        options.limits[keyPath: limit.limit] = n
        used.append(Text("\(Setting.limits.en).\(entry.key)", "\(Setting.limits.ru).\(entry.key)"))
    }
}
