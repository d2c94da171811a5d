import CEditline
import Glibc

extension EditlineSource {
    /// The signal set-up to go back to after a line is read.
    struct SignalState {
        var action = sigaction()
        var mask = sigset_t()

        func restore() {
            var action = action
            var mask = mask
            sigaction(SIGWINCH, &action, nil)
            pthread_sigmask(SIG_SETMASK, &mask, nil)
        }
    }

    /// Arranges that a change of the window's size interrupts the wait for a key and nothing else.
    func watchWindow() -> SignalState {
        var state = SignalState()
        var blocked = sigset_t()
        sigemptyset(&blocked)
        sigaddset(&blocked, SIGWINCH)
        pthread_sigmask(SIG_BLOCK, &blocked, &state.mask)
        var action = sigaction()
        action.__sigaction_handler.sa_handler = { _ in }
        sigaction(SIGWINCH, &action, &state.action)
        waitingMask = state.mask
        sigdelset(&waitingMask, SIGWINCH)
        return state
    }

    /// Hands libedit the next scalar: 1 for one, 0 at the end of input.
    ///
    /// An escape sequence goes on whole and only if it is bound: libedit would take the end of an unknown one for text.
    func readKey(into key: UnsafeMutablePointer<wchar_t>) -> Int32 {
        key.pointee = 0
        while unreadKeys.isEmpty {
            guard let scalar = nextScalar() else { return 0 }
            // Nothing more at hand means the Escape key itself, which libedit takes as Alt for the key that follows.
            let isSequence = scalar == "\u{1B}" && hasInput(within: Self.sequenceDelay)
            unreadKeys = isSequence ? nextSequence()[...] : [scalar]
        }
        guard let scalar = unreadKeys.popFirst() else { return 0 }
        key.pointee = wchar_t(truncatingIfNeeded: scalar.value)
        return 1
    }

    /// The next valid scalar of the input; bytes that are not UTF-8 are dropped.
    func nextScalar() -> Unicode.Scalar? {
        while let lead = nextByte() {
            var bytes = [lead]
            let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
            while bytes.count < length, let byte = nextByte() {
                guard byte & 0xC0 == 0x80 else {
                    unread([byte])
                    break
                }
                bytes.append(byte)
            }
            if let scalar = String(validating: bytes, as: UTF8.self)?.unicodeScalars.first { return scalar }
        }
        return nil
    }

    /// Puts bytes back to be read first.
    func unread(_ bytes: [UInt8]) {
        unreadBytes = bytes[...] + unreadBytes
    }

    /// Whether a byte comes within so many milliseconds, at most 999.
    func hasInput(within milliseconds: Int) -> Bool {
        !unreadBytes.isEmpty || wait(timespec(tv_sec: 0, tv_nsec: milliseconds * 1_000_000))
    }

    /// Milliseconds in which the rest of an escape sequence follows its first byte.
    static let sequenceDelay = 50

    /// The rest of a sequence begun by an escape; empty when nothing is bound to it.
    private func nextSequence() -> [Unicode.Scalar] {
        guard let second = nextScalar() else { return [] }
        var keys: [Unicode.Scalar] = ["\u{1B}", second]
        switch second {
        case "\u{1B}":
            unread([0x1B])
            return []
        case "[":
            while let scalar = nextScalar() {
                keys.append(scalar)
                if !("\u{20}"..."\u{3F}").contains(scalar) { break }
            }
        case "O" where hasInput(within: Self.sequenceDelay):
            while let scalar = nextScalar() {
                keys.append(scalar)
                if !("0"..."9").contains(scalar) { break }
            }
        default:
            return keys
        }
        return Self.boundSequences.contains(keys) ? keys : []
    }

    private func nextByte() -> UInt8? {
        if let byte = unreadBytes.popFirst() { return byte }
        while true {
            guard wait(nil) else { continue }
            var chunk = [UInt8](repeating: 0, count: readsAhead ? 4096 : 1)
            let count = chunk.withUnsafeMutableBytes { Glibc.read(STDIN_FILENO, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR || errno == EAGAIN { continue }
            guard count > 0 else { return nil }
            unreadBytes = chunk[..<count]
            return unreadBytes.popFirst()
        }
    }

    /// Waits for input, for ever without a limit; redraws the line when the window changes meanwhile.
    private func wait(_ limit: timespec?) -> Bool {
        while true {
            var mask = waitingMask
            let ready: Int32
            if var limit {
                ready = sfm_wait_for_input(STDIN_FILENO, &limit, &mask)
            } else {
                ready = sfm_wait_for_input(STDIN_FILENO, nil, &mask)
            }
            if ready >= 0 { return ready > 0 }
            // Any other error is left to `read` to report.
            guard errno == EINTR else { return true }
            followWindow()
        }
    }
}
