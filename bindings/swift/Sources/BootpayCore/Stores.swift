import Foundation

/// Waits for what a store awaits. The thread is core's and has nothing else to do; the tasks of the program never wait.
func awaited<Value: Sendable>(_ work: @escaping @Sendable () async throws -> Value) throws -> Value {
    let outcome = Outcome<Value>()
    Task.detached {
        do {
            outcome.set(.success(try await work()))
        } catch let error as StoreError {
            outcome.set(.failure(error))
        } catch {
            // Its text may hold what the store connects with.
            outcome.set(.failure(.failed(reason: "it threw \(type(of: error))")))
        }
    }
    return try outcome.get()
}

/// A result that a thread waits for.
private final class Outcome<Value: Sendable>: @unchecked Sendable {
    private let done = DispatchSemaphore(value: 0)
    private var result: Result<Value, StoreError>?

    func set(_ result: Result<Value, StoreError>) {
        self.result = result
        done.signal()
    }

    func get() throws -> Value {
        done.wait()
        return try result!.get()
    }
}
