// swift-tools-version: 6.1
import PackageDescription

// The program's own sources, by link, so that the target sees what `package` hides from others; scripts/bench builds and runs it.
let package = Package(
    name: "sfm-decide",
    targets: [
        .target(name: "SfmTerms"),
        .target(name: "SfmSyntax", dependencies: ["SfmTerms"]),
        .target(name: "SfmModel", dependencies: ["SfmTerms"]),
        .target(name: "SfmPolicy", dependencies: ["SfmTerms", "SfmModel"]),
        .target(name: "SfmRuntime", dependencies: ["SfmTerms", "SfmSyntax", "SfmModel", "SfmPolicy"], plugins: ["EmbedTexts"]),
        .executableTarget(name: "embed-texts"),
        .plugin(name: "EmbedTexts", capability: .buildTool(), dependencies: ["embed-texts"]),
        .executableTarget(name: "Decide", dependencies: ["SfmTerms", "SfmSyntax", "SfmModel", "SfmPolicy", "SfmRuntime"]),
    ],
    swiftLanguageModes: [.v6]
)
