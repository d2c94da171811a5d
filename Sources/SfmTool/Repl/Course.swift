import Glibc
import SfmRuntime
import SfmSyntax
import SfmTerms

/// One exercise of a course.
package struct CourseItem: Sendable {
    /// The file's name without its endings; with a number where the file holds several.
    package let id: String
    package let world: ExerciseWorld
    /// For the text of the model solution.
    let sources: [SourceFile]

    var node: ExerciseNode { world.node }
    /// The first tag: exercises of one theme stand together in the menu.
    var theme: String { node.tags.first ?? "" }
}

/// The exercises that a learner goes through, in order.
package struct Course: Sendable {
    /// What its progress is kept under.
    package let key: String
    package private(set) var items: [CourseItem] = []
    /// What is wrong with its files, for those who write them.
    package private(set) var problems: [(diagnostic: Diagnostic, sources: [SourceFile])] = []
    static let shippedKey = "shipped"

    /// The course that comes with the program.
    package init(shippedIn language: Language) {
        key = Self.shippedKey
        var library = Library()
        let texts = ShippedExercises.all.map { (name: $0.name + ".sfm", text: $0.text) }
        let chosen = Set(Self.chosen(texts.map(\.name), language))
        for (name, text) in texts where chosen.contains(name) {
            var loader = ScriptLoader(path: name)
            add(loader.load(SourceFile(name: name, text: text), library: &library), stem: Self.stem(name))
        }
    }

    /// A file, or the files of a folder; of twins in two languages the one in the language asked for.
    package init(_ path: String, in language: Language, _ scripts: inout ScriptSet) throws(ScriptWalk.UnreadablePath) {
        key =
            realpath(path, nil).map { full in
                defer { free(full) }
                return String(cString: full)
            } ?? path
        let files = try scripts.files([path]).files
        let folder = path.hasSuffix("/") ? path : path + "/"
        for file in files == [path] ? files : Self.chosen(files, language) {
            let name = file.hasPrefix(folder) ? String(file.dropFirst(folder.count)) : ScriptPath.last(of: file)
            add(scripts.load(file), stem: Self.stem(name))
        }
    }

    private mutating func add(_ script: Script, stem: String) {
        problems += script.diagnostics.filter { $0.severity == .error }.map { ($0, script.sources) }
        guard !script.hasErrors else { return }
        for (k, node) in script.exercises.enumerated() {
            guard let world = try? ExerciseWorld(node, of: script) else { continue }
            items.append(CourseItem(id: k == 0 ? stem : "\(stem)#\(k + 1)", world: world, sources: script.sources))
        }
    }

    private static func stem(_ name: String) -> String {
        for ending in [".ru.sfm", ".en.sfm", ".sfm"] where name.hasSuffix(ending) { return String(name.dropLast(ending.count)) }
        return name
    }

    /// Each file once, in its best language.
    static func chosen(_ names: [String], _ language: Language) -> [String] {
        var best: [String: String] = [:]
        for name in names {
            let isRussian = name.hasSuffix(".ru.sfm")
            if best[stem(name)] == nil || isRussian == (language == .russian) { best[stem(name)] = name }
        }
        return names.filter { best[stem($0)] == $0 }
    }
}
