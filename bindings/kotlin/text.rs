//! Text that is not Unicode: a string of the JVM may hold half of a surrogate pair, which Rust cannot take.
//! It is refused by the field's name before anything is handed to core.

use bootpay_core::describe::{Local, Pure, RESOURCES, camel_case};
use bootpay_generator::{
    Source,
    kotlin::{before, search},
};

pub(crate) fn text(source: &mut Source) {
    search(source, "is Secret -> at.takeUnless { isUnicode(value.expose()) }\n    ");
    for resource in RESOURCES {
        for prefix in ["", "blocking"] {
            let function = |method: &str| {
                format!("UniffiLib.uniffi_bootpay_core_fn_method_{prefix}{}_{method}(\n", resource.name.to_lowercase())
            };
            for endpoint in resource.endpoints {
                let check = format!("unicode(\"{}.{}\", \"\" to `request`)", resource.field, endpoint.method);
                before(source, &function(endpoint.method), &check);
            }
            for Pure { method, .. } in resource.pure {
                let check = format!("unicode(\"{}.{method}\", \"\" to `request`)", resource.field);
                before(source, &function(method), &check);
            }
            for Local { method, argument, .. } in resource.local.iter().filter(|local| !local.argument.is_empty()) {
                let check =
                    format!("unicode(\"{}.{method}\", \"{argument}\" to `{}`)", resource.field, camel_case(argument));
                before(source, &function(method), &check);
            }
        }
    }
    before(
        source,
        "UniffiLib.uniffi_bootpay_core_fn_func_explain_retry(\n",
        "unicode(\"explain_retry\", \"endpoint\" to `endpoint`)",
    );
    before(source, "UniffiLib.uniffi_bootpay_core_fn_func_pg_from_name(\n", "if (!isUnicode(`name`)) return null");
    let keys = ["client_key", "secret_key", "application_id", "private_key"]
        .map(|key| format!("\"{key}\" to `{}`", camel_case(key)))
        .join(", ");
    for (class, checked) in
        [("credentials", keys.as_str()), ("bootpay", "\"\" to `options`"), ("blockingbootpay", "\"\" to `options`")]
    {
        let call = format!("    UniffiLib.uniffi_bootpay_core_fn_constructor_{class}_new(\n");
        source.replace(&call, &format!("    unicode(null, {checked})\n{call}"));
    }
    let not_unicode = " fun `notUnicode`(";
    source.replace(not_unicode, &format!("internal{not_unicode}"));
}
