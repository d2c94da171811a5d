import SfmTerms

/// `sfm reference`: the whole language as Markdown, from the tables.
enum ReferenceCommand {
    static func run(_ environment: Environment) throws(UsageError) -> ExitStatus {
        guard environment.options.arguments.isEmpty else {
            throw UsageError(
                message: Text("reference takes no arguments; help WORD tells of one thing", "у reference нет аргументов; об одном расскажет help СЛОВО"))
        }
        environment.print(Reference(environment.language()).markdown.dropLastNewline)
        return .ok
    }
}

extension String {
    /// Without the empty line that every section ends with.
    fileprivate var dropLastNewline: String { hasSuffix("\n\n") ? String(dropLast()) : self }
}
