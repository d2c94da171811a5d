import Glibc

extension EditlineSource {
    /// A prompt with its colours marked for libedit; other escapes and control characters are dropped.
    final class Prompt {
        /// Marks the start and end of an escape sequence.
        static let mark: wchar_t = 1

        /// The prompt as libedit reads it.
        let text: WideText
        /// What is seen of it.
        let visible: [Unicode.Scalar]

        init(_ prompt: String) {
            let pieces = Self.pieces(of: prompt)
            text = WideText(Self.marked(pieces))
            visible = pieces.map(\.scalar)
        }

        /// A visible scalar with the colours set just before it.
        typealias Piece = (colour: [Unicode.Scalar], scalar: Unicode.Scalar)

        /// The prompt cut before each visible scalar.
        ///
        /// libedit draws a marked sequence together with the next visible scalar, so neighbours share one mark and a
        /// sequence at the very end is put before a closing space.
        static func pieces(of prompt: String) -> [Piece] {
            var pieces: [Piece] = []
            var colour: [Unicode.Scalar] = []
            var rest = Array(prompt.unicodeScalars)[...]
            while let scalar = rest.popFirst() {
                if scalar == "\u{1B}" {
                    colour += takeColour(from: &rest)
                } else if scalar.properties.generalCategory != .control {
                    pieces.append((colour, scalar))
                    colour = []
                }
            }
            if !colour.isEmpty {
                if pieces.last?.scalar == " ", let space = pieces.popLast() { colour = space.colour + colour }
                pieces.append((colour, " "))
            }
            return pieces
        }

        static func marked(_ pieces: [Piece]) -> [Unicode.Scalar] {
            let mark = Unicode.Scalar(UInt8(truncatingIfNeeded: mark))
            return pieces.flatMap { $0.colour.isEmpty ? [$0.scalar] : [mark] + $0.colour + [mark, $0.scalar] }
        }

        /// Takes the rest of an escape sequence; empty unless it sets a colour or style.
        private static func takeColour(from rest: inout ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar] {
            guard rest.first == "[" else {
                rest = rest.dropFirst()
                return []
            }
            let body = rest.dropFirst().prefix { ("\u{20}"..."\u{3F}").contains($0) }
            rest = rest.dropFirst(1 + body.count)
            let final = rest.popFirst()
            let isStyle = final == "m" && body.allSatisfy { ("0"..."9").contains($0) || $0 == ";" || $0 == ":" }
            return isStyle ? ["\u{1B}", "["] + body + ["m"] : []
        }
    }
}
