import SfmTerms

/// A form of an act or fact: words, slots and optional parts.
///
///     template := { word | "(" word ")" | "{" slot [":" case] [ "=" preset ] "}" | "{not}" | "[" template "]" }
///
/// `a|b` are words that mean the same. Words before the first slot or part are the head; the words before every
/// further slot are its label. Parts may come in any order in a script; the template's own order is how it is printed.
public struct Template: Sendable {
    public enum Element: Sendable {
        case word([String])
        case optionalWord([String])
        case slot(Slot, GrammaticalCase, preset: UInt8?)
        case negation
        case part([Element])
    }

    public let elements: [Element]

    init(elements: [Element]) { self.elements = elements }

    public init(_ text: String) {
        var copy = text
        elements = copy.withUTF8 { bytes in
            var at = 0
            return Self.parse(bytes, &at)
        }
    }

    /// Reads up to a closing bracket or the end. Bytes, as every start of the program reads all templates.
    private static func parse(_ text: UnsafeBufferPointer<UInt8>, _ at: inout Int) -> [Element] {
        var out: [Element] = []
        while at < text.count {
            switch text[at] {
            case UInt8(ascii: " "): at += 1
            case UInt8(ascii: "]"):
                at += 1
                return out
            case UInt8(ascii: "["):
                at += 1
                out.append(.part(parse(text, &at)))
            case UInt8(ascii: "{"): out.append(slot(text, &at))
            case UInt8(ascii: "("):
                at += 1
                out.append(.optionalWord(words(text, &at, until: UInt8(ascii: ")"))))
                at += 1
            default: out.append(.word(words(text, &at, until: UInt8(ascii: " "))))
            }
        }
        return out
    }

    /// `a|b|c` up to an end sign, a space or a bracket.
    private static func words(_ text: UnsafeBufferPointer<UInt8>, _ at: inout Int, until end: UInt8) -> [String] {
        var out: [String] = []
        var start = at
        func word(_ upper: Int) -> String { String(decoding: UnsafeBufferPointer(rebasing: text[start..<upper]), as: UTF8.self) }
        while at < text.count, text[at] != end, text[at] != UInt8(ascii: "]"), text[at] != UInt8(ascii: "[") {
            if text[at] == UInt8(ascii: "|") {
                out.append(word(at))
                start = at + 1
            }
            at += 1
        }
        out.append(word(at))
        return out
    }

    /// Reads from an opening brace to behind the closing one.
    static func slot(_ text: UnsafeBufferPointer<UInt8>, _ at: inout Int) -> Element {
        let start = at + 1
        while at < text.count, text[at] != UInt8(ascii: "}") { at += 1 }
        let inner = text[start..<at]
        at += 1
        if inner.elementsEqual("not".utf8) { return .negation }
        let nameEnd = inner.firstIndex { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "=") } ?? inner.endIndex
        guard let slot = Slot(name: inner[inner.startIndex..<nameEnd]) else { preconditionFailure("a template names an unknown slot") }
        var grammaticalCase = GrammaticalCase.nominative
        var preset: UInt8?
        if nameEnd < inner.endIndex {
            if inner[nameEnd] == UInt8(ascii: "=") {
                preset = inner[nameEnd + 1] - UInt8(ascii: "0")
            } else {
                switch inner[nameEnd + 1] {
                case UInt8(ascii: "g"): grammaticalCase = .genitive
                case UInt8(ascii: "d"): grammaticalCase = .dative
                case UInt8(ascii: "a"): grammaticalCase = .accusative
                case UInt8(ascii: "i"): grammaticalCase = .instrumental
                default: break
                }
            }
        }
        return .slot(slot, grammaticalCase, preset: preset)
    }

    typealias Shape = (head: [Element], parts: [(label: [Element], slot: Element?, required: Bool)])

    /// The head's words and the parts after it, flattened: every slot with the words before it.
    var shape: Shape {
        var head: [Element] = []
        var parts: [(label: [Element], slot: Element?, required: Bool)] = []
        var label: [Element] = []
        var inHead = true
        func walk(_ elements: [Element], required: Bool) {
            for element in elements {
                switch element {
                case .word, .optionalWord:
                    if inHead { head.append(element) } else { label.append(element) }
                case .negation: continue
                case .slot:
                    inHead = false
                    parts.append((label, element, required))
                    label = []
                case .part(let inner):
                    inHead = false
                    if !label.isEmpty {
                        parts.append((label, nil, false))
                        label = []
                    }
                    walk(inner, required: false)
                    if !label.isEmpty {
                        parts.append((label, nil, false))
                        label = []
                    }
                }
            }
        }
        walk(elements, required: true)
        if !label.isEmpty { parts.append((label, nil, required: false)) }
        return (head, parts)
    }
}
