//! The payment window: its payloads, the scripts or the page that open it in an app, its messages, and the links
//! to the apps of cards and banks.
//!
//! Nothing here reads, sends or keeps anything. Nothing that the window returns is proof: the merchant's server
//! confirms or verifies each payment.

mod apps;
mod closing;
mod form;
mod link;
mod manifest;
mod message;
mod payload;
mod rules;
mod scripts;
mod shell;
mod table;

pub use crate::check::Violation as Invalid;
pub use payload::{Encrypted, decrypt, encrypt};
pub use table::*;

/// The version by which the scripts name themselves to Bootpay.
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// What each function of the table does, after its request was checked.
mod answers {
    use super::{Invalid, decrypt, message};
    use crate::model::{DecryptForm, ParseMessage, WindowEvent};

    pub(super) use super::{
        closing::closes,
        form::form,
        link::decide,
        manifest::manifest,
        rules::{authentication, payment, subscription},
        scripts::scripts,
        shell::shell,
    };

    pub(super) fn decrypt_form(request: &DecryptForm) -> Result<String, Invalid> {
        decrypt(&request.payload, &request.token)
    }

    #[allow(clippy::unnecessary_wraps, reason = "as every function of the table")]
    pub(super) fn parse(request: &ParseMessage) -> Result<WindowEvent, Invalid> {
        Ok(message::parse(request))
    }
}
