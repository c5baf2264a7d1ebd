//! Prints, from core's own description, what napi-rs cannot know of the package: `types` for the
//! head of `index.d.ts`, `names` for `index.mjs`.

use bootpay_core::describe::{Kind, Model, RESOURCES, Shape, Variant, models};

fn main() {
    match std::env::args().nth(1).as_deref() {
        Some("types") => types(),
        Some("names") => names(),
        _ => panic!("expected `types` or `names`"),
    }
}

fn types() {
    print!("{HEAD}");
    for Model { name, doc, shape } in models() {
        match shape {
            Shape::Enum { open, variants } => {
                println!("\n{}export type {name} =", comment(doc, ""));
                for Variant { symbol, doc, .. } in variants {
                    println!("{}  | '{symbol}'", comment(doc, "  "));
                }
                if open {
                    println!("  /** A word that this version does not know, as Bootpay sent it. */\n  | (string & {{}})");
                }
            }
            Shape::Struct { kind: Kind::Opaque, .. } => {
                println!("\nexport interface {name} {{\n  readonly [made]: true\n}}");
            }
            Shape::Struct { .. } => {}
        }
    }
    println!();
}

fn names() {
    let opaque = models().into_iter().filter(|model| matches!(model.shape, Shape::Struct { kind: Kind::Opaque, .. }));
    let names: Vec<_> = RESOURCES.iter().map(|resource| resource.name).chain(opaque.map(|model| model.name)).collect();
    println!("// Generated: `make dts`.\nimport core from './index.js'\n\nexport const {{ Bootpay, BootpayError, {} }} = core", names.join(", "));
}

fn comment(doc: &str, indent: &str) -> String {
    let doc = doc.trim().replace("*/", "*\\/");
    if doc.contains('\n') {
        let lines: String = doc.lines().map(|line| format!("{indent} *{}{line}\n", if line.is_empty() { "" } else { " " })).collect();
        format!("{indent}/**\n{lines}{indent} */\n")
    } else {
        format!("{indent}/** {doc} */\n")
    }
}

const HEAD: &str = "// Generated: `make dts`.

declare const made: unique symbol

/** Any JSON. */
export type Json = null | boolean | number | string | Json[] | { [name: string]: Json }

/** Why a call failed: `kind` says what to do, the other fields what happened. */
export declare class BootpayError extends Error {
  private constructor()
  readonly name: 'BootpayError'
  /** The signal's reason, when the call was given up. */
  readonly cause?: unknown
}
export interface BootpayError extends Readonly<ErrorInfo> {}

export interface CallOptions {
  /**
   * Gives the call up: it rejects with the signal's reason.
   *
   * A request that moves money and has left goes on instead, and the call rejects with a
   * `BootpayError` of kind `outcome_unknown` that carries the attempt.
   */
  signal?: AbortSignal
}

export {}
";
