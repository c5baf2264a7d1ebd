//! Activated methods and their settings.

use std::collections::BTreeMap;

use super::{About, Found, input::Part};
use crate::{
    check::Violation,
    model::{Method, Pg, ReadinessCode as Code},
    setup::offer::{Offer, canonical_method, canonical_pg, is_billing, offer},
};

/// A method that is switched on.
pub(super) struct Active {
    /// Nothing where the method is at no PG.
    pub(super) pg: Option<Pg>,
    pub(super) method: Method,
    pub(super) live: bool,
    /// The settings that are filled.
    settings: BTreeMap<String, String>,
}

impl Active {
    pub(super) fn offer(&self) -> Option<&'static Offer> {
        self.pg.as_ref().and_then(offer)
    }

    fn is_filled(&self, setting: &str) -> bool {
        self.settings.contains_key(setting)
    }

    /// The settings that are needed and empty.
    fn missing(&self, offer: &Offer) -> Vec<&'static str> {
        offer.needed(self.method.symbol()).filter(|key| !self.is_filled(key)).collect()
    }
}

/// The methods that are switched on; nothing where the set-up does not say.
pub(super) fn active(setup: &Part<'_>) -> Result<Option<Vec<Active>>, Violation> {
    let Some(methods) = setup.list("methods")? else { return Ok(None) };
    let mut active = Vec::new();
    for one in methods {
        if !one.flag("active")?.unwrap_or(true) {
            continue;
        }
        let mut settings = BTreeMap::new();
        for (key, value) in one.object("settings")?.iter().flat_map(Part::entries) {
            let value = value.as_text()?.trim();
            if !value.is_empty() {
                settings.insert(key.to_owned(), value.to_owned());
            }
        }
        let pg = one.text("pg")?.map(|pg| canonical_pg(&Pg::from(pg)));
        let method = one
            .text("method")?
            .ok_or_else(|| Violation::new(&format!("setup.{}", one.path()), "must have a method, for example card"))?;
        let method = canonical_method(&Method::from(method));
        active.push(Active { pg, method, live: one.flag("live")?.unwrap_or(false), settings });
    }
    Ok(Some(active))
}

pub(super) fn judge(active: Option<&[Active]>, found: &mut Found) {
    let Some(active) = active else { return };
    if active.is_empty() {
        found.add(Code::NoActiveMethod, About::nothing());
    }
    for one in active {
        let Some(pg) = &one.pg else {
            found.add(Code::MethodWithoutPg, About::method(one));
            continue;
        };
        if !one.live {
            found.add(Code::StillTest, About::method(one));
            if one.method == Method::VirtualAccount {
                found.add(Code::VirtualAccountInTest, About::method(one));
            }
        }
        if let Some(offer) = one.offer() {
            settings(one, offer, found);
            if is_billing(one.method.symbol()) && one.live {
                shared(one, offer, active, found);
            }
        }
        if *pg == Pg::KakaoPay && one.is_filled("admin_key") {
            found.add(Code::AdminKeyFilled, About::method(one));
        }
        if *pg == Pg::Kcp && one.method == Method::Identity && one.is_filled("web_site_id") {
            found.add(Code::WebSiteIdFilled, About::method(one));
        }
    }
}

fn settings(one: &Active, offer: &Offer, found: &mut Found) {
    if !offer.offers(one.method.symbol()) {
        // Its settings are not known then.
        return found.add(Code::MethodNotOffered, About::method(one));
    }
    let missing = one.missing(offer);
    let code = if one.live { Code::SettingsMissing } else { Code::TestKeysMissing };
    if !missing.is_empty() && (one.live || offer.needs_own_test_keys) {
        found.add(code, About::method(one).detail(missing.join(", ")));
    }
}

/// Some PGs issue an id of its own for billing keys.
fn shared(billing: &Active, offer: &Offer, active: &[Active], found: &mut Found) {
    let Some(setting) = offer.own_for_billing else { return };
    let id = billing.settings.get(setting);
    let is_same = |other: &&Active| {
        other.pg == billing.pg && !is_billing(other.method.symbol()) && other.settings.get(setting) == id
    };
    if id.is_some() && active.iter().any(|other| is_same(&other)) {
        found.add(Code::BillingSettingsShared, About::method(billing).detail(setting));
    }
}
