import SfmModel
import SfmPolicy
import SfmRuntime
import SfmScenarios
import SfmSyntax
import SfmTerms

/// `why`, `why not`, `who can`, `what can`, `show`: questions change nothing.
extension Repl {
    func why() -> Reply {
        guard let last = session.lastDecision else { return refuse("nothing has been decided yet", "решений ещё не было") }
        return Reply(text: explain(last))
    }

    private func explain(_ last: LastDecision) -> SafeText {
        let (renderer, decision) = (last.after.renderer, last.decision)
        var out: SafeText = "\(renderer.headline(decision, language))\n"
        let rules = last.after.hasPolicy ? last.before.review(decision, after: last.after) : []
        if rules.isEmpty, renderer.reasons(decision).isEmpty {
            out +=
                last.after.hasPolicy
                ? language("  no clause speaks of it\n", "  ни один пункт об этом не говорит\n")
                : language("  no policy is in force\n", "  порядок не применён\n")
        }
        // The rules say in full what the reasons say in short, but for what the world itself cannot do.
        if rules.isEmpty || decision.outcome == .impossible {
            for line in renderer.reasons(decision) { out += "  \(line[language])\n" }
        }
        if !rules.isEmpty { out += language("every rule about it:\n", "все нормы об этом действии:\n") }
        for line in rules { out += "  \(line[language])\n" }
        return out
    }

    mutating func whyNot(_ asked: ActQuestion) -> Reply {
        let question: ActQuestion
        do throws(PromptMistake) { question = try known(asked) } catch { return complain(error) }
        switch session.ask(question) {
        case .success: return why()
        case .failure(let problems):
            if let renamed = asDeclared(question, problems) { return whyNot(renamed) }
            return complain(problems, of: question)
        }
    }

    /// «да — разрешено: …» with what it goes by.
    mutating func may(_ asked: ActQuestion) -> Reply {
        let question: ActQuestion
        do throws(PromptMistake) { question = try known(asked) } catch { return complain(error) }
        switch session.ask(question) {
        case .success(let decision):
            guard let last = session.lastDecision else { return why() }
            let renderer = last.after.renderer
            let yes: SafeText = decision.outcome == .allowed ? language("yes", "да") : language("no", "нет")
            var out: SafeText = "\(yes) — \(renderer.headline(decision, language))\n"
            for line in renderer.reasons(decision) { out += "  \(line[language])\n" }
            return Reply(text: out)
        case .failure(let problems):
            if let renamed = asDeclared(question, problems) { return may(renamed) }
            return complain(problems, of: question)
        }
    }

    mutating func whoCan(_ question: ActQuestion) -> Reply {
        switch session.whoCan(question) {
        case .success(let answer):
            let renderer = session.interpreter.renderer
            guard let refusal = answer.refusal else {
                let rows = answer.people.map { [SafeText(renderer.person($0.person)), SafeText(renderer.cite($0.decision.clauses)[language])] }
                return Reply(text: language("can:\n", "могут:\n") + Table.layOut(rows))
            }
            return Reply(
                text: language("nobody can\n", "никто не может\n") + renderer.reasons(refusal).map { "  \($0[language])\n" }.joined())
        case .failure(let problems):
            if let renamed = asDeclared(question, problems) { return whoCan(renamed) }
            return inGeneral(question) ?? complain(problems, of: question)
        }
    }

    /// What the policies in force say of an act that nothing more is said of: «кто может создать чат».
    private func inGeneral(_ question: ActQuestion) -> Reply? {
        var parser = Parser(grammar: Sfm.grammar)
        let acts = parser.bareActs(question.source, from: question.start)
        guard !acts.isEmpty else { return nil }
        guard session.interpreter.hasPolicy else { return refuse("no policy is in force", "порядок не применён") }
        let policies = session.interpreter.policies.policies
        var out: SafeText = ""
        for act in acts {
            let lines = policies.flatMap { PolicyReading($0).about(act: act) }.map { "  \($0[language])\n" as SafeText }
            let noun = SafeText(ActTable.all[act].noun[language])
            let nothing: SafeText = language("  no clause speaks of it\n", "  ни один пункт об этом не говорит\n")
            out += "\(noun):\n" + (lines.isEmpty ? nothing : lines.joined())
        }
        return Reply(text: out)
    }

    /// What stands before a word that belongs nowhere is mostly a whole question.
    private func complain(_ problems: Session.Problems, of question: ActQuestion) -> Reply {
        complain(
            problems.diagnostics.map { diagnostic in
                guard diagnostic.code == .unexpectedRest, let right = right(question, before: diagnostic.span) else { return diagnostic }
                var copy = diagnostic
                copy.help.insert(Text("it is written: \(right)", "пишется так: \(right)"), at: 0)
                return copy
            }, problems.sources)
    }

    private func right(_ question: ActQuestion, before span: Span) -> String? {
        let whole = question.source.text(Span(0, Int(span.lower))).trimmed
        var probe = session
        guard
            case .success = probe.ask(ActQuestion(source: SourceFile(name: "—", text: whole), start: question.start, doer: question.doer, role: question.role))
        else { return nil }
        return whole
    }

    /// The question with names as they are declared, where that is all it lacks.
    private func asDeclared(_ question: ActQuestion, _ problems: Session.Problems) -> ActQuestion? {
        let source = question.source
        guard let text = asDeclared(source.text(Span(0, source.bytes.count)), problems.diagnostics) else { return nil }
        let renamed = SourceFile(name: source.name, bytes: Array(text.utf8), firstLine: source.firstLine)
        return ActQuestion(source: renamed, start: question.start, doer: question.doer, role: question.role)
    }

    func complain(_ mistake: PromptMistake) -> Reply { complain([mistake.diagnostic], [mistake.source]) }

    private func complain(_ diagnostics: [Diagnostic], _ sources: [SourceFile]) -> Reply {
        let renderer = DiagnosticRenderer(language: language, colour: colour)
        return Reply(
            text: diagnostics.map { renderer.render(atPrompt($0), sources: sources) }.joined(), failed: true, status: ExitStatus(of: diagnostics))
    }

    /// A name of somebody or something that the world has not got.
    private func unknown(_ name: PromptLine.Name, _ kind: NameKind, _ source: SourceFile) -> PromptMistake {
        var names = session.interpreter.names
        let (id, world) = (names.intern(name.text), session.interpreter.world)
        let known: [NameID] =
            switch kind {
            case .chat: world.chats.map(\.name)
            case .group: world.groups.map(\.name)
            default: world.people.map(\.name)
            }
        return PromptMistake(diagnostic: NameChecks.unknown(id, kind: kind, known: known, names: names, span: name.span), source: source)
    }

    /// The name among the question's that nothing bears.
    private func unknown(in request: ShowRequest, _ source: SourceFile) -> PromptMistake? {
        let shower = self.shower
        if let person = request.person, shower.index(of: person.text) == nil { return unknown(person, .person, source) }
        if let chat = request.chat, shower.chatIndex(chat.text) == nil { return unknown(chat, .chat, source) }
        if let group = request.group, shower.groupIndex(group.text) == nil { return unknown(group, .group, source) }
        return nil
    }

    private var shower: WorldPrinter {
        WorldPrinter(interpreter: session.interpreter, language: language, width: isFitted ? .max : Wrap.width)
    }

    /// The name of somebody in the world that a question puts into another case: «показать @диму».
    private func known(_ name: PromptLine.Name) -> PromptLine.Name {
        let shower = self.shower
        guard shower.index(of: name.text) == nil else { return name }
        let names = session.interpreter.names
        let meant = DeclinedName.meant(by: name.text, among: shower.world.people.map { names[$0.name] })
        return meant.count == 1 ? PromptLine.Name(text: meant[0], span: name.span) : name
    }

    /// With the name of whoever is meant to do it; a mistake where nobody is of that name, or is not what the question calls them.
    private func known(_ question: ActQuestion) throws(PromptMistake) -> ActQuestion {
        guard case .named(let handle, let span)? = question.doer else { return question }
        let name = known(PromptLine.Name(text: handle, span: span))
        guard let index = shower.index(of: name.text) else { throw unknown(name, .person, question.source) }
        if let (role, place) = question.role, !hasSomewhere(index, role) {
            let noun = RoleNoun.of(role)
            let message = Text(
                "\(name.text) is not: \(noun.inflected(.english))", "\(name.text) — не \(noun.inflected(.russian))")
            throw PromptMistake(
                diagnostic: Diagnostic(.unknownName, message, place, help: [Text("show \(name.text)", "показать \(name.text)")]), source: question.source)
        }
        return ActQuestion(source: question.source, start: question.start, doer: .named(name.text, span), role: question.role)
    }

    /// Whether somebody has a role, be it in one chat.
    private func hasSomewhere(_ id: PersonID, _ role: Role) -> Bool {
        let world = session.interpreter.world
        return world.roles(of: id).has(role) || world[person: id].chats.contains { world.roles(of: id, chat: $0).has(role) }
    }

    mutating func show(_ asked: ShowRequest, _ source: SourceFile) -> Reply {
        var request = asked
        request.person = request.person.map { known($0) }
        if let mistake = unknown(in: request, source) { return complain(mistake) }
        do throws(UnknownPaper) {
            let answer = try shower.show(request)
            session.propose(shower.expectations(request))
            return Reply(text: answer)
        } catch {
            return complain(PromptMistake(diagnostic: error.diagnostic, source: source))
        }
    }

    func whatCan(_ asked: PromptLine.Name, _ source: SourceFile) -> Reply {
        let person = known(asked)
        guard let answer = Powers(interpreter: session.interpreter, language: language).summary(person.text) else {
            return complain(unknown(person, .person, source))
        }
        return Reply(text: answer)
    }
}
