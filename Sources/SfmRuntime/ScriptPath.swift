/// Paths inside the script's folder tree, as text.
package enum ScriptPath {
    package static func last(of path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }

    package static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "" }
        return String(path[..<slash])
    }

    package static func join(_ folder: String, _ name: String) -> String { folder.isEmpty ? name : folder + "/" + name }

    /// A file's path from the root, or `nil` where it leads out of it.
    static func inside(_ folder: String, _ name: String) -> String? {
        guard !name.isEmpty, !name.hasPrefix("/"), !name.hasPrefix("~"), !name.utf8.contains(0), !name.contains("\\") else { return nil }
        var parts = folder.split(separator: "/").map(String.init)
        for part in name.split(separator: "/") {
            if part == "." { continue }
            if part == ".." {
                if parts.isEmpty { return nil }
                parts.removeLast()
            } else {
                parts.append(String(part))
            }
        }
        return parts.isEmpty ? nil : parts.joined(separator: "/")
    }
}
