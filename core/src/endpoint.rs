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
    /// Whether it moves money: then it is never cut short nor repeated once it left.
    const MOVES_MONEY: bool;

    /// Makes the exchange, or the exchanges, that it consists of.
    #[doc(hidden)]
    fn run(self, session: &Session) -> impl Future<Output = Result<Self::Reply>> + Send;
}

/// A request whose row names a route.
pub(crate) trait Routed: Endpoint + ToWire {
    const ROUTE: Route;
}

/// A row that is more than one exchange, or moves money.
pub(crate) trait Composed: Endpoint {
    fn compose(self, session: &Session) -> impl Future<Output = Result<Self::Reply>> + Send;
}

/// Runs a row that is one exchange, and only reads.
pub(crate) async fn exchange<E: Routed + Sync>(request: E, session: &Session) -> Result<E::Reply>
where
    E::Reply: FromWire,
{
    const { assert!(!E::MOVES_MONEY, "a row that moves money is composed") };
    session.read(E::ROUTE, &request).await
}
