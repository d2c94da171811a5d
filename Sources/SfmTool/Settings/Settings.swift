import Glibc
import SfmRuntime
import SfmScenarios
import SfmSyntax
import SfmTerms

/// What `sfm.toml` says, on its way into a command line. The command line comes first: what it says already stays.
struct Settings {
    private let file: ProjectFile
    private let command: CommandName
    private(set) var options: Options
    /// The keys that made a difference.
    private(set) var used: [Text] = []
    private var mistakes: [Diagnostic] = []
    private var seen = Set<String>()

    private init(_ file: ProjectFile, _ command: CommandName, _ options: Options) { (self.file, self.command, self.options) = (file, command, options) }

    /// The command line with the settings of the project, which are said once; the one given for a command that has none.
    static func applied(_ environment: Environment, _ command: CommandName) -> Result<Environment, Stopped> {
        guard SettingKey.paths.concerns(command) else { return .success(environment) }
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

    private static func read(_ file: ProjectFile, _ command: CommandName, _ options: Options) -> Result<Settings?, BadSettings> {
        let reader = TomlReader(file.source) { table, key in SettingKey.rightLine(of: key, in: table) }
        var settings = Settings(file, command, options)
        settings.mistakes = reader.mistakes
        for (name, span) in reader.tables where !SettingKey.isLimits(name) {
            settings.refuse(
                Text("there is no table “\(name)”", "нет таблицы «\(name)»"), span, [Text("the only one is: [limits]", "есть только одна: [limits]")])
        }
        for entry in reader.entries { settings.take(entry) }
        guard settings.mistakes.isEmpty else {
            let said = reader.entries.lazy.compactMap { $0.table == nil && SettingKey($0.key) == .language ? language(of: $0) : nil }.first
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
        let path = Sanitizer.text(file.path)
        environment.console.report(
            language("sfm: settings from \(path): \(list)\n", "sfm: настройки из \(path): \(list)\n"))
    }

    private mutating func refuse(_ message: Text, _ span: Span, _ help: [Text] = []) {
        mistakes.append(Diagnostic(.badSettings, message, span, help: help))
    }

    // MARK: - Keys

    private mutating func take(_ entry: TomlReader.Entry) {
        if let table = entry.table {
            if SettingKey.isLimits(table) { takeLimit(entry) }
            return
        }
        guard let key = SettingKey(entry.key) else {
            let known = SettingKey.allCases.flatMap { [$0.rawValue, $0.russian] }
            let near = Suggestion.nearest(to: entry.key, among: known).flatMap { SettingKey($0) }
            let all = SettingKey.allCases.map(\.rawValue).joined(separator: ", ")
            let help =
                near.map { Text("did you mean: \($0.example(as: $0.rawValue))", "может быть: \($0.example(as: $0.rawValue))") }
                ?? Text("there are: \(all) and the table [limits]", "есть: \(all) и таблица [limits]")
            return refuse(Text("there is no setting “\(entry.key)”", "нет настройки «\(entry.key)»"), entry.keySpan, [help])
        }
        guard seen.insert(key.rawValue).inserted else {
            return refuse(Text("“\(entry.key)” is set twice", "«\(entry.key)» задано дважды"), entry.keySpan)
        }
        switch key {
        case .language: takeLanguage(entry)
        case .paths: takePaths(entry)
        case .policy: takePolicies(entry)
        case .filter: takeQueries(entry, .filter, \.filters, key)
        case .tag: takeQueries(entry, .tag, \.tags, key)
        case .report: takeReports(entry)
        case .maxFail: takeMaxFail(entry)
        }
    }

    /// Whether a setting is to count: the command has a use for it, and the command line does not say it.
    private mutating func counts(_ key: SettingKey, unless isSaid: Bool) -> Bool {
        guard key.concerns(command), !isSaid else { return false }
        used.append(Text(key.name(.english), key.name(.russian)))
        return true
    }

    /// Says what is expected of a setting, and the whole line as it could be.
    private mutating func refuseValue(_ entry: TomlReader.Entry) {
        let expected = SettingKey(entry.key).map(\.expected) ?? SettingKey.number
        let help = SettingKey.rightLine(of: entry.key, in: entry.table).map { [$0] } ?? []
        refuse(Text("“\(entry.key)” needs \(expected.en)", "для «\(entry.key)» нужно: \(expected.ru)"), entry.span, help)
    }

    /// One text, or a list of them.
    private mutating func texts(_ entry: TomlReader.Entry, _ key: SettingKey) -> [(text: String, span: Span)]? {
        switch entry.value {
        case .string(let text) where !text.isEmpty: return [(text, entry.span)]
        case .list(let texts) where !texts.isEmpty && texts.allSatisfy({ !$0.text.isEmpty }): return texts
        case .string, .list, .number, .bool:
            refuseValue(entry)
            return nil
        }
    }

    private static func language(of entry: TomlReader.Entry) -> Language? {
        guard case .string(let name) = entry.value else { return nil }
        return Language.allCases.first { $0.code == name }
    }

    private mutating func takeLanguage(_ entry: TomlReader.Entry) {
        guard let language = Self.language(of: entry) else { return refuseValue(entry) }
        if counts(.language, unless: options.language != nil) { options.projectLanguage = language }
    }

    private mutating func takePaths(_ entry: TomlReader.Entry) {
        guard let texts = texts(entry, .paths) else { return }
        for (text, span) in texts { if let refusal = file.refusal(of: text, mayBeMissing: false) { refuse(refusal, span) } }
        let isAffected = options.tests.takesAffected
        guard counts(.paths, unless: !options.arguments.isEmpty && !isAffected) else { return }
        let paths = texts.map { file.folder + $0.text }
        // Beside files that were changed they say where to look for what that touches.
        if isAffected { options.tests.roots = paths } else { options.arguments = paths }
    }

    private mutating func takePolicies(_ entry: TomlReader.Entry) {
        guard let texts = texts(entry, .policy) else { return }
        for (text, span) in texts where SourceFile.isScript(text) {
            if let refusal = file.refusal(of: text, mayBeMissing: false) { refuse(refusal, span) }
        }
        // New expectations and shards are of one run, with what the scripts themselves put in force.
        let isSeveral = Environment.expanded(texts.map(\.text)).count > 1
        if counts(.policy, unless: options.policies != nil || options.updates || options.tests.shard != nil && isSeveral) {
            options.policies = texts.map { SourceFile.isScript($0.text) ? file.folder + $0.text : $0.text }
        }
    }

    private mutating func takeQueries(
        _ entry: TomlReader.Entry, _ kind: ScenarioQuery.Kind, _ path: WritableKeyPath<TestOptions, [ScenarioQuery]>, _ key: SettingKey
    ) {
        guard let texts = texts(entry, key) else { return }
        var queries: [ScenarioQuery] = []
        for (text, span) in texts {
            do throws(ScenarioQuery.Mistake) {
                queries.append(try ScenarioQuery(text, kind))
            } catch {
                refuse(Text("character \(error.at + 1): ", "знак \(error.at + 1): ") + error.message, span)
            }
        }
        if counts(key, unless: !options.tests[keyPath: path].isEmpty || options.updates) { options.tests[keyPath: path] = queries }
    }

    private mutating func takeReports(_ entry: TomlReader.Entry) {
        guard let texts = texts(entry, .report) else { return }
        var reports: [String] = []
        for (text, span) in texts {
            let request: ReportRequest
            do throws(UsageError) {
                guard let one = try ReportRequest.all([text], among: ReportFormat.ofTest, reading: []).first else { continue }
                request = one
            } catch {
                refuse(error.message, span, SettingKey.rightLine(of: entry.key, in: nil).map { [$0] } ?? [])
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
        guard mistakes.isEmpty, counts(.report, unless: isSaid) else { return }
        options.reports = reports
        // Above the working folder nothing else makes them.
        if !file.folder.isEmpty { for report in reports { FileWriter.createFolders(of: String(report.drop { $0 != "=" }.dropFirst()), mode: 0o777) } }
    }

    private mutating func takeMaxFail(_ entry: TomlReader.Entry) {
        guard case .number(let n) = entry.value, n > 0 else { return refuseValue(entry) }
        // A shard is run to its end: the reports of all of them are put together.
        let isSaid = options.tests.mostFailures != nil || options.tests.shard != nil || options.lists || options.updates
        if counts(.maxFail, unless: isSaid) { options.tests.mostFailures = n }
    }

    private mutating func takeLimit(_ entry: TomlReader.Entry) {
        guard let limit = SettingKey.limit(entry.key) else {
            let known = LimitOption.all.map { String($0.name.dropFirst("--max-".count)) }
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
        used.append(Text("\(SettingKey.limits.en).\(entry.key)", "\(SettingKey.limits.ru).\(entry.key)"))
    }
}
