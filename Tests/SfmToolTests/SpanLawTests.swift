import Foundation
import SfmRuntime
import SfmScenarios
import SfmSyntax
import SfmTerms
import Testing

@testable import SfmTool

/// No diagnostic cuts a character in half, whatever it is about.
@Suite struct SpanLawTests {
    private static func check(_ bytes: [UInt8], _ what: String) {
        let source = SourceFile(name: "a.sfm", bytes: bytes)
        var (loader, library) = (ScriptLoader(path: "a.sfm"), Library())
        let script = loader.load(source, library: &library)
        let isText = String(validating: bytes, as: UTF8.self) != nil
        for d in script.diagnostics {
            for span in [d.span] + d.related.map(\.span) + d.fixes.map(\.span) where span.file < script.sources.count {
                let own = script.sources[Int(span.file)].bytes
                #expect(span.lower <= span.upper && Int(span.upper) <= own.count, "\(d.code) \(span): \(what)")
                guard isText else { continue }
                for end in [Int(span.lower), Int(span.upper)] where end < own.count {
                    #expect(own[end] & 0xC0 != 0x80, "\(d.code) \(d.message.en) \(span): \(what)")
                }
            }
            guard isText, !bytes.contains(0xEF) else { continue }
            for language in Language.allCases {
                let shown = DiagnosticRenderer(language: language).render(d, sources: script.sources).rawText
                #expect(!shown.unicodeScalars.contains("\u{FFFD}"), "\(d.code): \(shown)")
                // What follows a mark of what was left out begins with a character, and what stands before it ends with one.
                let pieces = shown.unicodeScalars.split(separator: "…", omittingEmptySubsequences: false)
                for piece in pieces.dropFirst() { #expect(piece.first.map { $0.properties.generalCategory != .nonspacingMark && $0.value != 0x200D } ?? true) }
                for piece in pieces.dropLast() { #expect(piece.last?.value != 0x200D) }
            }
        }
    }

    @Test func linesOfEveryKindOfLetters() {
        let pieces: [String] = [
            "\"п\\о\"", "\"\\u{д}\"", "\"\\uд\"", "\"\\u{10", "\\", "@", "«", "»", "\"", "„", "“", "é", "и\u{306}", "👨‍👩‍👧", "👍🏽", "字", "\u{200B}", "\u{2028}", "ё",
            "дано",
            "группа", "\"7Б\"", "ожидаем", "@лена", "|", "7", "дн.", "на", "#", ":", "запрещено", "expect", "denied", "\t", "\u{A0}", "e\u{301}\u{302}", "🇷🇺",
            "\r",
            String(repeating: "ж", count: 90), String(repeating: "и\u{306}", count: 120), String(repeating: "👨‍👩‍👧", count: 80),
        ]
        var random = SeededNumbers(seed: 1)
        for _ in 0..<400 {
            let count = 1 + Int(random.next() % 7)
            let line = (0..<count).map { _ in pieces[Int(random.next() % UInt64(pieces.count))] }.joined(separator: random.next() % 3 == 0 ? "" : " ")
            Self.check(Array((line + "\n").utf8), line)
        }
    }

    @Test func randomBytes() {
        var random = SeededNumbers(seed: 2)
        for _ in 0..<150 {
            let bytes = (0..<Int(random.next() % 200)).map { _ in UInt8(truncatingIfNeeded: random.next() >> 8) }
            Self.check(bytes, "\(bytes)")
        }
    }

    @Test func mistypedLines() throws {
        var random = SeededNumbers(seed: 3)
        for path in ["Examples/koshdo-2024/moderation.ru.sfm", "Examples/koshdo-2024/moderation.sfm", "Policies/koshdo-2024.sfm"] {
            let text = try String(contentsOfFile: ToolRun.root + "/" + path, encoding: .utf8)
            let beginning = text.split(separator: "\n", omittingEmptySubsequences: false).prefix(40).joined(separator: "\n")
            for slip in FixLawTests.Row.allCases {
                if let (changed, _) = FixLawTests.mistyped(beginning, slip, &random) { Self.check(Array(changed.utf8), changed) }
            }
        }
    }
}

/// The word that is not understood is the one that is blamed.
@Suite struct BlameLawTests {
    /// Lines of a file with one of their words made unknown, as many as there are words.
    private static func spoilt(_ path: String, every step: Int) throws -> [(text: String, word: Range<Int>)] {
        let text = try String(contentsOfFile: ToolRun.root + "/" + path, encoding: .utf8)
        var out: [(String, Range<Int>)] = []
        var (at, count, isQuoted) = (0, 0, false)
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let bytes = Array(line.utf8)
            isQuoted = false
            var k = 0
            for word in line.split(separator: " ", omittingEmptySubsequences: false) {
                let length = word.utf8.count
                defer { k += length + 1 }
                let wasQuoted = isQuoted
                if word.count(where: { "\"«»".contains($0) }) % 2 == 1 { isQuoted.toggle() }
                guard !wasQuoted, !isQuoted, word.count > 1, word.allSatisfy({ $0.isLetter }), !line.contains("#") else { continue }
                count += 1
                guard count % step == 0 else { continue }
                let nonsense = word.first?.isASCII == true ? "qwrtz" : "щъзцк"
                let changed = bytes[..<k] + Array(nonsense.utf8) + bytes[(k + length)...]
                var all = Array(text.utf8)
                all.replaceSubrange(at..<at + bytes.count, with: changed)
                out.append((String(decoding: all, as: UTF8.self), at + k..<at + k + nonsense.utf8.count))
            }
            at += bytes.count + 1
        }
        return out
    }

    @Test(arguments: [
        "Examples/koshdo-2024/moderation.ru.sfm", "Examples/koshdo-2024/moderation.sfm", "Examples/koshdo-2024/links.ru.sfm",
        "Examples/koshdo-2024/links.sfm",
    ])
    func theUnknownWordIsBlamed(path: String) throws {
        for (text, word) in try Self.spoilt(path, every: 3) {
            var (loader, library) = (ScriptLoader(path: path), Library())
            let source = SourceFile(name: path, text: text)
            let script = loader.load(source, library: &library)
            let line = source.lineRange(of: word.lowerBound)
            let own = script.diagnostics.filter { $0.span.file == 0 && line.contains(Int($0.span.lower)) && $0.code.isSyntax }
            guard let first = own.first else { continue }
            let shown = DiagnosticRenderer(language: .english).render(first, sources: script.sources).rawText
            #expect(Int(first.span.lower) <= word.lowerBound && Int(first.span.upper) >= word.upperBound, "\(shown)")
            // Nor is anything else marked that is understood, but for the rest of the line.
            #expect(Int(first.span.lower) == word.lowerBound || first.message.en.contains("qwrtz") || first.message.en.contains("щъзцк"), "\(shown)")
        }
    }
}
