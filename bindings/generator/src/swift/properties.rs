//! The properties of a struct as the generated Swift declares them.

use crate::Source;

/// A stored property.
pub struct Property {
    /// Its documentation comment, with the indentation of the file.
    pub doc: String,
    /// Its name, quoted where Swift has a word of it.
    pub name: String,
    /// Its type.
    pub ty: String,
}

/// Reads the properties of a struct.
pub fn properties(source: &Source, name: &str) -> Vec<Property> {
    let head = format!("\npublic struct {name}: ");
    let start = source.0.find(&head).unwrap_or_else(|| panic!("UniFFI no longer writes: {head}"));
    let (mut found, mut doc) = (vec![], String::new());
    for line in source.0[start + 1..].split_inclusive('\n').skip(1) {
        if let Some((name, ty)) = line.strip_prefix("    public var ").and_then(|line| line.split_once(": ")) {
            found.push(Property { doc: std::mem::take(&mut doc), name: name.to_owned(), ty: ty.trim_end().to_owned() });
        } else if line.starts_with("    /**") || line.starts_with("     *") {
            doc += line;
        } else {
            break;
        }
    }
    assert!(!found.is_empty(), "{name} has no properties");
    found
}
