import SfmTerms

/// An option with everything that the program knows of it: an entry of `OptionTable`, from which everything else follows.
struct Option: Sendable {
    let name: String
    /// Other spellings.
    let others: [String]
    /// What stands behind it; `nil` where nothing does.
    let value: OptionValue?
    /// What may stand behind it, joined to it by an equals sign; without that it has no value.
    let inline: OptionValue?
    /// The commands whose lines end with it; further ones list it themselves, where its place in the line or its value is their own.
    let takenBy: [String]
    /// The option without which nothing would come of it.
    let goesWith: String?
    /// The options that it does not go together with.
    let excludes: [String]
    /// What it does, as a line of the help.
    let meaning: Text
    /// What a sentence cannot say: how the value is written, a line each.
    let details: Text
    /// What a project may say in its place.
    let setting: Setting?
    let keeper: Keeper

    init(
        _ name: String, others: [String] = [], value: OptionValue? = nil, inline: OptionValue? = nil, takenBy: [String] = [], goesWith: String? = nil,
        excludes: [String] = [],
        _ meaning: Text, details: Text = Text(same: ""), setting: Setting? = nil, kept keeper: Keeper
    ) {
        (self.name, self.others, self.value, self.takenBy) = (name, others, value, takenBy)
        (self.inline, self.goesWith, self.excludes, self.meaning, self.details) = (inline, goesWith, excludes, meaning, details)
        (self.setting, self.keeper) = (setting, keeper)
    }

    /// The one that raises a limit.
    init(_ limit: LimitOption) {
        let without = Text(" (\(limit.value) without it)", " (без параметра \(limit.value))")
        self.init(
            limit.name, value: .number, Text("raises or lowers a limit: ", "поднимает или опускает предел: ") + limit.meaning + without,
            kept: .limit(limit))
    }

    func isCalled(_ word: String) -> Bool { name == word || others.contains(word) }
}

/// Where an option is kept.
struct Keeper: Sendable {
    let keep: @Sendable (inout Options, GivenOption) throws(UsageError) -> Void

    static func does(_ keep: @escaping @Sendable (inout Options, GivenOption) throws(UsageError) -> Void) -> Keeper { Keeper(keep: keep) }

    /// One that is given or not.
    static func flag(_ path: WritableKeyPath<Options, Bool> & Sendable) -> Keeper {
        Keeper { options, _ throws(UsageError) in options[keyPath: path] = true }
    }

    /// The value as it stands, where it is one of the words that it may be.
    static func text(_ path: WritableKeyPath<Options, String?> & Sendable) -> Keeper {
        value(path, String.word)
    }

    /// What the value says, read as what it has to be.
    static func value<Value>(
        _ path: WritableKeyPath<Options, Value?> & Sendable, _ read: @escaping @Sendable (GivenOption) throws(UsageError) -> Value
    ) -> Keeper {
        Keeper { options, given throws(UsageError) in options[keyPath: path] = try read(given) }
    }

    /// The same of one that may be given several times.
    static func each<Value>(
        _ path: WritableKeyPath<Options, [Value]> & Sendable, _ read: @escaping @Sendable (GivenOption) throws(UsageError) -> Value
    ) -> Keeper {
        Keeper { options, given throws(UsageError) in options[keyPath: path].append(try read(given)) }
    }

    static func limit(_ limit: LimitOption) -> Keeper {
        Keeper { options, given throws(UsageError) in options.limits[keyPath: limit.limit] = try .number(given, most: limit.most) }
    }
}
