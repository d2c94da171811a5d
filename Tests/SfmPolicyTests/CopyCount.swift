/// How much of a value was copied to make it differ from another: counted are the elements of the arrays and the entries of the
/// dictionaries that the two do not share, whatever types they lie in. Plain bytes are copied in one go: 256 of them count as one element.
///
/// A measure of cost that no clock and no other process disturbs.
enum CopyCount {
    static func of(_ new: Any, since old: Any) -> Int {
        if let new = new as? any Buffered { return new.copied(since: old) }
        if type(of: new) is AnyClass, (new as AnyObject) === (old as AnyObject) { return 0 }
        let (ours, theirs) = (Mirror(reflecting: new).children, Mirror(reflecting: old).children)
        guard ours.count == theirs.count else { return ours.reduce(0) { $0 + of($1.value, since: ()) } }
        return zip(ours, theirs).reduce(0) { $0 + of($1.0.value, since: $1.1.value) }
    }
}

/// What lies in one buffer, shared until it is changed.
private protocol Buffered {
    /// What copying it all costs, without what lies in its elements.
    var cost: Int { get }
    /// Empty where nothing lies in them.
    var elements: [Any] { get }
}

extension Buffered {
    /// Where the buffer is: a value of these types is one reference.
    fileprivate var buffer: UInt { unsafeBitCast(self, to: UInt.self) }

    fileprivate func copied(since old: Any) -> Int {
        guard let old = old as? Self else { return elements.reduce(cost) { $0 + CopyCount.of($1, since: ()) } }
        guard buffer != old.buffer else { return 0 }
        let (ours, theirs) = (elements, old.elements)
        return ours.indices.reduce(cost) { $0 + CopyCount.of(ours[$1], since: $1 < theirs.count ? theirs[$1] : ()) }
    }
}

extension Array: Buffered {
    fileprivate var cost: Int { _isPOD(Element.self) ? count * MemoryLayout<Element>.stride / 256 : count }
    fileprivate var elements: [Any] { _isPOD(Element.self) ? [] : self }
}

extension Dictionary: Buffered {
    fileprivate var cost: Int { count }
    fileprivate var elements: [Any] { map { $0.value } }
}
