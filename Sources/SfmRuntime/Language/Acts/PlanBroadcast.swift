import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Act {
    /// A broadcast of the school is put on the calendar.
    static let planBroadcast = Act(
        Forms(
            "plan broadcast", en: ["plan broadcast {title} [at {at}]", "plan broadcast {title} [on {at}]"], ru: ["запланировать трансляцию {title} [на {at}]"],
            ruleEn: ["plan broadcasts"], ruleRu: ["планировать трансляцию", "планировать трансляции", "планирование трансляции"]),
        kind: .power, noun: Text("planning a broadcast", "планирование трансляции"),
        effect: { w, c in
            var broadcast = Broadcast(title: c.name)
            broadcast.plannedAt = c.until
            w.plan(broadcast)
            return .done
        },
        example: Text("plan broadcast \"School day\" at 10.09.2024 12:00", "запланировать трансляцию \"День школы\" на 10.09.2024 12:00"))
}
