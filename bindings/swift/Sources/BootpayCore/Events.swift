/// A closure that listens.
private final class Closure: CallListener {
    private let listen: @Sendable (CallEvent) -> Void

    init(_ listen: @escaping @Sendable (CallEvent) -> Void) {
        self.listen = listen
    }

    func onCall(event: CallEvent) {
        listen(event)
    }
}

extension Bootpay {
    /// Creates a client that calls `onCall` with one event for each call, for logs and metrics.
    ///
    /// It is called on the thread that makes the call, before the caller gets the outcome: it must return soon.
    public convenience init(
        credentials: Bootpay.Credentials, options: ClientOptions? = nil, onCall: @escaping @Sendable (CallEvent) -> Void
    ) throws {
        try self.init(credentials: credentials, options: options, listener: Closure(onCall))
    }
}
