import Glibc

/// A fault of ours ends with its own exit status and a word, never with a bare signal.
enum FaultHandler {
    private static let message: StaticString = "sfm: a fault of ours; please report it with the input · наша ошибка, сообщите о ней, приложив входные данные\n"

    /// Traps, bad accesses and a full stack lead to exit status 70.
    static func install() {
        // The handler needs a stack of its own where the fault is that the stack is full.
        let size = 64 * 1024
        var stack = stack_t()
        stack.ss_sp = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
        stack.ss_size = size
        sigaltstack(&stack, nil)
        for fault in [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGABRT, SIGFPE] {
            var action = sigaction()
            action.__sigaction_handler.sa_handler = { _ in
                write(2, FaultHandler.message.utf8Start, FaultHandler.message.utf8CodeUnitCount)
                _exit(70)
            }
            action.sa_flags = Int32(bitPattern: UInt32(SA_ONSTACK))
            sigaction(fault, &action, nil)
        }
    }
}
