// swift-tools-version: 6.1
import PackageDescription

// Dependencies point one way: Syntax and Model know nothing of each other; ARCHITECTURE.md says why. Every target names all
// that it imports: one that did not would be left as it was built when what lies two steps below it changes its layout.
let package = Package(
    name: "sfm",
    products: [.executable(name: "sfm", targets: ["sfm"])],
    targets: [
        .systemLibrary(
            name: "CEditline", pkgConfig: "libedit",
            providers: [.apt(["libedit-dev"]), .yum(["libedit-devel"]), .brew(["libedit"])]),
        .systemLibrary(name: "CLinux"),
        .target(name: "SfmTerms"),
        .target(name: "SfmSyntax", dependencies: ["SfmTerms"]),
        .target(name: "SfmModel", dependencies: ["SfmTerms"]),
        .target(name: "SfmPolicy", dependencies: ["SfmTerms", "SfmModel"]),
        .target(name: "SfmRuntime", dependencies: ["SfmTerms", "SfmSyntax", "SfmModel", "SfmPolicy"], plugins: ["EmbedTexts"]),
        .target(name: "SfmScenarios", dependencies: ["SfmTerms", "SfmSyntax", "SfmModel", "SfmPolicy", "SfmRuntime"]),
        .target(
            name: "SfmTool", dependencies: ["SfmTerms", "SfmSyntax", "SfmModel", "SfmPolicy", "SfmRuntime", "SfmScenarios", "CEditline", "CLinux"],
            plugins: ["EmbedTexts"]),
        .executableTarget(name: "sfm", dependencies: ["SfmTool"]),
        // The policies and exercises that ship become Swift while the program is built.
        .executableTarget(name: "embed-texts"),
        .plugin(name: "EmbedTexts", capability: .buildTool(), dependencies: ["embed-texts"]),
        .testTarget(name: "SfmSyntaxTests", dependencies: ["SfmTerms", "SfmSyntax", "SfmRuntime"]),
        .testTarget(name: "SfmModelTests", dependencies: ["SfmTerms", "SfmModel"]),
        // Its numbers are those of SfmScenarios.
        .testTarget(name: "SfmPolicyTests", dependencies: ["SfmTerms", "SfmModel", "SfmPolicy", "SfmScenarios"]),
        .testTarget(
            name: "SfmRuntimeTests", dependencies: ["SfmTerms", "SfmSyntax", "SfmModel", "SfmPolicy", "SfmRuntime", "SfmScenarios"]),
        .testTarget(name: "SfmScenariosTests", dependencies: ["SfmTerms", "SfmSyntax", "SfmPolicy", "SfmRuntime", "SfmScenarios"]),
        .testTarget(
            name: "SfmToolTests", dependencies: ["SfmTerms", "SfmSyntax", "SfmPolicy", "SfmRuntime", "SfmScenarios", "SfmTool", "CLinux"]),
    ],
    swiftLanguageModes: [.v6]
)
