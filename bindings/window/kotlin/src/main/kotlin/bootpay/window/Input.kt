package bootpay.window

/** Fails with `Invalid` if text of these fields is not Unicode, which the native library cannot take. */
internal fun unicode(function: String, vararg fields: Pair<String, Any?>) {
    val field = badTextIn("", *fields) ?: return
    throw WindowException.Invalid(field.ifEmpty { function }, notUnicode())
}

/** A required field of a builder. */
internal fun <T : Any> given(value: T?, type: String, field: String): T =
    value ?: throw WindowException.Invalid(field, "of $type must be given")

/** What is printed of secrets and personal data. */
internal fun masked(value: Any?) = value?.let { "•••" }
