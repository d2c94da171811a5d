import SfmModel
import SfmSyntax
import SfmTerms

/// What kind of thing a name names.
public enum NameKind: UInt8, Sendable, CaseIterable {
    case person, chat, group, channel, link, order, policy, subject, answer, list, word

    public var noun: Text {
        switch self {
        case .person: Text("person", "человека")
        case .chat: Text("chat", "чата")
        case .group: Text("group", "группы")
        case .channel: Text("channel", "канала")
        case .link: Text("link", "ссылки")
        case .order: Text("order", "приказа")
        case .policy: Text("policy", "порядка")
        case .subject: Text("subject", "предмета")
        case .answer: Text("answer", "варианта ответа")
        case .list: Text("list", "перечня")
        case .word: Text("word", "слова")
        }
    }

    var article: String { [.order, .answer].contains(self) ? "an" : "a" }

    /// The Russian noun as a subject: «есть группа …».
    var nominative: String {
        switch self {
        case .person: "человек"
        case .chat: "чат"
        case .group: "группа"
        case .channel: "канал"
        case .link: "ссылка"
        case .order: "приказ"
        case .policy: "порядок"
        case .subject: "предмет"
        case .answer: "вариант ответа"
        case .list: "перечень"
        case .word: "слово"
        }
    }

    /// How a script introduces such a name.
    var supply: Text {
        switch self {
        case .person:
            Text(
                "introduce the person first: given student @name in group \"…\"",
                "сначала введите человека: дано ученик @имя в группе \"…\"")
        case .chat:
            Text(
                "introduce it first: given chat \"…\" or create chat \"…\"",
                "сначала введите его: дано чат \"…\" или создать чат \"…\"")
        case .group:
            Text(
                "introduce it first: given group \"…\" or create group \"…\"",
                "сначала введите её: дано группа \"…\" или создать группу \"…\"")
        case .channel: Text("create it first: create channel \"…\"", "сначала создайте его: создать канал \"…\"")
        case .link: Text("make it first: invite … as link L1", "сначала создайте её: пригласить … по ссылке L1")
        case .order: Text("issue it first: issue order \"…\"", "сначала издайте его: издать приказ \"…\"")
        case .policy: Text("sfm policies lists those that come with the program", "какие порядки поставляются, покажет sfm policies")
        case .subject: Text("as in: for subject \"…\"", "например: по предмету \"…\"")
        case .answer: Text("as in: create poll \"…\" with \"…\", \"…\"", "например: создать опрос \"…\" с вариантами \"…\", \"…\"")
        case .list: Text("make one: list NAME: \"…\", \"…\"", "заведите его: перечень ИМЯ: \"…\", \"…\"")
        case .word: Text("declare it in the policy, as: message kinds \"…\"", "объявите его в порядке, например: виды сообщений \"…\"")
        }
    }
}

/// Diagnostics about names: unknown, look-alike, of the wrong person.
public enum NameChecks {
    /// A name that nothing introduces, with the nearest that is known; `twin` is one that looks the same, where it has been looked up.
    public static func unknown(
        _ name: NameID, kind: NameKind, known: [NameID], twin: NameID? = nil, names: Names, span: Span
    ) -> Diagnostic {
        let text = names[name]
        let shown = Text(names.quoted(name, .english), names.quoted(name, .russian))
        var d = Diagnostic(.unknownName, Text("there is no \(kind.noun.en) \(shown.en)", "нет \(kind.noun.ru) \(shown.ru)"), span)
        if let twin = twin ?? lookedUp(text, name, among: known, names) {
            mark(&d, typed: text, meant: names[twin], kind)
            return d
        }
        // Another name by a letter or two may be another person: only the keyboard's layout is mended unasked.
        let near = Suggestion.names(near: text, among: known.map { names[$0] })
        if !near.isEmpty { d.help = [Diagnostic.question(near)] }
        d.fixes = near.map { .otherLayout(span, typed: text, meant: $0, written: replacement($0)) }
        d.help.append(kind.supply)
        return d
    }

    private static func lookedUp(_ text: String, _ name: NameID, among known: [NameID], _ names: Names) -> NameID? {
        let skeleton = Confusables.of(text)
        return known.first { $0 != name && Confusables.of(names[$0]) == skeleton }
    }

    private static func quoted(_ name: String, _ language: Language) -> String {
        if name.hasPrefix("@") { return name }
        return language("“\(name)”", "«\(name)»")
    }

    private static func replacement(_ name: String) -> String { name.hasPrefix("@") ? name : FormPrinter.source(name) }

    /// A declared name that looks exactly like one that exists.
    public static func lookAlike(_ name: NameID, kind: NameKind, of twin: NameID, names: Names, span: Span) -> Diagnostic {
        var d = lookAlike(names[name], kind: kind, of: names[twin], span: span)
        // They may be two people: whoever wrote it has to say.
        let isYo = Confusables.difference(names[name], names[twin]).map(Confusables.isYo) ?? false
        if kind != .answer, !isYo { d.fixes = [.lookAlike(span, typed: names[name], meant: names[twin], written: replacement(names[twin]))] }
        return d
    }

    /// Without a fix: two of the same name would be as wrong.
    static func lookAlike(_ name: String, kind: NameKind, of twin: String, span: Span) -> Diagnostic {
        let isYo = Confusables.difference(name, twin).map(Confusables.isYo) ?? false
        let message =
            isYo
            ? Text(
                "\(quoted(name, .english)) and \(quoted(twin, .english)) differ in е and ё alone, but are two names",
                "\(quoted(name, .russian)) и \(quoted(twin, .russian)) различаются только буквами е и ё, но это разные имена")
            : Text(
                "\(quoted(name, .english)) looks exactly like \(quoted(twin, .english)), but is another name",
                "\(quoted(name, .russian)) на вид не отличить от \(quoted(twin, .russian)), но это разные названия")
        var d = Diagnostic(.lookAlike, message, span)
        mark(&d, typed: name, meant: twin, kind)
        d.fixes = []
        return d
    }

    /// The name among those known that looks like one that is not; `Twins` where more than one is asked about.
    static func twin(of name: String, among known: [String]) -> String? { Twins(known).twin(of: name) }

    /// Says which letter differs; the caret goes under it: behind the quotation mark, letter by letter.
    static func mark(_ d: inout Diagnostic, typed: String, meant: String, _ kind: NameKind) {
        let whole = d.span
        if whole != .none { d.fixes = [.lookAlike(whole, typed: typed, meant: meant, written: replacement(meant))] }
        guard let difference = Confusables.difference(typed, meant) else { return }
        d.label = Confusables.describe(difference.a)
        let with = Confusables.describeWith(difference.b)
        d.help.append(
            Text(
                "there is \(kind.article) \(kind.noun.en) \(quoted(meant, .english)) with \(with.en)",
                "есть \(kind.nominative) \(quoted(meant, .russian)) \(with.ru.hasPrefix("зн") ? "со" : "с") \(with.ru)"))
        let offset = String(String.UnicodeScalarView(typed.unicodeScalars.prefix(difference.index))).utf8.count
        let letter = String(Character(difference.a)).utf8.count
        // Quotation marks take one, two or three bytes each; where escapes move the letters the whole name stays marked.
        let quotes = Int(whole.upper) - Int(whole.lower) - typed.utf8.count
        guard whole != .none, [0, 2, 4, 6].contains(quotes) else { return }
        let lower = Int(whole.lower) + quotes / 2 + offset
        d.span = Span(lower, lower + letter, file: whole.file)
    }

    public static func wrongDoer(_ span: Span) -> Diagnostic {
        Diagnostic(
            .wrongDoer, Text("only the person concerned can do this", "это может сделать только сам человек"), span,
            help: [Text("name the same person before the colon, or nobody", "перед двоеточием назовите того же человека или никого")])
    }

    public static func eventHasNoDoer(_ span: Span) -> Diagnostic {
        Diagnostic(
            .wrongDoer, Text("this happens by itself; nobody does it", "это событие: его никто не совершает"), span,
            help: [Text("leave out who acts", "уберите того, кто действует")])
    }

    static func cannotBeGiven(_ reason: Text, _ span: Span) -> Diagnostic {
        Diagnostic(.misplaced, reason, span, help: [Text("to check it: expect …", "чтобы проверить: ожидаем …")])
    }

    public static func nobodyForces(_ span: Span) -> Diagnostic {
        Diagnostic(
            .whoForces, Text("who does it? no permit names anybody", "кто это делает? ни одно разрешение никого не называет"), span,
            help: [Text("write: force @name: …", "напишите: вопреки порядку @имя: …")])
    }
}

/// Names by what they look like, so that one that looks like another is found without going over all of them.
struct Twins: Sendable {
    /// Of each skeleton the first name and the first other one.
    private var looks: [String: [String]] = [:]

    /// Of the policies that come with the program: made once, as every script begins with them.
    static let shipped = Twins(Library.shippedIDs)

    init(_ names: some Sequence<String> = []) { for name in names { insert(name) } }

    mutating func insert(_ name: String) {
        let same = looks[Confusables.of(name), default: []]
        if same.count < 2, !same.contains(name) { looks[Confusables.of(name)] = same + [name] }
    }

    /// The first name that looks like one and is another.
    func twin(of name: String) -> String? { looks[Confusables.of(name)]?.first { $0 != name } }
}
