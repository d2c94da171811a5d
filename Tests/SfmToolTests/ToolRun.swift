import Foundation

@testable import SfmTool

/// One run of the program in process, with its streams captured.
struct ToolRun {
    typealias Status = ExitStatus

    let status: Status
    let out: String
    let error: String

    /// The repository's root; relative paths of tests start there.
    static let root: String = {
        let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
        _ = FileManager.default.changeCurrentDirectoryPath(path)
        return path
    }()

    init(_ words: [String], environment: [String: String] = [:]) {
        _ = Self.root
        final class Sink { var text = "" }
        let (out, error) = (Sink(), Sink())
        let console = Console(
            environment: environment, inIsTerminal: false, outIsTerminal: false, out: { out.text += $0 }, error: { error.text += $0 })
        status = SfmTool.run(words, console)
        (self.out, self.error) = (out.text, error.text)
    }
}

/// A folder that is gone when the test is over.
final class TemporaryFolder {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "sfm-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    @discardableResult
    func write(_ name: String, _ text: String) throws -> String { try write(name, bytes: Array(text.utf8)) }

    @discardableResult
    func write(_ name: String, bytes: [UInt8]) throws -> String {
        let full = path + "/" + name
        try FileManager.default.createDirectory(
            atPath: (full as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        try Data(bytes).write(to: URL(fileURLWithPath: full))
        return full
    }
}
