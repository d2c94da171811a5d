import Glibc
import Synchronization

/// Runs a piece of work for every index on several threads; the results come back in the order of the indices.
package enum ParallelMap {
    /// The cores that this process may use.
    package static var cores: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

    /// Each worker makes its own `context` once; `body` gets it with every index that the worker takes.
    package static func map<Context, Result: Sendable>(
        _ count: Int, jobs: Int, context: @escaping @Sendable () -> Context, body: @escaping @Sendable (inout Context, Int) -> Result
    ) -> [Result] {
        let workers = min(jobs, count)
        guard workers > 1 else {
            var own = context()
            return (0..<count).map { body(&own, $0) }
        }
        let job = Job<Result>(count: count)
        let work: @Sendable () -> Void = {
            var own = context()
            while let index = job.take() { job.store(body(&own, index), at: index) }
        }
        // The calling thread is one of the workers.
        let threads = (1..<workers).compactMap { _ in start(work) }
        work()
        for thread in threads { pthread_join(thread, nil) }
        return job.takeResults()
    }

    /// Has something done beside the caller, who does not wait for it.
    package static func aside(_ work: @escaping @Sendable () -> Void) { if let thread = start(work) { pthread_detach(thread) } }

    private static func start(_ work: @escaping @Sendable () -> Void) -> pthread_t? {
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        pthread_attr_setstacksize(&attributes, 8 << 20)
        defer { pthread_attr_destroy(&attributes) }
        var thread = pthread_t()
        let box = Unmanaged.passRetained(Work(work))
        let status = pthread_create(
            &thread, &attributes,
            { raw in
                guard let raw else { return nil }
                Unmanaged<Work>.fromOpaque(raw).takeRetainedValue().run()
                return nil
            }, box.toOpaque())
        if status != 0 {
            box.release()
            return nil
        }
        return thread
    }
}

/// What a thread is given.
private final class Work {
    let run: @Sendable () -> Void

    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
}

/// Indices to take and results to bring.
private final class Job<Result: Sendable>: @unchecked Sendable {
    private let next = Atomic<Int>(0)
    private let count: Int
    private let slots: UnsafeMutablePointer<Result?>

    init(count: Int) {
        self.count = count
        slots = .allocate(capacity: count)
        slots.initialize(repeating: nil, count: count)
    }

    deinit {
        slots.deinitialize(count: count)
        slots.deallocate()
    }

    func take() -> Int? {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        return index < count ? index : nil
    }

    // Every index is taken by one thread only, and results are read after all threads have been joined.
    func store(_ result: Result, at index: Int) { slots[index] = result }

    /// The results, which leave the job; nothing that other threads have made is copied.
    func takeResults() -> [Result] {
        Array(unsafeUninitializedCapacity: count) { results, filled in
            for index in 0..<count {
                guard let result = (slots + index).move() else { continue }
                results.initializeElement(at: filled, to: result)
                filled += 1
            }
            slots.initialize(repeating: nil, count: count)
        }
    }
}
