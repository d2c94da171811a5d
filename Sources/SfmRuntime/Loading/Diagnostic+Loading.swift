import SfmSyntax
import SfmTerms

extension Diagnostic {
    // MARK: - Policies

    static func duplicatePolicy(_ node: PolicyNode, first: Span?) -> Diagnostic {
        var d = Diagnostic(
            .duplicatePolicy, Text("policy “\(node.id)” is defined twice", "порядок «\(node.id)» определён дважды"), node.idSpan,
            help: [Text("give one of them another name", "дайте одному из них другое название")])
        d.related = first.map { [($0, Text("here first", "впервые здесь"))] } ?? []
        return d
    }

    static func duplicateClause(_ id: String, _ span: Span) -> Diagnostic {
        Diagnostic(
            .duplicateClause, Text("clause \(id) stands twice", "пункт \(id) встречается дважды"), span,
            help: [Text("give one of them another number", "дайте одному из них другой номер")])
    }

    static func duplicateList(_ name: String, _ span: Span) -> Diagnostic {
        Diagnostic(
            .duplicateList, Text("the list “\(name)” stands twice", "перечень «\(name)» встречается дважды"), span,
            help: [Text("put both into one list or give one of them another name", "соберите их в один перечень или дайте одному другое название")])
    }

    static func shippedPolicy(_ node: PolicyNode) -> Diagnostic {
        Diagnostic(
            .shippedPolicy,
            Text("a policy of the name “\(node.id)” comes with the program", "порядок с названием «\(node.id)» поставляется с программой"),
            node.idSpan,
            help: [
                Text(
                    "give yours another name; its clauses are taken over by a line: extends \"\(node.id)\"",
                    "дайте своему другое название; пункты поставляемого добавит строка: дополняет \"\(node.id)\"")
            ])
    }

    static func extendsCycle(_ way: [String], _ span: Span) -> Diagnostic {
        let shown = way.joined(separator: " → ")
        return Diagnostic(
            .extendsCycle, Text("the policies extend one another: \(shown)", "порядки дополняют друг друга по кругу: \(shown)"), span,
            help: [Text("take one of the extends out", "уберите одну из строк «дополняет»")])
    }

    public static func unknownPolicy(_ id: String, _ span: Span, known: [String]) -> Diagnostic {
        var d = Diagnostic(.unknownPolicy, Text("there is no policy “\(id)”", "нет порядка «\(id)»"), span)
        if let twin = NameChecks.twin(of: id, among: known) {
            NameChecks.mark(&d, typed: id, meant: twin, .policy)
            return d
        }
        let near = Suggestion.names(near: id, among: known)
        if !near.isEmpty { d.help = [Diagnostic.question(near)] }
        if span != .none { d.fixes = near.map { .otherLayout(span, typed: id, meant: $0, written: FormPrinter.source($0)) } }
        let list = known.joined(separator: ", ")
        d.help.append(Text("known: \(list)", "известны: \(list)"))
        return d
    }

    public static func noPolicyInFile(_ name: String, _ span: Span) -> Diagnostic {
        Diagnostic(
            .unknownPolicy, Text("the file “\(name)” holds no policy", "в файле «\(name)» нет порядка"), span,
            help: [Text("a policy begins with: policy \"name\"", "порядок начинается строкой: порядок \"название\"")])
    }

    // MARK: - Files

    static func includeCycle(_ trail: [String], _ span: Span) -> Diagnostic {
        let way = trail.joined(separator: " → ")
        return Diagnostic(
            .includeCycle, Text("the files include one another: \(way)", "файлы подключают друг друга по кругу: \(way)"), span,
            help: [Text("take one of the includes out", "уберите одно из подключений")])
    }

    static func includeTooDeep(_ limit: Int, _ span: Span) -> Diagnostic {
        Diagnostic(
            .includeTooDeep, Text("includes are deeper than the limit of \(limit)", "подключения глубже предела: \(limit)"), span,
            help: [raised(by: "--max-include-depth")])
    }

    static func tooManyFiles(_ limit: Int, _ span: Span) -> Diagnostic {
        Diagnostic(
            .includeTooDeep, Text("more files are included than the limit of \(limit)", "подключённых файлов больше предела: \(limit)"), span,
            help: [Text("put them together, or raise the limit: --max-files N", "объедините их или поднимите предел: --max-files N")])
    }

    static func tooMuchIncluded(_ limit: Int, _ span: Span) -> Diagnostic {
        Diagnostic(
            .tooMuchIncluded,
            Text("the files taken in are larger together than the limit of \(limit) bytes", "подключённые файлы вместе больше предела в \(limit) байт"), span,
            help: [
                Text(
                    "include each once, or raise the limit: --max-included-bytes N",
                    "подключайте каждый один раз или поднимите предел: --max-included-bytes N")
            ])
    }

    static func tooManyPolicies(_ limit: Int, _ span: Span) -> Diagnostic {
        Diagnostic(
            .tooManyPolicies, Text("more policies than the limit of \(limit)", "порядков больше предела: \(limit)"), span,
            help: [raised(by: "--max-policies")])
    }

    static func tooManyClauses(_ limit: Int, _ span: Span) -> Diagnostic {
        Diagnostic(
            .tooManyClauses, Text("the policy has more clauses than the limit of \(limit)", "пунктов в порядке больше предела: \(limit)"), span,
            help: [raised(by: "--max-clauses")])
    }

    static func extendsTooDeep(_ limit: Int, _ span: Span) -> Diagnostic {
        Diagnostic(
            .extendsTooDeep,
            Text("policies extend one another deeper than the limit of \(limit)", "порядки дополняют друг друга глубже предела: \(limit)"), span,
            help: [raised(by: "--max-extends")])
    }

    /// Why a file that the script names was not read.
    public static func trouble(_ trouble: FileTrouble, _ name: String, _ span: Span, near: String? = nil) -> Diagnostic {
        let inside = Text("files are taken from the script's own folder and below", "файлы берутся из папки сценария и вложенных в неё")
        switch trouble {
        case .outside:
            return Diagnostic(
                .outsideRoot, Text("“\(name)” is outside of the script's folder", "«\(name)» вне папки сценария"), span, help: [inside])
        case .notRegular:
            return Diagnostic(
                .notRegular, Text("“\(name)” is a link, a folder or not a plain file", "«\(name)» — ссылка, папка или не обычный файл"), span,
                help: [inside])
        case .tooLarge:
            return Diagnostic(
                .fileTooLarge, Text("“\(name)” is larger than the limit", "«\(name)» больше предела"), span,
                help: [raised(by: "--max-file-bytes")])
        case .missing:
            return Diagnostic(
                .unreadable, Text("there is no file “\(name)”", "нет файла «\(name)»"), span, help: (near.map { nearFile($0, of: name) } ?? []) + [inside])
        case .unreadable(let why):
            return Diagnostic(.unreadable, Text("“\(name)” cannot be read: ", "«\(name)» не читается: ") + why, span)
        }
    }

    /// What is there instead of a file that was named, and how it differs: nobody would see it.
    public static func nearFile(_ near: String, of name: String) -> [Text] {
        let isSameText = near == name
        return [
            Text("did you mean “\(near)”?", "может быть, «\(near)»?"),
            isSameText
                ? Text(
                    "its name has the same letters with marks of their own (й as и with U+0306) or without them",
                    "в его имени те же буквы записаны иначе: со знаками отдельно (й как и с U+0306) или вместе")
                : Text("its name has capital and small letters otherwise", "в его имени другие заглавные и строчные буквы"),
        ]
    }

    public static func notAScript(_ name: String, _ span: Span) -> Diagnostic {
        Diagnostic(
            .notAScript, Text("“\(name)” is not a .sfm file", "«\(name)» — не файл .sfm"), span,
            help: [Text("scripts read only .sfm files", "сценарии читают только файлы .sfm")])
    }

    static func notATable(_ name: String, _ span: Span) -> Diagnostic {
        Diagnostic(
            .notAScript, Text("“\(name)” is not a .csv file", "«\(name)» — не файл .csv"), span,
            help: [Text("tables are read from .csv files: examples from \"cases.csv\"", "таблицы читаются из файлов .csv: примеры из \"случаи.csv\"")])
    }

    // MARK: - Checks

    static func tooManySteps(_ span: Span, _ limit: Int) -> Diagnostic {
        Diagnostic(
            .tooManySteps, Text("more steps than the limit of \(limit)", "шагов больше предела: \(limit)"), span,
            help: [
                Text(
                    "a step that goes over many people, duties or rules counts as several",
                    "шаг, который перебирает много людей, обязанностей или правил, считается за несколько"), raised(by: "--max-steps"),
            ])
    }

    public static func tooManyRunSteps(_ span: Span, _ limit: Int) -> Diagnostic {
        Diagnostic(
            .tooManyRunSteps, Text("the whole run takes more steps than the limit of \(limit)", "всего за запуск шагов больше предела: \(limit)"), span,
            help: [raised(by: "--max-run-steps")])
    }

    static func tooManyObjects(_ span: Span, _ limit: Int) -> Diagnostic {
        Diagnostic(
            .tooManyObjects, Text("the school holds more than the limit of \(limit)", "в школе больше, чем позволяет предел: \(limit)"), span,
            help: [raised(by: "--max-objects")])
    }

    public static func tooMuchOutput(_ span: Span, _ limit: Int) -> Diagnostic {
        Diagnostic(
            .tooMuchOutput, Text("more is told than the limit of \(limit) bytes", "рассказ длиннее предела в \(limit) байт"), span,
            help: [raised(by: "--max-output-bytes")])
    }

    /// What the option of a limit does.
    static func raised(by option: String) -> Text { Text("\(option) N raises it", "предел поднимает \(option) N") }

    static func emptyScenario(_ span: Span) -> Diagnostic {
        Diagnostic(
            .emptyScenario, Text("the scenario has no steps", "в сценарии нет шагов"), span,
            help: [Text("write what happens, a step a line", "опишите, что происходит: шаг в строке")])
    }

    static func looseStep(_ span: Span) -> Diagnostic {
        Diagnostic(
            .misplaced, Text("a step outside of every scenario", "шаг стоит вне сценария"), span,
            help: [Text("put it into a scenario or into the background", "перенесите его в сценарий или в предысторию")])
    }

    static func nothingChecked(_ span: Span) -> Diagnostic {
        Diagnostic(
            .nothingChecked, Text("the scenario checks nothing: everything in it is given", "сценарий ничего не проверяет: в нём всё только дано"), span,
            help: [Text("say what happens and what is to come out: expect …", "скажите, что происходит и что должно получиться: ожидаем …")])
    }

    static func duplicateTitle(_ scenario: ScenarioNode, first: Span) -> Diagnostic {
        var d = Diagnostic(
            .duplicateTitle, Text("a scenario of this title stands above", "сценарий с таким названием уже есть выше"), scenario.titleSpan,
            help: [Text("give it a title of its own", "дайте ему своё название")])
        d.related = [(first, Text("here first", "впервые здесь"))]
        return d
    }
}

extension Diagnostic {
    /// An exploration found more situations than are kept.
    static func tooManyStates(_ limit: Int, depth: Int) -> Diagnostic {
        Diagnostic(
            .tooManyStates,
            Text(
                "more than \(limit) situations: seen are all within \(depth - 1) steps and some of those \(depth) steps away",
                "ситуаций больше \(limit): просмотрены все в пределах шагов: \(depth - 1), и часть тех, до которых шагов: \(depth)"), .none,
            help: [
                Text(
                    "name fewer acts, or say how far to look (within N steps); --max-states N raises the limit",
                    "назовите меньше действий или скажите, как далеко смотреть (не дольше N шагов); предел поднимает --max-states N")
            ])
    }

    static func tooManyTries(_ limit: Int, situations: Int, depth: Int) -> Diagnostic {
        Diagnostic(
            .tooManyRunSteps,
            Text(
                "more than \(limit) acts tried: \(situations) situations seen, all within \(depth) steps",
                "испробовано больше \(limit) действий: просмотрено ситуаций: \(situations), все в пределах шагов: \(depth)"), .none,
            help: [Text("--max-run-steps N raises the limit", "предел поднимает --max-run-steps N")])
    }

    static func tooManyMoves(_ limit: Int) -> Diagnostic {
        Diagnostic(
            .tooManyStates,
            Text("more than \(limit) acts can be tried in one situation", "в одной ситуации можно испробовать больше \(limit) действий"), .none,
            help: [Text("name fewer acts or people", "назовите меньше действий или участников")])
    }
}
