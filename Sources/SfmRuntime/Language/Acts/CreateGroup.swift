import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Act {
    /// A class or group becomes part of the school's structure.
    static let createGroup = Act(
        Forms(
            "create group", en: ["create group {group}"], ru: ["создать группу {group}"],
            ruleRu: ["создавать группы", "создавать структуру", "создавать группу", "создание группы"]),
        kind: .power, noun: Text("creation of a group", "создание группы"), creates: [.group],
        effect: { w, c in
            if c.group != .absent { return .unchanged }
            w.makeGroup(c.name)
            return .done
        },
        hooks: Hooks(becomes: { node, names in
            guard case .name(let id?)? = node.slot(.group)?.value, SystemNames.isStaffRoom(id, names) else { return nil }
            return .staffRoom
        }),
        example: Text("create group \"11Б\"", "создать группу \"11Б\""))
}
