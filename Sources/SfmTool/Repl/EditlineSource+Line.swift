import CEditline
import Glibc

extension EditlineSource {
    /// A zero-terminated wide string that stays where it is for as long as the object lives.
    final class WideText {
        let start: UnsafeMutablePointer<wchar_t>

        init(_ scalars: [Unicode.Scalar]) {
            start = .allocate(capacity: scalars.count + 1)
            for (index, scalar) in scalars.enumerated() {
                (start + index).initialize(to: wchar_t(truncatingIfNeeded: scalar.value))
            }
            (start + scalars.count).initialize(to: 0)
        }

        deinit { start.deallocate() }
    }

    /// The line as it is edited, which may hold line feeds.
    var line: String { textBeforeCursor + textAfterCursor }

    var textBeforeCursor: String {
        guard let info = el_wline(editor)?.pointee, let start = info.buffer, let cursor = info.cursor else { return "" }
        return Self.decoded(UnsafeBufferPointer(start: start, count: max(0, cursor - start))[...])
    }

    var textAfterCursor: String {
        guard let info = el_wline(editor)?.pointee, let cursor = info.cursor, let end = info.lastchar else { return "" }
        return Self.decoded(UnsafeBufferPointer(start: cursor, count: max(0, end - cursor))[...])
    }

    /// Puts text in at the cursor, in place of so many scalars before it.
    func insert(_ scalars: [Unicode.Scalar], replacing count: Int = 0) {
        if count > 0 { el_deletestr(editor, Int32(clamping: count)) }
        guard !scalars.isEmpty else { return }
        _ = el_winsertstr(editor, Self.wide(scalars))
    }

    /// Replaces the whole line and leaves the cursor before the last `after` scalars of it.
    func replaceLine(with text: String, cursorBeforeLast after: Int = 0) {
        _ = el_cursor(editor, Int32(clamping: textAfterCursor.unicodeScalars.count))
        insert(Array(text.unicodeScalars), replacing: textBeforeCursor.unicodeScalars.count)
        _ = el_cursor(editor, Int32(clamping: -after))
    }

    static func wide(_ text: String) -> [wchar_t] { wide(Array(text.unicodeScalars)) }

    /// A zero-terminated copy for the length of one call; a zero scalar would end it early and is left out.
    private static func wide(_ scalars: [Unicode.Scalar]) -> [wchar_t] {
        scalars.filter { $0.value != 0 }.map { wchar_t(truncatingIfNeeded: $0.value) } + [0]
    }

    static func decoded(_ characters: Slice<UnsafeBufferPointer<wchar_t>>) -> String {
        var scalars = String.UnicodeScalarView()
        for character in characters {
            scalars.append(Unicode.Scalar(UInt32(truncatingIfNeeded: character)) ?? "\u{FFFD}")
        }
        return String(scalars)
    }
}
