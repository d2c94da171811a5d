import Glibc
import SfmRuntime
import SfmSyntax
import SfmTerms

/// The program: finds the command and runs it.
package enum SfmTool {
    package static let version = "0.1"

    /// The process's entry; ends it with the command's status.
    package static func main() -> Never {
        FaultHandler.install()
        Console.reserveStreams()
        signal(SIGPIPE, SIG_IGN)
        wakeWorkers()
        let console = Console.standard()
        // They are read from /proc: where that is not there, nothing that was asked for is known, and nothing of it is done.
        guard !CommandLine.arguments.isEmpty else {
            console.report("sfm: the command line cannot be read, as /proc is not there\nsfm: командная строка не читается: нет /proc\n")
            exit(ExitStatus.bug.rawValue)
        }
        let status = run(Array(CommandLine.arguments.dropFirst()), console)
        withExtendedLifetime(console) { exit(status.rawValue) }
    }

    /// A core that sleeps takes its time to wake: it has it while the command line is read and folders are looked through.
    private static func wakeWorkers() {
        guard let word = CommandLine.arguments.dropFirst().first, CommandTable.find(word)?.wakesWorkers == true else { return }
        ParallelMap.aside { _ = Sfm.grammar }
    }

    /// One run of the program, in process; what could not be printed is said and gives the status.
    package static func run(_ words: [String], _ console: Console) -> ExitStatus {
        let status = perform(words, console)
        guard let problem = console.outProblem else { return status }
        let name = Text("standard output", "стандартный вывод")
        let language = language(words, console)
        console.report("sfm: \(name[language]): \(problem[language])\n")
        return .unwritable
    }

    /// The language of what is said of the command line itself, which may not be one.
    private static func language(_ words: [String], _ console: Console) -> Language {
        Options.language(in: words) ?? console.language ?? .english
    }

    private static func perform(_ words: [String], _ console: Console) -> ExitStatus {
        if CompleteCommand.answers(words, console) { return .ok }
        var environment: Environment?
        do throws(UsageError) {
            let options = try Options(words)
            if let wrong = console.wrongLanguage {
                throw UsageError(message: Text("SFM_LANG is ru or en, not “\(wrong)”", "SFM_LANG — это ru или en, а не «\(wrong)»"))
            }
            if let note = console.localeNote { console.report(language(words, console)(note.en, note.ru)) }
            let made = Environment(console: console, options: options)
            environment = made
            if options.wantsVersion {
                console.print("sfm \(version)\n")
                return .ok
            }
            return try dispatch(options, made)
        } catch {
            let language = environment?.language() ?? language(words, console)
            let hint = Text("sfm --help shows what there is", "что есть, покажет sfm --help")
            console.report("sfm: \(error.message[language])\n\(error.excerpt)     \(hint[language])\n")
            return .usage
        }
    }

    private static func dispatch(_ options: Options, _ environment: Environment) throws(UsageError) -> ExitStatus {
        guard let name = options.command else {
            if options.wantsHelp { return HelpCommand.run(environment, topic: nil) }
            try CommandTable.conversation.check(options)
            return try CommandTable.conversation.run(environment)
        }
        guard let command = CommandTable.find(name) else { return try open(name, environment) }
        if options.wantsHelp { return HelpCommand.run(environment, topic: name) }
        try command.check(options)
        switch Settings.applied(environment, command) {
        case .success(let settled): return try command.run(settled)
        case .failure(let stopped): return stopped.status
        }
    }

    /// A script in the place of a command is run; of what is no script it is said what can be done with it.
    private static func open(_ name: String, _ environment: Environment) throws(UsageError) -> ExitStatus {
        if SourceFile.isScript(name), LineRequest.isFolder(name) == false {
            var options = environment.options
            (options.command, options.arguments) = (CommandTable.run.name, [name] + options.arguments)
            return try dispatch(options, Environment(console: environment.console, options: options))
        }
        let shown = Sanitizer.shellWord(name)
        if LineRequest.isFolder(name) {
            throw UsageError(
                message: Text(
                    "“\(name)” is a folder; its scenarios are run by: sfm test \(shown)", "«\(name)» — папка; её сценарии проверяет sfm test \(shown)"))
        }
        if let request = LineRequest(name) {
            throw UsageError(
                message: Text(
                    "the scenario around line \(request.line) is run by: sfm test \(shown)", "сценарий в строке \(request.line) проверяет sfm test \(shown)"))
        }
        var message = Text("there is no command “\(name)”", "нет команды «\(name)»")
        let line = ([name] + environment.options.arguments).joined(separator: " ")
        if CommandTable.asks(line) {
            let shown = Sanitizer.shellWord(line)
            message = message + Text("; a question is asked by: sfm ask \(shown)", "; вопрос задают так: sfm ask \(shown)")
        } else if let near = CommandTable.nearest(to: name) {
            message = message + Text("; did you mean “\(near)”?", "; может быть, «\(near)»?")
        }
        throw UsageError(message: message)
    }
}

/// What every command needs.
package struct Environment {
    package let console: Console
    package let options: Options
    let own = RunLanguage()

    package init(console: Console, options: Options) { (self.console, self.options) = (console, options) }

    package var colour: Bool { console.usesColour(options.colour) }

    package func print(_ text: SafeText) { console.print(text) }
    /// The same of a text for people, as wide as their terminal.
    package func tell(_ text: SafeText) { console.tell(text) }
    /// A document for machines, or a script.
    func write(document: String) { console.write(document: document) }
}
