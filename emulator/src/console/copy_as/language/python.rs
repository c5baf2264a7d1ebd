//! Calls in Python.

use std::collections::BTreeSet;

use bootpay_core::Timestamp;

use super::spelling::Spelling;
use super::used::Used;
use crate::console::copy_as::call::Call;

pub(super) struct Python;

impl Spelling for Python {
    fn name(&self) -> &'static str {
        "python"
    }

    fn label(&self) -> &'static str {
        "Python"
    }

    fn head(&self, _request: &'static str, used: &Used) -> String {
        let moments = if used.moments { "from datetime import datetime\n\n" } else { "" };
        let names: BTreeSet<_> = used.structs.iter().copied().chain(["Bootpay"]).collect();
        let names = names.into_iter().collect::<Vec<_>>().join(", ");
        format!("{moments}from bootpay_core import {names}\n\nbootpay = Bootpay.from_env()\n")
    }

    fn statement(&self, call: &Call) -> String {
        let start = format!("{} = bootpay.{}.{}(", self.result(call), call.resource.field, call.endpoint.method);
        self.fitted(&start, &self.arguments(&call.arguments, true), ")")
    }

    fn named(&self, name: &str, value: &str) -> String {
        format!("{name}={value}")
    }

    fn cased(&self, name: &str) -> String {
        name.to_owned()
    }

    fn moment(&self, moment: Timestamp) -> String {
        format!("datetime.fromisoformat({})", self.text(&moment.to_string()))
    }

    fn null(&self) -> &'static str {
        "None"
    }

    fn flag(&self, flag: bool) -> &'static str {
        if flag { "True" } else { "False" }
    }

    fn braced(&self, inner: &str) -> String {
        format!("{{{inner}}}")
    }
}
