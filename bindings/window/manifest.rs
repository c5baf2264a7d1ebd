//! Prints the entries that an Android app's manifest needs for the window.

use bootpay_core::{
    model::{Platform, WriteManifest},
    window,
};

fn main() {
    match window::manifest(&WriteManifest::new(Platform::Android)) {
        Ok(entries) => print!("{entries}"),
        Err(invalid) => panic!("{invalid}"),
    }
}
