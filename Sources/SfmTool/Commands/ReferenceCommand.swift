import SfmSyntax
import SfmTerms

/// `sfm reference [FORMAT]`: what the tables say, as Markdown or as a file for an editor.
enum ReferenceCommand {
    /// What it can be; the first without a word.
    static let forms = ["markdown"] + EditorGrammar.formats.map(\.name)

    static func run(_ environment: Environment) throws(UsageError) -> ExitStatus {
        let arguments = environment.options.arguments
        guard arguments.count <= 1, forms.contains(arguments.first ?? forms[0]) else {
            let list = forms.joined(separator: ", ")
            throw UsageError(
                message: Text(
                    "reference has these forms: \(list); help WORD tells of one thing", "reference бывает таким: \(list); об одном слове расскажет help СЛОВО"))
        }
        if let format = EditorGrammar.formats.first(where: { $0.name == arguments.first }) {
            environment.write(document: format.text())
        } else {
            environment.write(document: Reference(environment.language()).markdown.dropLastNewline)
        }
        return .ok
    }
}

extension String {
    /// Without the empty line that every section ends with.
    fileprivate var dropLastNewline: String { hasSuffix("\n\n") ? String(dropLast()) : self }
}
