import SfmSyntax
import SfmTerms

/// `sfm reference [FORMAT]`: what the tables say, as Markdown or as a file for an editor.
enum ReferenceCommand {
    static func run(_ environment: Environment) throws(UsageError) -> ExitStatus {
        let arguments = environment.options.arguments
        let known = ["markdown"] + EditorGrammar.formats.map(\.name)
        guard arguments.count <= 1, known.contains(arguments.first ?? known[0]) else {
            let list = known.joined(separator: ", ")
            throw UsageError(
                message: Text(
                    "reference has these forms: \(list); help WORD tells of one thing", "reference бывает таким: \(list); об одном слове расскажет help СЛОВО"))
        }
        if let format = EditorGrammar.formats.first(where: { $0.name == arguments.first }) {
            environment.print(format.text())
        } else {
            environment.print(Reference(environment.language()).markdown.dropLastNewline)
        }
        return .ok
    }
}

extension String {
    /// Without the empty line that every section ends with.
    fileprivate var dropLastNewline: String { hasSuffix("\n\n") ? String(dropLast()) : self }
}
