import Foundation

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// The schema by which Jenkins' xUnit plugin reads JUnit reports (junit-10.xsd), and beyond it what a strict reader expects: no attribute and
/// no element that the schema does not name, times with three decimals, numbers that are those of the cases.
final class JUnitSchema: NSObject, XMLParserDelegate {
    private(set) var problems: [String] = []
    private var open: [(name: String, attributes: [String: String])] = []
    /// The cases of the suite at hand, by what came of them.
    private var found: [String: Int] = [:]
    private var total: [String: Int] = [:]
    private var names = Set<String>()
    private var line: () -> Int = { 0 }

    private static let suite: [String: Bool] = [
        "name": true, "tests": true, "failures": true, "errors": true, "group": false, "time": false, "skipped": false, "timestamp": false,
        "hostname": false, "id": false, "package": false, "file": false, "log": false, "url": false,
    ]

    /// The attributes that an element may have; true are those that it must have.
    private static let attributes: [String: [String: Bool]] = [
        "testsuites": ["name": false, "time": false, "tests": false, "failures": false, "errors": false], "testsuite": suite, "properties": [:],
        "property": ["name": true, "value": true], "testcase": ["name": true, "time": false, "classname": false, "group": false],
        "failure": ["type": false, "message": false], "error": ["type": false, "message": false], "skipped": ["type": false, "message": false],
        "system-out": [:], "system-err": [:],
    ]
    private static let children: [String: Set<String>] = [
        "": ["testsuites"], "testsuites": ["testsuite"], "testsuite": ["testsuite", "properties", "testcase", "system-out", "system-err"],
        "properties": ["property"], "testcase": ["skipped", "error", "failure", "system-out", "system-err"],
    ]
    /// The elements that hold text.
    private static let mixed: Set<String> = ["failure", "error", "skipped", "system-out", "system-err"]

    init(_ source: String) {
        super.init()
        let parser = XMLParser(data: Data(source.utf8))
        parser.delegate = self
        line = { parser.lineNumber }
        if !parser.parse() { note("not XML: \(parser.parserError.map(String.init(describing:)) ?? "?")") }
    }

    private func note(_ text: String) { problems.append("line \(line()): \(text)") }

    func parser(_ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?, attributes: [String: String] = [:]) {
        let parent = open.last?.name ?? ""
        if Self.children[parent]?.contains(name) != true { note("<\(name)> does not stand in <\(parent)>") }
        let known = Self.attributes[name] ?? [:]
        for attribute in attributes.keys where known[attribute] == nil { note("<\(name)> has no attribute \(attribute)") }
        for (attribute, isNeeded) in known where isNeeded && attributes[attribute] == nil { note("<\(name)> lacks \(attribute)") }
        if let time = attributes["time"], time.wholeMatch(of: /[0-9]+\.[0-9]{3}/) == nil { note("time \(time)") }
        for count in ["tests", "failures", "errors", "skipped"] { if let n = attributes[count], Int(n) == nil { note("\(count) \(n)") } }
        switch name {
        case "testsuite": (found, names) = ([:], [])
        case "testcase":
            found["tests", default: 0] += 1
            if !names.insert(attributes["name"] ?? "").inserted { note("a second case \(attributes["name"] ?? "")") }
        case "failure": found["failures", default: 0] += 1
        case "error": found["errors", default: 0] += 1
        case "skipped": found["skipped", default: 0] += 1
        default: break
        }
        open.append((name, attributes))
    }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        guard let element = open.popLast() else { return }
        let counts = name == "testsuite" ? found : name == "testsuites" ? total : [:]
        guard name.hasPrefix("testsuite") else { return }
        for (count, said) in element.attributes where ["tests", "failures", "errors", "skipped"].contains(count) {
            if Int(said) != counts[count, default: 0] { note("<\(name)> says \(count)=\(said) of \(counts[count, default: 0])") }
        }
        if name == "testsuite" { total.merge(found) { $0 + $1 } }
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
        let isText = text.contains { !$0.isWhitespace }
        if isText, let name = open.last?.name, !Self.mixed.contains(name) { note("text within <\(name)>") }
    }
}
