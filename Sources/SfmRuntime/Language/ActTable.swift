import SfmSyntax
import SfmTerms

/// Every act and event; the order is the order of the reference and of ids.
public enum ActTable {
    /// Acts by what they are about: how long lists of them are read.
    private static let themes: [(title: Text, acts: [Act])] = [
        (
            Text("registration and papers", "регистрация и документы"),
            [.register, .issue, .publish, .announce, .appoint, .consentTo, .withdrawConsent, .apply, .signIn, .editSchool]
        ),
        (
            Text("groups, chats, links, requests", "группы, чаты, ссылки, заявки"),
            [
                .createGroup, .staffRoom, .attach, .createChat, .renameChat, .closeChat, .openChat, .deleteChat, .addModerator, .invite, .annul, .join,
                .request, .accept,
                .reject, .verify,
            ]
        ),
        (Text("movement of people", "движение людей"), [.enrol, .transfer, .movement, .depart, .dismiss]),
        (
            Text("chats and moderation", "чаты и модерация"),
            [
                .acquaint, .add, .remove, .leaveChat, .post, .answer, .pinMessage, .delete, .violate, .remind, .warn, .block, .restrict, .apologize, .object,
                .withdrawObjection, .unblock, .setMark, .clearMark,
            ]
        ),
        (
            Text("calls, polls, materials, channels", "звонки, опросы, материалы, каналы"),
            [
                .startCall, .lesson, .meeting, .joinCall, .endCall, .planBroadcast, .startBroadcast, .poll, .vote, .material, .journal, .createChannel,
                .provide,
            ]
        ),
        (
            Text("help and information", "помощь и информация"),
            [.support, .askAdmin, .report, .monitor, .help, .explain, .inform, .informAdmin, .tell, .writePrivately]
        ),
        (
            Text("accounts, messengers, data", "аккаунты, мессенджеры, данные"),
            [.shareAccount, .hack, .falseData, .messenger, .collect, .seminar, .resources, .openProfile]
        ),
        (Text("what a policy declares itself", "что порядок объявляет сам"), [.ownLiberty, .ownPower, .ownEvent]),
    ]

    public static let all: [Act] = themes.flatMap(\.acts)

    /// The themes, each with the places of its acts in the table.
    public static let ranges: [(title: Text, acts: Range<Int>)] = {
        var next = 0
        return themes.map { theme in
            defer { next += theme.acts.count }
            return (theme.title, next..<next + theme.acts.count)
        }
    }()

    /// The place of an act in the table, by its id.
    public static func index(of id: String) -> Int {
        guard let index = indices[id] else { preconditionFailure("the act table lacks \(id)") }
        return index
    }

    /// The place of an own act of a kind.
    static func ownAct(_ kind: ActKind) -> Int { index(of: .own(kind)) }

    /// The place of an act in the table.
    static func index(of act: Act) -> Int { index(of: act.forms.id) }

    private static let indices: [String: Int] = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1.forms.id, $0) })
}

/// The grammar with every act, fact and attribute of the language.
public enum Sfm {
    public static let grammar = Grammar(
        acts: ActTable.all.map(\.forms), facts: FactTable.all.map(\.forms), attributes: AttributeTable.all.map(\.forms), tables: ShippedGrammar.tables)
}
