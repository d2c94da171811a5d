import SfmTerms

/// Every name of a session once: handles with their `@`, everything else as it stands between the quotes.
///
/// What a script's text brought is shared by all copies once it has been read whole (`share`): a scenario that makes up a name of its own,
/// as that of a school or a link, copies nothing of it.
public struct Names: Sendable {
    private final class Shared: Sendable {
        let store: NameStore

        init(_ store: NameStore) { self.store = store }
    }

    private var shared: Shared?
    /// How many names are shared: the own ones are counted from there.
    private var sharedCount = 0
    private var own = NameStore()

    public init() {}

    /// Lets all further copies share what is there; once, as what comes later is little.
    public mutating func share() {
        guard shared == nil, own.count > 0 else { return }
        (shared, sharedCount, own) = (Shared(own), own.count, NameStore())
    }

    public var count: Int { sharedCount + own.count }

    /// Looks where a name lies.
    @inline(__always)
    private func look<R>(_ id: NameID, _ body: (NameStore, NameID) -> R) -> R {
        if let shared, id.index < sharedCount { return body(shared.store, id) }
        return body(own, NameID(id.index - sharedCount))
    }

    /// The text of a name; a handle keeps its `@`.
    public subscript(id: NameID) -> String { id == .absent ? "?" : look(id) { $0[$1] } }

    /// Whether a name is one of two, in whatever case; nearly every name is longer or shorter than either.
    public func isOne(_ id: NameID, _ first: StaticString, _ second: StaticString) -> Bool {
        id != .absent && look(id) { $0.isOne($1, first, second) }
    }

    /// Whether a name could look like another one: it has letters beyond ASCII, or such as have twins in it.
    public func mayLookLikeAnother(_ id: NameID) -> Bool { look(id) { $0.mayLookLikeAnother($1) } }

    /// A number that names which look alike share.
    public func skeleton(_ id: NameID) -> UInt64 { look(id) { $0.skeleton($1) } }

    /// The text between quotation marks of the language; handles stay as they are.
    public func quoted(_ id: NameID, _ language: Language) -> String {
        let text = self[id]
        if text.utf8.first == UInt8(ascii: "@") { return text }
        return language("“\(text)”", "«\(text)»")
    }

    public mutating func intern(_ text: String) -> NameID {
        var normal = NormalForm.composed(text)
        return normal.withUTF8 { intern(bytes: $0) }
    }

    /// The number of a name that is there, else `.absent`.
    public func find(_ text: String) -> NameID {
        var normal = NormalForm.composed(text)
        return normal.withUTF8 { name in
            if let shared, case let known = shared.store.find(name), known != .absent { return known }
            return behindShared(own.find(name))
        }
    }

    /// Takes bytes that are in NFC already.
    public mutating func intern(bytes name: UnsafeBufferPointer<UInt8>) -> NameID {
        if let shared, case let known = shared.store.find(name), known != .absent { return known }
        // First the number, then `self` is looked at again: were both at once, the table would be copied for each name.
        let id = own.intern(bytes: name)
        return behindShared(id)
    }

    /// Takes a short name of ASCII, which the lexer holds in registers already.
    @inline(__always)
    mutating func intern(_ name: InlineWord) -> NameID {
        if let shared, case let known = shared.store.find(name), known != .absent { return known }
        let id = own.intern(name)
        return behindShared(id)
    }

    @inline(__always)
    private func behindShared(_ id: NameID) -> NameID { id == .absent ? id : NameID(id.index + sharedCount) }

    /// The most names in a row in the table: nobody is looked for longer than that.
    var longestRun: Int { max(shared?.store.longestRun ?? 0, own.longestRun) }
}

/// Unicode's NFC, for the rare text that is not in it already.
public enum NormalForm {
    public static func composed(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
        // Everything below U+0300 and all of Cyrillic without combining marks is composed as it stands.
        if text.unicodeScalars.allSatisfy({ $0.value < 0x300 || (0x400...0x482).contains($0.value) || (0x48A...0x52F).contains($0.value) }) {
            return text
        }
        return String(decoding: Array(text._nfcCodeUnits), as: UTF8.self)
    }
}
