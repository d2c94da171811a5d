import Glibc
import SfmRuntime
import SfmSyntax
import SfmTerms

/// Keeps the progress in a file; where that does not work it is said once, and the course goes on.
///
/// Several windows may be open: each writes under a lock what it has changed onto what stands there by then.
package final class ProgressFile {
    private static let largest = 1 << 24

    private let path: String?
    private var problem: Text?
    private var isTold = false
    /// What this side knows to stand in the file.
    private var kept = TrainingProgress()

    package init(path: String?) { self.path = path }

    /// What is kept, and what is to be said of it.
    package func read(_ language: Language) -> (progress: TrainingProgress, complaint: SafeText) {
        guard let path else {
            problem = Text("there is no folder for it", "для него нет папки")
            return (TrainingProgress(), complaint(language))
        }
        switch contents(path) {
        case .failure(let trouble):
            problem = ScriptSet.diagnostic(trouble, path, Self.largest).message
            return (TrainingProgress(), complaint(language))
        case .success(let (progress, damaged, _)):
            kept = progress
            guard !damaged.isEmpty else { return (progress, "") }
            let lines = damaged.map(String.init).joined(separator: ", ")
            return (
                progress,
                language("\(path): not understood, kept as they are: line \(lines)\n", "\(path): не поняты и оставлены как есть строки: \(lines)\n")
            )
        }
    }

    /// What stands in the file; nothing where there is none.
    private func contents(_ path: String) -> Result<(progress: TrainingProgress, damaged: [Int], bytes: [UInt8]?), FileTrouble> {
        switch FileStore.readNamed(path, limit: Self.largest) {
        case .failure(.missing): return .success((TrainingProgress(), [], nil))
        case .failure(let trouble): return .failure(trouble)
        case .success(let bytes):
            let (progress, damaged) = TrainingProgress.parse(String(decoding: bytes, as: UTF8.self))
            return .success((progress, damaged, bytes))
        }
    }

    /// Writes what has changed and takes over what another window has; what is to be said where it does not work.
    package func keep(_ progress: inout TrainingProgress, _ language: Language) -> SafeText {
        guard problem == nil, let path, progress.text != kept.text else { return "" }
        problem = locked(path) { () -> Text? in
            switch contents(path) {
            case .failure(let trouble): return ScriptSet.diagnostic(trouble, path, Self.largest).message
            case .success(let (theirs, _, bytes)):
                let merged = progress.merged(with: theirs, since: kept)
                // The lock keeps out other windows; whoever else writes is noticed.
                if let trouble = FileWriter.replace(path, with: Array(merged.text.utf8), at: .state, expecting: bytes) {
                    return Text(same: path + ": ") + trouble.text
                }
                (progress, kept) = (merged, merged)
                return nil
            }
        }
        return complaint(language)
    }

    /// Holds the lock of the file, which is a file beside it, as the file itself is replaced.
    private func locked(_ path: String, _ body: () -> Text?) -> Text? {
        FileWriter.createFolders(of: path)
        let lock = open(path + ".lock", O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard lock >= 0 else { return Text(same: path + ": ") + WriteTrouble.system(errno).text }
        defer { close(lock) }
        while flock(lock, LOCK_EX) != 0 {
            guard errno == EINTR else { return Text(same: path + ": ") + WriteTrouble.system(errno).text }
        }
        return body()
    }

    private func complaint(_ language: Language) -> SafeText {
        guard let problem, !isTold else { return "" }
        isTold = true
        return language("progress is not kept: \(problem.en)\n", "ход обучения не сохраняется: \(problem.ru)\n")
    }
}
