import SfmTerms

extension Diagnostic {
    /// Where nothing is near to what was typed.
    public static let seeHelp = Text("sfm help lists what can be said", "что можно сказать, покажет sfm help")

    static func expected(_ what: Text, _ span: Span, found: String?, help: Text? = nil) -> Diagnostic {
        let tail = found.map { Text(", found “\($0)”", ", а стоит «\($0)»") } ?? Text(", found the end of the line", ", а строка кончилась")
        return Diagnostic(.expected, Text("expected \(what.en)", "здесь нужно: \(what.ru)") + tail, span, help: help.map { [$0] } ?? [])
    }

    static func fileTooLarge(_ name: String, limit: Int, file: UInt16) -> Diagnostic {
        Diagnostic(
            .fileTooLarge,
            Text("the file is larger than the limit of \(limit) bytes", "файл больше предела в \(limit) байт"), Span(0, 0, file: file),
            help: [Text("split it, or raise the limit: --max-file-bytes N", "разделите его или поднимите предел: --max-file-bytes N")])
    }

    /// What was typed or came on a pipe.
    public static func textTooLarge(limit: Int) -> Diagnostic {
        Diagnostic(
            .fileTooLarge, Text("this is longer than the limit of \(limit) bytes", "это длиннее предела в \(limit) байт"), .none,
            help: [Text("say it line by line, or raise the limit: --max-file-bytes N", "вводите построчно или поднимите предел: --max-file-bytes N")])
    }

    static func nestedTooDeep(_ span: Span, limit: Int, isCondition: Bool = false) -> Diagnostic {
        let what = isCondition ? Text("brackets and negations", "скобки и отрицания") : Text("blocks", "блоки")
        return Diagnostic(
            .nestedTooDeep, what + Text(" are nested deeper than the limit of \(limit)", " вложены глубже предела: \(limit)"), span,
            help: [Text("--max-nesting N raises it", "предел поднимает --max-nesting N")])
    }

    static func tableTooLarge(_ span: Span, limit: Int) -> Diagnostic {
        Diagnostic(
            .fileTooLarge,
            Text("the rows of the table would make more than \(limit) bytes of steps", "строки таблицы дали бы больше \(limit) байт шагов"), span,
            help: [
                Text("split the table, or raise the limit: --max-file-bytes N", "разделите таблицу или поднимите предел: --max-file-bytes N")
            ])
    }

    static func tooManyRows(_ span: Span, limit: Int) -> Diagnostic {
        Diagnostic(
            .fileTooLarge, Text("the tables of a compilation have more than \(limit) rows", "строк во всех таблицах больше \(limit)"), span,
            help: [Text("split the file", "разделите файл")])
    }

    public static func tooManyDiagnostics(_ span: Span, limit: Int) -> Diagnostic {
        Diagnostic(
            .tooManyDiagnostics, Text("more than \(limit) mistakes; the rest is not shown", "ошибок больше \(limit), остальные не показаны"), span)
    }

    /// With how the statement is written, or what may follow, where that is known.
    static func unexpectedRest(_ span: Span, _ found: String, help: Text?) -> Diagnostic {
        Diagnostic(
            .unexpectedRest, Text("“\(found)” is not understood here", "здесь непонятно «\(found)»"), span,
            help: [help ?? Text("one statement a line", "в строке — одно высказывание")])
    }

    static func strayCharacter(_ span: Span, _ found: String) -> Diagnostic {
        Diagnostic(
            .strayCharacter, Text("the language has no sign “\(found)”", "знака «\(found)» в языке нет"), span,
            help: [
                Text("free text stands in quotes, a remark behind #", "свободный текст пишут в кавычках, пометку для себя — после #")
            ])
    }

    static func wrongType(_ span: Span, _ what: Text, _ help: Text) -> Diagnostic {
        Diagnostic(.wrongType, what, span, help: [help])
    }

    static func unclosedBlock(_ what: Text, _ span: Span) -> Diagnostic {
        Diagnostic(
            .unclosedBlock, Text("“\(what.en)” has no end", "у блока «\(what.ru)» нет конца"), span,
            help: [Text("close it with a line: end", "закройте его строкой: конец")])
    }

    static func strayEnd(_ span: Span) -> Diagnostic {
        Diagnostic(
            .strayEnd, Text("there is no open block that this could end", "закрывать нечего: открытого блока нет"), span,
            help: [
                Text(
                    "delete the line, or mend the line above that was to open a block",
                    "удалите строку или поправьте ту строку выше, которая должна открывать блок")
            ], fixes: [.perhaps(span, "")])
    }

    static func nothingToRepeat(_ span: Span) -> Diagnostic {
        Diagnostic(
            .nothingToRepeat, Text("there is no line above whose word “and” could repeat", "выше нет строки, слово которой повторяет «и»"), span,
            help: [Text("begin with given, expect or the act itself", "начните с «дано», «ожидаем» или с действия")])
    }

    static func factWithoutLead(_ span: Span) -> Diagnostic {
        Diagnostic(
            .misplaced, Text("this states a fact; a step sets or checks it", "это утверждение; шаг должен его задать или проверить"), span,
            help: [
                Text("to set it: given …; to check it: expect …", "чтобы задать: дано …; чтобы проверить: ожидаем …")
            ])
    }

    /// A lead that means nothing, before what is no step of its own.
    static func leadBefore(_ word: String, _ span: Span, lead: String) -> Diagnostic {
        Diagnostic(
            .misplaced, Text("“\(lead)” does not stand before “\(word)”", "перед «\(word)» не ставят «\(lead)»"), span,
            help: [Text("leave it out", "уберите его")], fixes: [.perhaps(span, word)])
    }

    static func missingColon(_ span: Span, _ handle: String) -> Diagnostic {
        Diagnostic(
            .expected, Text("a colon belongs between who acts and the act", "между тем, кто действует, и действием нужно двоеточие"), span,
            fixes: [.marks(span, typed: handle, meant: handle + ":")])
    }

    /// `expect denied by clause 24 block @x`: the colon is certain where an act or its actor follows.
    static func missingColon(beforeAct span: Span, found: String?, behind last: (span: Span, text: String)?) -> Diagnostic {
        var d = expected(
            Text("a colon before the act", "двоеточие перед действием"), span, found: found,
            help: Text("as in: expect denied by clause 24: block @ivanov", "например: ожидаем отказ по п. 24: заблокировать @иванов"))
        d.fixes = last.map { [.marks($0.span, typed: $0.text, meant: $0.text + ":")] } ?? []
        return d
    }

    static func missingPart(_ span: Span, _ what: Text, example: Text) -> Diagnostic {
        Diagnostic(
            .missingPart, Text("missing: \(what.en)", "не хватает: \(what.ru)"), span,
            help: [Text("it is written: \(example.en)", "пишется так: \(example.ru)")])
    }

    static func doubledPart(_ span: Span) -> Diagnostic {
        Diagnostic(.doubledPart, Text("this part stands twice", "эта часть стоит дважды"), span, help: [Text("leave one", "оставьте одну")])
    }

    /// `typed` stands in the text; it is beyond doubt what belongs into the quotation marks where that is one word, and where
    /// nothing but the name can stand in the place (`isAlone`).
    static func unquotedName(_ span: Span, _ typed: String, _ what: Text, isAlone: Bool = false) -> Diagnostic {
        let name = Parser.clipped(typed)
        let isOneWord = !typed.unicodeScalars.contains { Scalars.isSpace($0.value) }
        let quoted = FormPrinter.source(typed)
        return Diagnostic(
            .unquotedName, Text("names stand in quotes: “\(name)”", "названия пишут в кавычках: «\(name)»"), span, label: what,
            fixes: [isOneWord || isAlone ? .marks(span, typed: typed, meant: quoted) : .perhaps(span, quoted)])
    }

    static func badDate(_ span: Span) -> Diagnostic {
        Diagnostic(
            .badDate, Text("there is no such date", "такой даты нет"), span,
            help: [
                Text(
                    "dates are 02.09.2024 or 2024-09-02, with a time if needed: 09:30",
                    "даты пишут 02.09.2024 или 2024-09-02, при нужде со временем: 09:30")
            ])
    }

    /// With the line as it should be, where that is known.
    static func shortYear(_ span: Span, _ line: String?) -> Diagnostic {
        let way = line.map { Text("write: \($0)", "напишите: \($0)") } ?? Text("as in: 01.09.2024", "например: 01.09.2024")
        return Diagnostic(.badDate, Text("the year needs four digits", "год пишут четырьмя цифрами"), span, help: [way])
    }

    static func badNumber(_ span: Span, found: String?, _ example: Text) -> Diagnostic {
        let what = found.map { Text("“\($0)” is not a number that fits here", "«\($0)» — не то число, которое здесь подходит") }
        return Diagnostic(
            .badNumber, what ?? Text("the number is missing or too large", "числа нет или оно слишком велико"), span,
            help: [Text("as in: \(example.en)", "например: \(example.ru)")])
    }

    static func unknownColumn(_ span: Span, _ name: String, known: [String], at places: [Span]) -> Diagnostic {
        var d = Diagnostic(.unknownColumn, Text("the table has no column “\(name)”", "в таблице нет столбца «\(name)»"), span)
        if let twin = known.firstIndex(where: { Confusables.of($0) == Confusables.of(name) }), let letters = Confusables.difference(known[twin], name) {
            let (there, here) = (Confusables.describe(letters.a), Confusables.describe(letters.b))
            if places.indices.contains(twin) { d.related = [(places[twin], there)] }
            d.help = [
                Text(
                    "the header <\(known[twin])> looks the same: \(there.en) stands in it, \(here.en) in <\(name)>; type one of the two again",
                    "заголовок <\(known[twin])> только выглядит так же: в нём \(there.ru), а в <\(name)> \(here.ru); наберите одно из двух заново")
            ]
            return d
        }
        if let near = Suggestion.nearest(to: name, among: known) {
            d.help = [Text("did you mean <\(near)>?", "может быть, <\(near)>?")]
        }
        let list = known.map { "<\($0)>" }.joined(separator: ", ")
        d.help.append(Text("columns: \(list)", "столбцы: \(list)"))
        d.help.append(Text("where a sign is meant and no column: \\u{3C} inside of quotes", "если нужен сам знак, а не столбец: \\u{3C} внутри кавычек"))
        return d
    }

    static func doubledColumn(_ span: Span, _ name: String, first: Span) -> Diagnostic {
        var d = Diagnostic(
            .doubledColumn, Text("the table has two columns “\(name)”", "в таблице два столбца «\(name)»"), span,
            help: [Text("give one of them another name, or leave one", "назовите один из них иначе или оставьте один")])
        d.related = [(first, Text("here first", "впервые здесь"))]
        return d
    }

    static func unusedColumn(_ span: Span, _ name: String) -> Diagnostic {
        Diagnostic(
            .unusedColumn, Text("nothing in the scenario uses the column “\(name)”", "столбец «\(name)» в сценарии не используется"), span,
            severity: .warning,
            help: [Text("write <\(name)> where its values belong, or take it out", "поставьте <\(name)> туда, где нужны его значения, или уберите столбец")])
    }

    static func commentInCell(_ span: Span, _ cell: String) -> Diagnostic {
        Diagnostic(
            .badTable, Text("the cell “\(cell)” holds a #, which would end the line", "в ячейке «\(cell)» есть знак #, который оборвал бы строку"), span,
            help: [Text("take it out, or put it within quotes", "уберите его или возьмите в кавычки")])
    }

    static func badTable(_ span: Span, _ why: Text) -> Diagnostic {
        Diagnostic(
            .badTable, why, span,
            help: [
                Text(
                    "a row is | one | two |, as many cells as the header has; \\| is a bar",
                    "строка — это | один | два |, ячеек столько же, сколько в заголовке; \\| — сама черта")
            ])
    }

    static func outsideExercise(_ span: Span) -> Diagnostic {
        Diagnostic(
            .misplaced, Text("this belongs to an exercise", "эта строка бывает только в упражнении"), span,
            help: [Text("put a line above: exercise \"…\"", "поставьте выше строку: упражнение \"…\"")])
    }

    static func outsideExploration(_ span: Span) -> Diagnostic {
        Diagnostic(
            .misplaced, Text("this belongs to an exploration", "эта строка бывает только в исследовании"), span,
            help: [Text("put a line above: exploration \"…\"", "поставьте выше строку: исследование \"…\"")])
    }

    static func noReason(_ span: Span, _ word: Keyword) -> Diagnostic {
        Diagnostic(
            .missingPart, Text("the reason is missing", "не указана причина"), span,
            help: [
                Text("as in: \(word.phrase(.english)) \"clause 12 is being redrafted\"", "например: \(word.phrase(.russian)) \"пункт 12 переписывают\"")
            ])
    }

    static func secondMark(_ span: Span) -> Diagnostic {
        Diagnostic(
            .doubledPart,
            Text("a scenario is skipped or known to fail once, with one reason", "сценарий помечают один раз и с одной причиной"), span,
            help: [Text("leave one of the two lines", "оставьте одну из этих строк")])
    }

    static func markElsewhere(_ span: Span, _ word: Keyword) -> Diagnostic {
        let (en, ru) = (word.phrase(.english), word.phrase(.russian))
        return Diagnostic(
            .misplaced,
            Text("this belongs under the head of a scenario, before its first step", "эта строка стоит сразу под заголовком сценария, до первого шага"), span,
            help: [
                Text("scenario \"…\"", "сценарий \"…\""), Text("  \(en) \"why\"", "  \(ru) \"почему\""),
            ])
    }

    static func emptyList(_ name: String, _ span: Span) -> Diagnostic {
        Diagnostic(
            .emptyList, Text("the list “\(name)” is empty", "перечень «\(name)» пуст"), span,
            help: [Text("as in: list \(name): \"…\", \"…\"", "например: перечень \(name): \"…\", \"…\"")])
    }

    static func ruleOutsideClause(_ span: Span) -> Diagnostic {
        Diagnostic(
            .misplaced, Text("a rule belongs to a clause", "правило должно стоять внутри пункта"), span,
            help: [Text("put a line above: clause 1 \"…\"", "поставьте выше строку: пункт 1 \"…\"")])
    }
}

extension Parser {
    func missingColonBeforeAct() -> Diagnostic {
        let actFollows = at(.handle) || match(grammar.roots.actHeads, at: i) != nil
        let last = tokens[max(0, i - 1)]
        return .missingColon(beforeAct: span, found: found, behind: actFollows ? (last.span(file), text(last)) : nil)
    }

    func unknownStatement(wanted: Text = Text("a statement", "высказывание")) -> Diagnostic {
        unknown(.unknownStatement, Text("not understood: “%”", "непонятно: «%»"), [grammar.roots.keywords, grammar.roots.actHeads], wanted: wanted)
    }

    func unknownFact() -> Diagnostic {
        if match(grammar.roots.factSubjects, at: i, fact: true) != nil {
            return Diagnostic(
                .unknownFact, Text("a person stands before “\(found ?? "")”", "перед «\(found ?? "")» должен стоять человек"), span,
                help: [Text("as in: @ivanov \(found ?? "")", "например: @иванов \(found ?? "")")])
        }
        return unknown(
            .unknownFact, Text("no such fact: “%”", "нет такого утверждения: «%»"),
            [grammar.roots.factHeads, grammar.roots.factSubjects, grammar.roots.roles], wanted: Text("a fact", "утверждение"), negatable: true)
    }

    func unknownRule() -> Diagnostic {
        unknown(.unknownStatement, Text("not a line of a policy: “%”", "такой строки в порядке не бывает: «%»"), [grammar.roots.keywords])
    }

    func unknownRuleAct(orRole: Bool = false) -> Diagnostic {
        if orRole {
            return unknown(
                .unknownTerm, Text("neither an act nor a role: “%”", "это не действие и не роль: «%»"), [grammar.roots.ruleHeads, grammar.roots.roles],
                wanted: Text("an act", "действие"))
        }
        return unknownActOfRule()
    }

    /// A word in the place of a person or role.
    func unknownPerson(_ wanted: Text) -> Diagnostic {
        unknown(
            .expected, Text("expected \(wanted.en), found “%”", "здесь нужно: \(wanted.ru), а стоит «%»"), [grammar.roots.roles], wanted: wanted,
            fallback: nil)
    }

    private func unknownActOfRule() -> Diagnostic {
        unknown(.unknownTerm, Text("no such act: “%”", "нет такого действия: «%»"), [grammar.roots.ruleHeads], wanted: Text("an act", "действие"))
    }

    func unknownRole() -> Diagnostic {
        unknown(
            .unknownTerm, Text("no such role: “%”", "нет такой роли: «%»"), [grammar.roots.roles], wanted: Slot.role.description,
            fallback: Text(
                "roles: student, parent, teacher, director, admin, moderator …",
                "роли: ученик, родитель, учитель, директор, администратор, модератор…"))
    }

    func unknownNoun() -> Diagnostic {
        var d = unknown(
            .unknownTerm, Text("no noun that a policy may rename: “%”", "это слово порядок переименовать не может: «%»"),
            [grammar.roots.roles, grammar.roots.places], wanted: Text("a noun, as school or teacher", "слово, как школа или учитель"), fallback: nil)
        d.help.append(Text("as in: calls school \"Lyceum\", teacher \"tutor\"", "например: термины школа \"Лицей\", учитель \"преподаватель\""))
        return d
    }

    func unknownMechanism() -> Diagnostic {
        var d = unknown(
            .unknownTerm, Text("no such property of the platform: “%”", "нет такого свойства платформы: «%»"), [grammar.roots.mechanisms],
            wanted: Text("a property of the platform", "свойство платформы"), fallback: nil)
        let en = ChoiceWords.mechanisms.map { $0.en[0] }.joined(separator: ", ")
        let ru = ChoiceWords.mechanisms.map(\.shown).joined(separator: ", ")
        d.help.append(Text("known: \(en)", "известны: \(ru)"))
        return d
    }

    /// What neither a condition can ask about nor, in a duty, can have happened.
    func unknownAttribute(orEvent: Bool = false) -> Diagnostic {
        var roots = [grammar.roots.attributes, grammar.roots.roles]
        if orEvent { roots.append(grammar.roots.ruleHeads) }
        let message =
            orEvent
            ? Text("neither an event nor a condition: “%”", "это не событие и не условие: «%»")
            : Text("a condition cannot ask this: “%”", "такого в условии спросить нельзя: «%»")
        var d = unknown(
            .wrongAttribute, message, roots, wanted: Text("a condition", "условие"),
            fallback: Text("as in: violations > 3 and reason is not personal", "например: нарушений больше 3 и причина не личные мотивы"))
        guard d.code == .wrongAttribute, d.fixes.isEmpty else { return d }
        d.help.append(
            Text(
                "can be asked, depending on the act: target is ROLE, actor is ROLE,",
                "можно спросить, смотря о каком действии: лицо — РОЛЬ, исполнитель — РОЛЬ,"))
        let all = grammar.attributes.filter { !$0.english.isEmpty }.map(\.name)
        for start in stride(from: 0, to: all.count, by: 8) {
            let end = min(start + 8, all.count)
            d.help.append(Text.joined(Array(all[start..<end]), ", ") + Text(same: end < all.count ? "," : ""))
        }
        return d
    }

    /// A mistake at the cursor with the nearest phrases that would fit. Where the line begins as some phrase does, the mistake is the word
    /// that does not go on with it. `negatable`: a phrase may stand behind a negation.
    private func unknown(
        _ code: DiagnosticCode, _ message: Text, _ roots: [PhraseTable.Root], wanted: Text = Text("a statement", "высказывание"),
        fallback: Text? = Diagnostic.seeHelp, negatable: Bool = false
    ) -> Diagnostic {
        guard !atLineEnd else { return .expected(wanted, span, found: nil) }
        // Where words are looked for that could stand here, nobody reads what is wrong.
        if probe != nil { return Diagnostic(code, message, span) }
        func fill(_ s: String, _ word: String) -> String { s.split(separator: "%", omittingEmptySubsequences: false).joined(separator: word) }
        func filled(_ word: String) -> Text { Text(fill(message.en, word), fill(message.ru, word)) }
        var diagnostic = Diagnostic(code, filled(Self.clipped(text(token))), span)
        let words = lineWords(from: i)
        let typed = words.map(\.text)
        let found = Suggestion.nearest(to: typed, in: roots, of: grammar, negatable: negatable && !isNegated)
        if !found.isEmpty {
            diagnostic.fixes = found.map { fix($0, words) }
            diagnostic.span = diagnostic.fixes[0].span
            diagnostic.message = filled(Self.clipped(sources[Int(file)].text(diagnostic.span)))
            diagnostic.help = [Diagnostic.question(found.map(\.phrase))]
            if let note = found[0].note { diagnostic.help.append(note) }
        } else if at(.other) {
            return strayCharacter()
        } else if let (_, next) = refusedKeyword(.exploration) {
            return .outsideExploration(Span(Int(token.lower), Int(tokens[next - 1].upper), file: file))
        } else if let beginning = knownBeginning(roots) {
            return beginning
        } else if let fallback {
            diagnostic.help = [fallback]
        }
        return diagnostic
    }

    /// Whether a negation stands before the cursor.
    private var isNegated: Bool { i > 0 && grammar.negations.contains(tokens[i - 1].word) }

    private func fix(_ suggestion: Suggestion, _ words: [(text: String, span: Span)]) -> FixIt {
        let replaced = span.union(words[min(suggestion.replacedWords, words.count) - 1].span)
        let typed = sources[Int(file)].text(replaced)
        switch suggestion.evidence {
        case .nearness: return .perhaps(replaced, suggestion.phrase)
        case .lookAlike:
            let meant = [Confusables.russian(typed), Confusables.latin(typed)].first { $0.lowercased() == suggestion.phrase } ?? suggestion.phrase
            return .lookAlike(replaced, typed: typed, meant: meant)
        case .spacing: return .spacing(replaced, typed: typed, meant: suggestion.phrase)
        case .otherLayout: return .otherLayout(replaced, typed: typed, meant: suggestion.phrase)
        }
    }

    /// Where the words from the cursor on begin some phrases: the word that goes on with none of them is the one that is not understood.
    private func knownBeginning(_ roots: [PhraseTable.Root]) -> Diagnostic? {
        var farthest = (at: i, nodes: [Int32]())
        for root in roots {
            var (node, k) = (root, i)
            while tokens[k].word != 0, let next = grammar.phrases.step(node, tokens[k].word) { (node, k) = (next, k + 1) }
            if k > farthest.at { farthest = (k, [node]) } else if k == farthest.at, k > i { farthest.nodes.append(node) }
        }
        guard farthest.at > i else { return nil }
        let before = Span(Int(token.lower), Int(tokens[farthest.at - 1].upper), file: file)
        let said = Self.clipped(sources[Int(file)].text(before))
        let lemmas = tokens[i..<farthest.at].map(\.word)
        let next = grammar.phrases.phrases(under: farthest.nodes, grammar.lists.continuations).prefix(Self.mostContinuations + 1).map { phrase in
            grammar.spelling((lemmas + phrase.lemmas).map(grammar.lexicon.canonical))
        }
        let shown = next.prefix(Self.mostContinuations).joined(separator: ", ") + (next.count > Self.mostContinuations ? " …" : "")
        let help = next.isEmpty ? [] : [Text("known: \(shown)", "известно: \(shown)")]
        let k = farthest.at
        guard tokens[k].kind != .newline, tokens[k].kind != .end else {
            return Diagnostic(
                .unexpectedRest, Text("“\(said)” is not the whole of a statement", "«\(said)» — это ещё не всё высказывание"), before, help: help)
        }
        let word = lineWords(from: k)[0]
        let found = Self.clipped(word.text)
        return Diagnostic(
            .unexpectedRest, Text("behind “\(said)” “\(found)” is not understood", "после «\(said)» непонятно «\(found)»"), word.span, help: help)
    }

    private static let mostContinuations = 6

    /// The sign at the cursor with everything that makes one picture with it, as a family of emoji.
    func strayCharacter() -> Diagnostic {
        let source = sources[Int(file)]
        let (lower, end) = (Int(token.lower), source.lineRange(of: Int(token.lower)).upperBound)
        let sign = source.text(Span(lower, min(end, lower + 200))).first.map(String.init) ?? ""
        let span = Span(lower, max(lower + sign.utf8.count, Int(token.upper)), file: file)
        var mistake = Diagnostic.strayCharacter(span, sign)
        let isLast = tokens[i + 1].kind == .newline || tokens[i + 1].kind == .end
        if isLast, i > 0, tokens[i - 1].kind != .newline {
            let fix = FixIt.withoutFinalSign(span, sign)
            if fix.grade == .certain {
                mistake.fixes = [fix]
                mistake.help = [Text("a line ends without a full stop", "в конце строки точку не ставят")]
            }
        }
        return mistake
    }

    /// The words of the line from a token on, up to the first that is no word.
    private func lineWords(from start: Int) -> [(text: String, span: Span)] {
        var out: [(text: String, span: Span)] = []
        var k = start
        while tokens[k].kind != .newline, tokens[k].kind != .end, tokens[k].kind != .handle, tokens[k].kind != .string, out.count < 6 {
            // A wrong keyboard layout turns letters into signs: what touches is one word.
            var upper = Int(tokens[k].upper)
            let lower = Int(tokens[k].lower)
            while tokens[k + 1].kind != .newline, tokens[k + 1].kind != .end, Int(tokens[k + 1].lower) == upper {
                k += 1
                upper = Int(tokens[k].upper)
            }
            let span = Span(lower, upper, file: file)
            out.append((sources[Int(file)].text(span), span))
            k += 1
        }
        return out.isEmpty ? [(text(tokens[start]), tokens[start].span(file))] : out
    }
}
