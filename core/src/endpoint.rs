//! A row of the table, as a trait of the request that it takes.

use std::future::Future;

use crate::{
    check::Check,
    client::Session,
    error::Result,
    route::Route,
    wire::{FromWire, ToWire},
};

/// What can be asked of Bootpay: implemented by each request, from its row in the table.
pub trait Endpoint: Check + Send + Sized + 'static {
    /// What it gives.
    type Reply: Send + 'static;
    /// `payments.get`
    const NAME: &'static str;
    /// What it does besides telling something.
    const EFFECT: Effect;

    /// Makes the exchange, or the exchanges, that it consists of.
    #[doc(hidden)]
    fn run(self, session: &Session) -> impl Future<Output = Result<Self::Reply>> + Send;
}

/// What a call does besides telling something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Nothing: it may be cut short and made again.
    Read,
    /// Changes something and moves no money. Never cut short nor repeated once it left.
    Write,
    /// Moves money, or may. Never cut short nor repeated once it left.
    Money,
}

impl Effect {
    /// Whether a lost reply leaves the caller in doubt.
    pub fn changes(self) -> bool {
        self != Self::Read
    }
}

/// A request whose row names a route.
pub(crate) trait Routed: Endpoint + ToWire {
    const ROUTE: Route;
}

/// A row that is more than one exchange, or must say what its reply has to show.
pub(crate) trait Composed: Endpoint {
    fn compose(self, session: &Session) -> impl Future<Output = Result<Self::Reply>> + Send;
}

/// Runs a row that is one exchange, and moves no money.
pub(crate) async fn exchange<E: Routed + Sync>(request: E, session: &Session) -> Result<E::Reply>
where
    E::Reply: FromWire,
{
    const { assert!(!matches!(E::EFFECT, Effect::Money), "a row that moves money is composed") };
    if E::EFFECT.changes() {
        // Any reply that can be read, is about what was asked and does not say that it failed will do.
        session.change(E::ROUTE, &request, None, |reply: &E::Reply| !reply.is_failure()).await
    } else {
        session.read(E::ROUTE, &request).await
    }
}
