import SfmModel
import SfmPolicy
import SfmSyntax
import SfmTerms

extension Act {
    /// Somebody joins the school, a group or a chat, as a rule by an invite link.
    static let join = Act(
        Forms(
            "join", en: ["join {target} [to {place}] [by link {link}] [as {role}]", "join {target} [via link {link}] [with link {link}] [link {link}]"],
            ru: [
                "присоединиться [к {place:dat}] [по ссылке {link}] [в роли {role:gen}]", "присоединиться {target} [{role:ins}]",
                "вступить [{target}] [в {place}] [по ссылке {link}]", "присоединить {target} [к {place:dat}]",
                "{target} присоединился [к {place:dat}]", "{target} вступил [в {place}]", "присоединился {target}", "вступил {target}",
            ], ruleRu: ["присоединяться", "вступать", "присоединение", "вступление"], doer: true),
        kind: .liberty, noun: Text("joining", "присоединение"), definite: [.place], about: .link,
        ends: [.link, .unclaimedLink],
        obstacle: Joining.obstacle, confirms: Joining.confirmed, effect: Joining.join,
        hooks: Hooks(presumes: Joining.findLink), supplies: Supplies { [.invite, .accept, .add] },
        example: Text("join @ivanova to chat \"10А\" by link L0", "@ivanova: присоединиться к чату \"10А\" по ссылке L0"))
}
