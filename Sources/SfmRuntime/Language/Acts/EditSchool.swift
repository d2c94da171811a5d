import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Act {
    /// The school's record on the platform is entered or changed.
    static let editSchool = Act(
        Forms(
            "edit school",
            en: [
                "edit school [{school}] [set site {field=0}] [set address {field=1}] [set phone {field=2}] [set email {field=3}] [set name {field=4}]"
                    + " [to {value}]"
            ],
            ru: [
                "изменить [сайт {field=0}] [адрес {field=1}] [телефон {field=2}] [почту {field=3}] [название {field=4}] [школы {school}] [на {value}]",
                "изменить сведения [школы {school}] [о школе {school}] [: сайт {field=0}] [: адрес {field=1}] [: телефон {field=2}] [: почта {field=3}]"
                    + " [: название {field=4}] [{value}]",
                "изменить сведения", "внести сведения [о школе {school}]",
            ], ruleEn: ["edit school"],
            ruleRu: ["изменять сведения", "изменять сведения о школе", "вносить сведения о школе", "изменять", "изменение сведений"]),
        kind: .power, noun: Text("change of the school's record", "изменение сведений"),
        obstacle: { w, _, _ in Requirement.schoolExists(w) },
        effect: { w, c in
            guard let field = c.field else { return .done }
            let known = w.school.fields[Int(field.rawValue)] == c.value && (field != .name || w.school.name == c.value)
            if field == .name, c.value != .absent { w.school.name = c.value }
            w.school.fields[Int(field.rawValue)] = c.value
            return Effect(isUnchanged: known)
        },
        example: Text("edit school set site to \"school.example.org\"", "изменить сайт школы на \"school.example.org\""))
}
