import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Act {
    /// An order is issued; where it appoints somebody, that person becomes the administrator.
    static let issue = Act(
        Forms(
            "issue",
            en: ["issue order {order} [about {about}] [appointing {appointing}]"],
            ru: [
                "издать приказ {order} [о {about}] [о назначении {appointing}]",
                "издать приказ {order} [об {about}] [назначив {appointing}]", "издать приказ {order} [с назначением {appointing}]",
            ], ruleRu: ["издавать приказ", "издавать", "издание приказа", "издание"]),
        kind: .power, noun: Text("issuing an order", "издание приказа"), creates: [.order],
        obstacle: { w, c, _ in Requirement.notGone(w, c.other) },
        effect: { w, c in
            let order = c.order != .absent ? c.order : w.makeOrder(c.name)
            let appoints = c.other != .absent && !(w[order: order].appoints == c.other && w[person: c.other].roles.has(.admin))
            let known = w[order: order].stages.contains(.issued) && !appoints && (c.about == .absent || w[order: order].about == c.about)
            w.issue(order, about: c.about, appointing: c.other)
            if c.other != .absent { w[person: c.other].roles.formUnion(RoleSet(.admin)) }
            return Effect(isUnchanged: known, item: .order(order))
        },
        hooks: Hooks(alsoIs: { request in
            guard request.other != .absent else { return nil }
            var appointment = Request(act: ActTable.index(of: .appoint))
            (appointment.actor, appointment.target, appointment.role) = (request.actor, request.other, .admin)
            // What an appointment is by order of.
            (appointment.order, appointment.value) = (request.order, request.name)
            return appointment
        }),
        supplies: Supplies([.appointedByOrder, .orderOfAppointment], gives: [.admin]),
        example: Text("@smirnov: issue order \"143\" about \"the platform\"", "@smirnov: издать приказ \"143\" о \"применении платформы\""))
}
