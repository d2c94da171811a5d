import SfmTerms

/// A form of an act or fact: words, slots and optional parts.
///
///     template := { word | "(" word ")" | "{" slot [":" case] [ "=" preset ] "}" | "{not}" | "[" template "]" }
///
/// `a|b` are words that mean the same. Words before the first slot or part are the head; the words before every
/// further slot are its label. Parts may come in any order in a script; the template's own order is how it is printed.
package struct Template: Sendable {
    package enum Element: Sendable {
        case word([String])
        case optionalWord([String])
        case slot(Slot, GrammaticalCase, preset: UInt8?)
        case negation
        case part([Element])
    }

    package let elements: [Element]

    init(elements: [Element]) { self.elements = elements }

    package init(_ text: String) {
        var pieces = Self.split(text)[...]
        elements = Self.parse(&pieces)
    }

    /// Words, slots and brackets; a slot without spaces inside is one piece.
    private static func split(_ text: String) -> [String] {
        var pieces: [String] = []
        var current: [UInt8] = []
        func flush() {
            if !current.isEmpty { pieces.append(String(decoding: current, as: UTF8.self)) }
            current.removeAll(keepingCapacity: true)
        }
        for b in text.utf8 {
            switch b {
            case UInt8(ascii: " "): flush()
            case UInt8(ascii: "["), UInt8(ascii: "]"):
                flush()
                pieces.append(b == UInt8(ascii: "[") ? "[" : "]")
            case UInt8(ascii: "{"):
                flush()
                current.append(b)
            case UInt8(ascii: "}"):
                current.append(b)
                flush()
            default: current.append(b)
            }
        }
        flush()
        return pieces
    }

    private static func parse(_ pieces: inout ArraySlice<String>) -> [Element] {
        var out: [Element] = []
        while let piece = pieces.popFirst() {
            if piece == "]" { return out }
            if piece == "[" {
                out.append(.part(parse(&pieces)))
            } else if piece == "{not}" {
                out.append(.negation)
            } else if piece.utf8.first == UInt8(ascii: "{") {
                out.append(slot(piece.dropFirst().dropLast()))
            } else if piece.utf8.first == UInt8(ascii: "(") {
                out.append(.optionalWord(piece.dropFirst().dropLast().split(separator: "|").map(String.init)))
            } else {
                out.append(.word(piece.split(separator: "|").map(String.init)))
            }
        }
        return out
    }

    private static func slot(_ text: Substring) -> Element {
        var name = text
        var preset: UInt8?
        var grammaticalCase = GrammaticalCase.nominative
        if let i = name.firstIndex(of: "=") {
            preset = UInt8(name[name.index(after: i)...])
            name = name[..<i]
        }
        if let i = name.firstIndex(of: ":") {
            switch name[name.index(after: i)...] {
            case "gen": grammaticalCase = .genitive
            case "dat": grammaticalCase = .dative
            case "acc": grammaticalCase = .accusative
            case "ins": grammaticalCase = .instrumental
            default: break
            }
            name = name[..<i]
        }
        guard let slot = Self.names[String(name)] else { preconditionFailure("template names an unknown slot: \(text)") }
        return .slot(slot, grammaticalCase, preset: preset)
    }

    private static let names: [String: Slot] = Dictionary(uniqueKeysWithValues: Slot.allCases.map { ("\($0)", $0) })

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
