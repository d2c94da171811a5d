import Synchronization

/// A value that is made when it is first asked for.
public final class Kept<Value: Sendable>: Sendable {
    private let value = Mutex<Value?>(nil)

    public init() {}

    public func value(_ make: () -> Value) -> Value {
        value.withLock { known in
            if let known { return known }
            let made = make()
            known = made
            return made
        }
    }
}
