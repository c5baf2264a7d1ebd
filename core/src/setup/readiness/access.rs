//! Access lists, and test payments that are still charged.

use std::time::Duration;

use super::{About, Found, input::Part, methods::Active, webhooks::is_local};
use crate::{
    check::Violation,
    model::{Method, ReadinessCode as Code},
    value::Timestamp,
};

/// Hours until Bootpay cancels a charged test payment, unless the set-up says otherwise.
const AUTO_CANCEL_HOURS: i64 = 24;

pub(super) fn judge(setup: &Part<'_>, active: &[Active], found: &mut Found) -> Result<(), Violation> {
    let addresses = setup.list("allowed_addresses")?;
    let mut is_open = setup.get("allowed_addresses").is_some() && addresses.is_none();
    for address in addresses.unwrap_or_default() {
        is_open |= matches!(address.as_text()?, "0.0.0.0/0" | "::/0");
    }
    if is_open {
        found.add(Code::RestOpen, About::nothing());
    }
    if let Some(origins) = setup.list("allowed_origins")? {
        let origins = origins.iter().map(Part::as_text).collect::<Result<Vec<_>, _>>()?;
        if active.iter().any(|one| !one.live) && !origins.iter().any(|origin| is_local(origin)) {
            found.add(Code::OriginsWithoutLocalhost, About::nothing());
        }
    }
    test_payments(setup, found)
}

/// Test payments that were charged and are not cancelled.
fn test_payments(setup: &Part<'_>, found: &mut Found) -> Result<(), Violation> {
    let hours = setup.object("test_mode")?.map_or(Ok(None), |mode| mode.number("auto_cancel_hours"))?;
    let hours = hours.and_then(|hours| u64::try_from(hours).ok()).unwrap_or(AUTO_CANCEL_HOURS.unsigned_abs());
    let term = Duration::from_secs(hours.saturating_mul(60 * 60));
    let time = |part: &Part<'_>, name: &str| {
        let text = part.text(name)?;
        let wrong = || Violation::new(&format!("setup.{name}"), "must be a date");
        text.map(|text| Timestamp::parse(text).ok_or_else(wrong)).transpose()
    };
    let now = time(setup, "now")?;
    for payment in setup.list("test_payments")?.unwrap_or_default() {
        let due = time(&payment, "purchased_at")?.map(|paid| paid.after(term));
        let is_overdue = due.zip(now).is_some_and(|(due, now)| due <= now);
        let code = if is_overdue { Code::TestPaymentOverdue } else { Code::TestPaymentOpen };
        let about = About {
            method: payment.text("method")?.map(Method::from),
            receipt_id: payment.text("receipt_id")?.map(str::to_owned),
            ..About::nothing()
        };
        found.add(code, about);
    }
    Ok(())
}
