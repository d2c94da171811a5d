import SfmRuntime
import SfmSyntax
import SfmTerms
import SfmTool

/// Journal: whatever the bytes, what is whole is followed or refused, and what follows the last whole record is no part of it.
func fuzzJournal(_ bytes: [UInt8]) {
    let contents = JournalFormat.read(bytes)
    precondition(contents.whole <= bytes.count, "more is whole than there is")
    var repl = Repl(language: .russian, fallback: .russian, colour: false, plain: true, files: FileStore(root: "/nonexistent", limit: 1 << 16))
    for record in contents.records.prefix(64) where !repl.replay(record) { break }
}
