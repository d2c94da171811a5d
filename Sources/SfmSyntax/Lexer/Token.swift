import SfmTerms

/// What a token is; `Token.word` says which word or sign.
package enum TokenKind: UInt8, Sendable {
    case word, handle, string, number
    case colon, comma, dash, comparison, bar, leftParen, rightParen, leftBracket, rightBracket, question
    case other
    case newline, end
}

/// A piece of source text; 20 bytes, no references.
package struct Token: Sendable {
    package var kind: TokenKind
    /// The lemma of a word or sign that the vocabulary knows, else 0.
    package var word: Lemma
    package var lower: UInt32
    package var upper: UInt32
    /// The name of a handle or string.
    package var name: NameID = -1

    package func span(_ file: UInt16) -> Span { Span(Int(lower), Int(upper), file: file) }
}

/// A word of the vocabulary with all its forms as one small number; 0 is a word that it does not know.
package typealias Lemma = UInt16
