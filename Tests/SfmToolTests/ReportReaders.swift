import Foundation

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// Any XML read by Foundation: elements in order, with their attributes and own text.
final class XMLReading: NSObject, XMLParserDelegate {
    struct Element {
        let name: String
        let attributes: [String: String]
        var text = ""
    }

    private(set) var elements: [Element] = []
    private(set) var text = ""
    private(set) var problem: String?
    private var open: [Int] = []

    init(_ source: String) {
        super.init()
        let parser = XMLParser(data: Data(source.utf8))
        parser.delegate = self
        if !parser.parse() { problem = "line \(parser.lineNumber): \(parser.parserError.map(String.init(describing:)) ?? "?")" }
    }

    func all(_ name: String) -> [Element] { elements.filter { $0.name == name } }

    func parser(_ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?, attributes: [String: String] = [:]) {
        open.append(elements.count)
        elements.append(Element(name: name, attributes: attributes))
    }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) { open.removeLast() }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
        text += string
        if let last = open.last { elements[last].text += string }
    }
}

/// TAP 14 as its specification says, and nothing more: plans, test points, subtests, YAML blocks.
struct TAPReading {
    struct Point {
        let isOK: Bool
        let number: Int
        let description: String
        /// What stands behind a `#`: `SKIP` or `TODO` with the reason.
        var directive = ""
        var yaml: [String] = []
    }

    var points: [Point] = []
    /// The points of every subtest, in order.
    var inner: [[Point]] = []
    var problems: [String] = []

    init(_ source: String) {
        var lines = source.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)[...]
        if lines.popFirst() != "TAP version 14" { problems.append("no version") }
        if lines.last == "" { lines.removeLast() }
        points = read(&lines, indent: "")
        if let rest = lines.first { problems.append("not understood: \(rest)") }
    }

    private mutating func read(_ lines: inout ArraySlice<String>, indent: String) -> [Point] {
        var (out, plan) = ([Point](), -1)
        while let line = lines.first {
            if line.hasPrefix(indent + "    "), !line.hasPrefix(indent + "    ..."), plan >= 0 || indent.isEmpty {
                let left = lines.count
                inner.append(read(&lines, indent: indent + "    "))
                if lines.count < left { continue }
                problems.append("not understood: \(line)")
                return out
            }
            guard line.hasPrefix(indent) else { break }
            let body = String(line.dropFirst(indent.count))
            if body.hasPrefix("1..") {
                plan = Int(body.dropFirst(3).prefix { $0.isNumber }) ?? -2
            } else if body.hasPrefix("# ") {
            } else if let point = Self.point(body) {
                out.append(point)
                lines.removeFirst()
                if lines.first == indent + "  ---" { out[out.count - 1].yaml = yaml(&lines, indent + "  ") }
                continue
            } else {
                break
            }
            lines.removeFirst()
        }
        if plan != out.count { problems.append("plan of \(plan), but \(out.count) points") }
        if out.map(\.number) != Array(1..<(out.count + 1)) { problems.append("numbers out of order") }
        return out
    }

    private mutating func yaml(_ lines: inout ArraySlice<String>, _ indent: String) -> [String] {
        var out: [String] = []
        lines.removeFirst()
        while let line = lines.popFirst() {
            guard line.hasPrefix(indent) else {
                problems.append("a YAML block broken by: \(line)")
                return out
            }
            if line == indent + "..." { return out }
            // Every string is one that JSON reads.
            if let quote = line.firstIndex(of: "\""), !line.hasSuffix("]") {
                let text = try? JSONSerialization.jsonObject(with: Data(line[quote...].utf8), options: .fragmentsAllowed) as? String
                if let text { out.append(text) } else { problems.append("no string: \(line)") }
            }
        }
        problems.append("a YAML block without an end")
        return out
    }

    /// `not ok 2 - description # SKIP reason`; a directive stands behind a bare `#`.
    private static func point(_ line: String) -> Point? {
        let isOK = line.hasPrefix("ok ")
        guard isOK || line.hasPrefix("not ok ") else { return nil }
        let rest = line.dropFirst(isOK ? 3 : 7)
        let digits = rest.prefix { $0.isNumber }
        guard let number = Int(digits), rest.dropFirst(digits.count).hasPrefix(" - ") else { return nil }
        var (texts, escaped) = ([String.UnicodeScalarView()], false)
        for c in rest.dropFirst(digits.count + 3).unicodeScalars {
            if escaped {
                texts[texts.count - 1].append(c)
                escaped = false
            } else if c == "\\" {
                escaped = true
            } else if c == "#" {
                texts.append(String.UnicodeScalarView())
            } else {
                texts[texts.count - 1].append(c)
            }
        }
        let parts = texts.map { String($0).trimmingCharacters(in: .whitespaces) }
        guard parts.count < 3 else { return nil }
        let directive = parts.count == 2 ? parts[1] : ""
        guard directive.isEmpty || directive.hasPrefix("SKIP ") && isOK || directive.hasPrefix("TODO ") && !isOK else { return nil }
        return Point(isOK: isOK, number: number, description: parts.count == 2 ? parts[0] : String(texts[0]), directive: directive)
    }
}

/// The shape of a JSON document: what must be there, what may be, and nothing else.
indirect enum JSONShape: Sendable {
    case text, number
    case words(Set<String>)
    case list(JSONShape)
    case texts
    case object([String: JSONShape], needs: Set<String>)

    /// Where a document is of another shape.
    func problems(_ value: Any, at place: String = "$") -> [String] {
        switch (self, value) {
        case (.text, is String): return []
        case (.number, let n as Int): return n > 0 || place.hasSuffix("ruleIndex") && n == 0 ? [] : ["\(place) is \(n)"]
        case (.words(let known), let word as String): return known.contains(word) ? [] : ["\(place) is \(word)"]
        case (.texts, let all as [String: Any]): return all.filter { !($0.value is String) }.map { "\(place).\($0.key)" }
        case (.list(let shape), let elements as [Any]):
            return elements.enumerated().flatMap { shape.problems($1, at: "\(place)[\($0)]") }
        case (.object(let members, let needs), let object as [String: Any]):
            let missing = needs.subtracting(object.keys).map { "\(place) has no \($0)" }
            return missing + object.flatMap { name, value in members[name]?.problems(value, at: "\(place).\(name)") ?? ["\(place) has \(name)"] }
        default: return ["\(place) is of another kind"]
        }
    }

    private static let message = JSONShape.object(["text": .text], needs: ["text"])

    /// What of SARIF 2.1.0 the program writes, as the schema of the standard has it.
    static let sarif: JSONShape = {
        let rule = JSONShape.object(
            ["id": .text, "shortDescription": message, "fullDescription": message, "help": message], needs: ["id", "shortDescription"])
        let driver = JSONShape.object(["name": .text, "version": .text, "rules": .list(rule)], needs: ["name"])
        let region = ["startLine", "startColumn", "endLine", "endColumn"]
        let place = JSONShape.object(
            [
                "artifactLocation": .object(["uri": .text, "uriBaseId": .text], needs: ["uri"]),
                "region": .object(Dictionary(uniqueKeysWithValues: region.map { ($0, .number) }), needs: Set(region)),
            ], needs: ["artifactLocation"])
        let result = JSONShape.object(
            [
                "ruleId": .text, "ruleIndex": .number, "level": .words(["none", "note", "warning", "error"]), "message": message,
                "locations": .list(.object(["physicalLocation": place], needs: ["physicalLocation"])), "partialFingerprints": .texts,
            ], needs: ["ruleId", "message", "locations", "partialFingerprints"])
        let run = JSONShape.object(
            [
                "tool": .object(["driver": driver], needs: ["driver"]), "language": .words(["en", "ru"]),
                "columnKind": .words(["utf16CodeUnits", "unicodeCodePoints"]), "results": .list(result),
            ], needs: ["tool", "results"])
        return .object(["$schema": .text, "version": .words(["2.1.0"]), "runs": .list(run)], needs: ["version", "runs"])
    }()
}
