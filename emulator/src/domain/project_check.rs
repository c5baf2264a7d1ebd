//! Checks a project: every field, before anything is stored.

use crate::domain::address::Network;
use crate::domain::catalog;
use crate::domain::merchant::Merchant;
use crate::domain::offer::{self, OFFERS};
use crate::domain::origin;
use crate::domain::rule::Rule;
use crate::domain::samples::is_sample;
use crate::domain::values::quoted;
use crate::domain::wrong::Wrong;

impl Merchant {
    /// Checks every field, and reads the names of PGs and methods.
    pub(crate) fn check(&mut self) -> Result<(), Wrong> {
        self.check_switches()?;
        self.check_keys()?;
        for (at, activated) in self.payment_methods.iter().enumerate() {
            if catalog::find_pg(&activated.pg).is_none() || catalog::find_activated(&activated.method).is_none() {
                return Err(Wrong::new(
                    &format!("payment_methods[{at}]"),
                    format!("unknown pg or method: {} at {}", quoted(&activated.method), quoted(&activated.pg)),
                ));
            }
        }
        self.check_methods()?;
        self.check_registrations()?;
        self.notifications
            .check()
            .map_err(|wrong| Wrong::by(&format!("notifications.{}", wrong.field), *wrong.rule))?;
        self.check_access()
    }

    fn check_switches(&self) -> Result<(), Wrong> {
        if self.name.trim().is_empty() {
            return Err(Wrong::by("name", Rule::Blank));
        }
        let must = |field: &str, what: &str| Err(Wrong::new(field, format!("must be {what}")));
        if !matches!(self.partial_cancel_status, 1 | 20) {
            return must("partial_cancel_status", "20 or 1");
        }
        if !matches!(self.published_status, 1 | 11) {
            return must("published_status", "11 or 1");
        }
        if !(0..1800).contains(&self.token_reuse_seconds) {
            return must("token_reuse_seconds", "from 0 to 1799");
        }
        if self.http_statuses.values().any(|status| !(400..=599).contains(status)) {
            return must("http_statuses", "from 400 to 599");
        }
        if !(1..=720).contains(&self.test_mode.auto_cancel_hours) {
            return must("test_mode.auto_cancel_hours", "from 1 to 720");
        }
        Ok(())
    }

    /// Every key and id with its field.
    pub(crate) fn credentials(&self) -> Vec<(String, &str)> {
        let ids = &self.application_ids;
        let mut all = vec![
            ("client_key".to_owned(), self.client_key.as_str()),
            ("application_ids.rest".to_owned(), &self.application_id),
            ("application_ids.web".to_owned(), &ids.web),
            ("application_ids.android".to_owned(), &ids.android),
            ("application_ids.ios".to_owned(), &ids.ios),
        ];
        for (at, pair) in self.keys.iter().enumerate() {
            all.push((format!("keys[{at}].client_key"), &pair.client_key));
        }
        all
    }

    fn check_keys(&self) -> Result<(), Wrong> {
        let mut seen: Vec<&str> = Vec::new();
        let secrets =
            [("secret_key".to_owned(), self.secret_key.as_str()), ("private_key".to_owned(), &self.private_key)];
        let further =
            self.keys.iter().enumerate().map(|(at, pair)| (format!("keys[{at}].secret_key"), pair.secret_key.as_str()));
        for (field, value) in self.credentials().into_iter().chain(secrets).chain(further) {
            if value.trim().is_empty() {
                return Err(Wrong::by(&field, Rule::Blank));
            }
            if is_sample(value) {
                return Err(Wrong::by(&field, Rule::SampleValue));
            }
            if !field.ends_with("secret_key") && seen.contains(&value) {
                return Err(Wrong::by(&field, Rule::UsedTwice));
            }
            seen.push(value);
        }
        for (field, id) in [
            ("web", &self.application_ids.web),
            ("android", &self.application_ids.android),
            ("ios", &self.application_ids.ios),
        ] {
            if id.len() != 24 || !id.bytes().all(|byte| byte.is_ascii_hexdigit()) {
                return Err(Wrong::by(&format!("application_ids.{field}"), Rule::NotAnId));
            }
        }
        Ok(())
    }

    fn check_methods(&mut self) -> Result<(), Wrong> {
        let mut seen: Vec<(String, String)> = Vec::new();
        for (at, activation) in self.methods.iter_mut().flatten().enumerate() {
            let field = format!("methods[{at}]");
            activation.check(self.live_without_settings).map_err(|wrong| wrong.within(&field))?;
            let pair = (activation.pg.clone(), activation.method.clone());
            if seen.contains(&pair) {
                let (pg, method) = pair;
                return Err(Wrong::by(&field, Rule::MethodTwice { pg, method }));
            }
            seen.push(pair);
        }
        Ok(())
    }

    fn check_registrations(&mut self) -> Result<(), Wrong> {
        let Some(made) = self.registrations.take() else { return Ok(()) };
        let mut read = std::collections::BTreeMap::new();
        for (name, registration) in made {
            let field = format!("registrations.{name}");
            let Some(offer) = catalog::find_pg(&name).as_ref().and_then(offer::offer) else {
                return Err(Wrong::by(&field, Rule::NotAPg { allowed: needing(|_| true) }));
            };
            if registration.cancel_address && !offer.needs_cancel_address {
                let allowed = needing(|offer| offer.needs_cancel_address);
                return Err(Wrong::new(&format!("{field}.cancel_address"), format!("only {allowed} takes one")));
            }
            if registration.deposit_url && !offer.needs_deposit_url() {
                let allowed = needing(offer::Offer::needs_deposit_url);
                return Err(Wrong::new(&format!("{field}.deposit_url"), format!("only {allowed} take one")));
            }
            read.insert(offer.pg.to_owned(), registration);
        }
        self.registrations = Some(read);
        Ok(())
    }

    fn check_access(&self) -> Result<(), Wrong> {
        for (field, list, check) in [
            ("allowed_addresses", &self.allowed_addresses, (|text| Network::read(text).map(drop)) as fn(&str) -> _),
            ("allowed_origins", &self.allowed_origins, origin::check as fn(&str) -> _),
        ] {
            if list.as_ref().is_some_and(Vec::is_empty) {
                return Err(Wrong::new(field, "needs at least one entry; leave it out to allow all"));
            }
            for (at, entry) in list.iter().flatten().enumerate() {
                check(entry).map_err(|rule| Wrong::by(&format!("{field}[{at}]"), rule))?;
            }
        }
        Ok(())
    }
}

/// The PGs with a registration, for messages.
fn needing(needs: fn(&offer::Offer) -> bool) -> String {
    let needing = |offer: &&offer::Offer| (offer.needs_cancel_address || offer.needs_deposit_url()) && needs(offer);
    OFFERS.iter().filter(needing).map(|offer| offer.pg).collect::<Vec<_>>().join(", ")
}
