import Glibc
import SfmTerms

extension EditlineSource {
    /// The entries of earlier sessions in a plain UTF-8 file, one entry a line, oldest first.
    ///
    /// Entries are appended one `write` each, so a killed session loses none and two sessions do not mix their lines.
    final class HistoryFile {
        /// Entries kept in memory.
        static let limit = 1000
        /// Bytes read from the end of the file at start.
        private static let tail = 1 << 20

        private(set) var entries: [String] = []
        /// The first thing that went wrong, as "path: reason"; nothing is written after it.
        private(set) var problem: Text?

        private let path: String
        private var descriptor: Int32 = -1
        /// The file ends inside a line: some writer was cut off.
        private var isTorn = false

        /// Without a path, or with an empty one or /dev/null, the entries live in memory only.
        init(path: String?) {
            self.path = path ?? ""
            guard let path, !path.isEmpty, path != "/dev/null" else { return }
            FileWriter.createFolders(of: path)
            descriptor = open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC | O_NONBLOCK, 0o600)
            if descriptor >= 0 {
                load(from: descriptor)
            } else {
                fail(errno)
                let readOnly = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
                if readOnly >= 0 {
                    load(from: readOnly)
                    close(readOnly)
                }
            }
        }

        deinit {
            if descriptor >= 0 { close(descriptor) }
        }

        /// Adds an entry unless it is empty or repeats the last one, and says whether it did.
        func append(_ entry: String) -> Bool {
            guard !entry.isEmpty, entry != entries.last else { return false }
            entries.append(entry)
            if entries.count > 2 * Self.limit { entries.removeFirst(entries.count - Self.limit) }
            if descriptor >= 0 { store((isTorn ? "\n" : "") + Self.escaped(entry) + "\n") }
            return true
        }

        /// An entry as it stands in the file: `\n` for a line feed, `\\` for a backslash.
        static func escaped(_ entry: String) -> String {
            var line = String.UnicodeScalarView()
            for scalar in entry.unicodeScalars {
                switch scalar {
                case "\n": line.append(contentsOf: #"\n"#.unicodeScalars)
                case "\\": line.append(contentsOf: #"\\"#.unicodeScalars)
                default: line.append(scalar)
                }
            }
            return String(line)
        }

        /// The entry that a line of the file stands for; an unknown escape stands for itself.
        static func unescaped(_ line: String) -> String {
            guard line.utf8.contains(UInt8(ascii: "\\")) else { return line }
            var entry = String.UnicodeScalarView()
            var rest = line.unicodeScalars[...]
            while let scalar = rest.popFirst() {
                guard scalar == "\\", let next = rest.first, next == "n" || next == "\\" else {
                    entry.append(scalar)
                    continue
                }
                entry.append(next == "n" ? "\n" : next)
                rest.removeFirst()
            }
            return String(entry)
        }

        private func load(from descriptor: Int32) {
            var status = stat()
            guard fstat(descriptor, &status) == 0 else { return fail(errno) }
            guard status.st_mode & S_IFMT == S_IFREG else { return fail(EINVAL) }
            let start = max(0, Int(status.st_size) - Self.tail)
            var bytes = [UInt8](repeating: 0, count: Int(status.st_size) - start)
            let count = bytes.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, start) }
            guard count >= 0 else { return fail(errno) }
            bytes.removeLast(bytes.count - count)
            isTorn = !bytes.isEmpty && bytes.last != UInt8(ascii: "\n")
            var lines = bytes.split(separator: UInt8(ascii: "\n"))[...]
            if start > 0 { lines = lines.dropFirst() }
            for line in lines.suffix(Self.limit) {
                guard let text = String(validating: line, as: UTF8.self) else { continue }
                entries.append(Self.unescaped(text))
            }
        }

        private func store(_ line: String) {
            var line = line
            let written = line.withUTF8 { write(descriptor, $0.baseAddress, $0.count) }
            isTorn = false
            if written != line.utf8.count { fail(written < 0 ? errno : ENOSPC) }
        }

        private func fail(_ code: Int32) {
            problem = problem ?? Text(same: path + ": ") + SystemError.message(code)
            if descriptor >= 0 { close(descriptor) }
            descriptor = -1
        }
    }
}
