import CEditline
import Glibc

extension EditlineSource {
    /// Milliseconds in which a paste goes on: nobody presses two keys so soon one after the other.
    private static let pasteDelay = 10

    /// Keys and what they do, beyond libedit's own Emacs keys; terminals differ in what they send for one key.
    private static let bindings: [(command: String, keys: [String])] = [
        ("sfm-complete", ["\t"]),
        ("sfm-interrupt", ["\u{03}"]),
        ("sfm-end-or-delete", ["\u{04}"]),
        ("sfm-search", ["\u{12}"]),
        ("sfm-suspend", ["\u{1A}"]),
        ("sfm-paste", ["\u{1B}[200~"]),
        ("ed-prev-history", ["\u{1B}[A", "\u{1B}OA"]),
        ("ed-next-history", ["\u{1B}[B", "\u{1B}OB"]),
        ("ed-next-char", ["\u{1B}[C", "\u{1B}OC"]),
        ("ed-prev-char", ["\u{1B}[D", "\u{1B}OD"]),
        ("ed-move-to-beg", ["\u{1B}[H", "\u{1B}OH", "\u{1B}[1~", "\u{1B}[7~"]),
        ("ed-move-to-end", ["\u{1B}[F", "\u{1B}OF", "\u{1B}[4~", "\u{1B}[8~"]),
        ("ed-delete-next-char", ["\u{1B}[3~"]),
        // Alt with a letter comes as the letter of the layout in use, Cyrillic ones included.
        ("em-next-word", ["\u{1B}[1;5C", "\u{1B}[1;3C", "\u{1B}[5C", "\u{1B}Oc", "\u{1B}f", "\u{1B}а"]),
        ("ed-prev-word", ["\u{1B}[1;5D", "\u{1B}[1;3D", "\u{1B}[5D", "\u{1B}Od", "\u{1B}b", "\u{1B}и"]),
        ("em-delete-next-word", ["\u{1B}[3;5~", "\u{1B}d", "\u{1B}в"]),
        ("ed-delete-prev-word", ["\u{17}", "\u{1B}\u{7F}", "\u{1B}\u{08}"]),
    ]

    /// The escape sequences among the bound keys.
    static let boundSequences = Set(bindings.flatMap { $0.keys.map { Array($0.unicodeScalars) } })

    func bindKeys() {
        addCommand("sfm-complete") { editor, _ in EditlineSource.perform(editor) { $0.completeWord() } }
        addCommand("sfm-interrupt") { editor, _ in EditlineSource.perform(editor) { $0.interrupt() } }
        addCommand("sfm-end-or-delete") { editor, _ in EditlineSource.perform(editor) { $0.endOrDelete() } }
        addCommand("sfm-search") { editor, _ in EditlineSource.perform(editor) { $0.searchHistory() } }
        addCommand("sfm-suspend") { editor, _ in EditlineSource.perform(editor) { $0.suspend() } }
        addCommand("sfm-paste") { editor, _ in EditlineSource.perform(editor) { $0.insertPaste() } }
        for (command, keys) in Self.bindings {
            for key in keys { sfm_el_bind(editor, Self.wide(key), Self.wide(command)) }
        }
    }

    private static func perform(_ editor: OpaquePointer?, _ action: (EditlineSource) -> UInt8) -> UInt8 {
        owner(of: editor).map(action) ?? UInt8(CC_ERROR)
    }

    private func completeWord() -> UInt8 {
        let before = textBeforeCursor
        // A tab that begins a line or comes with more behind it was pasted, not pressed.
        let begins = before.unicodeScalars.reversed().prefix { $0 != "\n" }.allSatisfy { $0 == " " || $0 == "\t" }
        if begins && !before.unicodeScalars.isEmpty || isPasted {
            insert(["\t"])
            return UInt8(CC_REFRESH)
        }
        let completion = complete(before)
        let typed = before.unicodeScalars.suffix(max(0, completion.replace))
        let step = Self.step(
            for: completion, typed: String(typed), next: textAfterCursor.unicodeScalars.first)
        switch step {
        case .nothing:
            return UInt8(CC_REFRESH_BEEP)
        case .insert(let text):
            insert(Array(text.unicodeScalars), replacing: typed.count)
            return UInt8(CC_REFRESH)
        case .list:
            leaveInput()
            let rows = Self.table(
                of: completion.candidates, columns: window.columns, rows: window.rows)
            emit(rows.map { $0 + "\r\n" }.joined())
            sfm_el_redraw(editor)
            return UInt8(CC_NORM)
        }
    }

    /// Whether more comes at once than keys could be pressed; a tab once more is the same key held.
    private var isPasted: Bool {
        guard hasInput(within: Self.pasteDelay) else { return false }
        readsAhead = true
        defer { readsAhead = false }
        guard let next = nextScalar() else { return false }
        unread(Array(String(Character(next)).utf8))
        return unreadBytes.contains { $0 != UInt8(ascii: "\t") }
    }

    func interrupt() -> UInt8 {
        wasInterrupted = true
        leaveInput(mark: "^C")
        return UInt8(CC_EOF)
    }

    private func endOrDelete() -> UInt8 {
        if line.isEmpty {
            leaveInput()
            return UInt8(CC_EOF)
        }
        guard !textAfterCursor.isEmpty else { return UInt8(CC_REFRESH_BEEP) }
        _ = el_cursor(editor, 1)
        el_deletestr(editor, 1)
        return UInt8(CC_REFRESH)
    }

    /// Ctrl-Z: stops the whole job, as the terminal itself would, and draws the line again afterwards.
    private func suspend() -> UInt8 {
        leaveInput()
        emit("\u{1B}[?2004l")
        sfm_el_release_terminal(editor)
        kill(0, SIGTSTP)
        emit("\u{1B}[?2004h")
        window = Self.windowSize()
        el_resize(editor)
        sfm_el_redraw(editor)
        return UInt8(CC_NORM)
    }
}
