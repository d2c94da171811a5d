import Glibc
import SfmRuntime
import SfmSyntax
import SfmTerms

/// `sfm train [FOLDER|FILE]`: exercises one after another, on a terminal or a pipe.
enum TrainCommand {
    static func run(_ environment: Environment) throws(UsageError) -> ExitStatus {
        let options = environment.options
        let reports = try ReportRequest.all(of: options)
        guard options.arguments.count < 2 else { throw UsageError(message: Text("one course at a time", "курс может быть только один")) }
        let course: Course
        switch self.course(environment) {
        case .success(let found): course = found
        case .failure(let stopped): return stopped.status
        }
        let language = environment.language()
        guard !course.items.isEmpty else {
            environment.console.report(language("no exercise was found\n", "не найдено ни одного упражнения\n"))
            return .nothing
        }
        let file = ProgressFile(path: environment.console.stateFile("training"))
        let (progress, complaint) = file.read(language)
        environment.console.report(complaint)
        let console = environment.console
        let isInteractive = console.inIsTerminal && console.outIsTerminal
        let training = Training(
            course, progress: progress, language: language, colour: environment.colour && isInteractive, plain: console.isPlain,
            files: FileStore(root: ".", limit: options.limits.syntax.fileBytes), asksName: isInteractive)
        if options.lists {
            environment.tell(training.menu)
            return .ok
        }
        let box = TrainingBox(training, file, console)
        if isInteractive { box.training.rows = { EditlineSource.windowSize().rows } }
        talk(box, isInteractive ? terminal(box, console) : PipeSource(limit: options.limits.syntax.fileBytes), console)
        return handIn(reports, box, console)
    }

    /// Writes the reports of a session that is over.
    static func handIn(_ reports: [ReportRequest], _ box: TrainingBox, _ console: Console) -> ExitStatus {
        console.write(reports, box.training.language, or: .ok) { TrainingReport(box.training).render($0) }
    }

    /// The course asked for, where its files are in order.
    private static func course(_ environment: Environment) -> Result<Course, Stopped> {
        guard let path = environment.options.arguments.first else { return .success(Course(shippedIn: environment.language())) }
        var scripts = ScriptSet(options: environment.options)
        do throws(ScriptWalk.UnreadablePath) {
            let course = try Course(path, in: environment.language(), &scripts)
            guard !course.problems.isEmpty else { return .success(course) }
            let renderer = DiagnosticRenderer(language: environment.language(), colour: false)
            for problem in course.problems { environment.console.report(renderer.render(problem.diagnostic, sources: problem.sources) + "\n") }
            return .failure(Stopped(status: ExitStatus(of: course.problems.lazy.map(\.diagnostic))))
        } catch {
            environment.say(ScriptSet.diagnostic(error.trouble, error.path, 0))
            return .failure(Stopped(status: .invalid))
        }
    }

    private static func terminal(_ box: TrainingBox, _ console: Console) -> any LineSource {
        Interruptible.begin()
        return EditlineSource.atTerminal(historyPath: nil) { box.complete($0) } ?? PlainSource(console)
    }

    /// A refusal is part of learning: the course goes on after it, on a pipe too.
    static func talk(_ box: TrainingBox, _ source: any LineSource, _ console: Console) {
        box.source = source
        box.show(box.training.greeting)
        var interruptions = 0
        while true {
            switch source.read(prompt: box.training.prompt) {
            case .endOfInput: return
            case .interrupted:
                interruptions += 1
                if interruptions > 1 {
                    guard box.hasStopped else { return }
                    console.print(Interruptible.howToLeave(box.training.language))
                }
                box.training.interrupt()
            case .broken(let bytes): console.tell(box.training.refuse(bytes).text)
            case .line(let text):
                interruptions = 0
                source.addHistory(text)
                if box.say(text) { return }
            }
        }
    }
}

/// The course as the line editor's callbacks see it.
final class TrainingBox {
    var training: Training
    private let file: ProgressFile
    private let console: Console
    /// Whether Ctrl-C has stopped something since the last line.
    private(set) var hasStopped = false

    /// Where the learner types, for texts that are longer than the screen.
    var source: (any LineSource)?

    init(_ training: Training, _ file: ProgressFile, _ console: Console) { (self.training, self.file, self.console) = (training, file, console) }

    /// Answers what was typed or pasted; true where the learner leaves.
    func say(_ text: String) -> Bool {
        hasStopped = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let before = training
            let (reply, isStopped) = Interruptible.run { training.handle(String(line)) }
            if isStopped, reply.next != .quit {
                training = before
                training.interrupt()
                hasStopped = true
                console.print(Interruptible.stopped(training.language))
                return false
            }
            show(reply.text)
            console.report(file.keep(&training.progress, training.language))
            if case .quit = reply.next { return true }
            // The rest of a pasted text would run in a world that the author did not expect.
            if reply.failed { break }
        }
        return false
    }

    func show(_ text: SafeText) {
        if let source, let pager = Pager(text, source, console) { pager.show(training.language) } else { Interruptible.print(text, console) }
    }

    /// The course's own words beside what the REPL offers.
    func complete(_ before: String) -> Completion {
        let folded = ReplWord.fold(before)
        // Of a phrase of several words what is left behind those that stand there.
        let word = before.unicodeScalars.reversed().prefix { $0 != " " && $0 != "\t" }.count
        let said = max(0, folded.count - word)
        let words = TrainWord.table.flatMap { $0.word.phrases(training.language) }.filter { $0.hasPrefix(folded) && $0 != folded }
        let own = words.map { CompletionCandidate(text: String($0.dropFirst(said)), note: TrainWord.help(of: $0)[training.language]) }
        guard let repl = training.repl else { return Completion(replace: word, candidates: own) }
        let theirs = Completer(session: repl.session, language: training.language, pending: repl.pending).complete(before)
        guard !own.isEmpty, !folded.isEmpty, theirs.replace == word || theirs.candidates.isEmpty else { return theirs }
        let seen = Set(theirs.candidates.map(\.text))
        return Completion(replace: word, candidates: (theirs.candidates + own.filter { !seen.contains($0.text) }).sorted { $0.text < $1.text })
    }
}
