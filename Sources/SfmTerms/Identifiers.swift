/// A name of user data (a handle, a title, a free text) as a dense number; texts live with the parser alone.
public typealias NameID = Int32

public typealias PersonID = Int32
public typealias GroupID = Int32
public typealias ChatID = Int32
public typealias ChannelID = Int32
public typealias LinkID = Int32
public typealias OrderID = Int32

/// "Nobody", "no chat": no index of a table.
public let none: Int32 = -1

/// The place of an attribute in the table of all that conditions may ask.
public struct AttributeID: RawRepresentable, Hashable, Sendable, BitwiseCopyable {
    public let rawValue: UInt8

    public init(rawValue: UInt8) { self.rawValue = rawValue }

    public init(_ index: Int) { rawValue = UInt8(index) }

    public var index: Int { Int(rawValue) }
}
