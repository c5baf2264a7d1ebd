//! An app's entries in its manifest or property list.

use super::{Invalid, apps};
use crate::{
    model::{Platform, WriteManifest},
    symbol::spelt,
};

pub(super) fn manifest(request: &WriteManifest) -> Result<String, Invalid> {
    match (request.platform, &request.app_scheme) {
        (Platform::Android, _) => {
            let packages = apps::packages().map(|package| format!("    <package android:name=\"{package}\" />\n"));
            Ok(format!("<queries>\n{}</queries>\n", packages.collect::<String>()))
        }
        (Platform::Ios, Some(scheme)) => Ok(format!(
            "<key>CFBundleURLTypes</key>\n<array>\n  <dict>\n    <key>CFBundleURLSchemes</key>\n    <array>\n      <string>{scheme}</string>\n    </array>\n  </dict>\n</array>\n"
        )),
        (Platform::Ios, None) => {
            Err(Invalid::new(&spelt("app_scheme"), "must be given: without it no card's app returns to this one"))
        }
        (Platform::Web | Platform::Rest, _) => {
            Err(Invalid::new("platform", "must be android or ios: others have no manifest"))
        }
    }
}
