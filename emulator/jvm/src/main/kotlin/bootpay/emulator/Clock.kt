package bootpay.emulator

import java.time.Duration
import java.time.Instant
import java.time.OffsetDateTime

/** The clock of an emulator. Everything with a time follows it: expiries, reservations, tokens, webhooks. */
class Clock internal constructor(private val emulator: Emulator) {
    /** Returns the emulator's time. */
    fun now(): Instant = OffsetDateTime.parse(emulator.control("GET", "/emulator/clock").asJsonObject["now"].asString).toInstant()

    /** Moves the clock forward, in whole seconds. All that is due meanwhile happens, in order. */
    fun advance(days: Long = 0, hours: Long = 0, minutes: Long = 0, seconds: Long = 0) =
        advance(Duration.ofDays(days).plusHours(hours).plusMinutes(minutes).plusSeconds(seconds))

    /** Moves the clock forward, in whole seconds. All that is due meanwhile happens, in order. */
    fun advance(time: Duration) = set("advance_seconds", time.seconds)

    /** Has the clock stand still; [advance] still moves it. */
    fun stop() = set("mode", "manual")

    /** Has the clock run with real time. */
    fun run() = set("mode", "real")

    private fun set(name: String, value: Any) {
        emulator.control("POST", "/emulator/clock", mapOf(name to value))
    }
}
