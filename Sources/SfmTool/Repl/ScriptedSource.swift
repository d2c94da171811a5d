import SfmSyntax

/// Input written down beforehand, for tests; it notes the prompts and history entries it is given.
package final class ScriptedSource: LineSource {
    private var inputs: ArraySlice<LineInput>
    /// Prompts asked for so far, oldest first.
    package private(set) var prompts: [String] = []
    /// Entries remembered so far, oldest first.
    package private(set) var history: [String] = []

    package init(inputs: [LineInput]) {
        self.inputs = inputs[...]
    }

    package convenience init(lines: [String]) {
        self.init(inputs: lines.map(LineInput.line))
    }

    package func read(prompt: SafeText) -> LineInput {
        prompts.append(prompt.rawText)
        return inputs.popFirst() ?? .endOfInput
    }

    package func addHistory(_ entry: String) {
        history.append(entry)
    }
}
