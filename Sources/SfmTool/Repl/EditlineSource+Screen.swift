import CEditline
import Glibc

extension winsize {
    /// Cells in a row; 80 for a terminal that does not tell.
    var columns: Int { ws_col == 0 ? 80 : Int(ws_col) }
    /// Rows; 24 for a terminal that does not tell.
    var rows: Int { ws_row == 0 ? 24 : Int(ws_row) }
}

extension EditlineSource {
    /// A place on the screen, counted from where the prompt begins.
    struct ScreenPlace: Equatable {
        var row = 0
        var column = 0

        /// Moves over text as libedit draws it in so many columns.
        mutating func advance(over text: some Sequence<Unicode.Scalar>, columns: Int) {
            for scalar in text {
                switch scalar {
                case "\n": (row, column) = (row + 1, 0)
                case "\t": take(8 - column % 8, columns)
                case "\u{00}"..."\u{1F}", "\u{7F}"..."\u{9F}": take(2, columns)
                default: take(EditlineSource.cells(scalar), columns)
                }
            }
        }

        private mutating func take(_ width: Int, _ columns: Int) {
            if column + width > columns { (row, column) = (row + 1, 0) }
            column += width
            if column >= columns { (row, column) = (row + 1, 0) }
        }
    }

    static func windowSize() -> winsize {
        var size = winsize()
        _ = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size)
        return size
    }

    /// Writes to the terminal past libedit, after what it has to say.
    func emit(_ text: String) {
        sfm_el_flush()
        var text = text
        text.withUTF8 { bytes in
            var rest = UnsafeRawBufferPointer(bytes)
            while !rest.isEmpty {
                let count = write(STDOUT_FILENO, rest.baseAddress, rest.count)
                if count < 0 && errno == EINTR { continue }
                guard count > 0 else { return }
                rest = UnsafeRawBufferPointer(rebasing: rest[count...])
            }
        }
    }

    /// Moves to a fresh row below the line, with a mark left at its end.
    func leaveInput(mark: String = "") {
        let (cursor, end) = places()
        let down = min(end.row - cursor.row, window.rows - 1)
        emit((down > 0 ? "\u{1B}[\(down)B" : "") + "\u{1B}[\(end.column + 1)G" + mark + "\r\n")
    }

    /// Wipes prompt and line off the screen and leaves the cursor where the prompt began.
    func eraseInput() {
        let up = min(places().cursor.row, window.rows - 1)
        emit("\r" + (up > 0 ? "\u{1B}[\(up)A" : "") + "\u{1B}[J")
    }

    /// Draws the line again when the window has another size; most terminals have rewrapped it by then.
    func followWindow() {
        let size = Self.windowSize()
        guard size.ws_col != window.ws_col || size.ws_row != window.ws_row else { return }
        window = size
        el_resize(editor)
        eraseInput()
        sfm_el_redraw(editor)
    }

    private func places() -> (cursor: ScreenPlace, end: ScreenPlace) {
        var place = ScreenPlace()
        place.advance(over: prompt.visible, columns: window.columns)
        place.advance(over: textBeforeCursor.unicodeScalars, columns: window.columns)
        let cursor = place
        place.advance(over: textAfterCursor.unicodeScalars, columns: window.columns)
        return (cursor, place)
    }
}
