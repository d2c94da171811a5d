import Glibc

/// Writes a Swift file with a table of texts: embed-texts OUTPUT TYPE ACCESS FILES… Each is called as its file is, without the ending.
func fail(_ message: String) -> Never {
    let line = Array("embed-texts: \(message)\n".utf8)
    write(STDERR_FILENO, line, line.count)
    exit(1)
}

func contents(of path: String) -> String {
    guard let file = fopen(path, "r") else { fail("\(path) cannot be read") }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let n = fread(&buffer, 1, buffer.count, file), n > 0 { bytes += buffer[..<n] }
    guard ferror(file) == 0, let text = String(validating: bytes, as: UTF8.self) else { fail("\(path) is no text in UTF-8") }
    return text
}

let arguments = CommandLine.arguments
guard arguments.count > 3 else { fail("usage: embed-texts OUTPUT TYPE ACCESS FILES…") }

var out = "/// Texts that come with the program.\n\(arguments[3]) enum \(arguments[2]) {\n"
out += "    \(arguments[3]) static let all: [(name: String, text: String)] = [\n"
for path in arguments.dropFirst(4) {
    let text = contents(of: path)
    // More signs than any quote in the text is followed by.
    let longest = text.split(separator: "\"", omittingEmptySubsequences: false).dropFirst().map { $0.prefix { $0 == "#" }.count }.max() ?? 0
    let signs = String(repeating: "#", count: longest + 1)
    guard text.hasSuffix("\n") else { fail("the last line of \(path) does not end") }
    let name = path.split(separator: "/").last.map { $0.hasSuffix(".sfm") ? $0.dropLast(4) : $0 } ?? ""
    out += "        (\n\"\(name)\",\n\(signs)\"\"\"\n\(text)\n\"\"\"\(signs)\n        ),\n"
}
out += "    ]\n}\n"

guard let file = fopen(arguments[1], "w"), fputs(out, file) >= 0, fclose(file) == 0 else { fail("\(arguments[1]) cannot be written") }
