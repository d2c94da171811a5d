import Glibc
import SfmRuntime
import SfmSyntax
import SfmTerms

/// The scripts of the files and folders that a command line names, and what looks like one and is none: nothing is passed over
/// without a word.
package struct ScriptWalk {
    /// Something in a folder that somebody may take for a script that was looked at.
    package struct PassedOver: Equatable {
        package enum Why: Equatable {
            /// `x.sfm.txt`, `x.sfm~`.
            case otherEnding
            /// `.x.sfm`.
            case hidden
            case linkedFolder
        }

        package let path: String
        package let why: Why
    }

    /// A path that cannot be read.
    package struct UnreadablePath: Error {
        package let path: String
        package let trouble: FileTrouble
    }

    package private(set) var scripts: [String] = []
    package private(set) var passedOver: [PassedOver] = []

    /// The `.sfm` files of a file or folder, sorted by their bytes; hidden folders are left out, and links to folders are not followed.
    /// No more entries than the most are looked at.
    package init(_ path: String, most: Int = .max) throws(UnreadablePath) {
        var status = stat()
        guard stat(path, &status) == 0 else { throw UnreadablePath(path: path, trouble: FileStore.trouble(errno)) }
        guard status.st_mode & S_IFMT == S_IFDIR else {
            scripts = [path]
            return
        }
        let root = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
        var folders = [root]
        var entries = 0
        while entries < most, let folder = folders.popLast() {
            guard let stream = opendir(folder) else { throw UnreadablePath(path: folder, trouble: FileStore.trouble(errno)) }
            defer { closedir(stream) }
            while true {
                errno = 0
                guard let entry = readdir(stream) else { break }
                entries += 1
                if entries > most { break }
                Self.withName(of: entry) { take($0, entry, in: folder, &folders) }
            }
            // The end of a folder and a folder that cannot be read on look alike.
            guard errno == 0 else { throw UnreadablePath(path: folder, trouble: FileStore.trouble(errno)) }
        }
        scripts = Self.sorted(scripts, behind: root.utf8.count)
        passedOver.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }

    private mutating func take(_ name: UnsafeRawBufferPointer, _ entry: UnsafeMutablePointer<dirent>, in folder: String, _ folders: inout [String]) {
        // Of a name its bytes are asked: texts are made of those that are taken.
        let isHidden = name.first == UInt8(ascii: ".")
        let isScript = name.count >= 4 && SourceFile.ends(name, "sfm")
        if isHidden, !isScript { return }
        switch Self.kind(entry, Self.join(folder, name)) {
        case .folder: if !isHidden { folders.append(Self.join(folder, name)) }
        case .linkedFolder: if !isHidden { passedOver.append(PassedOver(path: Self.join(folder, name), why: .linkedFolder)) }
        case .other:
            if isScript {
                if isHidden {
                    passedOver.append(PassedOver(path: Self.join(folder, name), why: .hidden))
                } else {
                    scripts.append(Self.join(folder, name))
                }
            } else if Self.looksLikeScript(name) {
                passedOver.append(PassedOver(path: Self.join(folder, name), why: .otherEnding))
            }
        }
    }

    /// Whether `.sfm` stands in a name with something else behind it, as an editor or a mail program leaves it there.
    private static func looksLikeScript(_ name: UnsafeRawBufferPointer) -> Bool {
        name.indices.contains { at in
            guard name[at] == UInt8(ascii: "."), at > 0, at + 4 <= name.count else { return false }
            // `.sfmx` is a word of its own.
            let next = at + 4 < name.count ? name[at + 4] : 0
            return SourceFile.ends(name[..<(at + 4)], "sfm") && !(0x61...0x7A).contains(next | 0x20) && !(0x30...0x39).contains(next)
        }
    }

    // MARK: - Entries of a folder

    private enum Kind { case folder, linkedFolder, other }

    /// Most file systems say it with the name.
    private static func kind(_ entry: UnsafeMutablePointer<dirent>, _ path: @autoclosure () -> String) -> Kind {
        var status = stat()
        switch Int(entry.pointee.d_type) {
        case DT_DIR: return .folder
        case DT_LNK: return stat(path(), &status) == 0 && status.st_mode & S_IFMT == S_IFDIR ? .linkedFolder : .other
        case DT_UNKNOWN: break
        default: return .other
        }
        let path = path()
        guard lstat(path, &status) == 0 else { return .other }
        if status.st_mode & S_IFMT == S_IFDIR { return .folder }
        guard status.st_mode & S_IFMT == S_IFLNK else { return .other }
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR ? .linkedFolder : .other
    }

    private static func withName(of entry: UnsafeMutablePointer<dirent>, _ body: (UnsafeRawBufferPointer) -> Void) {
        withUnsafeBytes(of: &entry.pointee.d_name) { all in body(UnsafeRawBufferPointer(rebasing: all[..<(all.firstIndex(of: 0) ?? all.count)])) }
    }

    private static func join(_ folder: String, _ name: UnsafeRawBufferPointer) -> String {
        var folder = folder
        return folder.withUTF8 { folder in
            String(unsafeUninitializedCapacity: folder.count + 1 + name.count) { path in
                _ = path.initialize(from: folder)
                path[folder.count] = UInt8(ascii: "/")
                _ = path.suffix(from: folder.count + 1).initialize(from: name)
                return folder.count + 1 + name.count
            }
        }
    }

    /// Paths in the order of their bytes. Where they differ is mostly said by the eight that follow what all of them begin with.
    static func sorted(_ paths: [String], behind common: Int) -> [String] {
        func key(_ path: String) -> UInt64 {
            var path = path
            return path.withUTF8 { bytes in
                var key: UInt64 = 0
                for at in common + 1..<common + 9 { key = key << 8 | (at < bytes.count ? UInt64(bytes[at]) : 0) }
                return key
            }
        }
        let keys = paths.indices.map { (key: key(paths[$0]), at: $0) }
        let order = keys.sorted { a, b in a.key != b.key ? a.key < b.key : paths[a.at].utf8.lexicographicallyPrecedes(paths[b.at].utf8) }
        return order.map { paths[$0.at] }
    }
}

extension ScriptWalk.PassedOver {
    /// «x.sfm.txt — не файл .sfm; чтобы его проверить, переименуйте в x.sfm».
    package var words: Text {
        switch why {
        case .otherEnding:
            Text(
                "“\(path)” does not end in .sfm; to have it looked at, rename it", "«\(path)» — не файл .sfm; чтобы его проверить, переименуйте")
        case .hidden:
            Text("“\(path)” is hidden: its name begins with a dot", "«\(path)» — скрытый файл: его имя начинается с точки")
        case .linkedFolder:
            Text(
                "“\(path)” is a link to a folder; name the folder itself", "«\(path)» — ссылка на папку; назовите саму папку")
        }
    }
}

extension Environment {
    /// Nobody reads more of them.
    private static let mostPassedOver = 10

    /// The scripts that a command line names, each once; what was passed over on the way is said. `nil` where a path is no good, which
    /// has been said as well.
    func scripts(at paths: [String]) -> [String]? {
        if saysTable(paths) { return nil }
        let found: ScriptSet.Found
        do throws(ScriptWalk.UnreadablePath) {
            found = try ScriptSet(options: options).files(paths)
        } catch {
            say(ScriptSet.diagnostic(error.trouble, error.path, 0))
            return nil
        }
        // Mostly there is nothing to say, and no reason to look what the files are written in.
        guard !found.passedOver.isEmpty || found.files.isEmpty else { return found.files }
        let language = language()
        for passed in found.passedOver.prefix(Self.mostPassedOver) {
            console.report("sfm: \(language("passed over: ", "пропущено: "))\(passed.words[language])\n")
        }
        let left = found.passedOver.count - Self.mostPassedOver
        if left > 0 { console.report(language("sfm: passed over: \(left) more\n", "sfm: пропущено: ещё \(left)\n")) }
        if found.files.isEmpty {
            let places = paths.map { "“\($0)”" as SafeText }.joined(separator: ", ")
            let ru = paths.map { "«\($0)»" as SafeText }.joined(separator: ", ")
            console.report(language("sfm: no .sfm file in \(places)\n", "sfm: ни одного файла .sfm: \(ru)\n"))
        }
        return found.files
    }

    /// Whether one of the paths is a table, which has been said then.
    func saysTable(_ paths: [String]) -> Bool {
        guard let table = paths.first(where: { SourceFile.isTable($0) && !LineRequest.isFolder($0) && access($0, F_OK) == 0 }) else { return false }
        sayTable(table)
        return true
    }

    /// Says that a table is no script, and which of the scripts beside it read it.
    private func sayTable(_ table: String) {
        let cut = table.lastIndex(of: "/")
        let folder = cut.map { $0 == table.startIndex ? "/" : String(table[..<$0]) } ?? "."
        let beside = (try? ScriptWalk(folder, most: Self.mostBesideTable).scripts) ?? []
        var scripts = ScriptSet(options: options)
        let identity = FileStore.Identity(table)
        let readers = beside.prefix(Self.mostReaders).filter { scripts.load($0).reads.contains { FileStore.Identity($0) == identity } }
            .map { $0.hasPrefix("./") ? String($0.dropFirst(2)) : $0 }
        let language = language()
        var text: SafeText = language("“\(table)” is a table and no script", "«\(table)» — таблица, а не сценарий")
        if readers.isEmpty {
            text += language("; name the script that reads it: examples from \"…\"", "; назовите сценарий, который её читает: примеры из \"…\"")
        } else {
            let names = readers.joined(separator: " ")
            text += language("; it is read by: \(names)", "; её читает: \(names)")
        }
        console.report("sfm: \(text)\n")
    }

    /// So many entries of a table's folder are looked at, and so many scripts.
    private static let (mostBesideTable, mostReaders) = (2000, 100)
}
