//! The calls as Swift has them: each resource is a protocol, which a merchant's test can implement; its calls take the
//! fields of the request, or the request.

use std::fmt::Write as _;

use bootpay_core::describe::{Field, INTERFACES, Kind, Model, RESOURCES, Resource, Shape, camel_case, models};
use bootpay_generator::{
    Source, opaque,
    swift::{END, Method, Parameter, comment, documentation, methods, parameter_docs, parameters, rename},
};

/// The words of calls whose result is often not needed, as they end something or repeat it.
const DISCARDABLE: [&str; 5] = ["acknowledge", "cancel", "delete", "resend", "revoke"];

/// Makes protocols of the resources, and of the client.
pub(crate) fn calls(source: &mut Source) {
    for resource in RESOURCES {
        self::resource(source, resource);
    }
    client(source);
}

/// The names of all calls and of what an interface is asked, in core's spelling.
pub(crate) fn names() -> impl Iterator<Item = &'static str> {
    let of_resource = |resource: &'static Resource| {
        let endpoints = resource.endpoints.iter().map(|endpoint| endpoint.method);
        let local = resource.local.iter().flat_map(|call| [call.method, call.argument]);
        endpoints.chain(local).chain(resource.pure.iter().map(|call| call.method)).chain([resource.field])
    };
    let methods = INTERFACES.iter().flat_map(|interface| interface.methods).map(|method| method.name);
    RESOURCES.iter().flat_map(of_resource).chain(methods)
}

fn resource(source: &mut Source, resource: &Resource) {
    let name = resource.name;
    let declared = format!("public protocol {name}Protocol: AnyObject, Sendable {{\n");
    let doc = documentation(source, &declared);
    let methods = methods(source.body(&declared, END));
    implementation(source, name, &methods);
    source.remove(&format!("public protocol {name}Protocol: "), END);
    let mut requirements = String::new();
    let mut shorter = String::new();
    for method in methods {
        let attribute = attribute(&method);
        let (name, parameters, result) = (&method.name, unlabelled(&method), &method.result);
        let _ = write!(
            requirements,
            "{}{attribute}    func {name}({parameters}) {result}\n\n",
            comment("    ", &method.doc)
        );
        shorter += &forms(source, &method);
    }
    source.append(&format!(
        "\n{}public protocol {name}: Sendable {{\n{}}}\n",
        comment("", &doc),
        closed(&requirements)
    ));
    source.append(&format!("\nextension {name} {{\n{}}}\n", closed(&shorter)));
}

/// Makes the class that `UniFFI` wrote the library's own implementation.
fn implementation(source: &mut Source, name: &str, methods: &[Method]) {
    let class = format!("Native{name}");
    source.replace(
        &format!("\npublic final class {name}: {name}Protocol, "),
        &format!("\nfinal class {class}: {name}, "),
    );
    for method in methods {
        let head = format!("public func {}({}", method.name, method.parameters.split(',').next().unwrap_or_default());
        source.replace_after(
            &format!("\nfinal class {class}: "),
            &head,
            &format!(
                "{}public func {}({}",
                attribute(method).trim_start(),
                method.name,
                unlabelled(method).split(',').next().unwrap_or_default()
            ),
        );
    }
    source.edit_block(&format!("struct FfiConverterType{name}: FfiConverter {{\n"), "\n}\n", |block| {
        rename(block, name, &class)
    });
    for function in ["lift", "lower"] {
        source.edit_block(&format!("func FfiConverterType{name}_{function}("), "\n", |line| rename(line, name, &class));
    }
}

/// Hands out the resources as properties of the client and of its protocol.
fn client(source: &mut Source) {
    let declared = "public protocol BootpayProtocol: AnyObject, Sendable {\n";
    let accessors = methods(source.body(declared, END));
    source.remove("public protocol BootpayProtocol: ", END);
    source.replace("\npublic final class Bootpay: BootpayProtocol, ", "\npublic final class Bootpay: BootpayClient, ");
    let mut requirements = String::new();
    for Method { doc, name, result, .. } in accessors {
        let ty = result.trim_start_matches("-> ");
        source.replace_after(
            "\npublic final class Bootpay: ",
            &format!("public func {name}() -> {ty}  {{\n"),
            &format!("public var {name}: any {ty} {{\n"),
        );
        let _ = write!(requirements, "{}    var {name}: any {ty} {{ get }}\n\n", comment("    ", &doc));
    }
    source.append(&format!(
        "\n/// The calls of a client of one merchant: ``Bootpay``, or a test's fake.\n\
         public protocol BootpayClient: Sendable {{\n{}}}\n",
        closed(&requirements)
    ));
}

/// The parameters of a method, where the object of the verb has no label.
fn unlabelled(method: &Method) -> String {
    let parameters = &method.parameters;
    if parameters.is_empty() || parameters.starts_with("_ ") { parameters.clone() } else { format!("_ {parameters}") }
}

fn attribute(method: &Method) -> &'static str {
    let is_discardable = DISCARDABLE.iter().any(|word| {
        method.name.strip_prefix(word).is_some_and(|rest| !rest.starts_with(|letter: char| letter.is_lowercase()))
    });
    if is_discardable { "    @discardableResult\n" } else { "" }
}

/// The other forms of a call: without options, with the fields of the request, and with the object that it is about.
fn forms(source: &Source, method: &Method) -> String {
    let Method { name, result, .. } = method;
    let attribute = attribute(method);
    let mut text = String::new();
    let mut form = |doc: &[String], parameters: &str, arguments: &str| {
        let effects = if result.contains("async") {
            "try await "
        } else if result.contains("throws") {
            "try "
        } else {
            ""
        };
        let _ = write!(
            text,
            "{}{attribute}    public func {name}({parameters}) {result} {{\n        {effects}self.{name}({arguments})\n    }}\n\n",
            comment("    ", doc)
        );
    };
    let Some(request) = method.parameters.strip_prefix("_ request: ") else {
        if let Some((object, value)) = object_of_argument(&method.parameters) {
            form(&method.doc, &format!("_ {}: {object}", camel(object)), &value);
        }
        return text;
    };
    let (request, has_options) = request.split_once(',').map_or((request, false), |(request, _)| (request, true));
    let fields = parameters(source, request);
    let (option, passed) = if has_options { ("options: CallOptions? = nil", ", options: options") } else { ("", "") };
    if has_options {
        form(&method.doc, &format!("_ request: {request}"), "request, options: nil");
    }
    let given = fields.iter().map(|field| format!("{}: {}", field.name, field.ty));
    let given: Vec<_> = given.chain((!option.is_empty()).then(|| option.to_owned())).collect();
    let values: Vec<_> =
        fields.iter().map(|Parameter { name, .. }| format!("{}: {name}", name.trim_matches('`'))).collect();
    let mut doc = method.doc.clone();
    if !given.is_empty() {
        doc.extend([String::new(), "- Parameters:".to_owned()]);
        doc.extend(parameter_docs(&fields));
    }
    if has_options {
        doc.push("  - options: The options of this call; without, those of the client.".to_owned());
    }
    form(&doc, &given.join(", "), &format!("{request}({}){passed}", values.join(", ")));
    if let Some((object, value)) = object_of_request(request, &fields) {
        let options = if has_options { ", options: CallOptions? = nil" } else { "" };
        let argument = format!("{request}({}: {value}){passed}", fields[0].name);
        form(&method.doc, &format!("_ {}: {object}{options}", camel(object)), &argument);
    }
    text
}

/// The response of which a request takes one field and nothing else, with that field: `ResolveAttempt` takes an
/// `Attempt`, by its `serialized`, and `FinishWebhook` a `WebhookDelivery`, by its `claim`. A request that only reads the
/// response anew takes none.
fn object_of_request(request: &str, fields: &[Parameter]) -> Option<(&'static str, String)> {
    let [field] = fields else { return None };
    if request.starts_with("Get") || !field.is_needed() {
        return None;
    }
    let responses =
        models().into_iter().filter(|model| matches!(model.shape, Shape::Struct { kind: Kind::Response, .. }));
    let named = responses.filter(|model| request.ends_with(model.name)).max_by_key(|model| model.name.len());
    let response = named.and_then(|model| text_field(&model, &field.name));
    response.or_else(|| {
        opaque().into_iter().find_map(|(name, held)| {
            let is_it = held.iter().any(|own| camel_case(own.name) == field.name && own.ty == "Option<String>");
            // Without a text the request is refused by the field's name.
            is_it.then(|| (name, format!("{}.{} ?? \"\"", camel(name), field.name)))
        })
    })
}

/// The same of an argument: `attempt_id` is the `id` of an `Attempt`.
fn object_of_argument(parameter: &str) -> Option<(&'static str, String)> {
    let (name, _) = parameter.split_once(": ")?;
    models().into_iter().find_map(|model| {
        let property = name.strip_prefix(camel(model.name).as_str())?;
        text_field(&model, &camel(property))
    })
}

/// A response with such a field, which is always there and is text; and the text.
fn text_field(model: &Model, property: &str) -> Option<(&'static str, String)> {
    let Shape::Struct { kind: Kind::Response, fields } = model.shape else { return None };
    let is_it = |field: &Field| camel_case(field.name) == property && field.ty == "String";
    fields.iter().any(is_it).then(|| (model.name, format!("{}.{property}", camel(model.name))))
}

fn camel(name: &str) -> String {
    name.get(..1).map_or_else(String::new, |first| first.to_lowercase() + &name[1..])
}

/// Without the blank line before a closing brace.
fn closed(members: &str) -> &str {
    members.strip_suffix('\n').unwrap_or(members)
}
