/// Reads the lines of a regulation into its outline.
struct OutlineReader {
    private typealias Line = RegulationText.Line
    private typealias Item = Outline.Item

    private let lines: [RegulationText.Line]
    /// How wide lines are broken; `nil` where each is a paragraph.
    private let width: Int?
    private let repeated: Set<String>
    private var outline = Outline()
    /// The items that are open, the outermost first.
    private var open: [Int] = []
    private var indents: [Int: Int] = [:]
    /// The number of the latest clause, and all numbers there were.
    private var latest: [Int] = []
    private var seen: Set<[Int]> = []
    private var appendices = 0
    /// The length of the line before, and whether a blank one stands between.
    private var before = 0
    private var isSpaced = true
    private var wasBroken = false
    private var isSigned = false
    /// The line that is next to say something.
    private var following: RegulationText.Line?
    /// Lists within lists go no deeper, however lines are moved in.
    private static let deepest = 12

    static func outline(of text: RegulationText) -> Outline {
        var reader = OutlineReader(text)
        reader.read()
        return reader.outline
    }

    private init(_ text: RegulationText) {
        (lines, width) = (text.lines, text.width)
        var counts: [String: Int] = [:]
        for line in lines where !line.isBlank && line.text.utf8.count < 200 && LineMarker.split(line.text) == nil { counts[line.text, default: 0] += 1 }
        repeated = Set(counts.filter { $0.value >= 3 }.keys)
    }

    private mutating func read() {
        let first = lines.firstIndex { LineMarker.split($0.text) != nil && !Self.isPageNumber($0.text) && $0.cells < 3 } ?? firstSentence
        // The line that is next to say something, by its place.
        var next = [Int](repeating: lines.count, count: lines.count + 1)
        for k in lines.indices.reversed() { next[k] = lines[k].isBlank ? next[k + 1] : k }
        for (k, line) in lines.enumerated() {
            guard line.text.unicodeScalars.contains(where: { $0.properties.isAlphabetic || $0.properties.numericType != nil }) else {
                isSpaced = true
                continue
            }
            guard k >= first else {
                outline.unplaced.append((line.number, .head))
                continue
            }
            read(line, next: next[k + 1] < lines.count ? lines[next[k + 1]] : nil)
        }
        dropEmpty()
    }

    /// Where a text begins that has no number at all.
    private var firstSentence: Int {
        lines.firstIndex { line in line.text.split(separator: " ").count >= 4 && Self.isFinished(line.text) && !Self.isSignature(line.text) } ?? lines.count
    }

    private mutating func read(_ line: RegulationText.Line, next: RegulationText.Line?) {
        if Self.isPageNumber(line.text) { return leave(line, .page) }
        if repeated.contains(line.text) { return leave(line, .repeated) }
        let marked = LineMarker.split(line.text)
        following = next
        if line.cells > (marked == nil ? 1 : 2) { return leave(line, .table) }
        if let (kind, rest) = marked.flatMap({ item($0.marker, $0.rest) }) {
            isSigned = false
            add(kind, rest, line)
        } else if isHeading(line, next) {
            isSigned = false
            addHeading(line)
        } else if isSigned || Self.isSignature(line.text) {
            isSigned = true
            return leave(line, .signature)
        } else {
            addText(line)
        }
        (before, isSpaced, wasBroken) = (line.text.unicodeScalars.count, false, line.isBroken)
    }

    private mutating func leave(_ line: RegulationText.Line, _ reason: Outline.Reason) { outline.unplaced.append((line.number, reason)) }

    // MARK: - Items

    /// The item that a line begins, with its text: of «- 3.1.10. планирует» and «- 1) заявку» the number counts.
    private mutating func item(_ marker: LineMarker, _ rest: String) -> (kind: Item.Kind, text: String)? {
        if case .bullet = marker, let (inner, text) = LineMarker.split(rest) {
            switch inner {
            case .number(let number, _, _) where number.count > 1: if let kind = kind(of: inner, text) { return (kind, text) }
            case .bracketed, .letter: if let kind = kind(of: inner, text) { return (kind, text) }
            case .number, .article, .section, .appendix, .bullet: break
            }
        }
        return kind(of: marker, rest).map { ($0, rest) }
    }

    /// What a marker begins; `nil` where it is none after all, as a number at the start of a line that goes on.
    private mutating func kind(of marker: LineMarker, _ rest: String) -> Item.Kind? {
        switch marker {
        case .section(let label): return .section(label)
        case .appendix(let number):
            // Before anything else it says what the text is an appendix to.
            if outline.items.isEmpty { return .heading }
            appendices = number ?? appendices + 1
            return .appendix(appendices)
        case .article(let number, let label):
            if case .number([1], _, _)? = following.flatMap({ LineMarker.split($0.text)?.marker }) { return .section(label) }
            return kind(of: .number([number], isClosed: true, begins: true), rest)
        case .number(let number, let isClosed, let begins):
            guard isClause(number, isClosed: isClosed, begins: begins, isAlone: rest.isEmpty) else { return nil }
            latest = number
            seen.insert(number)
            return .number(number)
        case .bracketed(let number): return isWithinSentence ? nil : .bracketed(number)
        case .letter(let letter): return isWithinSentence ? nil : .letter(letter)
        case .bullet(let sign):
            // A dash within a sentence that was broken before it.
            if sign == "-", isWithinSentence, open.last.map({ !outline.items[$0].kind.isListed }) ?? false, rest.first?.isLowercase == true { return nil }
            return .bullet
        }
    }

    private var isWithinSentence: Bool {
        guard !isSpaced, let last = open.last, let text = outline.items[last].paragraphs.last else { return false }
        return !Self.isFinished(text) && !outline.items[last].isHeading && !outline.items[last].kind.isListed
    }

    private func isClause(_ number: [Int], isClosed: Bool, begins: Bool, isAlone: Bool) -> Bool {
        if isAlone || number[0] > 999 { return isClosed && isNext(number) }
        if isClosed, begins { return true }
        let isFree = isSpaced || !isWithinSentence
        if isClosed { return isNext(number) || number.count > 1 && seen.contains(number.dropLast()) }
        return number.count > 1 ? begins || isNext(number) && isFree : begins && isFree && isNext(number)
    }

    /// Whether a number comes behind the latest one: its next, one below it or the next of what it is in.
    private func isNext(_ number: [Int]) -> Bool {
        if number == [1] || number == latest + [1] { return true }
        guard number.count <= latest.count, let last = number.last else { return false }
        return number.dropLast().elementsEqual(latest.prefix(number.count - 1)) && last == latest[number.count - 1] + 1
    }

    private mutating func add(_ kind: Item.Kind, _ text: String, _ line: RegulationText.Line) {
        switch kind {
        case .section, .appendix, .heading: open = []
        case .number(let number):
            while let last = open.last, !outline.items[last].kind.isSection {
                if case .number(let above) = outline.items[last].kind, above.count < number.count, number.starts(with: above) { break }
                open.removeLast()
            }
        case .bracketed, .letter, .bullet, .paragraph: closeLists(at: kind, line.indent)
        }
        push(kind, text, line)
    }

    private mutating func push(_ kind: Item.Kind, _ text: String, _ line: RegulationText.Line) {
        let k = outline.items.count
        var item = Outline.Item(kind: kind, parent: open.last, line: line.number)
        if !text.isEmpty { item.paragraphs = [text] }
        if let parent = open.last {
            if !outline.items[parent].hasChildren, let head = outline.items[parent].paragraphs.last, head.hasSuffix(":") {
                outline.items[parent].listHead = head
            }
            outline.items[parent].hasChildren = true
        }
        outline.items.append(item)
        indents[k] = line.indent
        open.append(k)
    }

    /// Closes what an item of a list ends: up to its sister, where one is open.
    private mutating func closeLists(at kind: Item.Kind, _ indent: Int) {
        let sister = open.lastIndex { k in
            switch (kind, outline.items[k].kind) {
            case (.bullet, .bullet): abs(indents[k, default: 0] - indent) < 2 || open.count > Self.deepest
            case (.bracketed, .bracketed), (.letter, .letter), (.paragraph, .paragraph): true
            default: false
            }
        }
        if let sister { open.removeSubrange(sister...) }
    }

    // MARK: - Text without a number

    private func isHeading(_ line: RegulationText.Line, _ next: RegulationText.Line?) -> Bool {
        if line.isMarkedHeading { return true }
        let text = line.text
        let letters = text.unicodeScalars.filter(\.properties.isAlphabetic)
        if letters.count > 3, !letters.contains(where: \.properties.isLowercase), !Self.isSignature(text), isSpaced || isUnderHeading { return true }
        guard isSpaced, !Self.isFinished(text), text.first?.isUppercase == true, NormWords.isHeading(text), let next else { return false }
        switch LineMarker.split(next.text)?.marker {
        case .number(let number, isClosed: true, _): return isNext(number)
        case .section, .appendix: return true
        default: return false
        }
    }

    private var isUnderHeading: Bool { open.last.map { outline.items[$0].kind.isSection } ?? true }

    private mutating func addHeading(_ line: RegulationText.Line) {
        // A heading of several lines, and the one of a section that has but a number.
        if !isSpaced || open.last.map({ outline.items[$0].paragraphs.isEmpty }) == true, let last = open.last, outline.items[last].kind.isSection {
            return extend(last, line)
        }
        if let section = open.first, case .appendix = outline.items[section].kind { open = [section] } else { open = [] }
        push(.heading, line.text, line)
    }

    private mutating func addText(_ line: RegulationText.Line) {
        guard let last = open.last else { return add(.paragraph, line.text, line) }
        if outline.items[last].paragraphs.isEmpty || continues(outline.items[last].paragraphs.last ?? "", line) { return extend(last, line) }
        if outline.items[last].kind == .paragraph || outline.items[last].isHeading { return add(.paragraph, line.text, line) }
        // A new paragraph belongs to what the list is in.
        while let k = open.last, outline.items[k].kind.isListed { open.removeLast() }
        guard let k = open.last, !outline.items[k].kind.isSection else { return add(.paragraph, line.text, line) }
        if k != last { outline.items[k].hasTail = true }
        if outline.items[k].kind == .paragraph || outline.items[k].isHeading { return add(.paragraph, line.text, line) }
        outline.items[k].paragraphs.append(line.text)
    }

    private mutating func extend(_ k: Int, _ line: RegulationText.Line) {
        guard var text = outline.items[k].paragraphs.popLast() else {
            outline.items[k].paragraphs = [line.text]
            return
        }
        let isJoined =
            wasBroken || text.hasSuffix("-") && line.text.first?.isLowercase == true && !["и ", "или ", "and ", "or "].contains(where: line.text.hasPrefix)
        text += isJoined ? line.text : " " + line.text
        outline.items[k].paragraphs.append(text)
    }

    /// Whether a line goes on with the paragraph above.
    private func continues(_ text: String, _ line: RegulationText.Line) -> Bool {
        if wasBroken { return true }
        let isFinished = Self.isFinished(text)
        let goesOn = line.text.first?.isUppercase == false
        if isSpaced { return !isFinished && goesOn }
        if goesOn, !isFinished { return true }
        guard let width else { return false }
        return before * 10 >= width * 7
    }

    private mutating func dropEmpty() {
        for k in outline.items.indices where outline.items[k].text.isEmpty && !outline.items[k].kind.isSection && !outline.items[k].hasChildren {
            outline.unplaced.append((outline.items[k].line, .empty))
        }
        outline.unplaced.sort { $0.line < $1.line }
    }
}

// MARK: - Lines that are none of the text

extension OutlineReader {
    /// Whether a paragraph ends as one does.
    static func isFinished(_ text: String) -> Bool {
        guard let last = text.unicodeScalars.last(where: { !["»", "”", "\"", ")", "’"].contains($0) }) else { return true }
        return [".", ";", ":", "!", "?", "…"].contains(last)
    }

    /// `12`, «— 12 —», «стр. 3 из 8».
    static func isPageNumber(_ text: String) -> Bool {
        guard text.utf8.count < 40 else { return false }
        let words = text.lowercased().split(whereSeparator: { " -–—/.".contains($0) })
        guard words.contains(where: { $0.allSatisfy(\.isNumber) }), text.last != ".", text.last != ")" else { return false }
        let others = words.filter { !$0.allSatisfy(\.isNumber) }
        guard others.allSatisfy({ ["стр", "страница", "лист", "из", "page", "p", "of", "sheet"].contains($0) }) else { return false }
        // «3.1» alone is a clause whose text comes below.
        return words.count <= 2 && !text.contains(".") || !others.isEmpty
    }

    private static let approvals = [
        "утвержда", "утвержден", "утверждён", "согласован", "рассмотрен", "принят", "протокол", "приказ от", "приказ №", "приказом", "введен", "введён",
        "approved", "agreed", "adopted by", "signed", "order no", "minutes",
    ]

    /// Who signed or approved, with the date: short lines without a number of their own, most of them with a name.
    static func isSignature(_ text: String) -> Bool {
        let scalars = Array(text.unicodeScalars.prefix(121))
        guard scalars.count <= 120 else { return false }
        let folded = text.lowercased().drop { !$0.isLetter }
        if approvals.contains(where: folded.hasPrefix), !text.hasSuffix("."), scalars.count <= 80 || text.hasSuffix(":") { return true }
        if text.contains("___") { return true }
        // Initials: «И. О. Фамилия», «Фамилия И. О.»
        let initials = scalars.indices.filter { k in
            scalars[k].properties.isUppercase && k + 1 < scalars.count && scalars[k + 1] == "." && (k == 0 || !scalars[k - 1].properties.isAlphabetic)
        }
        return zip(initials, initials.dropFirst()).contains { $1 - $0 <= 3 } && scalars.count <= 80
    }
}
