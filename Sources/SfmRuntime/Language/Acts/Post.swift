import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Act {
    /// A message in a chat; in a channel it is a publication.
    static let post: Act = Act(
        Forms(
            "post",
            en: [
                "post {text} [in chat {chat}] [in channel {channel}] [with file {attachment=0}] [with photo {attachment=1}] [with audio {attachment=2}]"
                    + " [with video {attachment=3}] [with link {attachment=4}] [as {mood}] [as {kinds}]",
                "post {text} [to chat {chat}] [to channel {channel}] [file {attachment=0}] [photo {attachment=1}] [audio {attachment=2}]"
                    + " [video {attachment=3}] [link {attachment=4}]",
            ],
            ru: [
                "написать {text} [в чате {chat}] [в канале {channel}] [с файлом {attachment=0}] [с фото {attachment=1}] [с аудио {attachment=2}]"
                    + " [с видео {attachment=3}] [со ссылкой {attachment=4}] [как {mood}] [как {kinds}]",
                "опубликовать {text} [в канале {channel}] [файлом {attachment=0}] [фото {attachment=1}] [аудио {attachment=2}] [видео {attachment=3}]"
                    + " [ссылкой {attachment=4}]",
                "отправить {text} [в чат {chat}] [с фотографией {attachment=1}] [с голосовым сообщением {attachment=2}] [с ссылкой {attachment=4}]",
            ], ruleRu: ["писать", "публиковать", "сообщение", "отправлять сообщения", "писать сообщения", "отправка сообщения"]),
        kind: .liberty, noun: Text("message", "сообщение"), attributes: [.message, .messageKind], definite: [.chat],
        obstacle: { w, c, _ in c.channel == .absent ? Requirement.canSpeak(w, c) : nil },
        confirms: { _, _, p in p.clauses(stating: .functions) },
        effect: { w, c in
            var message = Message(author: c.actor, text: c.name, mood: c.mood)
            message.kinds = c.kinds
            if c.channel != .absent {
                w[channel: c.channel].posts.append(message)
                return .done
            }
            w[chat: c.chat].post(message)
            return Effect(item: .message(w[chat: c.chat].messages.count))
        },
        traits: .makesMessage, words: [.kinds: .messageKind],
        example: Text("@ivanov: post \"Добрый день\" in chat \"10А\"", "@ivanov: написать \"Добрый день\" в чате \"10А\""))
}
