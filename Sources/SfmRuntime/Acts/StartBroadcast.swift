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
        effect: { w, c in
            if let k = w.broadcasts.firstIndex(where: { $0.title == c.name }) {
                let known = w.broadcasts[k].isStarted
                w.broadcasts[k].isStarted = true
                return Effect(isUnchanged: known)
            }
            var broadcast = Broadcast(title: c.name)
            broadcast.isStarted = true
            w.broadcasts.append(broadcast)
            return .done
        },
        example: Text("start broadcast \"School day\"", "начать трансляцию \"День школы\""))
}
