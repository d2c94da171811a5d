import SfmRuntime
import SfmScenarios
import SfmSyntax
import SfmTerms
import Testing

/// VOCABULARY.md held line by line: what means the same must come to the same tree, and must run.
@Suite struct KoshdoVocabularyTests {
    @Test func theVocabularyIsThere() throws { try KoshdoVocabulary.expectWhole() }

    // MARK: - Acts

    @Test("lines of one act come to one tree", arguments: Group.read(KoshdoVocabulary.acts))
    func actsParse(_ group: Group) throws {
        var reader = Reader()
        var wanted: String?
        for line in group.lines {
            guard let step = reader.step(line) else { continue }
            guard case .act(let node) = step.kind else {
                Issue.record("not an act: \(line)")
                continue
            }
            #expect(Sfm.grammar.acts[node.act].id == group.id, "\(line)")
            let tree = reader.tree(node)
            if let wanted { #expect(tree == wanted, "\(line)") } else { wanted = tree }
        }
    }

    @Test("every act line runs in the world without a policy", arguments: Group.read(KoshdoVocabulary.acts))
    func actsRun(_ group: Group) {
        for line in group.lines { KoshdoWorld.expectPasses(line, words: Sfm.grammar.namesWord(ActTable.index(of: group.id))) }
    }

    @Test("every act line has an answer under a policy, done, forced and asked about", arguments: Group.read(KoshdoVocabulary.acts))
    func actsAreDecided(_ group: Group) {
        let givens =
            KoshdoWorld.text.components(by: "\n").filter { $0.hasPrefix("дано") } + ["дано работник @sokolov", "дано @sidorov заблокирован в чате \"10А\""]
        var library = Library()
        for line in group.lines {
            let isEvent = ActTable.all[ActTable.index(of: group.id)].isDoneByWorld
            for step in ["", "expect allowed: ", "force "] where !(isEvent && step == "force ") {
                var loader = ScriptLoader(path: "line")
                let text =
                    KoshdoWorld.words + "use policy \"own words\"\nuse policy \"koshdo-2024\"\n" + givens.joined(separator: "\n")
                    + "\n\(step)\(line)\nfulfil duties\nexpect no breaches\n"
                let script = loader.load(SourceFile(name: "line", text: text), library: &library)
                #expect(script.diagnostics.map(\.message.en) == [], "\(step)\(line)")
                let result = Runner().test(script, named: "line")
                #expect(result.scenarios.count == 1)
            }
        }
    }

    @Test("every act's example runs in both languages", arguments: ActTable.all.map(\.forms.id))
    func examplesRun(_ id: String) {
        let example = ActTable.all[ActTable.index(of: id)].example
        var reader = Reader()
        for line in [example.en, example.ru] {
            if case .act(let node)? = reader.step(line)?.kind {
                // Which kind an own act is only its policy says.
                #expect(Sfm.grammar.acts[node.act].id == (Sfm.grammar.acts[node.act].isOwn ? "own liberty" : id), "\(line)")
            } else {
                Issue.record("not an act: \(line)")
            }
            KoshdoWorld.expectPasses(line, words: Sfm.grammar.acts[ActTable.index(of: id)].isOwn || Sfm.grammar.namesWord(ActTable.index(of: id)))
        }
    }

    @Test("every act's example is done under a policy or refused for a stated reason", arguments: ActTable.all.map(\.forms.id))
    func examplesAreAnswered(_ id: String) {
        let givens = KoshdoWorld.text.components(by: "\n").filter { $0.hasPrefix("дано") }
        let example = ActTable.all[ActTable.index(of: id)].example
        var library = Library()
        for policy in Library.shippedIDs {
            for line in [example.en, example.ru] {
                var loader = ScriptLoader(path: "line")
                let text =
                    KoshdoWorld.words + "use policy \"own words\"\nuse policy \"\(policy)\"\n" + givens.joined(separator: "\n")
                    + "\nдано работник @sokolov\n\(line)\n"
                let script = loader.load(SourceFile(name: "line", text: text), library: &library)
                #expect(script.diagnostics.map(\.message.en) == [], "\(line)")
                let result = Runner().test(script, named: "line")
                #expect(result.scenarios.count == 1)
                for failure in result.scenarios.flatMap(\.failures) {
                    #expect(!failure.message.en.isEmpty && !failure.message.ru.isEmpty && !failure.details.isEmpty, "\(policy): \(line)")
                }
            }
        }
    }

    @Test("every act stands in the vocabulary") func everyActIsCovered() {
        let covered = Set(Group.read(KoshdoVocabulary.acts).map(\.id))
        // Which kind an own act is only its policy says.
        for act in Sfm.grammar.acts where !act.isOwn || act.id == Sfm.grammar.acts[Sfm.grammar.ownAct].id { #expect(covered.contains(act.id), "\(act.id)") }
    }

    // MARK: - Facts

    @Test(
        "lines of one fact come to one tree",
        arguments: Group.read(KoshdoVocabulary.facts) + Group.read(KoshdoVocabulary.checks) + Group.read(KoshdoVocabulary.absent))
    func factsParse(_ group: Group) {
        var reader = Reader()
        var wanted: String?
        for line in group.lines {
            guard case .expectFact(let node)? = reader.step("expect " + line)?.kind else { continue }
            #expect(Sfm.grammar.facts[node.fact].id == group.id, "\(line)")
            let tree = reader.tree(node)
            if let wanted { #expect(tree == wanted, "\(line)") } else { wanted = tree }
        }
    }

    @Test("a fact that was given holds", arguments: Group.read(KoshdoVocabulary.facts))
    func factsHold(_ group: Group) {
        for line in group.lines { KoshdoWorld.expectPasses("дано \(line)\nожидаем \(line)") }
    }

    @Test("a fact that can only be checked holds in the world", arguments: Group.read(KoshdoVocabulary.checks))
    func checksHold(_ group: Group) {
        for line in group.lines { KoshdoWorld.expectPasses("expect " + line) }
    }

    // MARK: - Statements and norms

    @Test("statements in other words come to one tree", arguments: Group.read(KoshdoVocabulary.statements))
    func statementsParse(_ group: Group) {
        var reader = Reader()
        var wanted: String?
        for line in group.lines {
            guard let step = reader.step(line) else { continue }
            let tree = reader.tree(step.kind)
            if let wanted { #expect(tree == wanted, "\(line)") } else { wanted = tree }
        }
    }

    @Test("rules name every act by its imperfective and its noun", arguments: KoshdoVocabulary.ruleHeads.components(by: "\n"))
    func ruleHeads(_ row: String) throws {
        let cells = row.split(separator: ";", omittingEmptySubsequences: false).map { String($0.drop { $0 == " " }) }
        let act = ActTable.index(of: cells[2])
        var reader = Reader()
        if !cells[0].isEmpty, let rule = reader.clause("разрешено директору \(cells[0])")?.rules.first {
            #expect(rule.acts.contains { $0.act == act }, "\(row)")
            #expect(rule.qualifiers.targets.isEmpty, "\(row)")
        }
        if !cells[1].isEmpty, let rule = reader.clause("обязан директор представить статистику при \(cells[1])")?.rules.first {
            #expect(rule.triggers.contains { $0.act == act }, "\(row)")
        }
    }

    @Test("rules in other words come to one tree", arguments: KoshdoVocabulary.norms.components(by: "\n\n"))
    func rulesParse(_ block: String) {
        var reader = Reader()
        var wanted: String?
        for line in block.components(by: "\n") {
            guard let clause = reader.clause(line) else { continue }
            let tree = reader.plain("\(clause.rules) \(clause.notes) \(clause.lists)")
            if let wanted { #expect(tree == wanted, "\(line)") } else { wanted = tree }
        }
    }
}

/// Lines that mean the same, under the id of their act or fact.
struct Group: CustomTestStringConvertible, Sendable {
    let id: String
    var lines: [String] = []

    var testDescription: String { "\(id): \(lines.first ?? "")" }

    static func read(_ table: String) -> [Group] {
        var out: [Group] = []
        for line in table.components(by: "\n") {
            if line.hasPrefix("#") {
                out.append(Group(id: String(line.drop { $0 == "#" || $0 == " " })))
            } else {
                out[out.count - 1].lines.append(line)
            }
        }
        return out
    }
}

extension String {
    /// The pieces between a separator, without empty ones.
    func components(by separator: String) -> [String] {
        var out: [String] = []
        var rest = Substring(self)
        while let range = rest.firstRange(of: separator) {
            out.append(String(rest[..<range.lowerBound]))
            rest = rest[range.upperBound...]
        }
        out.append(String(rest))
        return out.filter { !$0.isEmpty }
    }
}

/// Parses single lines with one table of names, so that trees compare.
struct Reader {
    var parser = Parser(grammar: Sfm.grammar)

    mutating func step(_ line: String) -> StepNode? {
        let before = parser.diagnostics.count
        let script = parser.parse(SourceFile(name: "line", text: line + "\n"))
        for d in parser.diagnostics.dropFirst(before) { Issue.record("\(line): \(d.message.en)") }
        guard parser.diagnostics.count == before else { return nil }
        #expect(script.looseSteps.count == 1, "\(line)")
        return script.looseSteps.first
    }

    mutating func clause(_ line: String) -> PolicyClauseNode? {
        let before = parser.diagnostics.count
        let script = parser.parse(SourceFile(name: "line", text: "policy \"p\"\nclause 1 \"t\"\n\(line)\nend\n"))
        for d in parser.diagnostics.dropFirst(before) { Issue.record("\(line): \(d.message.en)") }
        guard parser.diagnostics.count == before, let policy = script.policies.first else { return nil }
        var compiler = PolicyCompiler(policy)
        _ = compiler.compile(extending: [])
        for d in compiler.diagnostics { Issue.record("\(line): \(d.message.en)") }
        return policy.clauses.first
    }

    /// Without places in the text and with the parts in one order.
    func tree(_ node: ActNode) -> String {
        // «школы» without a name says nothing more.
        let named = node.slots.filter { $0.slot != .school || plain("\($0.value)") != "name(nil)" }
        var slots = named.map { "\($0.slot): " + plain("\($0.value)") }
        if let actor = node.actor {
            let isDoer = Sfm.grammar.acts[node.act].doerIsTarget
            slots.append((isDoer ? "target: " : "actor: ") + plain(isDoer ? "\(SlotValue.people([actor]))" : "\(actor)"))
        }
        return Sfm.grammar.acts[node.act].id + " " + slots.sorted().joined(separator: "; ")
    }

    func tree(_ node: FactNode) -> String {
        "\(node.fact) \(node.negated) " + node.slots.map { "\($0.slot): " + plain("\($0.value)") }.sorted().joined(separator: "; ")
    }

    func tree(_ kind: StepNode.Kind) -> String {
        switch kind {
        case .act(let act): "act " + tree(act)
        case .force(let act): "force " + tree(act)
        case .given(let fact): "given " + tree(fact)
        case .expectFact(let fact): "expect " + tree(fact)
        case .expectDecision(let expected, let clauses, let act): "\(expected) " + plain("\(clauses)") + tree(act)
        default: plain("\(kind)")
        }
    }

    /// A description without the spans in it.
    func plain(_ text: String) -> String {
        var out = ""
        var rest = Substring(text)
        while let range = rest.firstRange(of: "Span(") {
            out += rest[..<range.lowerBound]
            rest = rest[range.upperBound...]
            if let end = rest.firstIndex(of: ")") { rest = rest[rest.index(after: end)...] }
        }
        return (out + rest).components(by: "SfmSyntax.").joined().components(by: "SfmTerms.").joined()
    }
}

/// The world after which every example and every line of the vocabulary runs, with no policy in force.
enum KoshdoWorld {
    static let text = """
        дано школа "Школа" с администратором @smirnova
        дано директор @smirnov
        дано заместитель @zueva
        дано классный руководитель @petrova группы "10А"
        дано группа "10Б"
        дано ученики @ivanov, @sidorov в группе "10А"
        дано ученик @novikov в группе "10Б"
        дано учитель @orlov
        дано родитель @ivanova ученика @ivanov
        дано родитель @orlova ученика @sidorov
        дано посторонний @stranger
        дано учитель без подтверждения @guest
        дано приказ "143" издан
        дано канал "Новости"
        дано чат "Биология" для учеников группы "10А", модератор @petrova
        дано чат "10А" для учеников группы "10А", модератор @petrova
        дано ссылка L0 действует для родителя в чат "10А" от @petrova
        @sokolov: подать заявку на вступление в школу учителем
        @petrova: создать опрос "Едем?" с вариантами "да", "нет", "yes" в чате "Биология"
        @petrova: начать звонок в чате "Биология"
        @ivanov: написать "Здравствуйте" в чате "10А"
        заблокировать @sidorov в чате "10А" на 14 дней
        @petrova: возразить против разблокировки @sidorov в чате "10А"
        дано @sidorov участник чата "10А"
        @smirnov: согласовать: @petrova: создать чат "Физика"

        """

    /// Runs lines after the world; the first thing that is wrong is reported.
    /// A policy that declares the words of the examples, and lets everybody.
    static let words = """
        policy "own words"
          mark "consent" ru "согласие" of person
          act "record the lesson" ru "записать урок": liberty, in chat
          act "award" ru "наградить": power, of person
          event "bullying" ru "травля": of person, in chat
          clause 1
            permit set "consent"
            permit clear "consent"
            permit "award"
        end

        """

    static func expectPasses(_ lines: String, policy: String? = nil, words: Bool = false) {
        var library = Library()
        let head = (words ? Self.words : "") + (policy.map { "use policy \"\($0)\"\n" } ?? "")
        var loader = ScriptLoader(path: "line")
        let script = loader.load(SourceFile(name: "line", text: head + text + (words ? "use policy \"own words\"\n" : "") + lines + "\n"), library: &library)
        for d in script.diagnostics { Issue.record("\(lines): \(d.message.en)") }
        guard script.diagnostics.isEmpty else { return }
        let result = Runner().test(script, named: "line")
        for failure in result.scenarios.flatMap(\.failures) {
            Issue.record("\(lines): \(failure.message.en) \(failure.details.map(\.en))")
        }
    }
}
