import SfmPolicy
import SfmTerms
import Testing

@testable import SfmRuntime
@testable import SfmSyntax

/// Which chat a rule speaks of: read as what is said, refused where the act has none.
@Suite struct ChatPartsTests {
    private func compile(_ rule: String) -> (policy: Policy?, messages: [String]) {
        var parser = Parser(grammar: Sfm.grammar)
        let script = parser.parse(SourceFile(name: "p.sfm", text: "policy \"p\"\n  clause 1 \"c\"\n    \(rule)\nend\n"))
        guard let node = script.policies.first else { return (nil, parser.diagnostics.map(\.message.en)) }
        var compiler = PolicyCompiler(node)
        let policy = compiler.compile(extending: [])
        return (policy, (parser.diagnostics + compiler.diagnostics).map(\.message.en))
    }

    @Test(
        "an act that happens in no chat, or makes it, is not narrowed by one",
        arguments: [
            "forbid issue order in chat of parents", "forbid create chat in closed chat", "запрещено издавать приказ в чате родителей",
            "forbid create chat when chat is closed", "oblige admin to report statistics when create chat in chat of parents",
        ])
    func noChatToAskAbout(_ rule: String) {
        #expect(compile(rule).messages.contains { $0.contains("cannot be asked about") }, "\(rule)")
    }

    @Test("one person in Russian is whom the act is about, several behind the chat are those whom it is for")
    func oneIsNotMany() throws {
        let one = try #require(compile("запрещено исключать из чата учителя").policy?.rules.first)
        #expect(one.scope.targets == RoleSet(.teacher) && one.conditions.isEmpty)
        for rule in ["запрещено исключать из чата учителей", "forbid remove from chat of teachers"] {
            let many = try #require(compile(rule).policy?.rules.first)
            #expect(many.scope.targets.isEmpty && many.conditions.count == 1, "\(rule)")
        }
    }

    @Test(
        "a denial stands before the preposition, and is read so",
        arguments: [("forbid post when chat is not for parents", Language.english), ("запрещено писать, если чат не для родителей", .russian)])
    func denials(_ rule: String, _ language: Language) throws {
        let policy = try #require(compile(rule).policy)
        let printed = RuleRenderer.inBothLanguages { $0.rule($1.node(policy.rules[0])) }
        #expect(printed[language] == rule)
        #expect(compile(printed.en).policy?.rules.first?.conditions == compile(printed.ru).policy?.rules.first?.conditions)
    }
}
