import SfmRuntime
import SfmTerms
import Testing

@testable import SfmTool

/// What TAB offers at the prompt: the parts that may follow, and nothing that may not.
@Suite struct PromptCompletionTests {
    private static let english = """
        policy "p"
          message kinds "urgent"
          role "duty administrator" is employee
          mark "photo consent" of person
          mark "archived" of chat
          act "record the lesson": liberty, in chat
          act "award": power, of person, sets "photo consent"
          event "bullying": of person, in chat
          period "holidays" 28.10.2024–04.11.2024
          clause 1 "x"
            permit "award" by "duty administrator"
        end
        use policy "p"
        given school "S" with admin @adm
        given students @petya, @kate in group "7B"
        given chat "Class" for students of group "7B"
        """
    private static let russian = """
        порядок "p"
          виды сообщений "срочное"
          роль "дежурный" — работник
          отметка "согласие" о лице
          отметка "в архиве" о чате
          действие "записать урок": право, в чате
          действие "наградить": полномочие, о лице, ставит "согласие"
          п. 1 "x"
            разрешено "дежурный" "наградить"
        конец
        применить порядок "p"
        дано школа "S" с администратором @адм
        дано ученики @петя, @катя в классе "7Б"
        дано чат "Класс" для учеников класса "7Б"
        """

    private static func repl(_ language: Language, _ lines: String) -> Repl {
        var repl = Repl(language: language, fallback: language, colour: false, plain: true, files: FileStore(root: ToolRun.root, limit: 1 << 20))
        for line in lines.split(separator: "\n") { _ = repl.handle(String(line)) }
        return repl
    }

    private static func offered(_ line: String, _ language: Language, behind more: String = "") -> [String] {
        let repl = repl(language, (language == .english ? english : russian) + "\n" + more)
        return Completer(session: repl.session, language: language, pending: repl.pending).complete(line).candidates.map(\.text)
    }

    @Test(
        "the parts that may follow are offered, and no others",
        arguments: [
            ("@petya: \"rec", ["record the lesson\""], []), ("@petya: \"record the lesson\" ", ["in chat"], ["with text", "student", "@kate", "of"]),
            ("@adm: \"award\" ", ["of", "@kate"], ["with text", "in group"]),
            ("@petya: post \"x\" in chat \"Class\" as ", ["\"urgent\"", "negative"], ["\"award\""]),
            ("given @petya has ", ["\"photo consent\"", "no"], ["\"archived\"", "is", "student", "\"award\""]),
            ("given chat \"Class\" has \"", ["archived\""], ["photo consent\""]), ("given chat \"", ["Class\""], ["7B\"", "p\""]),
            ("appoint @petya as ", ["\"duty administrator\"", "moderator"], ["\"urgent\""]), ("advance to ", ["next working day"], ["@petya"]),
            ("advance 2 ", ["days", "working"], ["day"]), ("who can \"", ["award\""], ["photo consent\"", "Class\""]), ("help \"ph", ["photo consent\""], []),
            ("given students ", ["from", "in group"], ["as"]), ("use policy \"kosh", ["koshdo-2024\""], []), ("exp", ["expect"], ["example"]),
            ("expect all", ["allowed"], ["all"]), ("what c", ["can"], []), ("expect @petya is not ", ["member", "blocked"], ["has"]),
        ])
    func english(line: String, wanted: [String], unwanted: [String]) {
        let found = Self.offered(line, .english)
        #expect(wanted.allSatisfy(found.contains) && !unwanted.contains(where: found.contains), "\(found)")
    }

    @Test(
        arguments: [
            ("@петя: \"запис", ["записать урок\""], []), ("@петя: \"записать урок\" ", ["в чате"], ["с текстом", "@катя", "о"]),
            ("@адм: \"наградить\" ", ["о", "@катя"], ["в чате"]),
            ("@петя: написать \"x\" в чате \"Класс\" как ", ["\"срочное\"", "негативное"], ["\"наградить\""]),
            ("ожидаем у @петя нет \"", ["согласие\""], ["в архиве\""]), ("назначить @петя ролью ", ["\"дежурный\""], ["\"срочное\""]),
            ("дождаться ", ["следующего рабочего дня"], []), ("через 2 ", ["дня", "рабочих"], ["дней", "день"]),
            ("кто может \"", ["наградить\""], ["согласие\""]),
            ("помощь \"сог", ["согласие\""], []), ("дано ученики ", ["из"], []), ("сбро", ["сбросить"], []), ("ожидаем отсутствие права ", ["по п."], []),
        ])
    func russian(line: String, wanted: [String], unwanted: [String]) {
        let found = Self.offered(line, .russian)
        #expect(wanted.allSatisfy(found.contains) && !unwanted.contains(where: found.contains), "\(found)")
    }

    @Test(
        "a policy that is being written knows its own words and where its lines stand",
        arguments: [
            ("  mark \"told\" of person", "  act \"warn off\": power, ", ["of person", "sets", "possible"], ["liberty", "permit"]),
            ("  mark \"told\" of person", "  act \"x\": power, sets \"", ["told\""], ["photo consent\""]),
            ("  clause 1 \"x\"", "    per", ["permit", "period"], []),
            ("  clause 1 \"x\"", "    forbid post in chat from 21:00 to 7:00 exc", ["except"], []), ("", "    sce", [], ["scenario"]),
            ("  clause 1 \"x\"", "    forbid post in ", ["working hours", "closed chat"], []),
            ("  clause 1 \"x\"", "    oblige moderator to remind target when violate within 2 ", ["working"], []),
            ("  period \"break\" 01.02.2025–05.02.2025\n  clause 1 \"x\"", "    forbid post in \"", ["break\""], ["holidays\"", "photo consent\""]),
            ("  clause 1 \"x\"", "    permit block by moderator when warnings in 1 month ", [">="], []), ("", "  cla", ["clause"], []),
            ("", "    permit ", [], ["block"]),
        ])
    func blocks(lines: String, line: String, wanted: [String], unwanted: [String]) {
        let found = Self.offered(line, .english, behind: "policy \"new\"\n" + lines)
        #expect(wanted.allSatisfy(found.contains) && !unwanted.contains(where: found.contains), "\(found)")
    }

    @Test("behind «п. 1» stand rules") func russianClauses() {
        let found = Self.offered("    запрещено писать в чате с 21:00 до 7:00, кр", .russian, behind: "порядок \"новый\"\n  п. 1 \"x\"\n")
        #expect(found == ["кроме"], "\(found)")
        let marks = Self.offered(
            "    запрещено писать, если у исполнителя нет \"", .russian, behind: "порядок \"новый\"\n  отметка \"допуск\" о лице\n  п. 1 \"x\"\n")
        #expect(marks == ["допуск\""], "\(marks)")
    }
}
