import CEditline
import Glibc

extension EditlineSource {
    /// Ctrl-R: looks for an entry that holds what is typed, newest first, in any letter case.
    ///
    /// libedit's own search looks keys up by their low byte and so takes Л for Escape and П for Ctrl-_.
    func searchHistory() -> UInt8 {
        var search = HistorySearch(entries: history.entries)
        let original = (text: line, after: textAfterCursor.unicodeScalars.count, prompt: prompt)
        var isCancelled = false
        draw(search)
        keys: while let key = nextScalar() {
            switch key {
            case "\u{12}": search.moveToOlder()
            case "\u{13}": search.moveToNewer()
            case "\u{08}", "\u{7F}": search.removeLast()
            case "\u{07}":
                isCancelled = true
                break keys
            case "\u{1B}" where !hasInput(within: Self.sequenceDelay): break keys
            case "\u{00}"..."\u{1F}":
                unread([UInt8(truncatingIfNeeded: key.value)])
                break keys
            default: search.add(key)
            }
            draw(search)
        }
        eraseInput()
        prompt = original.prompt
        if isCancelled { replaceLine(with: original.text, cursorBeforeLast: original.after) }
        sfm_el_redraw(editor)
        return UInt8(CC_NORM)
    }

    private func draw(_ search: HistorySearch) {
        eraseInput()
        prompt = Prompt("(^R) \(search.pattern) \(search.isMissing ? "✗" : "›") ")
        if let found = search.found { replaceLine(with: found) }
        if search.isMissing { emit("\u{07}") }
        sfm_el_redraw(editor)
    }

    /// Where a search through the history stands.
    struct HistorySearch {
        private let entries: [String]
        private(set) var pattern = ""
        /// The index of the entry shown.
        private var index: Int?
        /// Nothing holds the pattern, or nothing more does.
        private(set) var isMissing = false

        init(entries: [String]) { self.entries = entries }

        var found: String? { index.map { entries[$0] } }

        /// Looks on from the entry shown, which may hold the longer pattern too.
        mutating func add(_ scalar: Unicode.Scalar) {
            pattern.unicodeScalars.append(scalar)
            look(in: entries.indices.prefix(index.map { $0 + 1 } ?? entries.count).reversed())
        }

        mutating func removeLast() {
            guard !pattern.isEmpty else { return }
            pattern.unicodeScalars.removeLast()
            look(in: entries.indices.reversed())
        }

        mutating func moveToOlder() {
            look(in: entries.indices.prefix(index ?? entries.count).reversed(), except: found)
        }

        mutating func moveToNewer() {
            look(in: entries.indices.dropFirst((index ?? entries.count) + 1), except: found)
        }

        private mutating func look(in indices: some Sequence<Int>, except shown: String? = nil) {
            let wanted = pattern.lowercased()
            let next = indices.first { entries[$0] != shown && strstr(entries[$0].lowercased(), wanted) != nil }
            isMissing = next == nil && !pattern.isEmpty
            if !pattern.isEmpty { index = next ?? index }
        }
    }
}
