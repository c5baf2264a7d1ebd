extension Bootpay {
    /// Text that is redacted when printed: an account number, a card number, a password, a token.
    public struct Secret: Hashable, Sendable, ExpressibleByStringLiteral {
        let text: String

        public init(_ text: String) { self.text = text }
        public init(stringLiteral text: String) { self.text = text }

        /// Returns the text, to pass it on.
        public func expose() -> String { text }
    }
}

extension Bootpay.Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "•••" }
    public var debugDescription: String { "•••" }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
