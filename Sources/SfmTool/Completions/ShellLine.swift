/// A command line of bash up to the cursor, taken apart as bash reads it, and how a word is put into it.
struct ShellLine {
    /// The words behind the name of the program, before the one at the cursor.
    private(set) var words: [String] = []
    /// The word at the cursor, without its quotes.
    private(set) var current = ""
    /// What of it stands before the part that bash replaces.
    private var kept = ""
    private var quote: Character?
    /// Whether the word begins with the tilde of a home folder.
    private var isAtHome = false

    static let usualBreaks = " \t\n\"'><=;|&(:"

    init(_ line: String, breaks: String) {
        var all: [String] = []
        var hasWord = false
        var afterRedirection = false
        var rest = line[...]
        func isBreak(_ c: Character) -> Bool { breaks.contains(c) }
        func begin(_ value: inout Self) { (value.current, value.kept, value.isAtHome) = ("", "", false) }
        while let c = rest.popFirst() {
            switch (quote, c) {
            case (nil, " "), (nil, "\t"):
                if hasWord, !afterRedirection { all.append(current) }
                if hasWord { afterRedirection = false }
                hasWord = false
                begin(&self)
            case (nil, ";"), (nil, "|"), (nil, "&"), (nil, "("), (nil, "\n"):
                // Another command begins.
                (all, hasWord, afterRedirection) = ([], false, false)
                begin(&self)
            case (nil, "<"), (nil, ">"):
                if hasWord, !afterRedirection { all.append(current) }
                (hasWord, afterRedirection) = (false, true)
                begin(&self)
            case (nil, "\\"):
                if let next = rest.popFirst(), next != "\n" { current.append(next) }
                hasWord = true
            case (nil, "\""), (nil, "'"):
                (quote, hasWord) = (c, true)
                kept = current
            case ("\"", "\\"):
                guard let next = rest.popFirst() else { continue }
                current += "$`\"\\".contains(next) ? String(next) : "\\" + String(next)
            case (let open?, _) where c == open:
                quote = nil
                if isBreak(c) { kept = current }
            default:
                if quote == nil, !hasWord, c == "~", rest.first == "/" { isAtHome = true }
                current.append(c)
                hasWord = true
                if quote == nil, isBreak(c) { kept = current }
            }
        }
        // `LANG=C sfm …`: what is set for the command comes before it.
        words = Array(all.drop { Self.isAssignment($0) }.dropFirst())
    }

    private static func isAssignment(_ word: String) -> Bool {
        guard let equals = word.firstIndex(of: "="), let first = word.first, !first.isNumber else { return false }
        return word[..<equals].allSatisfy { $0 == "_" || $0.isASCII && ($0.isLetter || $0.isNumber) } && equals != word.startIndex
    }

    /// What to put in the place of the part that bash replaces; `nil` where that cannot be said.
    func insertion(_ candidate: WordCandidate) -> String? {
        guard candidate.value.utf8.starts(with: kept.utf8) else { return nil }
        let text = String(decoding: candidate.value.utf8.dropFirst(kept.utf8.count), as: UTF8.self)
        switch quote {
        case "'": return text.contains("'") ? nil : text
        // What an exclamation mark stands for is looked for even there.
        case .some where text.contains("!"): return nil
        case .some: return String(text.flatMap { "$`\"\\".contains($0) ? ["\\", $0] : [$0] })
        case nil: return Self.quoted(text, keepsTilde: isAtHome && kept.isEmpty) + (candidate.isOpen ? "" : " ")
        }
    }

    /// With a backslash before whatever is more than a letter to a shell.
    private static func quoted(_ text: String, keepsTilde: Bool) -> String {
        var out = ""
        for (k, c) in text.enumerated() {
            let isSpecial = c == "~" || c == "#" ? k == 0 && !(c == "~" && keepsTilde) : " \t!\"$&'()*;<>?[\\]^`{|}".contains(c)
            if isSpecial { out.append("\\") }
            out.append(c)
        }
        return out
    }
}
