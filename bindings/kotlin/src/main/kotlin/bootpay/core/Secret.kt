package bootpay.core

/** Text that is never printed: an account number, a card number, a password. */
class Secret(internal val text: String) {
    override fun equals(other: Any?) = other is Secret && other.text == text
    override fun hashCode() = text.hashCode()
    override fun toString() = "•••"
}
