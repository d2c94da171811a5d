import Glibc
import SfmScenarios
import SfmSyntax
import SfmTerms

/// Everything that the program has of the outside: streams, terminal, environment, files. Passed in, so tests run in process.
package final class Console {
    private let writeOut: (String) -> Void
    private let writeError: (String) -> Void
    private let outEnded: () -> Bool
    private let outFailed: () -> Text?
    private let width: () -> Int?
    package let environment: [String: String]
    /// What the last run came to. The process ends with it: giving back thousands of results one by one would only take time.
    var kept: [FileResult] = []
    package let outIsTerminal: Bool
    package let inIsTerminal: Bool
    package let errorIsTerminal: Bool

    package init(
        environment: [String: String], inIsTerminal: Bool, outIsTerminal: Bool, errorIsTerminal: Bool = false, out: @escaping (String) -> Void,
        error: @escaping (String) -> Void, outEnded: @escaping () -> Bool = { false },
        outFailed: @escaping () -> Text? = { nil }, columns: @escaping () -> Int? = { nil }
    ) {
        (self.environment, self.inIsTerminal, self.outIsTerminal) = (environment, inIsTerminal, outIsTerminal)
        self.errorIsTerminal = errorIsTerminal
        (writeOut, writeError, self.outEnded, self.outFailed, width) = (out, error, outEnded, outFailed, columns)
    }

    /// What the program looks at of its environment.
    static let variables = [
        "SFM_LANG", "LC_ALL", "LC_CTYPE", "LC_MESSAGES", "LANG", "NO_COLOR", "CLICOLOR_FORCE", "TERM", "HOME", "XDG_STATE_HOME", "SFM_HISTORY", "CI",
    ]

    /// The process's own streams.
    package static func standard() -> Console {
        var environment: [String: String] = [:]
        for name in variables {
            if let value = getenv(name) { environment[name] = String(cString: value) }
        }
        final class Problem { var words: Text? }
        let problem = Problem()
        return Console(
            environment: environment, inIsTerminal: isatty(0) == 1, outIsTerminal: isatty(1) == 1, errorIsTerminal: isatty(2) == 1,
            out: { text in if let words = write(text, to: 1), problem.words == nil { problem.words = words } },
            error: { _ = write($0, to: 2) }, outEnded: ended, outFailed: { problem.words },
            columns: { isatty(1) == 1 ? EditlineSource.windowSize().columns : nil })
    }

    package func print(_ text: SafeText) { writeOut(text.rawText) }
    package func report(_ text: SafeText) { writeError(text.rawText) }

    /// Prints a text for people: on a terminal its long lines are broken between words.
    package func tell(_ text: SafeText) { print(fitted(text)) }

    /// Prints a document for machines, which has an escaping of its own, or a script as it is.
    package func write(document: String) { writeOut(document) }

    /// A text as it is told.
    func fitted(_ text: SafeText) -> SafeText { width().map { Wrap.fit(text, width: $0) } ?? text }

    /// The cells of a row of the terminal, where there is one.
    var columns: Int? { width() }

    /// Whether nobody reads any more what is printed.
    package var outIsGone: Bool { outEnded() || outProblem != nil }

    /// Why something printed was not written, though somebody wanted it.
    package var outProblem: Text? { outIsTerminal ? nil : outFailed() }

    /// A stream that is closed stays so: no file that is opened later takes its number and what is meant for it.
    package static func reserveStreams() {
        for descriptor in Int32(0)...2 where fcntl(descriptor, F_GETFD) < 0 { _ = open("/dev/null", descriptor == 0 ? O_WRONLY : O_RDONLY) }
    }

    /// `--color`, then NO_COLOR, then CLICOLOR_FORCE, then whether it is a terminal.
    package func usesColour(_ choice: String?) -> Bool {
        switch choice {
        case "always": return true
        case "never": return false
        default: break
        }
        if let no = environment["NO_COLOR"], !no.isEmpty { return false }
        if let force = environment["CLICOLOR_FORCE"], !force.isEmpty, force != "0" { return true }
        return outIsTerminal && !isPlain
    }

    /// A file below the state folder of the user.
    package func stateFile(_ name: String) -> String? {
        if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") { return state + "/sfm/" + name }
        return environment["HOME"].flatMap { $0.isEmpty ? nil : $0 + "/.local/state/sfm/" + name }
    }

    /// Whether the terminal can do no more than print: it says so, or does not say what it is.
    package var isPlain: Bool {
        guard let terminal = environment["TERM"], !terminal.isEmpty else { return outIsTerminal }
        return terminal == "dumb"
    }

    /// Whether nobody watches: a CI system runs the program.
    package var isCI: Bool { environment["CI"].map { !$0.isEmpty && $0 != "false" } ?? false }

    /// The language of the environment: `SFM_LANG`, else the locale, where that names one of ours: LC_ALL, LC_MESSAGES, LANG.
    package var language: Language? {
        if let own = environment["SFM_LANG"], !own.isEmpty { return Self.language(ofLocale: own) }
        let locale = ["LC_ALL", "LC_CTYPE", "LC_MESSAGES", "LANG"].lazy.compactMap { self.environment[$0] }.first { !$0.isEmpty }
        return locale.flatMap(Self.language(ofLocale:))
    }

    /// What `SFM_LANG` alone says.
    var ownLanguage: Language? { environment["SFM_LANG"].flatMap(Self.language(ofLocale:)) }

    /// What `SFM_LANG` says, where that is no language of ours.
    var wrongLanguage: String? { environment["SFM_LANG"].flatMap { $0.isEmpty || Self.language(ofLocale: $0) != nil ? nil : $0 } }

    /// `ru`, `ru_RU.UTF-8`; C, POSIX and the languages of others name none.
    private static func language(ofLocale name: String) -> Language? {
        switch name.prefix(while: { !"_.@-".contains($0) }).lowercased() {
        case "ru", "rus", "russian", "русский": .russian
        case "en", "eng", "english", "английский": .english
        default: nil
        }
    }

    /// What is said of a locale in another encoding than ours, to somebody at a terminal that may show letters as others.
    var localeNote: (en: SafeText, ru: SafeText)? {
        guard outIsTerminal, let name = ["LC_ALL", "LC_CTYPE", "LANG"].first(where: { environment[$0].map { !$0.isEmpty } ?? false }),
            let value = environment[name], !Self.isUTF8(value)
        else { return nil }
        let region = value.prefix { !".@".contains($0) }
        let better = "\(name)=\(region == "POSIX" ? "C" : region).UTF-8"
        let shown = SafeText(Sanitizer.cut("\(name)=\(value)", to: 60))
        let right = SafeText(Sanitizer.cut(better, to: 60))
        return (
            "sfm: the locale \(shown) is not UTF-8, and sfm reads and writes UTF-8; better: \(right)\n",
            "sfm: локаль \(shown) не в UTF-8, а sfm читает и пишет в UTF-8; лучше: \(right)\n")
    }

    /// Whether a locale names UTF-8, or no encoding at all, as many systems do that have no other.
    private static func isUTF8(_ locale: String) -> Bool {
        guard let dot = locale.firstIndex(of: ".") else { return locale != "C" && locale != "POSIX" }
        let set = locale[dot...].dropFirst().prefix { $0 != "@" }.lowercased().filter { $0 != "-" && $0 != "_" }
        return set == "utf8"
    }

    private static func ended() -> Bool {
        var out = pollfd(fd: 1, events: 0, revents: 0)
        return poll(&out, 1, 0) > 0 && out.revents & Int16(POLLERR | POLLHUP | POLLNVAL) != 0
    }

    /// Why it did not work, where it did not.
    private static func write(_ text: String, to descriptor: Int32) -> Text? {
        var copy = text
        return copy.withUTF8 { buffer in
            var start = 0
            while start < buffer.count {
                let n = Glibc.write(descriptor, buffer.baseAddress.map { $0 + start }, buffer.count - start)
                if n < 0, errno == EINTR { continue }
                // A reader that has gone away is no reason to crash; there is nobody left to tell.
                if n <= 0 { return n < 0 && errno == EPIPE ? nil : SystemError.last }
                start += n
            }
            return nil
        }
    }
}
