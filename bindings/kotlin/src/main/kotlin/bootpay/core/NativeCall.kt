package bootpay.core

import com.sun.jna.Native
import com.sun.jna.Pointer
import com.sun.jna.Structure
import java.nio.ByteBuffer
import java.nio.ByteOrder
import java.util.concurrent.ConcurrentLinkedQueue
import java.util.concurrent.atomic.AtomicReferenceArray

/** A buffer of the native library, which whoever has it frees. */
internal class RustBuffer(@JvmField var capacity: Long, @JvmField var len: Long, @JvmField val data: Long) {
    /** What is in it; null if nothing was ever. */
    fun asByteBuffer(): ByteBuffer? = bytes(len)

    /** All of it, for writing. */
    fun room(): ByteBuffer = checkNotNull(bytes(capacity)) { "the native library has no memory" }

    private fun bytes(count: Long): ByteBuffer? =
        if (data == 0L) null else Pointer(data).getByteBuffer(0, count).order(ByteOrder.BIG_ENDIAN)

    companion object {
        fun alloc(size: ULong): RustBuffer = UniffiRustCallStatus.use { status ->
            UniffiLib.ffi_bootpay_core_rustbuffer_alloc(size.toLong(), status).also { status.expectSuccess() }
        }

        fun free(buffer: RustBuffer): Unit = UniffiRustCallStatus.use { status ->
            UniffiLib.ffi_bootpay_core_rustbuffer_free(buffer, status).also { status.expectSuccess() }
        }
    }
}

/**
 * One call of a function of the native library: its arguments, status and result as words of native memory, which
 * `core/src/ffi/flat.rs` lays out. JNA's structures would be made anew, with blocks of native memory that it keeps
 * account of, for each call and each buffer: that costs more than a call does.
 *
 * As many are kept as calls were ever made at once. Not by thread: a virtual thread makes few calls, and a thread of
 * an application server would hold the class loader of an application that is gone.
 */
internal class UniffiRustCallStatus private constructor() {
    private val words = ByteBuffer.allocateDirect(WORDS * Long.SIZE_BYTES).order(ByteOrder.nativeOrder())
    val address: Pointer = Native.getDirectBufferPointer(words)

    val code: Byte get() = words.get(STATUS * Long.SIZE_BYTES)
    val error_buf: RustBuffer get() = buffer(STATUS + 1)

    /** Begins a call: arguments follow. */
    fun begin(): UniffiRustCallStatus = apply {
        words.position(0)
        words.putLong(STATUS * Long.SIZE_BYTES, 0)
    }

    fun with(word: Long): UniffiRustCallStatus = apply { words.putLong(word) }

    fun with(buffer: RustBuffer): UniffiRustCallStatus = apply {
        words.putLong(buffer.capacity).putLong(buffer.len).putLong(buffer.data)
    }

    fun done() = Unit

    fun word(): Long = words.getLong(RESULT * Long.SIZE_BYTES)

    fun byte(): Byte = words.get(RESULT * Long.SIZE_BYTES)

    fun buffer(): RustBuffer = buffer(RESULT)

    fun isSuccess(): Boolean = code == UNIFFI_CALL_SUCCESS

    fun isError(): Boolean = code == UNIFFI_CALL_ERROR

    fun isPanic(): Boolean = code == UNIFFI_CALL_UNEXPECTED_ERROR

    fun expectSuccess() = check(isSuccess()) { "the native library failed, with code $code" }

    private fun buffer(at: Int): RustBuffer {
        val start = at * Long.SIZE_BYTES
        return RustBuffer(words.getLong(start), words.getLong(start + Long.SIZE_BYTES), words.getLong(start + 2 * Long.SIZE_BYTES))
    }

    companion object {
        private const val STATUS = 16
        private const val RESULT = 20
        private const val WORDS = 23

        private val free = ConcurrentLinkedQueue<UniffiRustCallStatus>()

        inline fun <T> use(call: (UniffiRustCallStatus) -> T): T {
            val status = take()
            try {
                return call(status)
            } finally {
                give(status)
            }
        }

        fun take(): UniffiRustCallStatus = free.poll() ?: UniffiRustCallStatus()

        fun give(status: UniffiRustCallStatus) {
            free.add(status)
        }
    }
}

/** Addresses of functions of the native library, by the numbers that the generator gave them. */
internal class NativeFunctions(count: Int) {
    private val found = AtomicReferenceArray<Pointer?>(count)

    fun find(number: Int, name: String): Pointer =
        found.get(number) ?: NativeLibrary.function(name).also { found.set(number, it) }
}

/** A buffer as JNA hands it to a callback, or takes a callback's result in it. */
@Structure.FieldOrder("capacity", "len", "data")
internal open class RustBufferArgument : Structure() {
    @JvmField var capacity: Long = 0
    @JvmField var len: Long = 0
    @JvmField var data: Pointer? = null

    class ByValue : RustBufferArgument(), Structure.ByValue

    fun taken(): RustBuffer = RustBuffer(capacity, len, Pointer.nativeValue(data))

    fun setValue(buffer: RustBuffer) {
        capacity = buffer.capacity
        len = buffer.len
        data = Pointer(buffer.data)
    }
}

/** The status of a callback. */
@Structure.FieldOrder("code", "error_buf")
internal open class CallbackStatus : Structure() {
    @JvmField var code: Byte = 0
    @JvmField var error_buf: RustBufferArgument.ByValue = RustBufferArgument.ByValue()
}
