/// A thing by its place in a table of its kind, or none of them. Of another kind it is another type: a chat is never taken for a person.
@frozen
public struct Identifier<Kind>: RawRepresentable, Hashable, Comparable, Sendable, BitwiseCopyable {
    public let rawValue: Int32

    @inlinable @inline(__always)
    public init(rawValue: Int32) { self.rawValue = rawValue }

    /// The one at a place of the table.
    @inlinable @inline(__always)
    public init(_ index: Int) { rawValue = Int32(index) }

    /// Nobody, no chat, no name: no place of a table.
    @inlinable @inline(__always)
    public static var absent: Self { Self(rawValue: -1) }

    @inlinable @inline(__always)
    public var index: Int { Int(rawValue) }

    @inlinable @inline(__always)
    public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

extension Identifier: Strideable {
    @inlinable @inline(__always)
    public func distance(to other: Self) -> Int { other.index - index }

    @inlinable @inline(__always)
    public func advanced(by n: Int) -> Self { Self(index + n) }
}

extension Identifier: CustomStringConvertible {
    public var description: String { String(rawValue) }
}

/// What identifiers tell apart.
public enum Identified {
    public enum Name {}
    public enum Person {}
    public enum Group {}
    public enum Chat {}
    public enum Channel {}
    public enum Link {}
    public enum Order {}
    public enum Broadcast {}
    public enum Attribute {}
}

/// A name of user data (a handle, a title, a free text); texts live with the parser alone.
public typealias NameID = Identifier<Identified.Name>

public typealias PersonID = Identifier<Identified.Person>
public typealias GroupID = Identifier<Identified.Group>
public typealias ChatID = Identifier<Identified.Chat>
public typealias ChannelID = Identifier<Identified.Channel>
public typealias LinkID = Identifier<Identified.Link>
public typealias OrderID = Identifier<Identified.Order>

/// What a condition asks.
public typealias AttributeID = Identifier<Identified.Attribute>
