import SfmTerms

enum HelpCommand {
    static let commands: [(name: String, text: Text)] = [("run", Text("", "")), ("test", Text("", ""))]
    static func run(_ environment: Environment, topic: String?) -> ExitStatus { .ok }
}
