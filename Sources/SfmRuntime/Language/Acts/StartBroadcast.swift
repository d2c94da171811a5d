import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Act {
    /// A broadcast of the school begins.
    static let startBroadcast = Act(
        Forms(
            "start broadcast", en: ["start broadcast {title}", "hold broadcast {title}"], ru: ["начать трансляцию {title}", "провести трансляцию {title}"],
            ruleEn: ["start broadcasts"],
            ruleRu: [
                "начинать трансляцию", "проводить трансляцию", "проводить трансляции", "начинать трансляции", "трансляция", "начало трансляции",
                "проведение трансляции",
            ]),
        kind: .power, noun: Text("broadcast", "трансляция"),
        effect: { w, c in Effect(isUnchanged: !w.startBroadcast(c.name)) },
        example: Text("start broadcast \"School day\"", "начать трансляцию \"День школы\""))
}
