//! A row of the table, as a trait of its request.

use std::future::Future;

use crate::{
    check::Check,
    client::{Bootpay, Session},
    codes::Family,
    error::{BootpayError, Result},
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
    /// True if each of its exchanges goes over a connection of its own.
    #[doc(hidden)]
    const OWN_CONNECTIONS: bool;

    /// Makes the one or more exchanges of the call. The response is boxed where it is read, so that nothing that
    /// runs the call has its type or its size.
    #[doc(hidden)]
    fn run(self, session: &Session) -> impl Future<Output = Result<Box<Self::Response>>> + Send;
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

/// A row that sends nothing and returns at once.
pub(crate) trait Pure: Check {
    type Answer;
    fn answer(self, client: &Bootpay) -> Result<Self::Answer>;
}

/// Answers a request after it was checked.
pub(crate) fn answer<R: Pure>(name: &str, client: &Bootpay, request: R) -> Result<R::Answer> {
    let checked = request.check("").map_err(BootpayError::invalid);
    checked.and_then(|()| request.answer(client)).map_err(|error| error.at(name))
}

/// A row that changes something. Its attempt is kept until the outcome is known, so the request must
/// name its target; the entry in `calls/attempts/rules.rs` that does so also has the rule by which
/// `attempts.resolve` looks for the change.
#[diagnostic::on_unimplemented(
    message = "`{Self}` changes something and has no rule for a lost response",
    note = "add it to the list in core/src/calls/attempts/rules.rs"
)]
pub(crate) trait Changing: Endpoint {
    fn target(&self) -> Target;

    /// The target as a read shows it before the change: without it, neither the response nor a later read
    /// tells what this call did from what was so before.
    fn look(&self, session: &Session) -> impl Future<Output = Result<Target>> + Send;
}

/// The part of a request by which its effect is found again.
#[derive(Clone, Debug, Default)]
pub(crate) struct Target {
    pub(crate) receipt_id: Option<String>,
    pub(crate) order_id: Option<String>,
    /// In won.
    pub(crate) amount: Option<i64>,
    pub(crate) cancel_id: Option<String>,
    pub(crate) billing_key: Option<String>,
    pub(crate) reserve_id: Option<String>,
    /// In won.
    pub(crate) cancelled_before: Option<i64>,
    pub(crate) effect_before: Option<bool>,
    pub(crate) payments_before: Option<Vec<String>>,
    /// The families of error codes that the call can be refused by, besides `Any`.
    pub(crate) refused_by: &'static [Family],
    /// Whether the call refunds money.
    pub(crate) refunds: bool,
}

impl Target {
    /// Returns true if what the call asks for was so before it: then nothing shows that it did it.
    pub(crate) fn was_so(&self) -> bool {
        self.effect_before == Some(true)
    }

    /// Returns true unless the order had this payment before.
    pub(crate) fn is_new(&self, receipt_id: &str) -> bool {
        self.payments_before.as_ref().is_none_or(|before| before.iter().all(|before| before != receipt_id))
    }
}

/// Runs a read-only row of one exchange.
pub(crate) async fn read<E: Routed + Sync>(request: E, session: &Session) -> Result<Box<E::Response>>
where
    E::Response: FromWire,
{
    session.read_boxed(E::ROUTE, &request).await
}

/// Runs a row of one exchange that changes something and moves no money.
pub(crate) async fn write<E: Routed + Changing + Sync>(request: E, session: &Session) -> Result<Box<E::Response>>
where
    E::Response: FromWire,
{
    let target = request.look(session).await?;
    let was_so = target.was_so();
    // Of what was not so before, every response proves the change that is readable, is about this request and
    // reports no failure: nothing else comes over its connection.
    let shows = |response: &E::Response| !response.is_failure() && !was_so;
    session.change_boxed(E::ROUTE, &request, target, None, shows).await
}
