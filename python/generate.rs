//! Writes `__init__.py`, `errors.py`, `enums.py`, `stores.py` and `window.py` of the Python package from core's models.
//!
//! `cargo run -p bootpay-python --no-default-features --example generate -- FOLDER`

use std::{env, error::Error, fs, path::Path};

use bootpay_core::describe::{
    Field, INTERFACES, Interface, Kind, Method, Model, RESOURCES, Shape, Variant, WINDOW, models, unindented,
};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = env::args().nth(1).ok_or("usage: generate FOLDER")?;
    for (file, text) in [
        ("__init__.py", init()?),
        ("errors.py", errors()?),
        ("enums.py", enum_types()),
        ("stores.py", stores()),
        ("window.py", window()),
    ] {
        fs::write(Path::new(&folder).join(file), text)?;
    }
    Ok(())
}

/// The public names.
fn init() -> Result<String, String> {
    let (mut classes, errors) = (classes(), error_classes()?);
    classes.extend(["Bootpay".to_owned(), "AsyncBootpay".to_owned()]);
    classes.extend(RESOURCES.iter().flat_map(|resource| [resource.name.to_owned(), format!("Async{}", resource.name)]));
    classes.sort_unstable();
    classes.push("explain_retry".to_owned());
    let names = |names: &[String]| each(names, |name| format!("    {name},\n"));
    let quoted = |names: &[String]| each(names, |name| format!("    \"{name}\",\n"));
    let resources = |prefix: &str| {
        each(RESOURCES, |resource| {
            let calls: Vec<_> = resource.endpoints.iter().map(|endpoint| endpoint.method).collect();
            format!("    \"{}\": ({prefix}{}, \"{}\"),\n", resource.field, resource.name, calls.join(" "))
        })
    };
    let (resources, awaited) = (resources(""), resources("Async"));
    Ok(format!(
        r#""""An unofficial client for Bootpay, the Korean payment aggregator.

>>> with Bootpay(client_key="…", secret_key="…") as bootpay:
...     payment = bootpay.payments.confirm(receipt_id, order_id="o-1", price=15_000)
...     # Returned each time it is asked: ship if this changes a row; `receipt_id` is unique there.
...     paid = "UPDATE orders SET state = 'paid', receipt_id = $1 WHERE id = $2 AND state = 'pending'"
...     if database.execute(paid, payment.receipt_id, payment.order_id) == 1:
...         ship(payment.order_id)
...     bootpay.payments.cancel_partial(receipt_id, cancel_price=5_000, cancel_id="o-1/1")

`AsyncBootpay` has the same names, awaited. A failed call raises a subclass of `BootpayError` that says
what to do. `bootpay_core.enums` has the types of enum values such as a payment's status.
"""

# Generated from core's models by `make generate`: change those.

import atexit

from . import _classes
from ._bootpay_core import (
{}    _refuse_subinterpreters,
    _wait_for_money,
)
from .errors import (
{})

_refuse_subinterpreters()
atexit.register(_wait_for_money)
_classes.complete(Bootpay, {{
{resources}}}, awaited=False)
_classes.complete(AsyncBootpay, {{
{awaited}}}, awaited=True)

__all__ = [
{}{}]
"#,
        names(&classes),
        names(&errors),
        quoted(&classes),
        quoted(&errors),
    ))
}

/// A class for each kind of error, with the fields of core's errors.
fn errors() -> Result<String, String> {
    let Shape::Struct { fields, .. } = model("ErrorInfo")?.shape else { return Err("ErrorInfo is a struct".into()) };
    let kinds = error_kinds()?;
    let used = |name: &str| fields.iter().any(|field| bare(field.ty) == name);
    let mut classes: Vec<String> = classes().into_iter().filter(|name| name == "ErrorInfo" || used(name)).collect();
    classes.sort_unstable();
    let words: Vec<&str> = enums().iter().map(|(model, ..)| model.name).filter(|name| used(name)).collect();
    Ok(format!(
        r#""""The errors that failed calls raise."""

# Generated from core's models by `make generate`: change those.

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._bootpay_core import {}
    from .enums import {}

__all__ = [
{}]


class BootpayError(Exception):
    """A failed call. The subclass and `kind` say what to do."""

{}
    def __init__(self, message: str = "", info: ErrorInfo | None = None) -> None:
        super().__init__(message)
        if info is not None:
{}{}

_KINDS: dict[str, type[BootpayError]] = {{
{}}}


def from_info(message: str, info: ErrorInfo) -> BootpayError:
    """Returns the exception for an error of core."""
    return _KINDS[info.kind](message, info)
"#,
        classes.join(", "),
        words.join(", "),
        each(&error_classes()?, |name| format!("    \"{name}\",\n")),
        each(fields, |field| format!(
            "    {}: {}{}\n    \"\"\"{}\"\"\"\n",
            field.name,
            python_type(field.ty),
            default(field),
            indented(field.doc, 4)
        )),
        each(fields, |field| format!("            self.{0} = info.{0}\n", field.name)),
        each(kinds, |kind| format!(
            "\n\nclass {}Error(BootpayError):\n    \"\"\"{}\"\"\"\n\n    kind = \"{}\"\n{}",
            kind.name,
            indented(kind.doc, 4),
            kind.symbol,
            // Core makes none without.
            if kind.name == "OutcomeUnknown" {
                "    attempt: Attempt\n    \"\"\"The attempt, for `attempts.resolve`.\"\"\"\n"
            } else {
                ""
            }
        )),
        each(kinds, |kind| format!("    \"{}\": {}Error,\n", kind.symbol, kind.name)),
    ))
}

/// A type for each enum, and the names of its values.
fn enum_types() -> String {
    let enums = enums();
    let types = each(&enums, |(model, open, variants)| {
        format!(
            "\n{}: TypeAlias = Union[\n{}{}]\n\"\"\"{}\n\n{}{}\"\"\"\n",
            model.name,
            each(variants, |variant| format!("    Literal[\"{}\"],\n", variant.symbol)),
            if *open { "    str,\n" } else { "" },
            model.doc,
            if *open { "A value that this version does not know is passed on unchanged.\n\n" } else { "" },
            each(variants, |variant| format!("- `{}`: {}\n", variant.symbol, indented(variant.doc, 2))),
        )
    });
    let names = each(&enums, |(model, _, variants)| {
        let words = each(variants, |Variant { symbol, english, korean, .. }| {
            let korean = korean.map_or_else(|| "None".to_owned(), |korean| format!("\"{korean}\""));
            format!("        \"{symbol}\": Name(\"{english}\", {korean}),\n")
        });
        format!("    \"{}\": {{\n{words}    }},\n", model.name)
    });
    format!(
        r#""""Types of the enum values in arguments and responses, and their names.

All values are `str`.

>>> NAMES["Bank"]["004"].korean
'국민'
"""

# Generated from core's models by `make generate`: change those.

from collections.abc import Mapping
from typing import Final, Literal, NamedTuple, TypeAlias, Union

__all__ = [
    "NAMES",
    "Name",
{}]


class Name(NamedTuple):
    """The names of an enum value."""

    english: str
    """Name in English."""

    korean: str | None
    """Name in Korean, as Bootpay shows it; `None` if it shows none."""

{types}
NAMES: Final[Mapping[str, Mapping[str, Name]]] = {{
{names}}}
"""Names of the enum values that this version knows, by type and value: `NAMES["Status"]["paid"].english`.

Bootpay may send other values of an open enum: `NAMES["Bank"].get(receipt.bank_data.bank_code)`.
"""
"#,
        each(&enums, |(model, ..)| format!("    \"{}\",\n", model.name)),
    )
}

/// A protocol for each interface.
fn stores() -> String {
    let names = each(INTERFACES, |Interface { name, .. }| format!("    \"{name}\",\n"));
    let protocols = each(INTERFACES, |Interface { name, doc, methods }| {
        let methods = each(methods, |Method { name, doc, argument, takes, gives }| {
            let gives = if *gives == "()" { "object".into() } else { python_type(gives) };
            format!(
                "\n    def {name}(self, {argument}: {}, /) -> {gives}:\n        \"\"\"{}\"\"\"\n",
                python_type(takes),
                indented(&unindented(doc), 8)
            )
        });
        format!("\n\nclass {name}(Protocol):\n    \"\"\"{}\"\"\"\n{methods}", indented(&unindented(doc), 4))
    });
    format!(
        r#""""Interfaces that a merchant may implement; the client calls their methods."""

# Generated from core's interfaces by `make generate`: change those.

from __future__ import annotations

from typing import Protocol

from ._bootpay_core import AttemptClaim, AttemptRow

__all__ = [
{names}]
{protocols}"#
    )
}

/// The functions of the payment window, and the types that they return.
fn window() -> String {
    let replies = WINDOW.iter().map(|function| function.reply.to_owned());
    let mut names: Vec<_> = replies.filter(|reply| classes().contains(reply)).collect();
    names.sort_unstable();
    names.dedup();
    let mut functions: Vec<_> = WINDOW.iter().map(|function| function.method.to_owned()).collect();
    functions.sort_unstable();
    names.extend(functions);
    format!(
        r#""""The payment window: its payloads, the scripts or the page that open it in an app, its messages and its links.

>>> opened = window.payment(15_000, order_name="차", order_id="o-1", client_key="…", redirect_url="https://…")
>>> opened.payload  # for the page: Bootpay.requestPayment(payload)

Needs no client, and sends nothing. Nothing that the window returns is proof: confirm or verify each payment.
"""

# Generated from core's table by `make generate`: change that.

from ._bootpay_core import (
{})

__all__ = [
{}]
"#,
        each(&names, |name| format!("    {name},\n")),
        each(&names, |name| format!("    \"{name}\",\n")),
    )
}

fn each<T>(items: &[T], text: impl FnMut(&T) -> String) -> String {
    items.iter().map(text).collect()
}

fn indented(doc: &str, by: usize) -> String {
    doc.replace('\n', &format!("\n{:by$}", "")).replace(&format!("\n{:by$}\n", ""), "\n\n")
}

/// The models that are classes in Python.
fn classes() -> Vec<String> {
    let is_class =
        |shape: &Shape| matches!(shape, Shape::Struct { kind: Kind::Response | Kind::Input | Kind::Opaque, .. });
    models().iter().filter(|model| is_class(&model.shape)).map(|model| model.name.to_owned()).collect()
}

fn enums() -> Vec<(Model, bool, &'static [Variant])> {
    let of = |model: Model| match model.shape {
        Shape::Enum { open, variants } => Some((model, open, variants)),
        Shape::Struct { .. } => None,
    };
    models().into_iter().filter_map(of).collect()
}

fn error_kinds() -> Result<&'static [Variant], String> {
    match model("ErrorKind")?.shape {
        Shape::Enum { variants, .. } => Ok(variants),
        Shape::Struct { .. } => Err("ErrorKind is an enum".into()),
    }
}

fn error_classes() -> Result<Vec<String>, String> {
    let mut names = vec!["BootpayError".to_owned()];
    names.extend(error_kinds()?.iter().map(|kind| format!("{}Error", kind.name)));
    Ok(names)
}

fn model(name: &str) -> Result<Model, String> {
    models().into_iter().find(|model| model.name == name).ok_or_else(|| format!("core has no {name}"))
}

/// `T` of `T` and of `Option<T>`.
fn bare(ty: &str) -> &str {
    ty.strip_prefix("Option<").and_then(|inner| inner.strip_suffix('>')).unwrap_or(ty)
}

fn python_type(ty: &str) -> String {
    let bare = bare(ty);
    let name = match bare {
        "String" => "str",
        "Vec<String>" => "list[str]",
        "i64" => "int",
        "bool" => "bool",
        name => name,
    };
    if bare == ty { name.to_owned() } else { format!("{name} | None") }
}

fn default(field: &Field) -> &'static str {
    match field.ty {
        "String" => " = \"\"",
        ty if ty.starts_with("Option<") => " = None",
        // Each class has its own.
        "ErrorKind" => "",
        // Unless core says otherwise.
        "Repeat" => " = \"never\"",
        ty => unreachable!("no default of {ty}"),
    }
}
