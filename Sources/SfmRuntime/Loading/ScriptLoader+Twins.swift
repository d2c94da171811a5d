import SfmSyntax

/// Which of two names that look alike is the wrong one.
extension ScriptLoader {
    /// A name with a look-alike is mended to the one that was introduced where the text speaks for that: it is written more often, or in
    /// the alphabet of the text. Otherwise the one that was introduced may be the wrong one, and it is a question.
    mutating func weighTwins() {
        var weights: [String: Int] = [:]
        for k in script.diagnostics.indices {
            let d = script.diagnostics[k]
            guard d.code == .unknownName || d.code == .lookAlike || d.code == .unknownPolicy, let fix = d.certainFix,
                script.sources.indices.contains(Int(fix.span.file))
            else { continue }
            let source = script.sources[Int(fix.span.file)]
            let typed = Self.bare(source.text(fix.span))
            let meant = Self.bare(fix.replacement)
            // Where letters are mixed in one of them alone, that one is wrong, and its maker has seen to it.
            guard Confusables.of(typed) == Confusables.of(meant), Confusables.mixesAlphabets(typed) == Confusables.mixesAlphabets(meant) else { continue }
            func weight(_ name: String) -> Int {
                let key = "\(fix.span.file):\(name)"
                if let known = weights[key] { return known }
                weights[key] = Self.count(name, in: source.bytes)
                return weights[key] ?? 0
            }
            let (own, other) = (weight(typed), weight(meant))
            let isCyrillic = Self.isCyrillic(source)
            let isNative = Confusables.isWritten(meant, inCyrillic: isCyrillic) && Confusables.isWritten(typed, inCyrillic: !isCyrillic)
            // Latin letters slip into Russian texts; a Russian name in an English text may be meant, and its number decides.
            let isRight = isNative && (isCyrillic || own == other) || other > own || Self.isPlainer(meant, than: typed)
            if !isRight {
                script.diagnostics[k].fixes = [fix.asQuestion]
                script.diagnostics[k].help.insert(Diagnostic.question([meant]), at: 0)
            }
        }
    }

    /// Whether the first difference is an ordinary blank, hyphen or apostrophe where the other name has one of Word's.
    private static func isPlainer(_ a: String, than b: String) -> Bool {
        guard let difference = Confusables.difference(a, b) else { return false }
        return difference.a.isASCII && !difference.b.isASCII && !difference.a.properties.isAlphabetic && !difference.b.properties.isAlphabetic
    }

    private static func bare(_ text: String) -> String {
        guard let first = text.first, "\"«“„".contains(first), text.count > 1 else { return text }
        return String(text.dropFirst().dropLast())
    }

    /// How often a name stands in a text, not counting where it is a part of a longer one.
    private static func count(_ name: String, in text: [UInt8]) -> Int {
        let wanted = Array(name.utf8)
        guard let first = wanted.first, wanted.count <= text.count else { return 0 }
        return text.withUnsafeBufferPointer { text in
            var n = 0
            for k in 0...(text.count - wanted.count) where text[k] == first {
                guard wanted.indices.allSatisfy({ text[k + $0] == wanted[$0] }) else { continue }
                if !endsWithLetter(text[..<k]), k + wanted.count == text.count || !isLetter(text[k + wanted.count]) { n += 1 }
            }
            return n
        }
    }

    /// An ASCII letter or digit, or the first byte of a Russian one.
    private static func isLetter(_ byte: UInt8) -> Bool {
        (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || (byte >= 0x30 && byte <= 0x39) || byte == 0x5F || byte == 0xD0 || byte == 0xD1
    }

    private static func endsWithLetter(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        guard let last = text.last else { return false }
        return isLetter(last) || last & 0xC0 == 0x80 && text.count > 1 && isLetter(text[text.endIndex - 2]) && text[text.endIndex - 2] >= 0x80
    }

    /// Whether most letters of a text are Cyrillic.
    private static func isCyrillic(_ source: SourceFile) -> Bool {
        var (cyrillic, latin) = (0, 0)
        for byte in source.bytes.prefix(65_536) {
            if byte == 0xD0 || byte == 0xD1 { cyrillic += 1 } else if byte | 0x20 >= 0x61, byte | 0x20 <= 0x7A { latin += 1 }
        }
        return cyrillic > latin
    }
}
