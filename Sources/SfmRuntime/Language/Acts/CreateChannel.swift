import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Act {
    /// A channel of the school comes about.
    static let createChannel = Act(
        Forms(
            "create channel", en: ["create channel {channel}"], ru: ["создать канал {channel}"], ruleEn: ["create channels", "run channels"],
            ruleRu: ["создавать канал", "создавать каналы", "вести каналы", "создание канала"]),
        kind: .power, noun: Text("creation of a channel", "создание канала"), creates: [.channel],
        effect: { w, c in
            if c.channel != .absent { return .unchanged }
            w.makeChannel(c.name)
            return .done
        },
        example: Text("create channel \"Сотрудники\"", "создать канал \"Сотрудники\""))
}
