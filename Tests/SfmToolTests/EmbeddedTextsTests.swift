import Foundation
import SfmRuntime
import Testing

@testable import SfmTool

/// What ships with the program is what lies in the repository: the build makes it of the files, all of them and whole.
@Suite struct EmbeddedTextsTests {
    @Test(arguments: [("Policies", ShippedPolicies.all), ("Examples/exercises", ShippedExercises.all), ("Clauses", ShippedClauses.all)])
    func whatShipsIsWhatLiesInItsFolder(_ folder: String, _ shipped: [(name: String, text: String)]) throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let names = try FileManager.default.contentsOfDirectory(atPath: root.path + "/" + folder).filter { $0.hasSuffix(".sfm") }.sorted()
        // The fuzz targets are a package of their own, made of the same sources: its build has to find them as well.
        #expect(FileManager.default.fileExists(atPath: root.path + "/fuzz/" + folder))
        #expect(!names.isEmpty && shipped.map { $0.name + ".sfm" } == names)
        for (name, text) in shipped {
            #expect(try text == String(contentsOfFile: "\(root.path)/\(folder)/\(name).sfm", encoding: .utf8), "\(name)")
        }
    }
}
