import SfmModel
import SfmSyntax
import SfmTerms

/// What kind of thing a name names.
package enum NameKind: UInt8, Sendable, CaseIterable {
    case person, chat, group, channel, link, order, policy

    package var noun: Text {
        switch self {
        case .person: Text("person", "человека")
        case .chat: Text("chat", "чата")
        case .group: Text("group", "группы")
        case .channel: Text("channel", "канала")
        case .link: Text("link", "ссылки")
        case .order: Text("order", "приказа")
        case .policy: Text("policy", "порядка")
        }
    }

    /// How a script introduces such a name.
    var supply: Text {
        switch self {
        case .person: Text("introduce the person first: given student @name in group \"…\"", "сначала введите человека: дано ученик @имя в группе \"…\"")
        case .chat: Text("introduce it first: given chat \"…\" or create chat \"…\"", "сначала введите его: дано чат \"…\" или создать чат \"…\"")
        case .group: Text("introduce it first: given group \"…\" or create group \"…\"", "сначала введите её: дано группа \"…\" или создать группу \"…\"")
        case .channel: Text("create it first: create channel \"…\"", "сначала создайте его: создать канал \"…\"")
        case .link: Text("make it first: invite … as link L1", "сначала создайте её: пригласить … по ссылке L1")
        case .order: Text("issue it first: issue order \"…\"", "сначала издайте его: издать приказ \"…\"")
        case .policy: Text("sfm policies lists those that come with the program", "какие порядки поставляются, покажет sfm policies")
        }
    }
}

/// Diagnostics about names: unknown, look-alike, taken.
package enum NameChecks {
    /// A name that nothing introduces, with the nearest that is known.
    package static func unknown(_ name: NameID, kind: NameKind, known: [NameID], names: Names, span: Span) -> Diagnostic {
        let text = names[name]
        let shown = Text(names.quoted(name, .english), names.quoted(name, .russian))
        var d = Diagnostic(.unknownName, Text("there is no \(kind.noun.en) \(shown.en)", "нет \(kind.noun.ru) \(shown.ru)"), span)
        let skeleton = Skeleton.of(text)
        if let twin = known.first(where: { $0 != name && Skeleton.of(names[$0]) == skeleton }) {
            mark(&d, typed: text, meant: names[twin], names.quoted(twin, .russian))
        } else if let near = Suggestion.nearest(to: text, among: known.map { names[$0] }) {
            d.help = [Text("did you mean \(near)?", "может быть, \(near)?")]
            d.fix = FixIt(span: span, replacement: replacement(near))
        }
        d.help.append(kind.supply)
        return d
    }

    private static func replacement(_ name: String) -> String { name.hasPrefix("@") ? name : FormPrinter.source(name) }

    /// A declared name that looks exactly like one that exists.
    package static func lookAlike(_ name: NameID, of twin: NameID, names: Names, span: Span) -> Diagnostic {
        var d = Diagnostic(
            .lookAlike,
            Text("\(names.quoted(name, .english)) looks exactly like \(names.quoted(twin, .english)), but is another name",
                "\(names.quoted(name, .russian)) на вид не отличить от \(names.quoted(twin, .russian)), но это разные названия"), span)
        mark(&d, typed: names[name], meant: names[twin], names.quoted(twin, .russian))
        return d
    }

    private static func mark(_ d: inout Diagnostic, typed: String, meant: String, _ shown: String) {
        if let difference = Skeleton.difference(typed, meant) {
            let (a, b) = (Skeleton.describe(difference.a), Skeleton.describe(difference.b))
            d.label = a
            d.help.append(Text("there is \(meant) with \(b.en)", "есть \(shown) — там \(b.ru)"))
            // The caret goes under the letter: behind the quotation mark, letter by letter.
            let offset = String(String.UnicodeScalarView(typed.unicodeScalars.prefix(difference.index))).utf8.count
            let lower = Int(d.span.lower) + offset + (typed.hasPrefix("@") ? 0 : 1)
            let whole = d.span
            if lower < Int(whole.upper) { d.span = Span(lower, lower + String(Character(difference.a)).utf8.count, file: whole.file) }
            d.fix = FixIt(span: whole, replacement: replacement(meant))
        }
    }

    package static func wrongDoer(_ span: Span) -> Diagnostic {
        Diagnostic(
            .wrongDoer, Text("only the person concerned can do this", "это может сделать только сам человек"), span,
            help: [Text("name the same person before the colon, or leave that out", "перед двоеточием назовите того же человека или никого")])
    }

    package static func nobodyForces(_ span: Span) -> Diagnostic {
        Diagnostic(
            .whoForces, Text("who does it? no permit names anybody", "кто это делает? ни одно разрешение никого не называет"), span,
            help: [Text("write: force @name: …", "напишите: вопреки порядку @имя: …")])
    }
}
