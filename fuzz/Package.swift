// swift-tools-version: 6.1
import PackageDescription

// The program's own sources, by link, so that the targets see what `package` hides from others; scripts/fuzz builds and runs them.
//
// What is tried lies below these two but for the journal; to optimise them took a third of the build.
let asItStands: [SwiftSetting] = [.unsafeFlags(["-Onone"])]

let package = Package(
    name: "sfm-fuzz",
    targets: [
        .systemLibrary(name: "CEditline", pkgConfig: "libedit", providers: [.apt(["libedit-dev"])]),
        .systemLibrary(name: "CLinux"),
        .target(name: "SfmTerms"),
        .target(name: "SfmSyntax", dependencies: ["SfmTerms"]),
        .target(name: "SfmModel", dependencies: ["SfmTerms"]),
        .target(name: "SfmPolicy", dependencies: ["SfmTerms", "SfmModel"]),
        .target(name: "SfmRuntime", dependencies: ["SfmTerms", "SfmSyntax", "SfmModel", "SfmPolicy"], plugins: ["EmbedTexts"]),
        .target(
            name: "SfmScenarios", dependencies: ["SfmTerms", "SfmSyntax", "SfmModel", "SfmPolicy", "SfmRuntime"], swiftSettings: asItStands),
        .target(
            name: "SfmTool", dependencies: ["SfmTerms", "SfmSyntax", "SfmModel", "SfmPolicy", "SfmRuntime", "SfmScenarios", "CEditline", "CLinux"],
            swiftSettings: asItStands, plugins: ["EmbedTexts"]),
        .executableTarget(name: "embed-texts"),
        .plugin(name: "EmbedTexts", capability: .buildTool(), dependencies: ["embed-texts"]),
        .executableTarget(name: "Fuzz", dependencies: ["SfmTerms", "SfmSyntax", "SfmRuntime", "SfmTool"]),
    ],
    swiftLanguageModes: [.v6]
)
