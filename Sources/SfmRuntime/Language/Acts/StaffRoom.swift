import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Act {
    /// The class "Учительская", where the teachers join.
    static let staffRoom = Act(
        Forms(
            "create staff room", en: ["create staff room"], ru: ["создать учительскую"], ruleRu: ["создавать учительскую", "создание учительской"]),
        kind: .power, noun: Text("creation of the staff room", "создание учительской"),
        effect: { w, c in
            if w.staffRoom != .absent { return .unchanged }
            w.makeStaffRoom(named: c.name)
            return .done
        },
        hooks: Hooks(defaultName: "Учительская"),
        example: Text("create staff room", "создать учительскую"))
}
