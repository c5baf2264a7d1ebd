//! The payloads of the window, and the rules across their fields: those of Bootpay's browser SDK, and those that
//! it leaves to the buyer to find out.

use serde_json::Value;

use super::Invalid;
use crate::{
    model::{Extra, Pg, WindowAuthentication, WindowKind, WindowPayload, WindowPayment, WindowSubscription},
    symbol::{one_of, spelt},
    value::Json,
    wire::ToWire,
};

const OPEN_TYPES: &[&str] = &["iframe", "popup", "redirect"];
/// The SDK's own since its fifth version.
const DEFAULT_OPEN_TYPE: &str = "redirect";

pub(super) fn payment(request: &WindowPayment) -> Result<WindowPayload, Invalid> {
    let rules = Rules::from(request);
    rules.check()?;
    if request.method.is_some() && request.methods.is_some() {
        return Err(invalid("methods", "must not be given beside `method`"));
    }
    if rules.separately_confirmed() && request.pg.as_ref().is_some_and(approves_at_once) {
        let rule = "must not be true: this PG approves at once, without a confirmation by the server";
        return Err(invalid("extra.separately_confirmed", rule));
    }
    Ok(payload(WindowKind::Payment, request, &[("tax_free", 0.into())]))
}

pub(super) fn subscription(request: &WindowSubscription) -> Result<WindowPayload, Invalid> {
    let rules = Rules::from(request);
    rules.check()?;
    rules.check_at_once()?;
    let ways = ["sequential", "select"];
    match request.subscribe_brandpay_type.as_deref() {
        Some(way) if !ways.contains(&way) => Err(invalid("subscribe_brandpay_type", &one_of(&ways))),
        _ => Ok(payload(WindowKind::Subscription, request, &[("price", 0.into()), ("tax_free", 0.into())])),
    }
}

pub(super) fn authentication(request: &WindowAuthentication) -> Result<WindowPayload, Invalid> {
    let rules = Rules::from(request);
    rules.check()?;
    rules.check_at_once()?;
    Ok(payload(WindowKind::Authentication, request, &[("method", "auth".into())]))
}

/// The fields that are set, and these where they are not: the browser SDK sends `null` for an absent amount.
fn payload(kind: WindowKind, request: &impl ToWire, defaults: &[(&str, Value)]) -> WindowPayload {
    let mut payload = request.to_wire();
    if let Value::Object(fields) = &mut payload {
        for (name, value) in defaults {
            fields.entry(*name).or_insert_with(|| value.clone());
        }
    }
    WindowPayload { kind, function: kind.function().to_owned(), payload: Json::from(payload) }
}

impl WindowKind {
    /// The function of the browser SDK.
    pub(super) fn function(self) -> &'static str {
        match self {
            Self::Payment => "requestPayment",
            Self::Subscription => "requestSubscription",
            Self::Authentication => "requestAuthentication",
        }
    }
}

/// The parts that every window has.
struct Rules<'a> {
    client_key: Option<&'a str>,
    application_id: Option<&'a str>,
    pg: Option<&'a Pg>,
    extra: Option<&'a Extra>,
    redirect_url: Option<&'a str>,
}

macro_rules! rules_of {
    ($($Request:ident),*) => { $(
        impl<'a> From<&'a $Request> for Rules<'a> {
            fn from(request: &'a $Request) -> Self {
                Self {
                    client_key: request.client_key.as_deref(),
                    application_id: request.application_id.as_deref(),
                    pg: request.pg.as_ref(),
                    extra: request.extra.as_ref(),
                    redirect_url: request.redirect_url.as_deref(),
                }
            }
        }
    )* };
}
rules_of!(WindowPayment, WindowSubscription, WindowAuthentication);

impl Rules<'_> {
    fn check(&self) -> Result<(), Invalid> {
        if self.client_key.or(self.application_id).is_none() {
            let rule =
                format!("must be given, or {}: without either Bootpay knows no merchant", spelt("application_id"));
            return Err(invalid("client_key", &rule));
        }
        let own = self.extra.and_then(|extra| extra.open_type.as_deref());
        if let Some(own) = own {
            open_type(own, "extra.open_type")?;
        }
        let mut used = vec![(own.unwrap_or(DEFAULT_OPEN_TYPE), "extra.open_type")];
        let browsers = self.extra.and_then(|extra| extra.browser_open_type.as_ref());
        if let Some(browsers) = browsers {
            let field = "extra.browser_open_type";
            let rule = "must be a list of objects with `browser` and `open_type`";
            for entry in browsers.as_array().ok_or_else(|| invalid(field, rule))? {
                let named = entry["browser"].as_str().is_some_and(|browser| !browser.is_empty());
                let own = entry["open_type"].as_str().filter(|_| named).ok_or_else(|| invalid(field, rule))?;
                open_type(own, field)?;
                used.push((own, field));
            }
        }
        let in_extra = self.extra.and_then(|extra| extra.redirect_url.as_deref());
        if let Some(url) = in_extra {
            crate::check::page_url(url, &spelt("extra.redirect_url"))?;
        }
        if used.iter().any(|(used, _)| *used == "redirect") && self.redirect_url.or(in_extra).is_none() {
            let rule =
                format!("must be given, since the window redirects unless {} says otherwise", spelt("extra.open_type"));
            return Err(invalid("redirect_url", &rule));
        }
        let in_frame = used.iter().find(|(used, _)| *used == "iframe");
        match (self.pg, in_frame) {
            (Some(Pg::NaverPay | Pg::Npay), Some((_, field))) => {
                Err(invalid(field, "must not be iframe: Naver Pay refuses to open in a frame"))
            }
            _ => Ok(()),
        }
    }

    fn separately_confirmed(&self) -> bool {
        self.extra.and_then(|extra| extra.separately_confirmed) == Some(true)
    }

    /// The browser SDK closes these windows at the event `confirm`, and a confirmation in them would never end.
    fn check_at_once(&self) -> Result<(), Invalid> {
        if self.separately_confirmed() {
            let rule = "must not be true: this window closes before it can be confirmed";
            return Err(invalid("extra.separately_confirmed", rule));
        }
        Ok(())
    }
}

/// Refuses a mode that the window has not.
pub(super) fn open_type(value: &str, field: &str) -> Result<(), Invalid> {
    if OPEN_TYPES.contains(&value) { Ok(()) } else { Err(invalid(field, &one_of(OPEN_TYPES))) }
}

fn approves_at_once(pg: &Pg) -> bool {
    matches!(pg, Pg::PayApp | Pg::Payletter | Pg::KiwoomPay)
}

fn invalid(field: &str, rule: &str) -> Invalid {
    Invalid::new(&spelt(field), rule)
}

#[cfg(all(test, feature = "server"))]
mod tests {
    use super::*;
    use crate::model::{Capability, Support};

    #[test]
    fn the_window_and_the_catalogue_know_the_same_of_confirmation() {
        for pg in Pg::KNOWN {
            let cannot = pg.supports(Capability::SeparateConfirmation) == Support::No;
            assert_eq!(approves_at_once(pg), cannot, "{pg:?}");
        }
    }
}
