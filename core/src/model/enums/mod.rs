//! The enums of the API: its tables of codes.

#[cfg(feature = "server")]
mod bank;
mod billing;
mod card_company;
#[cfg(feature = "server")]
mod courier;
mod method;
mod person;
mod pg;
#[cfg(feature = "server")]
mod protocol;
mod status;

#[cfg(feature = "server")]
pub use bank::Bank;
#[cfg(feature = "server")]
pub use billing::AuthType;
pub use billing::CashReceiptType;
pub use card_company::CardCompany;
#[cfg(feature = "server")]
pub use courier::Courier;
pub use method::Method;
pub use person::Gender;
#[cfg(feature = "server")]
pub use person::{AuthenticateType, Carrier};
pub use pg::Pg;
#[cfg(feature = "server")]
pub use protocol::{ContentType, InviteType};
pub use status::Status;
#[cfg(feature = "server")]
pub use status::{EscrowStatus, ReserveStatus};
