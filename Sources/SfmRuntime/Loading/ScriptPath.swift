/// Paths inside the script's folder tree, as text.
public enum ScriptPath {
    public static func last(of path: String) -> String {
        let bytes = path.utf8
        guard let slash = lastSlash(path) else { return path }
        let name = bytes.index(after: slash)
        return name < bytes.endIndex ? String(path[name...]) : parts(path).last.map(String.init) ?? path
    }

    public static func folder(of path: String) -> String {
        guard let slash = lastSlash(path) else { return "" }
        return String(path[..<slash])
    }

    /// What stands between the slashes. A path is looked at as bytes: to a file system a slash is one whatever mark follows it.
    public static func parts(_ path: String) -> [Substring] { path.utf8.split(separator: slash).map { Substring($0) } }

    private static let slash = UInt8(ascii: "/")

    /// Whether nothing but a name stands behind a folder with which a path begins.
    public static func lies(_ path: String, directlyIn folder: String) -> Bool {
        guard let slash = lastSlash(path) else { return false }
        return path.utf8.distance(from: path.startIndex, to: slash) == folder.utf8.count - 1
    }

    /// Where the last slash stands; looked for in the bytes side by side, as every file of thousands is asked for it.
    private static func lastSlash(_ path: String) -> String.Index? {
        guard let found = path.utf8.withContiguousStorageIfAvailable({ $0.lastIndex(of: slash) }) else { return path.utf8.lastIndex(of: slash) }
        return found.map { path.utf8.index(path.startIndex, offsetBy: $0) }
    }

    /// The folder to open for a file: the working one for a bare name, that of the file system for a file at its root.
    public static func root(of path: String) -> String {
        let folder = folder(of: path)
        return folder.isEmpty ? (path.hasPrefix("/") ? "/" : ".") : folder
    }

    public static func join(_ folder: String, _ name: String) -> String { folder.isEmpty ? name : folder + "/" + name }

    /// A file's path from the root, or `nil` where it leads out of it.
    public static func inside(_ folder: String, _ name: String) -> String? {
        let parts = Array(name.utf8).split(separator: slash, omittingEmptySubsequences: false)
        guard let first = name.utf8.first, first != slash, first != UInt8(ascii: "~") else { return nil }
        guard !name.utf8.contains(where: { $0 == 0 || $0 == UInt8(ascii: "\\") }) else { return nil }
        var path = Array(folder.utf8)
        for part in parts where !part.isEmpty && part != [dot] {
            if part == [dot, dot] {
                guard !path.isEmpty else { return nil }
                path.removeSubrange((path.lastIndex(of: slash) ?? 0)...)
            } else {
                if !path.isEmpty { path.append(slash) }
                path += part
            }
        }
        return path.isEmpty ? nil : String(decoding: path, as: UTF8.self)
    }

    private static let dot = UInt8(ascii: ".")
}

/// A path as a key: its bytes count. To a file system two ways of writing «й» are two names, to a `String` they are one.
public struct PathKey: Hashable, Sendable {
    public let path: String

    public init(_ path: String) { self.path = path }

    public static func == (a: PathKey, b: PathKey) -> Bool { a.path.utf8.elementsEqual(b.path.utf8) }

    public func hash(into hasher: inout Hasher) {
        var path = path
        path.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}
