package bootpay.core

/** Fails with `Invalid` if text of these fields is not Unicode, which the native library cannot take. */
internal fun unicode(endpoint: String?, vararg fields: Pair<String, Any?>) {
    val field = badTextIn("", *fields) ?: return
    throw BootpayException.Invalid(notUnicode(endpoint, field))
}

internal fun badTextIn(at: String, vararg fields: Pair<String, Any?>): String? =
    fields.firstNotNullOfOrNull { (name, value) ->
        badText(if (at.isEmpty() || name.isEmpty()) at + name else "$at.$name", value)
    }

/** False for half of a surrogate pair. */
internal fun isUnicode(text: String): Boolean {
    var at = 0
    while (at < text.length) {
        val unit = text[at++]
        if (!unit.isSurrogate()) continue
        if (unit.isLowSurrogate() || at == text.length || !text[at++].isLowSurrogate()) return false
    }
    return true
}

/** A required field of a builder. */
internal fun <T : Any> given(value: T?, type: String, field: String): T = value ?: throw BootpayException.Invalid(
    ErrorInfo(ErrorKind.INVALID, Repeat.NEVER, "$field of $type must be given", field = field),
)
