/// Paths inside the script's folder tree, as text.
package enum ScriptPath {
    package static func last(of path: String) -> String {
        let bytes = path.utf8
        guard let end = bytes.lastIndex(where: { $0 != slash }).map(bytes.index(after:)) else { return path }
        let start = bytes[..<end].lastIndex(of: slash).map(bytes.index(after:)) ?? bytes.startIndex
        return start == bytes.startIndex && end == bytes.endIndex ? path : String(path[start..<end])
    }

    package static func folder(of path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: slash) else { return "" }
        return String(path[..<slash])
    }

    /// What stands between the slashes. A path is looked at as bytes: to a file system a slash is one whatever mark follows it.
    package static func parts(_ path: String) -> [Substring] {
        var parts: [Substring] = []
        let bytes = path.utf8
        var start = bytes.startIndex
        while start < bytes.endIndex {
            let end = bytes[start...].firstIndex(of: slash) ?? bytes.endIndex
            if start < end { parts.append(path[start..<end]) }
            start = end < bytes.endIndex ? bytes.index(after: end) : end
        }
        return parts
    }

    private static let slash = UInt8(ascii: "/")

    /// The folder to open for a file: the working one for a bare name, that of the file system for a file at its root.
    package static func root(of path: String) -> String {
        let folder = folder(of: path)
        return folder.isEmpty ? (path.hasPrefix("/") ? "/" : ".") : folder
    }

    package static func join(_ folder: String, _ name: String) -> String { folder.isEmpty ? name : folder + "/" + name }

    /// A file's path from the root, or `nil` where it leads out of it.
    package static func inside(_ folder: String, _ name: String) -> String? {
        guard !name.isEmpty, !name.hasPrefix("/"), !name.hasPrefix("~"), !name.utf8.contains(0), !name.utf8.contains(UInt8(ascii: "\\")) else { return nil }
        var parts = parts(folder)
        for part in Self.parts(name) {
            if part == "." { continue }
            if part == ".." {
                if parts.isEmpty { return nil }
                parts.removeLast()
            } else {
                parts.append(part)
            }
        }
        guard let first = parts.first else { return nil }
        return parts.dropFirst().reduce(into: String(first)) { $0 += "/" + $1 }
    }
}
