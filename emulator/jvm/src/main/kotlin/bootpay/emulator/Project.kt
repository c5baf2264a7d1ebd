package bootpay.emulator

import com.google.gson.JsonArray
import com.google.gson.JsonElement
import com.google.gson.JsonObject

/** A project of an emulator: its fields with all keys, and what its merchant does in the console. */
class Project internal constructor(private val emulator: Emulator, fields: JsonObject) {
    /** The fields as the emulator last returned them; they stand for a merchant: `emulator.client(project.fields)`. */
    var fields: JsonObject = fields
        private set

    /** Names the project as `merchant` of a payment. */
    val id: String = fields["id"].asString

    /**
     * Activates a method at a PG, in test mode at first: `activate("kcp", "card", mapOf("live" to true))`.
     *
     * `active` false switches it off; `settings` are those that the PG issued. Returns the warnings.
     */
    @JvmOverloads
    fun activate(pg: String, method: String, changes: Map<String, Any?> = emptyMap()): JsonArray {
        val changed = control("PUT", "/methods", mapOf("pg" to pg, "method" to method) + changes).asJsonObject
        fields.add("methods", changed["methods"])
        return changed["warnings"].asJsonArray
    }

    /** Registers Bootpay in a PG's own console: its address for cancels, its URL for deposits. */
    @JvmOverloads
    fun register(pg: String, cancelAddress: Boolean? = null, depositUrl: Boolean? = null) {
        val change = mapOf("pg" to pg, "cancel_address" to cancelAddress, "deposit_url" to depositUrl)
        fields.add("registrations", control("PUT", "/registrations", change).asJsonObject["registrations"])
    }

    /** Changes fields of the project: `change(mapOf("allowed_addresses" to listOf("127.0.0.1")))`. */
    fun change(fields: Map<String, Any?>) {
        this.fields = control("PATCH", "", fields).asJsonObject
    }

    /** Returns the webhooks of the project, oldest first. Waits for those that are due. */
    fun webhooks(): JsonArray = emulator.webhooks(fields)

    /** Returns the settlement report: `days`, `rows`, and the tests that are `excluded`. */
    fun settlement(): JsonObject = control("GET", "/settlement").asJsonObject

    /** Returns what the PG itself shows of the project's payments, oldest first. */
    fun pgLedger(pg: String): JsonArray = control("GET", "/ledgers/$pg").asJsonArray

    /** Returns the project as `setup.readiness` of a client takes it: JSON text. */
    fun export(): String = control("GET", "/export").toString()

    /** Returns what is missing before the project goes live: the items of `setup.readiness`. */
    fun readiness(): JsonArray = control("GET", "/readiness").asJsonArray

    private fun control(method: String, path: String, body: Any? = null): JsonElement =
        emulator.control(method, "/emulator/projects/$id$path", body)
}
