package bootpay.core

import com.sun.jna.Platform
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows
import org.junit.jupiter.api.io.TempDir
import java.io.File
import java.nio.file.Path

/** The place of the native library, and the error where there is none. */
class NativeLibraryTest {
    private val file = System.mapLibraryName("bootpay_bindings")
    private val platform = Platform.RESOURCE_PREFIX

    private fun library(isMusl: Boolean, vararg jar: String, properties: Map<String, String> = emptyMap()) =
        NativeLibrary(properties::get, isMusl, { it in jar }, { File("/unpacked/$it") })

    @Test
    fun `with glibc JNA looks for it`() {
        assertEquals("bootpay_bindings", library(false).place)
    }

    @Test
    fun `with musl the library of glibc is not taken`(@TempDir folder: Path) {
        val failure = assertThrows<NativeLibraryError> { library(true, "$platform/$file").place }
        assertTrue(failure.message!!.startsWith("bootpay-core has no native library for $platform-musl, only for $platform; "), failure.message)
        assertTrue("-Duniffi.component.bootpay_core.libraryOverride=/path/to/$file" in failure.message!!, failure.message)
        val own = folder.resolve(file).toFile().apply { createNewFile() }
        val named = mapOf("jna.library.path" to "/nowhere:$folder")
        assertEquals(own.path, library(true, "$platform/$file", properties = named).place)
        assertEquals("/unpacked/$platform-musl/$file", library(true, "$platform/$file", "$platform-musl/$file").place)
    }

    @Test
    fun `the property goes before all else`() {
        val properties = mapOf(NativeLibrary.OVERRIDE to "/own.so", "jna.library.path" to "/nowhere")
        for (isMusl in listOf(false, true)) assertEquals("/own.so", library(isMusl, properties = properties).place)
    }

    /** A JVM of its own, to which nothing names the library. */
    private fun printed(vararg options: String): String {
        val classpath = System.getProperty("java.class.path")
        val program = arrayOf("${System.getProperty("java.home")}/bin/java", *options, "-classpath", classpath, "bootpay.core.NativeLibraryTestKt")
        return ProcessBuilder(*program).redirectErrorStream(true).start().inputStream.bufferedReader().readText()
    }

    @Test
    fun `an absent library and one that does not load are told apart`() {
        val absent = printed()
        assertTrue("NativeLibraryError: bootpay-core has no native library for $platform, only for no platform; the system property" in absent, absent)
        val text = printed("-Duniffi.component.bootpay_core.libraryOverride=/etc/hostname")
        assertTrue("NativeLibraryError: bootpay-core cannot load /etc/hostname, which the system property" in text, text)
    }
}

fun main() {
    BlockingBootpay(Credentials(clientKey = "c", secretKey = "s")).use { println(it) }
}
