package bootpay.emulator

import com.sun.jna.Platform
import java.io.File
import java.io.InputStream
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.Paths

/** The program `bootpay-emulator`: named by the environment, in this artefact, or on the PATH. */
internal object Program {
    /** The platform as JNA names it, and so the folder of its program in the jar: `linux-x86-64`; musl has its own. */
    val platform: String = Platform.RESOURCE_PREFIX + if (isMusl()) "-musl" else ""

    private val file = if (Platform.isWindows()) "bootpay-emulator.exe" else "bootpay-emulator"

    /** The last sentence of each error. */
    const val remedy = "pass a program of your own, or name it with the environment variable BOOTPAY_EMULATOR"

    /** The artefact's program, unpacked once for this process; null if it has none for the platform. */
    private val packaged: Path? by lazy { resource("/bootpay/emulator/$platform/$file")?.use(::unpack) }

    fun find(variable: (String) -> String? = System::getenv, packaged: () -> Path? = { this.packaged }): Path {
        variable("BOOTPAY_EMULATOR")?.takeIf { it.isNotEmpty() }?.let { return Paths.get(it) }
        packaged()?.let { return it }
        val folders = variable("PATH").orEmpty().split(File.pathSeparatorChar).filter { it.isNotEmpty() }
        return folders.map { Paths.get(it, file) }.firstOrNull(Files::isExecutable)
            ?: throw IllegalStateException("io.github.bootpay-core:bootpay-emulator has no program for $platform, nor has the PATH: $remedy")
    }

    /** The C library of this process is musl: its loader is mapped. */
    private fun isMusl(): Boolean = Platform.isLinux() && try {
        File("/proc/self/maps").useLines { lines -> lines.any { "/ld-musl-" in it } }
    } catch (_: java.io.IOException) {
        false
    }

    private fun resource(name: String): InputStream? = Emulator::class.java.getResourceAsStream(name)

    /** Writes the program into a folder that only this user may open, and that goes with this process. */
    fun unpack(program: InputStream): Path {
        val folder = Files.createTempDirectory("bootpay-emulator")
        folder.toFile().deleteOnExit()
        val path = folder.resolve(file)
        // The last that is registered is deleted first.
        path.toFile().deleteOnExit()
        Files.copy(program, path)
        check(path.toFile().setExecutable(true, true)) { "$path cannot be made executable: $remedy" }
        return path
    }
}
