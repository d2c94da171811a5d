import SfmTerms

/// What is counted of what somebody did, or of what was done to somebody.
public struct Counted: Hashable, Sendable {
    public enum Part: UInt8, Sendable {
        /// Those that the person did, and those that were about the person.
        case doer, subject
    }

    public let act: Int
    public let part: Part
    /// In one chat; `absent` is anywhere.
    public let chat: ChatID

    public init(act: Int, part: Part, chat: ChatID) { (self.act, self.part, self.chat) = (act, part, chat) }
}

/// When deeds that rules count were done: each count is looked up by two searches among its own times, whatever else is in the log.
struct Tally: Sendable {
    private var times = Parts<Int, Pages<Instant>>()

    /// One number for what is counted of whom, of which kind; kinds count from 1, 0 is any.
    private static func key(_ person: PersonID, _ counted: Counted, _ kind: Int32) -> Int {
        let what = Int(kind) << 9 | counted.act << 1 | Int(counted.part.rawValue)
        return (what << 20 | (counted.chat.index + 1)) << 21 | (person.index + 1)
    }

    mutating func note(_ person: PersonID, _ counted: Counted, _ kind: Int32, at now: Instant) {
        let key = Self.key(person, counted, kind)
        var all = times[key] ?? Pages()
        // Let go of before it grows, so that it grows in place.
        times[key] = nil
        all.append(now)
        times[key] = all
    }

    /// How many there are behind a moment, up to now.
    func count(_ person: PersonID, _ counted: Counted, _ kind: Int32, after start: Instant?) -> Int {
        guard let times = times[Self.key(person, counted, kind)] else { return 0 }
        guard let start else { return times.count }
        var (low, high) = (0, times.count)
        while low < high {
            let middle = (low + high) / 2
            if times[middle] > start { high = middle } else { low = middle + 1 }
        }
        return times.count - low
    }
}

extension World {
    /// How often somebody has done a deed, or has had it done; of any kind where none is named.
    public func count(_ person: PersonID, _ counted: Counted, kinds: [Text], after start: Instant?) -> Int {
        guard person != .absent else { return 0 }
        if kinds.isEmpty { return tally.count(person, counted, 0, after: start) }
        return kinds.reduce(0) { sum, kind in sum + ((markID(kind.en) ?? markID(kind.ru)).map { tally.count(person, counted, $0 + 1, after: start) } ?? 0) }
    }

    /// Remembers that something was done once more, for rules that count it.
    public mutating func note(_ person: PersonID, _ counted: Counted, kind: Text? = nil, times: Int = 1) {
        guard person != .absent else { return }
        let id = kind.map { makeMark($0) + 1 } ?? 0
        for _ in 0..<times { noteOnce(person, counted, id) }
    }

    /// Remembers a deed by who did it and whom it was about, in its chat and anywhere, by each of its kinds.
    public mutating func note(_ request: Request) {
        let kinds: [Text?] = [nil] + (request.kinds + (request.word.map { [$0] } ?? [])).map { $0 }
        for (person, part) in [(request.actor, Counted.Part.doer), (request.target, .subject)] where person != .absent {
            for chat in request.chat == .absent ? [ChatID.absent] : [.absent, request.chat] {
                for kind in kinds { note(person, Counted(act: request.act, part: part, chat: chat), kind: kind) }
            }
        }
    }
}
