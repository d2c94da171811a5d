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
    private struct Key: Hashable, Sendable {
        let person: PersonID
        let counted: Counted
        /// Kinds count from 1, 0 is any.
        let kind: Int32
    }

    /// When there came to be how many, in order.
    private struct Sum: Sendable {
        let time: Instant
        let total: Int
    }

    private var sums = Parts<Key, Pages<Sum>>()

    mutating func note(_ person: PersonID, _ counted: Counted, _ kind: Int32, times: Int, at now: Instant) {
        sums.update(Key(person: person, counted: counted, kind: kind), default: Pages()) { sums in
            sums.append(Sum(time: now, total: (sums.last?.total ?? 0) + times))
        }
    }

    /// How many there are behind a moment, up to now.
    func count(_ person: PersonID, _ counted: Counted, _ kind: Int32, after start: Instant?) -> Int {
        guard let sums = sums[Key(person: person, counted: counted, kind: kind)], let last = sums.last else { return 0 }
        guard let start else { return last.total }
        var (low, high) = (0, sums.count)
        while low < high {
            let middle = (low + high) / 2
            if sums[middle].time > start { high = middle } else { low = middle + 1 }
        }
        return last.total - (low > 0 ? sums[low - 1].total : 0)
    }
}

extension Tally {
    /// Writes down what counts can still tell of: how many, and where they are counted within a time also when, the latest as far as counts go.
    func describe(into text: inout SituationText, now: Instant) {
        var entries: [[Int]] = []
        for (key, sums) in sums {
            guard let last = sums.last else { continue }
            var entry = [Int(key.person.rawValue), key.counted.act, Int(key.counted.part.rawValue), Int(key.counted.chat.rawValue), Int(key.kind)]
            entry.append(min(last.total, text.sight.deeds))
            var (k, count) = (sums.count - 1, 0)
            while k >= 0, count < text.sight.deeds, now.minutes - sums[k].time.minutes < text.sight.deedTimes {
                let times = sums[k].total - (k > 0 ? sums[k - 1].total : 0)
                entry += [Int(text.sight.clock == .date ? sums[k].time.minutes : now.minutes - sums[k].time.minutes), times]
                (k, count) = (k - 1, count + times)
            }
            entries.append(entry)
        }
        // By person in the order of the situation, not of the table.
        var told: [(Int, ArraySlice<Int>)] = []
        for entry in entries { told.append((text.number(of: PersonID(entry[0])), entry.dropFirst())) }
        told.sort { $0.0 != $1.0 ? $0.0 < $1.0 : $0.1.lexicographicallyPrecedes($1.1) }
        text.put(told.count)
        for (person, entry) in told {
            text.put(person)
            text.put(entry.count)
            for number in entry { text.put(number) }
        }
    }

    /// The next moment at which a deed lies a length of time back.
    fileprivate func next(behind duration: Duration, _ now: Instant) -> Instant? {
        var best: Instant?
        for (_, sums) in sums {
            var k = sums.count - 1
            while k >= 0, sums[k].time.adding(duration) > now {
                best = min(best ?? .never, sums[k].time.adding(duration))
                k -= 1
            }
        }
        return best
    }

    /// How many deeds were noted at which moments behind another one, the latest first.
    fileprivate func sums(_ person: PersonID, _ counted: Counted, _ kind: Int32, after start: Instant) -> [(time: Instant, times: Int)] {
        guard let sums = sums[Key(person: person, counted: counted, kind: kind)] else { return [] }
        var out: [(Instant, Int)] = []
        var k = sums.count - 1
        while k >= 0, sums[k].time > start {
            out.append((sums[k].time, sums[k].total - (k > 0 ? sums[k - 1].total : 0)))
            k -= 1
        }
        return out
    }
}

extension World {
    /// When a deed that rules count lies a length of time back next; `nil` where none will.
    public func nextDeed(thatFallsBehind duration: Duration) -> Instant? { tally.next(behind: duration, now) }

    /// How many deeds that are counted behind a moment were noted at which. A `given` notes a thousand million in one.
    public func sums(_ person: PersonID, _ counted: Counted, kinds: [Text], after start: Instant) -> [(time: Instant, times: Int)] {
        guard person != .absent else { return [] }
        if kinds.isEmpty { return tally.sums(person, counted, 0, after: start) }
        return kinds.flatMap { kind in (markID(kind.en) ?? markID(kind.ru)).map { tally.sums(person, counted, $0 + 1, after: start) } ?? [] }
    }

    /// How often somebody has done a deed, or has had it done; of any kind where none is named.
    public func count(_ person: PersonID, _ counted: Counted, kinds: [Text], after start: Instant?) -> Int {
        guard person != .absent else { return 0 }
        if kinds.isEmpty { return tally.count(person, counted, 0, after: start) }
        return kinds.reduce(0) { sum, kind in sum + ((markID(kind.en) ?? markID(kind.ru)).map { tally.count(person, counted, $0 + 1, after: start) } ?? 0) }
    }

    /// Remembers that something was done so often more, for rules that count it: in its chat and anywhere.
    public mutating func note(_ person: PersonID, _ act: Int, _ part: Counted.Part, in chat: ChatID, kind: Text? = nil, times: Int = 1) {
        guard person != .absent else { return }
        let id = kind.map { makeMark($0) + 1 } ?? 0
        for place in chat == .absent ? [.absent] : [.absent, chat] { note(person, Counted(act: act, part: part, chat: place), id, times) }
        if chat != .absent { noteChange(of: chat) }
    }

    /// Remembers a deed by who did it and whom it was about, by each of its kinds.
    public mutating func note(_ request: Request) {
        let kinds: [Text?] = [nil] + (request.kinds + (request.word.map { [$0] } ?? [])).map { $0 }
        for kind in kinds {
            note(request.actor, request.act, .doer, in: request.chat, kind: kind)
            note(request.target, request.act, .subject, in: request.chat, kind: kind)
        }
    }
}
