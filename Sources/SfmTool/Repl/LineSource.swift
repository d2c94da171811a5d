import SfmSyntax

/// What one request for a line came back with.
package enum LineInput: Equatable, Sendable {
    case line(String)
    /// A line whose bytes are no text in UTF-8.
    case broken([UInt8])
    case interrupted
    case endOfInput
}

/// One way to finish the word at the cursor.
package struct CompletionCandidate: Equatable, Sendable {
    /// What stands in place of the last `Completion.replace` scalars before the cursor.
    package var text: String
    /// A few words shown beside the text in a list; may be empty.
    package var note: String

    package init(text: String, note: String = "") {
        self.text = text
        self.note = note
    }
}

/// Everything that fits at the cursor.
package struct Completion: Equatable, Sendable {
    /// How many Unicode scalars before the cursor a candidate replaces.
    package var replace: Int
    /// The ways to finish the word, in the order to list them.
    package var candidates: [CompletionCandidate]

    package init(replace: Int, candidates: [CompletionCandidate]) {
        self.replace = replace
        self.candidates = candidates
    }

    /// Nothing fits.
    package static let none = Completion(replace: 0, candidates: [])
}

/// Where the lines of a session come from.
package protocol LineSource: AnyObject {
    /// Reads one line; the prompt is "" when nothing should be shown, and a pasted line may hold line feeds.
    func read(prompt: SafeText) -> LineInput
    /// Remembers an accepted entry, which may hold line feeds.
    func addHistory(_ entry: String)
}
