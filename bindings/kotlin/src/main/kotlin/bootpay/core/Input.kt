package bootpay.core

/** Fails with `Invalid` if text of these fields is not Unicode, which the native library cannot take. */
internal fun unicode(endpoint: String?, vararg fields: Pair<String, Any?>) {
    val field = badTextIn("", *fields) ?: return
    throw BootpayException.Invalid(notUnicode(endpoint, field))
}

/** A required field of a builder. */
internal fun <T : Any> given(value: T?, type: String, field: String): T = value ?: throw BootpayException.Invalid(
    ErrorInfo(ErrorKind.INVALID, Repeat.NEVER, "$field of $type must be given", field = field),
)
