//! An opened payment window: its request as far as the window itself needs it, and its end.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use crate::domain::clock::Moment;
use crate::domain::money::Money;
use crate::domain::platform::Platform;
use crate::domain::window::ending::Ending;
use crate::domain::window::fault::Kind as Fault;
use crate::domain::window::locale::Locale;

/// The purpose of a window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Purpose {
    Payment,
    /// Issues a billing key.
    Subscription,
    /// Verifies an identity.
    Authentication,
}

/// The place in which a window opens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum OpenType {
    Iframe,
    Popup,
    /// The official browser SDK's own default since 5.0.
    #[default]
    Redirect,
}

/// An item of an order, as the buyer sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Item {
    pub(crate) name: String,
    pub(crate) qty: i64,
    /// Of one piece.
    pub(crate) price: Money,
}

impl Item {
    fn render(&self) -> Value {
        json!({ "name": self.name, "qty": self.qty, "price": self.price.json() })
    }
}

/// An opened window. Its receipt id is that of its payment, billing key or verification.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[expect(clippy::struct_excessive_bools, reason = "each is an option of the request, by its own name")]
pub(crate) struct Window {
    pub(crate) receipt_id: String,
    pub(crate) merchant_id: String,
    pub(crate) purpose: Purpose,
    /// The client key or application id that opened it: `application_id` in its messages.
    pub(crate) credential: String,
    pub(crate) platform: Platform,
    pub(crate) open_type: OpenType,
    pub(crate) redirect_url: Option<String>,
    pub(crate) locale: Option<Locale>,
    pub(crate) separately_confirmed: bool,
    /// Only the merchant's server may confirm.
    pub(crate) confirm_only_rest_api: bool,
    pub(crate) show_close_button: bool,
    /// The window of an app: pages at the top level report to the app's bridge.
    pub(crate) in_app: bool,
    /// The width of the shop's page in pixels, where known.
    pub(crate) width: Option<i64>,
    /// The merchant's own id: of the order, the subscription or the verification.
    pub(crate) reference: String,
    pub(crate) order_name: String,
    pub(crate) price: Money,
    pub(crate) currency: String,
    pub(crate) items: Vec<Item>,
    pub(crate) metadata: Map<String, Value>,
    pub(crate) opened_at: Moment,
    pub(crate) expires_at: Moment,
    pub(crate) fault: Option<Fault>,
    /// Absent while the buyer has not finished.
    pub(crate) ending: Option<Ending>,
}

impl Window {
    /// Returns whether the buyer can still act.
    pub(crate) fn is_open(&self) -> bool {
        self.ending.is_none()
    }

    /// Returns whether its time is over and nobody has finished it.
    pub(crate) fn is_late(&self, now: Moment) -> bool {
        self.is_open() && now >= self.expires_at
    }

    /// Returns whether it has this fault.
    pub(crate) fn has(&self, fault: Fault) -> bool {
        self.fault == Some(fault)
    }

    /// The window as the controls show it.
    pub(crate) fn render(&self, gateway: &str) -> Value {
        json!({
            "receipt_id": self.receipt_id,
            "merchant": self.merchant_id,
            "purpose": self.purpose,
            "open": self.is_open(),
            "url": format!("{gateway}/p/{}", self.receipt_id),
            "open_type": self.open_type,
            "redirect_url": self.redirect_url,
            "platform": self.platform,
            "application_id": self.credential,
            "separately_confirmed": self.separately_confirmed,
            "reference": self.reference,
            "order_name": self.order_name,
            "price": self.price.json(),
            "currency": self.currency,
            "items": self.items.iter().map(Item::render).collect::<Vec<_>>(),
            "opened_at": self.opened_at.iso(),
            "expires_at": self.expires_at.iso(),
            "fault": self.fault,
            "ending": self.ending,
        })
    }
}
