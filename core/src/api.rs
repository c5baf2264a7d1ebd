//! Every endpoint, once.
//!
//! A row is `method(Request) -> Reply { read VERB "path" }`. Where a call is more than one exchange,
//! `composed` stands before the route of its main one, and the call is the request's `Composed`
//! under `src/<resource>/`. A row that moves money says `money`, and is always composed: there it
//! says what its reply must show. The bindings replay the table; adding a row is all it takes to
//! have a method in every language.

#[allow(clippy::wildcard_imports)] // the rows name almost every model
use crate::model::*;
use crate::{
    client::{Bootpay, PendingCall},
    endpoint::{Composed, Endpoint, Routed, exchange},
    error::Result,
    route::{Route, Verb},
};

/// Hands the whole table to the macro named.
#[doc(hidden)]
#[macro_export]
macro_rules! endpoints {
    ($emit:ident) => {
        $emit! {
            /// Payments: looked up, confirmed, verified and given back.
            payments: Payments {
                /// Looks up one payment by Bootpay's receipt id.
                ///
                /// Refused with `RC_NOT_FOUND` when there is none, or when it is another merchant's.
                get(GetReceipt) -> Receipt { read GET "/v2/receipt/{receipt_id}" }

                /// Looks up the payments of one order.
                ///
                /// An order can have several: a buyer who tried twice. Refused with `RC_NOT_FOUND`
                /// when there is none.
                find_by_order(FindByOrder) -> Vec<Receipt> { read GET "/v2/lookup/order/{order_id}" }

                /// Confirms a payment, which is when the money moves.
                ///
                /// Reads the payment first and refuses with `Mismatch` one that does not wait for
                /// confirmation or is not of this order, amount (KRW) and mode; confirms it; and
                /// compares again. A `Mismatch` after the money moved carries the attempt.
                confirm(ConfirmPayment) -> VerifiedPayment { money composed POST "/v2/confirm" }

                /// Verifies that a payment is paid, and is what the shop sold.
                ///
                /// For payments that need no confirmation and for webhooks, whose body proves
                /// nothing. Fails with `Mismatch` unless order, amount (KRW) and mode agree, its
                /// status is paid and nothing was given back.
                verify(VerifyPayment) -> VerifiedPayment { read composed GET "/v2/receipt/{receipt_id}" }

                /// Gives back all that remains of a payment.
                ///
                /// Refused with `RC_ALREADY_CANCELLED` when nothing remains.
                cancel_full(CancelFull) -> Receipt { money composed POST "/v2/cancel" }

                /// Gives back a part of a payment.
                ///
                /// May be repeated with another `cancel_id` until nothing remains; only for methods
                /// and PGs that support it. Reads the payment first, so that a lost reply can be
                /// settled later; fails with `Mismatch` when it is not in KRW.
                cancel_partial(CancelPartial) -> Receipt { money composed POST "/v2/cancel" }
            }
        }
    };
}

macro_rules! define {
    ($( $(#[$rdoc:meta])* $field:ident: $Resource:ident { $(
        $(#[$doc:meta])* $method:ident($Request:ident) -> $Reply:ty { $money:ident $($route:tt)* }
    )* } )*) => {
        $(
            $(#[$rdoc])*
            #[derive(Clone, Debug)]
            pub struct $Resource(Bootpay);
            impl $Resource { $(
                $(#[$doc])*
                pub fn $method(&self, request: $Request) -> PendingCall<$Request> {
                    PendingCall::new(&self.0, request)
                }
            )* }
            $(
                impl Endpoint for $Request {
                    type Reply = $Reply;
                    const NAME: &'static str = concat!(stringify!($field), ".", stringify!($method));
                    const MOVES_MONEY: bool = define!(@money $money);
                    async fn run(self, session: &crate::client::Session) -> Result<$Reply> {
                        define!(@run self session $($route)*)
                    }
                }
                define!(@route $Request $($route)*);
            )*
        )*
        impl Bootpay { $(
            $(#[$rdoc])*
            pub fn $field(&self) -> $Resource { $Resource(self.clone()) }
        )* }
    };
    (@money read) => { false };
    (@money money) => { true };
    (@run $request:ident $session:ident composed $verb:ident $path:literal) => { Composed::compose($request, $session).await };
    (@run $request:ident $session:ident $verb:ident $path:literal) => { exchange($request, $session).await };
    (@route $Request:ident composed $($route:tt)*) => { define!(@route $Request $($route)*); };
    (@route $Request:ident $verb:ident $path:literal) => {
        impl Routed for $Request {
            const ROUTE: Route = Route { verb: Verb::$verb, path: $path };
        }
    };
}
endpoints!(define);
