//! JSON to begin with: any, and such as Bootpay sends.

use arbitrary::{Result, Unstructured};
use bootpay_core::{
    describe::{RESOURCES, Shape, models},
    fuzz::ROWS,
};
use serde_json::{Map, Value, json};

/// Any JSON.
pub(crate) fn any(u: &mut Unstructured<'_>) -> Result<Value> {
    at_most(u, 3)
}

fn at_most(u: &mut Unstructured<'_>, depth: usize) -> Result<Value> {
    Ok(match u.int_in_range(0..=if depth == 0 { 6 } else { 8 })? {
        0 => Value::Null,
        1 => u.arbitrary::<bool>()?.into(),
        2 => u.arbitrary::<i64>()?.into(),
        3 => u.arbitrary::<u64>()?.into(),
        4 => u.arbitrary::<i16>()?.into(),
        // What is no number in JSON is null.
        5 => u.arbitrary::<f64>()?.into(),
        6 => u.arbitrary::<String>()?.into(),
        7 => (0..u.int_in_range(0..=3)?).map(|_| at_most(u, depth - 1)).collect::<Result<_>>()?,
        _ => Value::Object(
            (0..u.int_in_range(0..=3)?).map(|_| Ok((u.arbitrary()?, at_most(u, depth - 1)?))).collect::<Result<_>>()?,
        ),
    })
}

/// An object that can be read as the reply of any row: it has the fields of them all.
pub(crate) fn reply() -> Value {
    let replies = RESOURCES.iter().flat_map(|resource| resource.endpoints).map(|row| row.reply);
    let read = replies.zip(ROWS).filter(|(_, row)| row.read.is_some());
    read.flat_map(|(reply, _)| fields_of(bare(reply))).collect::<Map<_, _>>().into()
}

/// `T` of `Vec<T>` and `Option<T>`.
fn bare(ty: &str) -> &str {
    ty.split_once('<').map_or(ty, |(_, inner)| inner.trim_end_matches('>').trim())
}

fn fields_of(name: &str) -> Map<String, Value> {
    let model = models().into_iter().find(|model| model.name == name);
    match model.map(|model| model.shape) {
        Some(Shape::Struct { fields, .. }) => {
            fields.iter().map(|field| (field.wire.to_owned(), value(field.wire, field.ty))).collect()
        }
        _ => Map::new(),
    }
}

fn value(field: &str, ty: &str) -> Value {
    let inner = |outer: &str| ty.strip_prefix(outer).and_then(|rest| rest.strip_suffix('>'));
    if let Some(inner) = inner("Option<") {
        return value(field, inner);
    }
    if let Some(inner) = inner("Vec<") {
        return json!([value(field, inner)]);
    }
    match (field, ty) {
        ("status", _) => 1.into(),
        ("currency", _) => "KRW".into(),
        (_, "String" | "Secret") => field.into(),
        (_, "i64" | "Won") => 1000.into(),
        (_, "bool") => true.into(),
        (_, "Timestamp") => "2026-11-01T10:15:42+09:00".into(),
        (_, "Json") => json!({ "a": [1] }),
        (_, model) => match models().into_iter().find(|known| known.name == model).map(|known| known.shape) {
            Some(Shape::Enum { variants, .. }) => variants[0].symbol.into(),
            _ => fields_of(model).into(),
        },
    }
}

/// All values in it but itself, by their JSON pointers.
pub(crate) fn pointers(value: &Value) -> Vec<String> {
    let parts: Vec<(String, &Value)> = match value {
        Value::Object(fields) => fields.iter().map(|(name, value)| (name.clone(), value)).collect(),
        Value::Array(items) => items.iter().enumerate().map(|(index, value)| (index.to_string(), value)).collect(),
        _ => vec![],
    };
    let below = |(name, value): (String, &Value)| {
        let deeper: Vec<String> = pointers(value).iter().map(|rest| format!("/{name}{rest}")).collect();
        [vec![format!("/{name}")], deeper].concat()
    };
    parts.into_iter().flat_map(below).collect()
}
