import Synchronization

/// Whether somebody at a terminal has pressed Ctrl-C while something is computed.
///
/// Whatever may take long at the prompt asks between two steps and stops half done: all that it came to is dropped by whoever began it
/// (`Interruptible`). Nothing sets it but the signal at a terminal; elsewhere Ctrl-C ends the process.
public enum Interruption {
    private static let flag = Atomic<Bool>(false)

    /// One load without any order: cheap enough to be asked at every step.
    public static var isWanted: Bool { flag.load(ordering: .relaxed) }

    /// May be called by the handler of a signal.
    public static func want() { flag.store(true, ordering: .relaxed) }

    public static func forget() { flag.store(false, ordering: .relaxed) }
}
