import SfmTerms

extension Diagnostic {
    static func unterminatedString(_ span: Span, closer: String) -> Diagnostic {
        Diagnostic(
            .unterminatedString, Text("the closing quotation mark is missing", "нет закрывающей кавычки"), span,
            help: [Text("put \(closer) after the last word of the text", "поставьте \(closer) после последнего слова текста")])
    }

    static func badEscape(_ span: Span) -> Diagnostic {
        Diagnostic(
            .badEscape, Text("an escape that the language does not have", "такого знака с обратной косой чертой нет"), span,
            help: [Text(#"known are \" \\ \n \u{…}; a backslash itself is \\"#, #"есть \" \\ \n \u{…}; сама обратная косая черта — \\"#)])
    }

    static func forbiddenCharacter(_ span: Span, _ value: UInt32) -> Diagnostic {
        let code = Scalars.code(value)
        let endsLine = Scalars.isOldLineEnd(value)
        let (message, help): (Text, Text)
        if Scalars.isOddSpace(value) {
            message = Text("a space of another kind in quotes (\(code))", "в кавычках пробел другого вида (\(code))")
            help = Text(
                "put an ordinary space: with others two names look alike and are not",
                "поставьте обычный пробел: из-за других два разных названия выглядят одинаково")
        } else if Scalars.isPrivate(value) {
            message = Text("a character of private use (\(code))", "знак из области для частного использования (\(code))")
            help = Text(
                "delete it or write in its place what it stood for: each font draws it in its own way, or not at all",
                "удалите его или напишите вместо него то, что он значил: в каждом шрифте он выглядит по-своему или никак")
        } else {
            message = Text("an invisible or control character (\(code))", "невидимый или управляющий знак (\(code))")
            help =
                endsLine
                ? Text(
                    "where a line is to end, end it as usual (LF or CR LF); else delete the character",
                    "если здесь кончается строка, поставьте обычный конец строки (LF или CR LF), иначе удалите знак")
                : Text("delete it: it can hide what a line really says", "удалите его: он может скрыть, что на самом деле написано в строке")
        }
        return Diagnostic(
            .forbiddenCharacter, message, span, label: Text(same: code), help: [help], fixes: endsLine ? [] : [.withoutInvisible(span, value)])
    }

    static func tooManyMarks(_ span: Span, _ limit: Int) -> Diagnostic {
        Diagnostic(
            .tooManyMarks, Text("more marks behind one letter than the limit of \(limit)", "знаков над одной буквой больше предела: \(limit)"), span,
            help: [Text("delete them, or raise the limit: --max-marks N", "удалите их или поднимите предел: --max-marks N")])
    }

    static func invalidUTF8(_ span: Span) -> Diagnostic {
        Diagnostic(
            .invalidUTF8, Text("not UTF-8 at byte \(span.lower)", "байт \(span.lower): это не UTF-8"), span,
            help: [Text("save the file as UTF-8", "сохраните файл в кодировке UTF-8")])
    }

    /// What is said of a text that is not in UTF-8; `nil` for one that is.
    public static func notUTF8(_ source: SourceFile) -> Diagnostic? {
        guard let offset = TextEncoding.firstBroken(source.bytes) else { return nil }
        let span = Span(offset, offset + 1)
        return TextEncoding.guess(source.bytes).map { legacyEncoding(span, source, $0) } ?? invalidUTF8(span)
    }

    /// A text that is not in UTF-8, with what it seems to be in and how to convert it.
    static func legacyEncoding(_ span: Span, _ source: SourceFile, _ guess: TextEncoding.Guess) -> Diagnostic {
        let names = guess.candidates.map(\.name)
        func command(_ encoding: TextEncoding) -> String { conversion(encoding.iconvName(withMark: guess.hasMark), source.name) }
        func read(_ encoding: TextEncoding) -> String { reading(encoding, of: source, around: Int(span.lower)) }
        guard guess.candidates.count > 1 else {
            var commands = [command(guess.candidates[0])]
            if guess.isCertain, SourceFile.isScript(source.name) { commands.insert("sfm check --fix " + Sanitizer.shellWord(source.name), at: 0) }
            return Diagnostic(
                .legacyEncoding,
                Text("the text looks like \(names[0]), not UTF-8 (byte \(span.lower))", "текст похож на \(names[0]), а не на UTF-8 (байт \(span.lower))"),
                span,
                help: [Text("it reads: “\(read(guess.candidates[0]))”", "он читается так: «\(read(guess.candidates[0]))»")]
                    + zip([Text("convert it: ", "переведите его: "), Text("or: ", "или: ")], commands).map { $0 + Text(same: $1) })
        }
        let (en, ru) = (list(names, " or "), list(names, " или "))
        return Diagnostic(
            .legacyEncoding,
            Text(
                "the text is not in UTF-8 (byte \(span.lower)), and it is not certain what it is in: \(en)",
                "текст не в UTF-8 (байт \(span.lower)), а в какой он кодировке, точно не сказать: \(ru)"),
            span,
            help: guess.candidates.map { candidate in
                Text("if “\(read(candidate))” is right: ", "если верно «\(read(candidate))»: ") + Text(same: command(candidate))
            })
    }

    /// The line of a byte, from a little before it on.
    private static func reading(_ encoding: TextEncoding, of source: SourceFile, around offset: Int) -> String {
        // Of units of several bytes the first is where the text begins.
        let lower = encoding.upperHalf == nil ? 0 : max(source.lineRange(of: offset).lowerBound, offset - 20)
        let text = encoding.beginning(of: source.bytes[lower...].prefix(320))
        return Sanitizer.cut(LineEnd.lines(of: Array(text.utf8))[0].trimmingBlanks, to: 40)
    }

    private static func list(_ names: [String], _ or: String) -> String {
        names.dropLast().joined(separator: ", ") + or + (names.last ?? "")
    }

    /// The command that makes a text in UTF-8 of one in another encoding: a file, or what comes on a pipe.
    private static func conversion(_ encoding: String, _ name: String) -> String {
        let command = "iconv -f \(encoding) -t UTF-8"
        if SourceFile.isUnnamed(name) { return "… | \(command) | sfm" + (name == "-" ? " fmt -" : "") }
        let ending = name.utf8.lastIndex(of: UInt8(ascii: ".")).map { String(name[$0...]) } ?? ""
        let isPlain = ending.utf8.count > 1 && ending.utf8.dropFirst().allSatisfy { (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) }
        return "\(command) \(Sanitizer.shellWord(name)) > new" + (isPlain ? ending : "")
    }
}
