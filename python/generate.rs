//! Writes `__init__.py`, `errors.py` and `words.py` of the Python package from core's models.
//!
//! `cargo run -p bootpay-python --no-default-features --example generate -- python/bootpay_core`

use std::{env, error::Error, fmt::Write, fs, path::Path};

use bootpay_core::describe::{Field, Kind, Model, RESOURCES, Shape, Variant, models};

const HEADER: &str = "# Generated from core's models by `make generate`: change those.\n\nfrom __future__ import annotations\n";

fn main() -> Result<(), Box<dyn Error>> {
    let folder = env::args().nth(1).ok_or("usage: generate FOLDER")?;
    fs::write(Path::new(&folder).join("__init__.py"), init()?)?;
    fs::write(Path::new(&folder).join("errors.py"), errors()?)?;
    fs::write(Path::new(&folder).join("words.py"), words()?)?;
    Ok(())
}

const INIT_HEAD: &str = r#""""An unofficial client for Bootpay, the Korean payment aggregator.

>>> with Bootpay(client_key="…", secret_key="…") as bootpay:
...     payment = bootpay.payments.confirm(receipt_id, order_id="o-1", amount=15_000)
...     bootpay.payments.cancel_partial(receipt_id, amount=5_000, cancel_id="o-1/1")

`AsyncBootpay` has the same names, awaited. What fails raises a `BootpayError`, whose subclass says
what to do. `bootpay_core.words` has the types of words like a payment's status.
"""

"#;

const INIT_TAIL: &str = r#"
TYPE_CHECKING = False
if TYPE_CHECKING:
    from .aio import PaymentCancelledError
else:

    def __getattr__(name):
        # With asyncio, which is slow to import.
        if name == "PaymentCancelledError":
            from .aio import PaymentCancelledError

            return PaymentCancelledError
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
"#;

/// The public names.
fn init() -> Result<String, Box<dyn Error>> {
    let is_class = |model: &Model| matches!(model.shape, Shape::Struct { kind: Kind::Reply | Kind::Input | Kind::Opaque, .. });
    let mut classes: Vec<String> = models().iter().filter(|model| is_class(model)).map(|model| model.name.to_owned()).collect();
    classes.extend(["Bootpay".to_owned(), "AsyncBootpay".to_owned()]);
    classes.extend(RESOURCES.iter().flat_map(|resource| [resource.name.to_owned(), format!("Async{}", resource.name)]));
    classes.sort_unstable();
    let mut text = format!("{INIT_HEAD}{}\n", HEADER.lines().next().unwrap_or_default());
    let list = |text: &mut String, names: &[String]| names.iter().try_for_each(|name| writeln!(text, "    {name},"));
    text.push_str("\nfrom ._bootpay_core import (\n");
    list(&mut text, &classes)?;
    text.push_str(")\nfrom .errors import (\n");
    let errors = error_classes()?;
    list(&mut text, &errors)?;
    text.push_str(")\n\n__all__ = [\n    \"PaymentCancelledError\",\n");
    let names: Vec<String> = classes.iter().chain(&errors).map(|name| format!("\"{name}\"")).collect();
    list(&mut text, &names)?;
    Ok(text + "]\n" + INIT_TAIL)
}

fn error_classes() -> Result<Vec<String>, Box<dyn Error>> {
    let Shape::Enum { variants, .. } = model("ErrorKind")?.shape else { return Err("ErrorKind is an enum".into()) };
    Ok(["BootpayError".to_owned()].into_iter().chain(variants.iter().map(|kind| format!("{}Error", kind.name))).collect())
}

/// A class for each kind of error, with the fields that core tells.
fn errors() -> Result<String, Box<dyn Error>> {
    let Shape::Struct { fields, .. } = model("ErrorInfo")?.shape else { return Err("ErrorInfo is a struct".into()) };
    let Shape::Enum { variants, .. } = model("ErrorKind")?.shape else { return Err("ErrorKind is an enum".into()) };
    let mut text = format!("\"\"\"What a failed call raises.\"\"\"\n\n{HEADER}\nTYPE_CHECKING = False\nif TYPE_CHECKING:\n");
    let (mut classes, mut words): (Vec<_>, Vec<_>) = (vec!["ErrorInfo"], vec![]);
    for model in models().iter().filter(|model| fields.iter().any(|field| bare(field.ty) == model.name)) {
        if matches!(model.shape, Shape::Enum { .. }) { words.push(model.name) } else { classes.push(model.name) }
    }
    classes.sort_unstable();
    writeln!(text, "    from ._bootpay_core import {}\n    from .words import {}\n", classes.join(", "), words.join(", "))?;
    text.push_str("__all__ = [\n");
    for class in error_classes()? {
        writeln!(text, "    \"{class}\",")?;
    }
    text.push_str("]\n\n\nclass BootpayError(Exception):\n    \"\"\"A call failed; the subclass, and `kind`, say what to do.\"\"\"\n\n");
    for field in fields {
        writeln!(text, "    {}: {}{}\n    \"\"\"{}\"\"\"", field.name, python_type(field), default(field), field.doc.replace('\n', "\n    "))?;
    }
    text.push_str("\n    def __init__(self, message: str = \"\", info: ErrorInfo | None = None) -> None:\n");
    text.push_str("        super().__init__(message)\n        if info is not None:\n");
    for field in fields {
        writeln!(text, "            self.{0} = info.{0}", field.name)?;
    }
    for kind in variants {
        let doc = kind.doc.replace('\n', "\n    ");
        writeln!(text, "\n\nclass {}Error(BootpayError):\n    \"\"\"{doc}\"\"\"\n\n    kind = \"{}\"", kind.name, kind.symbol)?;
    }
    text.push_str("\n\n_KINDS: dict[str, type[BootpayError]] = {\n");
    for kind in variants {
        writeln!(text, "    \"{}\": {}Error,", kind.symbol, kind.name)?;
    }
    text.push_str("}\n\n\ndef from_info(message: str, info: ErrorInfo) -> BootpayError:\n");
    text.push_str("    \"\"\"The exception that says what core told.\"\"\"\n    return _KINDS[info.kind](message, info)\n");
    Ok(text)
}

/// A type for each enum.
fn words() -> Result<String, Box<dyn Error>> {
    let mut text = format!("\"\"\"The words that arguments and replies are written in, as types. All of them are `str`.\"\"\"\n\n{HEADER}");
    let all = models();
    let enums = || all.iter().filter(|model| matches!(model.shape, Shape::Enum { .. }));
    text.push_str("\nfrom typing import Literal, TypeAlias, Union\n\n__all__ = [\n");
    for model in enums() {
        writeln!(text, "    \"{}\",", model.name)?;
    }
    text.push_str("]\n");
    for model in enums() {
        let Shape::Enum { open, variants } = model.shape else { continue };
        writeln!(text, "\n{}: TypeAlias = Union[", model.name)?;
        for variant in variants {
            writeln!(text, "    Literal[\"{}\"],", variant.symbol)?;
        }
        writeln!(text, "{}]\n\"\"\"{}\n", if open { "    str,\n" } else { "" }, model.doc)?;
        if open {
            text.push_str("A word that this version does not know is passed on as it is.\n\n");
        }
        for Variant { symbol, doc, .. } in variants {
            writeln!(text, "- `{symbol}`: {}", doc.replace('\n', "\n  "))?;
        }
        text.push_str("\"\"\"\n");
    }
    Ok(text)
}

fn model(name: &str) -> Result<Model, String> {
    models().into_iter().find(|model| model.name == name).ok_or_else(|| format!("core has no {name}"))
}

/// `T` of `T` and of `Option<T>`.
fn bare(ty: &str) -> &str {
    ty.strip_prefix("Option<").and_then(|inner| inner.strip_suffix('>')).unwrap_or(ty)
}

fn python_type(field: &Field) -> String {
    let bare = bare(field.ty);
    let name = match bare {
        "String" => "str",
        "i64" => "int",
        "bool" => "bool",
        name => name,
    };
    if bare == field.ty { name.to_owned() } else { format!("{name} | None") }
}

fn default(field: &Field) -> &'static str {
    match field.ty {
        "String" => " = \"\"",
        ty if ty.starts_with("Option<") => " = None",
        // By its class.
        "ErrorKind" => "",
        // Unless core says otherwise.
        "Repeat" => " = \"never\"",
        ty => unreachable!("no default of {ty}"),
    }
}
