package bootpay.core

import com.fasterxml.jackson.annotation.JsonValue

/** Text that is redacted when printed: an account number, a card number, a password, a token. */
class Secret(
    // Transient and private: Gson and Jackson, which write fields or getters, find neither.
    @Transient private val text: String,
) {
    /** Returns the text, to pass it on. */
    fun expose() = text
    override fun equals(other: Any?) = other is Secret && other.text == text
    override fun hashCode() = text.hashCode()
    @JsonValue override fun toString() = "•••"
}

/** What is printed of personal data. */
internal fun masked(value: Any?) = value?.let { "•••" }
