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
