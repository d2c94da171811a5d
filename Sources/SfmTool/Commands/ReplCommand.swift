import SfmTerms

enum ReplCommand {
    static func run(_ environment: Environment) throws(UsageError) -> ExitStatus { .usage }
}
