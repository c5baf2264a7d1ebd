//! A row of the table, as a trait of its request.

use std::future::Future;

use crate::{
    check::Check,
    client::Session,
    error::Result,
    http::route::Route,
    wire::{FromWire, ToWire},
};

/// A call to Bootpay: implemented by each request, from its row in the table.
pub trait Endpoint: Check + Send + Sized + 'static {
    /// The type of its response.
    type Response: Send + 'static;
    /// `payments.get`
    const NAME: &'static str;
    /// Its effect.
    const EFFECT: Effect;

    /// Makes the one or more exchanges of the call.
    #[doc(hidden)]
    fn run(self, session: &Session) -> impl Future<Output = Result<Self::Response>> + Send;
}

/// The effect of a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Read-only: may be aborted and retried.
    Read,
    /// Changes something and moves no money. Never aborted or retried after it was sent.
    Write,
    /// Moves money, or may. Never aborted or retried after it was sent.
    Money,
}

impl Effect {
    /// Returns true if a lost response leaves the outcome unresolved.
    pub fn changes(self) -> bool {
        self != Self::Read
    }
}

/// A request with a route in its row.
pub(crate) trait Routed: Endpoint + ToWire {
    const ROUTE: Route;
}

/// A row of more than one exchange, or one that must say what its response has to show.
pub(crate) trait Composed: Endpoint {
    fn compose(self, session: &Session) -> impl Future<Output = Result<Self::Response>> + Send;
}

/// Runs a row of one exchange that moves no money.
pub(crate) async fn exchange<E: Routed + Sync>(request: E, session: &Session) -> Result<E::Response>
where
    E::Response: FromWire,
{
    const { assert!(!matches!(E::EFFECT, Effect::Money), "a row that moves money is composed") };
    if E::EFFECT.changes() {
        // Any reply that can be read, is about what was asked and does not say that it failed will do.
        session.change(E::ROUTE, &request, None, |reply: &E::Response| !reply.is_failure()).await
    } else {
        session.read(E::ROUTE, &request).await
    }
}
