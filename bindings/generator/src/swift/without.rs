//! What Swift has no use for: calls that block a thread, of which its pool has few, and the cancellation of them.

use crate::{
    Source,
    swift::declared::{END, END_OF_CLASS},
};

/// Takes out the classes of blocking calls, with their protocols and converters.
pub fn without_blocking(source: &mut Source) {
    let heads = source.0.lines().filter_map(|line| line.strip_prefix("open class ")?.split(':').next());
    let classes: Vec<String> =
        heads.filter(|class| class.starts_with("Blocking") || *class == "Cancellation").map(str::to_owned).collect();
    assert!(classes.len() > 2, "UniFFI no longer writes classes of blocking calls");
    for class in &classes {
        source.remove(&format!("public protocol {class}Protocol: "), END);
        source.remove(&format!("open class {class}: "), END_OF_CLASS);
        source.remove(&format!("public struct FfiConverterType{class}: "), END);
        source.remove(&format!("public func FfiConverterType{class}_lift("), END);
        source.remove(&format!("public func FfiConverterType{class}_lower("), END);
        let checksum = format!("_checksum_method_{}_", class.to_lowercase());
        let constructor = checksum.replace("_method_", "_constructor_");
        checks(source, &[&checksum, &constructor]);
    }
    source.remove("fileprivate struct FfiConverterOptionTypeCancellation: ", END);
    source.expect_no("class Blocking");
    source.expect_no("Blocking(");
    source.expect_no(": Cancellation?");
}

/// Takes out the comparisons of these checksums, each an `if` of three lines.
fn checks(source: &mut Source, names: &[&str]) {
    let mut lines = source.0.split_inclusive('\n');
    let mut kept = String::with_capacity(source.0.len());
    while let Some(line) = lines.next() {
        if line.trim_start().starts_with("if ") && names.iter().any(|name| line.contains(name)) {
            lines.nth(1);
        } else {
            kept += line;
        }
    }
    source.0 = kept;
}
