import Glibc
import SfmScenarios
import SfmSyntax
import SfmTerms

/// Which ready clauses a new policy is made of: those that the command line names, or on a terminal those that are asked for.
struct ClauseQuestion {
    let environment: Environment
    /// The file that is to be written.
    let file: String
    private var language: Language { environment.language() }

    /// None where a policy is to be started from one that ships; `nil` where nothing is to be written at all.
    func answer() throws(UsageError) -> [ClauseItem]? {
        let options = environment.options
        guard options.clauses.isEmpty else {
            if options.base != nil { throw Self.notUnderAnother }
            return try ClauseLibrary.named(options.clauses)
        }
        guard options.base == nil, environment.console.inIsTerminal, environment.console.outIsTerminal else { return [] }
        // Nobody chooses for a file that cannot be written.
        return access(file, F_OK) == 0 ? [] : ask()
    }

    private static let notUnderAnother = UsageError(
        message: Text(
            "--with and --from exclude each other: the scenarios of ready clauses hold among themselves, not under whatever another policy says",
            "--with и --from вместе не бывают: сценарии готовых пунктов рассчитаны друг на друга, а не на всё, что сказано в другом порядке"))

    /// Asks until the answer can be understood.
    private func ask() -> [ClauseItem]? {
        let items = ClauseLibrary.items
        let width = min(environment.console.columns ?? Wrap.width, Wrap.width)
        environment.print(language("ready clauses, each with its scenarios:\n", "готовые пункты, все со своими сценариями:\n"))
        for (k, item) in items.enumerated() {
            let number = k + 1 < 10 ? " \(k + 1)" : "\(k + 1)"
            environment.print(Wrap.wrapped("\(item.name[language]) — \(item.purpose[language])", indent: 4, first: "\(number)  ", width: width))
        }
        environment.tell(
            language(
                "numbers or names, with commas between them; Enter alone: a draft of a shipped policy\n",
                "номера или названия через запятую; просто Enter — черновик по готовому порядку\n"))
        while true {
            environment.print(language("which are wanted? ", "какие нужны? "))
            guard case .line(let line) = PipeSource(readsAhead: false).read(prompt: "") else {
                environment.print(language("\nnothing was written\n", "\nничего не записано\n"))
                return nil
            }
            do throws(UsageError) {
                return try ClauseLibrary.named(Self.names(in: line))
            } catch {
                environment.tell("\(error.message[language])\n")
            }
        }
    }

    /// Names as they are typed, and of numbers of the list those of the items; «1 3» and «2–4» are numbers too.
    static func names(in line: String) throws(UsageError) -> [String] {
        var out: [String] = []
        for part in GivenOption.names(in: line) {
            guard let numbers = numbers(in: part) else {
                out.append(part)
                continue
            }
            for number in numbers { out.append(try name(number)) }
        }
        return out
    }

    /// The numbers that a part of the answer consists of; `nil` where it is anything else.
    private static func numbers(in part: String) -> [Int]? {
        var out: [Int] = []
        for word in part.split(separator: " ") {
            let ends = word.split(omittingEmptySubsequences: false) { "-–—".contains($0) }.map { Int($0) }
            switch ends.count {
            case 1:
                guard let number = ends[0] else { return nil }
                out.append(number)
            case 2:
                guard let first = ends[0], let last = ends[1], first <= last, last - first < 100 else { return nil }
                out += first...last
            default: return nil
            }
        }
        return out
    }

    private static func name(_ number: Int) throws(UsageError) -> String {
        let items = ClauseLibrary.items
        guard items.indices.contains(number - 1) else {
            throw UsageError(
                message: Text(
                    "there is no number \(number): the list goes from 1 to \(items.count), as in: 1, 3 or 2–4",
                    "номера \(number) нет: в списке номера от 1 до \(items.count), например: 1, 3 или 2–4"))
        }
        return items[number - 1].file
    }
}

extension GivenOption {
    /// What stands between commas, without the spaces around it.
    static func names(in text: String) -> [String] {
        text.split(separator: ",").map { $0.split(separator: " ").joined(separator: " ") }.filter { !$0.isEmpty }
    }

    /// Names of ready clauses, at least one.
    func clauseNames() throws(UsageError) -> [String] {
        let names = Self.names(in: value)
        guard !names.isEmpty else {
            throw UsageError(
                message: Text(
                    "\(word) needs names of ready clauses, as in: \(word) \"quiet hours\", \"photo consent\"",
                    "после \(word) нужны названия готовых пунктов, например: \(word) \"тихие часы\", \"согласие на съёмку\""))
        }
        return names
    }
}
