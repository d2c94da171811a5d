import SfmSyntax
import SfmTerms

/// Reads the files that one script names, within limits that hold for all of them together.
public final class ScriptReader: TableFiles {
    /// What a file is read as, by the end of its name.
    enum Kind { case script, table }

    private let files: any ScriptFiles
    private let limits: ScriptLimits
    /// The script's folder, as it is shown.
    private let home: String
    /// The folder of the file that is being parsed, from the script's.
    var folder = ""
    /// The files that were asked for, as they are shown.
    private(set) var reads: [String] = []
    private var count = 0
    private var bytes = 0
    /// For so many files more that are not there a folder is looked through.
    private var nearLeft = 20
    /// A table that several scenarios name is read once.
    private var tables: [String: SourceFile] = [:]

    /// For a script of that path.
    public init(_ files: any ScriptFiles, _ limits: ScriptLimits, path: String) {
        (self.files, self.limits, home) = (files, limits, ScriptPath.folder(of: path))
    }

    func shown(_ path: String) -> String { ScriptPath.join(home, path) }

    public func table(_ name: String, written: String, at span: Span) -> Result<SourceFile, FileMistake> {
        if let path = ScriptPath.inside(folder, name), let known = tables[path] { return take(known.bytes.count, span).map { known } }
        return read(name, written: written, from: folder, as: .table, span).map { path, bytes in
            let source = SourceFile(name: shown(path), bytes: bytes)
            tables[path] = source
            return source
        }
    }

    /// Counts what is taken in, as often as it is: it is worked through each time.
    private func take(_ count: Int, _ span: Span) -> Result<Void, FileMistake> {
        bytes += count
        return bytes <= limits.includedBytes ? .success(()) : .failure(FileMistake(.tooMuchIncluded(limits.includedBytes, span)))
    }

    /// Notes a file that somebody else has read.
    func note(_ shown: String) { reads.append(shown) }

    /// A file by its name from a folder, with its path from the script's.
    func read(_ said: String, written: String, from folder: String, as kind: Kind, _ span: Span) -> Result<(String, [UInt8]), FileMistake> {
        let name = Self.asWritten(said, written)
        count += 1
        guard count <= limits.files else { return .failure(FileMistake(.tooManyFiles(limits.files, span))) }
        guard let path = ScriptPath.inside(folder, name) else { return .failure(FileMistake(.trouble(.outside, name, span))) }
        switch kind {
        case .script: guard SourceFile.isScript(name) else { return .failure(FileMistake(.notAScript(name, span))) }
        case .table: guard SourceFile.isTable(name) else { return .failure(FileMistake(.notATable(name, span))) }
        }
        reads.append(shown(path))
        switch files.read(path) {
        case .success(let found):
            return take(found.count, span).map { (path, found) }
        case .failure(let trouble):
            var near: String?
            if case .missing = trouble { near = fileLike(path, from: folder) }
            var diagnostic = Diagnostic.trouble(trouble, name, span, near: near)
            if let near, written.utf8.first == UInt8(ascii: "\"") { diagnostic.fixes = [.perhaps(span, FormPrinter.source(near))] }
            return .failure(FileMistake(diagnostic))
        }
    }

    /// The name of a file as it is written: names of the language are composed (NFC), those of files may be otherwise.
    private static func asWritten(_ name: String, _ text: String) -> String {
        guard text.utf8.contains(where: { $0 == 0xCC || $0 == 0xCD }), !text.utf8.contains(UInt8(ascii: "\\")) else { return name }
        let marks: Set<Character> = ["\"", "«", "»", "“", "”", "„"]
        guard let open = text.firstIndex(where: marks.contains), let close = text.lastIndex(where: marks.contains), open < close else { return name }
        let raw = String(text[text.index(after: open)..<close])
        // Alike to a reader, and to a comparison of texts.
        return raw == name ? raw : name
    }

    /// A file that is there in the place of one that is not, by its path from the folder that the name leads from.
    private func fileLike(_ path: String, from folder: String) -> String? {
        guard nearLeft > 0 else { return nil }
        nearLeft -= 1
        guard let near = files.near(path) else { return nil }
        let prefix = folder.isEmpty ? "" : folder + "/"
        return near.utf8.starts(with: prefix.utf8) ? String(decoding: near.utf8.dropFirst(prefix.utf8.count), as: UTF8.self) : near
    }
}
