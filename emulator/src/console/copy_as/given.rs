//! The values of a call, typed as core's models type them.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use bootpay_core::Timestamp;
use bootpay_core::describe::{Field, Model, Shape, Variant, models};
use serde_json::{Map, Value};

use crate::domain::secrets::REDACTED;

/// A value that a call is given.
#[derive(Clone, Debug)]
pub(super) enum Given {
    /// A name that stands for what the log does not hold.
    Variable {
        name: &'static str,
        is_secret: bool,
    },
    Text(String),
    /// An amount of won.
    Amount(i64),
    Number(i64),
    Flag(bool),
    /// A value of an enum; without a variant one that this version does not know.
    Word {
        model: &'static Model,
        variant: Option<&'static Variant>,
        text: String,
    },
    Moment(Timestamp),
    Json(Value),
    List(Vec<Given>),
    Object {
        model: &'static Model,
        fields: Vec<Argument>,
    },
}

/// A field with its value.
#[derive(Clone, Debug)]
pub(super) struct Argument {
    /// Its name in core's spelling.
    pub(super) name: &'static str,
    /// False if the field may be absent.
    pub(super) is_required: bool,
    pub(super) given: Given,
}

static MODELS: LazyLock<BTreeMap<&'static str, Model>> =
    LazyLock::new(|| models().into_iter().map(|model| (model.name, model)).collect());

/// The model of this name.
pub(super) fn model(name: &str) -> Option<&'static Model> {
    MODELS.get(name)
}

/// The fields of a struct.
pub(super) fn fields(model: &Model) -> &'static [Field] {
    match model.shape {
        Shape::Struct { fields, .. } => fields,
        Shape::Enum { .. } => &[],
    }
}

/// The type of a field without its `Option`, and if it is required.
fn bare(field: &Field) -> (&'static str, bool) {
    let inner = field.ty.strip_prefix("Option<").and_then(|inner| inner.strip_suffix('>'));
    (inner.unwrap_or(field.ty), inner.is_none())
}

/// Returns whether a call cannot be made without the field.
pub(super) fn is_required(field: &Field) -> bool {
    bare(field).1
}

/// The variable that stands for a field.
pub(super) fn variable(field: &Field) -> Argument {
    let (ty, is_required) = bare(field);
    Argument { name: field.name, is_required, given: Given::Variable { name: field.name, is_secret: ty == "Secret" } }
}

/// A field with its value of the API; `None` where the type has no such value. The names within it that its model
/// lacks are added to `unknown`.
pub(super) fn argument(field: &Field, value: &Value, unknown: &mut Vec<String>) -> Option<Argument> {
    let (ty, is_required) = bare(field);
    // The log leaves secrets out.
    if ty == "Secret" || is_redacted(value) || (ty == "Json" && holds_redacted(value)) {
        return Some(variable(field));
    }
    let mut within = Vec::new();
    let given = read(ty, value, &mut within)?;
    unknown.extend(within.into_iter().map(|name| format!("{}.{name}", field.wire)));
    Some(Argument { name: field.name, is_required, given })
}

/// The fields of a model that an object of the API has, the required ones first; the names that the model lacks are
/// added to `unknown`.
pub(super) fn arguments(model: &Model, values: &Map<String, Value>, unknown: &mut Vec<String>) -> Vec<Argument> {
    let fields = fields(model);
    let mut arguments = Vec::new();
    for (name, value) in values {
        let field = fields.iter().find(|field| field.wire == name);
        match field.and_then(|field| argument(field, value, unknown)) {
            Some(argument) => arguments.push(argument),
            None => unknown.push(name.clone()),
        }
    }
    let missing = |field: &&Field| is_required(field) && arguments.iter().all(|known| known.name != field.name);
    let missing: Vec<_> = fields.iter().filter(missing).map(variable).collect();
    arguments.extend(missing);
    let place = |name: &str| fields.iter().position(|field| field.name == name);
    arguments.sort_by_key(|argument| (!argument.is_required, place(argument.name)));
    arguments
}

fn is_redacted(value: &Value) -> bool {
    *value == REDACTED
}

/// Returns whether something within a value that no model describes was left out of the log.
fn holds_redacted(value: &Value) -> bool {
    match value {
        Value::Object(fields) => fields.values().any(holds_redacted),
        Value::Array(items) => items.iter().any(holds_redacted),
        other => is_redacted(other),
    }
}

fn read(ty: &str, value: &Value, unknown: &mut Vec<String>) -> Option<Given> {
    if let Some(inner) = ty.strip_prefix("Vec<").and_then(|inner| inner.strip_suffix('>')) {
        let items = value.as_array()?.iter().map(|item| read(inner, item, unknown));
        return items.collect::<Option<_>>().map(Given::List);
    }
    Some(match ty {
        "String" => Given::Text(text(value)?),
        "Won" => Given::Amount(number(value)?),
        "i64" => Given::Number(number(value)?),
        "bool" => Given::Flag(flag(value)?),
        "Json" => Given::Json(value.clone()),
        "Timestamp" => Given::Moment(Timestamp::parse(value.as_str()?)?),
        name => of_model(model(name)?, value, unknown)?,
    })
}

fn of_model(model: &'static Model, value: &Value, unknown: &mut Vec<String>) -> Option<Given> {
    match &model.shape {
        Shape::Struct { .. } => {
            let fields = arguments(model, value.as_object()?, unknown);
            Some(Given::Object { model, fields })
        }
        Shape::Enum { open, variants } => {
            let text = text(value)?;
            let variant = variants.iter().find(|variant| {
                variant.symbol == text
                    || variant.korean == Some(text.as_str())
                    || variant.code.is_some_and(|code| code.to_string() == text)
            });
            (*open || variant.is_some()).then_some(Given::Word { model, variant, text })
        }
    }
}

/// Text; the API takes numbers for it.
fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// A whole number; forms and older clients write it as text, or with a fraction of nothing.
fn number(value: &Value) -> Option<i64> {
    let text = text(value)?;
    text.strip_suffix(".0").unwrap_or(&text).parse().ok()
}

fn flag(value: &Value) -> Option<bool> {
    match value {
        Value::Bool(flag) => Some(*flag),
        Value::String(text) if text == "true" => Some(true),
        Value::String(text) if text == "false" => Some(false),
        _ => None,
    }
}
