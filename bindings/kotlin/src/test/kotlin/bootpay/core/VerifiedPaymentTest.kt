package bootpay.core

import bootpay.emulator.Emulator
import com.google.gson.Gson
import com.google.gson.JsonParseException
import kotlinx.coroutines.runBlocking
import org.jetbrains.kotlin.cli.common.ExitCode
import org.jetbrains.kotlin.cli.common.arguments.K2JVMCompilerArguments
import org.jetbrains.kotlin.cli.common.messages.CompilerMessageSeverity
import org.jetbrains.kotlin.cli.common.messages.CompilerMessageSourceLocation
import org.jetbrains.kotlin.cli.common.messages.MessageCollector
import org.jetbrains.kotlin.cli.jvm.K2JVMCompiler
import org.jetbrains.kotlin.config.Services
import org.junit.jupiter.api.AfterAll
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows
import org.junit.jupiter.api.io.TempDir
import org.junit.jupiter.params.ParameterizedTest
import org.junit.jupiter.params.provider.ValueSource
import java.io.ByteArrayOutputStream
import java.io.File
import java.io.NotSerializableException
import java.io.ObjectOutputStream
import java.lang.reflect.Modifier
import java.nio.file.Path
import javax.tools.Diagnostic
import javax.tools.DiagnosticCollector
import javax.tools.JavaFileObject
import javax.tools.ToolProvider

/** Only `confirm` and `verify` make a `VerifiedPayment`, in whatever package and language the code is. */
class VerifiedPaymentTest {
    @TempDir
    lateinit var folder: Path

    /** The code outside: the library's classes are compiled, and this is none of its modules. */
    private val library = File(VerifiedPayment::class.java.protectionDomain.codeSource.location.toURI())
    private val classpath = System.getProperty("java.class.path")
        .split(File.pathSeparator).filter { "test-classes" !in it }.joinToString(File.pathSeparator)

    @ParameterizedTest
    @ValueSource(strings = ["merchant", "bootpay.core"])
    fun `no Java makes one`(pack: String) {
        val ways = listOf(
            "new VerifiedPayment()",
            "new VerifiedPayment(1L)",
            "new VerifiedPayment(null, 1L)",
            "new VerifiedPayment(null, 1L, null)",
            "new VerifiedPayment(UniffiWithHandle.INSTANCE, 1L)",
            "new VerifiedPayment(NoHandle.INSTANCE)",
            "VerifiedPayment.Companion.ofHandle(1L)",
            "VerifiedPayment.Companion.ofHandle\$bootpay_core(1L)",
            "FfiConverterTypeVerifiedPayment.INSTANCE.lift(1L)",
            "FfiConverterTypeVerifiedPayment.INSTANCE.lift\$bootpay_core(1L)",
            "FfiConverterTypeVerifiedPayment.INSTANCE.read(java.nio.ByteBuffer.allocate(8))",
            "(VerifiedPayment) ((FfiConverter) FfiConverterTypeVerifiedPayment.INSTANCE).lift(1L)",
            "new VerifiedPayment() { }",
            "paid.copy()",
            "paid.clone()",
        )
        val head = listOf("package $pack;", "import bootpay.core.*;", "class Outside {")
        val good = "VerifiedPayment same(VerifiedPayment paid) { return paid.price() > 0 ? paid : null; }"
        val code = head + good + ways.mapIndexed { number, way -> "VerifiedPayment way$number(VerifiedPayment paid) { return $way; }" } + "}"
        val file = folder.resolve("Outside.java").toFile().apply { writeText(code.joinToString("\n")) }
        val compiler = ToolProvider.getSystemJavaCompiler()
        val said = DiagnosticCollector<JavaFileObject>()
        val files = compiler.getStandardFileManager(said, null, null)
        val options = listOf("-classpath", classpath, "-d", "$folder", "-Xmaxerrs", "1000")
        compiler.getTask(null, files, said, options, null, files.getJavaFileObjects(file)).call()
        val refused = said.diagnostics.filter { it.kind == Diagnostic.Kind.ERROR }.map { it.lineNumber.toInt() }
        assertOnly(ways, refused, head.size + 2, "${said.diagnostics}")
    }

    @ParameterizedTest
    @ValueSource(strings = ["merchant", "bootpay.core"])
    fun `no Kotlin makes one`(pack: String) {
        val ways = listOf(
            "VerifiedPayment()",
            "VerifiedPayment(1L)",
            "VerifiedPayment(UniffiWithHandle, 1L)",
            "VerifiedPayment(NoHandle)",
            "VerifiedPayment.ofHandle(1L)",
            "FfiConverterTypeVerifiedPayment.lift(1L)",
            "FfiConverterTypeVerifiedPayment.read(java.nio.ByteBuffer.allocate(8))",
            "object : VerifiedPayment() {}",
            "paid.copy()",
            "paid.clone()",
        )
        val head = listOf("package $pack", "import bootpay.core.*")
        val good = "fun same(paid: VerifiedPayment): VerifiedPayment? = paid.takeIf { it.price() > 0 }"
        val code = head + good + ways.mapIndexed { number, way -> "fun way$number(paid: VerifiedPayment): VerifiedPayment = $way" }
        val file = folder.resolve("Outside.kt").toFile().apply { writeText(code.joinToString("\n")) }
        val refused = mutableListOf<Int>()
        val said = mutableListOf<String>()
        val collector = object : MessageCollector {
            override fun clear() = Unit
            override fun hasErrors() = refused.isNotEmpty()
            override fun report(severity: CompilerMessageSeverity, message: String, location: CompilerMessageSourceLocation?) {
                if (!severity.isError) return
                said += "$location: $message"
                refused += location?.line ?: 0
            }
        }
        val arguments = K2JVMCompilerArguments().also {
            it.freeArgs = listOf("$file")
            it.classpath = classpath
            it.destination = "$folder"
            it.noStdlib = true
            it.noReflect = true
            it.moduleName = "merchant"
        }
        assertEquals(ExitCode.COMPILATION_ERROR, K2JVMCompiler().exec(collector, Services.EMPTY, arguments))
        assertOnly(ways, refused, head.size + 2, "$said")
    }

    /** Every way is refused, each at its line, and nothing else is. */
    private fun assertOnly(ways: List<String>, refused: List<Int>, first: Int, said: String) {
        val taken = ways.filterIndexed { number, _ -> first + number !in refused }
        assertEquals(emptyList<String>(), taken, said)
        assertTrue(refused.all { it in first..<first + ways.size }, said)
    }

    @Test
    fun `nothing that a compiler sees returns one but confirm, verify and a delivery`() {
        val found = library.walk().filter { it.extension == "class" }.flatMap { file ->
            val name = file.relativeTo(library).path.removeSuffix(".class").replace(File.separatorChar, '.')
            val type = Class.forName(name, false, javaClass.classLoader)
            val seen = type.declaredMethods.filter { !it.isSynthetic && !Modifier.isPrivate(it.modifiers) }
            seen.filter { VerifiedPayment::class.java.name in it.toGenericString().substringBefore("(") && it.returnType == VerifiedPayment::class.java }
                .map { "${type.simpleName}.${it.name}" }
        }
        val calls = listOf("BlockingPayments", "BlockingPaymentsInterface").flatMap { listOf("$it.confirm", "$it.verify") }
        assertEquals(calls.toSet() + "WebhookDelivery.payment", found.toSet())
        val constructors = VerifiedPayment::class.java.declaredConstructors.filter { !it.isSynthetic }
        assertTrue(constructors.all { Modifier.isPrivate(it.modifiers) }, "$constructors")
        assertTrue(Modifier.isFinal(VerifiedPayment::class.java.modifiers) && VerifiedPayment::class.java.interfaces.none { "Verified" in it.name })
    }

    @Test
    fun `no object is made from a handle`() {
        val objects = library.walk().filter { it.extension == "class" }
            .map { Class.forName(it.relativeTo(library).path.removeSuffix(".class").replace(File.separatorChar, '.'), false, javaClass.classLoader) }
            .filter { Disposable::class.java.isAssignableFrom(it) && !it.isInterface }.toList()
        assertTrue(objects.size > 25, "$objects")
        for (type in objects) {
            val open = type.declaredConstructors.filter { !it.isSynthetic && !Modifier.isPrivate(it.modifiers) }
            assertTrue(open.none { Long::class.javaPrimitiveType in it.parameterTypes }, "$open")
            assertTrue(Modifier.isFinal(type.modifiers), "$type is open")
        }
    }

    @Test
    fun `one is written as JSON, and none comes from text or bytes`() {
        assertThrows<JsonParseException> {
            Gson().fromJson("""{"handle": 1, "callCounter": 1, "wasDestroyed": false}""", VerifiedPayment::class.java)
        }
        val id = emulator.pay(1000)["receipt_id"].asString
        emulator.client().use { bootpay ->
            val paid = runBlocking { bootpay.payments().confirm(ConfirmPayment(id, "o-1", 1000)) }
            val text = """{"receipt_id":"$id","order_id":"o-1","price":1000,"confirmed_earlier":false,"receipt":{"receipt_id":"$id","""
            assertTrue(Gson().toJson(paid).startsWith(text), Gson().toJson(paid))
            assertThrows<JsonParseException> { Gson().fromJson(Gson().toJson(paid), VerifiedPayment::class.java) }
            assertThrows<NotSerializableException> { ObjectOutputStream(ByteArrayOutputStream()).writeObject(paid) }
        }
    }

    companion object {
        private val emulator = Emulator()

        @JvmStatic
        @AfterAll
        fun stop() = emulator.close()
    }
}
