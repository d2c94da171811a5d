import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Act {
    /// The application for registration goes to the platform's support.
    static let apply = Act(
        Forms(
            "apply",
            en: ["submit application [(with) order {order}] [(with) questionnaire {questionnaire}] [(with) phone {phone}] [(with) email {email}]"],
            ru: [
                "подать заявку на регистрацию [с приказом {order}] [с анкетой {questionnaire}] [с номером {phone}] [с почтой {email}]",
                "подать заявку [приказом {order}] [анкетой {questionnaire}] [номером {phone}] [почтой {email}]",
                "направить заявку на регистрацию [с номером телефона {phone}] [с адресом почты {email}] [с электронной почтой {email}]",
                "подать заявку на регистрацию школы", "направить заявку",
            ], ruleRu: ["подавать заявку на регистрацию", "подавать заявку", "заявка на регистрацию", "подача заявки на регистрацию", "подача заявки"]),
        kind: .power, noun: Text("application for registration", "заявка на регистрацию"), attributes: [.orderOfAppointment],
        effect: { w, c in
            var application = Application()
            (application.author, application.order) = (c.actor, c.value)
            application.phone = c.phone
            application.email = c.email
            application.hasQuestionnaire = c.hasQuestionnaire
            let known = w.school.application == application
            w.school.application = application
            return Effect(isUnchanged: known)
        },
        traits: .namesFreely,
        // What is enclosed is a paper and not what the application is about: a duty to apply anew is met with another order.
        hooks: Hooks(presumes: { _, _, r throws(ScriptError) in r.request.order = .absent }),
        supplies: Supplies(
            [.applicationSubmitted, .orderEnclosed, .questionnaireEnclosed, .phoneGiven, .emailGiven], for: [.ownPhone, .registrationByApplication]),
        example: Text(
            "submit application with order \"143\" with phone \"+7 900 000-00-00\" with email \"school@example.org\"",
            "подать заявку на регистрацию с приказом \"143\" с номером \"+7 900 000-00-00\" с почтой \"school@example.org\""))
}
