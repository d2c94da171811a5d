import Glibc
import SfmRuntime
import SfmSyntax
import SfmTerms
import Synchronization

/// `sfm test --watch PATHS`: runs again what a change touches, until Ctrl-C or until nobody reads what it prints.
enum WatchCommand {
    /// Tells one state of a file from another.
    private struct Stamp: Equatable {
        let seconds: Int
        let nanoseconds: Int
        let size: Int
        let inode: UInt

        init?(_ path: String) {
            var status = stat()
            guard stat(path, &status) == 0 else { return nil }
            (seconds, nanoseconds) = (Int(status.st_mtim.tv_sec), Int(status.st_mtim.tv_nsec))
            (size, inode) = (Int(status.st_size), UInt(status.st_ino))
        }
    }

    /// How long a change may go unnoticed, in microseconds.
    private static let pause: UInt32 = 250_000
    private static let isInterrupted = Atomic<Bool>(false)

    static func run(_ environment: Environment) throws(UsageError) -> ExitStatus {
        signal(SIGINT) { _ in
            // The second one ends a run that is under way.
            signal(SIGINT, SIG_DFL)
            Interruption.want()
            WatchCommand.isInterrupted.store(true, ordering: .relaxed)
        }
        defer { signal(SIGINT, SIG_DFL) }
        let paths = environment.options.paths
        let language = environment.language()
        var files: [String] = []
        var reads: [String: Set<String>] = [:]
        var stamps: [String: Stamp] = [:]
        var first = true
        while !isInterrupted.load(ordering: .relaxed) {
            guard !environment.console.outIsGone else { return .unwritable }
            let scripts = ScriptSet(options: environment.options)
            guard let found = try? scripts.files(paths).files else {
                if first { return try TestCommand.once(environment, among: nil) }
                usleep(pause)
                continue
            }
            let changed = changes(found, files, reads, stamps)
            if !first, changed.isEmpty {
                usleep(pause)
                continue
            }
            if !first {
                let list = changed.sorted().map { SafeText($0) }.joined(separator: ", ")
                environment.print(language("\nchanged: \(list)\n", "\nизменилось: \(list)\n"))
            }
            let policies = Self.policies(environment)
            let touchesAll = first || !policies.isDisjoint(with: changed)
            let affected = found.filter { touchesAll || changed.contains($0) || !(reads[$0] ?? []).isDisjoint(with: changed) }
            // Stamps first: what changes while the scenarios run is seen in the next round.
            for file in affected { reads[file] = self.reads(of: file, environment) }
            stamps = [:]
            for path in Set(found).union(found.flatMap { reads[$0] ?? [] }).union(policies) { stamps[path] = Stamp(path) }
            files = found
            if !affected.isEmpty { _ = try TestCommand.once(environment, among: Set(affected)) }
            if first { environment.print(language("\nwatching; Ctrl-C ends\n", "\nслежу за изменениями; Ctrl-C завершает\n")) }
            first = false
        }
        return .interrupted
    }

    private static func changes(_ found: [String], _ known: [String], _ reads: [String: Set<String>], _ stamps: [String: Stamp]) -> Set<String> {
        var out = Set(found).symmetricDifference(known)
        for path in Set(stamps.keys).union(found.flatMap { reads[$0] ?? [] }) where Stamp(path) != stamps[path] { out.insert(path) }
        return out
    }

    /// The files that a script includes and the policies that it names.
    private static func reads(of file: String, _ environment: Environment) -> Set<String> {
        var scripts = ScriptSet(options: environment.options)
        return Set(scripts.load(file).reads)
    }

    /// The policies of the command line that are files, with what they read in their turn.
    private static func policies(_ environment: Environment) -> Set<String> {
        let files = (environment.policyNames ?? []).filter { SourceFile.isScript($0) }
        return files.reduce(into: []) { out, file in
            out.insert(file)
            out.formUnion(reads(of: file, environment))
        }
    }
}
