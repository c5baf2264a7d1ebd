//! Writes the generated files of the package: `types` for `index.d.ts`, `names` for `index.mjs`,
//! `enums` for `enums.js` and `enum-types` for `enums.d.ts`. The interfaces and classes are napi-rs's
//! own (it leaves them in `NAPI_TYPE_DEF_TMP_FOLDER` while it compiles), the words are core's.

use std::{collections::BTreeMap, env, fs, path::Path};

use bootpay_core::describe::{
    INTERFACES, Interface, Kind, Method, Model, RESOURCES, Shape, Variant, camel_case, models, unindented,
};
use serde_json::Value;

fn main() {
    match env::args().nth(1).as_deref() {
        Some("types") => types(),
        Some("names") => names(),
        Some("enums") => enum_names(),
        Some("enum-types") => word_types(),
        _ => panic!("expected `types`, `names`, `enums` or `enum-types`"),
    }
}

fn types() {
    print!("{HEAD}");
    let mut compiled = compiled(Path::new(&env::var("NAPI_TYPE_DEF_TMP_FOLDER").expect("NAPI_TYPE_DEF_TMP_FOLDER")));
    let mut print =
        |name: &str| println!("\n{}", compiled.remove(name).unwrap_or_else(|| panic!("{name} was not compiled")));
    for Model { name, doc, shape } in models() {
        match shape {
            Shape::Enum { open, variants } => word_type(name, doc, open, variants),
            Shape::Struct { kind, .. } => {
                print(name);
                if kind == Kind::Opaque {
                    println!("export interface {name} {{\n  readonly [made]: true\n}}");
                }
            }
        }
    }
    INTERFACES.iter().for_each(interface);
    print("Bootpay");
    for resource in RESOURCES {
        print(resource.name);
    }
    print("explainRetry");
    assert!(compiled.is_empty(), "compiled but not described: {:?}", compiled.keys());
}

fn names() {
    let opaque = models().into_iter().filter(|model| matches!(model.shape, Shape::Struct { kind: Kind::Opaque, .. }));
    let names: Vec<_> = RESOURCES.iter().map(|resource| resource.name).chain(opaque.map(|model| model.name)).collect();
    println!("// Generated: `make generate`.\nimport {{ createRequire }} from 'node:module'\n");
    println!("// Required, not imported: an import first searches the file for its names, which takes milliseconds.");
    let names = names.join(", ");
    println!(
        "export const {{ Bootpay, BootpayError, explainRetry, {names} }} = createRequire(import.meta.url)('./index.js')"
    );
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

/// The declarations that napi-rs left, by name.
fn compiled(folder: &Path) -> BTreeMap<String, String> {
    let (mut heads, mut bodies) = (BTreeMap::new(), BTreeMap::<String, String>::new());
    for package in ["bootpay-core", "bootpay-node"] {
        let lines = fs::read_to_string(folder.join(package)).expect("the crate was compiled with its type definitions");
        for line in lines.lines() {
            let line: Value = serde_json::from_str(line).expect("JSON");
            let [kind, name, doc, body] =
                ["kind", "name", "js_doc", "def"].map(|key| line[key].as_str().unwrap_or_default());
            let doc: String = doc.lines().flat_map(|line| [line.trim_end(), "\n"]).collect();
            let keyword = match kind {
                "fn" => {
                    heads.insert(name.to_owned(), format!("{doc}export declare {body}"));
                    continue;
                }
                "interface" => "interface",
                "struct" => "declare class",
                "impl" => "",
                other => panic!("{name}: what is a {other}?"),
            };
            if !keyword.is_empty() {
                heads.insert(name.to_owned(), format!("{doc}export {keyword} {name}"));
            }
            bodies.entry(name.to_owned()).or_default().extend(body.lines().map(member));
        }
    }
    let whole = |(name, head): (String, String)| match bodies.get(&name) {
        Some(body) => (name, format!("{head} {{\n{body}}}")),
        None => (name, head),
    };
    heads.into_iter().map(whole).collect()
}

/// A line of a declaration's body.
fn member(line: &str) -> String {
    match line.trim() {
        // What takes nothing to be made, is made by calls only.
        "constructor()" => "  private constructor()\n".into(),
        comment if comment.starts_with('*') => format!("   {comment}\n"),
        line => format!("  {}\n", optional_requests(line)),
    }
}

/// What has no fields need not be given.
fn optional_requests(line: &str) -> String {
    let empty = |model: &Model| matches!(model.shape, Shape::Struct { kind: Kind::Request, fields: [] });
    models().iter().filter(|model| empty(model)).fold(line.to_owned(), |line, Model { name, .. }| {
        line.replace(&format!("(request: {name},"), &format!("(request?: {name},"))
    })
}

fn word_type(name: &str, doc: &str, open: bool, variants: &[Variant]) {
    println!("\n{}export type {name} =", comment(doc, ""));
    for Variant { symbol, doc, .. } in variants {
        println!("{}  | '{symbol}'", comment(doc, "  "));
    }
    if open {
        println!("  /** A value that this version does not know, as Bootpay sent it. */\n  | (string & {{}})");
    }
}

/// An interface that a merchant may implement; its methods may be asynchronous.
fn interface(Interface { name, doc, methods }: &Interface) {
    println!("\n{}export interface {name} {{", comment(&unindented(doc), ""));
    for Method { name, doc, argument, takes, gives } in *methods {
        let gives = match *gives {
            "()" => "unknown".to_owned(),
            "Option<String>" => in_typescript("string | null | undefined"),
            "Vec<String>" => in_typescript("Array<string>"),
            other => panic!("what is {other} in TypeScript?"),
        };
        let takes = if *takes == "String" { "string" } else { takes };
        println!("{}  {}({argument}: {takes}): {gives}", comment(&unindented(doc), "  "), camel_case(name));
    }
    println!("}}");
}

fn in_typescript(ty: &str) -> String {
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
