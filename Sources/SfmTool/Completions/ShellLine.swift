/// A command line of bash up to the cursor, taken apart as bash reads it, and how a word is put into it. To a shell a space is one whatever
/// mark follows it: all of it goes by scalars.
struct ShellLine {
    /// The words behind the name of the program, before the one at the cursor.
    private(set) var words: [String] = []
    /// The word at the cursor, without its quotes.
    private(set) var current = ""
    /// What of it stands before the part that bash replaces.
    private var kept = ""
    private var quote: UnicodeScalar?
    /// Whether the word begins with the tilde of a home folder.
    private var isAtHome = false

    static let usualBreaks = " \t\n\"'><=;|&(:"

    init(_ line: String, breaks: String) {
        var all: [String] = []
        var hasWord = false
        var afterRedirection = false
        var rest = line.unicodeScalars[...]
        func isBreak(_ c: UnicodeScalar) -> Bool { breaks.unicodeScalars.contains(c) }
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
                if let next = rest.popFirst(), next != "\n" { current.unicodeScalars.append(next) }
                hasWord = true
            case (nil, "\""), (nil, "'"):
                (quote, hasWord) = (c, true)
                kept = current
            case ("\"", "\\"):
                guard let next = rest.popFirst() else { continue }
                if !Self.stopsInQuotes(next) { current.unicodeScalars.append("\\") }
                current.unicodeScalars.append(next)
            case (let open?, _) where c == open:
                quote = nil
                if isBreak(c) { kept = current }
            default:
                if quote == nil, !hasWord, c == "~", rest.first == "/" { isAtHome = true }
                current.unicodeScalars.append(c)
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
        func has(_ c: UnicodeScalar) -> Bool { text.unicodeScalars.contains(c) }
        switch quote {
        case "'": return has("'") ? nil : text
        // What an exclamation mark stands for is looked for even there.
        case .some: return has("!") ? nil : Self.escaped(text) { c, _ in Self.stopsInQuotes(c) }
        case nil:
            let keepsTilde = isAtHome && kept.isEmpty
            let word = Self.escaped(text) { c, isFirst in
                c == "~" || c == "#" ? isFirst && !(c == "~" && keepsTilde) : " \t!\"$&'()*;<>?[\\]^`{|}".unicodeScalars.contains(c)
            }
            return word + (candidate.isOpen ? "" : " ")
        }
    }

    /// What a backslash takes its meaning from within double quotes.
    private static func stopsInQuotes(_ c: UnicodeScalar) -> Bool { "$`\"\\".unicodeScalars.contains(c) }

    /// With a backslash before whatever is more than a letter.
    private static func escaped(_ text: String, _ isSpecial: (UnicodeScalar, _ isFirst: Bool) -> Bool) -> String {
        var out = String.UnicodeScalarView()
        for c in text.unicodeScalars {
            if isSpecial(c, out.isEmpty) { out.append("\\") }
            out.append(c)
        }
        return String(out)
    }
}
