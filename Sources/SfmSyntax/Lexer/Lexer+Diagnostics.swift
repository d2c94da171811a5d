import SfmTerms

extension Diagnostic {
    static func unterminatedString(_ span: Span, closer: String) -> Diagnostic {
        Diagnostic(
            .unterminatedString, Text("the closing quotation mark is missing", "нет закрывающей кавычки"), span,
            help: [Text("put \(closer) after the last word of the text", "поставьте \(closer) после последнего слова текста")],
            fix: FixIt(span: Span(Int(span.upper), Int(span.upper), file: span.file), replacement: closer))
    }

    static func badEscape(_ span: Span) -> Diagnostic {
        Diagnostic(
            .badEscape, Text("an escape that the language does not have", "такого знака с обратной косой чертой нет"), span,
            help: [Text(#"known are \" \\ \n \u{…}; a backslash itself is \\"#, #"есть \" \\ \n \u{…}; сама обратная косая черта — \\"#)])
    }

    static func forbiddenCharacter(_ span: Span, _ value: UInt32) -> Diagnostic {
        let code = Scalars.code(value)
        return Diagnostic(
            .forbiddenCharacter,
            Text("an invisible or control character (\(code))", "невидимый или управляющий знак (\(code))"), span,
            label: Text(same: code),
            help: [Text("delete it: it can hide what a line really says", "удалите его: он может скрыть, что на самом деле написано в строке")],
            fix: FixIt(span: span, replacement: ""))
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

    static func legacyEncoding(_ span: Span, _ name: String) -> Diagnostic {
        let path = Safe.shellWord(name)
        return Diagnostic(
            .legacyEncoding,
            Text("the file looks like Windows-1251, not UTF-8 (byte \(span.lower))", "файл похож на Windows-1251, а не на UTF-8 (байт \(span.lower))"),
            span,
            help: [
                Text(
                    "convert it: iconv -f CP1251 -t UTF-8 \(path) > new.sfm",
                    "переведите его: iconv -f CP1251 -t UTF-8 \(path) > new.sfm")
            ])
    }
}
