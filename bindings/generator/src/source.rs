//! The text that is edited.

/// The text that `UniFFI` wrote. Each edit must find its place, so that a new `UniFFI` that writes other text fails
/// here, not in a user's hands.
pub struct Source(pub String);

impl Source {
    /// Replaces every `from`.
    pub fn replace(&mut self, from: &str, to: &str) {
        assert!(self.0.contains(from), "UniFFI no longer writes: {from}");
        self.0 = self.0.replace(from, to);
    }

    /// Fails if an edit left some of this text.
    pub fn expect_no(&self, text: &str) {
        assert!(!self.0.contains(text), "UniFFI writes {text} in another way, too");
    }

    /// Appends text.
    pub fn append(&mut self, text: &str) {
        self.0 += text;
    }

    /// Replaces the first `from` after a text.
    pub fn replace_after(&mut self, place: &str, from: &str, to: &str) {
        let start = self.0.find(place).map(|at| at + place.len());
        let start = start.unwrap_or_else(|| panic!("UniFFI no longer writes: {place}"));
        let at = self.0[start..].find(from).unwrap_or_else(|| panic!("UniFFI no longer writes: {from}"));
        self.0.replace_range(start + at..start + at + from.len(), to);
    }

    /// Edits the text from `head` to `end`, both included.
    pub fn edit_block(&mut self, head: &str, end: &str, edit: impl Fn(&str) -> String) {
        let start = self.0.find(head).unwrap_or_else(|| panic!("UniFFI no longer writes: {head}"));
        let length = self.0[start..].find(end).unwrap_or_else(|| panic!("UniFFI no longer writes an end of: {head}"));
        let range = start..start + length + end.len();
        let edited = edit(&self.0[range.clone()]);
        self.0.replace_range(range, &edited);
    }

    /// Takes the declaration out that starts with a line and has this end after its closing brace, with its comment and its attributes.
    pub fn remove(&mut self, head: &str, end: &str) {
        let at = self.0.find(&format!("\n{head}")).unwrap_or_else(|| panic!("UniFFI no longer writes: {head}")) + 1;
        let length = self.0[at..].find(end).unwrap_or_else(|| panic!("UniFFI no longer writes an end of: {head}"));
        let start = self.start_with_comment(at);
        self.0.replace_range(start..at + length + "\n}\n".len(), "");
    }

    /// The start of the comment and the attributes that stand directly above a line.
    fn start_with_comment(&self, line: usize) -> usize {
        let mut start = line;
        while let Some(above) = self.0[..start].strip_suffix('\n') {
            let text_at = above.rfind('\n').map_or(0, |end| end + 1);
            if above[text_at..].is_empty() || above[text_at..].starts_with('}') {
                break;
            }
            start = text_at;
        }
        start
    }

    /// The text between `head` and this end of its block.
    pub fn body(&self, head: &str, end: &str) -> &str {
        let start = self.0.find(head).unwrap_or_else(|| panic!("UniFFI no longer writes: {head}")) + head.len();
        let length = self.0[start..].find(end).unwrap_or_else(|| panic!("UniFFI no longer writes an end of: {head}"));
        &self.0[start..=start + length]
    }

    /// Replaces in every line that `wanted` picks.
    pub fn replace_in_lines(&mut self, wanted: fn(&str) -> bool, edit: fn(&str) -> String) {
        let mut found = false;
        self.0 = self.0.split_inclusive('\n').fold(String::new(), |text, line| {
            let picked = wanted(line);
            found |= picked;
            text + &if picked { edit(line) } else { line.to_owned() }
        });
        assert!(found, "UniFFI no longer writes a line that this file edits");
    }
}
