import SfmTerms

/// What a name looks like: names with the same skeleton cannot be told apart on a screen (after Unicode TR39).
package enum Skeleton {
    /// Latin and Greek letters by the Russian (or nearest Cyrillic) letter that they look like.
    private static let lookAlikes: [Unicode.Scalar: Unicode.Scalar] = {
        var map: [Unicode.Scalar: Unicode.Scalar] = [:]
        let pairs = zip(
            "AaBCcEeHKkMOoPpTXxYyIiJjSsdhΑΒΕΗΙΚΜΝΟΡΤΥΧαορ".unicodeScalars,
            "АаВСсЕеНКкМОоРрТХхУуІіЈјЅѕԁһАВЕНІКМNОРТУХаор".unicodeScalars)
        for (from, to) in pairs where from != to { map[from] = to }
        return map
    }()

    /// The skeleton by which two names are the same picture. `ё` and `е` differ, as names may.
    package static func of(_ text: String) -> String {
        var out = String.UnicodeScalarView()
        for scalar in NormalForm.composed(text).unicodeScalars {
            if Scalars.isForbidden(scalar.value) || (0xFE00...0xFE0F).contains(scalar.value) { continue }
            let plain = (0xFF01...0xFF5E).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
            out.append(lookAlikes[plain] ?? plain)
        }
        return String(out)
    }

    /// Where two names of one skeleton differ first: the position and both letters.
    package static func difference(_ a: String, _ b: String) -> (index: Int, a: Unicode.Scalar, b: Unicode.Scalar)? {
        for (index, pair) in zip(a.unicodeScalars, b.unicodeScalars).enumerated() where pair.0 != pair.1 {
            return (index, pair.0, pair.1)
        }
        return nil
    }

    /// "кириллической А (U+0410)", as it stands after «с».
    package static func describeWith(_ scalar: Unicode.Scalar) -> Text {
        let (en, ru) = (describe(scalar).en, describe(scalar).ru)
        guard let space = ru.firstIndex(of: " "), ru[..<space].hasSuffix("ая") else { return Text(en, "знаком " + ru) }
        return Text(en, String(ru[..<space].dropLast(2)) + "ой" + ru[space...])
    }

    /// "латинская A (U+0041)".
    package static func describe(_ scalar: Unicode.Scalar) -> Text {
        let letter = String(Character(scalar))
        let code = Scalars.code(scalar.value)
        switch scalar.value {
        case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F: return Text("Latin \(letter) (\(code))", "латинская \(letter) (\(code))")
        case 0x400...0x52F: return Text("Cyrillic \(letter) (\(code))", "кириллическая \(letter) (\(code))")
        case 0x370...0x3FF: return Text("Greek \(letter) (\(code))", "греческая \(letter) (\(code))")
        default: return Text("\(letter) (\(code))", "\(letter) (\(code))")
        }
    }
}
