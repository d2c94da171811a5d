// swift-tools-version: 6.1
import PackageDescription

// Dependencies point one way: Syntax and Model know nothing of each other; ARCHITECTURE.md says why.
let package = Package(
    name: "sfm",
    products: [.executable(name: "sfm", targets: ["sfm"])],
    targets: [
        .systemLibrary(
            name: "CEditline", pkgConfig: "libedit",
            providers: [.apt(["libedit-dev"]), .yum(["libedit-devel"]), .brew(["libedit"])]),
        .target(name: "SfmTerms"),
        .target(name: "SfmSyntax", dependencies: ["SfmTerms"]),
        .target(name: "SfmModel", dependencies: ["SfmTerms"]),
        .target(name: "SfmPolicy", dependencies: ["SfmModel"]),
        .target(name: "SfmRuntime", dependencies: ["SfmSyntax", "SfmModel", "SfmPolicy"]),
        .target(name: "SfmScenarios", dependencies: ["SfmRuntime"]),
        .target(name: "SfmTool", dependencies: ["SfmScenarios", "CEditline"]),
        .executableTarget(name: "sfm", dependencies: ["SfmTool"]),
        .testTarget(name: "SfmSyntaxTests", dependencies: ["SfmSyntax", "SfmRuntime"]),
        .testTarget(name: "SfmRuntimeTests", dependencies: ["SfmRuntime", "SfmScenarios"]),
        .testTarget(name: "SfmToolTests", dependencies: ["SfmTool"]),
    ],
    swiftLanguageModes: [.v6]
)
