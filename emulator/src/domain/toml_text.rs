//! TOML as JSON, with the line of each value.

use std::collections::BTreeMap;

use serde_json::{Map, Value};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::domain::rule::Rule;
use crate::domain::wrong::Wrong;

/// A TOML file as JSON.
pub(crate) struct Parsed {
    pub(crate) root: Map<String, Value>,
    /// The line of each value, by its path: `merchant[0].project[1].name`.
    lines: BTreeMap<String, usize>,
}

impl Parsed {
    /// Parses a text; an error names the line.
    pub(crate) fn read(text: &str) -> Result<Self, Rule> {
        let table = DeTable::parse(text).map_err(|error| {
            let line = error.span().map_or(1, |span| line_at(text, span.start));
            Rule::NotToml { line, why: error.message().to_owned() }
        })?;
        let mut lines = BTreeMap::new();
        let root = read_table(text, "", table.get_ref(), &mut lines).map_err(|wrong| lined(&lines, wrong))?;
        Ok(Self { root, lines })
    }

    /// An error with its line and its field.
    pub(crate) fn lined(&self, wrong: Wrong) -> Rule {
        lined(&self.lines, wrong)
    }
}

/// The line of a field; of the value around it where the field is missing.
fn lined(lines: &BTreeMap<String, usize>, wrong: Wrong) -> Rule {
    let Wrong { field, saw, rule } = wrong;
    let mut at = field.as_str();
    let line = loop {
        if let Some(line) = lines.get(at) {
            break *line;
        }
        let Some(end) = at.rfind(['.', '[']) else { break 1 };
        at = &at[..end];
    };
    let korean = rule.map_or_else(|| saw.clone(), |rule| rule.korean());
    Rule::InFile { line, field, english: saw, korean }
}

fn line_at(text: &str, offset: usize) -> usize {
    text.bytes().take(offset).filter(|byte| *byte == b'\n').count() + 1
}

fn read_table(
    text: &str,
    path: &str,
    table: &DeTable<'_>,
    lines: &mut BTreeMap<String, usize>,
) -> Result<Map<String, Value>, Wrong> {
    let mut read = Map::new();
    for (key, value) in table {
        let joint = if path.is_empty() { "" } else { "." };
        let path = format!("{path}{joint}{}", key.get_ref());
        lines.insert(path.clone(), line_at(text, key.span().start));
        read.insert(key.get_ref().clone().into_owned(), read_value(text, &path, value, lines)?);
    }
    Ok(read)
}

fn read_value(
    text: &str,
    path: &str,
    value: &Spanned<DeValue<'_>>,
    lines: &mut BTreeMap<String, usize>,
) -> Result<Value, Wrong> {
    Ok(match value.get_ref() {
        DeValue::String(text) => Value::String(text.clone().into_owned()),
        DeValue::Boolean(flag) => Value::Bool(*flag),
        DeValue::Integer(number) => i64::from_str_radix(number.as_str(), number.radix())
            .map_err(|_| Wrong::new(path, "is too large a number"))?
            .into(),
        DeValue::Float(number) => number
            .as_str()
            .parse::<f64>()
            .ok()
            .and_then(serde_json::Number::from_f64)
            .ok_or_else(|| Wrong::new(path, "is no number that JSON has"))?
            .into(),
        DeValue::Datetime(date) => Value::String(date.to_string()),
        DeValue::Array(items) => {
            let mut read = Vec::new();
            for (at, item) in items.iter().enumerate() {
                let path = format!("{path}[{at}]");
                lines.insert(path.clone(), line_at(text, item.span().start));
                read.push(read_value(text, &path, item, lines)?);
            }
            Value::Array(read)
        }
        DeValue::Table(table) => Value::Object(read_table(text, path, table, lines)?),
    })
}
