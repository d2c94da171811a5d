/// An element as something that cannot be copied.
///
/// Invariant: laid out as the element itself, being a struct of that alone.
private struct Held<Element>: ~Copyable {
    let element: Element
}

extension Array {
    /// Hands every element to `body` where it lies. `for` takes it out of the array, and a node of a tree is copied with all that
    /// it holds.
    @inline(__always)
    public func forEachInPlace<E: Error>(_ body: (borrowing Element) throws(E) -> Void) throws(E) {
        _ = try acceptsAllInPlace { (element) throws(E) in
            try body(element)
            return true
        }
    }

    /// The same, up to the first that `body` does not accept; whether it accepted all of them.
    @inline(__always)
    public func acceptsAllInPlace<E: Error>(_ body: (borrowing Element) throws(E) -> Bool) throws(E) -> Bool {
        try withUnsafeBufferPointer { (all) throws(E) in
            guard let first = all.baseAddress else { return true }
            let held = UnsafeRawPointer(first).assumingMemoryBound(to: Held<Element>.self)
            for at in all.indices where try !Self.hand(held[at], to: body) { return false }
            return true
        }
    }

    @inline(__always)
    private static func hand<Out, E: Error>(_ held: borrowing Held<Element>, to body: (borrowing Element) throws(E) -> Out) throws(E) -> Out {
        try body(held.element)
    }
}
