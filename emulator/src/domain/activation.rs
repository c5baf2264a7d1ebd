//! The activated methods of a project, and the terms of its payments that follow.

use bootpay_core::model::{Method, Pg};

use crate::domain::catalog;
use crate::domain::merchant::{Merchant, Mode};
use crate::domain::money::Money;
use crate::domain::offer::{self, OFFERS, Offer};
use crate::domain::project::{Activation, Registration, TestCharges};
use crate::domain::refusal::{Code, Refusal};
use crate::domain::rule::Rule;
use crate::domain::values::quoted;
use crate::domain::wrong::Wrong;

/// The terms of a payment, fixed when it begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Terms {
    /// A test payment.
    pub(crate) sandbox: bool,
    /// Money moves at the PG.
    pub(crate) charged: bool,
    /// Seconds from the payment until Bootpay cancels it.
    pub(crate) auto_cancel_after: Option<i64>,
}

impl Activation {
    /// Reads the names, Korean ones too, and checks the settings against the catalogue.
    pub(crate) fn check(&mut self, may_lack_settings: bool) -> Result<(), Wrong> {
        let pg = catalog::find_pg(&self.pg);
        let Some(offer) = pg.as_ref().and_then(offer::offer) else {
            return Err(Wrong::by("pg", Rule::UnknownPg { found: quoted(&self.pg), allowed: offer::pgs() }));
        };
        let method = catalog::find_activated(&self.method).map(|method| offer::canonical_method(&method));
        let method = method.filter(|method| offer.methods.contains(&method.symbol())).ok_or_else(|| {
            let (found, allowed) = (quoted(&self.method), offer.methods.join(", "));
            Wrong::by("method", Rule::UnknownMethod { pg: offer.pg, found, allowed })
        })?;
        (self.pg, self.method) = (offer.pg.to_owned(), method.symbol().to_owned());
        if let Some(key) = self.settings.0.keys().find(|key| !offer.takes_setting(key)) {
            let allowed = offer::setting_keys(offer);
            return Err(Wrong::by(&format!("settings.{key}"), Rule::UnknownSetting { pg: offer.pg, allowed }));
        }
        match self.missing(offer) {
            missing if missing.is_empty() || may_lack_settings => Ok(()),
            missing => {
                let mode = if self.live { "live" } else { "test, with keys of the merchant's own," };
                let (pg, method) = (self.pg.clone(), self.method.clone());
                Err(Wrong::by("settings", Rule::SettingsNeeded { pg, method, mode, missing: missing.join(", ") }))
            }
        }
    }

    /// The same, once it is right.
    pub(crate) fn checked(mut self, may_lack_settings: bool) -> Result<Self, Wrong> {
        self.check(may_lack_settings)?;
        Ok(self)
    }

    /// The settings that are needed and empty.
    fn missing(&self, offer: &Offer) -> Vec<&'static str> {
        if !self.active || !(self.live || offer.needs_own_test_keys) {
            return Vec::new();
        }
        let is_empty = |key: &&str| self.settings.0.get(*key).is_none_or(|value| value.trim().is_empty());
        offer.needed(&self.method).filter(is_empty).collect()
    }

    /// Advice about what the console lets pass.
    pub(crate) fn advice(&self) -> Vec<Rule> {
        let offer = catalog::find_pg(&self.pg).and_then(|pg| offer::offer(&pg));
        let mut advice = Vec::new();
        if !self.active || self.live {
            return advice;
        }
        if self.method == Method::VirtualAccount.symbol() {
            advice.push(Rule::VbankInTest);
        }
        if offer.is_some_and(|offer| offer.untestable.contains(&self.method.as_str())) {
            advice.push(Rule::Untestable { pg: self.pg.clone(), method: self.method.clone() });
        }
        advice
    }
}

/// The most that Bootpay advises to pay in test.
const MOST_IN_TEST: Money = Money(1000 * 100);

impl Merchant {
    /// Bootpay's advice about a payment: a virtual account in test, and an amount that may be charged. None where the
    /// project has not activated any method explicitly.
    pub(crate) fn advice(&self, terms: Terms, method: &Method, price: Money) -> Vec<Rule> {
        let mut advice = Vec::new();
        if self.takes_any_method() || !terms.sandbox {
            return advice;
        }
        if *method == Method::VirtualAccount {
            advice.push(Rule::VbankInTest);
        }
        if terms.charged && price > MOST_IN_TEST {
            advice.push(Rule::PriceInTest { price: price.won(), most: MOST_IN_TEST.won() });
        }
        advice
    }

    /// The terms of a new payment; refused where its method is not activated.
    pub(crate) fn terms(&self, pg: &Pg, method: &Method) -> Result<Terms, Refusal> {
        let (pg, method) = (offer::canonical_pg(pg), offer::canonical_method(method));
        let sandbox = match &self.methods {
            None => self.mode == Mode::Test,
            // Nobody activates it: it has the mode of its PG.
            Some(_) if method == Method::CashReceipt => {
                !self.active_methods().any(|one| one.pg == pg.symbol() && one.live)
            }
            Some(_) => !self.activation(&pg, &method)?.live,
        };
        let offer = offer::offer(&pg);
        let by_manual = self.test_mode.charges == TestCharges::Manual;
        let charged = !sandbox || offer.is_none_or(|offer| offer.charges_tests(method.symbol(), by_manual));
        let is_cancelled = sandbox && charged && !matches!(method, Method::VirtualAccount | Method::CashReceipt);
        let seconds = i64::from(self.test_mode.auto_cancel_hours) * 60 * 60;
        Ok(Terms { sandbox, charged, auto_cancel_after: is_cancelled.then_some(seconds) })
    }

    fn activation(&self, pg: &Pg, method: &Method) -> Result<&Activation, Refusal> {
        let find = |one: &&Activation| one.pg == pg.symbol() && one.method == method.symbol();
        let Some(found) = self.active_methods().find(find) else {
            let active: Vec<_> = self.active_methods().map(|one| format!("{} at {}", one.method, one.pg)).collect();
            let active = if active.is_empty() { "nothing".to_owned() } else { active.join(", ") };
            let (pg, method) = (pg.symbol().to_owned(), method.symbol().to_owned());
            return Err(Code::MethodNotActive.by(Rule::NotActive { pg, method, active }).about("method"));
        };
        let is_filled = |key| found.settings.0.get(key).is_some_and(|value| !value.trim().is_empty());
        if found.live && *pg == Pg::KakaoPay && is_filled("admin_key") {
            return Err(Code::RequestFailed.by(Rule::OldAdminKey).with_pg_code("-799"));
        }
        let missing = offer::offer(pg).map(|offer| found.missing(offer)).unwrap_or_default();
        if missing.is_empty() {
            return Ok(found);
        }
        let (pg, method) = (pg.symbol().to_owned(), method.symbol().to_owned());
        Err(Code::PgSettingsMissing.by(Rule::SettingsEmpty { pg, method, missing: missing.join(", ") }).about("method"))
    }

    /// The methods that a project has switched on; none where it has not activated any explicitly.
    pub(crate) fn active_methods(&self) -> impl Iterator<Item = &Activation> {
        self.methods.iter().flatten().filter(|one| one.active)
    }

    /// Returns whether payments by any method are taken, since none was activated explicitly.
    pub(crate) fn takes_any_method(&self) -> bool {
        self.methods.is_none()
    }

    /// Activates a method, or changes its activation.
    pub(crate) fn activate(&mut self, activation: Activation) {
        let methods = self.methods.get_or_insert_default();
        match methods.iter_mut().find(|one| one.pg == activation.pg && one.method == activation.method) {
            Some(one) => *one = activation,
            None => methods.push(activation),
        }
    }

    /// Makes the registrations in a PG's console.
    pub(crate) fn register(&mut self, pg: &Pg, made: Registration) {
        if self.registrations.is_none() {
            // Those of a project that takes any method become explicit.
            let all = OFFERS.iter().filter_map(|offer| Some((offer, catalog::find_pg(offer.pg)?)));
            let all = all.map(|(offer, pg)| (offer.pg.to_owned(), self.registration(&pg)));
            self.registrations = Some(all.filter(|(_, made)| *made != Registration::default()).collect());
        }
        self.registrations.get_or_insert_default().insert(offer::canonical_pg(pg).symbol().to_owned(), made);
    }

    /// The registrations in a PG's console. A project that takes any method has made them all.
    pub(crate) fn registration(&self, pg: &Pg) -> Registration {
        let pg = offer::canonical_pg(pg);
        if let Some(made) = &self.registrations {
            return made.get(pg.symbol()).copied().unwrap_or_default();
        }
        let offer = OFFERS.iter().find(|offer| offer.pg == pg.symbol()).filter(|_| self.takes_any_method());
        Registration {
            cancel_address: offer.is_some_and(|offer| offer.needs_cancel_address),
            deposit_url: offer.is_some_and(Offer::needs_deposit_url),
        }
    }
}
