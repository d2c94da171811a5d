import SfmRuntime
import SfmSyntax
import SfmTerms

/// A question as people put it: its wordings, and the command that it comes to.
///
/// A wording is words with `|` between those that mean the same, `_` within one of several words, in brackets what may be left out, in
/// braces what the question names.
struct SpokenQuestion: Sendable {
    let en: [String]
    let ru: [String]
    let command: @Sendable (Found) -> PromptCommand?

    /// What a line says in the places of its wording.
    struct Found: Sendable {
        var who: PromptLine.Doer?
        var act: ActQuestion?
        var name: PromptLine.Name?
        var clause: PromptLine.Name?
        var policy: PromptLine.Name?
    }

    private static func shows(_ topic: ShowTopic?) -> @Sendable (Found) -> PromptCommand? {
        { found in
            var request = ShowRequest(topic)
            request.person = found.who?.handle
            switch topic {
            case .group: request.group = found.name
            default: request.chat = found.name
            }
            (request.clause, request.policy) = (found.clause, found.policy)
            return .show(request)
        }
    }

    private static func asks(_ command: @escaping @Sendable (ActQuestion) -> PromptCommand) -> @Sendable (Found) -> PromptCommand? {
        { found in found.act.map { command($0) } }
    }

    /// The first that fits a line is it: those that say more stand first.
    static let table: [SpokenQuestion] = [
        // Acts
        SpokenQuestion(
            en: [
                "can|may|could|might|should [i] {who} {act}", "does|do|did [i] {who} have|has the|a|any right|power|authority to {act}",
                "has|have [i] {who} [got] the|a|any right|power|authority to {act}",
                "is|are|am|was [i] {who} [now] allowed|permitted|entitled|able|authorized to {act}",
                "is|was it [now] allowed|permitted|possible|ok|legal [for] [{who}] to {act}",
            ],
            ru: [
                "может|могут|вправе|сможет|смогут|мог|могла ли [сейчас|теперь] {who} {act}", "могу|можем|вправе ли я|мы {who} {act}",
                "имеет|имеют|имею|имеем ли [я|мы] {who} [полное] право {act}", "имеет|имеют|имею|имеем ли [я|мы] право {who} {act}",
                "есть|имеется ли [у] {who} право|полномочие|полномочия {act}", "есть|имеется ли право у {who} {act}",
                "можно|разрешено|позволено|дозволено|разрешается|допускается|положено ли [сейчас|теперь] [{who}] {act}",
                "{who} может|вправе|имеет_право ли {act}",
            ],
            command: asks { .may($0) }),
        SpokenQuestion(
            en: [
                "who [else] has|have the|a right|power|authority to {act}", "who [else] is|are [now] allowed|permitted|entitled|able|authorized to {act}",
                "who [else] could|might {act}", "to whom is it allowed|permitted to {act}", "whom does the policy allow|permit to {act}",
            ],
            ru: [
                "кому [из_них|сейчас|теперь|ещё|вообще] можно|разрешено|позволено|дозволено|разрешается|положено {act}",
                "у кого [сейчас|теперь|ещё] есть|имеется право|полномочия|полномочие {act}",
                "кто [же|сейчас|теперь|ещё|вообще] имеет право {act}", "кто [же|сейчас|теперь|ещё|вообще] может|вправе|сможет|уполномочен {act}",
                "за кем [закреплено] право {act}",
            ],
            command: asks { .whoCan($0) }),
        SpokenQuestion(
            en: [
                "why is|was it [now] forbidden|prohibited|impossible|not_allowed|not_permitted|not_possible to {act}",
                "why was not {act}", "what prevents|stops|hinders|forbids me|us|one|anybody|anyone from {act}", "what is in the way to {act}",
                "why can|could|may|might|should not {who} {act}", "why is|was {who} not allowed|permitted|entitled|able to {act}",
                "why is|was {who} forbidden to {act}", "why does {who} have no right to {act}",
            ],
            ru: [
                "почему [же] [было|сейчас] нельзя|запрещено|невозможно|не_разрешено|недопустимо|не_допускается [было|будет] [{who}] {act}",
                "почему {who} [было|сейчас] нельзя|запрещено|не_разрешено [было] {act}",
                "почему [же] {who} не может|вправе|сможет|мог|могла|имеет_права {act}", "почему [же] не может|вправе|имеет_права {who} {act}",
                "почему [же] не получится|получилось|получается|удалось|удастся|выйдет|вышло {act}",
                "почему [же] у {who} нет права {act}",
                "что [же] мешает|запрещает|препятствует|не_даёт|не_позволяет|не_разрешает|помешало [{who}] {act}",
                "за что|чем нельзя|запрещено {act}", "на каком основании нельзя|запрещено {act}",
            ],
            command: asks { .decision($0) }),
        SpokenQuestion(
            en: [
                "what can|may|could {who} do", "what is|are {who} [now] allowed|permitted|entitled|able to do", "what rights|powers does|do {who} have",
                "what are {who} ' s rights|powers", "what is allowed|permitted to {who}",
            ],
            ru: [
                "что [же] может|вправе|можно|разрешено|позволено|дозволено [делать|сделать] {who} [делать|сделать]", "на что имеет право {who}",
                "какие [есть] права|полномочия [есть|имеются] у {who}", "какие [есть] у {who} [есть] права|полномочия", "какими правами обладает {who}",
            ],
            command: { $0.who?.handle.map { .whatCan($0) } }),
        // People
        SpokenQuestion(
            en: [
                "how many|often violations|warnings|reminders|offences does|do {who} have [got|now]", "how many violations|offences has|have {who} [got]",
                "how many violations|offences are there by|of {who}", "what violations|offences does|do {who} have",
                "how many violations|offences are there [now] [in chat {name}]",
            ],
            ru: [
                "сколько [сейчас|всего|уже] [было] нарушений|замечаний [есть|сейчас|уже|числится] [у|за|со_стороны] {who} [сейчас|уже]",
                "сколько [сейчас|всего|уже] [есть] у|за {who} [есть|сейчас|уже|числится] нарушений|замечаний",
                "сколько раз [уже] нарушил|нарушила|нарушал|нарушала [порядок|правила] {who}", "сколько раз {who} [уже] нарушил|нарушила|нарушал|нарушала",
                "какие [есть|были] нарушения [есть|были] у {who}", "какие [есть|были] у {who} [есть|были] нарушения",
                "есть ли [у] {who} нарушения", "есть ли нарушения у {who}", "сколько [всего|сейчас] нарушений [в чате {name}]",
            ],
            command: shows(.violations)),
        SpokenQuestion(
            en: [
                "until|till when|what_date is {who} [still] blocked", "how long is {who} [still] blocked [for]", "for how long is {who} blocked",
                "when does the block of {who} end|expire", "is {who} [still|now] blocked", "who is {who}", "how many warnings|reminders does|do {who} have",
                "what is known about|of {who}", "what is the status of {who}", "who are the parents of {who}", "who are {who} ' s parents",
            ],
            ru: [
                "до какого [числа|срока|времени|дня] [заблокирован|заблокирована|блокировка|в_блокировке] [у] {who} [заблокирован|заблокирована]",
                "до когда [заблокирован|заблокирована] {who} [заблокирован|заблокирована]",
                "на сколько|какой_срок [заблокирован|заблокирована] {who} [заблокирован|заблокирована]",
                "когда кончается|кончится|закончится|заканчивается|истекает|истечёт блокировка [у] {who}",
                "заблокирован|заблокирована ли [сейчас|ещё] {who}", "кто такой|такая|это {who}", "что известно о|об|про {who}", "в каком классе [учится] {who}",
                "кто родители|родитель [у] {who}", "чей родитель|ребёнок {who}", "сколько предупреждений у {who}", "что [там] с|у {who}",
            ],
            command: { found in
                guard let person = found.who?.handle else { return nil }
                var request = ShowRequest(nil)
                request.person = person
                return .show(request)
            }),
        SpokenQuestion(
            en: [
                "what are {who} ' s [pending] duties|obligations", "what duties|obligations does|do {who} have", "what must|should|shall {who} do [now]",
                "what does|do {who} have|need to do [now]", "what is|are {who} obliged|required|bound to do [now]",
                "what are the duties|obligations of {who}", "does|do {who} have [any] duties|obligations",
                "what|which [pending|open|unmet|outstanding] duties|obligations are [there|pending|open|left|unmet] [now]", "what is|remains to be done [now]",
                "are there [any] [pending|open|unmet|outstanding] duties|obligations [left]", "who has|have [pending|open] duties|obligations",
            ],
            ru: [
                "какие|какая [есть|сейчас|теперь] обязанности|обязанность [есть|сейчас|теперь|остались|возложены|лежат] [у|на] {who} [сейчас|теперь]",
                "какие|какая [есть|сейчас] у {who} [есть|сейчас] [неисполненные|невыполненные] обязанности|обязанность",
                "что [сейчас|теперь] должен|должна|обязан|обязана|надо|нужно|следует|предстоит|положено [сделать|делать] {who} [сейчас|теперь] "
                    + "[сделать|делать]",
                "что {who} [сейчас|теперь] должен|должна|обязан|обязана [сделать|делать]", "есть ли [у] {who} обязанности",
                "какие [есть|остались|сейчас|ещё] [неисполненные|невыполненные|открытые|незакрытые] обязанности "
                    + "[есть|остались|не_исполнены|не_выполнены|сейчас]",
                "есть ли [неисполненные|невыполненные|открытые] обязанности", "что осталось|надо|нужно|предстоит [сделать|исполнить|выполнить]",
                "что [ещё] не исполнено|выполнено|сделано", "сколько [сейчас] [неисполненных|невыполненных] обязанностей [у] [{who}]",
                "у кого [есть|остались] [неисполненные|невыполненные] обязанности", "кто [и] что [сейчас] должен|обязан [сделать]",
            ],
            command: shows(.duties)),
        SpokenQuestion(
            en: [
                "what|which chats is|are {who} [a_member] in|of", "which|what chats does {who} have", "in what|which chats is {who}",
                "what|which chats are there", "how many chats are there",
            ],
            ru: [
                "в каких чатах [состоит|есть|участвует|находится] {who} [состоит|есть|участвует]", "в каком чате [состоит] {who}",
                "какие чаты [есть] [у|ведёт] {who}", "какие [есть] чаты [есть]", "сколько [всего|есть] чатов [есть|всего]",
            ],
            command: shows(.chats)),
        // Chats and groups
        SpokenQuestion(
            en: [
                "who is|are [now] in [the] chat {name}", "how many people|members|participants are [there|now] in [the] chat {name}",
                "how many members|participants does|has [the] chat {name} [have]", "who are the members|participants of [the] chat {name}",
                "who is the moderator|admin of|in [the] chat {name}", "who moderates|runs|leads [the] chat {name}",
                "who is [now] blocked in [the] chat {name}", "what is in [the] chat {name}",
            ],
            ru: [
                "кто [сейчас|у_нас|есть] [состоит|есть|сидит|находится|числится|участвует] [сейчас] в чате {name}",
                "кто [является] участники|участник чата {name}",
                "сколько [сейчас|всего] человек|участников|людей|народу [есть|состоит|сейчас|всего] [в] чате|чата {name}",
                "кто [является] модератор|модератором [у|в] чата|чате {name}", "кто ведёт|модерирует|администрирует чат {name}",
                "кто [сейчас] заблокирован в чате {name}", "что [сейчас|есть] в чате {name}", "какой модератор [у|в] чата|чате {name}",
            ],
            command: shows(.chat)),
        SpokenQuestion(
            en: [
                "who is|are [now] in [the] group|class {name}", "how many students|pupils|people are [there|now] in [the] group|class {name}",
                "who is the class_teacher|form_tutor of [the] [group|class] {name}", "who belongs to [the] group|class {name}",
            ],
            ru: [
                "кто [сейчас] [учится|состоит|есть|числится] в классе|группе {name}",
                "сколько [сейчас|всего] человек|учеников|людей|обучающихся|детей [учится] в классе|группе {name}",
                "кто [является] классный|классным руководитель|руководителем|рук [в|у] [класса|группы|классе|группе] {name}", "кто ведёт класс|группу {name}",
            ],
            command: shows(.group)),
        // Papers
        SpokenQuestion(
            en: [
                "what does|do [the] clause|item {clause} [of [the] [policy] {policy}] say|state|mean|tell|require",
                "what is [said|written] in [the] clause|item {clause} [of [the] policy [{policy}]]", "what is clause {clause} [about]", "read clause {clause}",
            ],
            ru: [
                "что [же] [написано|сказано|говорится|стоит|записано|значится|прописано] [там] в пункте|п|п. {clause} [порядка] [{policy}]",
                "что говорит|гласит|требует|означает|значит|предписывает|устанавливает|за пункт|п|п. {clause} [порядка] [{policy}]",
                "о чём [говорит|говорится] [в] пункт|пункте|п|п. {clause} [порядка] [{policy}]", "что такое пункт|п|п. {clause} [порядка] [{policy}]",
                "как звучит|читается пункт|п|п. {clause} [порядка] [{policy}]", "прочитать|прочитай|прочти|открой пункт|п|п. {clause} [порядка] [{policy}]",
            ],
            command: shows(.clause)),
        SpokenQuestion(
            en: ["what|which policy|policies is|are in force|effect [now]", "what is in force", "which policies are there"],
            ru: ["какой|какие [сейчас|теперь] порядок|порядки [сейчас] действует|действуют|применяется|применён|применены", "что [сейчас] действует"],
            command: shows(.policies)),
        SpokenQuestion(
            en: [
                "what|which breaches are|were there [now]", "was|is the policy broken|breached|violated", "what|which breaches does|do|did {who} have",
                "how many breaches are|were there", "who broke|breached|violated the policy", "has {who} broken|breached|violated the policy",
            ],
            ru: [
                "какие [есть|были] отступления [есть|были] [от] [порядка] [у] [{who}]", "какие [есть|были] нарушения порядка [есть|были] [у] [{who}]",
                "нарушен ли порядок", "сколько [было|есть|всего] отступлений [от] [порядка] [у] [{who}]",
                "сколько [было|есть|всего] нарушений порядка [у] [{who}]",
                "кто [уже] нарушил|нарушал порядок", "нарушил|нарушила|нарушал|нарушала ли {who} порядок", "есть ли отступления|нарушения [от] порядка",
            ],
            command: shows(.breaches)),
        SpokenQuestion(
            en: ["what|which messages are|were [there] in [the] chat {name}", "what was|is written in [the] chat {name}", "what did {who} write"],
            ru: [
                "какие [есть|были] сообщения [есть|были] в чате {name}", "что [было] пишут|писали|написали|написано в чате {name}",
                "что писал|писала|написал|написала {who}", "что {who} писал|писала|написал|написала",
            ],
            command: shows(.messages)),
        SpokenQuestion(
            en: ["what happened|has_happened [so far] [today]", "what was done", "what did {who} do", "what has {who} done"],
            ru: [
                "что [уже] произошло|было|случилось|происходило|сделано", "что [уже] делал|делала|сделал|сделала {who}",
                "что {who} [уже] делал|делала|сделал|сделала",
            ],
            command: shows(.log)),
        SpokenQuestion(
            en: ["what|which requests are there", "who asks|wants to join"], ru: ["какие [есть] заявки [есть]", "кто просится|хочет_вступить|подал_заявку"],
            command: shows(.requests)),
        SpokenQuestion(
            en: ["what|which links are there", "which links work|serve"], ru: ["какие [есть] ссылки [есть|действуют]"], command: shows(.links)),
        SpokenQuestion(
            en: ["who is here|there", "who is at the school", "how many people are there"],
            ru: ["кто [у_нас] есть [у_нас]", "кто в школе", "сколько [всего] людей|человек"],
            command: shows(.people)),
        SpokenQuestion(
            en: ["what|which groups|classes are there", "how many groups|classes are there"],
            ru: ["какие [есть] классы|группы [есть]", "сколько [всего] классов|групп"],
            command: shows(.groups)),
        SpokenQuestion(
            en: ["what|which day|date|time is it [now|today]", "what is the date|time"],
            ru: ["какое|какой|какая [сейчас|сегодня] число|день|дата|время [сейчас|сегодня]", "который [сейчас] час"], command: shows(.world)),
    ]
}
