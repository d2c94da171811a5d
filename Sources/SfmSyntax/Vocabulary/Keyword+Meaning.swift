import SfmTerms

extension Keyword {
    /// What the word does, for help and reference.
    public var meaning: Text {
        switch self {
        case .usePolicy: Text("puts a policy in force: use policy \"koshdo-2024\"", "вводит порядок в действие: применить порядок \"koshdo-2024\"")
        case .include:
            Text(
                "takes another file of the folder in, as a background that several share", "подключает другой файл из той же папки, например общую предысторию")
        case .policy: Text("begins a policy, up to end", "начинает порядок; он длится до слова «конец»")
        case .clause: Text("begins a clause of a policy: clause 24 \"Blocking\"", "начинает пункт порядка: пункт 24 \"Блокировка\"")
        case .background: Text("what stands before every scenario of the file", "то, с чего начинается каждый сценарий файла")
        case .scenario: Text("a situation with what should come of it", "ситуация и то, чем она должна кончиться")
        case .examples:
            Text(
                "a table, here or from \"FILE.csv\"; the scenario runs once a row",
                "таблица, здесь же или из \"ФАЙЛ.csv\"; сценарий исполняется по разу на строку")
        case .repeatBlock: Text("repeats the steps up to end: repeat 3 times", "повторяет шаги до слова «конец»: повторить 3 раза")
        case .end: Text("ends a block", "заканчивает блок")
        case .exercise: Text("a task for a learner, played by sfm train", "учебная задача; её исполняет sfm train")
        case .given: Text("states how things are; no norm is asked", "задаёт исходное положение; порядок при этом не спрашивают")
        case .expect: Text("checks a fact or a decision; changes nothing", "проверяет утверждение или решение и ничего не меняет")
        case .and: Text("goes on with the kind of step above", "продолжает шаг того же вида, что строкой выше")
        case .lead: Text("may stand before a step, for easier reading", "может стоять перед шагом, чтобы текст легче читался")
        case .force: Text("does an act against the policy; the breach is recorded", "совершает действие вопреки порядку; отступление записывается")
        case .actAs: Text("who acts from here on: as @petrova", "кто действует дальше: от имени @петрова")
        case .actAsAnyone: Text("from here on anybody who may acts", "дальше действует любой, кому это можно")
        case .advance: Text("moves the clock: advance 14 days", "переводит часы: через 14 дней")
        case .today: Text("sets the date: today is 02.09.2024", "задаёт дату: сегодня 02.09.2024")
        case .fulfilDuties: Text("everybody does what they are obliged to now", "все исполняют то, что сейчас обязаны")
        case .allowed: Text("expect allowed: it could be done now", "ожидаем разрешение: сейчас так можно")
        case .denied: Text("expect denied [by clause N]: a norm refuses it", "ожидаем отказ [по п. N]: порядок этого не даёт")
        case .prohibited: Text("expect prohibited: a prohibition refuses it", "ожидаем запрет: есть прямой запрет")
        case .notGranted: Text("expect not granted: no permission gives it", "ожидаем отсутствие права: такого разрешения нет")
        case .impossible: Text("expect impossible: the platform does not let it", "ожидаем невозможность: платформа этого не позволяет")
        case .permit: Text("a rule: permit ACT by ROLE when CONDITION", "правило: разрешено РОЛИ ДЕЙСТВИЕ, если УСЛОВИЕ")
        case .forbid: Text("a rule: forbid ACT by ROLE when CONDITION", "правило: запрещено РОЛИ ДЕЙСТВИЕ, если УСЛОВИЕ")
        case .oblige: Text("a rule: oblige ROLE to ACT when EVENT within TERM", "правило: обязан РОЛЬ ДЕЙСТВИЕ при СОБЫТИИ в течение СРОКА")
        case .states: Text("a rule: the platform itself sees to it", "правило: так устроена сама платформа")
        case .list: Text("a list that conditions look into: list NAME: \"…\", \"…\"", "перечень, на который ссылаются условия: перечень ИМЯ: \"…\", \"…\"")
        case .note: Text("a remark on the reading taken; it answers warnings about the clause", "пояснение, как прочитан пункт; снимает предупреждения о нём")
        case .extends: Text("adds the clauses of another policy", "добавляет пункты другого порядка")
        case .calls: Text("the regulation's own nouns: calls group \"класс\"", "слова самого документа: термины группа \"класс\"")
        case .title: Text("the title of a policy", "название порядка")
        case .adopted: Text("when and by which order it was adopted", "когда и каким приказом утверждён порядок")
        case .platform: Text("the platform that the policy is for", "платформа, для которой написан порядок")
        case .story: Text("what has happened in an exercise, and what is wanted", "что случилось в упражнении и чего нужно добиться")
        case .points: Text("what an exercise is worth: points 10", "сколько стоит упражнение: баллы 10")
        case .goal: Text("what an exercise wants to be so: goal \"Blocked\": FACT", "чего нужно достичь в упражнении: цель \"Заблокирован\": УТВЕРЖДЕНИЕ")
        case .hint: Text("a hint of an exercise; they are given one by one", "подсказка упражнения; подсказки даются по одной")
        case .offLimits:
            Text(
                "acts that an exercise does without: off limits: ACT because \"…\"",
                "чего в упражнении не делают: не применять: ДЕЙСТВИЕ, потому что \"…\"")
        case .solution: Text("the model solution of an exercise, up to end", "образец решения упражнения, до слова «конец»")
        case .skip:
            Text(
                "under a scenario's head: it is not run, and why: skip \"…\"", "под заголовком сценария: его не исполняют, и почему: пропустить \"…\"")
        case .messageKinds:
            Text(
                "kinds of message that the policy names: message kinds \"spam\", \"urgent\"",
                "виды сообщений, которые называет порядок: виды сообщений \"спам\", \"срочное\"")
        case .violationKinds: Text("kinds of violation: violation kinds \"spam\", \"insult\"", "виды нарушений: виды нарушений \"спам\", \"оскорбление\"")
        case .ownRole:
            Text("an office of the school's own: role \"administrator on duty\" is employee", "своя должность: роль \"дежурный администратор\" — работник")
        case .ownMark: Text("what may be noted: mark \"consent\" of person", "то, что отмечают: отметка \"согласие\" о лице")
        case .ownAct:
            Text("an act of the school's own: act \"record the lesson\": liberty, in chat", "своё действие: действие \"записать урок\": право, в чате")
        case .ownEvent: Text("an event of the school's own: event \"bullying\": of person, in chat", "своё событие: событие \"травля\": о лице, в чате")
        case .knownFailure:
            Text(
                "under a scenario's head: it is known to fail, and why; it fails the run once it passes",
                "под заголовком сценария: известно, что он не проходит, и почему; когда он пройдёт, проверка скажет об этом ошибкой")
        case .workingDays:
            Text(
                "which days and hours are worked: working days Monday–Friday from 8:00 to 18:00",
                "когда работают: рабочие дни понедельник–пятница с 8:00 до 18:00")
        case .daysOff: Text("days that are not worked: days off 04.11.2024", "когда не работают: нерабочие дни 04.11.2024")
        case .alsoWorking: Text("days that are worked besides: also working 28.12.2024", "когда работают сверх обычного: рабочий также 28.12.2024")
        case .period:
            Text(
                "a stretch of days with a name: period \"autumn holidays\" 28.10.2024–04.11.2024",
                "отрезок времени с названием: период \"осенние каникулы\" 28.10.2024–04.11.2024")
        case .schoolYear: Text("school year from 1 September to 31 May", "учебный год с 1 сентября по 31 мая")
        case .inForce:
            Text(
                "between which days the rules of a policy speak: in force from 01.09.2024 to 31.08.2025",
                "в какие дни правила порядка действуют: действует с 01.09.2024 по 31.08.2025")
        case .exploration:
            Text(
                "asks of everything that can happen whether something holds, up to end",
                "спрашивает обо всём, что может случиться, верно ли нечто; до слова «конец»")
        case .people: Text("who acts in an exploration: people @dima, @nina", "кто действует в исследовании: участники @дима, @нина")
        case .acts: Text("what may happen in an exploration: acts violate, block", "что может случиться в исследовании: действия нарушение, заблокировать")
        case .withinSteps: Text("how far an exploration looks: within 6 steps", "как далеко смотрит исследование: не дольше 6 шагов")
        case .againstPolicy:
            Text(
                "an exploration in which what the policy refuses happens as well",
                "исследование, в котором случается и то, на что порядок даёт отказ")
        case .never: Text("what must not come about: never FACT and FACT", "чего не должно случиться: никогда УТВЕРЖДЕНИЕ и УТВЕРЖДЕНИЕ")
        case .always: Text("what must hold whatever happens: always FACT", "что верно, что бы ни случилось: всегда УТВЕРЖДЕНИЕ")
        case .reachable: Text("what must be possible to come about: reachable FACT", "к чему можно прийти: достижимо УТВЕРЖДЕНИЕ")
        case .advanceTo: Text("moves the clock on to a time: advance to 21:30", "переводит часы на время: дождаться 21:30")
        }
    }
}

extension ActKind {
    /// What the kind of an act means for a decision.
    public var meaning: Text {
        switch self {
        case .power: Text("a power: somebody may only where a clause permits it", "полномочие: можно, только если это разрешает пункт")
        case .liberty: Text("a liberty: everybody may unless a clause prohibits it", "право: можно, если это не запрещает пункт")
        case .event: Text("an event: it happens, nobody is asked", "событие: происходит само, разрешения не нужно")
        }
    }
}

extension Keyword {
    /// A whole block, where its lines are none of those that stand elsewhere.
    package var example: Text? {
        guard self == .exploration else { return nil }
        return Text(
            """
            exploration "Nobody who left stays for good"
              people @dima, @nina
              acts violate, block, unblock, depart, remove
              within 6 steps
              never @dima is departed and @dima is member of chat "7B" and no pending duties
            end
            """,
            """
            исследование "Выбывший не остаётся навсегда"
              участники @дима, @нина
              действия нарушение, заблокировать, разблокировать, выбыл, исключить
              не дольше 6 шагов
              никогда @дима выбыл и @дима участник чата "7Б" и нет невыполненных обязанностей
            конец
            """)
    }
}
