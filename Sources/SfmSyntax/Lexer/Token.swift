import SfmTerms

/// What a token is; `Token.word` says which word or sign.
public enum TokenKind: UInt8, Sendable {
    case word, handle, string, number
    case colon, comma, dash, comparison, bar, leftParen, rightParen, leftBracket, rightBracket, question
    case other
    case newline, end
}

/// A piece of source text; 20 bytes, no references.
public struct Token: Sendable {
    public var kind: TokenKind
    /// The lemma of a word or sign that the vocabulary knows, else 0.
    public var word: Lemma
    public var lower: UInt32
    public var upper: UInt32
    /// The name of a handle or string.
    public var name: NameID = .absent

    public func span(_ file: UInt16) -> Span { Span(Int(lower), Int(upper), file: file) }
}

/// A word of the vocabulary with all its forms as one small number; 0 is a word that it does not know.
public typealias Lemma = UInt16
