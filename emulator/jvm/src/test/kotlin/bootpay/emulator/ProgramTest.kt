package bootpay.emulator

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows
import org.junit.jupiter.api.io.TempDir
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.Paths
import java.nio.file.attribute.PosixFilePermissions

/** The order in which the program is looked for. */
class ProgramTest {
    @TempDir
    lateinit var folder: Path

    private val onPath by lazy {
        val mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
        Files.createFile(folder.resolve("bootpay-emulator"), mode)
    }
    private val environment get() = mapOf("PATH" to "/nowhere::$folder", "BOOTPAY_EMULATOR" to "/named").also { onPath }

    @Test
    fun `the environment goes before the artefact, and that before the PATH`() {
        val packaged = Paths.get("/packaged")
        assertEquals(Paths.get("/named"), Program.find(environment::get) { packaged })
        assertEquals(packaged, Program.find((environment - "BOOTPAY_EMULATOR")::get) { packaged })
        assertEquals(packaged, Program.find((environment + ("BOOTPAY_EMULATOR" to ""))::get) { packaged })
        assertEquals(onPath, Program.find((environment - "BOOTPAY_EMULATOR")::get) { null })
    }

    @Test
    fun `an absent program is explained with the platform`() {
        val failure = assertThrows<IllegalStateException> { Program.find({ null }) { null } }
        assertTrue("${Program.platform}, nor has the PATH" in failure.message!! && "BOOTPAY_EMULATOR" in failure.message!!, failure.message)
    }

    @Test
    fun `a program that does not start is named`() {
        val failure = assertThrows<IllegalStateException> { Emulator(program = folder.resolve("absent")) }
        assertTrue(failure.message!!.startsWith("$folder/absent does not start on "), failure.message)
        val ended = assertThrows<IllegalStateException> { Emulator(program = Paths.get("/bin/true")) }
        assertEquals("bootpay-emulator ended immediately, with 0", ended.message)
    }

    @Test
    fun `an unpacked program is open to its user alone`() {
        val program = Program.unpack("#!/bin/sh\n".byteInputStream())
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(program.parent)))
        assertTrue(Files.isExecutable(program))
    }
}
