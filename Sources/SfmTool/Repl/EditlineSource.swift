import CEditline
import Glibc
import SfmSyntax
import SfmTerms

/// Lines edited in a terminal by libedit, with completion, history and bracketed paste, always in UTF-8.
///
/// libedit calls back through C functions that find this object as the editor's owner; all of it happens inside `read`.
package final class EditlineSource: LineSource {
    let editor: OpaquePointer
    let complete: (String) -> Completion
    let history: HistoryFile
    private let records: OpaquePointer
    private var commandNames: [WideText] = []

    var prompt = Prompt("")
    /// The terminal size that the screen was last drawn for.
    var window = winsize()

    /// Bytes read but not yet decoded, and decoded keys of one escape sequence not yet handed over.
    var unreadBytes: ArraySlice<UInt8> = []
    var unreadKeys: ArraySlice<Unicode.Scalar> = []
    /// A paste is read in chunks; keys one byte at a time, which leaves the rest to the terminal's own Ctrl-C handling.
    var readsAhead = false
    /// Signals blocked while waiting for a key: what was blocked before `read`.
    var waitingMask = sigset_t()

    /// The line as it was after a paste whose last line feed was held back.
    var heldBackFeed: String?
    var wasInterrupted = false

    /// What went wrong with the history file, as "path: reason", from the moment it did; entries then live in memory.
    package var historyProblem: Text? { history.problem }

    /// Nil when libedit cannot work with this terminal or no UTF-8 locale is to be had.
    ///
    /// The closure gets all text before the cursor, which holds line feeds after a paste of several lines.
    package init?(
        name: String, historyPath: String?, complete: @escaping (_ beforeCursor: String) -> Completion
    ) {
        guard Self.useUTF8(), let editor = sfm_el_open(name) else { return nil }
        guard let records = history_winit() else {
            el_end(editor)
            return nil
        }
        self.editor = editor
        self.records = records
        self.complete = complete
        history = HistoryFile(path: historyPath)
        sfm_el_use_history(editor, records, Int32(HistoryFile.limit))
        for entry in history.entries { sfm_el_remember(records, Self.wide(entry)) }
        sfm_el_set_modes(editor)
        sfm_el_set_owner(editor, Unmanaged.passUnretained(self).toOpaque())
        sfm_el_set_prompt(editor, { EditlineSource.owner(of: $0)?.prompt.text.start }, Prompt.mark)
        sfm_el_set_reader(editor) { editor, key in
            guard let key, let source = EditlineSource.owner(of: editor) else { return -1 }
            return source.readKey(into: key)
        }
        bindKeys()
    }

    deinit {
        el_end(editor)
        history_wend(records)
    }

    package func read(prompt: SafeText) -> LineInput {
        self.prompt = Prompt(prompt.rawText)
        wasInterrupted = false
        heldBackFeed = nil
        let signals = watchWindow()
        defer { signals.restore() }
        window = Self.windowSize()
        sfm_el_take_terminal(editor)
        emit("\u{1B}[?2004h")
        defer { emit("\u{1B}[?2004l") }
        var count: Int32 = 0
        let start = el_wgets(editor, &count)
        if wasInterrupted { return .interrupted }
        guard let start, count > 0 else { return .endOfInput }
        let typed = UnsafeBufferPointer(start: start, count: Int(count))
        return .line(Self.decoded(typed.last == 0x0A ? typed.dropLast() : typed[...]))
    }

    package func addHistory(_ entry: String) {
        if history.append(entry) { sfm_el_remember(records, Self.wide(entry)) }
    }

    /// The editor of a terminal that can be edited at, else `nil`.
    static func atTerminal(historyPath: String?, complete: @escaping (String) -> Completion) -> EditlineSource? {
        isInteractive() ? EditlineSource(name: "sfm", historyPath: historyPath, complete: complete) : nil
    }

    /// Whether people sit at both ends: input and output are terminals, and one that can move its cursor.
    package static func isInteractive(
        input: Int32 = STDIN_FILENO, output: Int32 = STDOUT_FILENO, terminal: String? = EditlineSource.terminalName
    ) -> Bool {
        guard let terminal, !terminal.isEmpty, terminal != "dumb" else { return false }
        return isatty(input) == 1 && isatty(output) == 1
    }

    /// The value of TERM.
    package static var terminalName: String? { getenv("TERM").map { String(cString: $0) } }

    /// Makes a function a libedit command of that name.
    func addCommand(_ name: String, _ function: @escaping sfm_el_command) {
        let name = WideText(Array(name.unicodeScalars))
        commandNames.append(name)
        sfm_el_add_command(editor, name.start, function)
    }

    static func owner(of editor: OpaquePointer?) -> EditlineSource? {
        guard let editor, let owner = sfm_el_owner(editor) else { return nil }
        return Unmanaged<EditlineSource>.fromOpaque(owner).takeUnretainedValue()
    }

    /// Makes the character locale a UTF-8 one; in any other libedit drops Cyrillic letters in silence.
    private static func useUTF8() -> Bool {
        ["", "C.UTF-8", "C.utf8", "en_US.UTF-8", "ru_RU.UTF-8"].contains { (name: String) in
            setlocale(LC_CTYPE, name) != nil && strcmp(nl_langinfo(Int32(CODESET)), "UTF-8") == 0
        }
    }
}
