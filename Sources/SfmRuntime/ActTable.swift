import SfmSyntax

/// Every act and event; the order is the order of the reference and of ids.
public enum ActTable {
    public static let all: [Act] = [
        // Registration and papers
        .register, .issue, .publish, .announce, .appoint, .apply, .signIn, .editSchool,
        // Structure, links, requests
        .createGroup, .staffRoom, .attach, .createChat, .invite, .annul, .join, .request, .accept, .reject, .verify,
        // Movement
        .enrol, .transfer, .movement, .depart, .dismiss,
        // Chats and moderation
        .acquaint, .add, .remove, .post, .delete, .violate, .remind, .block, .restrict, .apologize, .object, .withdrawObjection, .unblock,
        // Calls, broadcasts, polls, materials, channels
        .startCall, .lesson, .meeting, .joinCall, .endCall, .planBroadcast, .startBroadcast, .poll, .vote, .material, .journal,
        .createChannel, .provide,
        // Help, support, information
        .support, .askAdmin, .report, .monitor, .help, .explain, .inform, .informAdmin,
        // Accounts, messengers, data
        .shareAccount, .hack, .falseData, .messenger, .collect, .seminar, .resources, .openProfile,
    ]

    /// The place of an act in the table, by its id.
    public static func index(of id: String) -> Int {
        guard let index = indices[id] else { preconditionFailure("the act table lacks \(id)") }
        return index
    }

    private static let indices: [String: Int] = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1.forms.id, $0) })
}

/// The grammar with every act and fact of the language.
public enum Sfm {
    public static let grammar = Grammar(acts: ActTable.all.map(\.forms), facts: FactTable.all.map(\.forms), tables: ShippedGrammar.tables)
}
