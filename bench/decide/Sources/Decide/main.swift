import Glibc
import SfmModel
import SfmPolicy
import SfmRuntime
import SfmSyntax

// usage: Decide DATA POLICY
// Times the engine on resolved calls, a line a way of asking: `sfm` is the ruling alone, with its clause; `sfm-decision` the
// whole decision, from which refusals are explained.

private let rounds = 9

private func leave(_ message: String) -> Never {
    let line = Array((message + "\n").utf8)
    _ = write(STDERR_FILENO, line, line.count)
    exit(66)
}

private func bytes(of path: String) -> [UInt8] {
    guard let file = fopen(path, "r") else { leave("\(path): cannot be read") }
    defer { fclose(file) }
    fseek(file, 0, SEEK_END)
    let size = ftell(file)
    rewind(file)
    return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in count = fread(buffer.baseAddress, 1, size, file) }
}

/// The one policy of a file, compiled.
private func policy(_ path: String) -> Policy {
    var parser = Parser(grammar: Sfm.grammar)
    let script = parser.parse(SourceFile(name: path, bytes: bytes(of: path)))
    guard let node = script.policies.first else { leave("\(path): no policy") }
    var compiler = PolicyCompiler(node)
    let policy = compiler.compile(extending: [])
    guard parser.diagnostics.isEmpty, compiler.diagnostics.isEmpty else { leave("\(path): not a valid policy") }
    return policy
}

private func nanoseconds() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
}

/// Prints what one way of asking costs and how often it is wrong.
@inline(__always)
private func measure(_ name: String, _ workload: borrowing Workload, _ answer: (borrowing Question) -> Answer) {
    let count = workload.requests.count
    var costs: [Double] = []
    var sum = 0
    var (allowed, mismatches, hash) = (0, 0, 0)
    for _ in 0..<rounds {
        let start = nanoseconds()
        for index in 0..<count {
            let given = answer(workload.requests[index])
            sum &+= given.clause &+ (given.isAllowed ? 1 : 0)
        }
        costs.append(Double(nanoseconds() - start) / Double(count))
    }
    for index in 0..<count {
        let given = answer(workload.requests[index])
        if given.isAllowed { allowed += 1 }
        if given != workload.known[index] { mismatches += 1 }
        hash = (hash * 31 + given.clause * 2 + (given.isAllowed ? 1 : 0)) % 1_000_003
    }
    costs.sort()
    precondition(sum > 0, "nothing was asked")
    func rounded(_ cost: Double) -> Double { (cost * 10).rounded() / 10 }
    print(
        #"{"contestant": "\#(name)", "people": \#(workload.world.people.count), "requests": \#(count), "ns": \#(rounded(costs[rounds / 2])), "#
            + #""ns_min": \#(rounded(costs[0])), "ns_max": \#(rounded(costs[rounds - 1])), "allowed": \#(allowed), "mismatches": \#(mismatches), "#
            + #""hash": \#(hash)}"#)
}

guard CommandLine.arguments.count == 3 else { leave("usage: Decide DATA POLICY") }

/// Locals, as a global is looked up whenever it is read.
private func measure(_ workload: borrowing Workload, _ engine: PolicyEngine) {
    let (world, ledger) = (workload.world, Ledger())
    measure("sfm", workload) { question in
        let ruling = engine.ruling(on: question.request, kind: question.kind, world: world, ledger: ledger)
        return Answer(ruling.outcome, ruling.clause)
    }
    measure("sfm-decision", workload) { question in
        let decision = engine.decide(question.request, kind: question.kind, world: world, ledger: ledger)
        return Answer(decision.outcome, decision.citations.first?.clause)
    }
}

measure(Workload(bytes(of: CommandLine.arguments[1])), PolicyEngine(PolicySet([policy(CommandLine.arguments[2])], actCount: ActTable.all.count)))
