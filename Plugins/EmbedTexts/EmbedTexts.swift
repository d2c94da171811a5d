import Foundation
import PackagePlugin

/// Makes of the scripts that ship with the program a table in the target that carries them, again whenever one of them has changed.
@main struct EmbedTexts: BuildToolPlugin {
    private typealias Table = (folder: String, type: String, access: String)

    /// Which folders of the repository a target carries, and what their tables are called in it.
    private static let tables: [String: [Table]] = [
        "SfmRuntime": [("Policies", "ShippedPolicies", "public")],
        "SfmTool": [("Examples/exercises", "ShippedExercises", "internal"), ("Clauses", "ShippedClauses", "internal")],
    ]

    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        guard let tables = Self.tables[target.name] else {
            throw Unknown(description: "no texts are known to ship with the target \(target.name)")
        }
        return try tables.map { try command(for: $0, context) }
    }

    private func command(for table: Table, _ context: PluginContext) throws -> Command {
        let folder = context.package.directoryURL.appending(path: table.folder)
        let texts = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "sfm" }
            .sorted { $0.lastPathComponent.utf8.lexicographicallyPrecedes($1.lastPathComponent.utf8) }
        let output = context.pluginWorkDirectoryURL.appending(path: table.type + ".swift")
        return .buildCommand(
            displayName: "Embedding \(table.folder)", executable: try context.tool(named: "embed-texts").url,
            arguments: [output.path(), table.type, table.access] + texts.map { $0.path() }, inputFiles: texts, outputFiles: [output])
    }

    private struct Unknown: Error, CustomStringConvertible {
        let description: String
    }
}
