//! The enums of the API: its tables of codes.

mod bank;
mod billing;
mod card_company;
mod courier;
mod method;
mod person;
mod pg;
mod protocol;
mod status;

pub use bank::Bank;
pub use billing::{AuthType, CashReceiptType};
pub use card_company::CardCompany;
pub use courier::Courier;
pub use method::Method;
pub use person::{AuthenticateType, Carrier, Gender};
pub use pg::Pg;
pub use protocol::{ContentType, InviteType};
pub use status::{EscrowStatus, ReserveStatus, Status};
