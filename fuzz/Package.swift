// swift-tools-version: 6.1
import PackageDescription

// The program's own sources, by link, so that the targets see what `package` hides from others; scripts/fuzz builds and runs them.
let package = Package(
    name: "sfm-fuzz",
    targets: [
        .systemLibrary(name: "CEditline", pkgConfig: "libedit", providers: [.apt(["libedit-dev"])]),
        .target(name: "SfmTerms"),
        .target(name: "SfmSyntax", dependencies: ["SfmTerms"]),
        .target(name: "SfmModel", dependencies: ["SfmTerms"]),
        .target(name: "SfmPolicy", dependencies: ["SfmModel"]),
        .target(name: "SfmRuntime", dependencies: ["SfmSyntax", "SfmModel", "SfmPolicy"]),
        .target(name: "SfmScenarios", dependencies: ["SfmRuntime"]),
        .target(name: "SfmTool", dependencies: ["SfmScenarios", "CEditline"]),
        .target(name: "FuzzDriver", dependencies: ["SfmRuntime"]),
        .executableTarget(name: "FuzzParser", dependencies: ["FuzzDriver"]),
        .executableTarget(name: "FuzzFormatter", dependencies: ["FuzzDriver"]),
        .executableTarget(name: "FuzzPolicy", dependencies: ["FuzzDriver"]),
        .executableTarget(name: "FuzzInterpreter", dependencies: ["FuzzDriver"]),
        .executableTarget(name: "FuzzJournal", dependencies: ["FuzzDriver", "SfmTool"]),
    ],
    swiftLanguageModes: [.v6]
)
