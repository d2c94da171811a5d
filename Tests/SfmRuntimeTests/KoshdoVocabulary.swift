import Foundation
import Testing

/// Every line of the vocabulary, in groups that must come to one and the same tree: `Tests/Vocabulary/NAME.txt`.
///
/// A heading `# id` opens a group of acts, facts, checks and absent things. The lines of a group say the same in other words; handles and names
/// are those of `KoshdoWorld`, after which every line must also run.
enum KoshdoVocabulary {
    static let acts = text("acts")
    /// Every fact holds after it was given, where it can be given.
    static let facts = text("facts")
    /// Facts that can only be checked; they hold in the world.
    static let checks = text("checks")
    /// What is not there can be asked of names that something has introduced only.
    static let absent = text("absent")
    static let statements = text("statements")
    /// The lines of a paragraph are one rule in other words.
    static let norms = text("norms")
    /// How rules name each act: after «разрешено РОЛИ», after «при», and the act's id.
    static let ruleHeads = text("ruleHeads")

    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appending(path: "Vocabulary")

    /// Empty where it cannot be read, which a test refuses.
    private static func text(_ name: String) -> String { (try? String(contentsOf: folder.appending(path: name + ".txt"), encoding: .utf8)) ?? "" }

    /// What is read from the folder, by the file's name.
    static let files = [
        "acts": acts, "facts": facts, "checks": checks, "absent": absent, "statements": statements, "norms": norms, "ruleHeads": ruleHeads,
    ]

    /// Every file of the folder is read, and none is empty.
    static func expectWhole() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false))
        #expect(Set(names) == Set(files.keys.map { $0 + ".txt" }))
        for (name, text) in files { #expect(text.split(separator: "\n").count >= 7, "\(name) is empty") }
    }
}
