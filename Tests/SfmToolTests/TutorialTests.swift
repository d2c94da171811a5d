import Foundation
import Testing

/// The tutorial is executed from top to bottom in an empty folder: files are written as shown, commands say what is shown.
@Suite struct TutorialTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// What a document does, in its order.
    enum Piece {
        case file(name: String, text: String)
        case command(String, expected: [String], line: Int)
    }

    /// A line that ends with a file's name in backquotes and a colon names the `sfm` or `text` block after it.
    static func pieces(of document: String) throws -> [Piece] {
        var out: [Piece] = []
        var named: String?
        var lines = document.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)[...]
        while let line = lines.popFirst() {
            guard line.hasPrefix("```") else {
                if let name = line.firstMatch(of: /`([^`\/]+)`:\s*$/) {
                    named = String(name.1)
                } else if !line.allSatisfy(\.isWhitespace) {
                    named = nil
                }
                continue
            }
            let first = lines.startIndex
            let body = Array(lines.prefix { $0 != "```" })
            lines = lines.dropFirst(body.count + 1)
            switch line.dropFirst(3) {
            case "text" where named != nil: out.append(.file(name: named ?? "", text: body.joined(separator: "\n") + "\n"))
            case "sfm": out.append(.file(name: try #require(named, "a block without its file's name at \(first)"), text: body.joined(separator: "\n") + "\n"))
            case "console":
                for (k, text) in body.enumerated() where text.hasPrefix("$ ") {
                    let expected = body[(k + 1)...].prefix { !$0.hasPrefix("$ ") }
                    out.append(.command(String(text.dropFirst(2)), expected: Array(expected), line: first + k + 1))
                }
            default: break
            }
            named = nil
        }
        return out
    }

    @Test(arguments: [("docs/tutorial.ru.md", "ru_RU.UTF-8"), ("docs/tutorial.md", "en_US.UTF-8")])
    func run(document: String, locale: String) throws {
        let text = try String(contentsOf: Self.root.appending(path: document), encoding: .utf8)
        let folder = try TemporaryFolder()
        var commands = 0
        for piece in try Self.pieces(of: text) {
            switch piece {
            case .file(let name, let text): try folder.write(name, text)
            case .command(let command, let expected, let line):
                commands += 1
                let said = try shell(command, in: folder.path, locale: locale)
                #expect(said == expected.map(Self.trimmed), "\(document):\(line): \(command)")
            }
        }
        #expect(commands > 20)
    }

    private static func trimmed(_ line: String) -> String { String(line.reversed().drop { $0.isWhitespace }.reversed()) }

    /// What a command says: standard output, then standard error, without empty lines at the end.
    private func shell(_ command: String, in folder: String, locale: String) throws -> [String] {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        let program = PseudoTerminal.program.replacingOccurrences(of: "'", with: "'\\''")
        process.arguments = ["-c", "sfm() { '\(program)' \"$@\"; }; " + command]
        process.currentDirectoryURL = URL(filePath: folder)
        process.environment = ["LC_ALL": locale, "COLUMNS": "100", "PATH": "/usr/bin:/bin", "XDG_STATE_HOME": folder + "-state"]
        let (out, error) = (Pipe(), Pipe())
        (process.standardOutput, process.standardError) = (out, error)
        if !command.contains("<") { process.standardInput = FileHandle.nullDevice }
        try process.run()
        let said = out.fileHandleForReading.readDataToEndOfFile() + error.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        var lines = String(decoding: said, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).map { Self.trimmed(String($0)) }
        while lines.last?.isEmpty ?? false { lines.removeLast() }
        return lines
    }
}
