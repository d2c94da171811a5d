import SfmRuntime
import SfmSyntax
import SfmTerms

/// `--affected`: the files named are those that were changed; with them runs whatever below the working folder, or the paths of the
/// project, reads one of them, by `include`, `use policy` or `extends`, through however many files, and what reads a file that is not there.
extension Environment {
    /// The scripts of the command line, or those that a change of them touches; `nil` where a path is no good, which has been said.
    func scriptsToTest() -> [String]? {
        guard options.tests.takesAffected else { return scripts(at: options.paths) }
        guard let named = changedScripts(), let all = scripts(at: options.tests.roots) else { return nil }
        let tables = options.arguments.filter { SourceFile.isTable($0) && !LineRequest.isFolder($0) }
        let changed = Set((named + tables).map(FileStore.Identity.init))
        let others = all.filter { !changed.contains(FileStore.Identity($0)) }
        guard !touchesPolicy(changed) else { return named + others }
        let options = options
        let jobs = others.count < 8 ? 1 : options.jobs ?? ParallelMap.cores
        // Where a limit was hit, what else it reads is not known: it runs, and says so.
        let reads = ParallelMap.map(
            others.count, jobs: jobs, context: { ScriptSet(options: options) },
            body: { scripts, index -> [String]? in
                let script = scripts.load(others[index])
                return script.diagnostics.contains { $0.code.isLimit } ? nil : script.reads
            })
        // One policy is read by many: where it leads is looked up once.
        var isChanged: [PathKey: Bool] = [:]
        func touches(_ path: String) -> Bool {
            let key = PathKey(path)
            if let known = isChanged[key] { return known }
            let identity = FileStore.Identity(path)
            // Whatever took a file away touches those that read it, though nobody named it.
            let found = if case .absent = identity { true } else { changed.contains(identity) }
            isChanged[key] = found
            return found
        }
        return named + zip(others, reads).filter { $1?.contains(where: touches) ?? true }.map(\.0)
    }

    /// The scripts that are named or lie in a folder named. Of one that is gone its readers tell; what is no script is left to others.
    private func changedScripts() -> [String]? {
        var paths: [String] = []
        for path in options.arguments {
            if case .absent = FileStore.Identity(path) {
                guard SourceFile.isScript(path) else { continue }
                if let above = folderAbove(that: path) {
                    console.report(
                        language()(
                            "sfm: “\(path)” is named as from “\(above)”: run sfm there, or name it from here\n",
                            "sfm: «\(path)» назван относительно «\(above)»: запустите sfm оттуда или назовите его от этой папки\n"))
                    return nil
                }
                console.report(language()("sfm: “\(path)” is not there\n", "sfm: файла «\(path)» нет\n"))
            } else if SourceFile.isScript(path) || LineRequest.isFolder(path) {
                paths.append(path)
            }
        }
        return paths.isEmpty ? [] : scripts(at: paths)
    }

    /// The folder above the working one from which a path leads to a file: git names files from the root of their repository.
    private func folderAbove(that path: String) -> String? {
        // Where its folder is here, the file itself is gone, whatever bears its name above.
        guard !path.hasPrefix("/"), let cut = path.lastIndex(of: "/"), case .absent = FileStore.Identity(String(path[..<cut])) else { return nil }
        return (1...16).lazy.map { Array(repeating: "..", count: $0).joined(separator: "/") }.first {
            if case .absent = FileStore.Identity($0 + "/" + path) { false } else { true }
        }
    }

    /// Whether all scenarios run under a policy that was changed, or that reads a file that was.
    private func touchesPolicy(_ changed: Set<FileStore.Identity>) -> Bool {
        var scripts = ScriptSet(options: options)
        return (options.policies ?? []).filter { SourceFile.isScript($0) }.contains { file in
            ([file] + scripts.load(file).reads).contains { changed.contains(FileStore.Identity($0)) }
        }
    }
}
