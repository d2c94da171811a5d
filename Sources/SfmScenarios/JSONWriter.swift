import SfmSyntax

/// Writes JSON as text, keys in the order in which they are given.
package struct JSONWriter {
    package private(set) var text = ""
    private var needsComma = false

    package init() {}

    package mutating func object(_ body: (inout JSONWriter) -> Void) { nest("{", "}", body) }

    package mutating func array(_ body: (inout JSONWriter) -> Void) { nest("[", "]", body) }

    private mutating func nest(_ open: String, _ close: String, _ body: (inout JSONWriter) -> Void) {
        separate()
        text += open
        needsComma = false
        body(&self)
        text += close
        needsComma = true
    }

    /// Begins a member; its value is written by the next call.
    package mutating func member(_ name: String) {
        string(name)
        text += ":"
        needsComma = false
    }

    package mutating func string(_ value: String) {
        separate()
        text += Self.quoted(value)
        needsComma = true
    }

    package mutating func number(_ value: Int) {
        separate()
        text += String(value)
        needsComma = true
    }

    package mutating func bool(_ value: Bool) {
        separate()
        text += value ? "true" : "false"
        needsComma = true
    }

    /// What was read from JSON, written anew by the same rules.
    package mutating func value(_ value: JSONValue) {
        switch value {
        case .null:
            separate()
            text += "null"
            needsComma = true
        case .bool(let value): bool(value)
        case .number(let n): number(n)
        case .string(let text): string(text)
        case .array(let elements): array { out in for element in elements { out.value(element) } }
        case .object(let members):
            object { out in
                for member in members {
                    out.member(member.name)
                    out.value(member.value)
                }
            }
        }
    }

    private mutating func separate() { if needsComma { text += "," } }

    package static func quoted(_ value: String) -> String {
        var out = "\""
        var previous: Unicode.Scalar = " "
        for c in value.unicodeScalars {
            defer { previous = c }
            switch c {
            // `##vso[` and its like are commands to some CI systems wherever they stand.
            case "#" where previous == "#": out += "\\u0023"
            case "\"": out += "\\\""
            case "\\": out += "\\\\"
            case "\n": out += "\\n"
            default:
                // What cannot be seen never goes out raw, nor what JavaScript trips over; whoever reads the JSON has it as it is.
                if c.value < 0x20 || c.value > 0x7E && Scalars.isForbidden(c.value) {
                    for unit in String(c).utf16 {
                        let hex = String(unit, radix: 16)
                        out += "\\u" + String(repeating: "0", count: 4 - hex.utf8.count) + hex
                    }
                } else {
                    out.unicodeScalars.append(c)
                }
            }
        }
        return out + "\""
    }
}
