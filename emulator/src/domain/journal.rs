//! The journal: what happened, in order, and by whom. It holds codes and values; the console has the words.

use serde_json::{Value, json};

use crate::domain::clock::Moment;

macro_rules! symbols {
    ($(#[$about:meta])* $name:ident { $($(#[$meaning:meta])* $variant:ident $text:literal),* $(,)? }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum $name { $($(#[$meaning])* $variant),* }

        impl $name {
            pub(crate) fn symbol(self) -> &'static str {
                match self { $(Self::$variant => $text),* }
            }

            pub(crate) fn named(symbol: &str) -> Option<Self> {
                match symbol { $($text => Some(Self::$variant),)* _ => None }
            }
        }
    };
}

symbols! {
    /// Who did it.
    Actor {
        /// The merchant's server, by the API.
        Server "server",
        /// The page of the shop, by the browser SDK.
        Browser "browser",
        Buyer "buyer",
        /// The merchant, in Bootpay's admin.
        Merchant "merchant",
        /// Bootpay by itself: an expiry, a reservation, the cancel of a test payment, a webhook.
        Bootpay "bootpay",
        /// The test, by a control.
        Test "test",
    }
}

symbols! {
    /// What an entry tells of.
    Kind {
        /// A request to the API, with its response.
        Request "request",
        /// A change of a payment, a billing key or a reservation.
        State "state",
        /// An attempt to deliver a webhook.
        Attempt "attempt",
        /// A fault that met a request, a connection or a webhook.
        Fault "fault",
        /// An event of a payment window.
        Window "window",
        /// A move of the emulator's clock.
        Clock "clock",
        /// A request to a control that changes something.
        Control "control",
    }
}

symbols! {
    /// How it ended.
    Outcome {
        Done "done",
        Refused "refused",
        Failed "failed",
        /// Under way.
        Open "open",
    }
}

/// What an entry is about.
#[derive(Clone, Copy, Debug, Default)]
#[expect(clippy::struct_field_names, reason = "the API's own names")]
pub(crate) struct About<'a> {
    pub(crate) merchant_id: Option<&'a str>,
    pub(crate) receipt_id: Option<&'a str>,
    pub(crate) order_id: Option<&'a str>,
}

/// An entry to write.
#[derive(Clone, Debug)]
pub(crate) struct Entry<'a> {
    /// The emulator's time, where it is not that of the writing.
    pub(crate) at: Option<Moment>,
    pub(crate) kind: Kind,
    pub(crate) outcome: Outcome,
    /// What happened, within its kind: an endpoint, a standing, a fault, an event.
    pub(crate) code: &'a str,
    pub(crate) about: About<'a>,
    /// The HTTP status, where there is one; 0 where no response is sent.
    pub(crate) status: Option<u16>,
    pub(crate) findings: usize,
    /// In microseconds.
    pub(crate) duration: Option<i64>,
    /// The values of its sentence.
    pub(crate) facts: Value,
    /// What the page of the entry shows besides, as JSON without secrets.
    pub(crate) detail: Option<String>,
}

impl<'a> Entry<'a> {
    pub(crate) fn new(kind: Kind, outcome: Outcome, code: &'a str) -> Self {
        Self {
            at: None,
            kind,
            outcome,
            code,
            about: About::default(),
            status: None,
            findings: 0,
            duration: None,
            facts: Value::Null,
            detail: None,
        }
    }

    /// The entry about a merchant's payment.
    pub(crate) fn about(self, merchant_id: &'a str, receipt_id: Option<&'a str>, order_id: Option<&'a str>) -> Self {
        Self { about: About { merchant_id: Some(merchant_id), receipt_id, order_id }, ..self }
    }

    pub(crate) fn facts(self, facts: Value) -> Self {
        Self { facts, ..self }
    }
}

/// What is told of a change of a payment, a billing key or a reservation.
pub(crate) struct Told {
    pub(crate) code: &'static str,
    pub(crate) facts: Value,
}

/// An entry as written, without its detail.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    pub(crate) seq: i64,
    pub(crate) at: Moment,
    /// The real time.
    pub(crate) real: Moment,
    /// In microseconds.
    pub(crate) duration: Option<i64>,
    pub(crate) merchant_id: Option<String>,
    pub(crate) receipt_id: Option<String>,
    pub(crate) order_id: Option<String>,
    pub(crate) actor: Actor,
    pub(crate) kind: Kind,
    pub(crate) outcome: Outcome,
    pub(crate) code: String,
    pub(crate) status: Option<u16>,
    pub(crate) findings: u32,
    pub(crate) facts: Value,
}

impl Line {
    /// The entry as the controls show it.
    pub(crate) fn render(&self) -> Value {
        json!({
            "seq": self.seq,
            "at": self.at.iso(),
            "real": self.real.iso(),
            "duration_ms": self.duration.map(milliseconds),
            "merchant": self.merchant_id,
            "receipt_id": self.receipt_id,
            "order_id": self.order_id,
            "actor": self.actor.symbol(),
            "kind": self.kind.symbol(),
            "outcome": self.outcome.symbol(),
            "code": self.code,
            "status": self.status,
            "findings": self.findings,
            "facts": self.facts,
        })
    }
}

/// Milliseconds of a duration in microseconds, to a tenth.
#[expect(clippy::cast_precision_loss, reason = "durations are far below 2^52 microseconds")]
pub(crate) fn milliseconds(microseconds: i64) -> f64 {
    (microseconds as f64 / 100.0).round() / 10.0
}

/// A change that was committed: its kind, what it is about, and its place in the journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Change {
    pub(crate) kind: Kind,
    pub(crate) receipt_id: Option<String>,
    pub(crate) seq: i64,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn symbols_lead_back() {
        for actor in [Actor::Server, Actor::Browser, Actor::Buyer, Actor::Merchant, Actor::Bootpay, Actor::Test] {
            assert_eq!(Actor::named(actor.symbol()), Some(actor));
        }
        assert_eq!(Kind::named("nothing"), None);
        assert!((milliseconds(1_249) - 1.2).abs() < 1e-9);
    }
}
