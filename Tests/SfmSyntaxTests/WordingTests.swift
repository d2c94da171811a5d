import SfmRuntime
import SfmTerms
import Testing

@testable import SfmSyntax

/// Steps as people say them come to the tree of the line as the language has it.
@Suite struct WordingTests {
    private func read(_ line: String) -> (dump: String?, diagnostics: [Diagnostic]) {
        var parser = Parser(grammar: Sfm.grammar)
        let script = parser.parse(SourceFile(name: "", text: line + "\n"))
        let tree = TreeDump(grammar: Sfm.grammar, names: parser.names)
        return (script.looseSteps.first.map { tree.dump($0) }, parser.diagnostics)
    }

    static let understood = [
        ("@оля заблокировала @дима на 3 дня", "@оля: заблокировать @дима на 3 дня"),
        ("классный руководитель @оля напомнила @дима о правилах", "@оля: напомнить @дима о правилах"),
        ("заблокируй @дима в чате \"7Б\" на 3 дня", "заблокировать @дима в чате \"7Б\" на 3 дня"),
        ("исключение @рома из чата \"7Б\"", "исключить @рома из чата \"7Б\""),
        ("на 3 дня заблокировать @дима", "заблокировать @дима на 3 дня"),
        ("из чата \"7Б\" исключить @рома", "исключить @рома из чата \"7Б\""),
        ("@дима заблокировать на 3 дня в чате \"7Б\"", "заблокировать @дима в чате \"7Б\" на 3 дня"),
        ("сообщение 2 удалено модератором @оля", "@оля: удалить сообщение 2"),
        ("добавить @тимур в чат 7Б", "добавить @тимур в чат \"7Б\""),
        ("Когда: нарушение @катя в чате \"7Б\"", "нарушение @катя в чате \"7Б\""),
        ("Затем, @оля: удалить сообщение 2", "@оля: удалить сообщение 2"),
        ("Дано, что @дима заблокирован до 12.09.2024", "дано @дима заблокирован до 12.09.2024"),
        ("@оля не вправе исключить @лёша по личным мотивам", "ожидаем отказ: @оля: исключить @лёша по личным мотивам"),
        ("@оля может заблокировать @дима на 3 дня", "ожидаем разрешение: @оля: заблокировать @дима на 3 дня"),
        ("никто не вправе заблокировать @катя на 2 месяца", "ожидаем никто не может заблокировать @катя на 2 месяца"),
        ("добавить @петя в чат \"7Б\" запрещено", "ожидаем запрет: добавить @петя в чат \"7Б\""),
        ("@olga blocked @dima for 3 days", "@olga: block @dima for 3 days"),
        ("for 3 days block @dima", "block @dima for 3 days"),
        ("moderator @olga reminds @dima", "@olga: remind @dima"),
        ("@olga is not allowed to remove @leo", "expect denied: @olga: remove @leo"),
    ]

    @Test("what can be meant one way alone is understood", arguments: understood)
    func understands(_ said: String, _ meant: String) {
        let (own, canonical) = (read(said), read(meant))
        #expect(canonical.dump != nil && canonical.diagnostics.isEmpty)
        #expect(own.diagnostics.map(\.message.ru) == [])
        #expect(own.dump == canonical.dump)
    }

    @Test(
        "what may be meant otherwise is asked about",
        arguments: [
            ("@рома исключён из чата \"7Б\" модератором", "исключить @рома из чата \"7Б\""), ("@оля @дима заблокировать", nil),
            ("@оля не может исключить @лёша", nil), ("чат \"7Б\" закрыт ученикам @дима", nil),
        ])
    func asks(_ said: String, _ offered: String?) {
        let own = read(said)
        #expect(own.dump == nil && own.diagnostics.count == 1)
        if let offered { #expect(own.diagnostics.first?.fixes.map(\.replacement) == [offered]) }
        #expect(own.diagnostics.flatMap(\.fixes).allSatisfy { $0.grade == .perhaps })
    }

    @Test("nothing that a line says is left out of what is read, and nonsense stays nonsense")
    func nonsense() {
        for line in ["@оля заблокировала вчера @дима на 3 дня", "заблокировала", String(repeating: "заблокировала @дима ", count: 500)] {
            #expect(read(line).dump == nil, "\(line.prefix(60))")
        }
    }
}

/// What is understood is written as the language has it, and stays what it is.
@Suite struct WordingFormatTests {
    @Test("a step that is put as people say it is laid out and translated as the line that it means", arguments: WordingTests.understood)
    func formats(_ said: String, _ meant: String) throws {
        let formatted = try #require(Formatter(grammar: Sfm.grammar).format(SourceFile(name: "", text: said + "\n")).text)
        var parser = Parser(grammar: Sfm.grammar)
        let tree = parser.parse(SourceFile(name: "", text: formatted))
        #expect(parser.diagnostics.isEmpty && tree.looseSteps.count == 1, "\(formatted)")
        #expect(Formatter(grammar: Sfm.grammar).format(SourceFile(name: "", text: formatted)).text == formatted)
        for language in Language.allCases {
            let translated = try #require(Translator(grammar: Sfm.grammar, to: language).translate(SourceFile(name: "", text: said + "\n")).text)
            var other = Parser(grammar: Sfm.grammar)
            let again = other.parse(SourceFile(name: "", text: translated))
            let dumps = [TreeDump(grammar: Sfm.grammar, names: parser.names).dump(tree), TreeDump(grammar: Sfm.grammar, names: other.names).dump(again)]
            #expect(dumps[0] == dumps[1], "\(translated)")
        }
    }
}
