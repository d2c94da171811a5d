import SfmTerms

extension DiagnosticCatalogue {
    /// Words that a policy declares for itself.
    static let words: [Entry] = [
        Entry(
            .unknownWord, Text("a word that no policy declares", "слово, которого не объявляет ни один порядок"),
            Text(
                "Kinds of messages and violations, marks, roles and acts of a school's own are declared by a line of its policy. "
                    + "Otherwise a misspelt word would quietly mean nothing. Declare it, or write it as it is declared.",
                "Виды сообщений и нарушений, отметки, роли и действия, которых нет в языке, порядок объявляет отдельной строкой. "
                    + "Иначе слово с опиской ничего бы не значило, и никто бы этого не заметил. Объявите его или напишите так, как оно объявлено."),
            wrong: Text("forbid post as \"advertising\"", "запрещено писать как \"реклама\""),
            mended: Text(
                "message kinds \"advertising\"\nforbid post as \"advertising\"", "виды сообщений \"реклама\"\nзапрещено писать как \"реклама\"")),
        Entry(
            .duplicateWord, Text("one word with two meanings", "одно слово в двух значениях"),
            Text(
                "The same word is declared twice, each time as something else. Whoever uses it could mean either. Policies may declare the same word only "
                    + "if they mean the same by it.",
                "Одно и то же слово объявлено дважды и по-разному. Тот, кто им пользуется, мог бы иметь в виду и то и другое. Объявить одно слово в двух "
                    + "порядках можно, только если значит оно одно и то же."),
            wrong: Text("mark \"consent\" of person\nmark \"consent\" of chat", "отметка \"согласие\" о лице\nотметка \"согласие\" о чате"),
            mended: Text(
                "mark \"consent\" of person\nmark \"archived\" of chat", "отметка \"согласие\" о лице\nотметка \"в архиве\" о чате")),
        Entry(
            .effectWithoutPart, Text("an effect on what the act does not name", "следствие о том, чего действие не называет"),
            Text(
                "An act of the policy's own can only do something to what it names: to add somebody to a chat it needs a person and a chat, to put a mark on a "
                    + "person it needs a person. The parts stand behind the colon.",
                "Своё действие меняет только то, что называет: чтобы добавить кого-то в чат, нужны лицо и чат, чтобы поставить отметку о лице, нужно "
                    + "лицо. Части пишут после двоеточия."),
            wrong: Text("act \"award\": power, adds target", "действие \"наградить\": полномочие, добавляет лицо"),
            mended: Text(
                "act \"award\": power, of person, in chat, adds target", "действие \"наградить\": полномочие, о лице, в чате, добавляет лицо")),
    ]
}
