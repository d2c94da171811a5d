import SfmTerms

/// `sfm fmt PATHS`
enum FormatCommand {
    static func run(_ environment: Environment) throws(UsageError) -> ExitStatus { .usage }
}
