import Testing

@testable import SfmRuntime
@testable import SfmSyntax

/// Near in letters and far in meaning.
@Suite struct OppositesTests {
    @Test(arguments: [
        ("выйти", "войти"), ("отключить", "включить"), ("выключить", "включить"), ("исключить", "включить"), ("закрыть", "открыть"), ("уйти", "прийти"),
        ("неучастник", "участник"), ("неучасник", "участник"), ("незаблокирован", "заблокирован"), ("незаблокирован чат", "заблокирован чат"),
        ("не участник", "участник"), ("nonmember", "member"), ("non-member", "member"), ("unblock", "block"), ("disallow", "allow"), ("notmember", "member"),
        ("разблокировать", "заблокировать"), ("отчислить", "зачислить"), ("больше", "меньше"), ("undo", "redo"), ("remove", "move"), ("increase", "decrease"),
        ("нет чата", "чат"), ("без звука", "звук"), ("ненапомнить", "напомнить"), ("include", "exclude"), ("upload", "download"),
    ])
    func aDifferenceInMeaningIsSeen(pair: (String, String)) {
        let (a, b) = (pair.0.split(separator: " ").map(String.init), pair.1.split(separator: " ").map(String.init))
        #expect(Opposites.differ(a, b))
        #expect(Opposites.differ(b, a))
    }

    @Test(arguments: [
        ("прегласить", "пригласить"), ("ригласить", "пригласить"), ("азначить", "назначить"), ("поключить", "подключить"), ("обавить", "добавить"),
        ("учасник", "участник"), ("раблокировать", "заблокировать"), ("неучастник", "не участник"), ("egister", "register"), ("напсать", "написать"),
        ("расблокировать", "разблокировать"), ("не учасник", "не участник"), ("invte", "invite"), ("nonmember", "not member"),
    ])
    func aMisspeltWordIsTheSameWord(pair: (String, String)) {
        let (a, b) = (pair.0.split(separator: " ").map(String.init), pair.1.split(separator: " ").map(String.init))
        #expect(!Opposites.differ(a, b))
    }

    private func suggested(_ line: String) -> [FixIt] {
        var parser = Parser(grammar: Sfm.grammar)
        _ = parser.parse(SourceFile(name: "a.sfm", text: line + "\n"))
        return parser.diagnostics.first?.fixes ?? []
    }

    @Test(arguments: ["выйти @лена", "отключить звук", "разрешено выйти", "зачислeннить @лена", "использовать политику \"MAX\"", "isolate @x"])
    func nothingIsOfferedForAnotherWord(line: String) { #expect(suggested(line).isEmpty, "\(suggested(line))") }

    @Test(arguments: [
        ("ожидаем @лена неучастник чата \"7Б\"", ["не участник чата"]), ("ожидаем @лена незаблокирован", ["не заблокирован"]),
        ("expect @kim nonmember of chat \"7B\"", ["not member of chat"]), ("раблокировать @дима", ["разблокировать", "заблокировать"]),
    ])
    func aQuestionIsAsked(line: String, offered: [String]) {
        let fixes = suggested(line)
        #expect(Set(offered).isSubset(of: fixes.map(\.replacement)), "\(fixes)")
        #expect(fixes.allSatisfy { $0.grade == .perhaps })
    }

    @Test(arguments: [
        ("зaблокировать @дима", "заблокировать"), ("pf,kjrbhjdfnm @дима", "заблокировать"), ("bloсk @x", "block"), ("ышпт шт @x", "sign in"),
        ("применитьпорядок \"x\"", "применить порядок"), ("кoнец", "конец"), ("rjytw", "конец"), ("утв", "end"), ("Сценapий \"а\"", "Сценарий"),
        ("endscenario", "end scenario"),
    ])
    func whatIsCertainIsSaidToBe(line: String, meant: String) {
        let fixes = suggested(line)
        #expect(fixes.count == 1 && fixes.first?.grade == .certain && fixes.first?.replacement == meant, "\(fixes)")
    }

    /// The evidence is looked at: without it a fix is a question, whoever makes it.
    @Test func evidenceDecides() {
        #expect(FixIt.lookAlike(.none, typed: "10A", meant: "10А").grade == .certain)
        #expect(FixIt.lookAlike(.none, typed: "10A", meant: "10Б").grade == .perhaps)
        #expect(FixIt.lookAlike(.none, typed: "karnov", meant: "kamov").grade == .perhaps)
        #expect(FixIt.lookAlike(.none, typed: "10З", meant: "103").grade == .perhaps)
        #expect(FixIt.lookAlike(.none, typed: "иванов", meant: "ивaнов").grade == .perhaps)
        #expect(FixIt.otherLayout(.none, typed: "yf", meant: "на").grade == .certain)
        #expect(FixIt.otherLayout(.none, typed: "yf", meant: "не").grade == .perhaps)
        #expect(FixIt.marks(.none, typed: "7Б", meant: "\"7Б\"").grade == .certain)
        #expect(FixIt.marks(.none, typed: "7", meant: "\"7Б\"").grade == .perhaps)
        #expect(FixIt.spacing(.none, typed: "usepolicy", meant: "use policy").grade == .certain)
        #expect(FixIt.spacing(.none, typed: "usepolicy", meant: "use the policy").grade == .perhaps)
        #expect(FixIt.perhaps(.none, "x").grade == .perhaps)
    }
}
