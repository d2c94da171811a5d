import SfmScenarios
import SfmTerms

/// An option as it stands on a command line: in which spelling, and with which value.
struct GivenOption {
    let word: String
    /// Empty where the option has none.
    let value: String
    /// Those that the value may be; none where they are not few.
    let words: [String]

    /// What stands between commas.
    func names() throws(UsageError) -> [String] {
        let names = value.split(separator: ",").map(String.init)
        guard !names.isEmpty else { throw UsageError(message: Text("\(word) needs the name of a policy", "после \(word) нужно название порядка")) }
        return names
    }
}

// MARK: - What a value is read as

extension String {
    /// One of the words that the value may be, where they are few.
    static func word(_ given: GivenOption) throws(UsageError) -> String {
        guard given.words.isEmpty || given.words.contains(given.value) else {
            let list = given.words.joined(separator: ", ")
            throw UsageError(message: Text("\(given.word) is one of: \(list)", "\(given.word) — одно из: \(list)"))
        }
        return given.value
    }

    /// The value as it stands: what it may be is asked later.
    static func text(_ given: GivenOption) throws(UsageError) -> String { given.value }
}

extension Int {
    /// A whole number from 1.
    static func number(_ given: GivenOption) throws(UsageError) -> Int { try number(given, most: .max) }

    static func number(_ given: GivenOption, most: Int) throws(UsageError) -> Int {
        let word = given.word
        guard let n = Int(given.value), n > 0 else {
            throw UsageError(message: Text("\(word) needs a whole number from 1", "после \(word) нужно целое число от 1"))
        }
        guard n <= most else { throw UsageError(message: Text("\(word) goes up to \(most)", "\(word) — не больше \(most)")) }
        return n
    }

    /// From 0 to 100.
    static func percent(_ given: GivenOption) throws(UsageError) -> Int {
        guard let percent = Int(given.value), (0...100).contains(percent) else {
            throw UsageError(
                message: Text("\(given.word) is a whole number of per cent from 0 to 100", "\(given.word) — целое число процентов от 0 до 100"))
        }
        return percent
    }
}

extension UInt64 {
    static func seed(_ given: GivenOption) throws(UsageError) -> UInt64 {
        guard let number = UInt64(given.value) else {
            throw UsageError(
                message: Text("\(given.word) needs a whole number that is not negative", "после \(given.word) нужно целое число, не отрицательное"))
        }
        return number
    }
}

extension Language {
    /// That of a value, in its code or its own name; `nil` for another word.
    static func called(_ text: String) -> Language? {
        switch text.lowercased() {
        case "ru", "русский": .russian
        case "en", "английский": .english
        default: nil
        }
    }

    static func named(_ given: GivenOption) throws(UsageError) -> Language {
        guard let language = called(given.value) else { throw UsageError(message: Text("\(given.word) is ru or en", "\(given.word) — это ru или en")) }
        return language
    }
}

extension Shard {
    static func part(_ given: GivenOption) throws(UsageError) -> Shard {
        guard let part = Shard(given.value) else {
            throw UsageError(
                message: Text("\(given.word) is I/N, as in 2/5: the second of five", "\(given.word) — это I/N, например 2/5: вторая часть из пяти"))
        }
        return part
    }
}

extension ScenarioQuery {
    static func filter(_ given: GivenOption) throws(UsageError) -> ScenarioQuery { try query(given, .filter) }

    static func tag(_ given: GivenOption) throws(UsageError) -> ScenarioQuery { try query(given, .tag) }

    private static func query(_ given: GivenOption, _ kind: Kind) throws(UsageError) -> ScenarioQuery {
        do throws(Mistake) {
            return try ScenarioQuery(given.value, kind)
        } catch {
            let place = Text("\(given.word), character \(error.at + 1): ", "\(given.word), знак \(error.at + 1): ")
            throw UsageError(message: place + error.message, excerpt: UsageError.excerpt(given.value, at: error.at))
        }
    }
}
