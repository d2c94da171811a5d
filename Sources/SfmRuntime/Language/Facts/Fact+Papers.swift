import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Fact {
    /// Orders and the application for registration.
    static let papers = [application, order]

    private static let application = Fact(
        Forms(
            "application",
            en: ["application is {not} submitted [(with) order {order}] [(with) phone {phone}] [(with) email {email}]"],
            ru: ["заявка на регистрацию {not} подана [с приказом {order}] [с номером {phone}] [с почтой {email}]", "заявка {not} подана"]),
        introduces: [.order],
        deniable: true,
        set: { i, q in
            if q.node.negated {
                i.world.school.application = nil
                return nil
            }
            var application = Application()
            (application.order, application.phone, application.email) = (q.orderName, q.phone, q.email)
            application.isWhole = q.orderName == .absent && q.email == .absent
            i.world.school.application = application
            return nil
        },
        holds: { i, _ in Verdict(i.world.school.application != nil) })

    private static let order = Fact(
        Forms(
            "order", en: ["order {order} is {not} {orderStage} [appointing {appointing}]"],
            ru: ["приказ {order} {not} {orderStage} [о назначении {appointing}]"]),
        introduces: [.order],
        set: { i, q in
            guard q.order != .absent, let stage = q.stage else { return nil }
            i.world.issue(q.order, appointing: q.other.first ?? .absent)
            i.world[order: q.order].stages.insert(stage)
            return nil
        },
        holds: { i, q in
            guard q.order != .absent, let stage = q.stage else { return Verdict(false) }
            return Verdict(i.world[order: q.order].stages.contains(stage) && q.other.allSatisfy { i.world[order: q.order].appoints == $0 })
        })
}
