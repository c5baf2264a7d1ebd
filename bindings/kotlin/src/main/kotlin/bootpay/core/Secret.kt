package bootpay.core

/** Text that is never printed: an account number, a card number, a password, a token. */
class Secret(
    // What writes objects by their fields or getters, as Gson and Jackson do, finds neither.
    @Transient private val text: String,
) {
    /** The text, to hand it on. */
    fun expose() = text
    override fun equals(other: Any?) = other is Secret && other.text == text
    override fun hashCode() = text.hashCode()
    override fun toString() = "•••"
}
