//! Addresses of pages: a path with its parameters, of which the empty ones are left out.

/// The path with these parameters.
pub(super) fn address(path: &str, parameters: &[(&str, &str)]) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    for (name, value) in parameters.iter().filter(|(_, value)| !value.is_empty()) {
        query.append_pair(name, value);
    }
    let query = query.finish();
    if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
}

/// A segment of a path.
pub(super) fn segment(text: &str) -> String {
    percent_encoding::utf8_percent_encode(text, percent_encoding::NON_ALPHANUMERIC).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_encoded_and_empty_ones_left_out() {
        assert_eq!(address("/payments", &[("q", "a b&c"), ("before", "")]), "/payments?q=a+b%26c");
        assert_eq!(address("/payments", &[("q", "")]), "/payments");
        assert_eq!(segment("a/b\"c"), "a%2Fb%22c");
    }
}
