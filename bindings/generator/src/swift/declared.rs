//! What `UniFFI` declared: the methods of a protocol, and the parameters of an initialiser.

use crate::Source;

/// The end of a declaration.
pub const END: &str = "\n}\n";

/// The end of a class, whose methods are not indented.
pub const END_OF_CLASS: &str = "\n}\n\n\n#if swift(";

/// A method of a protocol.
pub struct Method {
    /// The lines of its documentation.
    pub doc: Vec<String>,
    /// Its name.
    pub name: String,
    /// Its parameters, as written.
    pub parameters: String,
    /// Its effects and result: `async throws -> Receipt`.
    pub result: String,
}

/// A parameter of an initialiser.
pub struct Parameter {
    /// The lines of its documentation.
    pub doc: Vec<String>,
    /// Its name, in backticks if it needs them.
    pub name: String,
    /// Its type, with a default value if it has one: `String? = nil`.
    pub ty: String,
}

impl Parameter {
    /// Returns true if a value must be given.
    pub fn is_needed(&self) -> bool {
        !self.ty.contains(" = ")
    }
}

/// The documentation of the declaration that starts with this line.
pub fn documentation(source: &Source, head: &str) -> Vec<String> {
    let place = format!(" */\n{head}");
    let end = source.0.find(&place).unwrap_or_else(|| panic!("UniFFI no longer documents: {head}"));
    let start = source.0[..end].rfind("/**\n").unwrap_or_else(|| panic!("UniFFI no longer documents: {head}"));
    lines(&source.0[start..end])
}

/// The methods in the body of a protocol or of a class.
pub fn methods(body: &str) -> Vec<Method> {
    let mut found = Vec::new();
    let mut comment = String::new();
    for line in body.lines() {
        let code = line.trim_start();
        if let Some(method) = code.strip_prefix("public ").unwrap_or(code).strip_prefix("func ") {
            let (name, rest) = method.split_once('(').unwrap_or_else(|| panic!("no method: {line}"));
            let (parameters, result) = rest.split_once(')').unwrap_or_else(|| panic!("no method: {line}"));
            found.push(Method {
                doc: lines(&comment),
                name: name.to_owned(),
                parameters: parameters.to_owned(),
                result: result.split_whitespace().collect::<Vec<_>>().join(" "),
            });
            comment.clear();
        } else if code.starts_with(['/', '*']) {
            comment += line;
            comment += "\n";
        }
    }
    found
}

/// The start of the declaration of a struct.
pub(super) fn head(source: &Source, name: &str) -> String {
    let head = format!("\npublic struct {name}: ");
    if source.0.contains(&head) { head } else { format!("\npublic struct {name} {{\n") }
}

/// The parameters of the initialiser of a struct.
pub fn parameters(source: &Source, name: &str) -> Vec<Parameter> {
    let body = source.body(&head(source, name), END);
    let Some((_, rest)) = body.split_once("    public init(") else { return vec![] };
    let (list, _) = rest.split_once(") {").unwrap_or_else(|| panic!("{name} has another initialiser"));
    let mut comment = String::new();
    let mut found = Vec::new();
    for line in list.lines() {
        let Some((before, declared)) = line.split_once("*/") else {
            comment += line;
            comment += "\n";
            continue;
        };
        comment += before;
        let (name, ty) = declared.split_once(": ").unwrap_or_else(|| panic!("no parameter: {line}"));
        let ty = ty.trim_end().trim_end_matches(',');
        found.push(Parameter { doc: lines(&comment), name: name.to_owned(), ty: ty.to_owned() });
        comment.clear();
    }
    found
}

/// The text of a comment, line by line.
fn lines(comment: &str) -> Vec<String> {
    let text = comment.lines().map(str::trim).filter(|line| !line.is_empty() && *line != "/**" && *line != "*/");
    text.map(|line| line.trim_start_matches('*').trim().to_owned()).collect()
}
