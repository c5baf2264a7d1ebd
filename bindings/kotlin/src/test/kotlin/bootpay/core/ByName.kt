package bootpay.core

import com.google.gson.JsonObject
import scenarios.camelCase
import scenarios.read
import java.lang.reflect.InvocationTargetException
import java.time.Duration
import kotlin.reflect.KClass
import kotlin.reflect.full.callSuspendBy
import kotlin.reflect.full.memberFunctions

/** Makes a call by its name in the table. */
internal suspend fun call(client: Any, name: String, with: JsonObject, timeout: Duration?): Any? {
    val (resourceName, methodName) = name.split(".").map(::camelCase)
    val resource = client::class.memberFunctions.single { it.name == resourceName }.call(client)!!
    val method = resource::class.memberFunctions.filter { it.name == methodName }.maxBy { it.parameters.size }
    val arguments = method.parameters.associateWith { parameter ->
        when {
            parameter.name == null -> resource
            parameter.name == "request" -> read(parameter.type.classifier as KClass<*>, with)
            parameter.name == "options" && timeout != null -> CallOptions(timeout = timeout)
            else -> null
        }
    }
    try {
        return method.callSuspendBy(arguments)
    } catch (wrapped: InvocationTargetException) {
        throw wrapped.targetException
    }
}
