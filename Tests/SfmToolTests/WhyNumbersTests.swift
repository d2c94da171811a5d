import SfmPolicy
import SfmSyntax
import SfmTerms
import Testing

@testable import SfmRuntime
@testable import SfmTool

/// `why` names the numbers behind a decision, the duties that a deed makes, and the dates of birth that are missing.
@Suite struct WhyNumbersTests {
    private static let policy = """
        policy "p"
          act "praise": power, of person
          act "open the debate": liberty, in chat, possible when chat has "stage"
          mark "stage" of chat
          clause 1
            oblige moderator to inform parents when block if target is under 14 within 2 days
          clause 2
            permit block by moderator when violations in 1 month >= 2
          clause 3
            forbid post by student more than 3 times a day
          clause 4
            permit create chat by teacher with consent of director
          clause 5
            forbid remove when target is under 14
          clause 6
            permit remove by moderator
          clause 7
            permit "praise" by teacher when count of "praise" of target in 1 week < 2
          clause 8
            permit rename chat by moderator when "yes" in poll "Rename?" has more than half of the members
          clause 9
            oblige moderator to warn target when violate within 1 day
          clause 10
            oblige moderator to close chat when violate if violations >= 2 within 1 day
        end
        """

    private static let background = """
        use policy "p"
        given school "S" with admin @adm
        given director @dir
        given class teacher @t of group "10A"
        given students @a, @b in group "10A"
        given parent @pa of @a
        given chat "10A" for students of group "10A" moderated by @t

        """

    /// What the prompt answers to the last of some lines.
    private func answer(_ lines: [String], _ language: Language = .english) -> String {
        var repl = Repl(language: language, fallback: language, colour: false, plain: false, files: FileStore(root: ".", limit: 1 << 20))
        var last = ""
        for line in (Self.policy + "\n" + Self.background).split(separator: "\n").map(String.init) + lines { last = repl.handle(line).text.rawText }
        return last
    }

    /// A number that is given is one note, however large it is.
    @Test(arguments: [2, 1_000_000_000]) func aGivenNumberCostsNoMemory(_ n: Int) {
        let told = answer(["given violations of @a in chat \"10A\" = \(n)", "@t: block @a in chat \"10A\"", "why"])
        #expect(told.contains("now \(n), counted from") && told.contains("fewer from 01.10.2024 09:00"), "\(told)")
    }

    @Test func anEventIsTraced() {
        let first = answer(["violate @a in chat \"10A\"", "why"])
        #expect(first.contains("● clause 9 makes a duty of it"))
        #expect(first.contains("○ clause 10 makes no duty of it\n      ✗ violations at least 2: now 1"))
        let second = answer(["violate @a in chat \"10A\"", "violate @a", "why"], .russian)
        #expect(second.contains("● п. 9 возлагает обязанность") && second.contains("● п. 10 возлагает обязанность\n      ✓ нарушений не менее 2: сейчас 2"))
        #expect(answer(["depart @b", "why"]).contains("no clause speaks of it"))
    }

    @Test func aMissingDateOfBirthIsTold() {
        let violated = ["violate @a in chat \"10A\"", "violate @a"]
        let missing = "clause 1 asks for an age, but the date of birth of @a is not given: given @a was born 05.03.2011"
        #expect(answer(violated + ["@t: block @a for 2 days"]).contains(missing))
        #expect(answer(violated + ["@t: block @a for 2 days", "show duties"]).contains("? " + missing))
        #expect(answer(violated + ["@t: block @a for 2 days", "why"]).contains("✗ target is under 14: the date of birth of @a is not given"))
        #expect(answer(["@t: remove @b from chat \"10A\""], .russian).contains("п. 5 спрашивает о возрасте, а дата рождения @b не указана"))
        // Once it is given, nothing is missing.
        #expect(!answer(violated + ["@t: block @a for 2 days", "given @a was born 05.03.2011", "show duties"]).contains("date of birth"))
        #expect(!answer(["given @b was born 05.03.2005", "@t: remove @b from chat \"10A\""]).contains("date of birth"))
    }

    @Test func anExpectationOfADutySaysThatADateIsMissing() throws {
        let folder = try TemporaryFolder()
        let background = Self.background.split(separator: "\n").dropFirst().joined(separator: "\n")
        let script = """
            use policy "p"
            \(Self.policy)
            background
            \(background)
            end
            scenario "s"
              violate @a in chat "10A"
              violate @a
              @t: block @a for 2 days
              expect @t has duty to inform
            end
            """
        let run = ToolRun(["test", try folder.write("a.sfm", script), "--lang", "ru"])
        #expect(run.out.contains("п. 1 спрашивает о возрасте, а дата рождения @a не указана: дано @a родился 05.03.2011"))
    }

    @Test func frequenciesAndCounts() {
        let post = "@b: post \"x\" in chat \"10A\""
        let told = answer([post, post, "today is 01.09.2024 15:00", post, "why not " + post + "?"])
        #expect(told.contains("✓ done more than 3 times a day: now 3 of at most 3, counted from 01.09.2024 00:00; again from 02.09.2024 00:00"))
        let praised = ["@t: \"praise\" @a", "advance 2 days", "@t: \"praise\" @a", "advance 1 day", "why not @t: \"praise\" @a?"]
        let refused = answer(praised, .russian)
        #expect(refused.contains("сейчас 2, считая с 28.08.2024 09:00; меньше станет 08.09.2024 09:00"))
        // So it is: a minute earlier it is refused, then allowed.
        #expect(answer(praised.dropLast() + ["today is 08.09.2024 08:59", "why not @t: \"praise\" @a?"]).hasPrefix("not granted"))
        #expect(answer(praised.dropLast() + ["today is 08.09.2024 09:00", "why not @t: \"praise\" @a?"]).hasPrefix("allowed"))
    }

    @Test func votesAndConsents() {
        #expect(answer(["why not @t: create chat \"Z\"?"]).contains("✗ with consent of director: none has been given"))
        let other = ["@dir: consent to: @t: create chat \"Y\"", "why not @t: create chat \"Z\"?"]
        #expect(answer(other).contains("✗ with consent of director: @dir has agreed to something else: @t: create chat “Y”"))
        let given = ["@dir: consent to: @t: create chat \"Z\"", "why not @t: create chat \"Z\"?"]
        #expect(answer(given, .russian).contains("✓ с согласия директора: дано @dir"))
        let rename = "why not @t: rename chat \"10A\" to \"10B\"?"
        #expect(answer([rename]).contains("there is no such poll in the chat"))
        let voted = ["@t: create poll \"Rename?\" with \"yes\", \"no\" in chat \"10A\"", "@a: vote \"yes\"", rename]
        #expect(answer(voted).contains(": 1 of 3 members are for it, 2 are needed"), "\(answer(voted))")
    }

    @Test func whatIsImpossibleHasAWayOut() {
        #expect(answer(["@a: \"open the debate\" in chat \"10A\""]).contains("it is possible only when chat has \"stage\": first set “stage” of the chat"))
    }

    @Test func anOwnPowerIsAPower() throws {
        var (loader, library) = (ScriptLoader(path: "p.sfm"), Library())
        let policy = try #require(loader.load(SourceFile(name: "p.sfm", text: Self.policy), library: &library).ownPolicies.last?.policy)
        #expect(policy.clauses.first { $0.id == "7" }?.kind == .power)
    }
}

/// Rules with own words, time and counts as `show policy` says them.
@Suite struct SpokenRulesTests {
    private static let words = """
        message kinds "spam", "urgent"
        violation kinds "threat"
        role "nurse" is employee
        mark "consent" of person
        mark "closed" of chat
        act "praise": power, of person
        event "illness": of person, in chat

        """

    @Test(arguments: [
        (
            "forbid post more than 1 times a day as \"spam\" in chat", "It is forbidden to post messages of the kind “spam” in a chat more than 1 time a day.",
            "Запрещается писать сообщения вида «spam» в чате чаще 1 раза в день."
        ),
        (
            "forbid post with photo, with video by parent", "A parent may not post messages with a photo or with a video.",
            "Родителю запрещается писать сообщения с фото или с видео."
        ),
        (
            "forbid post in chat on weekends except messages \"urgent\"",
            "It is forbidden to post messages in a chat on weekends except messages of the kind “urgent”.",
            "Запрещается писать сообщения в чате в выходные, кроме сообщений вида «urgent»."
        ),
        (
            "forbid post except when actor is teacher or actor is director",
            "It is forbidden to post messages if whoever acts is not a teacher and whoever acts is not a director.",
            "Запрещается писать сообщения, если исполнитель — не учитель и исполнитель — не директор."
        ),
        (
            "permit unblock by moderator when not objections > 2", "The moderator may unblock a member of the chat if there are at most 2 objections.",
            "Модератор вправе разблокировать участника чата, если возражений не более 2."
        ),
        (
            "oblige \"nurse\" to monitor use every month", "The “nurse” must monitor the use of the platform every month.",
            "Лицо в роли «nurse» обязано контролировать использование платформы ежемесячно."
        ),
        (
            "oblige each \"nurse\" to monitor use every month", "Each “nurse” must monitor the use of the platform every month.",
            "Каждое лицо в роли «nurse» обязано контролировать использование платформы ежемесячно."
        ),
        (
            "oblige moderator to tell \"nurse\" of target when \"illness\" within 1 day",
            "When “illness” happens, the moderator must tell the “nurse” about that person within 1 day.",
            "При событии «illness» модератор обязан сообщить лицу в роли «nurse» об этом лице в течение 1 дня."
        ),
        (
            "oblige moderator to tell director of target when violate \"threat\" by end of day",
            "When somebody breaks the rules (a violation of the kind “threat”), the moderator must tell the director about that person by the end of the day.",
            "При нарушении правил (нарушение вида «threat») модератор обязан сообщить директору об этом лице до конца дня."
        ),
        (
            "oblige target to tell class teacher when \"illness\" within 2 working hours",
            "When “illness” happens, that person must tell the class teacher about themselves within 2 working hours.",
            "При событии «illness» это лицо обязано сообщить классному руководителю о себе в течение 2 рабочих часов."
        ),
        (
            "oblige moderator to appoint as another moderator parent when moderators of chat < 2 within 5 days",
            "The moderator must appoint one of the parents as another moderator within 5 days if there are fewer than 2 moderators of the chat.",
            "Модератор обязан назначить кого-либо из родителей ещё одним модератором в течение 5 дней, если модераторов чата менее 2."
        ),
        (
            "permit set \"consent\" by parents of target", "The parents of the person concerned may put the mark “consent”.",
            "Родители лица, которого это касается, вправе ставить отметку «consent»."
        ),
        (
            "forbid create poll without consent of director, \"nurse\"",
            "It is forbidden to create polls without the consent of the director or the “nurse”.",
            "Запрещается создавать опросы без согласия директора или лица в роли «nurse»."
        ),
        (
            "permit \"praise\" by teacher when count of \"praise\" of target in 1 week < 2",
            "A teacher may “praise” if “praise” has been done to the person fewer than 2 times in 1 week.",
            "Учитель вправе «praise», если действие «praise» совершено в отношении лица за 1 неделю менее 2 раз."
        ),
        (
            "forbid ask admin by teacher when not in working hours", "A teacher may not put questions to the admin if this is outside working hours.",
            "Учителю запрещается обращаться с вопросами к администратору, если это происходит вне рабочего времени."
        ),
    ])
    func aRule(_ rule: String, _ english: String, _ russian: String) throws {
        var (loader, library) = (ScriptLoader(path: "p.sfm"), Library())
        let calendar = "working days Monday–Friday from 8:00 to 18:00\n"
        let script = loader.load(SourceFile(name: "p.sfm", text: "policy \"p\"\n\(calendar)\(Self.words)clause 1\n\(rule)\nend\n"), library: &library)
        #expect(script.diagnostics.filter { $0.severity == .error }.map(\.message.en) == [])
        let policy = try #require(script.ownPolicies.last?.policy)
        #expect(PolicyReading(policy).clauses[0].sentences == [Text(english, russian)])
    }
}
