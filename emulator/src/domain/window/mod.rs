//! The payment window's choice of methods, the pages that may open it, and the servers that may use the API. The
//! modules here hold an opened window: its request, its end and its faults.

pub(crate) mod ending;
pub(crate) mod fault;
pub(crate) mod locale;
pub(crate) mod payload;
pub(crate) mod session;

use std::net::IpAddr;

use bootpay_core::model::{Method, Pg};
use serde_json::{Value, json};

use crate::domain::address::Network;
use crate::domain::catalog;
use crate::domain::merchant::{Merchant, Mode};
use crate::domain::offer;
use crate::domain::payment::Choice;
use crate::domain::platform::Platform;
use crate::domain::refusal::{Code, Refusal};
use crate::domain::values::quoted;

/// A method of a project, as its buyers and its server see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Shown {
    pub(crate) pg: Pg,
    pub(crate) method: Method,
    pub(crate) sandbox: bool,
}

impl Shown {
    pub(crate) fn render(&self) -> Value {
        json!({
            "pg": self.pg,
            "pg_name": catalog::pg_name(&self.pg),
            "method": self.method,
            "method_name": catalog::method_name(&self.method),
            "sandbox": self.sandbox,
        })
    }
}

impl Choice {
    /// Returns whether the request leaves nothing to choose.
    pub(crate) fn is_one(&self) -> bool {
        self.pg.is_some() && self.methods.as_ref().is_some_and(|methods| methods.len() == 1)
    }

    fn allows(&self, shown: &Shown) -> bool {
        let same = |method: &Method| offer::canonical_method(method) == shown.method;
        self.pg.as_ref().is_none_or(|pg| offer::canonical_pg(pg) == shown.pg)
            && self.methods.as_ref().is_none_or(|methods| methods.iter().any(same))
    }
}

impl Merchant {
    /// The activated methods; where none is activated explicitly, those of `payment_methods`.
    pub(crate) fn shown_methods(&self) -> Vec<Shown> {
        let read = |pg: &str, method: &str, sandbox| {
            Some(Shown { pg: catalog::find_pg(pg)?, method: catalog::find_activated(method)?, sandbox })
        };
        if self.takes_any_method() {
            let sandbox = self.mode == Mode::Test;
            return self.payment_methods.iter().filter_map(|one| read(&one.pg, &one.method, sandbox)).collect();
        }
        self.active_methods().filter_map(|one| read(&one.pg, &one.method, !one.live)).collect()
    }

    /// The methods among which the buyer chooses in the unified window; those over REST and identity are none.
    pub(crate) fn unified(&self, choice: &Choice) -> Vec<Shown> {
        let is_in_window = |shown: &Shown| {
            !matches!(
                shown.method,
                Method::Identity | Method::CardRebill | Method::CardRebillRest | Method::AutomaticTransferRest
            )
        };
        let shown = match &choice.methods {
            // The request says which of all there are.
            Some(methods) if self.takes_any_method() => methods.iter().map(|method| self.any(choice, method)).collect(),
            _ => self.shown_methods(),
        };
        shown.into_iter().filter(|shown| is_in_window(shown) && choice.allows(shown)).collect()
    }

    /// A method as a project shows it that takes any.
    fn any(&self, choice: &Choice, method: &Method) -> Shown {
        let pg = choice.pg.clone().unwrap_or(Pg::NicePay);
        let (pg, method) = (offer::canonical_pg(&pg), offer::canonical_method(method));
        Shown { pg, method, sandbox: self.mode == Mode::Test }
    }

    /// The PG and the method of a new payment, until the buyer chooses; refused where nothing fits.
    pub(crate) fn first_choice(&self, choice: &Choice) -> Result<(Pg, Method), Refusal> {
        let first = choice.methods.as_ref().and_then(|methods| methods.first());
        if choice.is_one() || self.takes_any_method() {
            // Without pg and method: a card at nicepay.
            return Ok((choice.pg.clone().unwrap_or(Pg::NicePay), first.cloned().unwrap_or(Method::Card)));
        }
        match self.unified(choice).into_iter().next() {
            Some(shown) => Ok((shown.pg, shown.method)),
            None => Err(Code::MethodNotActive.because("no activated method fits this request")),
        }
    }

    /// The activated method that a test means which names none, or a part: one like `usual`, if there is one.
    pub(crate) fn first_open(&self, pg: Option<&str>, method: Option<&str>, usual: &str) -> Option<Shown> {
        if self.takes_any_method() {
            return None;
        }
        let pg = pg.and_then(catalog::find_pg).map(|pg| offer::canonical_pg(&pg));
        let method = method.and_then(catalog::find_method).map(|method| offer::canonical_method(&method));
        let mut open = self.unified(&Choice { pg, methods: method.map(|method| vec![method]) });
        let at = open.iter().position(|shown| shown.method.symbol() == usual).unwrap_or_default();
        (at < open.len()).then(|| open.swap_remove(at))
    }

    /// Refuses a page whose origin is not in the list: an exact match of scheme, host and port.
    pub(crate) fn check_origin(&self, origin: &str) -> Result<(), Refusal> {
        match &self.allowed_origins {
            Some(allowed) if !allowed.iter().any(|allowed| allowed == origin) => Err(Code::OriginNotAllowed
                .because(format!("the page's origin is {}; allowed are {}", quoted(origin), allowed.join(", ")))),
            _ => Ok(()),
        }
    }

    /// Refuses a request for a window, which the buyer sees, with a secret of the project in it.
    pub(crate) fn check_secrets(&self, request: &str) -> Result<(), Refusal> {
        let secrets = [("private_key", &self.private_key), ("secret_key", &self.secret_key)];
        let further = self.keys.iter().map(|pair| ("secret_key", &pair.secret_key));
        match secrets.into_iter().chain(further).find(|(_, secret)| request.contains(secret.as_str())) {
            Some((name, _)) => Err(Code::SecretExposed
                .because(format!("the request contains the project's {name}, which no buyer's device may see"))),
            None => Ok(()),
        }
    }

    /// Refuses an address that is not in the list.
    pub(crate) fn check_address(&self, peer: IpAddr) -> Result<(), Refusal> {
        let Some(allowed) = &self.allowed_addresses else { return Ok(()) };
        let address = self.seems_from.unwrap_or(peer);
        if allowed.iter().any(|entry| Network::read(entry).is_ok_and(|network| network.contains(address))) {
            return Ok(());
        }
        Err(Code::IpNotAllowed.because(format!("the request comes from {address}; allowed are {}", allowed.join(", "))))
    }

    /// The platform of the application for which a server requests a window; one for REST opens none. A project
    /// that takes any method takes any application, too.
    pub(crate) fn window_platform(&self, application_id: &str) -> Result<Platform, Refusal> {
        match self.platform_of(application_id) {
            Some(Platform::Rest) => {
                Err(Code::AppKeyNotFound.because("this application_id has the platform rest, which opens no window"))
            }
            Some(platform) => Ok(platform),
            None if self.takes_any_method() => Ok(Platform::Web),
            None => Err(Code::AppKeyNotFound.because("this project has no application with this application_id")),
        }
    }

    /// Refuses an application id of another platform, as Bootpay refuses it in the window.
    pub(crate) fn check_platform(&self, application_id: &str, platform: Platform) -> Result<(), Refusal> {
        match self.platform_of(application_id) {
            Some(found) if found == platform => Ok(()),
            Some(found) => Err(Code::AppKeyNotFound.because(format!(
                "this application_id has the platform {}, the window runs on {}",
                found.name(),
                platform.name()
            ))),
            None => Err(Code::AppKeyNotFound.because("the application_id belongs to another project")),
        }
    }
}
