import SfmSyntax
import SfmTerms

/// A regulation as plain text, line by line, without what word processors leave in it and nobody sees.
struct RegulationText {
    struct Line {
        /// As an editor counts, from 1.
        let number: Int
        /// Without spaces at its ends, with one between two words.
        let text: String
        /// How far it is moved in.
        let indent: Int
        /// How many cells stand side by side, as a table comes out.
        let cells: Int
        /// Whether a word goes on in the next line.
        let isBroken: Bool
        /// Whether it is marked as a heading, as `##` does.
        let isMarkedHeading: Bool

        var isBlank: Bool { text.isEmpty }
    }

    let lines: [Line]

    init(_ text: String) {
        lines = LineEnd.lines(of: Array(NormalForm.composed(text).utf8)).enumerated().map { Line($1, number: $0 + 1) }
    }

    /// Why a file is none.
    enum Trouble: Error {
        /// What other programs write: a document of Word, a picture.
        case document, encoding
    }

    /// The text of a file in UTF-8 or in what its letters show beyond doubt.
    static func decoded(_ bytes: [UInt8]) -> Result<String, Trouble> {
        if Self.documents.contains(where: bytes.starts(with:)) { return .failure(.document) }
        var text = TextEncoding.converted(bytes)?.text
        if text == nil {
            guard let plain = String(validating: bytes, as: UTF8.self) else { return .failure(bytes.contains(0) ? .document : .encoding) }
            text = plain
        }
        guard let text, !text.utf8.contains(0) else { return .failure(.document) }
        return .success(text)
    }

    /// How archives (as `.docx` and `.odt` are), older documents of Word, PDF and RTF begin.
    private static let documents: [[UInt8]] = [[0x50, 0x4B, 3, 4], [0xD0, 0xCF, 0x11, 0xE0], Array("%PDF-".utf8), Array("{\\rtf".utf8)]

    /// The language that most letters belong to.
    var language: Language {
        var (russian, latin) = (0, 0)
        for line in lines {
            for byte in line.text.utf8 {
                switch byte {
                case 0xD0, 0xD1: russian += 1
                case 0x41...0x5A, 0x61...0x7A: latin += 1
                default: break
                }
            }
        }
        return russian >= latin && russian > 0 ? .russian : .english
    }

    /// How many characters stand in a line where a text is broken into lines of one width; `nil` where a line is a paragraph.
    var width: Int? {
        let lengths = lines.lazy.filter { !$0.isBlank }.map(\.text.unicodeScalars.count).sorted()
        guard let longest = lengths.last, hasBrokenSentence else { return nil }
        let most = lengths[lengths.count * 9 / 10]
        return longest <= Self.widest && longest <= most * 2 && most >= Self.narrowest ? most : nil
    }

    /// Whether a sentence goes on in the next line somewhere: otherwise each line is a paragraph.
    private var hasBrokenSentence: Bool {
        zip(lines, lines.dropFirst()).contains { line, next in
            !line.isBlank && next.text.first?.isLowercase == true && !OutlineReader.isFinished(line.text) && LineMarker.split(next.text) == nil
        }
    }

    private static let widest = 140
    private static let narrowest = 40
}

extension RegulationText.Line {
    init(_ raw: String, number: Int) {
        let hash = raw.drop { $0 == " " }
        let marks = hash.prefix { $0 == "#" }.count
        isMarkedHeading = (1...6).contains(marks) && hash.dropFirst(marks).first == " "
        var out = String.UnicodeScalarView()
        var (indent, cells, inCell, isBroken, waits, stacked) = (0, 0, false, false, false, 0)
        for scalar in (isMarkedHeading ? hash.dropFirst(marks) : raw[...]).unicodeScalars {
            let v = scalar.value
            let isPlain = v < 0x80 || (0x400...0x482).contains(v)
            if v == 0x20 || v == 0x09 || v == 0x0B || v == 0x0C || !isPlain && scalar.properties.generalCategory == .spaceSeparator {
                if out.isEmpty { indent += v == 0x09 ? 8 : 1 }
                if v == 0x09 { inCell = false }
                waits = !out.isEmpty
                continue
            }
            isBroken = v == 0xAD
            guard let shown = Self.shown(scalar, isFirst: out.isEmpty) else { continue }
            // More accents than these on one letter are no writing.
            stacked = isPlain || scalar.properties.canonicalCombiningClass == .notReordered ? 0 : stacked + 1
            if stacked > 2 { continue }
            if waits { out.append(" ") }
            waits = false
            if !inCell { (cells, inCell) = (cells + 1, true) }
            out.append(shown)
        }
        let text = String(out)
        self.text = text.contains("**") ? text.replacing("**", with: "") : text
        (self.number, self.indent, self.cells, self.isBroken) = (number, indent, cells, isBroken)
    }

    /// The character in place of which a policy can have one; `nil` where nobody would miss it.
    private static func shown(_ scalar: Unicode.Scalar, isFirst: Bool) -> Unicode.Scalar? {
        guard Scalars.isForbidden(scalar.value) else { return scalar }
        // Word's own signs for bullets are characters of private use.
        return isFirst && scalar.properties.generalCategory == .privateUse ? "•" : nil
    }
}
