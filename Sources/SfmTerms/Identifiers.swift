/// A name of user data (a handle, a title, a free text) as a dense number; texts live with the parser alone.
package typealias NameID = Int32

package typealias PersonID = Int32
package typealias GroupID = Int32
package typealias ChatID = Int32
package typealias ChannelID = Int32
package typealias LinkID = Int32
package typealias OrderID = Int32

/// "Nobody", "no chat": no index of a table.
package let none: Int32 = -1
