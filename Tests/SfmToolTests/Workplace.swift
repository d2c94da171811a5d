import Foundation

/// A folder with `sfm` in its `bin`, in which shells and other programs run as they would at somebody's desk.
final class Workplace {
    let folder: TemporaryFolder
    var path: String { folder.path }

    struct Run {
        let status: Int32
        let out: String
        let error: String
        var lines: [String] { out.split(separator: "\n").map(String.init) }
    }

    struct Missing: Error, CustomStringConvertible {
        let description: String
    }

    init() throws {
        folder = try TemporaryFolder()
        try install("bin/sfm", "#!/bin/sh\nexec \"\(PseudoTerminal.program)\" \"$@\"\n")
    }

    /// Writes a script that can be run.
    func install(_ name: String, _ text: String) throws {
        try folder.write(name, text)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path + "/" + name)
    }

    /// Runs a program by its name, without a shell between.
    func run(_ words: [String], _ environment: [String: String] = [:], input: String = "") throws -> Run {
        let process = Process()
        let places = [path + "/bin", "/usr/bin", "/bin"]
        guard let program = places.map({ $0 + "/" + words[0] }).first(where: FileManager.default.isExecutableFile) else {
            throw Missing(description: "\(words[0]) is not here: scripts/setup --test installs what the tests need")
        }
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = Array(words.dropFirst())
        process.currentDirectoryURL = URL(fileURLWithPath: path)
        process.environment = ["PATH": places.joined(separator: ":"), "LANG": "C.UTF-8", "HOME": path, "SFM_LANG": "en"].merging(environment) { $1 }
        let files = ["in", "out", "error"].map { path + "/." + $0 + UUID().uuidString }
        for file in files { FileManager.default.createFile(atPath: file, contents: Data(input.utf8)) }
        defer { for file in files { try? FileManager.default.removeItem(atPath: file) } }
        process.standardInput = FileHandle(forReadingAtPath: files[0])
        for file in files.dropFirst() { truncate(file, 0) }
        process.standardOutput = FileHandle(forWritingAtPath: files[1])
        process.standardError = FileHandle(forWritingAtPath: files[2])
        try process.run()
        process.waitUntilExit()
        let texts = files.map { String(decoding: FileManager.default.contents(atPath: $0) ?? Data(), as: UTF8.self) }
        return Run(status: process.terminationStatus, out: texts[1], error: texts[2])
    }

    /// Runs a piece of bash as the pipelines do.
    @discardableResult
    func shell(_ text: String, _ environment: [String: String] = [:]) throws -> Run { try run(["bash", "-eo", "pipefail", "-c", text], environment) }

    func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path + "/" + name) }

    func text(_ name: String) throws -> String { try String(contentsOfFile: path + "/" + name, encoding: .utf8) }
}
