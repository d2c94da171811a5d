import CEditline

extension EditlineSource {
    /// Takes a bracketed paste apart: keeps text, tabs and line feeds, drops control characters and escape sequences.
    struct PasteFilter {
        /// What is kept so far, with every kind of line end as a line feed.
        private(set) var text: [Unicode.Scalar] = []
        private var state = State.text

        private enum State: Equatable {
            case text
            case afterReturn
            case escape
            /// A control sequence (`ESC [`) and its parameters so far.
            case sequence(String)
            /// A string for the terminal (a title, a clipboard): everything up to its end mark.
            case string
        }

        /// Takes the next scalar; true when it completes the mark that ends the paste.
        mutating func feed(_ scalar: Unicode.Scalar) -> Bool {
            switch state {
            case .text, .afterReturn: keep(scalar)
            case .escape: continueEscape(scalar)
            case .sequence(let parameters):
                if ("\u{20}"..."\u{3F}").contains(scalar) {
                    state = .sequence(parameters.count < 16 ? parameters + String(scalar) : parameters)
                    return false
                }
                state = .text
                if scalar == "~" && parameters == "201" { return true }
                if !("\u{40}"..."\u{7E}").contains(scalar) { keep(scalar) }
            case .string:
                switch scalar {
                case "\u{07}", "\u{9C}": state = .text
                case "\u{1B}": state = .escape
                case "\r", "\n": keep(scalar)
                default: break
                }
            }
            return false
        }

        private mutating func keep(_ scalar: Unicode.Scalar) {
            let follows = state == .afterReturn
            state = .text
            switch scalar {
            case "\u{1B}": state = .escape
            case "\u{9B}": state = .sequence("")
            case "\u{90}", "\u{98}", "\u{9D}", "\u{9E}", "\u{9F}": state = .string
            case "\r":
                text.append("\n")
                state = .afterReturn
            case "\n":
                if !follows { text.append("\n") }
            case "\t": text.append("\t")
            case "\u{00}"..."\u{1F}", "\u{7F}"..."\u{9F}": break
            default: text.append(scalar)
            }
        }

        private mutating func continueEscape(_ scalar: Unicode.Scalar) {
            switch scalar {
            case "[": state = .sequence("")
            case "]", "P", "X", "^", "_": state = .string
            case "\u{20}"..."\u{2F}": break
            case "\u{30}"..."\u{7E}": state = .text
            default:
                state = .text
                keep(scalar)
            }
        }
    }

    /// Reads a paste to its end mark and puts it into the line, so that Enter is what runs it.
    ///
    /// The last line feed is held back, for the cursor to stay on the last line; a paste right after brings it in.
    func insertPaste() -> UInt8 {
        readsAhead = true
        defer { readsAhead = false }
        var filter = PasteFilter()
        while let scalar = nextScalar(), !filter.feed(scalar) {}
        var scalars = filter.text
        if let heldBack = heldBackFeed, heldBack == line { scalars.insert("\n", at: 0) }
        let endsLine = scalars.last == "\n"
        if endsLine { scalars.removeLast() }
        if !scalars.isEmpty { insert(scalars) }
        heldBackFeed = endsLine ? line : nil
        return UInt8(CC_REFRESH)
    }
}
