//! Every function of the window, once: `name(Request) -> Answer`. The bindings replay the table.

#[allow(clippy::wildcard_imports)] // the rows name the models
use crate::model::*;
use crate::{check::Check, window::Invalid};

/// Passes the whole table to the named macro.
#[doc(hidden)]
#[macro_export]
macro_rules! window_functions {
    ($emit:ident $($before:tt)*) => {
        $emit! {
            $($before)*
            /// Returns the payload of a payment for the window, after checking it.
            ///
            /// For a page that uses Bootpay's browser SDK, on the merchant's server:
            /// `Bootpay.requestPayment(payload)`; for an app: `scripts`, or `shell`. What the window returns proves
            /// nothing: confirm or verify the payment on the server.
            ///
            /// Fails with `Invalid` for what Bootpay's own SDK lets pass and the buyer finds out: no key, items that
            /// do not sum up, a window that redirects without a URL, a confirmation by the server at a PG that
            /// approves at once.
            payment(WindowPayment) -> WindowPayload

            /// Returns the payload of a billing key for the window, after checking it: as `payment`, for
            /// `Bootpay.requestSubscription`. The server gets the key with `billing.get_by_receipt`.
            subscription(WindowSubscription) -> WindowPayload

            /// Returns the payload of an identity verification for the window, after checking it: as `payment`, for
            /// `Bootpay.requestAuthentication`. The server gets the result with `identity.certificate`.
            authentication(WindowAuthentication) -> WindowPayload

            /// Returns the scripts that open a window in an app's web view, in Bootpay's own page for it.
            ///
            /// Load the page, evaluate the lines once, each by itself, and give what the bridge receives to `parse`.
            scripts(OpenWindow) -> WindowScripts

            /// Returns a page that opens a window in an app's web view, instead of Bootpay's page and its scripts.
            ///
            /// It passes each message of its frames, and of no others, to one method of the bridge, as text for
            /// `parse`: `Android.message`, the channel `Bootpay` of Flutter, the handler `Bootpay` of iOS,
            /// `ReactNativeWebView.postMessage`. To approve in the app, evaluate `confirmWindow()` after the event
            /// `confirm`. For an `open_type` of `iframe`: the page of a redirected window uses the bridge of
            /// `scripts`. Not tried against Bootpay; the tests use it.
            shell(OpenWindow) -> String

            /// Returns the form by which a page of the app's own opens a window, as `shell` does. It has a new key
            /// each time.
            form(OpenWindow) -> WindowForm

            /// Decrypts the fields of a form, and returns the request as JSON.
            ///
            /// Fails with `Invalid`, whose `field` is `token` or `payload`, if they were not encrypted so.
            decrypt_form(DecryptForm) -> String

            /// Reads a message of the window, or the address to which it returned.
            ///
            /// Does not fail: what is no message is an event `unknown` or `ignore`. Any page in the web view can
            /// forge an event. It says when to ask the server, and the server confirms or verifies.
            parse(ParseMessage) -> WindowEvent

            /// Returns if the app closes the window after an event. The page closes itself in a frame, and says so
            /// with `close`; a redirected window is the app's to close.
            ///
            /// Fails with `Invalid` for an `open_type` that there is not.
            closes(CheckClose) -> bool

            /// Decides what becomes of a link that a page in the window opens: the apps of cards and banks, the
            /// stores, and the return of the window.
            ///
            /// A link cannot choose a component of an app, or an app for a page: what an `intent:` says of them is
            /// dropped. Fails with `Invalid` for a platform without web views.
            decide(DecideLink) -> LinkDecision

            /// Returns an app's entries for the window: `<queries>` of an Android manifest, or `CFBundleURLTypes`
            /// of a property list.
            manifest(WriteManifest) -> String
        }
    };
}

macro_rules! define {
    ($( $(#[$doc:meta])* $name:ident($Request:ident) -> $Answer:ty )*) => { $(
        $(#[$doc])*
        pub fn $name(request: &$Request) -> Result<$Answer, Invalid> {
            request.check("")?;
            super::answers::$name(request)
        }
    )* };
}
window_functions!(define);
