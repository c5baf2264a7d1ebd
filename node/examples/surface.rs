//! Writes the generated files of the package: `types` for `index.d.ts`, `names` for `index.mjs`, `edge` for `edge.mjs`, `shapes`
//! for `models.js`, `enums` for `enums.js`, `enum-types` for `enums.d.ts`, `window` for `window.js` and `window-types` for
//! `window.d.ts`.

use std::{
    collections::{BTreeMap, BTreeSet},
    env,
    sync::LazyLock,
};

use bootpay_core::describe::{
    Endpoint, Field, INTERFACES, Interface, Kind, Local, Method, Model, Printed, Pure, RESOURCES, Resource, Shape,
    Variant, WINDOW, camel_case, models, unindented,
};

fn main() {
    match env::args().nth(1).as_deref() {
        Some("types") => types(),
        Some("names") => names(),
        Some("edge") => edge(),
        Some("shapes") => shapes(),
        Some("enums") => enum_names(),
        Some("enum-types") => word_types(),
        Some("window") => window(),
        Some("window-types") => window_types(),
        _ => panic!("expected the name of a generated file's content"),
    }
}

fn types() {
    print!("{HEAD}");
    for Model { name, doc, shape } in models() {
        match shape {
            Shape::Enum { open, variants } => word_type(name, doc, open, variants),
            Shape::Struct { kind: Kind::Opaque, fields } => made_by_calls(name, doc, fields),
            Shape::Struct { fields, .. } => literal_type(name, doc, fields),
        }
    }
    INTERFACES.iter().for_each(interface);
    client();
    RESOURCES.iter().for_each(resource);
    println!("\n{}export declare function explainRetry(endpoint: string): string", comment(&spoken(EXPLAIN), ""));
}

/// An object literal.
fn literal_type(name: &str, doc: &str, fields: &[Field]) {
    println!("\n{}export interface {name} {{", comment(&spoken(doc), ""));
    for field in fields {
        let (ty, optional) = in_typescript(field.ty);
        let mark = if optional { "?" } else { "" };
        println!("{}  {}{mark}: {ty}", comment(&documented(field), "  "), key(field));
    }
    println!("}}");
}

/// A class without a constructor that anybody may call.
fn made_by_calls(name: &str, doc: &str, fields: &[Field]) {
    println!("\n{}export declare class {name} {{\n  private constructor()", comment(&spoken(doc), ""));
    for field in fields {
        println!("{}  get {}(): {}", comment(&documented(field), "  "), key(field), in_typescript(field.ty).0);
    }
    println!("}}\nexport interface {name} {{\n  readonly [made]: true\n}}");
}

fn client() {
    println!("\n{}export declare class Bootpay {{", comment(CLIENT, ""));
    println!("{}  constructor(settings: Credentials & ClientOptions)", comment(CONSTRUCTOR, "  "));
    let env = "env?: Readonly<Record<string, string | undefined>>";
    println!("{}  static fromEnv({env}, options?: ClientOptions): Bootpay", comment(FROM_ENV, "  "));
    for resource in RESOURCES {
        let doc = comment(&spoken(&unindented(resource.doc)), "  ");
        println!("{doc}  get {}(): {}", camel_case(resource.field), resource.name);
    }
    println!("{}  close(): void", comment(CLOSE, "  "));
    println!("{}  [Symbol.dispose](): void", comment("Closes it, at the end of a `using` block.", "  "));
    println!("{}  [Symbol.asyncDispose](): Promise<void>\n}}", comment(ASYNC_DISPOSE, "  "));
}

fn resource(Resource { name, doc, endpoints, local, pure, .. }: &Resource) {
    println!("\n{}export declare class {name} {{\n  private constructor()", comment(&spoken(&unindented(doc)), ""));
    for Endpoint { method, doc, request, reply, .. } in *endpoints {
        let (method, doc) = (camel_case(method), comment(&spoken(&unindented(doc)), "  "));
        let (reply, may_be_null) = in_typescript(&without_blanks(reply));
        let (given, null) =
            (if is_empty(request) { "request?" } else { "request" }, if may_be_null { " | null" } else { "" });
        println!("{doc}  {method}({given}: {request}, options?: CallOptions): Promise<{reply}{null}>");
    }
    for Local { method, doc, argument, reply } in *local {
        let (method, doc) = (camel_case(method), comment(&spoken(&unindented(doc)), "  "));
        let argument = if argument.is_empty() { String::new() } else { camel_case(argument) + ": string" };
        println!("{doc}  {method}({argument}): {}", in_typescript(&without_blanks(reply)).0);
    }
    for Pure { method, doc, request, reply } in *pure {
        let (method, doc) = (camel_case(method), comment(&spoken(&unindented(doc)), "  "));
        let given = if is_empty(request) { "request?" } else { "request" };
        println!("{doc}  {method}({given}: {request}): {}", in_typescript(&without_blanks(reply)).0);
    }
    println!("}}");
}

/// A type of the table, as fields have theirs.
fn without_blanks(ty: &str) -> String {
    ty.replace(' ', "")
}

/// A request without fields need not be given.
fn is_empty(request: &str) -> bool {
    models().iter().any(|model| model.name == request && matches!(model.shape, Shape::Struct { fields: [], .. }))
}

/// A Rust type in TypeScript, and true if it may be absent.
fn in_typescript(ty: &str) -> (String, bool) {
    if let Some(inner) = argument(ty, "Option") {
        return (in_typescript(inner).0, true);
    }
    let name = match ty {
        "String" | "Secret" => "string".into(),
        "bool" => "boolean".into(),
        "i64" | "Won" | "Timeout" => "number".into(),
        "Timestamp" => "Date".into(),
        "Store" => "AttemptStore".into(),
        "Headers" => "RequestHeaders".into(),
        "Body" => "string | Uint8Array | ArrayBuffer".into(),
        "NoticeText" => "WebhookNotice | string".into(),
        "ClaimText" => "WebhookDelivery | string".into(),
        other => argument(other, "Vec").map_or(other.into(), |item| format!("Array<{}>", in_typescript(item).0)),
    };
    (name, false)
}

/// `T` of an `Outer<T>`.
fn argument<'a>(ty: &'a str, outer: &str) -> Option<&'a str> {
    ty.strip_prefix(outer)?.strip_prefix('<')?.strip_suffix('>')
}

/// A field's name; of a duration with its unit.
fn key(field: &Field) -> String {
    let unit = if field.ty.trim_start_matches("Option<").starts_with("Timeout") { "Ms" } else { "" };
    camel_case(field.name) + unit
}

fn documented(field: &Field) -> String {
    let more = if field.printed == Printed::Omitted { RAW } else { "" };
    spoken(field.doc.trim()) + more
}

/// The documentation as JavaScript spells fields, calls and kinds of errors: what stands between backticks.
fn spoken(doc: &str) -> String {
    static NAMES: LazyLock<BTreeMap<String, String>> = LazyLock::new(spellings);
    let replaced = |quoted: &str| {
        let head = quoted.split([':', '=']).next().unwrap_or_default().trim_end();
        let word = |name| NAMES.get(name).map_or(name, String::as_str);
        let words = head.split('.').map(word).collect::<Vec<_>>().join(".");
        (words + &quoted[head.len()..]).replace("::", ".")
    };
    let parts = doc.split('`').enumerate();
    parts.map(|(at, part)| if at % 2 == 0 { part.to_owned() } else { replaced(part) }).collect::<Vec<_>>().join("`")
}

fn spellings() -> BTreeMap<String, String> {
    let mut names = BTreeMap::new();
    let mut symbols = BTreeSet::new();
    for Model { name: model, shape, .. } in models() {
        match shape {
            Shape::Struct { fields, .. } => {
                names.extend(fields.iter().map(|field| (field.name.to_owned(), key(field))));
            }
            Shape::Enum { variants, .. } if model == "ErrorKind" => {
                names.extend(variants.iter().map(|variant| (variant.name.to_owned(), variant.symbol.to_owned())));
            }
            Shape::Enum { variants, .. } => symbols.extend(variants.iter().map(|variant| variant.symbol)),
        }
    }
    for Resource { field, endpoints, local, pure, .. } in RESOURCES {
        let methods = endpoints.iter().map(|endpoint| endpoint.method).chain(local.iter().map(|local| local.method));
        let methods = methods.chain(pure.iter().map(|pure| pure.method));
        names.extend(methods.chain([*field]).map(|name| (name.to_owned(), camel_case(name))));
    }
    names.extend(WINDOW.iter().map(|function| (function.method.to_owned(), camel_case(function.method))));
    // A value of the API stays as it is.
    names.retain(|name, _| !symbols.contains(name.as_str()));
    names
}

/// What the package's JavaScript makes of each response, and the calls.
fn shapes() {
    println!("// Generated: `make generate`.\n'use strict'\n");
    println!(
        "/** Of each response: fields that become dates, or are objects of their own, hidden, or masked when printed. */"
    );
    println!("const models = {{\n  __proto__: null,");
    let dressed = dressed();
    for Model { name, shape, .. } in models() {
        let Shape::Struct { kind, fields } = shape else { continue };
        if !dressed.contains(name) {
            continue;
        }
        let list = |label: &str, chosen: &dyn Fn(&Field) -> bool| {
            let names: Vec<_> = fields.iter().filter(|field| chosen(field)).map(|field| literal(&key(field))).collect();
            (!names.is_empty()).then(|| format!("{label}: [{}]", names.join(", ")))
        };
        let parts: Vec<_> = fields
            .iter()
            .filter(|field| dressed.contains(plain(field.ty)))
            .map(|field| format!("{}: {}", key(field), literal(plain(field.ty))))
            .collect();
        let members = [
            list("dates", &|field| plain(field.ty) == "Timestamp"),
            (!parts.is_empty()).then(|| format!("parts: {{ {} }}", parts.join(", "))),
            list("secrets", &|field| plain(field.ty) == "Secret"),
            list("masked", &|field| field.printed == Printed::Masked),
            fields.iter().any(|field| field.printed == Printed::Omitted).then(|| "raw: true".to_owned()),
            if kind == Kind::Opaque { list("opaque", &|_| true) } else { None },
        ];
        println!("  {name}: {{ {} }},", members.into_iter().flatten().collect::<Vec<_>>().join(", "));
    }
    println!("}}\n\n/** The resources of a client: field, class, and what each call returns. */\nconst resources = [");
    for Resource { field, name, endpoints, local, pure, .. } in RESOURCES.iter().cloned() {
        let calls = endpoints.iter().map(|endpoint| (endpoint.method, endpoint.reply));
        let locals = local.iter().map(|local| (local.method, local.reply));
        let locals = locals.chain(pure.iter().map(|pure| (pure.method, pure.reply)));
        println!("  ['{}', '{name}', {}, {}],", camel_case(field), replies(calls), replies(locals));
    }
    let functions = WINDOW.iter().map(|function| (function.method, function.reply));
    println!("]\n\n/** What each function of the payment window returns. */\nconst window = {}", replies(functions));
    println!("\nmodule.exports = {{ models, resources, window }}");
}

fn replies<'a>(calls: impl Iterator<Item = (&'a str, &'a str)>) -> String {
    let calls: Vec<_> = calls
        .map(|(method, reply)| format!("{}: {}", camel_case(method), literal(plain(&without_blanks(reply)))))
        .collect();
    if calls.is_empty() { "{}".into() } else { format!("{{ {} }}", calls.join(", ")) }
}

/// `T` of an `Option<Vec<T>>`.
fn plain(ty: &str) -> &str {
    argument(ty, "Option").or_else(|| argument(ty, "Vec")).map_or(ty, plain)
}

/// The responses that are more than parsed JSON, or hold one that is.
fn dressed() -> BTreeSet<&'static str> {
    let mut found = BTreeSet::new();
    loop {
        let before = found.len();
        for Model { name, shape, .. } in models() {
            let Shape::Struct { kind: Kind::Response | Kind::Opaque, fields } = shape else { continue };
            let is_more = |field: &Field| {
                field.printed != Printed::Plain || plain(field.ty) == "Timestamp" || found.contains(plain(field.ty))
            };
            if fields.iter().any(is_more) {
                found.insert(name);
            }
        }
        if found.len() == before {
            return found;
        }
    }
}

fn names() {
    println!("// Generated: `make generate`.\nimport core from './index.js'\n");
    println!("export const {{ {} }} = core", exported().join(", "));
}

/// The same names where nothing of it runs: an import says so, and not that a name is missing.
fn edge() {
    println!("// Generated: `make generate`.\nimport './edge.js'\n");
    println!("export const {{ {} }} = {{}}", exported().join(", "));
}

fn exported() -> Vec<&'static str> {
    let opaque = models().into_iter().filter(|model| matches!(model.shape, Shape::Struct { kind: Kind::Opaque, .. }));
    let fixed = ["Bootpay", "BootpayError", "explainRetry"].into_iter();
    fixed.chain(RESOURCES.iter().map(|resource| resource.name)).chain(opaque.map(|model| model.name)).collect()
}

/// The functions of the payment window, by names that an import of ECMAScript sees.
fn window() {
    let names: Vec<_> = WINDOW.iter().map(|function| camel_case(function.method)).collect();
    println!("// Generated: `make generate`.\n'use strict'\n");
    println!("const {{ {0} }} = require('./index.js').window\n\nmodule.exports = {{ {0} }}", names.join(", "));
}

fn window_types() {
    let mut types: BTreeSet<_> = WINDOW.iter().map(|function| function.request).collect();
    let replies = WINDOW.iter().map(|function| function.reply);
    types.extend(replies.filter(|reply| models().iter().any(|model| model.name == *reply)));
    let types = types.into_iter().collect::<Vec<_>>().join(", ");
    let (payloads, parts) = payloads();
    println!(
        "// Generated: `make generate`.\nimport type {{ {types} }} from './index.js'\nimport type {{ {} }} from \
         './index.js'\n\nexport type {{ {types} }}\n{payloads}",
        parts.into_iter().collect::<Vec<_>>().join(", ")
    );
    for Pure { method, doc, request, reply } in WINDOW {
        let (name, doc) = (camel_case(method), comment(&spoken(&unindented(doc)), ""));
        let reply = match *reply {
            OPENED => format!("{OPENED} & {{ payload: {request}Payload }}"),
            reply => in_typescript(&without_blanks(reply)).0,
        };
        println!("{doc}export declare function {name} (request: {request}): {reply}\n");
    }
}

/// What a function of the window returns for a page to open it with.
const OPENED: &str = "WindowPayload";

/// The enums of the window that are `#[model(numbered)]`.
const SENT_AS_NUMBERS: &[&str] = &["Gender"];

/// The requests of windows as they travel, for the browser SDK, and what they name of the package's types.
fn payloads() -> (String, BTreeSet<String>) {
    let (mut text, mut parts, mut written) = (String::new(), BTreeSet::new(), BTreeSet::new());
    let mut waiting: Vec<_> =
        WINDOW.iter().filter(|function| function.reply == OPENED).map(|function| function.request.to_owned()).collect();
    while let Some(name) = waiting.pop() {
        let found = models().into_iter().find(|model| model.name == name).map(|model| model.shape);
        let Some(Shape::Struct { fields, .. }) = found else { continue };
        if !written.insert(name.clone()) {
            continue;
        }
        let mut members: Vec<(&str, bool, Vec<String>)> = vec![];
        for field in fields {
            let (ty, optional) = in_typescript(field.ty);
            let bare = ty.trim_start_matches("Array<").trim_end_matches('>').to_owned();
            let ty = match models().iter().find(|model| model.name == bare).map(|model| &model.shape) {
                Some(Shape::Struct { .. }) => {
                    waiting.push(bare.clone());
                    ty.replace(&bare, &format!("{bare}Payload"))
                }
                Some(Shape::Enum { .. }) if SENT_AS_NUMBERS.contains(&bare.as_str()) => "number".to_owned(),
                Some(Shape::Enum { .. }) => {
                    parts.insert(bare);
                    ty
                }
                // The browser SDK has narrower types for JSON.
                None => ty.replace("Json", "any"),
            };
            match members.iter_mut().find(|(wire, ..)| *wire == field.wire) {
                Some((_, all_optional, types)) => {
                    *all_optional &= optional;
                    types.push(ty);
                }
                None => members.push((field.wire, optional, vec![ty])),
            }
        }
        let members = members.into_iter().map(|(wire, optional, types)| {
            format!("  {wire}{}: {}\n", if optional { "?" } else { "" }, types.join(" | "))
        });
        let members = members.collect::<Vec<_>>().concat();
        let head =
            format!("\n/** `{name}` as it travels, with the API's names. */\nexport interface {name}Payload {{\n");
        text += &[head, members, "}\n".to_owned()].concat();
    }
    (text, parts)
}

/// The names of the values of each enum.
fn enum_names() {
    println!("// Generated: `make generate`.\n'use strict'\n\nconst names = {{\n  __proto__: null,");
    for (name, _, variants) in enums() {
        println!("  {name}: {{\n    __proto__: null,");
        for Variant { symbol, english, korean, .. } in variants {
            let korean = korean.map(|korean| format!(", korean: {}", literal(korean))).unwrap_or_default();
            println!("    {}: {{ english: {}{korean} }},", literal(symbol), literal(english));
        }
        println!("  }},");
    }
    println!("}}\nfor (const words of Object.values(names)) {{");
    println!("  for (const name of Object.values(words)) Object.freeze(name)\n  Object.freeze(words)\n}}");
    println!("\nmodule.exports = {{ names: Object.freeze(names) }}");
}

fn word_types() {
    print!("{ENUMS_HEAD}");
    for (name, open, variants) in enums() {
        println!("  readonly {name}: {{");
        for Variant { symbol, .. } in variants {
            println!("    readonly {}: Name", literal(symbol));
        }
        if open {
            println!("    readonly [value: string]: Name | undefined");
        }
        println!("  }}");
    }
    println!("}}");
}

fn enums() -> Vec<(&'static str, bool, &'static [Variant])> {
    let of = |model: Model| match model.shape {
        Shape::Enum { open, variants } => Some((model.name, open, variants)),
        Shape::Struct { .. } => None,
    };
    models().into_iter().filter_map(of).collect()
}

fn literal(text: &str) -> String {
    format!("'{}'", text.replace('\\', "\\\\").replace('\'', "\\'"))
}

fn word_type(name: &str, doc: &str, open: bool, variants: &[Variant]) {
    println!("\n{}export type {name} =", comment(&spoken(doc), ""));
    for Variant { symbol, doc, .. } in variants {
        println!("{}  | '{symbol}'", comment(&spoken(doc), "  "));
    }
    if open {
        println!("  /** A value that this version does not know, as Bootpay sent it. */\n  | (string & {{}})");
    }
}

/// An interface that a merchant may implement; its methods may be asynchronous.
fn interface(Interface { name, doc, methods }: &Interface) {
    println!("\n{}export interface {name} {{", comment(&spoken(&unindented(doc)), ""));
    for Method { name, doc, argument, takes, gives } in *methods {
        let gives = match *gives {
            "()" => "unknown".to_owned(),
            "bool" => or_promised("boolean"),
            "Option<String>" => or_promised("string | null | undefined"),
            "Vec<String>" => or_promised("Array<string>"),
            other => panic!("what is {other} in TypeScript?"),
        };
        let takes = if *takes == "String" { "string" } else { takes };
        println!("{}  {}({argument}: {takes}): {gives}", comment(&spoken(&unindented(doc)), "  "), camel_case(name));
    }
    println!("}}");
}

fn or_promised(ty: &str) -> String {
    format!("{ty} | Promise<{ty}>")
}

fn comment(doc: &str, indent: &str) -> String {
    let doc = doc.trim().replace("*/", "*\\/");
    if !doc.contains('\n') {
        return format!("{indent}/** {doc} */\n");
    }
    let lines: Vec<_> = doc.lines().map(|line| format!("{indent} * {line}").trim_end().to_owned()).collect();
    format!("{indent}/**\n{}\n{indent} */\n", lines.join("\n"))
}

const HEAD: &str = "// Generated: `make generate`.

declare const made: unique symbol
export {}

/** Any JSON. */
export type Json = null | boolean | number | string | Json[] | { [name: string]: Json }

/** The headers of a request: those of Node's `http`, of Express, or a `Headers` of the web. */
export type RequestHeaders = Record<string, string | string[] | undefined> | Iterable<[string, string]>

/** The error of a failed call. `kind` says what to do; the other fields describe the failure. */
export declare class BootpayError extends Error {
  private constructor()
  readonly name: 'BootpayError'
  /** The signal's reason, if the call was cancelled. */
  readonly cause?: unknown
}
export interface BootpayError extends Readonly<ErrorInfo> {}

export interface CallOptions {
  /**
   * Cancels the call: it rejects with the signal's reason.
   *
   * A write or money call that was sent completes in the background instead, and the call rejects
   * with a `BootpayError` of kind `outcome_unknown` that carries the attempt.
   */
  signal?: AbortSignal
}
";

const CLIENT: &str = "A client of one merchant.

Clients share nothing and start nothing before the first call. A script ends when no call is pending; a process
waits for money calls in progress. Each namespace is one object, so that a test can mock its methods.";

const CONSTRUCTOR: &str = "Creates a client. Throws a `BootpayError` of kind `invalid` if half of a key pair, or all of
it, is missing, or if an option breaks its rule.";

const FROM_ENV: &str = "Creates a client from environment variables: `env`, by default `process.env`, of which a worker
thread has its own.

`BOOTPAY_CLIENT_KEY` with `BOOTPAY_SECRET_KEY`, or `BOOTPAY_APPLICATION_ID` with `BOOTPAY_PRIVATE_KEY`, or all four;
and, if wanted, `BOOTPAY_MODE` (`live` or `test`), `BOOTPAY_BASE_URL`, `BOOTPAY_ATTEMPTS_FILE`,
`BOOTPAY_WEB_APPLICATION_ID`, `BOOTPAY_ANDROID_APPLICATION_ID`, `BOOTPAY_IOS_APPLICATION_ID` and `BOOTPAY_TRUSTED_PROXIES`. A variable that is set
but empty counts as not set. An option goes before its variable.

Throws a `BootpayError` of kind `invalid`, whose `field` is the variable, if half of a key pair, or all of it, is
missing or a value breaks its rule.";

const CLOSE: &str = "Closes the connections after pending calls have ended. Later calls fail with kind `invalid`;
`attempts.unresolved` and `attempts.acknowledge` go on working.";

const ASYNC_DISPOSE: &str = "Closes it and waits for its pending calls, at the end of an `await using` block.";

const EXPLAIN: &str = "Explains if and when a call is retried, by the client and by its caller.

`endpoint` is a call as errors name it, for example `payments.cancel_full`. The text describes the default
options; after a failure, the error's `repeat` tells if that call may be made again.

Throws a `BootpayError` of kind `invalid` if there is no such call.";

const RAW: &str = " Parsed when it is looked at, and not
enumerable, so that it is neither copied nor serialised. A whole number beyond 2^53 is a string of its digits.";

const ENUMS_HEAD: &str = "// Generated: `make generate`.

/** The names of an enum value. */
export interface Name {
  /** Name in English. */
  readonly english: string
  /** Name in Korean, as Bootpay shows it. */
  readonly korean?: string
}

/**
 * Names of the enum values that this version knows, by type and value: `names.Bank['004'].korean`.
 * Bootpay may send other values of an open enum, which have no name here.
 */
export declare const names: {
";
