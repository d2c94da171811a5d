import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Act {
    /// Somebody attends a seminar on the platform.
    static let seminar = Act(
        Forms(
            "attend seminar", en: ["attend seminar {title}", "attend webinar {title}"], ru: ["посетить семинар {title}", "посетить вебинар {title}"],
            ruleEn: ["attend seminars"], ruleRu: ["посещать семинар", "посещать семинары", "посещение семинара"]),
        kind: .liberty, noun: Text("seminar", "семинар"), isOpenToOutsiders: true,
        example: Text("@petrova: attend seminar \"Chats in class\"", "@petrova: посетить семинар \"Чаты в классе\""))
}
